import { parse } from "@humanwhocodes/momoa";
import type { Value } from "../../policy/value.js";
import { MappedText, hole } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import type { Candidate, CandidateMarks } from "../candidates.js";
import { isTooDeep, momoaCandidates, momoaRoot } from "./values.js";

/** JSON text that stands in a string of another file, or in one of its own. */
export type JsonText = ParsedJson | JsonProblem;

export interface ParsedJson {
  readonly isValid: true;
  readonly root: Value;
  /** The values in it that may carry a policy, as those of a file. */
  candidates(marks: CandidateMarks): Iterable<Candidate>;
}

/** The first place where a text stops being JSON. */
export interface JsonProblem {
  readonly isValid: false;
  readonly range: Range;
  /** For the middle of a sentence: `unexpected "]"`. */
  readonly problem: string;
  /** Whether it is at the end of the text, where more may come. */
  readonly isAtEnd: boolean;
}

/**
 * Parses JSON text that stands in a string or template literal. A hole in the text may be a part of a JSON
 * string or a whole JSON value.
 *
 * @returns `undefined` when nothing is known: the text is too deep, or what is filled in
 *   later may make it JSON
 */
export function parseJsonText(literal: MappedText): JsonText | undefined {
  const text = quoteHoles(literal);
  try {
    const document = parse(text.text, { mode: "json" });
    return isTooDeep(document.body)
      ? undefined
      : {
          isValid: true,
          root: momoaRoot(document, text),
          candidates: (marks) => momoaCandidates(document, text, marks),
        };
  } catch (error) {
    const offset = error instanceof Error && "offset" in error ? Number(error.offset) : undefined;
    return offset === undefined || isFilledIn(offset, text) ? undefined : problemAt(offset, text);
  }
}

/** What a template or a program fills in, in or next to the character at which it was found to be no JSON. */
const placeholderMark = /^.?(?:[$%@<]|#\{|\{\{|\{%|[A-Z_]{3})/su;

/** Whether a hole stands up to the place of a problem, or a placeholder at it. */
function isFilledIn(offset: number, text: MappedText): boolean {
  return !text.isKnown(0, offset + 2) || placeholderMark.test(text.text.slice(Math.max(0, offset - 1), offset + 3));
}

/** Puts quotes around the holes that stand outside of JSON strings, so that the text can be parsed. */
function quoteHoles(literal: MappedText): MappedText {
  const { text } = literal;
  if (!text.includes(hole)) {
    return literal;
  }
  const decoder = new Decoder(literal.sourceRange(0, 0)[0]);
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const isEscape = isInString && character === "\\";
    if (character === '"') {
      isInString = !isInString;
    }
    const value = character === hole && !isInString ? `"${hole}"` : character;
    decoder.appendAs(value, literal, index, index + 1);
    if (isEscape && index + 1 < text.length) {
      index++;
      decoder.appendAs(text.charAt(index), literal, index, index + 1);
    }
  }
  return decoder.finish();
}

function problemAt(offset: number, text: MappedText): JsonProblem {
  const end = text.text.trimEnd().length;
  const before = text.text.slice(0, offset).trimEnd();
  const found = text.text.charAt(offset);
  if (before.endsWith(",") && (found === "]" || found === "}")) {
    return {
      isValid: false,
      range: text.sourceRange(before.length - 1, before.length),
      problem: `the comma before "${found}" must go`,
      isAtEnd: false,
    };
  }
  if (offset >= end - 1) {
    // At the end of the text, momoa names the last bracket whether it is the wrong one or another is missing.
    return {
      isValid: false,
      range: text.sourceRange(Math.max(0, end - 1), end),
      problem: "a bracket is missing or wrong at its end",
      isAtEnd: true,
    };
  }
  return {
    isValid: false,
    range: text.sourceRange(offset, offset + 1),
    problem: `unexpected ${JSON.stringify(found)}`,
    isAtEnd: false,
  };
}
