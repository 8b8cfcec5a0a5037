import type { ArrayValue, ConstructValue, ObjectValue, PolicyString, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";

/** A value that may carry a policy. */
export type Candidate = ObjectValue | PolicyString | ConstructValue | NamedValue | ConstantValue;

/** The value of a variable or class field whose name a {@link CandidateFilter} lists. */
export interface NamedValue {
  readonly kind: "named";
  readonly name: string;
  readonly range: Range;
  readonly value: Value;
}

/**
 * A list, set (read as a list), record or enum that a program defines as a constant, outside of functions; a local or
 * variable of Terraform.
 */
export interface ConstantValue {
  readonly kind: "constant";
  readonly range: Range;
  readonly value: ObjectValue | ArrayValue;
}

/** Selects candidates. Hosts filter while they walk the tree, so they never build a value that no carrier looks at. */
export interface CandidateFilter {
  /** An object with one of these keys is a candidate. */
  readonly keys: ReadonlySet<string>;
  /** An object with one of these keys is a candidate if it is the root of a JSON file. */
  readonly rootKeys: ReadonlySet<string>;
  /** A string that contains this word is a candidate. It is the key of a policy. */
  readonly word: string;
  /** `new X(...)` or `f(...)` with one of these names is a candidate, whatever module it is imported from. */
  readonly callees: ReadonlySet<string>;
  /** A file of Terraform without any of these words has no resource that a carrier looks at. */
  readonly resourceWords?: readonly string[];
  /**
   * A resource of Terraform whose type has this word is a candidate, too, where it is in another file of the module and
   * this file refers to it.
   */
  readonly referredType?: string;
  /** A variable or class field with one of these names is a candidate. */
  readonly names: ReadonlySet<string>;
}
