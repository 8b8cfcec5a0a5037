#!/usr/bin/env bash
# One would expect: edits that touch at one place mean the same to all that apply lists of edits, in whatever order they
#   are listed, and edits that overlap are refused.
# What happens: vscode-languageserver-textdocument throws where a replacement is listed before an insertion of the same
#   start, which is the protocol's order turned round; the others take both orders. Of two equal replacements it and
#   jsonc-parser throw, magic-string makes one, and CodeMirror deletes once and inserts twice. CodeMirror takes
#   overlapping changes as well: an insertion into what is replaced stays beside the replacement. Nothing is said.
# Why it matters: a linter that hands the edits of its repairs to editors (a quick fix, two findings of one text, "fix
#   all") has to sort and to compare them itself: insertions before the replacement of the same start, equal ones once,
#   overlapping ones not at all.
# Seen: vscode-languageserver-textdocument 1.0.12, jsonc-parser 3.3.1, magic-string 0.30.21, @codemirror/state 6.7.6,
#   Node 20.20.2: the lines under `recorded`, for edits of `abcdef` by offsets.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  vscode-languageserver-textdocument@1.0.12 jsonc-parser@3.3.1 magic-string@0.30.21 @codemirror/state@6.7.6 > npm.log

cat > probe.js <<'JS'
import { ChangeSet, Text } from "@codemirror/state";
import jsonc from "jsonc-parser";
import MagicString from "magic-string";
import { TextDocument } from "vscode-languageserver-textdocument";

const text = "abcdef";
const tools = {
  textdocument(edits) {
    const at = (character) => ({ line: 0, character });
    const listed = edits.map(([from, to, newText]) => ({ range: { start: at(from), end: at(to) }, newText }));
    return TextDocument.applyEdits(TextDocument.create("file:///a", "plaintext", 1, text), listed);
  },
  "jsonc-parser": (edits) =>
    jsonc.applyEdits(
      text,
      edits.map(([offset, to, content]) => ({ offset, length: to - offset, content })),
    ),
  "magic-string"(edits) {
    const string = new MagicString(text);
    for (const [from, to, content] of edits) {
      from === to ? string.appendLeft(from, content) : string.update(from, to, content);
    }
    return string.toString();
  },
  CodeMirror: (edits) =>
    ChangeSet.of(
      edits.map(([from, to, insert]) => ({ from, to, insert })),
      text.length,
    )
      .apply(Text.of([text]))
      .toString(),
};
const cases = {
  "insertion, replacement": [[1, 1, "+"], [1, 3, "-"]],
  "replacement, insertion": [[1, 3, "-"], [1, 1, "+"]],
  "replacement, insertion behind": [[1, 3, "-"], [3, 3, "+"]],
  "insertion behind, replacement": [[3, 3, "+"], [1, 3, "-"]],
  "two insertions": [[1, 1, "1"], [1, 1, "2"]],
  "equal replacements": [[1, 3, "-"], [1, 3, "-"]],
  "overlapping replacements": [[1, 3, "1"], [2, 4, "2"]],
  "insertion into a replacement": [[1, 4, "-"], [2, 2, "+"]],
};
for (const [name, edits] of Object.entries(cases)) {
  const results = Object.entries(tools).map(([tool, apply]) => {
    try {
      return `${tool} ${apply(edits)}`;
    } catch {
      return `${tool} throws`;
    }
  });
  console.log(`${name} | ${results.join(" | ")}`);
}
JS
seen=$(node probe.js)

recorded='insertion, replacement | textdocument a+-def | jsonc-parser a+-def | magic-string a+-def | CodeMirror a+-def
replacement, insertion | textdocument throws | jsonc-parser a+-def | magic-string a+-def | CodeMirror a+-def
replacement, insertion behind | textdocument a-+def | jsonc-parser a-+def | magic-string a-+def | CodeMirror a-+def
insertion behind, replacement | textdocument a-+def | jsonc-parser a-+def | magic-string a-+def | CodeMirror a-+def
two insertions | textdocument a12bcdef | jsonc-parser a12bcdef | magic-string a12bcdef | CodeMirror a12bcdef
equal replacements | textdocument throws | jsonc-parser throws | magic-string a-def | CodeMirror a--def
overlapping replacements | textdocument throws | jsonc-parser throws | magic-string throws | CodeMirror a12ef
insertion into a replacement | textdocument throws | jsonc-parser throws | magic-string throws | CodeMirror a-+ef'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what edits at one place make of a text is not as recorded" >&2
  exit 1
fi
echo "as recorded"
