#!/usr/bin/env bash
# One would expect: a resource class of a provider package passes on the keys it gets, as Terraform JSON has them, or
#   throws for those it does not know.
# What happens: it copies the keys it knows and drops the others without a word. A statement in the spelling of policy
#   documents (`Effect`, `Action`) becomes an empty block `{}`, and synthesis succeeds; so does a statement with one
#   misspelt key, which loses that key. The value of a key it knows is not looked at: a text in place of the list
#   `action` and an object in place of the text `condition` come out as they are. TypeScript sees this in a literal
#   only, not in what JSON.parse or a spread of `any` brings.
# Why it matters: to read a policy document and give it to the class is the obvious way to share one, and yields an
#   empty block. The mistake can be seen in the source only; in the `tf.json` nothing is left of it.
# Seen: @cdktf/provider-opentelekomcloud 12.0.16, cdktf 0.21.0, constructs 10.4.2, Node 20.20.2:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @cdktf/provider-opentelekomcloud@12.0.16 cdktf@0.21.0 constructs@10.4.2 > npm.log

cat > probe.cjs <<'JS'
const { App, TerraformStack } = require("cdktf");
const { identityRoleV3, provider } = require("@cdktf/provider-opentelekomcloud");

const document = JSON.parse(
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }',
);
const statements = {
  document: document.Statement,
  misspelt: [{ effect: "Allow", action: ["ims:images:list"], resources: ["ims:*:*:image:*"] }],
  text: [{ effect: "Allow", action: "ims:images:list" }],
  object: [
    { effect: "Allow", action: ["ims:images:list"], condition: { StringEquals: { "g:DomainName": ["a"] } } },
  ],
};
const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "stack");
new provider.OpentelekomcloudProvider(stack, "provider", {});
for (const [id, statement] of Object.entries(statements)) {
  new identityRoleV3.IdentityRoleV3(stack, id, {
    displayName: id,
    displayLayer: "project",
    description: id,
    statement,
  });
}
app.synth();
const json = JSON.parse(require("node:fs").readFileSync("out/stacks/stack/cdk.tf.json", "utf8"));
for (const id of Object.keys(statements)) {
  console.log(`${id}: ${JSON.stringify(json.resource.opentelekomcloud_identity_role_v3[id].statement)}`);
}
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='document: [{}]
misspelt: [{"action":["ims:images:list"],"effect":"Allow"}]
text: [{"action":"ims:images:list","effect":"Allow"}]
object: [{"action":["ims:images:list"],"condition":{"StringEquals":{"g:DomainName":["a"]}},"effect":"Allow"}]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what a class of provider-opentelekomcloud does with unknown keys is not as recorded" >&2
  exit 1
fi
echo "as recorded"
