#!/usr/bin/env bash
# One would expect: the texts in what is given to `Fn.jsonencode`, and to every other function and conditional of CDK
#   Terrain, are escaped as HCL needs it, so that Terraform gets the value that the program has.
# What happens: `${` and line breaks are escaped, quotes and backslashes are not. A text with a quote, such as the JSON
#   text of a condition, ends early, and the expression is no HCL; synthesis succeeds. `\n` in `C:\new` becomes a line
#   break. A text that has its own quotes at both ends is written without further ones and loses them. `%{` is not
#   escaped. `Fn.rawString` escapes quotes, and no backslashes either. cdktf, which it comes from, is the same.
# Why it matters: `Fn.jsonencode(policy)` is what one writes for the roles whose policy is a text. It is right for
#   actions and resources, and wrong for a description with a quote or a condition as text. In the `tf.json` the mistake
#   stands in an expression, which readers of JSON take for a text.
# Seen: cdktn 0.24.0 and cdktf 0.21.0, read back by @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  cdktn@0.24.0 cdktf@0.21.0 constructs@10.6.0 @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const { parse } = require("@cdktn/hcl2json");

// What stands between `${` and `}`, without the call of jsonencode, is an expression that can be read alone.
const readBack = async ({ App, TerraformLocal, TerraformStack }, value) => {
  const app = new App({ outdir: "out" });
  new TerraformLocal(new TerraformStack(app, "stack"), "x", value);
  app.synth();
  const { x } = JSON.parse(fs.readFileSync("out/stacks/stack/cdk.tf.json", "utf8")).locals;
  const expression = x.slice(2, -1).replace(/^jsonencode\((.*)\)$/s, "$1");
  return parse("x.tf", `x = ${expression}\n`).then(
    (tree) => `${expression} | ${JSON.stringify(tree.x)}`,
    (error) => `${expression} | ${error.message.match(/[A-Z][a-z -]+(?=;)/)?.[0]}`,
  );
};
const texts = {
  word: "reader",
  variable: "${g:UserName}",
  quotes: 'the "reader"',
  condition: JSON.stringify({ StringEquals: { "g:DomainName": ["a"] } }),
  "quotes at both ends": '"reader"',
  folder: "C:\\new",
  backslash: "a\\b",
  directive: "%{a}",
};
(async () => {
  const cdktn = require("cdktn");
  const cdktf = require("cdktf");
  let differences = 0;
  for (const [name, text] of Object.entries(texts)) {
    const forms = {
      jsonencode: ({ Fn }) => Fn.jsonencode({ a: text }),
      rawString: ({ Fn }) => Fn.jsonencode({ a: Fn.rawString(text) }),
      conditional: ({ conditional }) => conditional(true, text, ""),
    };
    process.stdout.write(`${name}: ${text}\n`);
    for (const [form, build] of Object.entries(forms)) {
      const seen = await readBack(cdktn, build(cdktn));
      process.stdout.write(`  ${form} | ${seen}\n`);
      differences += (await readBack(cdktf, build(cdktf))) === seen ? 0 : 1;
    }
  }
  process.stdout.write(`otherwise in cdktf: ${differences}\n`);
  process.exit(0);
})();
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='word: reader
  jsonencode | {"a" = "reader"} | {"a":"reader"}
  rawString | {"a" = "reader"} | {"a":"reader"}
  conditional | true ? "reader" : "" | "${true ? \"reader\" : \"\"}"
variable: ${g:UserName}
  jsonencode | {"a" = "$${g:UserName}"} | {"a":"$${g:UserName}"}
  rawString | {"a" = "$${g:UserName}"} | {"a":"$${g:UserName}"}
  conditional | true ? "$${g:UserName}" : "" | "${true ? \"$${g:UserName}\" : \"\"}"
quotes: the "reader"
  jsonencode | {"a" = "the "reader""} | Missing attribute separator
  rawString | {"a" = "the \"reader\""} | {"a":"the \"reader\""}
  conditional | true ? "the "reader"" : "" | Missing false expression in conditional
condition: {"StringEquals":{"g:DomainName":["a"]}}
  jsonencode | {"a" = "{"StringEquals":{"g:DomainName":["a"]}}"} | Missing attribute separator
  rawString | {"a" = "{\"StringEquals\":{\"g:DomainName\":[\"a\"]}}"} | {"a":"{\"StringEquals\":{\"g:DomainName\":[\"a\"]}}"}
  conditional | true ? "{"StringEquals":{"g:DomainName":["a"]}}" : "" | Missing false expression in conditional
quotes at both ends: "reader"
  jsonencode | {"a" = "reader"} | {"a":"reader"}
  rawString | {"a" = "\"reader\""} | {"a":"\"reader\""}
  conditional | true ? "reader" : "" | "${true ? \"reader\" : \"\"}"
folder: C:\new
  jsonencode | {"a" = "C:\new"} | {"a":"C:\new"}
  rawString | {"a" = "C:\new"} | {"a":"C:\new"}
  conditional | true ? "C:\new" : "" | "${true ? \"C:\\new\" : \"\"}"
backslash: a\b
  jsonencode | {"a" = "a\b"} | Invalid escape sequence
  rawString | {"a" = "a\b"} | Invalid escape sequence
  conditional | true ? "a\b" : "" | Invalid escape sequence
directive: %{a}
  jsonencode | {"a" = "%{a}"} | Invalid template control keyword
  rawString | {"a" = "%{a}"} | Invalid template control keyword
  conditional | true ? "%{a}" : "" | Invalid template control keyword
otherwise in cdktf: 0'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how cdktn writes texts in functions is not as recorded" >&2
  exit 1
fi
echo "as recorded"
