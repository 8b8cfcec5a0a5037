import type { Range } from "../text/range.js";
import type { SourceList, TextChange } from "./list-changes.js";

/**
 * Inserts items after an element of a block, each in lines of its own. A comment at the end of the element's line stays
 * there.
 *
 * @returns an empty array if the element does not begin in a line of its own
 */
export function insertLinesAfter(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  const element = elementAt(list, index);
  const end = element && endOfLine(list, element.range[1]);
  return end === undefined || !element ? [] : [{ range: [end, end], text: linesOf(element, items) }];
}

/** Inserts a member in front of the first one of a block; an empty array as for {@link insertLinesAfter}. */
export function insertLineBefore(list: SourceList, item: string): readonly TextChange[] {
  const element = elementAt(list, 0);
  const [start] = element?.range ?? [0];
  return element ? [{ range: [start, start], text: item + element.lineStart }] : [];
}

/** Replaces an element of a block with items; an empty array as for {@link insertLinesAfter}. */
export function replaceByLines(list: SourceList, index: number, items: readonly string[]): readonly TextChange[] {
  const element = elementAt(list, index);
  const [first = "", ...others] = items;
  return element ? [{ range: element.range, text: first + linesOf(element, others) }] : [];
}

/**
 * Removes the lines of an element of a block. Comments on other lines stay, as they may be headings of a group.
 *
 * @returns an empty array as for {@link insertLinesAfter}, for the only element, and if a comment is in the element's
 *   line: it is about the element, so only its author can decide what to do with it
 */
export function removeLines(list: SourceList, index: number): readonly TextChange[] {
  const { text } = list.source;
  const element = elementAt(list, index);
  if (
    !element ||
    list.elements.length < 2 ||
    !isBlank(text.slice(element.range[1], lineEndAt(text, element.range[1])))
  ) {
    return [];
  }
  const { prefix, range, ownPrefix } = element;
  if (!isBlank(prefix.slice(0, prefix.length - ownPrefix.length))) {
    return removeFirst(list, index);
  }
  const [start, end] = [range[0] - prefix.length, lineEndAt(text, range[1])];
  // The line breaks between the elements are the list's, the one behind the last is not.
  const [before, behind] = [
    /\r?\n$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0],
    /^\r?\n/u.exec(text.slice(end, end + 2))?.[0],
  ];
  return index > 0
    ? [{ range: [start - (before ?? "").length, end], text: "" }]
    : [{ range: [start, end + (behind ?? "").length], text: "" }];
}

/** Removes an element that begins in a line with other dashes: the next one takes its place. */
function removeFirst({ source, elements }: SourceList, index: number): readonly TextChange[] {
  const [element, next] = [elements[index], elements[index + 1]];
  const gap = element && next ? source.text.slice(element[1], next[0]) : "#";
  return element && next && index === 0 && /^[\s-]*$/u.test(gap) ? [{ range: [element[0], next[0]], text: "" }] : [];
}

/**
 * Makes an object the only element of a list: behind a dash, with its lines indented as far.
 *
 * @returns an empty array if the object does not begin in a line of its own
 */
export function putBehindDash(text: string, [start, end]: Range): readonly TextChange[] {
  const lines = [...text.slice(start, end).matchAll(/\n(?!\r?\n)/gu)].map(({ index }) => start + index + 1);
  return blockStart.test(text.slice(lineStartAt(text, start), start))
    ? [{ range: [start, start], text: "- " }, ...lines.map((line): TextChange => ({ range: [line, line], text: "  " }))]
    : [];
}

/** Whether the lines of a value in brackets are indented further than its key, as those of what is in brackets must be. */
export function isIndentedBelow(text: string, [key]: Range, [start, end]: Range): boolean {
  const column = key - lineStartAt(text, key);
  return text
    .slice(start, end)
    .split("\n")
    .slice(1)
    .every((line) => isBlank(line) || line.length - line.trimStart().length > column);
}

/** An element of a block that begins in a line of its own. */
interface BlockElement {
  readonly range: Range;
  /** What stands before it in its line: blanks and dashes. */
  readonly prefix: string;
  /** The dash that is its own, with the blanks behind it; empty for a member. */
  readonly ownPrefix: string;
  /** The line break and indentation that another element begins with, with its dash. */
  readonly lineStart: string;
}

function elementAt({ source: { text }, elements, layout }: SourceList, index: number): BlockElement | undefined {
  const range = elements[index];
  if (!range) {
    return undefined;
  }
  const prefix = text.slice(lineStartAt(text, range[0]), range[0]);
  if (!blockStart.test(prefix)) {
    return undefined;
  }
  const ownPrefix = layout === "dashes" ? /- +$/u.exec(prefix)?.[0] : "";
  return ownPrefix === undefined
    ? undefined
    : {
        range,
        prefix,
        ownPrefix,
        lineStart: lineBreakIn(text) + " ".repeat(prefix.length - ownPrefix.length) + ownPrefix,
      };
}

/** What may stand before the first element of a block in its line. */
const blockStart = /^ *(?:[-?:] +)*$/u;

function lineStartAt(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf("\n") + 1;
}

function linesOf({ lineStart }: BlockElement, items: readonly string[]): string {
  return items.map((item) => lineStart + item).join("");
}

/** The end of the line that an element ends in, if nothing but a comment follows in it. */
function endOfLine({ source: { text } }: SourceList, elementEnd: number): number | undefined {
  const end = lineEndAt(text, elementEnd);
  const rest = text.slice(elementEnd, end);
  return isBlank(rest) || /^\s+#/u.test(rest) ? end : undefined;
}

function lineEndAt(text: string, offset: number): number {
  const lineBreak = text.indexOf("\n", offset);
  const end = lineBreak < 0 ? text.length : lineBreak;
  return end > offset && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

function lineBreakIn(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
