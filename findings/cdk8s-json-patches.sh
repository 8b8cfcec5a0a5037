#!/usr/bin/env bash
# One would expect: `addJsonPatch` of an ApiObject applies the operations as RFC 6902 has them: to replace or remove what
#   does not exist is an error, and so is an index beyond the end of a list; its values are refused where the object's
#   own values are.
# What happens: to replace a member that is not there adds it, to remove one does nothing, an index beyond the end
#   appends. Only `test`, and a path through something that is not there, throw. A Set, which the object refuses, is `{}`
#   in a patch. What the manifest has as undefined is null in a list, and left out elsewhere.
# Why it matters: patches are how one changes a role that another construct makes. A misspelt `actions` leaves the role
#   as it grants, beside an argument that no provider knows, and the program synthesises.
# Seen: cdk8s 2.70.106, constructs 10.4.2, with fast-json-patch 3.1.1 in it, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  cdk8s@2.70.106 constructs@10.4.2 > npm.log

cat > probe.cjs <<'JS'
const { ApiObject, JsonPatch, Testing } = require("cdk8s");

const statement = { effect: "Allow", action: ["a"] };
const synthesised = (operation, values = statement) => {
  const chart = Testing.chart();
  const role = new ApiObject(chart, "role", {
    apiVersion: "identity.opentelekomcloud.crossplane.io/v1alpha1",
    kind: "RoleV3",
    spec: { forProvider: { statement: [values] } },
  });
  role.addJsonPatch(...(operation ? [operation] : []));
  try {
    return JSON.stringify(Testing.synth(chart)[0].spec.forProvider.statement[0]);
  } catch (error) {
    return `throws ${error.message.match(/TEST_OPERATION_FAILED|Cannot (?:read|set) properties|non-simple object/)?.[0]}`;
  }
};
const at = (path) => `/spec/forProvider/statement/0/${path}`;
const operations = {
  "replace the list": JsonPatch.replace(at("action"), ["b"]),
  "replace a misspelt list": JsonPatch.replace(at("actions"), ["b"]),
  "replace below a misspelt list": JsonPatch.replace(at("actions/0"), "b"),
  "replace the second": JsonPatch.replace(at("action/1"), "b"),
  "remove a misspelt list": JsonPatch.remove(at("actions")),
  "remove the fifth": JsonPatch.remove(at("action/4")),
  "add to the end": JsonPatch.add(at("action/-"), "b"),
  "add as the fifth": JsonPatch.add(at("action/4"), "b"),
  "add to a misspelt list": JsonPatch.add(at("actions/-"), "b"),
  "test another effect": JsonPatch.test(at("effect"), "Deny"),
  "add a Set": JsonPatch.replace(at("action"), new Set(["b"])),
};
for (const [name, operation] of Object.entries(operations)) {
  console.log(`${name}: ${synthesised(operation)}`);
}
console.log(`no patch, a Set: ${synthesised(undefined, { action: new Set(["b"]) })}`);
console.log(`no patch, undefined: ${synthesised(undefined, { effect: undefined, action: [undefined, "b"] })}`);
JS
seen=$(node probe.cjs)

recorded='replace the list: {"action":["b"],"effect":"Allow"}
replace a misspelt list: {"action":["a"],"effect":"Allow","actions":["b"]}
replace below a misspelt list: throws Cannot read properties
replace the second: {"action":["a","b"],"effect":"Allow"}
remove a misspelt list: {"action":["a"],"effect":"Allow"}
remove the fifth: {"action":["a"],"effect":"Allow"}
add to the end: {"action":["a","b"],"effect":"Allow"}
add as the fifth: {"action":["a","b"],"effect":"Allow"}
add to a misspelt list: throws Cannot set properties
test another effect: throws TEST_OPERATION_FAILED
add a Set: {"action":{},"effect":"Allow"}
no patch, a Set: throws non-simple object
no patch, undefined: {"action":[null,"b"]}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how cdk8s applies JSON patches is not as recorded" >&2
  exit 1
fi
echo "as recorded"
