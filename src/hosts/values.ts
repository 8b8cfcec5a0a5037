import type { ArrayValue, Member, ObjectValue, PolicyString, Value } from "../policy/value.js";
import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/** What a host says of an object: its known members, and whether they are all. */
export interface ObjectParts {
  readonly members: readonly Member[];
  readonly isComplete: boolean;
}

/** An object whose parts are read on first use. */
export function lazyObject(range: Range, read: () => ObjectParts): ObjectValue {
  let parts: ObjectParts | undefined;
  return {
    kind: "object",
    range,
    get members() {
      return (parts ??= read()).members;
    },
    get isComplete() {
      return (parts ??= read()).isComplete;
    },
  };
}

/** An array whose elements are read on first use. */
export function lazyArray(range: Range, read: () => readonly Value[]): ArrayValue {
  let elements: readonly Value[] | undefined;
  return {
    kind: "array",
    range,
    get elements() {
      return (elements ??= read());
    },
  };
}

/** A string literal: `range` with its quotes, `text` what stands between them. */
export function policyString(range: Range, text: MappedText): PolicyString {
  const { length } = text.text;
  return {
    kind: "string",
    value: text.text,
    text,
    range,
    contentRange: text.sourceRange(0, length),
    isStatic: text.isKnown(0, length),
    slice: (start, end) => (text.isKnown(start, end) ? text.sourceRange(start, end) : null),
  };
}
