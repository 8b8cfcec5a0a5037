import type { Catalog } from "../../catalog/catalog.js";
import { addMember } from "../../edit/members.js";
import { replaceString } from "../../edit/strings.js";
import { readEffect, type Action, type PolicyDocument, type Statement } from "../../policy/document.js";
import { identityStatementKeys, isMissingKey } from "../../policy/keys.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { findMember, findSetMember, mayBeAbsent } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, Value } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import { identityKeyProblems } from "./identity-keys.js";
import { describePolicy, type PolicyName } from "./identity-names.js";
import type { IdentityOptions } from "./identity-shape.js";
import { isNotString, knownKind } from "./list-shape.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";
import { trustPrincipalProblems } from "./trust-principals.js";

/** Mistakes in the shape of the statements of a policy of version 5.0 (facts.md#grammar-of-version-5). */
export function identityStatementProblems(
  document: PolicyDocument,
  options: IdentityOptions,
  catalog: Catalog,
): readonly ShapeProblem[] {
  const data = describePolicy(document);
  return document.statements.flatMap((statement) => [
    ...identityKeyProblems(statement.value, "statement", document),
    ...(document.kind === "trust" ? trustPrincipalProblems(statement, document, options, catalog) : []),
    ...effectProblems(statement, data),
    ...actionKeyProblems(statement, data),
    ...["Sid", "Action", "NotAction", "Resource", "NotResource"].flatMap((key) => textProblems(statement, key, data)),
    ...[...statement.actions, ...statement.notActions].flatMap((action) => actionProblems(action, data)),
    ...(options.sdkGrammar === "report" ? resourceKeyProblems(statement, data) : []),
    ...conditionProblems(statement, data),
  ]);
}

/** Whether the case of an effect matters is not documented. */
function effectProblems({ value: statement }: Statement, data: PolicyName): readonly ShapeProblem[] {
  const member = findMember(statement, "Effect");
  if (!member) {
    return isMissingKey(statement, "Effect", identityStatementKeys)
      ? [
          {
            range: startOf(statement),
            id: "identityEffectMissing",
            data,
            edits: ["Allow", "Deny"].flatMap((effect) => addMember(statement, "Effect", effect)),
          },
        ]
      : [];
  }
  return possibleValues(member.value).flatMap((value): readonly ShapeProblem[] => {
    if (knownKind(value) === "string" && value.kind === "string") {
      const edits = ["Allow", "Deny"].flatMap((name) => replaceString(value, name));
      const effect = `"${truncate(value.value)}"`;
      return readEffect(value) === undefined
        ? [{ range: value.contentRange, id: "identityEffect", data: { ...data, effect, code: "" }, edits }]
        : [];
    }
    return isNotString(value)
      ? [
          {
            range: value.range,
            id: "identityEffect",
            data: { ...data, effect: "This", code: " (DATA_TYPE_MISMATCH)" },
          },
        ]
      : [];
  });
}

function actionKeyProblems({ value: statement }: Statement, data: PolicyName): readonly ShapeProblem[] {
  const [action, notAction] = [findSetMember(statement, "Action"), findSetMember(statement, "NotAction")];
  if (action && notAction) {
    return bothProblems(action, notAction, data);
  }
  const isMissing =
    !action &&
    !notAction &&
    ["Action", "NotAction"].every((key) => isMissingKey(statement, key, identityStatementKeys));
  return isMissing ? [{ range: startOf(statement), id: "identityActionMissing", data }] : [];
}

/** Only the SDKs' models say that a statement has one of the two. */
function resourceKeyProblems({ value: statement }: Statement, data: PolicyName): readonly ShapeProblem[] {
  const [resource, notResource] = [findSetMember(statement, "Resource"), findSetMember(statement, "NotResource")];
  return resource && notResource ? bothProblems(resource, notResource, data) : [];
}

function bothProblems(one: Member, other: Member, data: PolicyName): readonly ShapeProblem[] {
  return [one, other].some(mayBeAbsent)
    ? []
    : [{ range: other.keyRange, id: "identityBoth", data: { ...data, one: one.key, other: other.key } }];
}

const nouns: Readonly<Record<string, string>> = { Sid: '"Sid"', Action: "An action", NotAction: "An action" };

/** What is no text, in a list or alone. A `Resource` that is an object belongs to version 1.1, which is said elsewhere. */
function textProblems({ value: statement }: Statement, key: string, data: PolicyName): readonly ShapeProblem[] {
  const member = findSetMember(statement, key);
  const isResource = key === "Resource" || key === "NotResource";
  return (member ? possibleValues(member.value) : [])
    .flatMap((value): readonly Value[] =>
      value.kind === "array" && key !== "Sid" ? value.elements.flatMap(possibleValues) : [value],
    )
    .filter((value) => isNotString(value) && !(isResource && value.kind === "object"))
    .map(({ range }) => ({ range, id: "identityNotText", data: { ...data, what: nouns[key] ?? "A resource" } }));
}

/**
 * Actions that certainly have no three parts: what a wildcard in a shorter one covers is not documented, nor are the
 * length and characters of an action.
 */
function actionProblems({ string }: Action, data: PolicyName): readonly ShapeProblem[] {
  const text = string.value.trim();
  const parts = text.split(":");
  const [service = "", , operation = ""] = parts;
  const isWrong = parts.length < 3 ? !isWildcardIn(text) : parts.length === 3 && (service === "" || operation === "");
  return isWrong && !/[\s,;]/u.test(text)
    ? [{ range: string.contentRange, id: "identityActionParts", data: { ...data, action: truncate(text) } }]
    : [];
}

function conditionProblems({ condition }: Statement, data: PolicyName): readonly ShapeProblem[] {
  const isOther = condition && ["string", "scalar", "array"].includes(knownKind(condition));
  return isOther ? [{ range: condition.range, id: "identityCondition", data }] : [];
}
