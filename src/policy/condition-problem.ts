import type { Cloud } from "../catalog/format.js";
import { clip } from "../wording.js";
import type { Edit } from "../text/list-edit.js";
import type { Problem, Repair } from "./problem.js";
import type { Member } from "./value.js";

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

/** The suggestion to write another key; none where it is not written in one piece in this file. */
export function renameKey(member: Member, name: string): readonly Repair<ConditionMessage>[] {
  const edit = renaming(member, name);
  return edit ? [{ id: "replace", data: { name: clip(name) }, edits: [edit], isSafe: false }] : [];
}

/** Writes another key in the place of one, in quotes where it has them or needs them. */
function renaming({ readKey }: Member, name: string): Edit | undefined {
  const key = readKey?.();
  if (!key?.isLiteral) {
    return undefined;
  }
  const isBare = key.contentRange[0] === key.range[0];
  return { range: key.contentRange, text: isBare && !/^[A-Za-z_$][\w$]*$/u.test(name) ? `"${name}"` : name };
}
