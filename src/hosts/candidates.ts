import type { ConstructValue, ObjectValue, PolicyString } from "../policy/value.js";

/** An object, string or construct that may carry a policy. */
export type Candidate = ObjectValue | PolicyString | ConstructValue;

/** What makes an object or string worth a look; told to the hosts so that they build no value in vain. */
export interface CandidateMarks {
  /** An object with one of these keys is a candidate. */
  readonly keys: ReadonlySet<string>;
  /** An object with one of these keys is a candidate where it is all of a JSON file. */
  readonly rootKeys: ReadonlySet<string>;
  /** A string that holds this word is a candidate. */
  readonly word: string;
  /** `new X(...)` or `f(...)` by one of these names is a candidate, whatever it is imported from. */
  readonly callees: ReadonlySet<string>;
}
