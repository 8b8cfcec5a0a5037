import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/**
 * The neutral tree between the hosts and the policy model: the parts of a policy, whatever language it is written in.
 * Members and elements are read on first use, so a deep tree costs nothing.
 */
export type Value = ObjectValue | ArrayValue | PolicyString | ScalarValue | ChoiceValue | ConstructValue | UnknownValue;

export interface ObjectValue extends Origin, Styled {
  readonly kind: "object";
  readonly range: Range;
  readonly members: readonly Member[];
  /** False when the object may have other members, such as those of a spread that is not known. */
  readonly isComplete: boolean;
  /**
   * Keys that are written, with a value that is not there as far as that is known, where a condition which is not known
   * decides about the object: `...(isEmpty(deny) ? [] : [{ Effect: "Deny", Action: deny }])`. They may be there.
   */
  readonly leftOut?: ReadonlySet<string>;
  /** Set when the object is a whole JSON file, or the whole JSON text of a string. */
  readonly isWhole?: true;
  /**
   * Constructs whose properties are spread into the object before its members, in order: `{ ...statement, action }`. A
   * construct that is spread after a member is not among them. As a host does not know the properties, the object is not
   * complete.
   */
  readonly spreadConstructs?: readonly ConstructValue[];
}

/** How a list or object of YAML is written. */
interface Styled {
  /**
   * In a block, elements or members stand in lines of their own, without brackets and commas. With brackets, it is the
   * other way, and its lines have to be indented.
   */
  readonly style?: "block" | "flow";
}

/** Where a value comes from that is not simply written where it is used. */
export interface Origin {
  /** The base name of the other file that the value is written in: `actions.ts`. */
  readonly origin?: string;
  /**
   * The run of the code that made the value, if that code runs more than once, such as the call of a function: values of
   * the same range are different values in different runs.
   */
  readonly run?: number;
}

/** Whether a value is from a file that is no program, such as JSON or a template. */
export function isOfDataFile({ origin }: Origin): boolean {
  return origin !== undefined && !/\.(?:[cm]?[jt]sx?|tf|tofu)$/u.test(origin);
}

export interface Member {
  readonly key: string;
  /** The key as it is written, where a carrier has its own name for it: `action` for `Action`. */
  readonly writtenKey?: string;
  readonly keyRange: Range;
  /**
   * The key with the source range of each character, read on first use; absent where it is written in another file, or
   * where changing it would change more than the key.
   */
  readonly readKey?: () => PolicyString;
  /** The property in the source; its value may be written elsewhere. */
  readonly range: Range;
  readonly value: Value;
}

export interface ArrayValue extends Origin {
  readonly kind: "array";
  readonly range: Range;
  readonly elements: readonly Value[];
  /** The same elements, each with its place in the source. */
  readonly placed: readonly PlacedValue[];
  /** The texts of the elements, where each of them is a string literal without an escape: most lists need no more. */
  readonly texts?: readonly string[] | undefined;
  /** Whether nobody knows which of the elements comes first. */
  readonly isUnordered?: boolean;
}

/** An element of a list, or a lone value in the place of a list. */
export interface PlacedValue {
  readonly value: Value;
  /**
   * The place where the element is written, which may be in another list that is spread here; `undefined` when it is in
   * no list of this file.
   */
  readonly place: ListPlace | undefined;
}

/** A place in a list of this file. */
export interface ListPlace extends Styled {
  /** The list with its brackets, if it has any. */
  readonly range: Range;
  /** The range of each element in the source. */
  readonly slots: readonly Range[];
  readonly index: number;
}

