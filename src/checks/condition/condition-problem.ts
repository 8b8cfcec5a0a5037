import type { PolicyDocument } from "../../policy/document.js";
import type { Problem } from "../../edit/problem.js";

export type ConditionProblem = Problem<ConditionProblemId>;

/** What is to be said of a condition: the rule has the words. */
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
  | "notText"
  | "noValue"
  | "tooLong"
  | "valueForm"
  | "pattern"
  | "replace"
  | "wrap"
  | "quote";

/** What the checks need to know besides the condition. */
export interface ConditionFacts {
  /** The policy's cloud, where it is known. */
  readonly cloud: PolicyDocument["cloud"] | undefined;
}
