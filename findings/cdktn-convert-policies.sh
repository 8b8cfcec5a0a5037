#!/usr/bin/env bash
# One would expect: the program that `cdktn convert` makes of a file of Terraform has the values of that file, or the
#   conversion fails, as it does for a text with both a quote and a reference.
# What happens: a policy in `jsonencode({ ... })` is right. As a quoted text it gets backslashes before its quotes, and
#   in parentheses it is empty. In a local, each object that is the value of a key becomes a list of one object. A null
#   becomes the text "null", a text with a local in it keeps `${` and `}` around the value, `concat(list...)` loses its
#   dots, and a `for` expression becomes the text of that expression. `for_each` over an object is
#   `toset([object Object])`, over a local with a map `toset({ ... })`. Nothing says so, and synthesis succeeds.
# Why it matters: it is the way from Terraform to a program, and policies are where objects, locals and `for` expressions
#   meet. What comes out has a statement that is a text, conditions in lists, or `${ims}:images:list` as an action.
# Seen: @cdktn/hcl2cdk 0.24.0, cdktn 0.24.0, constructs 10.6.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @cdktn/hcl2cdk@0.24.0 cdktn@0.24.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const cdktn = require("cdktn");
const { convert } = require("@cdktn/hcl2cdk");

const attribute = { type: "string", optional: true };
// As `--provider` gives it to the conversion; without it, the results are the same.
const providerSchema = {
  provider_schemas: {
    "registry.terraform.io/huaweicloud/huaweicloud": {
      provider: { version: 0, block: { attributes: {} } },
      resource_schemas: { huaweicloud_identity_role: { version: 0, block: { attributes: { policy: attribute } } } },
      data_source_schemas: {},
    },
  },
};
const provider = `terraform {
  required_providers {
    huaweicloud = { source = "huaweicloud/huaweicloud" }
  }
}
`;
class IdentityRole extends cdktn.TerraformResource {
  constructor(scope, id, { policy, forEach }) {
    super(scope, id, { terraformResourceType: "huaweicloud_identity_role", forEach });
    this.policy = policy;
  }
  synthesizeAttributes() {
    return { policy: this.policy };
  }
}
// What is exported takes the place of the imports that the conversion returns beside the code.
const names = { ...cdktn, IdentityRole };
const synthesised = async (hcl) => {
  const app = new cdktn.App({ outdir: "out" });
  try {
    const { code } = await convert(provider + hcl, { language: "typescript", providerSchema });
    new Function(...Object.keys(names), code).apply(new cdktn.TerraformStack(app, "stack"), Object.values(names));
    app.synth();
  } catch (error) {
    return error.message.startsWith("getExpressionAst errors") ? "the conversion fails" : error.message;
  }
  const { resource } = JSON.parse(fs.readFileSync("out/stacks/stack/cdk.tf.json", "utf8"));
  const { for_each: roles, policy } = resource.huaweicloud_identity_role.r;
  return (roles ?? policy).replaceAll("\n", "\\n") || "the empty text";
};
const policies = {
  encoded: ['jsonencode({ Condition = { Bool = { "g:MFAPresent" = ["true"] } } })'],
  text: ['"{\\"Version\\":\\"1.1\\"}"'],
  "text in parentheses": ['("{}")'],
  "text with a quote and a local": ['"{\\"Version\\":\\"${local.x}\\"}"', '"1.1"'],
  local: ["jsonencode(local.x)", '{ Condition = { Bool = { "g:MFAPresent" = ["true"] } } }'],
  null: ["jsonencode({ Condition = null })"],
  "text with a local": ['jsonencode({ Action = ["${local.x}:images:list"] })', '"ims"'],
  "heredoc with a local": ['<<EOT\n["${local.x}:images:list"]\nEOT', '"ims"'],
  "expanded list": ["jsonencode({ Action = concat(local.x...) })", '[["a"], ["b"]]'],
  "for expression": ['jsonencode({ Statement = [for a in local.x : { Effect = "Allow" }] })', '["a"]'],
  "for_each, object": ["each.value", undefined, '{ reader = "{}" }'],
  "for_each, local": ["each.value", '{ reader = "{}" }', "local.x"],
};
(async () => {
  const lines = [];
  for (const [name, [policy, local, roles]] of Object.entries(policies)) {
    const hcl = [
      'resource "huaweicloud_identity_role" "r" {',
      ...(roles === undefined ? [] : [`  for_each = ${roles}`]),
      `  policy = ${policy}`,
      "}",
      ...(local === undefined ? [] : ["locals {", `  x = ${local}`, "}"]),
    ].join("\n");
    lines.push(`${name} | ${await synthesised(`${hcl}\n`)}`);
  }
  fs.writeFileSync("seen.txt", lines.join("\n"));
  process.exit(0);
})();
JS
unset SYNTH_HCL_OUTPUT
node probe.cjs > probe.log 2>&1
seen=$(cat seen.txt)

recorded='encoded | ${jsonencode({"Condition" = {"Bool" = {"g:MFAPresent" = ["true"]}}})}
text | {\"Version\":\"1.1\"}
text in parentheses | the empty text
text with a quote and a local | the conversion fails
local | ${jsonencode({"Condition" = [{"Bool" = [{"g:MFAPresent" = ["true"]}]}]})}
null | ${jsonencode({"Condition" = "null"})}
text with a local | ${jsonencode({"Action" = ["$${ims}:images:list"]})}
heredoc with a local | ["${ims}:images:list"]\n\n
expanded list | ${jsonencode({"Action" = concat([["a"], ["b"]])})}
for expression | ${jsonencode({"Statement" = "$${[ for a in $${a} : { Effect = "Allow" }]}"})}
for_each, object | ${toset([object Object])}
for_each, local | ${toset({"reader" = "{}"})}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what cdktn makes of policies that it converts is not as recorded" >&2
  exit 1
fi
echo "as recorded"
