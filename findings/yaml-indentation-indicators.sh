#!/usr/bin/env bash
# One would expect: who changes the indentation of a YAML file changes no value. A block scalar with an indentation
#   indicator (`|2`) moves with its key, or the number is corrected.
# What happens: the number counts from the parent's column. Prettier leaves number and text as they are and moves the
#   key, so that blanks come into the text or leave it, or the file is no YAML any more. `yml/indent` of
#   eslint-plugin-yml does the same, or changes the number and breaks the file. `yaml` writes the number 2 beside four
#   columns with `indent: 4`. Lists that are not indented, as kubectl writes them, meet it with default options.
# Why it matters: Go's YAML writers give a text that begins with a blank or a line break `|2`, such as the JSON of a
#   condition in a Crossplane manifest. Whoever formats such files changes or breaks policies; a reader must not count
#   from column 0 either.
# Seen: prettier 3.10.1, eslint 10.15.0, eslint-plugin-yml 3.10.0, yaml 2.9.1, read back by js-yaml 5.5.0, Node 20.20.2:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  prettier@3.10.1 eslint@10.15.0 eslint-plugin-yml@3.10.0 yaml@2.9.1 js-yaml@5.5.0 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import * as jsYaml from "js-yaml";
import * as prettier from "prettier";
import * as yaml from "yaml";

const indent = (...options) => (text) =>
  new Linter().verifyAndFix(
    text,
    [{ files: ["**/*.yaml"], plugins: { yml }, language: "yml/yaml", rules: { "yml/indent": ["error", ...options] } }],
    { filename: "role.yaml" },
  ).output;
const writers = {
  prettier: (text) => prettier.format(text, { parser: "yaml" }),
  "yml/indent": indent(),
  "yml/indent, 4": indent(4),
  "yaml, indent 4": (text) => yaml.parseDocument(text).toString({ indent: 4 }),
};
const read = (text) => {
  try {
    return JSON.stringify(jsYaml.load(text));
  } catch {
    return "refused";
  }
};
const texts = {
  "list not indented": "statement:\n- condition: |2\n      {}\n",
  "list not indented, text begins with a line break": "statement:\n- condition: |2\n\n    {}\n",
  "indented by 4": "spec:\n    condition: |2\n        {}\n",
  "indented by 2": "spec:\n  condition: |2\n      {}\n",
  "no indicator": "statement:\n- condition: |\n      {}\n",
};
for (const [name, text] of Object.entries(texts)) {
  console.log(`${name} | ${read(text)}`);
  for (const [writer, write] of Object.entries(writers)) {
    const value = read(await write(text));
    console.log(`  ${writer} | ${value === read(text) ? "the same" : value}`);
  }
}
JS
seen=$(node probe.js)

recorded='list not indented | {"statement":[{"condition":"  {}\n"}]}
  prettier | {"statement":[{"condition":"{}\n"}]}
  yml/indent | {"statement":[{"condition":"{}\n"}]}
  yml/indent, 4 | refused
  yaml, indent 4 | {"statement":[{"condition":"    {}\n"}]}
list not indented, text begins with a line break | {"statement":[{"condition":"\n{}\n"}]}
  prettier | refused
  yml/indent | refused
  yml/indent, 4 | the same
  yaml, indent 4 | the same
indented by 4 | {"spec":{"condition":"  {}\n"}}
  prettier | {"spec":{"condition":"    {}\n"}}
  yml/indent | {"spec":{"condition":"    {}\n"}}
  yml/indent, 4 | the same
  yaml, indent 4 | {"spec":{"condition":"    {}\n"}}
indented by 2 | {"spec":{"condition":"  {}\n"}}
  prettier | the same
  yml/indent | the same
  yml/indent, 4 | {"spec":{"condition":"{}\n"}}
  yaml, indent 4 | {"spec":{"condition":"    {}\n"}}
no indicator | {"statement":[{"condition":"{}\n"}]}
  prettier | the same
  yml/indent | the same
  yml/indent, 4 | the same
  yaml, indent 4 | the same'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what formatters make of indentation indicators is not as recorded" >&2
  exit 1
fi
echo "as recorded"
