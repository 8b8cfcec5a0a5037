import type { MappedText } from "../../text/mapped-text.js";
import { Decoder } from "../../text/string-literal.js";
import { indentEnd, linesBetween, type Line } from "./lines.js";

/**
 * Decodes a text in quotes or without, which may go over lines.
 *
 * @param start the offset behind the opening quote
 * @param end the offset of the closing quote
 * @param readCharacter reads an escape
 */
export function decodeFlow(source: MappedText, start: number, end: number, readCharacter: ReadCharacter): MappedText {
  const { text } = source;
  const decoder = new Decoder(start);
  const lines = linesBetween(text, start, end);
  let emptyLines = 0;
  let lineEnd = start;
  let isContinued = false;
  lines.forEach((line, index) => {
    const from = index === 0 ? line.start : indentEnd(text, line, " \t");
    const isLast = index === lines.length - 1;
    const to = isLast ? line.end : contentEnd(text, from, line, readCharacter);
    if (index > 0 && from === line.end && !isLast) {
      emptyLines++;
      return;
    }
    if (index > 0 && (emptyLines > 0 || !isContinued)) {
      decoder.appendAs(emptyLines > 0 ? "\n".repeat(emptyLines) : " ", source, lineEnd, from);
    }
    emptyLines = 0;
    isContinued = false;
    for (let offset = from; offset < to;) {
      const { value, length } = readCharacter(text, offset);
      decoder.appendAs(value, source, offset, offset + length);
      offset += length;
    }
    lineEnd = to;
    isContinued = to < line.end && text.charAt(to) === "\\";
  });
  return decoder.finish();
}

/** Reads the character at an offset: what it means, and how long it is in the source. */
export type ReadCharacter = (text: string, offset: number) => { readonly value: string; readonly length: number };

export const readPlain: ReadCharacter = (text, offset) => ({ value: text.charAt(offset), length: 1 });

/** In single quotes, two of them are one. */
export const readSingleQuoted: ReadCharacter = (text, offset) => ({
  value: text.charAt(offset),
  length: text.startsWith("''", offset) ? 2 : 1,
});

export const readDoubleQuoted: ReadCharacter = (text, offset) => {
  if (text.charAt(offset) !== "\\") {
    return readPlain(text, offset);
  }
  const letter = text.charAt(offset + 1);
  const digits = escapeDigits[letter];
  if (digits === undefined) {
    return { value: simpleEscapes[letter] ?? letter, length: 2 };
  }
  const code = Number.parseInt(text.slice(offset + 2, offset + 2 + digits), 16);
  const isCharacter = code <= 0x10ffff;
  return { value: isCharacter ? String.fromCodePoint(code) : "", length: 2 + digits };
};

const escapeDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const simpleEscapes: Readonly<Record<string, string>> = {
  ...{ 0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b" },
  ...{ N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" },
};

/**
 * Where the content of a line ends that goes on in the next one: before the blanks at its end, or before the backslash
 * that keeps them and takes away the line break.
 */
function contentEnd(text: string, from: number, { end }: Line, readCharacter: ReadCharacter): number {
  let contentEnd = from;
  for (let offset = from; offset < end;) {
    const isEnd = readCharacter === readDoubleQuoted && text.charAt(offset) === "\\" && offset + 1 === end;
    if (isEnd) {
      return offset;
    }
    const { length } = readCharacter(text, offset);
    const isBlank = length === 1 && /[ \t]/u.test(text.charAt(offset));
    offset += length;
    contentEnd = isBlank ? contentEnd : offset;
  }
  return contentEnd;
}
