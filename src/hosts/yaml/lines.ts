/** A line of a part of the source. */
export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
}

/** The lines from `start` up to `end`. */
export function linesBetween(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end;) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak < 0 || lineBreak > end ? end : lineBreak;
    const hasReturn = to > from && text.charAt(to - 1) === "\r" && to < end;
    lines.push({ start: from, end: hasReturn ? to - 1 : to });
    from = to + 1;
  }
  return lines;
}

/**
 * The offset of the first character of a line that is no blank, or its end.
 *
 * @param blanks the characters that are
 */
export function indentEnd(text: string, { start, end }: Line, blanks = " "): number {
  let offset = start;
  while (offset < end && blanks.includes(text.charAt(offset))) {
    offset++;
  }
  return offset;
}
