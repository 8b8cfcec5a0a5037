/**
 * Reads grid tables and simple tables of reStructuredText (docutils, "reStructuredText Markup Specification", sections
 * Grid Tables and Simple Tables). Nested tables, which permission pages do not use, are not supported.
 */
import { type Cell, type Grid, gridOf } from "./grid.js";
import { parseRstCell } from "./rst-cell.js";
import { readRstGrid } from "./rst-grid.js";

/** The tables of a page, in page order, including those inside directives and lists. */
export function parseRstTables(source: string): readonly Grid[] {
  const lines = source.split(/\r?\n/u).map((line) => line.replaceAll("\t", "        "));
  const grids: Grid[] = [];
  let index = 0;
  while (index < lines.length) {
    const table = tableAt(lines, index);
    if (table?.grid !== undefined) grids.push(table.grid);
    index = table?.end ?? index + 1;
  }
  return grids;
}

interface FoundTable {
  readonly grid: Grid | undefined;
  readonly end: number;
}

function tableAt(lines: readonly string[], start: number): FoundTable | undefined {
  const line = lines[start] ?? "";
  if (/^ *\+-[-+]*\+\s*$/u.test(line)) return gridTableAt(lines, start);
  if (/^ *=+(?: +=+)+\s*$/u.test(line)) return simpleTableAt(lines, start);
  return undefined;
}

function gridTableAt(lines: readonly string[], start: number): FoundTable {
  const indent = (lines[start] ?? "").indexOf("+");
  let end = start;
  while (/^[+|]/u.test((lines[end] ?? "").slice(indent)) && (lines[end] ?? "").slice(0, indent).trim() === "") end += 1;
  const { rows, headRows } = readRstGrid(lines.slice(start, end).map((line) => line.slice(indent).trimEnd()));
  return { grid: gridOf(rows, headRows), end };
}

function simpleTableAt(lines: readonly string[], start: number): FoundTable {
  const indent = (lines[start] ?? "").indexOf("=");
  const borders = [start];
  let end = start + 1;
  // A table with a head has three borders. One without has two, and a blank line after the second.
  while (end < lines.length && borders.length < 3) {
    if (/^=[= ]*$/u.test((lines[end] ?? "").slice(indent).trimEnd()) && (lines[end] ?? "").trim() !== "") {
      borders.push(end);
      if (borders.length === 2 && (lines[end + 1] ?? "").trim() === "") break;
    }
    end += 1;
  }
  const [, second, third] = borders;
  if (second === undefined) return { grid: undefined, end: start + 1 };
  const columns = columnsOf((lines[start] ?? "").slice(indent));
  const section = (from: number, to: number): readonly (readonly Cell[])[] =>
    simpleRows(
      lines.slice(from, to).map((line) => line.slice(indent)),
      columns,
    );
  if (third === undefined) return { grid: gridOf(section(start + 1, second), 0), end: second + 1 };
  const head = section(start + 1, second);
  return { grid: gridOf([...head, ...section(second + 1, third)], head.length), end: third + 1 };
}

function columnsOf(border: string): readonly (readonly [from: number, to: number])[] {
  return [...border.matchAll(/=+/gu)].map((match) => [match.index, match.index + match[0].length]);
}

/** Reads the rows. A line with a blank first column continues the row above. */
function simpleRows(
  lines: readonly string[],
  columns: readonly (readonly [from: number, to: number])[],
): readonly (readonly Cell[])[] {
  const rows: string[][][] = [];
  for (const line of lines) {
    // A line of hyphens underlines a column span and has no content.
    if (/^[- ]*-[- ]*$/u.test(line) && line.includes("--")) continue;
    const parts = columns.map(([from, to], index) => line.slice(from, index === columns.length - 1 ? undefined : to));
    if ((parts[0] ?? "").trim() !== "") rows.push(parts.map((part) => [part]));
    else rows.at(-1)?.forEach((cell, index) => cell.push(parts[index] ?? ""));
  }
  return rows.map((row) => row.map(parseRstCell));
}
