import { join } from "node:path";
import { catalogueProblems } from "./problems.js";

/**
 * Validates the catalogue before it is packed. The reader in `src/catalog` only compares hashes, so this is the only
 * check of the content.
 */
const folder = join(import.meta.dirname, "..", "..", "catalog");
const problems = catalogueProblems(folder);
for (const { file, problem } of problems) {
  process.stderr.write(`catalog/${file}: ${problem}\n`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
