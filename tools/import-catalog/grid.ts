/**
 * The one table model that every format is read into: spans are expanded, so that `body[row][column]` is
 * always there, and a cell is a list of blocks of plain text, without the markup of its format.
 */

/**
 * `item` is the first line of a list item and `continuation` what follows inside the item; `note` is a remark
 * that the page sets apart from the cell's facts.
 */
export type BlockKind = "paragraph" | "item" | "continuation" | "note";

export interface Block {
  readonly kind: BlockKind;
  /** One line, white space collapsed; never empty. */
  readonly text: string;
}

export type Cell = readonly Block[];

export interface Grid {
  /** One cell a column; the rows of a head of several rows are joined column by column. */
  readonly head: readonly Cell[];
  readonly body: readonly (readonly Cell[])[];
}

export const emptyCell: Cell = [];

/** The text of a cell on one line, its notes included. */
export function cellText(cell: Cell): string {
  return cell.map((block) => block.text).join(" ");
}

/** The blocks of a cell that are not notes. */
export function cellFacts(cell: Cell): readonly Block[] {
  return cell.filter((block) => block.kind !== "note");
}

/** A block, or nothing where the text is blank. */
export function block(kind: BlockKind, text: string): readonly Block[] {
  const collapsed = text.replaceAll("\u00a0", " ").replace(/\s+/gu, " ").trim();
  return collapsed === "" ? [] : [{ kind, text: collapsed }];
}

/**
 * A grid out of rows that already have a cell in every column. Rows that are shorter than the head (a page
 * may close a row early) are filled up.
 *
 * @param headRows how many of the rows are the head; 0 takes the first row, as tables without a marked head
 *   put their titles there
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

/** A cell that spans several head rows is said once. */
function joinHead(cells: readonly Cell[]): Cell {
  return cells
    .filter((cell, index) => index === 0 || cellText(cell) !== cellText(cells[index - 1] ?? emptyCell))
    .flat();
}
