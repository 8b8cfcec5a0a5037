import type { JsonProblem } from "../hosts/json/json-text.js";
import type { Range } from "../text/range.js";

/** A problem in a place that should hold a policy, but has none to check. */
export interface CarrierProblem {
  readonly range: Range;
  readonly id: CarrierProblemId;
  /** The values of the message's placeholders. */
  readonly data?: Readonly<Record<string, string>>;
}

export type CarrierProblemId =
  /** A string that is meant to be a policy but is not valid JSON. */
  | "unparsable"
  /** The same for a condition that is JSON in a string. */
  | "unparsableCondition"
  /** A policy that is JSON-encoded twice, which the cloud reads as a string (IAM.1020). */
  | "encodedTwice"
  /** A role without a policy, or whose policy is not an object (IAM.1020). */
  | "policyMissing"
  | "policyNotObject"
  /** A key that is a setter of an SDK model, in an object that has only a copy of the model's fields. */
  | "setterSpread"
  /** A policy whose keys a library respells. */
  | "defaultRespelt";

/** The problem of a string that is not valid JSON. */
export function unparsable({ range, problem }: JsonProblem): CarrierProblem {
  return { range, id: "unparsable", data: { problem } };
}
