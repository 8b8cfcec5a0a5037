import type { Range } from "../../text/range.js";
import type { Sequence } from "./nodes.js";

/** Where the elements of a list stand; for one that is left out, which has no node, its dash. */
export function slotsOf({ range, entries }: Sequence, text: string): readonly Range[] {
  let end = range[0];
  return entries.map((entry) => {
    const slot = entry?.range ?? dashBehind(end, text);
    end = slot[1];
    return slot;
  });
}

/** The first dash that is in no comment. */
function dashBehind(start: number, text: string): Range {
  let offset = start;
  while (text.charAt(offset) !== "-" && offset < text.length) {
    offset = text.charAt(offset) === "#" ? lineEnd(text, offset) : offset + 1;
  }
  return [offset, offset + 1];
}

function lineEnd(text: string, offset: number): number {
  const lineBreak = text.indexOf("\n", offset);
  return lineBreak < 0 ? text.length : lineBreak;
}
