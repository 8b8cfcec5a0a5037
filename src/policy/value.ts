import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/**
 * What a policy is made of, whatever it is written in: the neutral tree between the hosts and the policy
 * model. Members and elements are read when they are asked for, so a deep tree costs nothing.
 */
export type Value = ObjectValue | ArrayValue | PolicyString | ScalarValue | ChoiceValue | ConstructValue | UnknownValue;

export interface ObjectValue {
  readonly kind: "object";
  readonly range: Range;
  readonly members: readonly Member[];
  /** False when a part of the object is not known, such as a spread. */
  readonly isComplete: boolean;
  /** Where the object is written, when that is another file. */
  readonly origin?: string;
  /** Set when the object is all of a JSON file, or of a JSON text in a string. */
  readonly isWhole?: true;
}

export interface Member {
  readonly key: string;
  /** The key as the file has it, where a carrier has one of its own: `action` for `Action`. */
  readonly writtenKey?: string;
  readonly keyRange: Range;
  /**
   * The key with the place of each of its characters, read when it is asked for; absent where it is written in
   * another file, or where changing it would change more than the key.
   */
  readonly readKey?: () => PolicyString;
  /** The whole property as it is written; its value may be written elsewhere. */
  readonly range: Range;
  readonly value: Value;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly range: Range;
  readonly elements: readonly Value[];
  /** The same elements, each with its place. */
  readonly placed: readonly PlacedValue[];
}

/** An element of a list, or what stands in a list's place. */
export interface PlacedValue {
  readonly value: Value;
  /**
   * Where the element is written: in another list than it is read from, where that one spreads it; `undefined` in no
   * list of this file.
   */
  readonly place: ListPlace | undefined;
}

/** A place in a list of this file. */
export interface ListPlace {
  /** The list with its brackets. */
  readonly range: Range;
  /** Its elements as they are written, one for each. */
  readonly slots: readonly Range[];
  readonly index: number;
}

export interface PolicyString {
  readonly kind: "string";
  /** The decoded text; a {@link hole} stands for each part that is not known. */
  readonly value: string;
  /** The same text with the place of each of its characters. */
  readonly text: MappedText;
  /** The literal with its quotes, or the expression that makes the text. */
  readonly range: Range;
  /** What stands between the quotes; the whole expression where it is no literal. */
  readonly contentRange: Range;
  /** False when the text has a hole. */
  readonly isStatic: boolean;
  /** Whether the range holds one literal of this file, so that another text may be written between its quotes. */
  readonly isLiteral: boolean;
  /** Set where the program may put more behind the text: in a list of texts, or by `+=`. */
  readonly isFragment?: true;
  /** Where the text is written, when that is another file: `actions.ts`. */
  readonly origin?: string;
  /**
   * Where the characters from `start` up to `end` of the value stand; `null` when a hole is among them or they
   * are pieced together.
   */
  slice(start: number, end: number): Range | null;
}

export interface ScalarValue {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: number | boolean | null;
}

/** One of several values, by a condition that is not known. */
export interface ChoiceValue {
  readonly kind: "choice";
  readonly range: Range;
  readonly branches: readonly Value[];
}

/** What `new X(...)` or `f(...)` makes, with the `.withY(...)` calls behind it. */
export interface ConstructValue {
  readonly kind: "construct";
  readonly range: Range;
  readonly callee: Callee;
  readonly arguments: readonly Value[];
  readonly chainedCalls: readonly { readonly name: string; readonly arguments: readonly Value[] }[];
  /** The same object for every mention of the same construct. */
  readonly identity: object;
}

/** A class or function by where it is imported from and its name there: `iam.Role` of `@huaweicloudos/pulumi`. */
export interface Callee {
  /** The module as it is written in the import; `undefined` for a name of the file itself or a global one. */
  readonly module: string | undefined;
  readonly path: readonly string[];
}

/** An expression whose value is not known without running the code. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly range: Range;
  /** Set for a property of a construct, such as `role.id`. */
  readonly construct?: ConstructValue;
  /** Set for a name of another module that is not read, such as an enumeration's member. */
  readonly imported?: Callee;
  /** Set for `JSON.stringify(...)` of a text: what it makes is the text in quotes and no object. */
  readonly isQuotedText?: true;
}

/** The member that counts for `key`: the last one, as every JSON reader has it. */
export function findMember({ members }: ObjectValue, key: string): Member | undefined {
  for (let index = members.length - 1; index >= 0; index--) {
    if (members[index]?.key === key) {
      return members[index];
    }
  }
  return undefined;
}

export function isNull(value: Value | undefined): boolean {
  return value?.kind === "scalar" && value.value === null;
}

/** The value of the member that counts for `key`. */
export function memberOf(object: ObjectValue, key: string): Value | undefined {
  return findMember(object, key)?.value;
}

/** The elements of a list, or of each list that a choice may be; a lone value is its own only element. */
export function listedValues(value: Value | undefined): readonly PlacedValue[] {
  if (value === undefined) {
    return [];
  }
  switch (value.kind) {
    case "array":
      return value.placed;
    case "choice":
      return value.branches.flatMap(listedValues);
    default:
      return [{ value, place: undefined }];
  }
}

/** Every value that an expression may have. */
export function possibleValues(value: Value): readonly Value[] {
  return value.kind === "choice" ? value.branches.flatMap(possibleValues) : [value];
}
