import { possibleValues } from "../../policy/possible-values.js";
import type { Value } from "../../policy/value.js";
import { hole, MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import { computedString, policyString } from "../strings.js";
import { choiceOf } from "./choices.js";
import { entriesOf } from "./entries.js";
import type { Evaluator } from "./evaluator.js";
import { jsonTextOf } from "./json-encoding.js";
import type { ForDirective, IfDirective, Interpolation, Template, TemplatePart, TemplateText } from "./nodes.js";
import type { Scope } from "./scope.js";
import { appendTemplateText } from "./template-text.js";

/** A longer string is not put into another: a local that is doubled repeatedly would exhaust memory. */
const maxCharacters = 100_000;
/** More parts than loops in a template in use have. */
const maxRepeatedParts = 10_000;

/**
 * The string of a template. Values that are known are filled in; other interpolations, and directives, are holes. A text
 * in quotes that is nothing but an interpolation is the value itself.
 */
export function templateValue(node: Template, evaluator: Evaluator, scope: Scope): Value {
  const { parts, range, opening } = node;
  const [only] = parts;
  if (opening === '"' && only?.type === "Interpolation" && parts.length === 1) {
    return evaluator.value(only.expression, scope);
  }
  const verbatim = verbatimText(node, evaluator.source);
  if (verbatim) {
    return policyString(range, verbatim);
  }
  const choice = opening === '"' ? onlyChoice(parts, evaluator, scope) : undefined;
  return choice
    ? choiceOf(
        range,
        choice.values.map((value) => textWith(node, evaluator, scope, { part: choice.part, value })),
      )
    : textWith(node, evaluator, scope);
}

/** An interpolation with the value that it has in one of several cases. */
interface Filled {
  readonly part: TemplatePart;
  readonly value: Value;
}

function textWith(node: Template, evaluator: Evaluator, scope: Scope, filled?: Filled): Value {
  const writer = new TemplateWriter(node.contentRange[0], evaluator, filled);
  writer.append(node.parts, scope);
  const { text, isLiteral } = writer;
  return isLiteral
    ? policyString(node.range, text)
    : computedString(node.range, text, scope.run === undefined ? {} : { run: scope.run });
}

/**
 * The interpolation that has several values, each of which is known, as a key that a block is repeated for. With two
 * such, it is not known which ones come together.
 */
function onlyChoice(
  parts: readonly TemplatePart[],
  evaluator: Evaluator,
  scope: Scope,
): { readonly part: Interpolation; readonly values: readonly Value[] } | undefined {
  const choices = parts.flatMap((part) => {
    const value = part.type === "Interpolation" ? evaluator.value(part.expression, scope) : undefined;
    return part.type === "Interpolation" && value?.kind === "choice" ? [{ part, values: possibleValues(value) }] : [];
  });
  const [choice] = choices;
  return choices.length === 1 && choice?.values.every((value) => textOf(value, value.range)) ? choice : undefined;
}

/** The text of a file that is a template as a whole, with the names that it is given. */
export function fileTemplateText(parts: readonly TemplatePart[], evaluator: Evaluator, scope: Scope): MappedText {
  const writer = new TemplateWriter(0, evaluator, undefined);
  writer.append(parts, scope);
  return writer.text;
}

/** The text of a template that means what is written; `undefined` for any other. */
function verbatimText({ parts, contentRange: [start, end] }: Template, source: MappedText): MappedText | undefined {
  const isVerbatim = parts.every(
    (part) => part.type === "TemplateText" && part.value.length === part.range[1] - part.range[0],
  );
  return isVerbatim ? source.verbatimPart(start, source.text.slice(start, end)) : undefined;
}

/** Puts the parts of a template together. */
class TemplateWriter {
  /** Whether all of it stands in the template itself. */
  isLiteral = true;
  readonly #decoder: Decoder;
  readonly #evaluator: Evaluator;
  readonly #filled: Filled | undefined;
  #end: number;
  #repeatedParts = 0;

  constructor(start: number, evaluator: Evaluator, filled: Filled | undefined) {
    this.#decoder = new Decoder(start);
    this.#end = start;
    this.#evaluator = evaluator;
    this.#filled = filled;
  }

  get text(): MappedText {
    return this.#decoder.finish();
  }

  append(parts: readonly TemplatePart[], scope: Scope): void {
    for (const part of parts) {
      if (startOf(part) !== this.#end) {
        // Indentation or a directive is missing in between.
        this.#decoder.startPiece();
      }
      this.#appendPart(part, scope);
      this.#end = endOf(part);
    }
  }

  #appendPart(part: TemplatePart, scope: Scope): void {
    if (part.type === "TemplateText") {
      appendTemplateText(this.#decoder, this.#evaluator.source, part);
      return;
    }
    this.isLiteral = false;
    const isKnown =
      part.type === "Interpolation"
        ? this.#interpolation(part, scope)
        : part.type === "IfDirective"
          ? this.#condition(part, scope)
          : this.#loop(part, scope);
    if (!isKnown) {
      this.#decoder.appendAs(hole, this.#evaluator.source, ...part.range);
    }
  }

  /** @returns whether it is known what stands there, as for the others */
  #interpolation(part: Interpolation, scope: Scope): boolean {
    const value =
      this.#filled?.part === part ? this.#filled.value : this.#evaluator.boundedValue(part.expression, scope);
    const isComposed = value.kind === "array" || value.kind === "object";
    // Nothing but its JSON text can stand in a text.
    const text = isComposed ? jsonTextOf(value, part.range, this.#evaluator.source) : textOf(value, part.range);
    if (text) {
      this.#decoder.appendPiece(text);
    }
    return text !== undefined;
  }

  #condition({ condition, consequent, alternate }: IfDirective, scope: Scope): boolean {
    const holds = this.#evaluator.truthOf(condition, scope);
    if (holds !== undefined) {
      this.append(holds ? consequent : alternate, scope);
      this.#decoder.startPiece();
    }
    return holds !== undefined;
  }

  #loop({ keyName, valueName, collection, content }: ForDirective, scope: Scope): boolean {
    const { known, isComplete } = entriesOf(this.#evaluator.value(collection, scope));
    this.#repeatedParts += known.length * content.length;
    if (!isComplete || known.some(({ isOptional }) => isOptional) || this.#repeatedParts > maxRepeatedParts) {
      return false;
    }
    for (const { key, value } of known) {
      this.append(content, scope.with({ ...(keyName ? { [keyName.name]: key } : {}), [valueName.name]: value }));
      this.#decoder.startPiece();
    }
    return true;
  }
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
