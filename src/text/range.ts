/** Start and end of a piece of the source file, in UTF-16 code units from the start of `sourceCode.text`. */
export type Range = readonly [start: number, end: number];
