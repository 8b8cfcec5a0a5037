import type { SourceLocation } from "@eslint/core";
import type { PolicyRuleContext, PolicySourceCode } from "./create-rule.js";
import type { Range } from "../text/range.js";
import { insertedComments } from "./inserted-comments.js";
import { listNames } from "../text/wording.js";

/** The location of a range, with lines and columns counted as in the file's language. */
export function locOf(sourceCode: PolicySourceCode, [start, end]: Range): SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

type FileContext = Pick<PolicyRuleContext, "sourceCode" | "filename" | "physicalFilename">;

/** The lines where ranges start, as a reader finds them: `line 7`, `lines 7 and 9`, `line 2 of the block`. */
export function describeLines(
  { sourceCode, filename, physicalFilename }: FileContext,
  ranges: readonly Range[],
): string {
  // A processor extracts blocks under file names of their own, and rules cannot know the offset in the page.
  const isBlock = filename !== physicalFilename;
  const linesBefore = isBlock ? insertedComments(sourceCode.text).split("\n").length - 1 : 0;
  const lines = ranges.map(([start]) => sourceCode.getLocFromIndex(start).line - linesBefore);
  const numbers = [...new Set(lines)].sort((one, other) => one - other).map(String);
  return `${numbers.length === 1 ? "line" : "lines"} ${listNames(numbers)}${isBlock ? " of the block" : ""}`;
}
