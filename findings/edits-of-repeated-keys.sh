#!/usr/bin/env bash
# One would expect: what a library of edits sets is what the same library reads afterwards.
# What happens: where a key is repeated, reading takes the last value and editing the first. `modify` of jsonc-parser
#   changes the first `Effect` in the text, and its `parse` goes on to return the old value; deleting the key leaves the
#   last one in force. `setIn` and `deleteIn` of a document of `yaml` do the same, beside the error of the parser that
#   keys are unique. Even the node jsonc-parser finds at a path is not the one whose value it reads at it.
# Why it matters: a script that turns Allow into Deny in a policy with a repeated `Effect` reports success and changes
#   nothing. Refuse repeated keys before an edit, or read the result and compare.
# Seen: jsonc-parser 3.3.1, yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error jsonc-parser@3.3.1 yaml@2.9.1 > npm.log

cat > probe.js <<'JS'
import jsonc from "jsonc-parser";
import * as yaml from "yaml";

const show = (name, text, value) => console.log(`${name} | ${text} | reads ${JSON.stringify(value)}`);

const json = '{ "Effect": "Allow", "Effect": "Allow" }';
for (const [name, value] of Object.entries({ "set to Deny": "Deny", deleted: undefined })) {
  const edited = jsonc.applyEdits(json, jsonc.modify(json, ["Effect"], value, {}));
  show(`jsonc-parser, ${name}`, edited, jsonc.parse(edited));
}
const mixed = '{ "Effect": "Deny", "Effect": "Allow" }';
const node = jsonc.findNodeAtLocation(jsonc.parseTree(mixed), ["Effect"]);
show("jsonc-parser, node found", jsonc.getNodeValue(node), jsonc.parse(mixed));

for (const [name, change] of Object.entries({
  "set to Deny": (document) => document.setIn(["Effect"], "Deny"),
  deleted: (document) => document.deleteIn(["Effect"]),
})) {
  const document = yaml.parseDocument(json);
  const errors = document.errors.map(({ code }) => code);
  change(document);
  show(`yaml (${errors}), ${name}`, yaml.stringify(document.contents).trim(), document.toJS());
}
JS
seen=$(node probe.js)

recorded='jsonc-parser, set to Deny | { "Effect": "Deny", "Effect": "Allow" } | reads {"Effect":"Allow"}
jsonc-parser, deleted | {"Effect": "Allow" } | reads {"Effect":"Allow"}
jsonc-parser, node found | Deny | reads {"Effect":"Allow"}
yaml (DUPLICATE_KEY), set to Deny | { "Effect": "Deny", "Effect": "Allow" } | reads {"Effect":"Allow"}
yaml (DUPLICATE_KEY), deleted | { "Effect": "Allow" } | reads {"Effect":"Allow"}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which of repeated keys an edit changes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
