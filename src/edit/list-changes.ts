import type { Range } from "../text/range.js";
import type { SourceText, Syntax } from "../text/syntax.js";

/** A change of the source: `text` in place of `range`. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** A list as it is written in the source; an object is a list of its members. */
export interface SourceList {
  readonly source: SourceText;
  /** With its brackets. */
  readonly range: Range;
  readonly elements: readonly Range[];
}

/** Whitespace, also as it is written inside a string, or a string in a string. */
const whitespace = /\s+|(?<!\\)\\+[nrt]/gu;
const lineEnd = /\r?\n|(?:\\+r)?\\+n/u;
const lineEnds = new RegExp(lineEnd, "gu");

/**
 * Inserts items after an element in the style of the list: on lines of their own where its elements are,
 * with its indentation and spacing. A comment at the end of the element's line stays there.
 *
 * @param items the new elements as source text, quotes included
 * @returns no change when the element is a part of something larger, such as `("a" as Action)`
 */
export function insertAfter(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  if (!standsAlone(list, index)) {
    return [];
  }
  const separator = separatorOf(list, index);
  const next = list.elements[index + 1];
  const [end, gapEnd] = gapAfter(list, index);
  const gap = list.source.text.slice(end, gapEnd);
  if (next && hasCommentInFirstLine(list, gap)) {
    return [{ range: [next[0], next[0]], text: items.map((item) => item + separator).join("") }];
  }
  const added = items.map((item) => separator + item).join("");
  const comment = next || !lineEnd.test(separator) ? undefined : commentBehind(list, gap);
  if (comment) {
    const mark = separatorMark(list);
    const [before, after] = comment.isBehindSeparator ? ["", mark] : [mark, ""];
    const text = `${before}${comment.text}${added.replace(mark, "")}${after}`;
    return [{ range: [end, end + comment.text.length], text }];
  }
  return [{ range: [end, end], text: added }];
}

/** Puts items in the place of an element, in the style of the list; no change as in {@link insertAfter}. */
export function replaceElement(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  const [start, end] = list.elements[index] ?? list.range;
  return standsAlone(list, index) ? [{ range: [start, end], text: items.join(separatorOf(list, index)) }] : [];
}

/**
 * Removes an element with one of the separators around it; the lines of the others stay as they are. Comments on
 * other lines stay too: they may be headings of a group.
 *
 * @returns no change as in {@link insertAfter}, for the only element, and where a comment stands in the
 *   element's line: it is about the element, so only its author can say what becomes of it
 */
export function removeElement(list: SourceList, index: number): readonly TextChange[] {
  const [before, behind] = [gapAfter(list, index - 1), gapAfter(list, index)];
  const [gapBefore, gapBehind] = [before, behind].map((gap) => list.source.text.slice(...gap)) as [string, string];
  const isCommented = hasCommentInLastLine(list, gapBefore) || hasCommentInFirstLine(list, gapBehind);
  if (list.elements.length < 2 || !standsAlone(list, index) || isCommented) {
    return [];
  }
  if (isPlainSeparator(list, gapBefore)) {
    return [{ range: [before[0], behind[0]], text: "" }];
  }
  if (index === list.elements.length - 1) {
    return [removeLast(list, before, behind)];
  }
  const separatorEnd = separatorEndIn(list, gapBehind);
  return separatorEnd > 0 ? [{ range: [before[1], behind[0] + whitespaceEnd(gapBehind, separatorEnd)], text: "" }] : [];
}

/** Takes the separator away that stands before a comment, unless the list ends with one. */
function removeLast(list: SourceList, [start, elementStart]: Range, [elementEnd, end]: Range): TextChange {
  const { text } = list.source;
  const rest = text.slice(elementEnd, end);
  const separatorEnd = separatorEndIn(list, rest);
  const gap = text.slice(start, elementStart);
  const kept = separatorEnd > 0 ? gap : withoutSeparator(list, gap);
  const isLineEnd = /^[^\S\r\n]*\r?\n/u.test(rest.slice(separatorEnd));
  return { range: [start, elementEnd + separatorEnd], text: isLineEnd ? kept.trimEnd() : kept };
}

/** What follows the last comment of a gap: the whitespace before the next element, which a new one is to have too. */
export function afterComments(gap: string, { comments }: Syntax): string {
  return gap.split(comments).at(-1) ?? gap;
}

