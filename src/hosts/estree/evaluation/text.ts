import type { PolicyString, Value } from "../../../policy/value.js";
import { hole, MappedText } from "../../../text/mapped-text.js";
import type { Range } from "../../../text/range.js";
import { Decoder } from "../../../text/string-literal.js";
import { computedString, referencedString } from "../../strings.js";
import { UndefinedValue } from "./absent-values.js";
import { choiceOf } from "./choices.js";
import { composed, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { jsonTextOf } from "./json-text.js";
import { isFixed } from "./list.js";

/** The literal text between the expressions of a template. */
export interface Chunk {
  readonly kind: "chunk";
  readonly text: MappedText;
}

export type TextPart = Value | Chunk;

/** A text has at most this many versions, one for each combination of the branches of its parts. */
const maxVersions = 16;

interface At {
  readonly range: Range;
}

/** The string that its parts compose; parts that are not known become holes. */
export function composeText(evaluator: Evaluator, node: At, frame: Frame, parts: readonly TextPart[]): Value {
  const values = parts.filter((part) => part.kind !== "chunk");
  const { range } = evaluator.making(node, frame);
  return composed(range, values, () => {
    const known = parts.map((part) => (part.kind === "chunk" ? part : settled(part)));
    const versions = versionsOf(evaluator, known);
    return choiceOf(
      range,
      versions.map((version) => joined(evaluator, node, frame, version)),
    );
  });
}

/** Each combination of the branches of the parts; the parts as they are if there are too many. */
function versionsOf({ budget }: Evaluator, parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const branchesOf = (part: TextPart) => (part.kind === "choice" && !part.isOptional ? part.branches : [part]);
  let count = 1;
  for (const part of parts) {
    count *= branchesOf(part).length;
    if (count > maxVersions) {
      return [parts];
    }
  }
  if (count > 1 && !budget.takeMade(count * parts.length)) {
    return [parts];
  }
  let versions: TextPart[][] = [[]];
  for (const part of parts) {
    const branches = branchesOf(part);
    if (branches.length === 1) {
      versions.forEach((version) => version.push(...branches));
    } else {
      versions = versions.flatMap((version) => branches.map((branch) => [...version, branch]));
    }
  }
  return versions;
}

function joined(evaluator: Evaluator, node: At, frame: Frame, parts: readonly TextPart[]): Value {
  const { range } = evaluator.making(node, frame);
  const decoder = new Decoder(range[0]);
  const outer = MappedText.verbatim("");
  let length = 0;
  for (const part of parts) {
    const text = part.kind === "chunk" ? part.text : textOf(part, evaluator);
    length += text?.text.length ?? 1;
    if (text && evaluator.budget.takeCharacters(text.text.length) && length <= maxLength) {
      decoder.appendPiece(text);
    } else {
      const place = part.kind === "chunk" ? range : part.range;
      decoder.appendAs(hole, outer, ...place);
    }
  }
  const other = parts.find((part) => part.kind !== "chunk" && part.origin !== undefined);
  return stringOf(decoder.finish(), node, frame, evaluator, other?.kind === "chunk" ? undefined : other?.origin);
}

/** In characters: a constant that is doubled repeatedly would exhaust memory. */
const maxLength = 60_000;

/** A string that is computed from others. */
export function stringOf(
  text: MappedText,
  node: At,
  frame: Frame,
  evaluator: Evaluator,
  partOrigin?: string,
): PolicyString {
  const { range, run, origin } = evaluator.making(node, frame);
  return origin === undefined
    ? computedString(range, text, { run, partOrigin, madeBy: frame.activation.functionName })
    : referencedString(range, MappedText.at(text.text, range), origin);
}

/** A string of which the program has no literal: the key of an object, a piece of a module of another file. */
export function textAt(value: string, node: At, frame: Frame, evaluator: Evaluator): PolicyString {
  const { range, origin } = evaluator.making(node, frame);
  const text = MappedText.at(value, range);
  const other = origin ?? frame.activation.module.origin;
  return other === undefined ? computedString(range, text) : referencedString(range, text, other);
}

/** The text that a value becomes in a string; `undefined` if it is not known. */
export function textOf(value: Value, evaluator: Evaluator): MappedText | undefined {
  const encoded = evaluator.encoded.get(value);
  if (encoded) {
    return encoded.isCompact ? jsonTextOf(value, evaluator) : undefined;
  }
  switch (value.kind) {
    case "string":
      return value.text;
    case "scalar":
      return MappedText.at(String(value.value), value.range);
    case "array":
      return isFixed(value) && evaluator.budget.takeElements(value.elements.length)
        ? textOfList(value.elements, value.range, evaluator)
        : undefined;
    default:
      return value instanceof UndefinedValue ? MappedText.at("undefined", value.range) : undefined;
  }
}

function textOfList(elements: readonly Value[], range: Range, evaluator: Evaluator): MappedText | undefined {
  const texts: string[] = [];
  let length = 0;
  for (const element of elements) {
    const text = textInList(element, evaluator);
    length += 1 + (text?.length ?? 0);
    if (text === undefined || length > maxLength) {
      return undefined;
    }
    texts.push(text);
  }
  return MappedText.at(texts.join(","), range);
}

/** The text of an element. Lists in lists are not followed: a list may contain itself. */
function textInList(element: Value, evaluator: Evaluator): string | undefined {
  if (isEmptyInText(element)) {
    return "";
  }
  return element.kind === "array" ? undefined : textOf(element, evaluator)?.text;
}

/** `null` and `undefined` in a list. */
export function isEmptyInText(value: Value): boolean {
  return value instanceof UndefinedValue || (value.kind === "scalar" && value.value === null);
}

/** A part of a string, each character of it with its place in the source. */
export function slice(text: MappedText, start: number, end: number): MappedText {
  const part = text.verbatimPart(start, text.text.slice(start, end));
  if (part) {
    return part;
  }
  const decoder = new Decoder(text.sourceRange(start, start)[0]);
  decoder.appendVerbatim(text, start, end);
  return decoder.finish();
}
