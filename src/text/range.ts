/** Start and end of a part of the source file, in UTF-16 code units from the start of `sourceCode.text`. */
export type Range = readonly [start: number, end: number];

/** Whether one range is within the other, or equal to it. */
export function isWithin([start, end]: Range, [outerStart, outerEnd]: Range): boolean {
  return outerStart <= start && end <= outerEnd;
}
