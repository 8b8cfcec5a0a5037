#!/usr/bin/env bash
# One would expect: a text given to a construct of CDK Terrain is the same text in JSON and in HCL output.
# What happens: in HCL output it is so for simple texts only. A text in braces or brackets, such as a policy made by
#   JSON.stringify, is written into locals and output values without quotes and becomes an object or a list. In a
#   description the quotes are escaped, but not what is escaped already: `\"` stays `\"`, so JSON with a quote in a
#   value comes back as broken JSON. Backslashes are not doubled: `C:\new` is read with a line break, `a\b` not at all.
#   And a text over two lines ends with a line break that it did not have, because it becomes a heredoc.
# Why it matters: the same program gives two policies, by the kind of output; a policy of a local is text in `tf.json`
#   and an object in `tf`, so a reader must take both.
# Seen: cdktn 0.24.0 with SYNTH_HCL_OUTPUT=true, read back by @cdktn/hcl2json 0.24.0, which is HashiCorp's parser,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  cdktn@0.24.0 constructs@10.6.0 @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const { App, TerraformLocal, TerraformOutput, TerraformStack } = require("cdktn");
const { parse } = require("@cdktn/hcl2json");

const readBack = async (outdir, build, pick) => {
  const app = new App({ outdir });
  build(new TerraformStack(app, "stack"));
  app.synth();
  const text = fs.readFileSync(`${outdir}/stacks/stack/cdk.tf`, "utf8");
  try {
    return JSON.stringify(pick(await parse("cdk.tf", text)));
  } catch (error) {
    return String(error.message).match(/Invalid [a-z -]+/)?.[0] ?? error.message;
  }
};

const texts = {
  word: "reader",
  quotes: 'the "reader"',
  policy: JSON.stringify({ Version: "1.1" }),
  "policy with a quote": JSON.stringify({ description: 'the "reader"' }),
  folder: "C:\\new",
  backslash: "a\\b",
  lines: "one\ntwo",
};
(async () => {
  for (const [name, text] of Object.entries(texts)) {
    const local = await readBack(
      `local ${name}`,
      (stack) => new TerraformLocal(stack, "x", text),
      (tree) => tree.locals[0].x,
    );
    const description = await readBack(
      `output ${name}`,
      (stack) => new TerraformOutput(stack, "x", { value: "", description: text }),
      (tree) => tree.output.x[0].description,
    );
    console.log(`${name} | ${JSON.stringify(text)} | local ${local} | description ${description}`);
  }
})();
JS
seen=$(SYNTH_HCL_OUTPUT=true node probe.cjs)

recorded='word | "reader" | local "reader" | description "reader"
quotes | "the \"reader\"" | local "the \"reader\"" | description "the \"reader\""
policy | "{\"Version\":\"1.1\"}" | local {"Version":"1.1"} | description "{\"Version\":\"1.1\"}"
policy with a quote | "{\"description\":\"the \\\"reader\\\"\"}" | local {"description":"the \"reader\""} | description "{\"description\":\"the \"reader\"\"}"
folder | "C:\\new" | local "C:\new" | description "C:\new"
backslash | "a\\b" | local Invalid escape sequence | description Invalid escape sequence
lines | "one\ntwo" | local Invalid multi-line string | description "one\ntwo\n"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how cdktn writes texts as HCL is not as recorded" >&2
  exit 1
fi
echo "as recorded"
