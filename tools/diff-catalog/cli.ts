/** The command line that says what changed between two catalogues. */
import { ToolError } from "../import-catalog/tool-error.js";
import { readServiceFiles } from "../import-catalog/read-catalogue.js";
import { compareCatalogues } from "./compare.js";

const usage = `Usage: npm run diff-catalog -- <old folder> <new folder>

Says in the words of a release note what changed between two catalogues.
`;

/**
 * Compares two catalogue folders.
 *
 * @param print receives what goes to the terminal, line by line
 * @returns the exit code: 0 compared, whether or not something changed; 2 for a bad call or folder
 */
export function main(args: readonly string[], print: (line: string) => void): number {
  const [before, after, ...rest] = args;
  if (before === undefined || after === undefined || rest.length > 0) {
    print(usage);
    return 2;
  }
  try {
    const lines = compareCatalogues(readServiceFiles(before), readServiceFiles(after));
    if (lines.length === 0) print("Nothing changed.");
    lines.forEach(print);
    return 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    print(`diff-catalog: ${error.message}`);
    return error.exitCode;
  }
}
