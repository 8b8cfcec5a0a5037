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

/** Blanks, also as they are written inside of an escaped string. */
const blank = String.raw`(?:\s|\\[nrt])*`;
const lineEnd = /\r?\n|(?:\\r)?\\n/u;
const plainSeparator = new RegExp(`^${blank},${blank}$`, "u");
const onlyBlanks = new RegExp(`^${blank}$`, "u");

/**
 * Inserts items after an element in the style of the list: on lines of their own where its elements are,
 * with its indentation and spacing. A comment at the end of the element's line stays there.
 *
 * @param items the new elements as source text, quotes included
 */
export function insertAfter(list: SourceList, index: number, items: readonly string[]): Edit {
  const separator = separatorOf(list, index);
  const next = list.elements[index + 1];
  const end = list.elements[index]?.[1] ?? list.range[0] + 1;
  if (next && /\/[/*]/u.test(firstLine(list.source.slice(end, next[0])))) {
    return { range: [next[0], next[0]], text: items.map((item) => item + separator).join("") };
  }
  return { range: [end, end], text: items.map((item) => separator + item).join("") };
}

/** Puts items in the place of an element, in the style of the list. */
export function replaceElement(list: SourceList, index: number, items: readonly string[]): Edit {
  const [start, end] = list.elements[index] ?? list.range;
  return { range: [start, end], text: items.join(separatorOf(list, index)) };
}

/** The separator next to an element, else any of the list; comments in it are not copied. */
function separatorOf(list: SourceList, index: number): string {
  const gaps = list.elements.slice(1).map((next, before) => gapBetween(list, before, next));
  const nearest = [gaps[index], gaps[index - 1], ...gaps].find((gap) => gap !== undefined && plainSeparator.test(gap));
  return nearest ?? `,${leadOf(list, index)}`;
}

function gapBetween(list: SourceList, before: number, next: Range): string {
  return list.source.slice(list.elements[before]?.[1] ?? next[0], next[0]);
}

/** The blanks before an element that has no plain neighbour: those after the bracket, or its line's. */
function leadOf(list: SourceList, index: number): string {
  const start = list.elements[index]?.[0] ?? list.range[1];
  const previousEnd = list.elements[index - 1]?.[1] ?? list.range[0] + 1;
  const gap = list.source.slice(previousEnd, start);
  const lineStart = /(?:(?:\r?\n|(?:\\r)?\\n)(?:[^\S\n]|\\t)*)$/u.exec(gap)?.[0];
  return lineStart ?? (onlyBlanks.test(gap) && lineEnd.test(gap) ? gap : " ");
}

function firstLine(text: string): string {
  return text.split(lineEnd, 1)[0] ?? "";
}
