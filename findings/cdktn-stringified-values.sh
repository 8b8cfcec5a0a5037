#!/usr/bin/env bash
# One would expect: a value that is known only later keeps its place in `JSON.stringify(policy)`, as a text and a number
#   do, or synthesis refuses it, as it refuses a list.
# What happens: `variable.value`, a boolean, a conditional and a lazy object are the text `<unresolved-token>` or
#   `<unresolved-lazy>`, which is what comes out. A map has the member "String Map Token Value" beside a name that
#   nobody resolves. What `Fn.concat` and `Fn.jsondecode` return is written between quotes, where Terraform refuses a
#   list or an object. `Fn.jsonencode` has all of them right.
# Why it matters: roles take their policy as a text, and `JSON.stringify` is how a program makes one. Where an effect or
#   a value of a condition should be, there is a text that says nothing of its origin.
# Seen: cdktn 0.24.0, constructs 10.6.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error cdktn@0.24.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const { App, conditional, Fn, Lazy, TerraformLocal, TerraformStack, TerraformVariable, Token } = require("cdktn");

const values = {
  stringValue: ({ stringValue }) => stringValue,
  numberValue: ({ numberValue }) => numberValue,
  booleanValue: ({ booleanValue }) => booleanValue,
  value: ({ value }) => value,
  listValue: ({ listValue }) => listValue,
  "map of texts": ({ value }) => Token.asStringMap(value),
  "Fn.join": ({ listValue }) => Fn.join(",", listValue),
  "Fn.concat": ({ listValue }) => Fn.concat([listValue, ["a"]]),
  "Fn.jsondecode": ({ stringValue }) => Fn.jsondecode(stringValue),
  conditional: ({ booleanValue }) => conditional(booleanValue, "Allow", "Deny"),
  "lazy object": () => Lazy.anyValue({ produce: () => ({ a: "b" }) }),
};
const encoders = { stringify: (value) => JSON.stringify(value), jsonencode: (value) => Fn.jsonencode(value) };
for (const [name, valueOf] of Object.entries(values)) {
  const seen = Object.values(encoders).map((encode) => {
    const app = new App({ outdir: "out" });
    const stack = new TerraformStack(app, "stack");
    try {
      new TerraformLocal(stack, "x", encode({ a: valueOf(new TerraformVariable(stack, "v", {})) }));
      app.synth();
    } catch (error) {
      return error.message.match(/Found an encoded list token string/)?.[0] ?? error.message;
    }
    return JSON.parse(fs.readFileSync("out/stacks/stack/cdk.tf.json", "utf8")).locals.x;
  });
  console.log([name, ...seen].join(" | "));
}
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='stringValue | {"a":"${var.v}"} | ${jsonencode({"a" = var.v})}
numberValue | {"a":${var.v}} | ${jsonencode({"a" = var.v})}
booleanValue | {"a":"<unresolved-token>"} | ${jsonencode({"a" = var.v})}
value | {"a":"<unresolved-token>"} | ${jsonencode({"a" = var.v})}
listValue | Found an encoded list token string | ${jsonencode({"a" = var.v})}
map of texts | {"a":{"&{TfToken[TOKEN.11]}":"String Map Token Value"}} | ${jsonencode({"a" = var.v})}
Fn.join | {"a":"${join(",", var.v)}"} | ${jsonencode({"a" = join(",", var.v)})}
Fn.concat | {"a":"${concat(var.v, ["a"])}"} | ${jsonencode({"a" = concat(var.v, ["a"])})}
Fn.jsondecode | {"a":"${jsondecode(var.v)}"} | ${jsonencode({"a" = jsondecode(var.v)})}
conditional | {"a":"<unresolved-token>"} | ${jsonencode({"a" = var.v ? "Allow" : "Deny"})}
lazy object | {"a":"<unresolved-lazy>"} | ${jsonencode({"a" = {"a" = "b"}})}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what JSON.stringify makes of the later values of cdktn is not as recorded" >&2
  exit 1
fi
echo "as recorded"
