import type { Cell, Grid } from "../../../tools/import-catalog/grid.js";

/** The rows of a grid, head first. Joins the blocks of a cell with slashes, and names their kind unless paragraph. */
export function gridText(grid: Grid): string[][] {
  return [grid.head, ...grid.body].map((row) => row.map(cellBlocks));
}

function cellBlocks(cell: Cell): string {
  return cell.map(({ kind, text }) => (kind === "paragraph" ? text : `${kind}: ${text}`)).join(" / ");
}
