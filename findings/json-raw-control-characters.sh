#!/usr/bin/env bash
# One would expect: a parser in its strict JSON mode refuses a raw tab or line break inside a string, as JSON.parse and
#   RFC 8259 do.
# What happens: momoa in mode "json" takes both, and so does the language json/json of @eslint/json that rests on it:
#   no parsing error, no finding. jsonc-eslint-parser with `jsonSyntax: "JSON"` takes the tab and refuses the line
#   break. VS Code's jsonc-parser reports both. And the readers that take the line break do not agree on the value: for
#   momoa it is a line break, for `yaml`, which reads JSON as YAML, it is a blank.
# Why it matters: a JSON file that lints clean may be one that JSON.parse refuses; who promises "valid JSON" must look
#   for control characters in strings itself, or parse a second time.
# Seen: @humanwhocodes/momoa 3.3.13, @eslint/json 2.1.1 in eslint 10.15.0, jsonc-eslint-parser 3.3.0,
#   jsonc-parser 3.3.1, yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @humanwhocodes/momoa@3.3.13 \
  @eslint/json@2.1.1 eslint@10.15.0 jsonc-eslint-parser@3.3.0 jsonc-parser@3.3.1 yaml@2.9.1 > npm.log

cat > probe.js <<'JS'
import json from "@eslint/json";
import { evaluate, parse } from "@humanwhocodes/momoa";
import { Linter } from "eslint";
import { parseForESLint } from "jsonc-eslint-parser";
import * as vscode from "jsonc-parser";
import * as yaml from "yaml";

const linter = new Linter();
const lint = (text) =>
  linter.verify(text, { files: ["**/*.json"], plugins: { json }, language: "json/json" }, "a.json").length;
const vscodeErrors = (text) => {
  const errors = [];
  vscode.parse(text, errors);
  return errors.length;
};
const readers = {
  "JSON.parse": (text) => JSON.stringify(JSON.parse(text)),
  momoa: (text) => JSON.stringify(evaluate(parse(text, { mode: "json" }))),
  "json/json": (text) => (lint(text) === 0 ? "taken" : "refused"),
  "jsonc-eslint-parser": (text) => parseForESLint(text, { jsonSyntax: "JSON" }) && "taken",
  "jsonc-parser": (text) => (vscodeErrors(text) === 0 ? "taken" : "refused"),
  yaml: (text) => JSON.stringify(yaml.parse(text)),
};
for (const [name, text] of [
  ["tab", '["a\tb"]'],
  ["line break", '["a\nb"]'],
]) {
  for (const [reader, read] of Object.entries(readers)) {
    let result;
    try {
      result = read(text);
    } catch {
      result = "refused";
    }
    console.log(`${name} | ${reader} | ${result}`);
  }
}
JS
seen=$(node probe.js)

recorded='tab | JSON.parse | refused
tab | momoa | ["a\tb"]
tab | json/json | taken
tab | jsonc-eslint-parser | taken
tab | jsonc-parser | refused
tab | yaml | ["a\tb"]
line break | JSON.parse | refused
line break | momoa | ["a\nb"]
line break | json/json | taken
line break | jsonc-eslint-parser | refused
line break | jsonc-parser | refused
line break | yaml | ["a b"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which JSON readers take raw control characters in strings is not as recorded" >&2
  exit 1
fi
echo "as recorded"
