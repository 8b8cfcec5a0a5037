import type { Range } from "./range.js";

/** A change of the source: `text` in place of `range`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A list as it stands in the source. */
export interface SourceList {
  readonly source: string;
  /** With its brackets. */
  readonly range: Range;
  readonly elements: readonly Range[];
}

/** Blanks, also as they are written inside of a string, or of a string in a string. */
const blanks = /\s+|(?<!\\)\\+[nrt]/gu;
const lineEnd = /\r?\n|(?:\\+r)?\\+n/u;
const lineEnds = new RegExp(lineEnd, "gu");
const comments = /\/\/[^\r\n]*|\/\*[^]*?\*\//gu;
/** A comment that ends the line of the last element. */
const commentBehind =
  /^[^\S\r\n]*(?:(?<comma>,)[^\S\r\n]*)?(?:\/\/[^\r\n]*|\/\*[^*\r\n]*(?:\*+[^*/\r\n][^*\r\n]*)*\*+\/)(?=\s*?\n)/u;

/**
 * Inserts items after an element in the style of the list: on lines of their own where its elements are,
 * with its indentation and spacing. A comment at the end of the element's line stays there.
 *
 * @param items the new elements as source text, quotes included
 * @returns `undefined` when the element is a part of something larger, such as `("a" as Action)`
 */
export function insertAfter(list: SourceList, index: number, items: readonly string[]): Edit | undefined {
  if (!standsAlone(list, index)) {
    return undefined;
  }
  const separator = separatorOf(list, index);
  const next = list.elements[index + 1];
  const [end, gapEnd] = gapAfter(list, index);
  const gap = list.source.slice(end, gapEnd);
  if (next && /\/[/*]/u.test(firstLine(gap))) {
    return { range: [next[0], next[0]], text: items.map((item) => item + separator).join("") };
  }
  const added = items.map((item) => separator + item).join("");
  const behind = next || !lineEnd.test(separator) ? null : commentBehind.exec(gap);
  if (behind) {
    const { comma = "" } = behind.groups ?? {};
    const text = `${comma ? "" : ","}${behind[0]}${added.replace(",", "")}${comma}`;
    return { range: [end, end + behind[0].length], text };
  }
  return { range: [end, end], text: added };
}

/** Puts items in the place of an element, in the style of the list; `undefined` as in {@link insertAfter}. */
export function replaceElement(list: SourceList, index: number, items: readonly string[]): Edit | undefined {
  const [start, end] = list.elements[index] ?? list.range;
  return standsAlone(list, index) ? { range: [start, end], text: items.join(separatorOf(list, index)) } : undefined;
}

/**
 * Removes an element with one of the commas around it; the lines of the others stay as they are. Comments on
 * other lines stay, too: they may be headings of a group.
 *
 * @returns `undefined` as in {@link insertAfter}, for the only element, and where a comment stands in the
 *   element's line: it speaks of the element, so that its author has to say what becomes of it
 */
export function removeElement(list: SourceList, index: number): Edit | undefined {
  const [before, behind] = [gapAfter(list, index - 1), gapAfter(list, index)];
  const gap = list.source.slice(...before);
  if (list.elements.length < 2 || !standsAlone(list, index) || hasCommentInLine(list, before, behind)) {
    return undefined;
  }
  if (isPlainSeparator(gap)) {
    return { range: [before[0], behind[0]], text: "" };
  }
  if (index === list.elements.length - 1) {
    return removeLast(list, before, behind);
  }
  const rest = list.source.slice(...behind);
  const comma = commaBehind(rest);
  return comma > 0 ? { range: [before[1], behind[0] + blanksEnd(rest, comma)], text: "" } : undefined;
}

/** Takes the comma away that stands before a comment, unless the list ends with one. */
function removeLast({ source }: SourceList, [start, elementStart]: Range, [elementEnd, end]: Range): Edit {
  const rest = source.slice(elementEnd, end);
  const comma = commaBehind(rest);
  const gap = source.slice(start, elementStart);
  const kept = comma > 0 ? gap : withoutComma(gap);
  const isLineEnd = /^[^\S\r\n]*\r?\n/u.test(rest.slice(comma));
  return { range: [start, elementEnd + comma], text: isLineEnd ? kept.trimEnd() : kept };
}

/** What stands behind the last comment of a gap: the blanks before the next element, which a new one is to have too. */
export function behindComments(gap: string): string {
  return gap.split(comments).at(-1) ?? gap;
}

/** A gap between two elements without its comma; a comma in a comment stays. */
function withoutComma(gap: string): string {
  const blanked = gap.replace(comments, (comment) => " ".repeat(comment.length));
  const comma = blanked.indexOf(",");
  return gap.slice(0, comma) + gap.slice(comma + 1);
}

function hasCommentInLine({ source }: SourceList, before: Range, behind: Range): boolean {
  const lineBefore =
    source
      .slice(...before)
      .split(lineEnd)
      .at(-1) ?? "";
  return lineBefore.includes("*/") || /\/[/*]/u.test(firstLine(source.slice(...behind)));
}

/** Whether nothing but blanks, commas and comments stands between an element and its neighbours. */
function standsAlone(list: SourceList, index: number): boolean {
  return [gapAfter(list, index - 1), gapAfter(list, index)].every(
    // The neighbour of an element may be a hole, which has no place of its own.
    ([start, end]) => start <= end && isOfSeparators(list.source.slice(start, end)),
  );
}

/** What stands between an element and the next one or the bracket; before the first one, of index -1, too. */
function gapAfter(list: SourceList, index: number): Range {
  return [list.elements[index]?.[1] ?? list.range[0] + 1, list.elements[index + 1]?.[0] ?? list.range[1] - 1];
}

/** The separator next to an element, else any of the list; comments in it are not copied. */
function separatorOf(list: SourceList, index: number): string {
  const gaps = list.elements.slice(1).map((_, before) => list.source.slice(...gapAfter(list, before)));
  const nearest = [gaps[index], gaps[index - 1], ...gaps].find((gap) => gap !== undefined && isPlainSeparator(gap));
  return nearest ?? `,${leadOf(list, index)}`;
}

/** The blanks before an element that has no plain neighbour: those after the bracket, or its line's. */
function leadOf(list: SourceList, index: number): string {
  const gap = list.source.slice(...gapAfter(list, index - 1));
  let lead = "";
  for (const { index } of gap.matchAll(lineEnds)) {
    lead = gap.slice(index);
  }
  return lead !== "" && withoutBlanks(lead) === "" ? lead : " ";
}

function isPlainSeparator(gap: string): boolean {
  return withoutBlanks(gap) === ",";
}

function isOfSeparators(gap: string): boolean {
  return /^,*$/u.test(withoutBlanks(gap.replace(comments, "")));
}

function withoutBlanks(text: string): string {
  return text.replace(blanks, "");
}

/** Where the comma ends that a text begins with, behind blanks; 0 without one. */
function commaBehind(text: string): number {
  const comma = blanksEnd(text, 0);
  return text.charAt(comma) === "," ? comma + 1 : 0;
}

/** Where the blanks end that stand at an offset. */
function blanksEnd(text: string, start: number): number {
  let end = start;
  for (const { 0: found, index } of text.slice(start).matchAll(blanks)) {
    if (start + index > end) {
      break;
    }
    end += found.length;
  }
  return end;
}

function firstLine(text: string): string {
  return text.split(lineEnd, 1)[0] ?? "";
}
