#!/usr/bin/env bash
# One would expect: a finding in a fence that is indented, as under an item of a list or in a quotation, has its place
#   in the Markdown file, start and end.
# What happens: @eslint/markdown adds the indentation to the column of the start and not to that of the end, in its
#   processor as it is used for JSON, JavaScript and all other fences. The underlined text is too short by the
#   indentation; where the text is shorter than that, the end comes before the start. The lines are right.
# Why it matters: editors underline half of a word or nothing, and a formatter that writes both ends puts out ranges
#   that others may refuse. Take the start from such a finding, and do not read the text back from the columns.
# Seen: @eslint/markdown 8.0.3, @eslint/json 2.1.1, eslint 10.15.0, Node 20.20.2: the lines under `recorded`, which are
#   the place of each finding and the text there.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 @eslint/markdown@8.0.3 @eslint/json@2.1.1 > npm.log

cat > probe.js <<'JS'
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { ESLint } from "eslint";

const report = (context) => (node) => {
  if (node.value === "Allow" || node.value === 1) context.report({ node, message: "here" });
};
const create = (context) => ({ String: report(context), Number: report(context) });
const our = { rules: { value: { meta: {}, create } } };
const overrideConfig = [
  { files: ["*.md"], plugins: { markdown }, processor: "markdown/markdown" },
  { files: ["**/*.md/*.json"], plugins: { json, our }, language: "json/json", rules: { "our/value": "error" } },
];
const fence = ["```json", '{ "Effect": "Allow", "Version": 1 }', "```"];
const indented = (prefix) => fence.map((line) => prefix + line).join("\n");
const texts = {
  "not indented": indented(""),
  quotation: indented("> "),
  item: `- a role\n\n${indented("  ")}`,
  "item of an item": `- roles\n  - a role\n\n${indented("    ")}`,
};
for (const [name, text] of Object.entries(texts)) {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
  const [{ messages }] = await eslint.lintText(text, { filePath: "a.md" });
  for (const { line, column, endLine, endColumn } of messages) {
    const [from, to] = [column - 1, endColumn - 1];
    const there = from < to ? text.split("\n")[line - 1].slice(from, to) : "ends before it starts";
    console.log(`${name} | ${line}:${column} to ${endLine}:${endColumn} | ${there}`);
  }
}
JS
seen=$(node probe.js)

recorded='not indented | 2:13 to 2:20 | "Allow"
not indented | 2:33 to 2:34 | 1
quotation | 2:15 to 2:20 | "Allo
quotation | 2:35 to 2:34 | ends before it starts
item | 4:15 to 4:20 | "Allo
item | 4:35 to 4:34 | ends before it starts
item of an item | 5:17 to 5:20 | "Al
item of an item | 5:37 to 5:34 | ends before it starts'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: the places of findings in indented fences are not as recorded" >&2
  exit 1
fi
echo "as recorded"
