import type { SourceLocation } from "@eslint/core";
import type { PolicySourceCode } from "./rule.js";
import type { Range } from "./text/range.js";

/** The location of a range, counted as the language of the file counts lines and columns. */
export function locOf(sourceCode: PolicySourceCode, [start, end]: Range): SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