/** A comment that ends the line of the last element, with the separator before it. */
function commentBehind(list: SourceList, gap: string): { text: string; isBehindSeparator: boolean } | undefined {
  const separatorEnd = separatorEndIn(list, firstLine(gap));
  const [comment] = commentsIn(list, gap);
  const lead = comment && gap.slice(separatorEnd, comment.start);
  const isInLine = comment && lead?.trim() === "" && !/[\r\n]/u.test(gap.slice(0, comment.end));
  return isInLine && /^\s*?\n/u.test(gap.slice(comment.end))
    ? { text: gap.slice(0, comment.end), isBehindSeparator: separatorEnd > 0 }
    : undefined;
}

/** A gap between two elements without its separator; the same character in a comment stays. */
function withoutSeparator(list: SourceList, gap: string): string {
  const blanked = gap.replace(list.source.syntax.comments, (comment) => " ".repeat(comment.length));
  const mark = separatorMark(list);
  const index = blanked.indexOf(mark);
  return gap.slice(0, index) + gap.slice(index + mark.length);
}

function hasCommentInFirstLine(list: SourceList, gap: string): boolean {
  const [comment] = commentsIn(list, gap);
  return comment !== undefined && comment.start < firstLine(gap).length;
}

function hasCommentInLastLine(list: SourceList, gap: string): boolean {
  const comment = commentsIn(list, gap).at(-1);
  const lastLine = gap.split(lineEnd).at(-1) ?? "";
  return comment !== undefined && comment.end > gap.length - lastLine.length;
}

function commentsIn({ source }: SourceList, gap: string): readonly { start: number; end: number }[] {
  return [...gap.matchAll(source.syntax.comments)].map(({ 0: comment, index }) => ({
    start: index,
    end: index + comment.length,
  }));
}

/** Whether nothing but whitespace, separators and comments stands between an element and its neighbours. */
function standsAlone(list: SourceList, index: number): boolean {
  return [gapAfter(list, index - 1), gapAfter(list, index)].every(
    // The neighbour of an element may be a hole, which has no place of its own.
    ([start, end]) => start <= end && hasOnlySeparators(list, list.source.text.slice(start, end)),
  );
}

/** What stands between an element and the next one or the bracket; before the first one, of index -1, too. */
function gapAfter({ range, elements, source }: SourceList, index: number): Range {
  const { open, close } = source.syntax.list;
  return [elements[index]?.[1] ?? range[0] + open.length, elements[index + 1]?.[0] ?? range[1] - close.length];
}

/** The separator next to an element, else any of the list; comments in it are not copied. */
function separatorOf(list: SourceList, index: number): string {
  const gaps = list.elements.slice(1).map((_, before) => list.source.text.slice(...gapAfter(list, before)));
  const nearest = [gaps[index], gaps[index - 1], ...gaps].find(
    (gap) => gap !== undefined && isPlainSeparator(list, gap),
  );
  return nearest ?? `${separatorMark(list)}${leadOf(list, index)}`;
}

/** The whitespace before an element that has no plain neighbour: that after the bracket, or its line's. */
function leadOf(list: SourceList, index: number): string {
  const gap = list.source.text.slice(...gapAfter(list, index - 1));
  let lead = "";
  for (const { index } of gap.matchAll(lineEnds)) {
    lead = gap.slice(index);
  }
  return lead !== "" && withoutWhitespace(lead) === "" ? lead : " ";
}

function separatorMark({ source }: SourceList): string {
  return source.syntax.list.separator;
}

function isPlainSeparator(list: SourceList, gap: string): boolean {
  return withoutWhitespace(gap) === separatorMark(list);
}

function hasOnlySeparators(list: SourceList, gap: string): boolean {
  const marks = withoutWhitespace(gap.replace(list.source.syntax.comments, ""));
  return marks.replaceAll(separatorMark(list), "") === "";
}

function withoutWhitespace(text: string): string {
  return text.replace(whitespace, "");
}

/** Where the separator ends that a text begins with, after whitespace; 0 without one. */
function separatorEndIn(list: SourceList, text: string): number {
  const mark = separatorMark(list);
  const start = whitespaceEnd(text, 0);
  return mark !== "" && text.startsWith(mark, start) ? start + mark.length : 0;
}

/** Where the whitespace ends that stands at an offset. */
function whitespaceEnd(text: string, start: number): number {
  let end = start;
  for (const { 0: found, index } of text.slice(start).matchAll(whitespace)) {
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
