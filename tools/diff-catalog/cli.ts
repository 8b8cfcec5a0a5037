/** The command line of the catalogue comparison. */
import { ToolError } from "../import-catalog/tool-error.js";
import { readIdentityFiles, readServiceFiles } from "../import-catalog/read-catalogue.js";
import { compareIdentityFiles } from "./compare-identity.js";
import { compareCatalogues } from "./compare.js";

const usage = `Usage: npm run diff-catalog -- <old folder> <new folder>

Lists the changes between two catalogues, in the form of release notes.
`;

/**
 * Compares two catalogue folders.
 *
 * @param print receives the output, line by line
 * @returns the exit code: 0 whether or not there are changes; 2 for invalid arguments or an unreadable folder
 */
export function main(args: readonly string[], print: (line: string) => void): number {
  const [before, after, ...rest] = args;
  if (before === undefined || after === undefined || rest.length > 0) {
    print(usage);
    return 2;
  }
  try {
    const lines = [
      ...compareCatalogues(readServiceFiles(before), readServiceFiles(after)),
      ...compareIdentityFiles(readIdentityFiles(before), readIdentityFiles(after)),
    ];
    if (lines.length === 0) print("Nothing changed.");
    lines.forEach(print);
    return 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    print(`diff-catalog: ${error.message}`);
    return error.exitCode;
  }
}
