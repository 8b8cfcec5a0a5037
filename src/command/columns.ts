import type { Terminal } from "./verb.js";

/** A column of a table. Cells are wrapped where there is no room. */
export interface Column {
  readonly heading: string;
  readonly isNumber?: true;
  /** Wrapped before columns of names, which are read at a glance. */
  readonly isLong?: true;
}

const gap = "  ";

/** The narrowest that a column becomes: a terminal with less room wraps by itself. */
const minWidth = 8;
const minLongWidth = 24;

/**
 * A table that fits the terminal: the widest columns are wrapped, at blanks and behind `:`, `/`, `,` and `_`.
 *
 * @param indent the blanks before each line
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, style }: Terminal,
  indent = "",
): string {
  const widths = fit(
    columns.map(({ heading }, place) =>
      Math.max(...[...heading.split(" "), ...rows.map((row) => row[place] ?? "")].map(widthOf)),
    ),
    columns.map(({ isLong = false }) => isLong),
    width - indent.length - gap.length * (columns.length - 1),
  );
  const headings = lines(
    columns.map(({ heading }) => heading),
    (cell) => style("bold", cell),
  );
  return [...headings, ...rows.flatMap((row) => lines(row, (cell) => cell))].join("");

  function lines(row: readonly string[], styled: (cell: string) => string): string[] {
    const cells = widths.map((room, place) => wrap(row[place] ?? "", room));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      const shown = cells.map((cell, place) => pad(cell[line] ?? "", widths[place] ?? 0, columns[place]?.isNumber));
      return `${indent}${styled(shown.join(gap).trimEnd())}\n`;
    });
  }
}

/** Takes from the widest of the long columns, then from the widest of all, until all fit or none can become narrower. */
function fit(natural: readonly number[], areLong: readonly boolean[], room: number): readonly number[] {
  const widths = [...natural];
  const canShrink = (place: number, min: number) => (widths[place] ?? 0) > min;
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess--) {
    const places = [...widths.keys()];
    const long = places.filter((place) => areLong[place] && canShrink(place, minLongWidth));
    const shrinkable = long.length > 0 ? long : places.filter((place) => canShrink(place, minWidth));
    const widest = Math.max(...shrinkable.map((place) => widths[place] ?? 0));
    const place = shrinkable.find((one) => widths[one] === widest);
    if (place === undefined) {
      break;
    }
    widths[place] = widest - 1;
  }
  return widths;
}

/** A text in lines of at most this width, broken at blanks or behind a separator, else anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) {
    return [text];
  }
  const wrapped: string[] = [];
  let line = "";
  for (const piece of text.split(/(?<=[ :/,_])/u)) {
    if (line !== "" && widthOf(line + piece.trimEnd()) > width) {
      wrapped.push(line.trimEnd());
      line = "";
    }
    line += piece;
    while (widthOf(line.trimEnd()) > width) {
      const head = prefixOfWidth(line, width);
      wrapped.push(head);
      line = line.slice(head.length);
    }
  }
  return line.trim() === "" ? wrapped : [...wrapped, line.trimEnd()];
}

/**
 * A sentence or list, wrapped and indented.
 *
 * @param hanging the indentation of its later lines, if it is another one
 */
export function paragraph(text: string, { width }: Pick<Terminal, "width">, indent = "", hanging = indent): string {
  const [first = "", ...others] = wrap(text, Math.max(width - hanging.length, minWidth));
  return [`${indent}${first}\n`, ...others.map((line) => `${hanging}${line}\n`)].join("");
}

function pad(text: string, width: number, isNumber: true | undefined): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return isNumber ? blanks + text : text + blanks;
}

/** At least one character, so that each step gets on. */
function prefixOfWidth(text: string, width: number): string {
  let prefix = "";
  for (const character of text) {
    if (prefix !== "" && widthOf(prefix + character) > width) {
      break;
    }
    prefix += character;
  }
  return prefix;
}

/** The columns that a text takes: Chinese characters, which the titles of some APIs have, take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}
