import type { Problem } from "../../edit/problem.js";
import type { ObjectValue } from "../../policy/value.js";

/** What can be wrong with the shape of a policy; `rules/valid-policy.ts` has a message for each. */
export type ShapeProblemId =
  | "versionMissing"
  | "versionNotText"
  | "versionBlanks"
  | "versionOther"
  | "versionOfCarrier"
  | "versionMixed"
  | "unknownKey"
  | "dependsRefused"
  | "statementMissing"
  | "statementNotList"
  | "statementNotObject"
  | "statementsNone"
  | "statementsTooMany"
  | "effectMissing"
  | "effectSpelling"
  | "effectValue"
  | "actionMissing"
  | "actionBoth"
  | "actionNotList"
  | "actionNotText"
  | "actionsTooMany"
  | "actionTooLong"
  | "actionBlanks"
  | "actionParts"
  | "actionCharacter"
  | "resourceNotList"
  | "resourceNotText"
  | "resourcesNone"
  | "resourcesTooMany"
  | "resourceTooLong"
  | "resourceBlanks"
  | "resourceEmpty"
  | "uriMissing"
  | "uriCondition"
  | "conditionNotObject"
  | "policyTooLong"
  | "policyNearlyTooLong"
  | "roleNotText"
  | "roleNameBlank"
  | "roleTextTooLong"
  | "roleTypeMissing"
  | "roleType"
  | "roleKey"
  /** Of edits. */
  | "add"
  | "quote"
  | "remove"
  | "replace"
  | "trim"
  | "wrap";

export type ShapeProblem = Problem<ShapeProblemId>;

/** The opening bracket: what is missing has no place of its own. */
export function startOf({ range: [start] }: ObjectValue): ShapeProblem["range"] {
  return [start, start + 1];
}
