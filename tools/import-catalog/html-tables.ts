/** Reads HTML tables, which the website and most Markdown pages of Huawei Cloud use. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { type Block, type BlockKind, type Cell, type Grid, block, emptyCell, gridOf } from "./grid.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The tables of an HTML page, in page order. */
export function parseHtmlDocument(source: string): readonly Grid[] {
  return gridsIn(parse(source).childNodes);
}

/** The HTML tables of a Markdown page, in page order. */
export function parseHtmlTables(source: string): readonly Grid[] {
  // Tables are parsed one by one, because `<token>` in the Markdown around them is text, not a tag.
  return [...source.matchAll(/<table\b.*?<\/table>/gsu)].flatMap(([table]) => gridsIn(parseFragment(table).childNodes));
}

function gridsIn(nodes: readonly Node[]): readonly Grid[] {
  return descendants(nodes, "table").flatMap((table) => gridOfTable(table) ?? []);
}

function gridOfTable(table: Element): Grid | undefined {
  const rows = descendants(table.childNodes, "tr");
  const headRows = rows.filter((row) => cellsOf(row).every((cell) => cell.tagName === "th")).length;
  return gridOf(expandSpans(rows), headRows);
}

function expandSpans(rows: readonly Element[]): readonly (readonly Cell[])[] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const element of cellsOf(row)) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const cell = blocksOf(element.childNodes, "paragraph");
      const lastRow = Math.min(rowIndex + span(element, "rowspan"), rows.length);
      const lastColumn = column + span(element, "colspan");
      for (let r = rowIndex; r < lastRow; r += 1) {
        for (let c = column; c < lastColumn; c += 1) (grid[r] ?? [])[c] = cell;
      }
      column = lastColumn;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? emptyCell));
}

function span(element: Element, name: "rowspan" | "colspan"): number {
  const value = Number(attribute(element, name) ?? "1");
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function cellsOf(row: Element): readonly Element[] {
  return row.childNodes.filter((node): node is Element => "tagName" in node && /^t[dh]$/u.test(node.tagName));
}

/** Elements that start and end a block. */
const blockTags = new Set(["p", "div", "ul", "ol", "li", "br", "pre", "dl", "dd", "dt", "table", "tr", "td", "th"]);

function blocksOf(nodes: readonly Node[], kind: BlockKind): readonly Block[] {
  const blocks: Block[] = [];
  let line = "";
  const flush = (): void => {
    blocks.push(...block(kind === "item" && blocks.length > 0 ? "continuation" : kind, line));
    line = "";
  };
  const visit = (node: Node): void => {
    if (node.nodeName === "#text") line += (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!("tagName" in node) || hasClass(node, "notetitle")) return;
    if (!blockTags.has(node.tagName)) {
      node.childNodes.forEach(visit);
      return;
    }
    flush();
    blocks.push(
      ...blocksOf(node.childNodes, kindInside(node, blocks.length > 0 && kind === "item" ? "continuation" : kind)),
    );
  };
  nodes.forEach(visit);
  flush();
  return blocks;
}

function kindInside(element: Element, outer: BlockKind): BlockKind {
  if (outer === "note" || hasClass(element, "note")) return "note";
  return element.tagName === "li" ? "item" : outer;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/u).includes(name);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function descendants(nodes: readonly Node[], tagName: string): readonly Element[] {
  return nodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    return node.tagName === tagName ? [node] : descendants(node.childNodes, tagName);
  });
}
