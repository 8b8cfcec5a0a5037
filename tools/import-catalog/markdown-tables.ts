/** Reads pipe tables of GitHub Flavored Markdown (section "Tables" of its specification). */
import { type Block, type Cell, type Grid, block, gridOf } from "./grid.js";

/** The tables of a page, in page order. */
export function parseMarkdownTables(source: string): readonly Grid[] {
  const lines = source.split(/\r?\n/u);
  const grids: Grid[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    if (!isDelimiter(lines[index] ?? "") || !isRow(lines[index - 1] ?? "")) continue;
    let end = index + 1;
    while (isRow(lines[end] ?? "")) end += 1;
    const grid = gridOf([lines[index - 1] ?? "", ...lines.slice(index + 1, end)].map(cellsOf), 1);
    if (grid !== undefined) grids.push(grid);
    index = end;
  }
  return grids;
}

function isDelimiter(line: string): boolean {
  return line.includes("-") && /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/u.test(line);
}

function isRow(line: string): boolean {
  return line.trim() !== "" && line.includes("|");
}

function cellsOf(line: string): readonly Cell[] {
  const inner = line
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.split(/<br\s*\/?>/u).flatMap(blocksOf));
}

/** A line of a cell, or the items of the list that it was: `- one   - two`. */
function blocksOf(line: string): readonly Block[] {
  const text = line.trim();
  return text.startsWith("- ")
    ? text.split(/(?:^|\s{2,})-\s+/u).flatMap((item) => block("item", plainText(item)))
    : block("paragraph", plainText(text));
}

/** Removes inline markup. Escapes are resolved last, so that an escaped asterisk is not taken for markup. */
function plainText(text: string): string {
  return text
    .replace(/<a name="[^"]*"><\/a>/gu, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/(?<!\\)\*\*([^*]+?)(?<!\\)\*\*/gu, "$1")
    .replaceAll("`", "")
    .replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}
