#!/usr/bin/env bash
# One would expect: the recommended set of @eslint-community/eslint-plugin-eslint-comments, about comments that all
#   languages of ESLint have, checks files of each language, or keeps to JavaScript.
# What happens: it has no `files` and so runs everywhere. In JSON with comments, `/* eslint-disable some/rule */`
#   without its `eslint-enable`, or with the rule named twice, ends the run of ESLint: the place in the comment is
#   looked up in a way that comments of @eslint/json do not have; in CSS the same is reported. A comment that names no
#   rule is reported at column 0, in JSON and CSS at column -1.
# Why it matters: no file is checked as soon as somebody disables a rule in one JSON file, and the error names a rule
#   that has nothing to do with JSON. Give the set `files`, or switch off its rules for JSON.
# Seen: @eslint-community/eslint-plugin-eslint-comments 4.8.1, @eslint/json 2.1.1, @eslint/css 2.0.0, eslint 10.15.0,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @eslint-community/eslint-plugin-eslint-comments@4.8.1 @eslint/json@2.1.1 @eslint/css@2.0.0 eslint@10.15.0 > npm.log

cat > probe.js <<'JS'
import comments from "@eslint-community/eslint-plugin-eslint-comments/configs";
import css from "@eslint/css";
import json from "@eslint/json";
import { ESLint } from "eslint";

const overrideConfig = [
  comments.recommended,
  { files: ["**/*.jsonc"], plugins: { json }, language: "json/jsonc", rules: { "json/no-empty-keys": "error" } },
  { files: ["**/*.css"], plugins: { css }, language: "css/css", rules: { "css/no-empty-blocks": "error" } },
  { files: ["**/*.js"], rules: { "no-undef": "error" } },
];
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
const files = {
  "a.js": ["no-undef", "f();"],
  "a.css": ["css/no-empty-blocks", "a {}"],
  "a.jsonc": ["json/no-empty-keys", '{ "": 1 }'],
};
const lint = async (filePath, text) => {
  try {
    const [{ messages }] = await eslint.lintText(text, { filePath });
    const said = messages.map(({ ruleId, line, column }) => `${ruleId.split("/").pop()} ${line}:${column}`);
    return said.join(", ") || "nothing";
  } catch (error) {
    return `ends the run: ${error.message.split("\n")[0].replace(/.*: /, "")}`;
  }
};
for (const [filePath, [rule, code]] of Object.entries(files)) {
  const texts = {
    "no comment": code,
    "one line": `/* eslint-disable-next-line ${rule} */\n${code}\n`,
    "disabled and enabled": `/* eslint-disable ${rule} */\n${code}\n/* eslint-enable ${rule} */\n`,
    "not enabled": `/* eslint-disable ${rule} */\n${code}\n`,
    "named twice": `/* eslint-disable ${rule}, ${rule} */\n${code}\n/* eslint-enable ${rule} */\n`,
    "no rule named": `/* eslint-disable */\n${code}\n/* eslint-enable */\n`,
  };
  for (const [name, text] of Object.entries(texts)) {
    console.log(`${filePath} | ${name} | ${await lint(filePath, text)}`);
  }
}
JS
seen=$(node probe.js | tr "'" '"')

recorded='a.js | no comment | no-undef 1:1
a.js | one line | nothing
a.js | disabled and enabled | nothing
a.js | not enabled | disable-enable-pair 1:19
a.js | named twice | no-duplicate-disable 1:19
a.js | no rule named | no-unlimited-disable 1:0
a.css | no comment | no-empty-blocks 1:3
a.css | one line | nothing
a.css | disabled and enabled | nothing
a.css | not enabled | disable-enable-pair 1:19
a.css | named twice | no-duplicate-disable 1:19
a.css | no rule named | no-unlimited-disable 1:-1
a.jsonc | no comment | no-empty-keys 1:3
a.jsonc | one line | nothing
a.jsonc | disabled and enabled | nothing
a.jsonc | not enabled | ends the run: Cannot read properties of undefined (reading "match")
a.jsonc | named twice | ends the run: Cannot read properties of undefined (reading "match")
a.jsonc | no rule named | no-unlimited-disable 1:-1'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what rules about comments do in JSON and CSS is not as recorded" >&2
  exit 1
fi
echo "as recorded"
