import type { Cloud } from "../catalog/format.js";
import { clip } from "../wording.js";
import type { Named } from "./conditions.js";
import type { Problem, Repair } from "./problem.js";

export type ConditionProblem = Problem<ConditionMessage>;

/** What is to be said of a condition: the rule has the words. */
export type ConditionMessage =
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
  /** The text of the file, for the quotes that are used there. */
  readonly source: string;
  /** The policy's cloud, where it is known. */
  readonly cloud: Cloud | undefined;
}

/** The suggestion to write another name; none where it is there already, or the old one is not written in this file. */
export function renaming({ member, owner }: Named, name: string): readonly Repair<ConditionMessage>[] {
  const key = member.readKey?.();
  if (!key?.isLiteral || owner.members.some((other) => other.key === name)) {
    return [];
  }
  const isBare = key.contentRange[0] === key.range[0];
  const text = isBare && !/^[A-Za-z_$][\w$]*$/u.test(name) ? `"${name}"` : name;
  return [{ id: "replace", data: { name: clip(name) }, edits: [{ range: key.contentRange, text }], isSafe: false }];
}
