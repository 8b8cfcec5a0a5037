import { parse } from "@humanwhocodes/momoa";
import { beginsPlaceholder } from "../../policy/placeholder.js";
import type { Value } from "../../policy/value.js";
import { MappedText, hole } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import type { Candidate, CandidateFilter } from "../candidates.js";
import { interpolationsAsHoles } from "./interpolations.js";
import { isTooDeep, momoaCandidates, momoaRoot } from "./values.js";

/** The result of parsing a string as JSON. */
export type JsonText = ParsedJson | JsonProblem;

export interface ParsedJson {
  readonly isValid: true;
  readonly root: Value;
  /** The values that may carry a policy, as in a file. */
  candidates(filter: CandidateFilter): Iterable<Candidate>;
}

/** The first syntax error in a JSON string. */
export interface JsonProblem {
  readonly isValid: false;
  readonly range: Range;
  /** A fragment of a sentence, for messages: `unexpected "]"`. */
  readonly problem: string;
  /** Whether the error is at the end of the string, which the program may continue. */
  readonly isAtEnd: boolean;
}

/**
 * Parses the content of a string or template literal as JSON. A hole may be part of a JSON string or a whole JSON
 * value.
 *
 * @returns `undefined` if the content is too deep, or if it may become valid once its placeholders are filled in
 */
export function parseJsonText(literal: MappedText): JsonText | undefined {
  const { text, firstBareHole } = quoteHoles(interpolationsAsHoles(literal));
  try {
    const document = parse(text.text, { mode: "json" });
    return isTooDeep(document.body)
      ? undefined
      : {
          isValid: true,
          root: momoaRoot(document, text),
          candidates: (filter) => momoaCandidates(document, text, filter),
        };
  } catch (error) {
    const offset = error instanceof Error && "offset" in error ? Number(error.offset) : undefined;
    return offset === undefined || isAtPlaceholder(offset, text, firstBareHole) ? undefined : problemAt(offset, text);
  }
}

/**
 * Whether a value that is not known may make the text valid: a hole outside of JSON strings up to the error, which may be
 * any text, or a placeholder at the error. A hole in a string is a part of the string.
 */
function isAtPlaceholder(offset: number, { text }: MappedText, firstBareHole: number): boolean {
  return firstBareHole < offset + 2 || beginsPlaceholder(text.slice(Math.max(0, offset - 1), offset + 3));
}

/** A text that can be parsed, with the index of the first hole that is not simply a part of a JSON string. */
interface QuotedHoles {
  readonly text: MappedText;
  readonly firstBareHole: number;
}

/** Quotes the holes outside of JSON strings, so that the text can be parsed. */
function quoteHoles(literal: MappedText): QuotedHoles {
  const { text } = literal;
  let firstBareHole = Infinity;
  if (!text.includes(hole)) {
    return { text: literal, firstBareHole };
  }
  const decoder = new Decoder(literal.sourceRange(0, 0)[0]);
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const isEscape = isInString && character === "\\";
    const isBareHole = character === hole && !isInString;
    if (isBareHole || (isEscape && text.charAt(index + 1) === hole)) {
      firstBareHole = Math.min(firstBareHole, index);
    }
    if (isBareHole) {
      decoder.appendAs(`"${hole}"`, literal, index, index + 1);
      continue;
    }
    if (character === '"') {
      isInString = !isInString;
    }
    const end = Math.min(isEscape ? index + 2 : index + 1, text.length);
    decoder.appendVerbatim(literal, index, end);
    index = end - 1;
  }
  return { text: decoder.finish(), firstBareHole };
}

function problemAt(offset: number, text: MappedText): JsonProblem {
  const end = text.text.trimEnd().length;
  const before = text.text.slice(0, offset).trimEnd();
  const found = text.text.charAt(offset);
  if (before.endsWith(",") && (found === "]" || found === "}")) {
    return {
      isValid: false,
      range: text.sourceRange(before.length - 1, before.length),
      problem: `remove the comma before "${found}"`,
      isAtEnd: false,
    };
  }
  if (offset >= end - 1) {
    // At the end, momoa reports the last bracket whether it is wrong or another one is missing.
    return {
      isValid: false,
      range: text.sourceRange(Math.max(0, end - 1), end),
      problem: "a closing bracket is missing or wrong at the end",
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
