import { possibleValues } from "../policy/possible-values.js";
import type {
  ArrayValue,
  ChoiceValue,
  Member,
  ObjectValue,
  Origin,
  PlacedValue,
  ScalarValue,
  UnknownValue,
  Value,
} from "../policy/value.js";
import type { Range } from "../text/range.js";

/** The known members of an object. */
export interface ObjectParts {
  readonly members: readonly Member[];
  readonly isComplete: boolean;
}

/** Optional properties of an object value. */
interface ObjectDetails {
  readonly origin?: string | undefined;
  readonly run?: number | undefined;
  readonly isWhole?: boolean;
  readonly leftOut?: ObjectValue["leftOut"];
  readonly spreadConstructs?: ObjectValue["spreadConstructs"];
  readonly style?: ObjectValue["style"];
}

/** An object whose members are read on first access. */
export function lazyObject(range: Range, read: () => ObjectParts, details: ObjectDetails = {}): ObjectValue {
  return new LazyObject(range, read, details);
}

/** A number, with what is written where that is another decimal: `5.0`, but not `0x10`, which JSON does not have. */
export function numberOf(range: Range, value: number, written: string): ScalarValue {
  const isOther = written !== String(value) && /^\d+\.\d+$/u.test(written);
  return { kind: "scalar", range, value, ...(isOther ? { written } : {}) };
}

/** Optional properties of an array value. */
type ArrayDetails = Origin & Pick<ArrayValue, "isUnordered">;

/** An array whose elements are read on first access. */
export function lazyArray(range: Range, read: () => readonly PlacedValue[], details: ArrayDetails = {}): ArrayValue {
  return new LazyArray(range, read, details);
}

/**
 * An array that is written as one list, whose elements are read on first access. Their places follow from their ranges.
 *
 * @param texts the texts of the elements, if they are all that there is to the elements
 */
export function writtenArray(range: Range, read: () => readonly Value[], texts?: readonly string[]): ArrayValue {
  return new WrittenArray(range, read, texts);
}

/**
 * Reads once. A constant that refers to itself asks for its parts while they are read, and gets `initial`.
 *
 * Values are classes because a policy has hundreds of them: V8 gives each object literal with getters its own hidden
 * class.
 */
class Lazy<Parts> {
  #read: (() => Parts) | undefined;
  #parts: Parts;

  constructor(read: () => Parts, initial: Parts) {
    this.#read = read;
    this.#parts = initial;
  }

  get parts(): Parts {
    const read = this.#read;
    if (read) {
      this.#read = undefined;
      this.#parts = read();
    }
    return this.#parts;
  }
}

const nothingKnown: ObjectParts = { members: [], isComplete: false };

class LazyObject implements ObjectValue {
  readonly kind = "object";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  readonly isWhole?: true;
  readonly leftOut?: NonNullable<ObjectValue["leftOut"]>;
  readonly spreadConstructs?: NonNullable<ObjectValue["spreadConstructs"]>;
  readonly style?: NonNullable<ObjectValue["style"]>;
  readonly #lazy: Lazy<ObjectParts>;

  constructor(range: Range, read: () => ObjectParts, details: ObjectDetails) {
    const { origin, run, isWhole, leftOut, spreadConstructs, style } = details;
    this.range = range;
    this.#lazy = new Lazy(read, nothingKnown);
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
    if (isWhole) {
      this.isWhole = isWhole;
    }
    if (leftOut) {
      this.leftOut = leftOut;
    }
    if (spreadConstructs) {
      this.spreadConstructs = spreadConstructs;
    }
    if (style) {
      this.style = style;
    }
  }

  get members(): readonly Member[] {
    return this.#lazy.parts.members;
  }

  get isComplete(): boolean {
    return this.#lazy.parts.isComplete;
  }
}

class LazyArray implements ArrayValue {
  readonly kind = "array";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  readonly isUnordered?: boolean;
  readonly #lazy: Lazy<Pick<ArrayValue, "elements" | "placed">>;

  constructor(range: Range, read: () => readonly PlacedValue[], { origin, run, isUnordered }: ArrayDetails) {
    this.range = range;
    if (isUnordered) {
      this.isUnordered = true;
    }
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
    this.#lazy = new Lazy(() => listOf(read()), listOf([{ value: unknown(range), place: undefined }]));
  }

  get elements(): readonly Value[] {
    return this.#lazy.parts.elements;
  }

  get placed(): readonly PlacedValue[] {
    return this.#lazy.parts.placed;
  }
}

class WrittenArray implements ArrayValue {
  readonly kind = "array";
  readonly range: Range;
  readonly texts: readonly string[] | undefined;
  readonly #read: () => readonly Value[];
  #elements: readonly Value[] | undefined;
  #placed: readonly PlacedValue[] | undefined;

  constructor(range: Range, read: () => readonly Value[], texts: readonly string[] | undefined) {
    this.range = range;
    this.texts = texts;
    this.#read = read;
  }

  get elements(): readonly Value[] {
    return (this.#elements ??= this.#read());
  }

  get placed(): readonly PlacedValue[] {
    return (this.#placed ??= placedIn(this.range, this.elements));
  }
}

function listOf(placed: readonly PlacedValue[]): Pick<ArrayValue, "elements" | "placed"> {
  return { elements: placed.map(({ value }) => value), placed };
}

/** List elements with their location in the list that contains them. */
export function placedIn(range: Range, values: readonly Value[]): readonly PlacedValue[] {
  const slots: Range[] = [];
  const placed: PlacedValue[] = [];
  for (const value of values) {
    placed.push({ value, place: { range, slots, index: slots.length } });
    slots.push(value.range);
  }
  return placed;
}

/** A value that is there in one case and not in another. */
export function optional(value: Value): ChoiceValue {
  return { kind: "choice", range: value.range, branches: possibleValues(value), isOptional: true };
}

/** An expression whose value is unknown. */
export function unknown(range: Range): UnknownValue {
  return { kind: "unknown", range };
}
