import type { MappedText } from "../../text/mapped-text.js";
import { Decoder } from "../../text/string-literal.js";
import { indentEnd, linesBetween, type Line } from "./lines.js";
import type { Scalar } from "./nodes.js";

type BlockScalar = Extract<Scalar, { style: "literal" | "folded" }>;

/** Decodes a text behind `|` or `>`. Its range ends before the last line break of its value. */
export function decodeBlock(source: MappedText, { range, style, chomping, value }: BlockScalar): MappedText {
  const { text } = source;
  const start = text.indexOf("\n", range[0]) + 1;
  const decoder = new Decoder(start);
  const lines = start === 0 || start > range[1] ? [] : contentOf(text, linesBetween(text, start, range[1]), value);
  const last = lines.findLastIndex(isWritten);
  let previous: Line | undefined;
  let lineBreaks: Line[] = [];
  for (const [index, line] of lines.slice(0, last + 1).entries()) {
    const before = lines[index - 1];
    lineBreaks.push(...(before ? [{ start: before.end, end: line.start }] : []));
    if (isWritten(line)) {
      const isFolded = style === "folded" && previous && !isIndented(text, previous) && !isIndented(text, line);
      appendBreaks(decoder, source, lineBreaks, isFolded === true);
      decoder.appendVerbatim(source, line.start, line.end);
      lineBreaks = [];
      previous = line;
    }
  }
  const breaks = { strip: 0, clip: last < 0 ? 0 : 1, keep: lines.length - Math.max(0, last) }[chomping];
  for (const { end } of lines.slice(Math.max(0, last)).slice(0, breaks)) {
    decoder.appendAs("\n", source, end, end + (text.startsWith("\r\n", end) ? 2 : 1));
  }
  return decoder.finish();
}

/** What stands behind the indentation of each line; a line that is shorter has nothing. */
function contentOf(text: string, lines: readonly Line[], value: string): readonly Line[] {
  const index = lines.findIndex((line) => indentEnd(text, line) < line.end);
  const first = lines[index];
  const width = first ? indentOf(text, first, value.split("\n", index + 1)[index] ?? "") : Infinity;
  return lines.map((line) => ({ start: Math.min(line.start + width, indentEnd(text, line)), end: line.end }));
}

/**
 * The width of the indentation. Where the header has a number, it counts from the parent, which only the parser knows:
 * but what it left of a line is known.
 */
function indentOf(text: string, line: Line, left: string): number {
  return indentEnd(text, line) - line.start - (/^ */u.exec(left)?.[0].length ?? 0);
}

/** Appends the line breaks between two lines. Folded, a single one is a blank, and the first of several is nothing. */
function appendBreaks(decoder: Decoder, source: MappedText, lineBreaks: readonly Line[], isFolded: boolean): void {
  lineBreaks.forEach(({ start, end }, index) => {
    const isFirst = isFolded && index === 0;
    decoder.appendAs(isFirst ? (lineBreaks.length === 1 ? " " : "") : "\n", source, start, end);
  });
}

/** Whether a line is indented further than the others, and not folded for that. */
function isIndented(text: string, { start }: Line): boolean {
  return /[ \t]/u.test(text.charAt(start));
}

function isWritten({ start, end }: Line): boolean {
  return start < end;
}
