import type { MappedText } from "../../text/mapped-text.js";
import { Decoder } from "../../text/string-literal.js";
import { indentEnd, linesBetween, type Line } from "./lines.js";
import type { Scalar } from "./nodes.js";

type BlockScalar = Extract<Scalar, { style: "literal" | "folded" }>;

/** Decodes a text behind `|` or `>`. Its range ends before the last line break of its value. */
export function decodeBlock(source: MappedText, { range, style, chomping, value }: BlockScalar): MappedText {
  const { text } = source;
  const header = text.indexOf("\n", range[0]) + 1;
  const decoder = new Decoder(header);
  const lines = header === 0 || header > range[1] ? [] : linesBetween(text, header, range[1]);
  const lastFull = lines.findLastIndex((line) => !isBlank(text, line));
  const indent = indentOf(text, lines, value);
  // Blank lines behind the last one that is none are line breaks, if they are kept at all.
  lines.slice(0, lastFull + 1).forEach((line, index) => {
    const from = contentStart(text, line, indent);
    const before = lines[index - 1];
    if (before) {
      appendBreak(before, line, index, from);
    }
    decoder.appendVerbatim(source, from, Math.max(from, line.end));
  });
  const breaks = chomping === "strip" || lines.length === 0 ? 0 : lastFull < 0 ? value.length : trailingBreaks();
  for (let index = 0; index < breaks; index++) {
    const { end } = lines[Math.max(0, lastFull) + index] ?? { end: range[1] };
    decoder.appendAs("\n", source, end, Math.min(text.length, end + 1));
  }
  return decoder.finish();

  function trailingBreaks(): number {
    return chomping === "clip" ? 1 : lines.length - lastFull;
  }

  /** A line break, which is a blank in `>` between two lines that are neither blank nor indented. */
  function appendBreak(before: Line, line: Line, index: number, from: number): void {
    if (style === "literal" || index - 1 < firstFull()) {
      decoder.appendAs("\n", source, before.end, from);
    } else if (isOpen(before) && isOpen(line)) {
      decoder.appendAs(" ", source, before.end, from);
    } else if (!(isBlank(text, line) && isOpenBefore(index) && isOpenBehind(index))) {
      decoder.appendAs("\n", source, before.end, from);
    }
  }

  function firstFull(): number {
    return lines.findIndex((line) => !isBlank(text, line));
  }

  /** Whether a line is folded: neither blank nor indented further than the others. */
  function isOpen(line: Line): boolean {
    return !isBlank(text, line) && !/[ \t]/u.test(text.charAt(contentStart(text, line, indent)));
  }

  /** Of several blank lines in a row, the break before the first one is folded away. */
  function isOpenBefore(index: number): boolean {
    const before = lines[index - 1];
    return before !== undefined && isOpen(before);
  }

  function isOpenBehind(index: number): boolean {
    const next = lines.slice(index).find((line) => !isBlank(text, line));
    return next !== undefined && isOpen(next);
  }
}

/** Where the content of a line begins; a line that is shorter has none. */
function contentStart(text: string, line: Line, indent: number): number {
  return Math.min(line.start + indent, isBlank(text, line) ? Math.max(line.end, line.start) : Infinity);
}

/**
 * The width of the indentation. Where the header has a number, it counts from the parent, which only the parser knows:
 * but what it left of the first line is known.
 */
function indentOf(text: string, lines: readonly Line[], value: string): number {
  const first = lines.find((line) => !isBlank(text, line));
  const left = /^\n*(?<blanks> *)/u.exec(value)?.groups?.["blanks"]?.length ?? 0;
  return first ? indentEnd(text, first, / /u) - first.start - left : 0;
}

function isBlank(text: string, line: Line): boolean {
  return indentEnd(text, line, / /u) >= line.end;
}
