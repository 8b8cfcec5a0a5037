import { isKnownText } from "../../policy/placeholder.js";
import { wrapInList } from "../../edit/lists.js";
import { possibleValues, type Member, type Value } from "../../policy/value.js";
import type { ShapeProblem, ShapeProblemId } from "./shape-problem.js";

/** What a list of texts must be, and which problems say that it is not. */
export interface ListRules {
  readonly notList: ShapeProblemId;
  readonly notText: ShapeProblemId;
  readonly tooMany: ShapeProblemId;
  readonly most: number;
}

/** What is wrong with a value of a key that takes a list of texts. */
export function listProblems(
  member: Member,
  value: Value,
  { notList, notText, tooMany, most }: ListRules,
): readonly ShapeProblem[] {
  if (value.kind === "array") {
    const others = value.elements.filter(({ kind }) => kind !== "string");
    const number = value.elements.length - others.filter(({ kind }) => kind === "unknown").length;
    return [
      ...others
        .flatMap(possibleValues)
        .filter(isNoText)
        .map(({ range }) => ({ range, id: notText })),
      ...(number > most ? [{ range: member.keyRange, id: tooMany, data: { number, most } }] : []),
    ];
  }
  const isText = knownKind(value) === "string";
  const data = { key: member.writtenKey ?? member.key };
  return isText || isNoText(value)
    ? [{ range: value.range, id: notList, data, edits: isText ? wrapInList(member, value) : [] }]
    : [];
}

/** What a value is, as far as the file tells: a text that a template fills in may come to be anything. */
export function knownKind(value: Value): Value["kind"] {
  return value.kind === "string" && !isKnownText(value) ? "unknown" : value.kind;
}

/** Whether a value is known to be no text. */
export function isNoText({ kind }: Value): boolean {
  return kind === "scalar" || kind === "object" || kind === "array";
}
