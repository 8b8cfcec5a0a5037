import type { Catalog } from "../../catalog/catalog.js";
import { formatNumber } from "../../text/wording.js";
import type { PolicyDocument } from "../../policy/document.js";
import { isMissingKey, policyKeys } from "../../policy/keys.js";
import { findMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { ArrayValue, Member, ObjectValue, Value } from "../../policy/value.js";
import type { Check } from "../summary/check.js";
import type { Summary } from "../summary/summary.js";
import { aliasProblems } from "./aliases.js";
import { compactLength } from "./compact-length.js";
import { isMistakenKey, miscasedKeys, repeatedKeys, unknownKeys } from "./keys-shape.js";
import { labelProblems } from "./identity-labels.js";
import { identityProblems, type IdentityOptions } from "./identity-shape.js";
import { certainLength, isEmptyList, knownKind } from "./list-shape.js";
import { wrapInList } from "../../edit/lists.js";
import { removeMember } from "../../edit/members.js";
import { rawCharacterProblems } from "./raw-characters.js";
import { roleProblems } from "./role-shape.js";
import { startOf, type ShapeProblem, type ShapeProblemId } from "./shape-problem.js";
import { statementProblems } from "./statement-shape.js";
import { versionProblems } from "./version-shape.js";

/** Options of the rule. */
export interface ShapeLimits extends IdentityOptions {
  /** The maximum number of statements in a policy. */
  readonly maxStatements: number;
  /** The percentage of the maximum size from which a policy is reported as nearly too long. */
  readonly warnAtSize: number;
}

/** Mistakes in the shape of a policy and in what contains it: a role, or a resource that names it. */
export function shapeProblems(limits: ShapeLimits): Check<ShapeProblemId> {
  return {
    when: (summary) => !summary.isPlain || isTooMuch(summary, limits),
    problems: (policy, { catalog }) => problemsOf(policy, limits, catalog),
  };
}

function isTooMuch({ statementCount, size }: Summary, { maxStatements, warnAtSize }: ShapeLimits): boolean {
  return statementCount > maxStatements || size * 100 >= maxCharacters * warnAtSize;
}

function problemsOf(document: PolicyDocument, limits: ShapeLimits, catalog: Catalog): readonly ShapeProblem[] {
  return [
    ...(document.role ? roleProblems(document.role) : []),
    ...(document.labels ?? []).flatMap((labels) => labelProblems(labels, limits)),
    ...versionProblems(document, catalog),
    ...objectsOf(document).flatMap(repeatedKeys),
    ...(document.hasMiscasedKeys ? miscasedKeys(objectsOf(document)) : []),
    ...rawCharacterProblems(document),
    ...aliasProblems(document),
    ...grammarProblems(document, limits, catalog),
  ];
}

/** Roles (1.0) have a grammar that is not checked. Where another version must be, the version is the mistake. */
function grammarProblems(document: PolicyDocument, limits: ShapeLimits, catalog: Catalog): readonly ShapeProblem[] {
  const { dialect, takes } = document;
  if (takes !== undefined && takes !== dialect) {
    return [];
  }
  switch (dialect) {
    case "1.1":
      return [
        ...policyKeyProblems(document),
        ...statementListProblems(document, limits),
        ...statementProblems(document),
        ...sizeProblems(document, limits),
      ];
    case "5.0":
      return identityProblems(document, limits, catalog);
    default:
      return [];
  }
}

/** The objects of a policy, in any version, but those of its conditions, which another rule checks. */
function objectsOf({ value, statements }: PolicyDocument): readonly ObjectValue[] {
  const resources = statements.map(({ resource }) => resource).filter((resource) => resource?.kind === "object");
  return [value, ...statements.map((statement) => statement.value), ...resources];
}

function policyKeyProblems({ value, isVerbatim = false }: PolicyDocument): readonly ShapeProblem[] {
  // The cloud itself returns policies with an empty one (facts.md#empty-depends).
  const depends = findMember(value, "Depends");
  // The program may remove extra keys before it sends the object, so only certain mistakes are reported there.
  const checked = isVerbatim ? value.members : value.members.filter((member) => isMistakenKey(member, policyKeys));
  return [
    ...unknownKeys(value, { owner: "policy", known: policyKeys }, checked),
    ...(depends && !isEmptyList(depends.value, depends)
      ? [{ range: depends.keyRange, id: "dependsRefused", edits: removeMember(value, depends) } as const]
      : []),
  ];
}

/** IAM.1027 and IAM.1028. */
function statementListProblems(document: PolicyDocument, limits: ShapeLimits): readonly ShapeProblem[] {
  const { value: policy, isVerbatim } = document;
  const member = findMember(policy, "Statement");
  if (member) {
    return possibleValues(member.value).flatMap((value) => listOfStatementsProblems(member, value, limits));
  }
  return isVerbatim && isMissingKey(policy, "Statement", policyKeys)
    ? [{ range: startOf(policy), id: "statementMissing" }]
    : [];
}

function listOfStatementsProblems(member: Member, value: Value, limits: ShapeLimits): readonly ShapeProblem[] {
  if (value.kind === "array") {
    return [...countProblems(member, value, limits), ...elementProblems(value)];
  }
  switch (knownKind(value)) {
    case "object":
      return [{ range: member.keyRange, id: "statementNotList", edits: wrapInList(member, value) }];
    case "string":
    case "scalar":
      return [{ range: value.range, id: "statementNotList" }];
    default:
      return [];
  }
}

function countProblems(member: Member, list: ArrayValue, { maxStatements }: ShapeLimits): ShapeProblem[] {
  const { keyRange } = member;
  const number = certainLength(list);
  if (isEmptyList(list, member)) {
    return [{ range: keyRange, id: "noStatements" }];
  }
  return number > maxStatements ? [{ range: keyRange, id: "statementsTooMany", data: { number, maxStatements } }] : [];
}

function elementProblems({ elements }: ArrayValue): readonly ShapeProblem[] {
  return elements
    .flatMap(possibleValues)
    .filter((element) => ["string", "scalar", "array"].includes(knownKind(element)))
    .map(({ range }) => ({ range, id: "statementNotObject" }));
}

/** The maximum size of a policy, in characters (IAM.1021, facts.md#limits-of-a-policy). */
const maxCharacters = 6144;

/**
 * Uses the size without whitespace, a lower bound: no source says whether whitespace counts. Unknown parts count as 0.
 */
function sizeProblems({ value }: PolicyDocument, { warnAtSize }: ShapeLimits): readonly ShapeProblem[] {
  const length = compactLength(value);
  const member = findMember(value, "Statement");
  if (!member || length * 100 < maxCharacters * warnAtSize) {
    return [];
  }
  const data = { length: formatNumber(length), percent: Math.floor((length * 100) / maxCharacters) };
  return length > maxCharacters
    ? [{ range: member.keyRange, id: "policyTooLong", data }]
    : [{ range: member.keyRange, id: "policyNearlyTooLong", data }];
}
