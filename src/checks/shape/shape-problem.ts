import type { Problem } from "../../edit/problem.js";
import type { ObjectValue } from "../../policy/value.js";

/** The mistakes in the shape of a policy; `rules/valid-policy.ts` has a message for each. */
export type ShapeProblemId =
  | "versionMissing"
  | "versionNotString"
  | "versionWhitespace"
  | "versionOther"
  | "versionOfCarrier"
  | "versionMixed"
  | "unknownKey"
  | "repeatedKey"
  | "miscasedKeys"
  | "rawCharacter"
  | "aliasText"
  | "aliasWithoutAnchor"
  | "dependsRefused"
  | "statementMissing"
  | "statementNotList"
  | "statementNotObject"
  | "noStatements"
  | "statementsTooMany"
  | "effectMissing"
  | "effectSpelling"
  | "effectValue"
  | "actionMissing"
  | "actionBoth"
  | "actionNotList"
  | "actionNotString"
  | "actionsTooMany"
  | "actionTooLong"
  | "actionWhitespace"
  | "actionParts"
  | "actionCharacter"
  | "resourceNotList"
  | "resourceNotString"
  | "noResources"
  | "resourcesTooMany"
  | "resourceTooLong"
  | "resourceWhitespace"
  | "resourceEmpty"
  | "uriMissing"
  | "uriCondition"
  | "conditionNotObject"
  | "policyTooLong"
  | "policyNearlyTooLong"
  | "roleNotString"
  | "roleNameBlank"
  | "roleTextTooLong"
  | "roleTypeMissing"
  | "roleType"
  | "roleKey"
  /** Messages of edits. */
  | "add"
  | "quote"
  | "remove"
  | "renameKeys"
  | "removeCharacter"
  | "replace"
  | "trim"
  | "wrap";

export type ShapeProblem = Problem<ShapeProblemId>;

/** The opening bracket of an object, where missing members are reported; the first key of one without brackets. */
export function startOf({ range: [start], style, members: [first] }: ObjectValue): ShapeProblem["range"] {
  return style === "block" && first?.keyRange[0] === start ? first.keyRange : [start, start + 1];
}
