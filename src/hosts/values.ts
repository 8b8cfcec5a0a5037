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
export function lazyObject(range: Range, read: () => ObjectParts, { origin, isWhole }: ObjectFacts = {}): ObjectValue {
  const parts = once(read, { members: [], isComplete: false });
  return {
    kind: "object",
    range,
    get members() {
      return parts().members;
    },
    get isComplete() {
      return parts().isComplete;
    },
    ...(origin === undefined ? {} : { origin }),
    ...(isWhole ? { isWhole } : {}),
  };
}

/** An array whose elements are read on first use. */
export function lazyArray(range: Range, read: () => readonly PlacedValue[]): ArrayValue {
  const parts = once(() => partsOf(read()), partsOf([{ value: unknown(range), place: undefined }]));
  return {
    kind: "array",
    range,
    get elements() {
      return parts().elements;
    },
    get places() {
      return parts().places;
    },
  };
}

function partsOf(placed: readonly PlacedValue[]): Pick<ArrayValue, "elements" | "places"> {
  return { elements: placed.map(({ value }) => value), places: placed.map(({ place }) => place) };
}

/** Values that stand in the list that holds them, each as it is written. */
export function placedIn(range: Range, values: readonly Value[]): readonly PlacedValue[] {
  const slots = values.map((value) => value.range);
  return values.map((value, index) => ({ value, place: { range, slots, index } }));
}

/** A string literal: `range` with its quotes, `text` what stands between them. */
export function policyString(range: Range, text: MappedText): PolicyString {
  const { length } = text.text;
  const isLiteral = text.isOnePiece(0, length);
  return stringOf(range, text, isLiteral ? text.sourceRange(0, length) : range, isLiteral);
}

/** A text that an expression makes. */
export function textValue(range: Range, text: MappedText): PolicyString {
  return stringOf(range, text, range, false);
}

function stringOf(range: Range, text: MappedText, contentRange: Range, isLiteral: boolean): PolicyString {
  return {
    kind: "string",
    value: text.text,
    text,
    range,
    contentRange,
    isStatic: text.isKnown(0, text.text.length),
    isLiteral,
    slice: (start, end) =>
      text.isKnown(start, end) && text.isOnePiece(start, end) ? text.sourceRange(start, end) : null,
  };
}

/** Reads once. A constant that is made of itself asks while it is read: then the answer is `meanwhile`. */
function once<Read>(read: () => Read, meanwhile: Read): () => Read {
  let state: "unread" | "reading" | "read" = "unread";
  let result = meanwhile;
  return () => {
    if (state === "unread") {
      state = "reading";
      result = read();
      state = "read";
    }
    return result;
  };
}

/** An expression of which nothing is known. */
export function unknown(range: Range): UnknownValue {
  return { kind: "unknown", range };
}
