import type { ArrayValue, PlacedValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { UnknownElements } from "./absent-values.js";
import { maxElements } from "./budget.js";
import { optionalValue } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import { Cell, type Store } from "./store.js";

/** Where a value stands, and which run of the code made it. */
export interface Making {
  readonly range: Range;
  readonly origin?: string | undefined;
  readonly run?: number | undefined;
}

interface ListState {
  readonly placed: readonly PlacedValue[];
  /** Whether the order of the elements is known. */
  readonly isOrdered: boolean;
}

/** A list that the program may change. */
export class ListCell extends Cell<ListState> implements ArrayValue {
  readonly kind = "array";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  #read: { readonly state: ListState; readonly placed: readonly PlacedValue[]; readonly elements: Value[] } | undefined;

  constructor(store: Store, { range, origin, run }: Making, placed: readonly PlacedValue[], isOrdered = true) {
    super(store, { placed, isOrdered });
    this.range = range;
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
  }

  /** The elements, with those that depend on other files read. */
  get placed(): readonly PlacedValue[] {
    return this.#current.placed;
  }

  get elements(): readonly Value[] {
    return this.#current.elements;
  }

  get #current() {
    if (this.#read?.state !== this.state) {
      const placed = this.state.placed.some(({ value }) => value instanceof Deferred)
        ? this.state.placed.map(({ value, place }) => ({ value: settled(value), place }))
        : this.state.placed;
      this.#read = { state: this.state, placed, elements: placed.map(({ value }) => value) };
    }
    return this.#read;
  }

  override countParts(): number {
    return this.state.placed.length;
  }

  /** Replaces the elements. */
  set(placed: readonly PlacedValue[], isOrdered = this.state.isOrdered): void {
    this.state = { placed, isOrdered };
  }

  /** What all states begin with is certain; what only some have is optional. */
  merge(states: readonly ListState[]): void {
    const lists = states.map(({ placed }) => placed);
    const [first = [], ...others] = lists;
    const length = first.findIndex((element, index) => others.some((other) => other[index]?.value !== element.value));
    const common = length < 0 ? first : first.slice(0, length);
    const more = new Map<Value, PlacedValue>();
    for (const element of lists.flatMap((list) => list.slice(common.length)).slice(0, maxElements)) {
      const isOptional = element.value instanceof UnknownElements;
      more.set(element.value, isOptional ? element : { ...element, value: optionalValue(element.value) });
    }
    this.set(
      [...common, ...more.values()],
      states.every(({ isOrdered }) => isOrdered),
    );
  }

  forget(): void {
    const { placed } = this.state;
    if (!(placed.at(-1)?.value instanceof UnknownElements)) {
      this.set([...placed, { value: new UnknownElements(this.range), place: undefined }]);
    }
  }
}

/** Whether the elements of a list are all there is, each is there for certain, and their order is known. */
export function isFixed(list: ArrayValue): boolean {
  return (
    list.elements.every(
      (element) =>
        !(element instanceof UnknownElements) &&
        !(element.kind === "choice" && element.isOptional) &&
        // A list that is read elsewhere has no other sign of a part that is not known.
        (element.kind !== "unknown" || list instanceof ListCell),
    ) && !(list instanceof ListCell && !list.state.isOrdered)
  );
}

/** The arguments of a call as elements of a list. */
export function placed(values: readonly Value[]): readonly PlacedValue[] {
  return values.map((value) => ({
    value: value instanceof UnknownElements && value.possible ? value.possible : value,
    place: undefined,
  }));
}

/** An element that may be left out. */
export function asOptional(element: PlacedValue): PlacedValue {
  const { value, place } = element;
  const isAlready = value instanceof UnknownElements || (value.kind === "choice" && value.isOptional === true);
  return isAlready ? element : { value: optionalValue(value), place };
}
