#!/usr/bin/env bash
# One would expect: HCL, which takes JSON's objects and lists as they are, takes a text that is written as in JSON.
# What happens: three of JSON's escapes are errors, `\/`, `\b` and `\f`, and a character outside of the basic plane
#   cannot be written as JSON does, by a pair of escapes: each half is refused as no character. It needs `\U` and eight
#   digits. A text's characters are composed besides (NFC): `"e\u0301"` has one character.
# Why it matters: a policy that is pasted from JSON into jsonencode() may not parse, and a text that went through
#   Terraform is not always the text that was written.
# Seen: @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const { parse } = require("@cdktn/hcl2json");
const texts = ['"\\/"', '"\\b"', '"\\f"', '"\\ud83d\\ude00"', '"\\U0001F600"', '"\\u00e9"', '"e\\u0301"', '{ "a": [1, null] }'];
(async () => {
  for (const text of texts) {
    const said = await parse("a.tf", `a = ${text}\n`).then(
      ({ a }) => (typeof a === "string" ? `${[...a].map((letter) => letter.codePointAt(0).toString(16)).join(" ")}` : JSON.stringify(a)),
      (error) => String(error.message).match(/Invalid escape sequence/)?.[0],
    );
    process.stdout.write(`${text} | ${said}\n`);
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='"\/" | Invalid escape sequence
"\b" | Invalid escape sequence
"\f" | Invalid escape sequence
"\ud83d\ude00" | Invalid escape sequence
"\U0001F600" | 1f600
"\u00e9" | e9
"e\u0301" | e9
{ "a": [1, null] } | {"a":[1,null]}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which of JSON's escapes HCL takes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
