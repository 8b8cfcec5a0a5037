import { truncate } from "../../text/wording.js";
import { HclSyntaxError } from "./syntax-error.js";

/** A piece of source text that stands for other characters than its own. */
export interface Escape {
  readonly value: string;
  /** In the source. */
  readonly length: number;
}

const simpleEscapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * Reads the escape sequence at a backslash of a text in quotes. There are fewer than in JSON.
 *
 * @throws HclSyntaxError if it is none
 */
export function readEscape(text: string, index: number): Escape {
  const letter = text.charAt(index + 1);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) {
    return { value: simple, length: 2 };
  }
  if (letter === "u" || letter === "U") {
    return readCodePoint(text, index, letter === "u" ? 4 : 8);
  }
  const character = String.fromCodePoint(text.codePointAt(index + 1) ?? 0);
  throw new HclSyntaxError(
    `"\\${truncate(character)}" is no escape. Write "\\\\" for a backslash; the escapes are \\n, \\r, \\t, \\", \\\\, \\u and \\U.`,
    [index, index + 1 + character.length],
  );
}

function readCodePoint(text: string, index: number, digits: number): Escape {
  const length = 2 + digits;
  const written = /^[\da-f]*/iu.exec(text.slice(index + 2, index + length))?.[0] ?? "";
  const code = Number.parseInt(written, 16);
  if (written.length < digits) {
    throw new HclSyntaxError(
      `"${text.slice(index, index + 2)}" needs ${digits} hexadecimal digits behind it. Add zeros in front of them.`,
      [index, index + 2 + written.length],
    );
  }
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new HclSyntaxError(
      `"${text.slice(index, index + length)}" is no character. Write one outside of the basic plane with \\U and eight digits.`,
      [index, index + length],
    );
  }
  return { value: String.fromCodePoint(code), length };
}

/** Whether `$${` or `%%{` stands at an index: the characters `${` or `%{` themselves. */
export function isEscapedSequence(text: string, index: number): boolean {
  return text.charCodeAt(index) === text.charCodeAt(index + 1) && text.charCodeAt(index + 2) === 123;
}
