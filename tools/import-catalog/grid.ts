/**
 * The table model of all formats. Spans are expanded, so `body[row][column]` always exists. Cells are blocks of plain
 * text, without markup.
 */

/** `item`: the first line of a list item. `continuation`: the rest of the item. `note`: a note box in the cell. */
export type BlockKind = "paragraph" | "item" | "continuation" | "note";

export interface Block {
  readonly kind: BlockKind;
  /** One line with collapsed whitespace. Never empty. */
  readonly text: string;
}

export type Cell = readonly Block[];

export interface Grid {
  /** One cell per column. Several head rows are joined per column. */
  readonly head: readonly Cell[];
  readonly body: readonly (readonly Cell[])[];
}

export const emptyCell: Cell = [];

/** The text of a cell on one line, including notes. */
export function cellText(cell: Cell): string {
  return cell.map((block) => block.text).join(" ");
}

/** The blocks of a cell without notes. */
export function cellFacts(cell: Cell): readonly Block[] {
  return cell.filter((block) => block.kind !== "note");
}

/** A list of one block. Empty for blank text. */
export function block(kind: BlockKind, text: string): readonly Block[] {
  const collapsed = text.replaceAll("\u00a0", " ").replace(/\s+/gu, " ").trim();
  return collapsed === "" ? [] : [{ kind, text: collapsed }];
}

/**
 * Builds a grid from rows without spans. Pads rows that the page ends early with empty cells. `undefined` without a
 * body.
 *
 * @param headRows the number of head rows. 0 for tables without a marked head: their first row is taken as the head
 */
export function gridOf(rows: readonly (readonly Cell[])[], headRows: number): Grid | undefined {
  const headCount = Math.max(headRows, 1);
  const heads = rows.slice(0, headCount);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0 || rows.length <= headCount) return undefined;
  const columns = Array.from({ length: width }, (_, column) => column);
  return {
    head: columns.map((column) => joinHead(heads.map((row) => row[column] ?? emptyCell))),
    body: rows.slice(headCount).map((row) => columns.map((column) => row[column] ?? emptyCell)),
  };
}

/** Joins the head cells of a column. A cell that spans several rows is included once. */
function joinHead(cells: readonly Cell[]): Cell {
  return cells
    .filter((cell, index) => index === 0 || cellText(cell) !== cellText(cells[index - 1] ?? emptyCell))
    .flat();
}
