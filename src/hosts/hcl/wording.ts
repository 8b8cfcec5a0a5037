import { truncate } from "../../text/wording.js";
import { HclSyntaxError } from "./syntax-error.js";
import type { Tokens } from "./tokens.js";

/**
 * The error at a token that may not stand where it is.
 *
 * @param expected the middle of a sentence, such as `a value`
 * @param advice a sentence on what to do
 */
export function unexpected(tokens: Tokens, expected: string, advice: string): HclSyntaxError {
  return new HclSyntaxError(`Expected ${expected}, found ${found(tokens)}. ${advice}`, tokens.range);
}

/** The error at the start of something that has no end. */
export function unclosed(what: string, start: number, length: number, advice: string): HclSyntaxError {
  return new HclSyntaxError(`${what} has no end. ${advice}`, [start, start + length]);
}

/** The current token, as a part of a sentence. */
function found(tokens: Tokens): string {
  switch (tokens.kind) {
    case "line break":
      return "the end of the line";
    case "end":
      return "the end of the file";
    case "quote":
      return "a text";
    case "heredoc":
      return "a heredoc";
    default:
      return `"${truncate(tokens.written)}"`;
  }
}

const advices: Readonly<Record<string, string>> = {
  "'": 'Put texts in double quotes: "x".',
  "`": "Put texts in double quotes, or in a heredoc: <<EOT.",
  "“": 'Put texts in straight quotes: "x".',
  "”": 'Put texts in straight quotes: "x".',
  ";": "Put each argument on a line of its own.",
  "&": 'Write "&&" for a logical and.',
  "|": 'Write "||" for a logical or.',
  "~": 'Write "!" for a logical not.',
  "\r": "End lines with a line feed, or with both as Windows does.",
};

/** The error at a character that HCL has no use for outside of texts and comments. */
export function unusedCharacter(text: string, index: number): HclSyntaxError {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const advice = advices[character] ?? "Remove it, or put it in a text.";
  return new HclSyntaxError(`The character ${named(character)} has no meaning here. ${advice}`, [
    index,
    index + character.length,
  ]);
}

/** A character that can be seen, or its number. */
function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
    ? `"${character}"`
    : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
