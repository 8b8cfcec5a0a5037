import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readIndex } from "../src/catalog/store.js";
import { coveragePage } from "./coverage-page.js";

/** Writes the tables of `docs/coverage.md` from the catalogue. With `--check`, fails if they are out of date. */
const path = join(import.meta.dirname, "..", "docs", "coverage.md");
const page = await coveragePage(path, readIndex());

if (!process.argv.includes("--check")) {
  writeFileSync(path, page);
} else if (readFileSync(path, "utf8") !== page) {
  process.stderr.write('docs/coverage.md is out of date: run "npm run docs".\n');
  process.exitCode = 1;
}
