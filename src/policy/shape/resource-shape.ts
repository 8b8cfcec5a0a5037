import { clip } from "../../wording.js";
import type { Statement } from "../document.js";
import { isPlaceholder } from "../placeholder.js";
import {
  findMember,
  possibleValues,
  type ArrayValue,
  type Member,
  type ObjectValue,
  type PolicyString,
  type Value,
} from "../value.js";
import { unknownKeys } from "./keys-shape.js";
import { trimText, wrapInList } from "../repairs.js";
import type { ShapeProblem } from "./shape-problem.js";

/**
 * Most resources of a statement, and characters of one. Sources differ: 10 and 20 resources, 128 and 1,500
 * characters (IAM.1037, IAM.1040, IAM.1042; facts: policy-language 8, row 2). The laxer ones count.
 */
const mostResources = 20;
const mostCharacters = 1500;

/** What is wrong with the shape of a statement's resources. */
export function resourceProblems(statement: Statement): readonly ShapeProblem[] {
  const member = statement.resource && findMember(statement.value, "Resource");
  return member
    ? possibleValues(member.value).flatMap((value) =>
        value.kind === "object" ? agencyProblems(statement, member, value) : listProblems(member, value),
      )
    : [];
}

/** `{ "uri": ["/iam/agencies/<id>"] }`, the older form, which knows no conditions (IAM.1039). */
function agencyProblems(statement: Statement, member: Member, resource: ObjectValue): readonly ShapeProblem[] {
  const uri = findMember(resource, "uri");
  const condition = statement.condition && findMember(statement.value, "Condition");
  return [
    ...unknownKeys(resource, { owner: "resource", known: ["uri"], isStrict: true }),
    ...(uri || !resource.isComplete || resource.members.length > 0
      ? []
      : [{ range: member.value.range, id: "uriMissing" } as const]),
    ...(uri ? possibleValues(uri.value).flatMap((value) => listProblems(uri, value)) : []),
    ...(condition ? [{ range: condition.keyRange, id: "uriCondition" } as const] : []),
  ];
}

/** IAM.1037, IAM.1040 and IAM.1049. */
function listProblems(member: Member, value: Value): readonly ShapeProblem[] {
  const key = member.writtenKey ?? member.key;
  switch (value.kind) {
    case "string":
      return isPlaceholder(value.value)
        ? []
        : [{ range: value.range, id: "resourceNotList", data: { key }, repairs: wrapInList(member, value) }];
    case "scalar":
    case "object":
      return [{ range: value.range, id: "resourceNotList", data: { key } }];
    case "array":
      return [...countProblems(member, value), ...value.elements.flatMap(possibleValues).flatMap(uriProblems)];
    default:
      return [];
  }
}

function countProblems({ keyRange, value }: Member, { elements }: ArrayValue): readonly ShapeProblem[] {
  const number = elements.filter(({ kind }) => kind !== "unknown").length;
  if (elements.length === 0) {
    return [{ range: value.range, id: "resourcesNone" }];
  }
  return number > mostResources
    ? [{ range: keyRange, id: "resourcesTooMany", data: { number, most: mostResources } }]
    : [];
}

function uriProblems(uri: Value): readonly ShapeProblem[] {
  switch (uri.kind) {
    case "string":
      return uriTextProblems(uri);
    case "scalar":
    case "object":
    case "array":
      return [{ range: uri.range, id: "resourceNotText" }];
    default:
      return [];
  }
}

/** IAM.1041 and IAM.1042. What a template fills in is not known. */
function uriTextProblems(uri: PolicyString): readonly ShapeProblem[] {
  const { value, contentRange } = uri;
  if (!uri.isStatic || isPlaceholder(value)) {
    return [];
  }
  const blank = /\s+|^$/u.exec(value);
  if (blank) {
    const range = uri.slice(blank.index, blank.index + blank[0].length) ?? contentRange;
    return [
      {
        range: value === "" ? uri.range : range,
        id: "resourceBlank",
        repairs: blanksAreAround(value) ? trimText(uri) : [],
      },
    ];
  }
  return value.length > mostCharacters
    ? [{ range: contentRange, id: "resourceTooLong", data: { uri: clip(value), length: value.length } }]
    : [];
}

function blanksAreAround(text: string): boolean {
  return text.trim() !== "" && !/\s/u.test(text.trim());
}
