#!/usr/bin/env bash
# One would expect: `context.report({ loc: { line: 1, column: 2 } })` is the third column in every language of ESLint,
#   as columns of a `loc` count from 0.
# What happens: each language says from what its columns count, and ESLint adds what is missing to 1. For JavaScript,
#   eslint-plugin-jsonc and eslint-plugin-yml the report stands in column 3, for @eslint/json and @eslint/markdown in
#   column 2, on the same text. `sourceCode.getLocFromIndex` counts as the language does, so its result is right
#   everywhere; a column one computes is not, and `column: 0` becomes column 0, which no editor has.
# Why it matters: a rule for several languages that computes a place inside a string is off by one in some of them. Let
#   `getLocFromIndex` make every `loc`, and test a rule's columns in each language it is for.
# Seen: eslint 10.15.0, @eslint/json 2.1.1, @eslint/markdown 8.0.3, eslint-plugin-jsonc 3.4.2, eslint-plugin-yml 3.10.0,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error eslint@10.15.0 @eslint/json@2.1.1 \
  @eslint/markdown@8.0.3 eslint-plugin-jsonc@3.4.2 eslint-plugin-yml@3.10.0 > npm.log

cat > probe.js <<'JS'
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { ESLint } from "eslint";
import jsonc from "eslint-plugin-jsonc";
import yml from "eslint-plugin-yml";

const create = (context) => ({
  "*"(node) {
    if (node !== context.sourceCode.ast) return;
    context.report({ loc: { line: 1, column: 2 }, message: "column 2" });
    context.report({ loc: { line: 1, column: 0 }, message: "column 0" });
    context.report({ loc: context.sourceCode.getLocFromIndex(2), message: "index 2" });
  },
});
const our = { rules: { place: { meta: {}, create } } };
const files = { "@/js": "a.js", "jsonc/json": "a.json", "yml/yaml": "a.yaml", "json/json": "a.json" };
for (const [language, filePath] of Object.entries({ ...files, "markdown/commonmark": "a.md" })) {
  const plugins = { json, jsonc, markdown, our, yml };
  const overrideConfig = [{ files: [filePath], plugins, language, rules: { "our/place": "error" } }];
  const [{ messages }] = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintText("[ 1 ]", { filePath });
  const places = messages.map(({ message, line, column }) => `${message} is ${line}:${column}`).sort();
  console.log(`${language} | ${places.join(", ")}`);
}
JS
seen=$(node probe.js)

recorded='@/js | column 0 is 1:1, column 2 is 1:3, index 2 is 1:3
jsonc/json | column 0 is 1:1, column 2 is 1:3, index 2 is 1:3
yml/yaml | column 0 is 1:1, column 2 is 1:3, index 2 is 1:3
json/json | column 0 is 1:0, column 2 is 1:2, index 2 is 1:3
markdown/commonmark | column 0 is 1:0, column 2 is 1:2, index 2 is 1:3'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: from what the columns of a report count is not as recorded" >&2
  exit 1
fi
echo "as recorded"
