#!/usr/bin/env bash
# One would expect: a parser of HCL throws for a text that is no HCL, and its result tells the escaped text `$${x}` from
#   the interpolation `${x}`, as HashiCorp's own conversion to JSON does.
# What happens: hcl2-parser gives a pair of the value and an error. For a text that is no HCL the value is null and the
#   error an empty object: no message, no place. hcl2-json-parser, the same code, throws a text and no `Error`.
#   And both take the escapes `$${` and `%%{` away, so that a literal and an interpolation come out as the same text.
#   @cdktn/hcl2json leaves them, as JSON for Terraform needs them.
# Why it matters: policy variables (`${g:UserName}`) have to be escaped in HCL. What these two return cannot be judged,
#   nor written back as `tf.json`, where it would be another thing, or an error.
# Seen: hcl2-parser 1.0.3, hcl2-json-parser 1.0.1, @cdktn/hcl2json 0.24.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  hcl2-parser@1.0.3 hcl2-json-parser@1.0.1 @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const hcl2json = require("@cdktn/hcl2json");
const hcl2JsonParser = require("hcl2-json-parser");
const hcl2Parser = require("hcl2-parser");

const parsers = {
  "hcl2-parser": async (text) => hcl2Parser.parseToObject(text),
  "hcl2-json-parser": async (text) => hcl2JsonParser.parseToObject(text),
  "@cdktn/hcl2json": (text) => hcl2json.parse("a.tf", text),
};
const texts = ['a = "${x}"\n', 'a = "$${x}"\n', 'a = "%%{x} ${y}"\n', "a = <<EOT\n$${x}\nEOT\n", "a = [\n"];
(async () => {
  for (const text of texts) {
    for (const [name, parse] of Object.entries(parsers)) {
      let result;
      try {
        result = JSON.stringify(await parse(text));
      } catch (error) {
        result = `throws ${error instanceof Error ? "an Error" : `a ${typeof error}`}`;
      }
      process.stdout.write(`${JSON.stringify(text)} | ${name} | ${result}\n`);
    }
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='"a = \"${x}\"\n" | hcl2-parser | [{"a":"${x}"},null]
"a = \"${x}\"\n" | hcl2-json-parser | {"a":"${x}"}
"a = \"${x}\"\n" | @cdktn/hcl2json | {"a":"${x}"}
"a = \"$${x}\"\n" | hcl2-parser | [{"a":"${x}"},null]
"a = \"$${x}\"\n" | hcl2-json-parser | {"a":"${x}"}
"a = \"$${x}\"\n" | @cdktn/hcl2json | {"a":"$${x}"}
"a = \"%%{x} ${y}\"\n" | hcl2-parser | [{"a":"%{x} ${y}"},null]
"a = \"%%{x} ${y}\"\n" | hcl2-json-parser | {"a":"%{x} ${y}"}
"a = \"%%{x} ${y}\"\n" | @cdktn/hcl2json | {"a":"%%{x} ${y}"}
"a = <<EOT\n$${x}\nEOT\n" | hcl2-parser | [{"a":"${x}\n"},null]
"a = <<EOT\n$${x}\nEOT\n" | hcl2-json-parser | {"a":"${x}\n"}
"a = <<EOT\n$${x}\nEOT\n" | @cdktn/hcl2json | {"a":"$${x}\n"}
"a = [\n" | hcl2-parser | [null,{}]
"a = [\n" | hcl2-json-parser | throws a string
"a = [\n" | @cdktn/hcl2json | throws an Error'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what hcl2-parser returns is not as recorded" >&2
  exit 1
fi
echo "as recorded"
