import { join } from "node:path";
import { catalogueProblems } from "./problems.js";

/**
 * Checks the catalogue before it is packed, so that the reader in `src/catalog` may believe what bears the right
 * SHA-256: nothing else looks into the files again.
 */
const folder = join(import.meta.dirname, "..", "..", "catalog");
const problems = catalogueProblems(folder);
for (const { file, problem } of problems) {
  process.stderr.write(`catalog/${file}: ${problem}\n`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
