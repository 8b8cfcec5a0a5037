import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleIndex, ruleNames } from "./rule-index.js";

/** Generates `rules/index.ts`. With `--check`, writes nothing and fails if the file is out of date. */
const folder = join(import.meta.dirname, "..", "rules");
const target = join(folder, "index.ts");
const source = await ruleIndex(ruleNames(folder));

if (!process.argv.includes("--check")) {
  writeFileSync(target, source);
} else if (readFileSync(target, "utf8") !== source) {
  process.stderr.write('rules/index.ts is out of date: run "npm run build:rules".\n');
  process.exitCode = 1;
}
