import { truncate } from "../../text/wording.js";
import { oddActionsOf, readEffect, type PolicyDocument, type Statement } from "../../policy/document.js";
import { isMissingKey, statementKeys } from "../../policy/keys.js";
import { findMember, findSetMember, mayBeAbsent } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, PolicyString, Value } from "../../policy/value.js";
import { actionProblems } from "./action-shape.js";
import { isMistakenKey, unknownKeys } from "./keys-shape.js";
import { knownKind, listProblems, type ListConstraints } from "./list-shape.js";
import { addMember } from "../../edit/members.js";
import { replaceString } from "../../edit/strings.js";
import { resourceShapeProblems } from "./resource-shape.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";

/** Mistakes in the shape of a custom policy's statements. */
export function statementProblems(document: PolicyDocument): readonly ShapeProblem[] {
  return [
    ...document.statements.flatMap((statement) => [
      ...unknownKeys(
        statement.value,
        { owner: "statement", known: statementKeys },
        checkedMembers(statement, document),
      ),
      ...effectProblems(statement),
      ...actionListProblems(statement),
      ...resourceShapeProblems(statement),
      ...conditionShapeProblems(statement),
    ]),
    ...oddActionsOf(document).flatMap(actionProblems),
  ];
}

/** The program may remove extra keys before it sends the object, so only certain mistakes are reported there. */
function checkedMembers({ value: { members } }: Statement, { isVerbatim }: PolicyDocument): readonly Member[] {
  return isVerbatim ? members : members.filter((member) => isMistakenKey(member, statementKeys));
}

/** IAM.1029. */
function effectProblems({ value: statement }: Statement): readonly ShapeProblem[] {
  const member = findMember(statement, "Effect");
  if (member) {
    return possibleValues(member.value).flatMap(effectValueProblems);
  }
  return isMissingKey(statement, "Effect", statementKeys)
    ? [
        {
          range: startOf(statement),
          id: "effectMissing",
          edits: ["Allow", "Deny"].flatMap((effect) => addMember(statement, "Effect", effect)),
        },
      ]
    : [];
}

function effectValueProblems(value: Value): readonly ShapeProblem[] {
  switch (value.kind) {
    case "string":
      return knownKind(value) === "string" ? effectStringProblems(value) : [];
    case "array":
    case "object":
    case "scalar":
      return [{ range: value.range, id: "effectValue", data: { effect: "This" } }];
    default:
      return [];
  }
}

function effectStringProblems(string: PolicyString): readonly ShapeProblem[] {
  const effect = readEffect(string);
  const [range, written] = [string.contentRange, truncate(string.value)];
  if (effect === undefined) {
    const edits = ["Allow", "Deny"].flatMap((name) => replaceString(string, name));
    return [{ range, id: "effectValue", data: { effect: `"${written}"` }, edits }];
  }
  const edits = replaceString(string, effect, "fix");
  return string.value === effect ? [] : [{ range, id: "effectSpelling", data: { written, effect }, edits }];
}

/** The maximum is 100 actions (IAM.1033). */
const actionList: ListConstraints = {
  notList: "actionNotList",
  notString: "actionNotString",
  tooMany: "actionsTooMany",
  max: 100,
};

/** IAM.1030, IAM.1031 and IAM.1033. The cloud accepts an empty list, which silently grants nothing. */
function actionListProblems({ value: statement }: Statement): readonly ShapeProblem[] {
  const [action, notAction] = [findSetMember(statement, "Action"), findSetMember(statement, "NotAction")];
  const lists = [action, notAction].filter((member) => member !== undefined);
  if (lists.length === 0) {
    return ["Action", "NotAction"].every((key) => isMissingKey(statement, key, statementKeys))
      ? [{ range: startOf(statement), id: "actionMissing" }]
      : [];
  }
  return [
    ...lists.flatMap((member) =>
      possibleValues(member.value).flatMap((value) => listProblems(member, value, actionList)),
    ),
    ...(action && notAction && !lists.some(mayBeAbsent)
      ? [{ range: notAction.keyRange, id: "actionBoth" } as const]
      : []),
  ];
}

function conditionShapeProblems({ condition }: Statement): readonly ShapeProblem[] {
  const isOther = condition && ["string", "scalar", "array"].includes(knownKind(condition));
  return isOther ? [{ range: condition.range, id: "conditionNotObject" }] : [];
}
