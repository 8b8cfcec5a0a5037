import type { ESLint, Linter } from "eslint";
import { readFileSync } from "node:fs";
import { relative } from "node:path";

/**
 * ESLint's results as lines that a test can expect: `iam/policy.json: huaweicloud-iam/no-unknown-action at "updaet"`.
 *
 * @param json what ESLint prints with `--format json`
 * @param folder the project; paths are given in it
 * @throws where ESLint has printed no results, with what it says instead
 */
export function findingsOf(json: string, folder: string): string[] {
  if (!json.startsWith("[")) {
    throw new Error(`ESLint gave no result: ${json}`);
  }
  return (JSON.parse(json) as ESLint.LintResult[]).flatMap(({ filePath, messages }) => {
    const path = relative(folder, filePath).replaceAll("\\", "/");
    const text = readFileSync(filePath, "utf8");
    return messages.map((message) => `${path}: ${message.ruleId ?? message.message} at "${markedText(text, message)}"`);
  });
}

/** Where a message points at. */
export type Marks = Pick<Linter.LintMessage, "line" | "column" | "endLine" | "endColumn">;

/** What a message marks in a file. */
export function markedText(text: string, { line, column, endLine, endColumn }: Marks): string {
  const marked = text.split("\n").slice(line - 1, endLine ?? line);
  const last = marked.length - 1;
  return marked
    .map((part, index) =>
      part.slice(index === 0 ? column - 1 : 0, index === last ? (endColumn ?? column) - 1 : undefined),
    )
    .join("\n");
}
