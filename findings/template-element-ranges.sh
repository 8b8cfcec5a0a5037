#!/usr/bin/env bash
# One would expect: all ESTree parsers give a template's pieces (TemplateElement) the same range and the same `raw`,
#   and one parser does not change its mind by the file's name.
# What happens: for one text there are three answers. acorn, @babel/parser and meriyah give the characters of the piece;
#   espree and @typescript-eslint/parser include the backtick, `${` and `}`. oxc-parser does the first for a .js file
#   and the second for a .ts file. And `raw`: ECMAScript's has LF where the source has CRLF, and all of them follow,
#   but for @typescript-eslint/parser, which keeps CRLF. So with espree `raw` is shorter than its range says, by one
#   for each line, and with @typescript-eslint/parser it is not.
# Why it matters: a rule that finds a place inside a template by "start + 1 + index in raw" works with one parser and
#   is off by one, or by one for each line above, with the other. Take the text between the neighbours' ends from the
#   source and decode that.
# Seen: acorn 8.19.0, @babel/parser 7.29.15, meriyah 7.4.2, espree 11.2.0, @typescript-eslint/parser 8.74.0,
#   oxc-parser 0.159.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error acorn@8.19.0 @babel/parser@7.29.15 \
  meriyah@7.4.2 espree@11.2.0 @typescript-eslint/parser@8.74.0 typescript@6.0.3 oxc-parser@0.159.0 > npm.log

cat > probe.js <<'JS'
import * as babel from "@babel/parser";
import * as typescript from "@typescript-eslint/parser";
import * as acorn from "acorn";
import * as espree from "espree";
import * as meriyah from "meriyah";
import * as oxc from "oxc-parser";

const text = "`a${x}b\r\nc`";
const parsers = {
  acorn: () => acorn.parse(text, { ecmaVersion: 2024 }),
  babel: () => babel.parse(text, { plugins: ["estree"], ranges: true }).program,
  meriyah: () => meriyah.parse(text, { ranges: true }),
  "oxc, .js": () => oxc.parseSync("a.js", text).program,
  "oxc, .ts": () => oxc.parseSync("a.ts", text).program,
  espree: () => espree.parse(text, { ecmaVersion: 2024, range: true }),
  "typescript-eslint": () => typescript.parseForESLint(text, { range: true }).ast,
};
for (const [name, parse] of Object.entries(parsers)) {
  const pieces = parse().body[0].expression.quasis.map((piece) => {
    const [start, end] = piece.range ?? [piece.start, piece.end];
    return `${start}-${end} ${JSON.stringify(text.slice(start, end))} raw ${JSON.stringify(piece.value.raw)}`;
  });
  console.log(`${name} | ${pieces.join(" | ")}`);
}
JS
seen=$(node probe.js)

recorded='acorn | 1-2 "a" raw "a" | 6-10 "b\r\nc" raw "b\nc"
babel | 1-2 "a" raw "a" | 6-10 "b\r\nc" raw "b\nc"
meriyah | 1-2 "a" raw "a" | 6-10 "b\r\nc" raw "b\nc"
oxc, .js | 1-2 "a" raw "a" | 6-10 "b\r\nc" raw "b\nc"
oxc, .ts | 0-4 "`a${" raw "a" | 5-11 "}b\r\nc`" raw "b\nc"
espree | 0-4 "`a${" raw "a" | 5-11 "}b\r\nc`" raw "b\nc"
typescript-eslint | 0-4 "`a${" raw "a" | 5-11 "}b\r\nc`" raw "b\r\nc"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: ranges or raw texts of template elements are not as recorded" >&2
  exit 1
fi
echo "as recorded"
