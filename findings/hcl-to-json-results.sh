#!/usr/bin/env bash
# One would expect: a text of HCL is a text in JSON, whatever it looks like; what the converter does not know is an error.
# What happens: quotes do not count. "1.1" and "5.0" are the numbers 1.1 and 5, "007" is 7, "true" is true, and a
#   reference is a text. Escapes in texts stay as they are. `jsonencode({` is a text, and the members of its object stand
#   beside it. The list of a quoted key, and a value after a colon, become objects with `=` and `&#x3A` as keys. Only a
#   heredoc with `<<-` throws.
# Why it matters: what a check for JSON finds in such a file, a version that is a number or a statement without actions,
#   is not in the policy; and the version "5.0" cannot be got back from 5.
# Seen: hcl-to-json 0.1.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error hcl-to-json@0.1.1 > npm.log

cat > probe.cjs <<'JS'
const toJson = require("hcl-to-json");

const attributes = {
  text: '"reader"',
  version: '"1.1"',
  "version of identity policies": '"5.0"',
  digits: '"007"',
  boolean: '"true"',
  reference: "local.policy",
  "text with quotes": '"{\\"Version\\":\\"1.1\\"}"',
  heredoc: '<<EOT\n{ "Version": "1.1" }\nEOT',
  "indented heredoc": '<<-EOT\n  { "Version": "1.1" }\n  EOT',
  list: '["ims:images:list"]',
  "call with a reference": "jsonencode(local.policy)",
  "call with an object": 'jsonencode({\n    Version = "1.1"\n    Statement = []\n  })',
  "quoted key": '{\n    "g:UserName" = ["reader"]\n  }',
  colon: '{ Effect : "Allow" }',
};
const texts = Object.entries(attributes).map(([name, value]) => [name, `locals {\n  x = ${value}\n}\n`]);
for (const [name, text] of texts) {
  try {
    console.log(`${name}: ${JSON.stringify(toJson(text).locals)}`);
  } catch {
    console.log(`${name}: throws`);
  }
}
JS
seen=$(node probe.cjs)

recorded='text: {"x":"reader"}
version: {"x":1.1}
version of identity policies: {"x":5}
digits: {"x":7}
boolean: {"x":true}
reference: {"x":"local.policy"}
text with quotes: {"x":"{\\\"Version\\\":\\\"1.1\\\"}"}
heredoc: {"x":"{ \"Version\": \"1.1\" }"}
indented heredoc: throws
list: {"x":["ims:images:list"]}
call with a reference: {"x":"jsonencode(local.policy)"}
call with an object: {"x":"jsonencode(","Version":1.1,"Statement":[]}
quoted key: {"x":{"g:UserName":{"=":{"reader":{}}}}}
colon: {"x":{"Effect":{"&#x3A":{"Allow":{}}}}}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what hcl-to-json makes of texts and calls is not as recorded" >&2
  exit 1
fi
echo "as recorded"
