import { parse, type DocumentNode } from "@humanwhocodes/momoa";
import { MappedText, hole } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";
import { Decoder } from "../text/string-literal.js";

/** JSON text in a string, parsed; the offsets of the tree are offsets in `text`. */
export interface JsonText {
  readonly document: DocumentNode;
  readonly text: MappedText;
}

/** The first place where a text stops being JSON. */
export interface JsonProblem {
  readonly range: Range;
  /** For the middle of a sentence: `unexpected "]"`. */
  readonly problem: string;
}

/**
 * Parses JSON text that stands in a string or template literal. A hole in the text may be a part of a JSON
 * string or a whole JSON value.
 *
 * @returns `undefined` when the text is too deep for the parser
 */
export function parseJsonText(literal: MappedText): JsonText | JsonProblem | undefined {
  const text = quoteHoles(literal);
  try {
    return { document: parse(text.text, { mode: "json" }), text };
  } catch (error) {
    return error instanceof Error && "offset" in error ? problemAt(Number(error.offset), text) : undefined;
  }
}

/** Puts quotes around the holes that stand outside of JSON strings, so that the text can be parsed. */
function quoteHoles(literal: MappedText): MappedText {
  const { text } = literal;
  if (!text.includes(hole)) {
    return literal;
  }
  const decoder = new Decoder(literal, 0);
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const isEscape = isInString && character === "\\";
    if (character === '"') {
      isInString = !isInString;
    }
    const value = character === hole && !isInString ? `"${hole}"` : character;
    decoder.appendAs(value, index, index + 1);
    if (isEscape && index + 1 < text.length) {
      index++;
      decoder.appendAs(text.charAt(index), index, index + 1);
    }
  }
  return decoder.finish();
}

function problemAt(offset: number, text: MappedText): JsonProblem {
  const end = text.text.trimEnd().length;
  if (offset >= end - 1) {
    // At the end of the text, momoa names the last bracket whether it is the wrong one or another is missing.
    return { range: text.sourceRange(Math.max(0, end - 1), end), problem: "a bracket is missing or wrong at its end" };
  }
  const before = text.text.slice(0, offset).trimEnd();
  const found = text.text.charAt(offset);
  if (before.endsWith(",") && (found === "]" || found === "}")) {
    return {
      range: text.sourceRange(before.length - 1, before.length),
      problem: `the comma before "${found}" must go`,
    };
  }
  return { range: text.sourceRange(offset, offset + 1), problem: `unexpected ${JSON.stringify(found)}` };
}
