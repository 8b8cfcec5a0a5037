import type { ConstructValue, ObjectValue, PolicyString, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";

/** A value that may carry a policy. */
export type Candidate = ObjectValue | PolicyString | ConstructValue | NamedValue;

/** The value of a variable or class field whose name is marked. */
export interface NamedValue {
  readonly kind: "named";
  readonly name: string;
  readonly range: Range;
  readonly value: Value;
}

/** Marks of what is worth a look; hosts are told them so that they build no value in vain. */
export interface CandidateMarks {
  /** An object with one of these keys is a candidate. */
  readonly keys: ReadonlySet<string>;
  /** An object with one of these keys is a candidate where it is all of a JSON file. */
  readonly rootKeys: ReadonlySet<string>;
  /** A string with this word in it is a candidate. */
  readonly word: string;
  /** `new X(...)` or `f(...)` by one of these names is a candidate, whatever it is imported from. */
  readonly callees: ReadonlySet<string>;
  /** A variable or class field by one of these names is a candidate. */
  readonly names: ReadonlySet<string>;
}