export interface PolicyString extends Origin {
  readonly kind: "string";
  /** The decoded text, with a {@link hole} for each part that is not known. */
  readonly value: string;
  /** The same text with the source range of each character. */
  readonly text: MappedText;
  /** The literal with its quotes, or the expression whose value the string is. */
  readonly range: Range;
  /** The range between the quotes; the whole expression if it is not a literal. */
  readonly contentRange: Range;
  /** False when the text has a hole. */
  readonly isStatic: boolean;
  /** Whether it is a single literal of this file, so that another text may be written between its quotes. */
  readonly isLiteral: boolean;
  /**
   * How the program uses the text, if it is not final: as one of several pieces, which `+=` or a list may continue, or as
   * the input of something other than a JSON parser, such as JSON5 or `.replace(...)`.
   */
  readonly usage?: "fragment" | "other-reader";
  /** The other file that a part of the text is written in, such as the name of a service. */
  readonly partOrigin?: string;
  /** The function that composes the text: `disk` of `disk("list")`. */
  readonly madeBy?: string;
  /**
   * Set for what the author means as a text, and the file's language does not: in YAML, `*:*:*` without quotes is an
   * alias, which has no anchor.
   */
  readonly isAlias?: true;
  /** The first control character of a JSON string that stands there as it is, where JSON requires an escape. */
  readonly rawCharacter?: RawCharacter;
  /**
   * The source range of the characters from `start` up to `end` of the value; `null` when one of them is a hole or they
   * are not contiguous in the source.
   */
  slice(start: number, end: number): Range | null;
}

/** A control character that is written without an escape. */
export interface RawCharacter {
  /** The character; two for the line end of Windows. */
  readonly text: string;
  readonly range: Range;
}

export interface ScalarValue extends Origin {
  readonly kind: "scalar";
  readonly range: Range;
  /** What is written, where another number would be written as its value: `5.0`. */
  readonly written?: string;
  readonly value: number | boolean | null;
}

/** One of several values, depending on a condition that is not known. */
export interface ChoiceValue extends Origin, Referenced {
  readonly kind: "choice";
  readonly range: Range;
  readonly branches: readonly Value[];
  /** Set if there may be none of them at all: an element that is left out, a member that is not set. */
  readonly isOptional?: true;
}

/** A value that is not known and still the same wherever the same is written. */
interface Referenced {
  /** The Terraform reference that the value is, as JSON syntax has it: `${opentelekomcloud_identity_group_v3.ops.id}`. */
  readonly reference?: string;
}

/** The result of `new X(...)` or `f(...)`, with what the program does with it afterwards. */
export interface ConstructValue extends Origin {
  readonly kind: "construct";
  readonly range: Range;
  readonly callee: Callee;
  readonly arguments: readonly Value[];
  /** In the order of execution. */
  readonly updates: readonly ConstructUpdate[];
  /** The same object for every reference to the same construct. */
  readonly identity: object;
}

/** A change of a construct: a call of a method (`x.withAction([...])`) or an assignment (`x.action = [...]`). */
export type ConstructUpdate = ConstructCall | ConstructAssignment;

export interface ConstructCall {
  readonly kind: "call";
  readonly name: string;
  readonly range: Range;
  readonly arguments: readonly Value[];
  /** False if the program makes the change under a condition that is not known. */
  readonly isCertain: boolean;
}

export interface ConstructAssignment {
  readonly kind: "assignment";
  readonly name: string;
  readonly range: Range;
  readonly value: Value;
  readonly isCertain: boolean;
}

/** A class or function by its module and its name there: `iam.Role` of `@huaweicloudos/pulumi`. */
export interface Callee {
  /** The module specifier of the import; `undefined` for a name of the file itself or a global one. */
  readonly module: string | undefined;
  readonly path: readonly string[];
}

/** An expression whose value is not known without running the code. */
export interface UnknownValue extends Origin, Referenced {
  readonly kind: "unknown";
  readonly range: Range;
  /** Set for a property of a construct, such as `role.id`. */
  readonly construct?: ConstructValue;
  /** Set for a name of another module that is not read, such as a member of an enum. */
  readonly imported?: Callee;
  /** The name of an alias of YAML that has no anchor. */
  readonly alias?: string;
  /** Set for `JSON.stringify(...)` of a string: the result is the string in quotes, not an object. */
  readonly isQuotedText?: true;
}
