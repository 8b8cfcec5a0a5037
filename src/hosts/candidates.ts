import type { ObjectValue, PolicyString } from "../policy/value.js";

/** An object or string that may carry a policy. */
export type Candidate = ObjectValue | PolicyString;

/** What makes an object or string worth a look; told to the hosts so that they build no value in vain. */
export interface CandidateMarks {
  /** An object with one of these keys is a candidate. */
  readonly keys: ReadonlySet<string>;
  /** A string that holds this word is a candidate. */
  readonly word: string;
}
