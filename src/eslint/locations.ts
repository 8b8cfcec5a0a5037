import type { SourceLocation } from "@eslint/core";
import type { PolicyRuleContext, PolicySourceCode } from "./create-rule.js";
import type { Range } from "../text/range.js";
import { listNames } from "../text/wording.js";

/** The location of a range, counted as the language of the file counts lines and columns. */
export function locOf(sourceCode: PolicySourceCode, [start, end]: Range): SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

type Place = Pick<PolicyRuleContext, "sourceCode" | "filename" | "physicalFilename">;

/** The lines in which ranges start, as a reader finds them: `line 7`, `lines 7 and 9`, `line 2 of the block`. */
export function lineNames({ sourceCode, filename, physicalFilename }: Place, ranges: readonly Range[]): string {
  // A processor hands out a block of a page under a name of its own, and no rule can know where on the page it stands.
  const isBlock = filename !== physicalFilename;
  const linesBefore = isBlock ? commentsOfPage(sourceCode.text).split("\n").length - 1 : 0;
  const lines = ranges.map(([start]) => sourceCode.getLocFromIndex(start).line - linesBefore);
  const numbers = [...new Set(lines)].sort((one, other) => one - other).map(String);
  return `${numbers.length === 1 ? "line" : "lines"} ${listNames(numbers)}${isBlock ? " of the block" : ""}`;
}

/** The comments for ESLint that stand before a block on its page: the processor puts them at its start. */
function commentsOfPage(text: string): string {
  return /^(?:\/\*\s*(?:eslint|global)\b[^]*?\*\/\n)*/u.exec(text)?.[0] ?? "";
}
