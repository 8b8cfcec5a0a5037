import type { Problem } from "../../edit/problem.js";
import type { VariableProblemId } from "./variable-problems.js";
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
  | "overwritten"
  | "misspeltOperator"
  | "unknownOperator"
  | "nullSuffix"
  | "emptyKey"
  | "misspeltKey"
  | "identityPolicyKey"
  | "enterpriseProjectKey"
  | "mfaAge"
  | "keyType"
  | "misspeltIdentityKey"
  | "identityKeyType"
  | "notList"
  | "notString"
  | "noValue"
  | "tooLong"
  | "valueFormat"
  | "pattern"
  | "replace"
  | "wrap"
  | "quote"
  | VariableProblemId;

/** The policies that a message speaks of, for its middle: ` in this trust policy (5.0)`; empty for custom policies (1.1). */
export type Where = string;

export const inCustomPolicies: Where = "";

/** Facts that affect how a condition is checked, besides the condition itself. */
export interface ConditionContext {
  /** The policy's cloud, if known. */
  readonly cloud: Cloud | undefined;
}
