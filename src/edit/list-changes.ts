import type { Range } from "../text/range.js";
import type { SourceText, Syntax } from "../text/syntax.js";
import { insertLinesAfter, removeLines, replaceByLines } from "./block-changes.js";

/** A replacement of a source range by a string. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** A list in the source; an object is a list of its members. */
export interface SourceList {
  readonly source: SourceText;
  /** Including the brackets. */
  readonly range: Range;
  readonly elements: readonly Range[];
  /**
   * Set where the elements stand in lines of their own, without brackets and commas: behind dashes, or as the members of
   * an object.
   */
  readonly layout?: "dashes" | "lines" | undefined;
}

/** Whitespace, including its escape sequences in a string or in a string within a string. */
const whitespace = /\s+|(?<!\\)\\+[nrt]/gu;
const lineEnd = /\r?\n|(?:\\+r)?\\+n/u;
const lineEnds = new RegExp(lineEnd, "gu");

/**
 * Inserts items after an element in the style of the list: on separate lines if its elements are, with the same
 * indentation and spacing. A comment at the end of the element's line stays there.
 *
 * @param items source text of the new elements, including quotes
 * @returns an empty array if the element is part of a larger expression, such as `("a" as Action)`
 */
export function insertAfter(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  if (list.layout) {
    return insertLinesAfter(list, index, items);
  }
  if (!hasPlainGaps(list, index)) {
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
  const comment = next || !lineEnd.test(separator) ? undefined : trailingComment(list, gap);
  if (comment) {
    const mark = separatorCharacter(list);
    const [before, after] = comment.followsSeparator ? ["", mark] : [mark, ""];
    const text = `${before}${comment.text}${added.replace(mark, "")}${after}`;
    return [{ range: [end, end + comment.text.length], text }];
  }
  return [{ range: [end, end], text: added }];
}

/** Replaces an element with items in the style of the list; an empty array as for {@link insertAfter}. */
export function replaceElement(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  const [start, end] = list.elements[index] ?? list.range;
  if (isReferredTo(list, index)) {
    return [];
  }
  if (list.layout) {
    return replaceByLines(list, index, items);
  }
  return hasPlainGaps(list, index) ? [{ range: [start, end], text: items.join(separatorOf(list, index)) }] : [];
}

/**
 * Removes an element with one of its adjacent separators; the lines of other elements stay unchanged. Comments on other
 * lines stay too, as they may be headings of a group.
 *
 * @returns an empty array as for {@link insertAfter}, for the only element, and if a comment is in the element's
 *   line: it is about the element, so only its author can decide what to do with it
 */
export function removeElement(list: SourceList, index: number): readonly TextChange[] {
  if (isReferredTo(list, index)) {
    return [];
  }
  if (list.layout) {
    return removeLines(list, index);
  }
  const [before, behind] = [gapAfter(list, index - 1), gapAfter(list, index)];
  const [gapBefore, gapBehind] = [before, behind].map((gap) => list.source.text.slice(...gap)) as [string, string];
  const isCommented = hasCommentInLastLine(list, gapBefore) || hasCommentInFirstLine(list, gapBehind);
  if (list.elements.length < 2 || !hasPlainGaps(list, index) || isCommented) {
    return [];
  }
  if (isPlainSeparator(list, gapBefore) || (index > 0 && isLineBreak(gapBefore))) {
    return [{ range: [before[0], behind[0]], text: "" }];
  }
  if (index < list.elements.length - 1 && isLineBreak(gapBehind)) {
    return [{ range: [before[1], behind[1]], text: "" }];
  }
  if (index === list.elements.length - 1) {
    return [removeLast(list, before, behind)];
  }
  const separatorEnd = separatorEndIn(list, gapBehind);
  const nextStart = whitespaceEnd(gapBehind, separatorEnd);
  // In YAML, a comment needs a blank before it.
  const keepsBlanks = nextStart < gapBehind.length && !/\s$/u.test(gapBefore);
  const end = behind[0] + (keepsBlanks ? separatorEnd : nextStart);
  return separatorEnd > 0 ? [{ range: [before[1], end], text: "" }] : [];
}

/**
 * Removes the last element and keeps the comments before it. Its separator goes too, unless the list has a trailing
 * one.
 */
function removeLast(list: SourceList, [start, elementStart]: Range, [elementEnd, end]: Range): TextChange {
  const { text } = list.source;
  const rest = text.slice(elementEnd, end);
  const separatorEnd = separatorEndIn(list, rest);
  const gap = text.slice(start, elementStart);
  const kept = separatorEnd > 0 ? gap : withoutSeparator(list, gap);
  const isLineEnd = /^[^\S\r\n]*\r?\n/u.test(rest.slice(separatorEnd));
  return { range: [start, elementEnd + separatorEnd], text: isLineEnd ? kept.trimEnd() : kept };
}

/** Whether something elsewhere may refer to an element, or to a part of it. */
function isReferredTo({ source, elements }: SourceList, index: number): boolean {
  return source.syntax.mayBeReferredTo?.(source.text.slice(...(elements[index] ?? [0, 0]))) ?? false;
}

/** The whitespace after the last comment of a gap, for use before a new element. */
export function afterComments(gap: string, { comments }: Syntax): string {
  return gap.split(comments).at(-1) ?? gap;
}

/** The comment that ends the line of the last element, with the separator before it. */
function trailingComment(list: SourceList, gap: string): { text: string; followsSeparator: boolean } | undefined {
  const separatorEnd = separatorEndIn(list, firstLine(gap));
  const [comment] = commentsIn(list, gap);
  const lead = comment && gap.slice(separatorEnd, comment.start);
  const isInLine = comment && lead?.trim() === "" && !/[\r\n]/u.test(gap.slice(0, comment.end));
  return isInLine && /^\s*?\n/u.test(gap.slice(comment.end))
    ? { text: gap.slice(0, comment.end), followsSeparator: separatorEnd > 0 }
    : undefined;
}

/** Removes the separator from a gap between two elements, but not the same character in a comment. */
function withoutSeparator(list: SourceList, gap: string): string {
  const masked = gap.replace(list.source.syntax.comments, (comment) => " ".repeat(comment.length));
  const mark = separatorCharacter(list);
  const index = masked.indexOf(mark);
  return index < 0 ? gap : gap.slice(0, index) + gap.slice(index + mark.length);
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

/** Whether nothing but whitespace, separators and comments is between an element and its neighbours. */
function hasPlainGaps(list: SourceList, index: number): boolean {
  return [gapAfter(list, index - 1), gapAfter(list, index)].every(
    // The neighbour may be an elision such as `[, "a"]`, which has no range of its own.
    ([start, end]) => start <= end && hasOnlySeparators(list, list.source.text.slice(start, end)),
  );
}

/** The range between an element and the next one or the closing bracket; for index -1, before the first element. */
function gapAfter({ range, elements, source }: SourceList, index: number): Range {
  const { open, close } = source.syntax.list;
  return [elements[index]?.[1] ?? range[0] + open.length, elements[index + 1]?.[0] ?? range[1] - close.length];
}

/** The separator next to an element, else any of the list; comments are not copied. */
function separatorOf(list: SourceList, index: number): string {
  const gaps = list.elements.slice(1).map((_, before) => list.source.text.slice(...gapAfter(list, before)));
  const nearest = [gaps[index], gaps[index - 1], ...gaps].find(
    (gap) => gap !== undefined && isPlainSeparator(list, gap),
  );
  return nearest ?? `${separatorCharacter(list)}${leadingWhitespace(list, index)}`;
}

/** The whitespace before an element without a plain neighbour: after the bracket or at the start of its line. */
function leadingWhitespace(list: SourceList, index: number): string {
  const gap = list.source.text.slice(...gapAfter(list, index - 1));
  let lead = "";
  for (const { index } of gap.matchAll(lineEnds)) {
    lead = gap.slice(index);
  }
  return lead !== "" && withoutWhitespace(lead) === "" ? lead : " ";
}

function separatorCharacter({ source }: SourceList): string {
  return source.syntax.list.separator;
}

function isPlainSeparator(list: SourceList, gap: string): boolean {
  return withoutWhitespace(gap) === separatorCharacter(list);
}

/** Whether nothing but a line break separates two elements, as the members of an HCL object may be. */
function isLineBreak(gap: string): boolean {
  return lineEnd.test(gap) && gap.trim() === "";
}

function hasOnlySeparators(list: SourceList, gap: string): boolean {
  const marks = withoutWhitespace(gap.replace(list.source.syntax.comments, ""));
  return marks.replaceAll(separatorCharacter(list), "") === "";
}

function withoutWhitespace(text: string): string {
  return text.replace(whitespace, "");
}

/** The end of the separator that a string begins with, after whitespace; 0 if there is none. */
function separatorEndIn(list: SourceList, text: string): number {
  const mark = separatorCharacter(list);
  const start = whitespaceEnd(text, 0);
  return mark !== "" && text.startsWith(mark, start) ? start + mark.length : 0;
}

/** The end of the whitespace at an offset. */
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
