import { isKnownText } from "../../policy/placeholder.js";
import { wrapInList } from "../../edit/lists.js";
import { isOptional, possibleValues } from "../../policy/possible-values.js";
import type { ArrayValue, Member, Value } from "../../policy/value.js";
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
    const number = certainLength(value);
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

/** How many elements a list has at least: what may be left out, or is not known, may be none. */
export function certainLength({ elements }: ArrayValue): number {
  return elements.filter((element) => element.kind !== "unknown" && !isOptional(element)).length;
}

/**
 * Whether a list that a member may have is empty. Where something unknown can take its place, such as the value that is
 * passed for a variable with an empty default, it is no mistake.
 */
export function isEmptyList(value: Value, member: Member): boolean {
  const isEmpty = value.kind === "array" && value.elements.length === 0;
  return isEmpty && !possibleValues(member.value).some(({ kind }) => kind === "unknown");
}

/** The kind of a value, `unknown` for a string with a placeholder: a template may turn it into anything. */
export function knownKind(value: Value): Value["kind"] {
  return value.kind === "string" && !isKnownText(value) ? "unknown" : value.kind;
}

/** Whether a value is certainly not a string. */
export function isNotString({ kind }: Value): boolean {
  return kind === "scalar" || kind === "object" || kind === "array";
}
