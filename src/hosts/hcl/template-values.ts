import type { Value } from "../../policy/value.js";
import { hole, MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import { computedString, policyString } from "../values.js";
import type { Evaluator } from "./evaluator.js";
import type { Interpolation, Template, TemplatePart, TemplateText } from "./nodes.js";
import type { Scope } from "./scope.js";
import { appendTemplateText } from "./template-text.js";

/** A longer string is not put into another: a local that is doubled repeatedly would exhaust memory. */
const maxCharacters = 100_000;

/**
 * The string of a template. Values that are known are filled in; other interpolations, and directives, are holes. A text
 * in quotes that is nothing but an interpolation is the value itself.
 */
export function templateValue(node: Template, evaluator: Evaluator, scope: Scope): Value {
  const { parts, range } = node;
  const [only] = parts;
  if (node.opening === '"' && only?.type === "Interpolation" && parts.length === 1) {
    return evaluator.value(only.expression, scope);
  }
  const verbatim = verbatimText(node, evaluator.source.text);
  if (verbatim) {
    return policyString(range, verbatim);
  }
  const decoder = new Decoder(node.contentRange[0]);
  let isLiteral = true;
  let end = node.contentRange[0];
  for (const part of parts) {
    if (startOf(part) !== end) {
      // Indentation is missing in between.
      decoder.startPiece();
    }
    isLiteral = appendPart(decoder, part, evaluator, scope) && isLiteral;
    end = endOf(part);
  }
  return isLiteral ? policyString(range, decoder.finish()) : computedString(range, decoder.finish());
}

/** The text of a template that means what is written; `undefined` for any other. */
function verbatimText({ parts, contentRange: [start, end] }: Template, source: string): MappedText | undefined {
  const isVerbatim = parts.every(
    (part) => part.type === "TemplateText" && part.value.length === part.range[1] - part.range[0],
  );
  return isVerbatim ? MappedText.verbatim(source.slice(start, end), start) : undefined;
}

/** @returns whether the part stands in the template itself */
function appendPart(decoder: Decoder, part: TemplatePart, evaluator: Evaluator, scope: Scope): boolean {
  if (part.type === "TemplateText") {
    appendTemplateText(decoder, evaluator.source, part);
    return true;
  }
  const value = part.type === "Interpolation" ? interpolated(part, evaluator, scope) : undefined;
  if (value) {
    decoder.appendPiece(value);
    return false;
  }
  decoder.appendAs(hole, evaluator.source, ...part.range);
  return true;
}

function interpolated(
  { expression, range }: Interpolation,
  evaluator: Evaluator,
  scope: Scope,
): MappedText | undefined {
  return textOf(evaluator.value(expression, scope), range);
}

/**
 * A value as text, as Terraform converts it; `undefined` if it is not known.
 *
 * @param range where a value stands that is no text itself
 */
export function textOf(value: Value, range: Range): MappedText | undefined {
  if (value.kind === "string") {
    return value.value.length <= maxCharacters ? value.text : undefined;
  }
  const isPlain =
    value.kind === "scalar" &&
    value.value !== null &&
    /^(?:true|false|-?\d{1,9}(?:\.\d{1,6})?)$/u.test(String(value.value));
  return isPlain ? MappedText.at(String(value.value), range) : undefined;
}

function startOf(part: TemplatePart): number {
  return part.range[0] + (part.type === "TemplateText" ? sourceCut(part, 0) : 0);
}

function endOf(part: TemplatePart): number {
  return part.range[1] - (part.type === "TemplateText" ? sourceCut(part, 1) : 0);
}

/** How much is cut off: nothing but blanks and line breaks, which an escape may stand for. */
function sourceCut({ cut }: TemplateText, side: 0 | 1): number {
  return cut[side];
}
