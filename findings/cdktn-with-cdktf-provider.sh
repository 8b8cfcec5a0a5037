#!/usr/bin/env bash
# One would expect: a program moves from cdktf to its successor cdktn by changing the import, and keeps the provider's
#   classes; if those do not go together, npm or the first constructor says so.
# What happens: the npm package of the provider opentelekomcloud has cdktf as its peer. npm installs that beside
#   cdktn without a word, the constructors take the foreign stack, and `synth()` at the very end stops with
#   "e._resetResolveDiscoveredProviderFeatureUsage is not a function". With an override in package.json that puts
#   cdktn in the place of cdktf, the same program works.
# Why it matters: programs in use have both import sources in one file, `cdktn` for the stack and `@cdktf/provider-...`
#   for the roles; who recognises policies by import source must not ask that the two agree.
# Seen: cdktn 0.24.0, constructs 10.6.0, @cdktf/provider-opentelekomcloud 12.0.16, Node 20.20.2:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > probe.cjs <<'JS'
const { App, TerraformStack } = require("cdktn");
const { identityRoleV3, provider } = require("@cdktf/provider-opentelekomcloud");

const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "stack");
new provider.OpentelekomcloudProvider(stack, "provider", {});
new identityRoleV3.IdentityRoleV3(stack, "role", {
  displayName: "reader",
  displayLayer: "project",
  description: "reads images",
  statement: [{ effect: "Allow", action: ["ims:images:list"] }],
});
console.log("constructed");
try {
  app.synth();
  const json = JSON.parse(require("node:fs").readFileSync("out/stacks/stack/cdk.tf.json", "utf8"));
  console.log(JSON.stringify(json.resource.opentelekomcloud_identity_role_v3.role.statement));
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
JS
unset SYNTH_HCL_OUTPUT
install=(npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=warn)
packages=(cdktn@0.24.0 constructs@10.6.0 @cdktf/provider-opentelekomcloud@12.0.16)
echo '{ "private": true }' > package.json
"${install[@]}" "${packages[@]}" > npm.log 2> npm.warnings
seen="as npm installs it: $(grep -c . npm.warnings || true) warnings
$(node probe.cjs)"
rm -rf node_modules out
echo '{ "private": true, "overrides": { "cdktf": "npm:cdktn@0.24.0" } }' > package.json
"${install[@]}" "${packages[@]}" > npm.log
seen+="
with an override:
$(node probe.cjs)"

recorded='as npm installs it: 0 warnings
constructed
TypeError: e._resetResolveDiscoveredProviderFeatureUsage is not a function
with an override:
constructed
[{"action":["ims:images:list"],"effect":"Allow"}]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how cdktn and a provider package of cdktf go together is not as recorded" >&2
  exit 1
fi
echo "as recorded"
