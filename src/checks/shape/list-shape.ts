import { isKnownText } from "../../policy/placeholder.js";
import { wrapInList } from "../../edit/lists.js";
import { possibleValues, type Member, type Value } from "../../policy/value.js";
import type { ShapeProblem, ShapeProblemId } from "./shape-problem.js";

/** The maximum length of a list of strings, and the problems to report for it. */
export interface ListConstraints {
  readonly notList: ShapeProblemId;
  readonly notString: ShapeProblemId;
  readonly tooMany: ShapeProblemId;
  readonly max: number;
}

/** Mistakes in the value of a key that requires a list of strings. */
export function listProblems(
  member: Member,
  value: Value,
  { notList, notString, tooMany, max }: ListConstraints,
): readonly ShapeProblem[] {
  if (value.kind === "array") {
    const others = value.elements.filter(({ kind }) => kind !== "string");
    const number = value.elements.length - others.filter(({ kind }) => kind === "unknown").length;
    return [
      ...others
        .flatMap(possibleValues)
        .filter(isNotString)
        .map(({ range }) => ({ range, id: notString })),
      ...(number > max ? [{ range: member.keyRange, id: tooMany, data: { number, max } }] : []),
    ];
  }
  const isText = knownKind(value) === "string";
  const data = { key: member.writtenKey ?? member.key };
  return isText || isNotString(value)
    ? [{ range: value.range, id: notList, data, edits: isText ? wrapInList(member, value) : [] }]
    : [];
}

/** The kind of a value, `unknown` for a string with a placeholder: a template may turn it into anything. */
export function knownKind(value: Value): Value["kind"] {
  return value.kind === "string" && !isKnownText(value) ? "unknown" : value.kind;
}

/** Whether a value is certainly not a string. */
export function isNotString({ kind }: Value): boolean {
  return kind === "scalar" || kind === "object" || kind === "array";
}
