import { truncate, formatNumber } from "../../text/wording.js";
import type { Statement } from "../../policy/document.js";
import { trimString } from "../../edit/strings.js";
import { findMember, findSetMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, ObjectValue, PolicyString, Value } from "../../policy/value.js";
import { unknownKeys } from "./keys-shape.js";
import { isEmptyList, knownKind, listProblems, type ListConstraints } from "./list-shape.js";
import type { ShapeProblem } from "./shape-problem.js";

/**
 * The maximum length of a resource and number of resources in a statement. Sources differ: 10 and 20 resources, 128 and
 * 1,500 characters (IAM.1037, IAM.1040, IAM.1042; facts.md#limits-of-resources). The higher limits apply.
 */
const maxCharacters = 1500;
const resourceList: ListConstraints = {
  notList: "resourceNotList",
  notString: "resourceNotString",
  tooMany: "resourcesTooMany",
  max: 20,
};

/** Mistakes in the shape of a statement's resources. */
export function resourceShapeProblems(statement: Statement): readonly ShapeProblem[] {
  const member = findSetMember(statement.value, "Resource");
  return member
    ? possibleValues(member.value).flatMap((value) =>
        value.kind === "object" ? agencyFormProblems(statement, member, value) : uriListProblems(member, value),
      )
    : [];
}

/** The older form, `{ "uri": ["/iam/agencies/<id>"] }`, which supports no conditions (IAM.1039). */
function agencyFormProblems(statement: Statement, member: Member, resource: ObjectValue): readonly ShapeProblem[] {
  const uri = findMember(resource, "uri");
  const condition = findSetMember(statement.value, "Condition");
  return [
    ...unknownKeys(resource, { owner: "resource", known: ["uri"] }),
    ...(uri || !resource.isComplete || resource.members.length > 0
      ? []
      : [{ range: member.value.range, id: "uriMissing" } as const]),
    ...(uri ? possibleValues(uri.value).flatMap((value) => uriListProblems(uri, value)) : []),
    ...(condition ? [{ range: condition.keyRange, id: "uriCondition" } as const] : []),
  ];
}

/** IAM.1037, IAM.1040 and IAM.1049. */
function uriListProblems(member: Member, value: Value): readonly ShapeProblem[] {
  const uris = value.kind === "array" ? value.elements.flatMap(possibleValues) : [];
  return [
    ...listProblems(member, value, resourceList),
    // A provider with keys of its own omits an empty list from the policy (facts.md#empty-resource-lists).
    ...(isEmptyList(value, member) && member.writtenKey === undefined
      ? [{ range: value.range, id: "noResources" } as const]
      : []),
    ...uris.flatMap((uri) => (uri.kind === "string" && knownKind(uri) === "string" ? uriStringProblems(uri) : [])),
  ];
}

/** IAM.1041 and IAM.1042. */
function uriStringProblems(uri: PolicyString): readonly ShapeProblem[] {
  const { value, contentRange } = uri;
  if (value === "") {
    return [{ range: uri.range, id: "resourceEmpty" }];
  }
  const whitespace = /\s+/u.exec(value);
  if (whitespace) {
    const range = uri.slice(whitespace.index, whitespace.index + whitespace[0].length) ?? contentRange;
    const edits = /\s/u.test(value.trim()) ? [] : trimString(uri);
    return [{ range, id: "resourceWhitespace", data: { uri: truncate(value.trim()) }, edits }];
  }
  return value.length > maxCharacters
    ? [
        {
          range: contentRange,
          id: "resourceTooLong",
          data: { uri: truncate(value), length: formatNumber(value.length) },
        },
      ]
    : [];
}
