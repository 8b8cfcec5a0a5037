import type {
  ArrayValue,
  Member,
  ObjectValue,
  PlacedValue,
  PolicyString,
  UnknownValue,
  Value,
} from "../policy/value.js";
import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/** What a host says of an object: its known members, and whether they are all. */
export interface ObjectParts {
  readonly members: readonly Member[];
  readonly isComplete: boolean;
}

/** What is known of an object besides its members. */
interface ObjectFacts {
  /** The other file that it is written in. */
  readonly origin?: string | undefined;
  readonly isWhole?: boolean;
}

/** An object whose parts are read on first use. */
export function lazyObject(range: Range, read: () => ObjectParts, facts: ObjectFacts = {}): ObjectValue {
  return new LazyObject(range, read, facts);
}

/** An array whose elements are read on first use. */
export function lazyArray(range: Range, read: () => readonly PlacedValue[]): ArrayValue {
  return new LazyArray(range, read);
}

/**
 * Reads once. A constant that is made of itself asks while it is read: then the answer is `meanwhile`.
 *
 * Values are classes, and their parts getters of a class: a policy has hundreds, and an object literal with getters is
 * one more shape for the engine each time.
 */
class Lazy<Parts> {
  #read: (() => Parts) | undefined;
  #parts: Parts;

  constructor(read: () => Parts, meanwhile: Parts) {
    this.#read = read;
    this.#parts = meanwhile;
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

class LazyObject implements ObjectValue {
  readonly kind = "object";
  readonly range: Range;
  readonly origin?: string;
  readonly isWhole?: true;
  readonly #lazy: Lazy<ObjectParts>;

  constructor(range: Range, read: () => ObjectParts, { origin, isWhole }: ObjectFacts) {
    this.range = range;
    this.#lazy = new Lazy(read, { members: [], isComplete: false });
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (isWhole) {
      this.isWhole = isWhole;
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
  readonly #lazy: Lazy<Pick<ArrayValue, "elements" | "placed">>;

  constructor(range: Range, read: () => readonly PlacedValue[]) {
    this.range = range;
    this.#lazy = new Lazy(() => listOf(read()), listOf([{ value: unknown(range), place: undefined }]));
  }

  get elements(): readonly Value[] {
    return this.#lazy.parts.elements;
  }

  get placed(): readonly PlacedValue[] {
    return this.#lazy.parts.placed;
  }
}

function listOf(placed: readonly PlacedValue[]): Pick<ArrayValue, "elements" | "placed"> {
  return { elements: placed.map(({ value }) => value), placed };
}

/** Values that stand in the list that holds them, each as it is written. */
export function placedIn(range: Range, values: readonly Value[]): readonly PlacedValue[] {
  const slots: Range[] = [];
  const placed: PlacedValue[] = [];
  for (const value of values) {
    placed.push({ value, place: { range, slots, index: slots.length } });
    slots.push(value.range);
  }
  return placed;
}

/** A string literal: `range` with its quotes, `text` what stands between them. */
export function policyString(range: Range, text: MappedText): PolicyString {
  return new Text(range, text, text.isOnePiece(0, text.text.length));
}

/** A text that an expression makes. */
export function textValue(range: Range, text: MappedText): PolicyString {
  return new Text(range, text, false);
}

/** The same text as one of several that the program puts together. */
export function fragmentOf({ range, text, isLiteral }: PolicyString): PolicyString {
  return new Text(range, text, isLiteral, { isFragment: true });
}

/** A text of another file, placed at the mention of it in this one. */
export function referencedText(mention: Range, text: MappedText, origin: string): PolicyString {
  return new Text(mention, text, false, { origin });
}

class Text implements PolicyString {
  readonly kind = "string";
  readonly range: Range;
  readonly value: string;
  readonly text: MappedText;
  readonly isLiteral: boolean;
  readonly isFragment?: true;
  readonly origin?: string;

  constructor(
    range: Range,
    text: MappedText,
    isLiteral: boolean,
    { isFragment, origin }: Pick<PolicyString, "isFragment" | "origin"> = {},
  ) {
    this.range = range;
    this.value = text.text;
    this.text = text;
    this.isLiteral = isLiteral;
    if (isFragment) {
      this.isFragment = isFragment;
    }
    if (origin !== undefined) {
      this.origin = origin;
    }
  }

  get contentRange(): Range {
    return this.isLiteral ? this.text.sourceRange(0, this.text.text.length) : this.range;
  }

  get isStatic(): boolean {
    return this.text.isKnown(0, this.text.text.length);
  }

  slice(start: number, end: number): Range | null {
    const isWritten = this.origin === undefined && this.text.isKnown(start, end) && this.text.isOnePiece(start, end);
    return isWritten ? this.text.sourceRange(start, end) : null;
  }
}

/** An expression of which nothing is known. */
export function unknown(range: Range): UnknownValue {
  return { kind: "unknown", range };
}
