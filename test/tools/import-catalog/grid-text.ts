import type { Cell, Grid } from "../../../tools/import-catalog/grid.js";

/** A grid as text: the head first, the blocks of a cell divided by slashes and named where they are no paragraph. */
export function gridText(grid: Grid): string[][] {
  return [grid.head, ...grid.body].map((row) => row.map(cellBlocks));
}

function cellBlocks(cell: Cell): string {
  return cell.map(({ kind, text }) => (kind === "paragraph" ? text : `${kind}: ${text}`)).join(" / ");
}
