#!/usr/bin/env bash
# One would expect: an editor that marks JSON errors with `jsonParseLinter` of @codemirror/lang-json marks the place of
#   the error, and so do packages that add the place to what `JSON.parse` throws.
# What happens: all of them read the place out of the message, and the commonest message of V8 quotes some of the text
#   instead: "Unexpected token 'A', ... is not valid JSON". For forgotten quotes, `True` or a comma too many the mark is
#   at the start of the document, `position` is 0, the code frame is missing. Errors with other messages are right.
# Why it matters: in a playground for policies the first character of the file is red, whatever line is wrong. A
#   tolerant parser that counts for itself, as jsonc-parser does, has the place of them all.
# Seen: @codemirror/lang-json 6.0.2, json-parse-even-better-errors 5.0.0, parse-json 8.3.0, jsonc-parser 3.3.1,
#   Node 20.20.2: the lines under `recorded`, which are the texts at the reported places.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @codemirror/lang-json@6.0.2 @codemirror/state@6.7.6 json-parse-even-better-errors@5.0.0 parse-json@8.3.0 \
  jsonc-parser@3.3.1 > npm.log

cat > probe.js <<'JS'
import { jsonParseLinter } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { parse } from "jsonc-parser";
import betterErrors from "json-parse-even-better-errors";
import parseJson from "parse-json";

const lint = jsonParseLinter();
const thrown = (read, text) => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};
const places = {
  codemirror: (text) => lint({ state: EditorState.create({ doc: text }) })[0].from,
  "json-parse-even-better-errors": (text) => thrown(betterErrors, text).position,
  "parse-json": (text) => (thrown(parseJson, text).codeFrame ? "a code frame" : "no code frame"),
  "jsonc-parser": (text) => {
    const errors = [];
    parse(text, errors);
    return errors[0].offset;
  },
};
const texts = [
  '{\n  "Version": "1.1",\n  "Effect": Allow\n}',
  '{\n  "Version": "1.1",\n  "Statement": [,]\n}',
  '{\n  "Version": "1.1",\n  "enabled": True\n}',
  '{\n  "Version": "1.1"\n  "Statement": []\n}',
  '{\n  "Version": "1.1",\n}',
];
for (const text of texts) {
  console.log(text.replace(/\n */g, " "));
  for (const [name, place] of Object.entries(places)) {
    const at = place(text);
    console.log(`  ${name} | ${typeof at === "number" ? text.slice(at).replace(/\n */g, " ").slice(0, 12) : at}`);
  }
}
JS
seen=$(node probe.js)

recorded='{ "Version": "1.1", "Effect": Allow }
  codemirror | { "Version":
  json-parse-even-better-errors | { "Version":
  parse-json | no code frame
  jsonc-parser | Allow }
{ "Version": "1.1", "Statement": [,] }
  codemirror | { "Version":
  json-parse-even-better-errors | { "Version":
  parse-json | no code frame
  jsonc-parser | ,] }
{ "Version": "1.1", "enabled": True }
  codemirror | { "Version":
  json-parse-even-better-errors | { "Version":
  parse-json | no code frame
  jsonc-parser | True }
{ "Version": "1.1" "Statement": [] }
  codemirror | "Statement":
  json-parse-even-better-errors | "Statement":
  parse-json | a code frame
  jsonc-parser | "Statement":
{ "Version": "1.1", }
  codemirror | }
  json-parse-even-better-errors | }
  parse-json | a code frame
  jsonc-parser | }'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where errors in JSON are reported is not as recorded" >&2
  exit 1
fi
echo "as recorded"
