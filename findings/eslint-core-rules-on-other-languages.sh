#!/usr/bin/env bash
# One would expect: ESLint's own rules, which are made for JavaScript, find nothing in a file of a plugin's language, or
#   ESLint refuses them there, as it refuses other plugins' rules that name their languages.
# What happens: nearly all are silent, since they wait for nodes that never come. Six look at the file before any node:
#   they ask for tokens, all comments, a scope or parser options. A language needs none of these by ESLint's interface
#   for languages, and without them the rule throws, which ends the run for all files. One of the six,
#   `no-irregular-whitespace`, is in `js.configs.recommended`.
# Why it matters: the recommended rules without `files` stop on the first file of such a language, and the error names the
#   rule and not the language. Whoever writes a language is to answer these questions although the interface does not
#   ask them, and whoever uses one is to give rules for JavaScript `files`.
# Seen: eslint 10.15.0, @eslint/plugin-kit 0.7.3, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error eslint@10.15.0 @eslint/plugin-kit@0.7.3 > npm.log

cat > probe.js <<'JS'
import { TextSourceCodeBase } from "@eslint/plugin-kit";
import { Linter } from "eslint";
import { builtinRules } from "eslint/use-at-your-own-risk";

// A language of one node, with what the interface requires and no more.
class Source extends TextSourceCodeBase {
  traverse() {
    return [];
  }
}
const language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: "type",
  visitorKeys: { Root: [] },
  validateLanguageOptions() {},
  parse: ({ body }) => ({ ok: true, ast: { type: "Root", text: body, loc: { start: { line: 1, column: 1 } } } }),
  createSourceCode: ({ body }, { ast }) => new Source({ text: body, ast }),
};
const config = { files: ["**/*.note"], plugins: { notes: { languages: { note: language } } }, language: "notes/note" };

let silent = 0;
for (const rule of [...builtinRules.keys()].sort()) {
  try {
    const found = new Linter().verify("a note\n", [config, { rules: { [rule]: "error" } }], "a.note");
    silent += found.length === 0 ? 1 : 0;
    found.forEach(({ message }) => console.log(`${rule} | reports: ${message}`));
  } catch (error) {
    console.log(`${rule} | throws: ${error.message.split("\n")[0]}`);
  }
}
console.log(`silent: ${silent} of ${builtinRules.size}`);
JS
seen=$(node probe.js)
recorded="indent | throws: Error while loading rule 'indent': Cannot read properties of undefined (reading 'length')
lines-around-comment | throws: Error while loading rule 'lines-around-comment': sourceCode.getAllComments is not a function
logical-assignment-operators | throws: Error while loading rule 'logical-assignment-operators': sourceCode.getScope is not a function
newline-after-var | throws: Error while loading rule 'newline-after-var': sourceCode.getAllComments is not a function
no-irregular-whitespace | throws: Error while loading rule 'no-irregular-whitespace': sourceCode.getAllComments is not a function
strict | throws: Error while loading rule 'strict': Cannot read properties of undefined (reading 'ecmaFeatures')
silent: 286 of 292"

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: ESLint's own rules do something else with another language" >&2
  exit 1
fi
echo "as recorded"
