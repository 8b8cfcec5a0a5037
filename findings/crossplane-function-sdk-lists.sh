#!/usr/bin/env bash
# One would expect: `setDesiredComposedResources` puts a resource in place of the one of its name, as in the SDK for Go;
#   or, as its text speaks of a deep merge, it replaces lists, as `updateResource` of the same SDK does.
# What happens: it joins lists. A role with one statement, set over the one that an earlier function of the pipeline
#   desires, has both statements; set again as it is, it has its statement twice. Only an assignment into the object
#   that the request has replaces, even with no call after it, as the response shares that object; with a copy of that
#   object it does not. A Date, a Set and an object with `toJSON` become objects of their fields.
# Why it matters: who takes an action out of a desired role still grants it, and what is joined is a valid role.
# Seen: @crossplane-org/function-sdk-typescript 0.7.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @crossplane-org/function-sdk-typescript@0.7.0 > npm.log

cat > probe.mjs <<'JS'
import {
  fromObject,
  getDesiredComposedResources,
  RunFunctionRequest,
  RunFunctionResponse,
  setDesiredComposedResources,
  setDesiredResources,
  to,
  updateResource,
} from "@crossplane-org/function-sdk-typescript";

const role = (action) => ({
  apiVersion: "identity.opentelekomcloud.crossplane.io/v1alpha1",
  kind: "RoleV3",
  spec: { forProvider: { statement: [{ effect: "Allow", action: [action] }] } },
});
const copy = (message, type) => type.decode(type.encode(message).finish());
const desired = { resources: { role: { resource: role("before") } } };
const changes = {
  nothing: () => {},
  setDesiredResources: (response) => setDesiredResources(response, { role: role("after") }),
  setDesiredComposedResources: (response) => setDesiredComposedResources(response, { role: fromObject(role("after")) }),
  "set the same": (response) => setDesiredResources(response, { role: role("before") }),
  "assign, and set": (response, request) => {
    const resources = getDesiredComposedResources(request);
    resources.role = fromObject(role("after"));
    setDesiredComposedResources(response, resources);
  },
  "assign only": (_, request) => {
    getDesiredComposedResources(request).role = fromObject(role("after"));
  },
  "assign in a copy, and set": (response, request) => {
    const resources = { ...getDesiredComposedResources(request), role: fromObject(role("after")) };
    setDesiredComposedResources(response, resources);
  },
  updateResource: (response) => updateResource(response.desired.resources.role, role("after")),
  "updateResource, mergeArrays": (response) =>
    updateResource(response.desired.resources.role, role("after"), { mergeArrays: true }),
};
const sent = (change) => {
  const request = copy(RunFunctionRequest.fromPartial({ desired }), RunFunctionRequest);
  const response = to(request);
  change(response, request);
  return copy(response, RunFunctionResponse).desired.resources;
};
for (const [name, change] of Object.entries(changes)) {
  const { statement } = sent(change).role.resource.spec.forProvider;
  console.log(`${name}: ${statement.flatMap(({ action }) => action).join(", ")}`);
}
class Actions {
  names = ["after"];
  toJSON() {
    return this.names;
  }
}
for (const value of [new Date(0), new Set(["after"]), new Actions(), [undefined, "after"]]) {
  const { spec } = sent((response) => setDesiredResources(response, { other: { spec: { value } } })).other.resource;
  console.log(`${value.constructor.name}: ${JSON.stringify(spec.value)}`);
}
JS
seen=$(node probe.mjs)

recorded='nothing: before
setDesiredResources: before, after
setDesiredComposedResources: before, after
set the same: before, before
assign, and set: after
assign only: after
assign in a copy, and set: before, after
updateResource: after
updateResource, mergeArrays: before, after
Date: {}
Set: {}
Actions: {"names":["after"]}
Array: [null,"after"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how function-sdk-typescript merges desired resources is not as recorded" >&2
  exit 1
fi
echo "as recorded"
