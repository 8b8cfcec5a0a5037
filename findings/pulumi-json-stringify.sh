#!/usr/bin/env bash
# One would expect: `pulumi.jsonStringify(value)` is `JSON.stringify(value)`, with outputs in it allowed, as its text says.
# What happens: it first copies the fields of every object that is no plain one, at any depth. `toJSON` of a class
#   is not called any more: a statement that a builder holds in names of its own is written with these names. A Date and
#   a URL are `{}`, a String is an object of its letters. `toJSON` of an object literal is called. The inputs of a
#   resource are copied in the same way, without any `toJSON`. A spread of an output with a member of one's own beside
#   it, which TypeScript takes, is that output as it was.
# Why it matters: `pulumi.jsonStringify` is what one changes to when the first output appears in a policy. That changes
#   what the builders in it write, with the same types and without an error. Call the builder's `toJSON` first.
# Seen: @pulumi/pulumi 3.276.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @pulumi/pulumi@3.276.0 > npm.log

cat > probe.cjs <<'JS'
const pulumi = require("@pulumi/pulumi");

let inputs;
const newResource = (resource) => ((inputs = resource.inputs), { id: resource.name, state: resource.inputs });
pulumi.runtime.setMocks({ newResource, call: ({ inputs }) => inputs });

class Allow {
  constructor(...actions) {
    this.actions = actions;
  }
  toJSON() {
    return { Effect: "Allow", Action: this.actions };
  }
}
const values = {
  literal: { Effect: "Allow", Action: ["ims:images:list"] },
  builder: new Allow("ims:images:list"),
  "builder in a list": { Statement: [new Allow("ims:images:list")] },
  "builder from an output": { Statement: [pulumi.output("ims:images:list").apply((action) => new Allow(action))] },
  "literal with toJSON": { toJSON: () => ({ Effect: "Allow" }) },
  Date: { until: new Date(0) },
  URL: { from: new URL("https://example.com/") },
  String: { Effect: new String("Deny") },
  "output, spread": { ...pulumi.output({ Effect: "Allow" }), Effect: "Deny" },
};
const valueOf = (output) => new Promise((resolve) => output.apply(resolve));
(async () => {
  for (const [name, value] of Object.entries(values)) {
    const resource = new pulumi.CustomResource("test:index:Role", name, { policy: value });
    await valueOf(resource.urn);
    console.log(`${name}: ${name.includes("output") ? "-" : JSON.stringify(value)}`);
    console.log(`  jsonStringify: ${await valueOf(pulumi.jsonStringify(value))}`);
    console.log(`  input: ${JSON.stringify(inputs.policy)}`);
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='literal: {"Effect":"Allow","Action":["ims:images:list"]}
  jsonStringify: {"Effect":"Allow","Action":["ims:images:list"]}
  input: {"Action":["ims:images:list"],"Effect":"Allow"}
builder: {"Effect":"Allow","Action":["ims:images:list"]}
  jsonStringify: {"actions":["ims:images:list"]}
  input: {"actions":["ims:images:list"]}
builder in a list: {"Statement":[{"Effect":"Allow","Action":["ims:images:list"]}]}
  jsonStringify: {"Statement":[{"actions":["ims:images:list"]}]}
  input: {"Statement":[{"actions":["ims:images:list"]}]}
builder from an output: -
  jsonStringify: {"Statement":[{"actions":["ims:images:list"]}]}
  input: {"Statement":[{"actions":["ims:images:list"]}]}
literal with toJSON: {"Effect":"Allow"}
  jsonStringify: {"Effect":"Allow"}
  input: {}
Date: {"until":"1970-01-01T00:00:00.000Z"}
  jsonStringify: {"until":{}}
  input: {"until":{}}
URL: {"from":"https://example.com/"}
  jsonStringify: {"from":{}}
  input: {"from":{}}
String: {"Effect":"Deny"}
  jsonStringify: {"Effect":{"0":"D","1":"e","2":"n","3":"y"}}
  input: {"Effect":{"0":"D","1":"e","2":"n","3":"y"}}
output, spread: -
  jsonStringify: {"Effect":"Allow"}
  input: {"Effect":"Allow"}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what jsonStringify of @pulumi/pulumi writes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
