#!/usr/bin/env bash
# One would expect: `role.statement.get(0).action = [...]` changes the statement, as its type has the setter; an override
#   of a list replaces the list; the last of two overrides is merged after the first.
# What happens: the reference that `get(0)` returns is made anew each time and nothing reads it: the assignment is lost
#   without a word. Only `putStatement` replaces. An override joins lists, wherever in the program it stands, also onto
#   what a later `putStatement` sets; a path with an index beyond the end appends; a path through a list that an earlier
#   override added throws that list away; `statement[0]`, `statement\.0` and camel case become arguments of that name.
# Why it matters: what a program grants cannot be read off the order of its lines, and a change may do nothing at all.
# Seen: @cdktf/provider-opentelekomcloud 12.0.16, cdktf 0.21.0, constructs 10.4.2, Node 20.20.2:
#   the lines under `recorded`. cdktn 0.24.0 has the same code.
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

const statement = (action) => ({ effect: "Allow", action: [action] });
const changes = {
  put: (role) => role.putStatement([statement("b")]),
  reference: (role) => (role.statement.get(0).action = ["b"]),
  layer: (role) => (role.displayLayer = "domain"),
  list: (role) => role.addOverride("statement", [statement("b")]),
  action: (role) => role.addOverride("statement.0.action", ["b"]),
  "action, twice": (role) => (role.addOverride("statement.0.action", ["b"]), role.addOverride("statement.0.action", ["c"])),
  index: (role) => role.addOverride("statement.0.action.0", "b"),
  "beyond the end": (role) => role.addOverride("statement.0.action.5", "b"),
  "list, then path": (role) => (
    role.addOverride("statement", [statement("b")]), role.addOverride("statement.0.action", ["c"])
  ),
  "override, then put": (role) => (
    role.addOverride("statement.0.action", ["b"]), role.putStatement([statement("c")])
  ),
  brackets: (role) => role.addOverride("statement[0].effect", "Deny"),
  "camel case": (role) => role.addOverride("displayLayer", "domain"),
  undefined: (role) => role.addOverride("statement.0.action", undefined),
  null: (role) => role.addOverride("statement.0.action", null),
};
const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "stack");
new provider.OpentelekomcloudProvider(stack, "provider", {});
const ids = new Map();
for (const [name, change] of Object.entries(changes)) {
  ids.set(name, `role${ids.size}`);
  const role = new identityRoleV3.IdentityRoleV3(stack, ids.get(name), {
    displayName: "r",
    displayLayer: "project",
    description: "d",
    statement: [statement("a")],
  });
  change(role);
}
app.synth();
const json = JSON.parse(require("node:fs").readFileSync("out/stacks/stack/cdk.tf.json", "utf8"));
for (const [name, id] of ids) {
  const { "//": _, description, display_name, ...rest } = json.resource.opentelekomcloud_identity_role_v3[id];
  console.log(`${name}: ${JSON.stringify(rest).replaceAll('"effect":"Allow"', "-").replaceAll('"', "")}`);
}
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='put: {display_layer:project,statement:[{action:[b],-}]}
reference: {display_layer:project,statement:[{action:[a],-}]}
layer: {display_layer:domain,statement:[{action:[a],-}]}
list: {display_layer:project,statement:[{action:[a],-},{action:[b],-}]}
action: {display_layer:project,statement:[{action:[a,b],-}]}
action, twice: {display_layer:project,statement:[{action:[a,c],-}]}
index: {display_layer:project,statement:[{action:[b],-}]}
beyond the end: {display_layer:project,statement:[{action:[a,b],-}]}
list, then path: {display_layer:project,statement:[{action:[a,c],-}]}
override, then put: {display_layer:project,statement:[{action:[c,b],-}]}
brackets: {display_layer:project,statement:[{action:[a],-}],statement[0]:{effect:Deny}}
camel case: {displayLayer:domain,display_layer:project,statement:[{action:[a],-}]}
undefined: {display_layer:project,statement:[{-}]}
null: {display_layer:project,statement:[{action:null,-}]}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what provider-opentelekomcloud makes of later changes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
