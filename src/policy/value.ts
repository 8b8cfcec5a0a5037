import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/**
 * What a policy is made of, whatever it is written in: the neutral tree between the hosts and the policy
 * model. Members and elements are read when they are asked for, so a deep tree costs nothing.
 */
export type Value = ObjectValue | ArrayValue | PolicyString | ScalarValue | UnknownValue;

export interface ObjectValue {
  readonly kind: "object";
  readonly range: Range;
  readonly members: readonly Member[];
  /** False when a part of the object is not known, such as a spread. */
  readonly isComplete: boolean;
}

export interface Member {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Value;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly range: Range;
  readonly elements: readonly Value[];
}

export interface PolicyString {
  readonly kind: "string";
  /** The decoded text; a {@link hole} stands for each part that is not known. */
  readonly value: string;
  /** The same text with the place of each of its characters. */
  readonly text: MappedText;
  /** The literal with its quotes. */
  readonly range: Range;
  /** What stands between the quotes. */
  readonly contentRange: Range;
  /** False when the text has a hole. */
  readonly isStatic: boolean;
  /**
   * Where the characters from `start` up to `end` of the value stand. Good for pointing at them and, as they
   * belong to one literal, for replacing them; `null` when a hole is among them.
   */
  slice(start: number, end: number): Range | null;
}

export interface ScalarValue {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: number | boolean | null;
}

/** An expression whose value is not known without running the code. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly range: Range;
}

/** The member that counts for `key`: the last one, as every JSON reader has it. */
export function memberOf(object: ObjectValue, key: string): Value | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}
