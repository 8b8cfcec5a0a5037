import type { Problem } from "../../edit/problem.js";
import type { Cloud } from "../../policy/cloud.js";

export type ConditionProblem = Problem<ConditionProblemId>;

/** The mistakes in a condition; `rules/valid-condition.ts` has a message for each. */
export type ConditionProblemId =
  | "noOperator"
  | "tooManyOperators"
  | "operatorValue"
  | "nullOperator"
  | "noKey"
  | "tooManyKeys"
  | "lost"
  | "nearOperator"
  | "unknownOperator"
  | "nullSuffix"
  | "emptyKey"
  | "nearKey"
  | "identityPolicyKey"
  | "enterpriseProjectKey"
  | "mfaAge"
  | "keyType"
  | "notList"
  | "notString"
  | "noValue"
  | "tooLong"
  | "valueForm"
  | "pattern"
  | "replace"
  | "wrap"
  | "quote";

/** The facts that decide about a condition besides the condition itself. */
export interface ConditionFacts {
  /** The policy's cloud, where it is known. */
  readonly cloud: Cloud | undefined;
}
