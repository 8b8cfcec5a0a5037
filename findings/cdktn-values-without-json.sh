#!/usr/bin/env bash
# One would expect: what cdktn cannot write as JSON it refuses, as it refuses a function; and what one computes with a
#   value that is known only later is computed later, or refused.
# What happens: a Set, a Map and a Date become `{}` without a word, as a value and in `Fn.jsonencode`, though an object
#   with `toJSON` of its own is an error. A variable's number plus 1 is the number itself, for it stands for a number so
#   large that the 1 is lost; twice the number is that large number in the output. Its text in capitals names a token
#   that nobody resolves. A list that a function returns has the length of its token as text, 19 here instead of 4. Only
#   adding to a variable's list is refused.
# Why it matters: `Action: new Set([...])`, to have each action once, grants or denies something else or nothing; there
#   is an object without keys where a list should be, in a `tf.json` and in a program alike.
# Seen: cdktn 0.24.0, constructs 10.6.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error cdktn@0.24.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const { App, Fn, TerraformLocal, TerraformStack, TerraformVariable } = require("cdktn");

const actions = ["ims:images:list", "ims:images:get"];
const variable = (stack, type) => new TerraformVariable(stack, "given", { type });
const values = {
  list: () => ({ Action: actions }),
  Set: () => ({ Action: new Set(actions) }),
  Map: () => ({ Condition: new Map([["StringEquals", {}]]) }),
  Date: () => ({ Version: new Date("2026-01-01") }),
  "Set, jsonencode": () => Fn.jsonencode({ Action: new Set(actions) }),
  function: () => ({ Action: () => actions }),
  toJSON: () => ({ Action: { toJSON: () => actions } }),
  number: (stack) => variable(stack, "number").numberValue,
  "number + 1": (stack) => variable(stack, "number").numberValue + 1,
  "number * 2": (stack) => variable(stack, "number").numberValue * 2,
  "text in capitals": (stack) => variable(stack, "string").stringValue.toUpperCase(),
  "length of concat": () => Fn.concat([actions, actions]).length,
  "list and one more": (stack) => [...variable(stack, "list(string)").listValue, "ims:*:get"],
};
for (const [name, build] of Object.entries(values)) {
  const app = new App({ outdir: "out" });
  const stack = new TerraformStack(app, "stack");
  let said;
  try {
    new TerraformLocal(stack, "x", build(stack));
    app.synth();
    said = JSON.stringify(JSON.parse(fs.readFileSync("out/stacks/stack/cdk.tf.json", "utf8")).locals.x);
  } catch (error) {
    said = error.message.match(/Trying to resolve a non-data object|Cannot add elements to list token/)?.[0];
  }
  console.log(`${name} | ${said}`);
}
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='list | {"Action":["ims:images:list","ims:images:get"]}
Set | {"Action":{}}
Map | {"Condition":{}}
Date | {"Version":{}}
Set, jsonencode | "${jsonencode({\"Action\" = {}})}"
function | Trying to resolve a non-data object
toJSON | Trying to resolve a non-data object
number | "${var.given}"
number + 1 | "${var.given}"
number * 2 | -1.6219124425182763e+299
text in capitals | "${TFTOKEN[TOKEN.4]}"
length of concat | 19
list and one more | Cannot add elements to list token'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what cdktn makes of values without JSON is not as recorded" >&2
  exit 1
fi
echo "as recorded"
