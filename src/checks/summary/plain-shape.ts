import type { PolicyDocument, Statement } from "../../policy/document.js";
import { memberOf } from "../../policy/members.js";
import type { Value } from "../../policy/value.js";

/**
 * Whether a custom policy has the usual shape: its version and a list of statements, each with an effect and a list of
 * texts, all of it known and spelt as documented. Nothing can be wrong with that but how much there is of it, and what
 * the texts say.
 */
export function hasPlainShape(document: PolicyDocument): boolean {
  const { value, dialect, takes = dialect, statements } = document;
  return (
    dialect === "1.1" &&
    takes === dialect &&
    document.isComplete &&
    document.role === undefined &&
    !document.hasMiscasedKeys &&
    value.members.length === 2 &&
    isText(value, "Version", dialect) &&
    memberOf(value, "Statement")?.kind === "array" &&
    statements.length > 0 &&
    statements.every(isPlainStatement)
  );
}

/** The maximum is 100 actions (IAM.1033). */
const maxActions = 100;

function isPlainStatement({ value, effect, names }: Statement): boolean {
  return (
    value.members.length === 2 &&
    isText(value, "Effect", effect) &&
    isPlainList(memberOf(value, "Action")) &&
    names.length <= maxActions
  );
}

function isPlainList(list: Value | undefined): boolean {
  return list?.kind === "array" && (list.texts !== undefined || list.elements.every(isAsRead));
}

function isText(object: Statement["value"], key: string, text: string | undefined): boolean {
  const value = memberOf(object, key);
  return value?.kind === "string" && value.value === text && isAsRead(value);
}

/** Whether every reader takes a string: JSON has no control characters, and YAML reads an alias behind a star. */
function isAsRead(value: Value): boolean {
  return value.kind !== "string" || (value.rawCharacter === undefined && !value.isAlias);
}
