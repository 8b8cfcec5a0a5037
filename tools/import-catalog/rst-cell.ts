/** Reads the cells of reStructuredText tables. */
import { type BlockKind, type Cell, block } from "./grid.js";

/** @param lines the lines of the cell with their indentation */
export function parseRstCell(lines: readonly string[]): Cell {
  return paragraphsOf(dedent(lines)).flatMap(({ kind, lines: own }) => block(kind, plainText(own.join(" "))));
}

interface Paragraph {
  readonly kind: BlockKind;
  readonly lines: string[];
}

function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  let noteIndent: number | undefined;
  let itemIndent: number | undefined;
  const start = (kind: BlockKind, text: string): void => {
    open = { kind, lines: [text] };
    paragraphs.push(open);
  };
  for (const line of lines) {
    const text = line.trim();
    const indent = line.length - line.trimStart().length;
    if (text === "") {
      open = undefined;
      continue;
    }
    if (noteIndent !== undefined && indent <= noteIndent) noteIndent = open = undefined;
    if (itemIndent !== undefined && indent <= itemIndent) itemIndent = undefined;
    const note = /^\.\. [a-z]+::\s*(?<rest>.*)$/u.exec(text)?.groups?.["rest"];
    const item = /^(?:[-*+•]|#\.|\d+\.|\|)\s+(?<rest>.+)$/u.exec(text)?.groups?.["rest"];
    if (note !== undefined) {
      noteIndent = indent;
      start("note", note);
    } else if (text.startsWith(".. ")) {
      // Comments and link targets are not visible on the page.
    } else if (item !== undefined) {
      if (noteIndent === undefined) itemIndent = indent;
      start(noteIndent === undefined ? "item" : "note", item);
    } else if (open !== undefined) open.lines.push(text);
    else start(noteIndent !== undefined ? "note" : itemIndent !== undefined ? "continuation" : "paragraph", text);
  }
  return paragraphs;
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(indent));
}

/** Removes inline markup. A single asterisk is emphasis only around a plain word, and otherwise a wildcard. */
function plainText(text: string): string {
  return text
    .replaceAll("``", "")
    .replace(/:[a-z]+:`([^`<]*?)\s*(?:<[^`]*>)?`/gu, "$1")
    .replace(/`([^`<]+?)\s*<[^`]+>`__?/gu, "$1")
    .replace(/(^|[\s({["'])\*\*(\S(?:.*?\S)?)\*\*(?=$|[\s.,;:!?)\]}"'])/gu, "$1$2")
    .replace(/(^|[\s({[])\*(\w[\w ]*)\*/gu, "$1$2")
    .replace(/\\ /gu, "")
    .replace(/\\(.)/gu, "$1");
}
