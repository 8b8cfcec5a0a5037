#!/usr/bin/env bash
# One would expect: the default of a variable is written as it is given, as the value of a local, an output, a module's
#   variable and an override are; and `default: null` makes the variable optional, as in Terraform.
# What happens: every key in a default is put into snake case, at all depths: `Version` becomes `version`, `g:UserName`
#   `g_user_name`. Keys that become the same replace each other. Synthesis says nothing. `default: null` throws while
#   synthesising, whatever the variable's type is; so does a null inside a default or an output, but not in a local.
# Why it matters: a policy document as a variable's default, so that each environment may set its own, is no policy
#   when it comes out, and neither is a map of actions to anything. A text (`JSON.stringify`) and a local keep it.
# Seen: cdktn 0.24.0 and cdktf 0.21.0, constructs 10.6.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  cdktn@0.24.0 cdktf@0.21.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");

const policy = {
  Version: "1.1",
  Statement: [
    { Effect: "Allow", Action: ["ims:images:list"], Condition: { StringEquals: { "g:UserName": ["reader"] } } },
  ],
};
const put = {
  default: ({ TerraformVariable }, stack, value) => new TerraformVariable(stack, "x", { default: value }),
  local: ({ TerraformLocal }, stack, value) => new TerraformLocal(stack, "x", value),
  output: ({ TerraformOutput }, stack, value) => new TerraformOutput(stack, "x", { value }),
  module: ({ TerraformHclModule }, stack, x) => new TerraformHclModule(stack, "x", { source: "a/b/c", variables: { x } }),
  override: (_, stack, value) => stack.addOverride("variable.x.default", value),
};
const read = {
  default: ({ variable }) => variable.x.default,
  local: ({ locals }) => locals.x,
  output: ({ output }) => output.x.value,
  module: (json) => json.module.x.x,
  override: ({ variable }) => variable.x.default,
};
const synthesised = (library, place, value) => {
  const app = new library.App({ outdir: "out" });
  try {
    put[place](library, new library.TerraformStack(app, "stack"), value);
    app.synth();
  } catch (error) {
    return error.message;
  }
  return JSON.stringify(read[place](JSON.parse(fs.readFileSync("out/stacks/stack/cdk.tf.json", "utf8"))));
};
const cases = [
  ["default", policy],
  ["local", policy],
  ["output", policy],
  ["module", policy],
  ["override", policy],
  ["default", JSON.stringify(policy)],
  ["default", { "ims:images:list": 1, ims_images_list: 2, imsImagesList: 3 }],
  ["default", null],
  ["default", { Condition: null }],
  ["output", { Condition: null }],
  ["local", { Condition: null }],
];
const cdktn = require("cdktn");
const cdktf = require("cdktf");
let differences = 0;
for (const [place, value] of cases) {
  const seen = synthesised(cdktn, place, value);
  console.log(`${place} | ${seen}`);
  differences += synthesised(cdktf, place, value) === seen ? 0 : 1;
}
console.log(`otherwise in cdktf: ${differences}`);
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='default | {"statement":[{"action":["ims:images:list"],"condition":{"string_equals":{"g_user_name":["reader"]}},"effect":"Allow"}],"version":"1.1"}
local | {"Statement":[{"Action":["ims:images:list"],"Condition":{"StringEquals":{"g:UserName":["reader"]}},"Effect":"Allow"}],"Version":"1.1"}
output | {"Statement":[{"Action":["ims:images:list"],"Condition":{"StringEquals":{"g:UserName":["reader"]}},"Effect":"Allow"}],"Version":"1.1"}
module | {"Statement":[{"Action":["ims:images:list"],"Condition":{"StringEquals":{"g:UserName":["reader"]}},"Effect":"Allow"}],"Version":"1.1"}
override | {"Statement":[{"Action":["ims:images:list"],"Condition":{"StringEquals":{"g:UserName":["reader"]}},"Effect":"Allow"}],"Version":"1.1"}
default | "{\"Version\":\"1.1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"ims:images:list\"],\"Condition\":{\"StringEquals\":{\"g:UserName\":[\"reader\"]}}}]}"
default | {"ims_images_list":3}
default | Cannot convert undefined or null to object
default | Cannot convert undefined or null to object
output | Cannot convert undefined or null to object
local | {"Condition":null}
otherwise in cdktf: 0'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what cdktn makes of a variable's default is not as recorded" >&2
  exit 1
fi
echo "as recorded"
