import type { JsonProblem } from "../hosts/json/json-text.js";
import type { Problem } from "../edit/problem.js";

/** What is wrong where a policy should be, and there is none to judge. */
export type CarrierProblem = Problem<
  /** A text that is meant to be a policy and is no JSON. */
  | "unparsable"
  /** The same of a condition that stands as text in a block. */
  | "unparsableCondition"
  /** JSON text of a text, which the cloud reads as a text (IAM.1020). */
  | "encodedTwice"
  /** A role without a policy, or with one that is no object (IAM.1020). */
  | "policyMissing"
  | "policyNotObject"
>;

/** A text that is no JSON. */
export function unparsable({ range, problem }: JsonProblem): CarrierProblem {
  return { range, id: "unparsable", data: { problem } };
}
