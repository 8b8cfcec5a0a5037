import { ESLint } from "eslint";
import { readFileSync, writeFileSync } from "node:fs";
import { lintQuickstart, quickstartFolder } from "./quickstart.js";

/**
 * Writes ESLint's real output for some mistakes of `examples/quickstart` into the README. Needs the built plugin. With
 * `--check`, writes nothing and fails if the README is out of date.
 */
const shown = [
  "iam/mistakes/unknown-action.json",
  "iam/mistakes/missing-dependencies.json",
  "src/mistakes/misspelt-operator.ts",
  "terraform/mistakes/iam-project-only.tf",
];

const target = new URL("../README.md", import.meta.url);
const [begin, end] = ["<!-- begin demo output -->", "<!-- end demo output -->"];

const eslint = new ESLint({ cwd: quickstartFolder });
const { results } = await lintQuickstart(eslint);
const formatter = await eslint.loadFormatter("stylish");
const output = await formatter.format(results.filter(({ filePath }) => shown.includes(filePath)));

const readme = readFileSync(target, "utf8");
const [before = "", after = ""] = [readme.split(begin)[0], readme.split(end)[1]];
const written = `${before}${begin}\n\n<!-- try demo -->\n\n\`\`\`text\n${output.trim()}\n\`\`\`\n\n${end}${after}`;

if (!process.argv.includes("--check")) {
  writeFileSync(target, written);
} else if (readme !== written) {
  process.stderr.write('The demo output in README.md is out of date: run "npm run docs".\n');
  process.exitCode = 1;
}
