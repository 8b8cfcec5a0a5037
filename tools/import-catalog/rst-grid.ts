/**
 * Reads one grid table. Finds the outline of each cell by following its borders, as docutils does, and repeats a cell
 * in all rows and columns that it spans.
 */
import { type Cell, emptyCell } from "./grid.js";
import { parseRstCell } from "./rst-cell.js";

export interface RstGridRows {
  readonly rows: readonly (readonly Cell[])[];
  /** The number of rows above the `+====+` border. 0 without one. */
  readonly headRows: number;
}

interface Outline {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** @param source the lines of the table, borders included and indentation removed */
export function readRstGrid(source: readonly string[]): RstGridRows {
  const padded = padLines(source);
  const headBorder = padded.findIndex((line) => /^\+=[=+]*\+$/u.test(line));
  const lines = padded.map((line, index) => (index === headBorder ? line.replaceAll("=", "-") : line));
  const outlines = findOutlines(lines);
  const tops = sorted(outlines.map((outline) => outline.top));
  const lefts = sorted(outlines.map((outline) => outline.left));
  const rows: Cell[][] = tops.map(() => lefts.map(() => emptyCell));
  for (const outline of outlines) {
    const cell = parseRstCell(textOf(lines, outline));
    for (const [row, top] of tops.entries()) {
      if (top < outline.top || top >= outline.bottom) continue;
      for (const [column, left] of lefts.entries()) {
        if (left >= outline.left && left < outline.right) (rows[row] ?? [])[column] = cell;
      }
    }
  }
  return { rows, headRows: headBorder < 0 ? 0 : tops.filter((top) => top < headBorder).length };
}

/** Gives each character one index per column: adds a filler after wide ones, which `textOf` removes. */
function padLines(source: readonly string[]): readonly string[] {
  const spread = source.map((line) => line.replace(wideCharacters, "$&\0"));
  const width = Math.max(...spread.map((line) => line.length));
  return spread.map((line) => line.padEnd(width));
}

/** East Asian wide and full-width characters that occur on the pages. */
const wideCharacters =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

function textOf(lines: readonly string[], outline: Outline): readonly string[] {
  return lines
    .slice(outline.top + 1, outline.bottom)
    .map((line) => line.slice(outline.left + 1, outline.right).replaceAll("\0", ""));
}

function findOutlines(lines: readonly string[]): readonly Outline[] {
  const outlines: Outline[] = [];
  for (const [top, line] of lines.entries()) {
    for (let left = line.indexOf("+"); left >= 0; left = line.indexOf("+", left + 1)) {
      const outline = outlineFrom(lines, top, left);
      if (outline !== undefined) outlines.push(outline);
    }
  }
  return outlines;
}

/** The smallest cell with this upper left corner, or `undefined`. */
function outlineFrom(lines: readonly string[], top: number, left: number): Outline | undefined {
  const line = lines[top] ?? "";
  for (let right = left + 1; right < line.length; right += 1) {
    if (line[right] === "+") {
      const bottom = bottomOf(lines, top, left, right);
      if (bottom !== undefined) return { top, left, bottom, right };
    } else if (line[right] !== "-") return undefined;
  }
  return undefined;
}

function bottomOf(lines: readonly string[], top: number, left: number, right: number): number | undefined {
  for (let row = top + 1; row < lines.length; row += 1) {
    const line = lines[row] ?? "";
    if (line[right] === "+" && line[left] === "+" && /^[-+]+$/u.test(line.slice(left, right + 1))) return row;
    if (!isSide(line[right]) || !isSide(line[left])) return undefined;
  }
  return undefined;
}

function isSide(character: string | undefined): boolean {
  return character === "|" || character === "+";
}

function sorted(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}
