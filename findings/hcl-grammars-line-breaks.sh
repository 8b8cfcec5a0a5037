#!/usr/bin/env bash
# One would expect: a grammar of HCL without an error node means that the text is HCL, but for things that only
#   evaluation can see; a grammar that takes too much takes at least what is valid.
# What happens: line breaks end arguments and begin blocks in HCL, and the two grammars take them for blanks: they pass
#   two arguments in a line, a value in the line below its sign, a brace below the labels, two members of an object
#   without anything between them and a quoted text over two lines. The other way round, a number with an exponent
#   without a dot (`1e3`) is an error to both, and the name `if`, letters outside of ASCII and a byte order mark to
#   CodeMirror's.
# Why it matters: neither can say whether a file is HCL, in either direction; a fix that is checked with one of them may
#   join two lines that have to be apart. Where that counts, use HashiCorp's parser or a reader tested against it.
# Seen: @tree-sitter-grammars/tree-sitter-hcl 1.2.0 (hcl and terraform) with web-tree-sitter 0.27.2, codemirror-lang-hcl
#   0.2.0, @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @tree-sitter-grammars/tree-sitter-hcl@1.2.0 web-tree-sitter@0.27.2 codemirror-lang-hcl@0.2.0 @cdktn/hcl2json@0.24.0 \
  > npm.log

cat > probe.js <<'JS'
import hcl2json from "@cdktn/hcl2json";
import * as codemirror from "codemirror-lang-hcl";
import { Language, Parser } from "web-tree-sitter";

await Parser.init();
const treeSitter = async (name) => {
  const parser = new Parser();
  const folder = "node_modules/@tree-sitter-grammars/tree-sitter-hcl";
  parser.setLanguage(await Language.load(`${folder}/tree-sitter-${name}.wasm`));
  return (text) => !parser.parse(text).rootNode.hasError;
};
const lezer = (text) => {
  let errors = 0;
  codemirror.hcl().language.parser.parse(text).iterate({ enter: ({ type }) => void (errors += type.isError ? 1 : 0) });
  return errors === 0;
};
const parsers = {
  HashiCorp: (text) => hcl2json.parse("a.tf", text).then(() => true, () => false),
  "tree-sitter hcl": await treeSitter("hcl"),
  "tree-sitter terraform": await treeSitter("terraform"),
  codemirror: lezer,
};
const texts = [
  "a = 1\nb = 2\n",
  "a = 1 b = 2\n",
  "a =\n  1\n",
  "a = 1 +\n  2\n",
  "b\n{\n}\n",
  "b {\n  a = 1 }\n",
  "b { c {} }\n",
  "a = { x = 1 y = 2 }\n",
  'a = "x\ny"\n',
  "a = 1\na = 2\n",
  "a = 0x10\n",
  "a = 1.0e3\n",
  "a = 1e3\n",
  "a = { if = 1 }\n",
  "größe = 1\n",
  "\ufeffa = 1\n",
];
for (const text of texts) {
  const taking = [];
  for (const [name, takes] of Object.entries(parsers)) {
    if (await takes(text)) {
      taking.push(name);
    }
  }
  process.stdout.write(`${JSON.stringify(text).replace("\ufeff", "\\ufeff")} | ${taking.join(", ")}\n`);
}
process.exit(0);
JS
seen=$(node probe.js)

recorded='"a = 1\nb = 2\n" | HashiCorp, tree-sitter hcl, tree-sitter terraform, codemirror
"a = 1 b = 2\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a =\n  1\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = 1 +\n  2\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"b\n{\n}\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"b {\n  a = 1 }\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"b { c {} }\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = { x = 1 y = 2 }\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = \"x\ny\"\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = 1\na = 2\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = 0x10\n" | tree-sitter hcl, tree-sitter terraform, codemirror
"a = 1.0e3\n" | HashiCorp, tree-sitter hcl, tree-sitter terraform, codemirror
"a = 1e3\n" | HashiCorp
"a = { if = 1 }\n" | HashiCorp, tree-sitter hcl, tree-sitter terraform
"größe = 1\n" | HashiCorp, tree-sitter hcl, tree-sitter terraform
"\ufeffa = 1\n" | HashiCorp, tree-sitter hcl, tree-sitter terraform'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which texts the grammars of HCL take is not as recorded" >&2
  exit 1
fi
echo "as recorded"
