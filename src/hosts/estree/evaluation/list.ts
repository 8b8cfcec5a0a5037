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

/** The elements of a list as it is at one time, with those that depend on other files read. */
class ReadState {
  readonly state: ListState;
  readonly placed: readonly PlacedValue[];
  readonly elements: readonly Value[];
  #isFixed: boolean | undefined;

  constructor(state: ListState) {
    this.state = state;
    this.placed = state.placed.some(({ value }) => value instanceof Deferred)
      ? state.placed.map(({ value, place }) => ({ value: settled(value), place }))
      : state.placed;
    this.elements = this.placed.map(({ value }) => value);
  }

  get isFixed(): boolean {
    this.#isFixed ??= this.state.isOrdered && this.elements.every(isCertain);
    return this.#isFixed;
  }
}

/** A list that the program may change. */
export class ListCell extends Cell<ListState> implements ArrayValue {
  readonly kind = "array";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  #read: ReadState | undefined;
  #isShared = false;
  /** The lists of which it may be one, and those that may be this one. */
  #alternatives: readonly ListCell[] = [];
  #joins: readonly ListCell[] = [];

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

  get #current(): ReadState {
    if (this.#read?.state !== this.state) {
      this.#read = new ReadState(this.state);
    }
    return this.#read;
  }

  countParts({ placed }: ListState): number {
    return placed.length;
  }

  get isUnordered(): boolean {
    return !this.state.isOrdered;
  }

  /** How many elements it has, without reading any. */
  get length(): number {
    return this.state.placed.length;
  }

  /** Whether its elements are all there is, each is there for certain, and their order is known. */
  get isFixed(): boolean {
    return this.#current.isFixed;
  }

  /** A list of the same elements, whatever becomes of this one. */
  asItIs(): ListCell {
    return new ListCell(this.store, this, this.state.placed, this.state.isOrdered);
  }

  /** Notes the lists of which it may be one: what is done to it may be done to any of them, and the reverse. */
  mayBe(lists: readonly ListCell[]): void {
    this.#alternatives = lists;
    for (const list of lists) {
      list.#joins = [...list.#joins, this];
    }
  }

  /** Replaces the elements. */
  set(placed: readonly PlacedValue[], isOrdered = this.state.isOrdered): void {
    this.#change(placed, isOrdered);
    this.#forgetAll((list) => list.#alternatives);
    this.#forgetAll((list) => list.#joins);
  }

  #change(placed: readonly PlacedValue[], isOrdered: boolean): void {
    this.state = { placed: this.#isShared ? this.#withUnknown(placed.map(asOptional)) : placed, isOrdered };
  }

  /** Takes into account that the lists which others may be may have changed, and those that these may be. */
  #forgetAll(othersOf: (list: ListCell) => readonly ListCell[]): void {
    const pending = [...othersOf(this)];
    for (let list = pending.pop(); list; list = pending.pop()) {
      const { placed, isOrdered } = list.state;
      if (!(placed.at(-1)?.value instanceof UnknownElements)) {
        list.#change(list.#withUnknown(placed), isOrdered);
        pending.push(...othersOf(list));
      }
    }
  }

  #withUnknown(placed: readonly PlacedValue[]): readonly PlacedValue[] {
    return placed.at(-1)?.value instanceof UnknownElements
      ? placed
      : [...placed, { value: new UnknownElements(this.range), place: undefined }];
  }

  /** Takes into account that the list has a second name from now on, which is not followed. */
  share(): void {
    this.#isShared = true;
    this.mayLose();
    this.forget();
  }

  /** Takes into account that any of the elements may be removed. */
  mayLose(): void {
    if (this.store.budget.takeMade(this.length)) {
      this.set(this.state.placed.map(asOptional));
    } else {
      this.lose();
    }
  }

  lose(): void {
    this.set([{ value: new UnknownElements(this.range), place: undefined }], false);
  }

  /** What all states begin with is certain; what only some have is optional. */
  merge(states: readonly ListState[]): void {
    const lists = states.map(({ placed }) => placed);
    const [first = [], ...others] = lists;
    const length = first.findIndex((element, index) => others.some((other) => other[index]?.value !== element.value));
    const common = length < 0 ? first : first.slice(0, length);
    const rest = lists.flatMap((list) => list.slice(common.length)).slice(0, maxElements);
    const more = new Map<Value, PlacedValue>();
    if (!this.store.budget.takeMade(rest.length)) {
      this.lose();
      return;
    }
    for (const element of rest) {
      const isOptional = element.value instanceof UnknownElements;
      more.set(element.value, isOptional ? element : { ...element, value: optionalValue(element.value) });
    }
    this.set(
      [...common, ...more.values()],
      states.every(({ isOrdered }) => isOrdered),
    );
  }

  forget(): void {
    const placed = this.#withUnknown(this.state.placed);
    if (placed !== this.state.placed) {
      this.set(placed);
    }
  }
}

/** Whether the elements of a list are all there is, each is there for certain, and their order is known. */
export function isFixed(list: ArrayValue): boolean {
  return list instanceof ListCell
    ? list.isFixed
    : // A list that is read elsewhere has no other sign of a part that is not known.
      isInOrder(list) && list.elements.every((element) => isCertain(element) && element.kind !== "unknown");
}

export function isInOrder({ isUnordered }: ArrayValue): boolean {
  return !isUnordered;
}

/** Whether an element is there once, for certain. */
export function isCertain(element: Value): boolean {
  return !(element instanceof UnknownElements) && !(element.kind === "choice" && element.isOptional);
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
