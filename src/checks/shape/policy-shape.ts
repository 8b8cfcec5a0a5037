import { formatNumber } from "../../text/wording.js";
import type { PolicyDocument } from "../../policy/document.js";
import { isMissingKey, policyKeys } from "../../policy/keys.js";
import { findMember, possibleValues, type ArrayValue, type Member, type Value } from "../../policy/value.js";
import { compactLength } from "./compact-length.js";
import { isMistakenKey, unknownKeys } from "./keys-shape.js";
import { knownKind } from "./list-shape.js";
import { wrapInList } from "../../edit/lists.js";
import { removeMember } from "../../edit/members.js";
import { roleProblems } from "./role-shape.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";
import { statementProblems } from "./statement-shape.js";
import { versionProblems } from "./version-shape.js";

/** Limits that the user may set. */
export interface ShapeLimits {
  /** The largest number of statements of a policy. */
  readonly maxStatements: number;
  /** From how many per cent of the largest size on a policy is told to be nearly too long. */
  readonly warnAtSize: number;
}

/** Everything that is wrong with the shape of a policy and of the role that holds it. */
export function shapeProblems(document: PolicyDocument, limits: ShapeLimits): readonly ShapeProblem[] {
  return [
    ...(document.role ? roleProblems(document.role) : []),
    ...versionProblems(document),
    // The grammar of roles (1.0) and identity policies (5.0) is another one.
    ...(document.dialect === "1.1"
      ? [
          ...policyKeyProblems(document),
          ...statementListProblems(document, limits),
          ...statementProblems(document),
          ...sizeProblems(document, limits),
        ]
      : []),
  ];
}

function policyKeyProblems({ value, isVerbatim = false }: PolicyDocument): readonly ShapeProblem[] {
  const depends = findMember(value, "Depends");
  // Before an object of a program is sent, what is not meant for the cloud may be taken out of it.
  const judged = isVerbatim ? value.members : value.members.filter((member) => isMistakenKey(member, policyKeys));
  return [
    ...unknownKeys(value, { owner: "policy", known: policyKeys }, judged),
    ...(depends && !isEmptyList(depends.value)
      ? [{ range: depends.keyRange, id: "dependsRefused", edits: removeMember(value, depends) } as const]
      : []),
  ];
}

/** The cloud itself prints policies with an empty one (facts.md#empty-depends). */
function isEmptyList(value: Value): boolean {
  return value.kind === "array" && value.elements.length === 0;
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

function countProblems({ keyRange }: Member, { elements }: ArrayValue, { maxStatements }: ShapeLimits): ShapeProblem[] {
  const number = elements.filter(({ kind }) => kind !== "unknown").length;
  if (elements.length === 0) {
    return [{ range: keyRange, id: "statementsNone" }];
  }
  return number > maxStatements ? [{ range: keyRange, id: "statementsTooMany", data: { number, maxStatements } }] : [];
}

function elementProblems({ elements }: ArrayValue): readonly ShapeProblem[] {
  return elements
    .flatMap(possibleValues)
    .filter((element) => ["string", "scalar", "array"].includes(knownKind(element)))
    .map(({ range }) => ({ range, id: "statementNotObject" }));
}

/** The largest size of a policy (IAM.1021, facts.md#limits-of-a-policy). */
const maxCharacters = 6144;

/**
 * The size without whitespace is a lower bound: whether whitespace counts, no source says. Of a program, what is not
 * known counts nothing.
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
