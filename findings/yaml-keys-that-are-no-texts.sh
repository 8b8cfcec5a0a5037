#!/usr/bin/env bash
# One would expect: a key that is no text becomes the text that JavaScript makes of it, "null" or "1"; and a key that
#   occurs twice is an error.
# What happens: with `yaml` the key null (also written `~`, or left out) is the empty text "", although the two js-yaml
#   and yaml-eslint-parser, which is built on `yaml`, say "null". And `yaml` compares keys before it turns them into
#   texts: `1` and `"1"` are different keys to it, the member is there once, and the later value has replaced the
#   earlier without an error or a warning. Both js-yaml report a duplicated key. (`parse(text, { mapAsMap: true })`
#   keeps all of them.)
# Why it matters: who reports doubled or unknown keys must do so on the tree, by the text of the key; in the parsed
#   value one of them is gone, and a nameless key looks like a mistake of the reader.
# Seen: yaml 2.9.1, yaml-eslint-parser 2.1.0, js-yaml 5.5.0 and 4.3.2, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml@2.9.1 yaml-eslint-parser@2.1.0 js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.3.2 > npm.log

cat > probe.js <<'JS'
import * as js5 from "js-yaml";
import js4 from "js-yaml-4";
import * as yaml from "yaml";
import { getStaticYAMLValue, parseForESLint } from "yaml-eslint-parser";

const readers = {
  yaml: yaml.parse,
  "yaml-eslint-parser": (text) => getStaticYAMLValue(parseForESLint(text, {}).ast),
  "js-yaml 5": js5.load,
  "js-yaml 4": js4.load,
};
for (const text of ["null: a", "~: a", '1: a\n"1": b']) {
  for (const [reader, read] of Object.entries(readers)) {
    let result;
    try {
      result = JSON.stringify(read(text));
    } catch (error) {
      result = error.message.split("\n")[0];
    }
    console.log(`${JSON.stringify(text)} | ${reader} | ${result}`);
  }
}
const [document] = yaml.parseAllDocuments('1: a\n"1": b');
console.log(
  `yaml, errors and warnings: ${document.errors.length + document.warnings.length}, with mapAsMap: ${yaml.parse('1: a\n"1": b', { mapAsMap: true }).size} keys`,
);
JS
seen=$(node probe.js)

recorded='"null: a" | yaml | {"":"a"}
"null: a" | yaml-eslint-parser | {"null":"a"}
"null: a" | js-yaml 5 | {"null":"a"}
"null: a" | js-yaml 4 | {"null":"a"}
"~: a" | yaml | {"":"a"}
"~: a" | yaml-eslint-parser | {"null":"a"}
"~: a" | js-yaml 5 | {"null":"a"}
"~: a" | js-yaml 4 | {"null":"a"}
"1: a\n\"1\": b" | yaml | {"1":"b"}
"1: a\n\"1\": b" | yaml-eslint-parser | {"1":"b"}
"1: a\n\"1\": b" | js-yaml 5 | duplicated mapping key (2:2)
"1: a\n\"1\": b" | js-yaml 4 | duplicated mapping key (2:1)
yaml, errors and warnings: 0, with mapAsMap: 2 keys'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what YAML readers make of keys that are no texts is not as recorded" >&2
  exit 1
fi
echo "as recorded"
