#!/usr/bin/env bash
# One would expect: fixes of rules about layout, order and quotes leave the values of a YAML file as they are, and a
#   plugin reads what it has written.
# What happens: four of them do not. `yml/plain-scalar` knows which texts need their quotes in YAML 1.1, and yet takes
#   them from a date, which becomes a timestamp, and from the key "<<", which becomes a merge. `yml/sort-keys` keeps
#   an alias behind its anchor, but not two anchors of one name in order, so the alias gets the other value. The
#   `standard` rules together turn an object in braces into lines and leave the second line of a quoted text where it
#   was. `yml/flow-sequence-bracket-newline`, with `yml/indent` beside it, puts the closing bracket of a nested list
#   in column 1. The last two are a parsing error in the next pass, and ESLint stops there and writes the broken file.
# Why it matters: `eslint --fix` over a repository of policies, with any other plugin's rules beside, can end with files
#   that nothing reads; fixes have to be tried on values and not by a look at the text.
# Seen: eslint 10.15.0, eslint-plugin-yml 3.10.0, values by yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 eslint-plugin-yml@3.10.0 yaml@2.9.1 > npm.log

cat > probe.js <<'JS'
import fs from "node:fs";
import { ESLint } from "eslint";
import yml from "eslint-plugin-yml";
import * as yaml from "yaml";

const read = (text) => {
  try {
    return JSON.stringify(yaml.parse(text));
  } catch {
    return "refused";
  }
};
const only = (...names) => [
  {
    files: ["*.yaml"],
    plugins: { yml },
    language: "yml/yaml",
    rules: Object.fromEntries(names.map((name) => [`yml/${name}`, "error"])),
  },
];
const cases = [
  ["yml/plain-scalar", '%YAML 1.1\n---\nVersion: "2012-10-17"\nAction: ["no", "1_0"]\n', only("plain-scalar")],
  ["yml/plain-scalar", '%YAML 1.1\n---\n"<<": { Effect: Deny }\nEffect: Allow\n', only("plain-scalar")],
  ["yml/sort-keys", "z: &effect Allow\ny: &effect Deny\nx: *effect\n", only("sort-keys")],
  ["standard", 'role: { name: "reads\n  images", type: AX }\n', yml.configs.standard],
  [
    "yml/flow-sequence-bracket-newline, yml/indent",
    "policy: { Action: [ims:images:list,\n  ims:images:get],\n  Effect: Allow }\n",
    only("flow-sequence-bracket-newline", "indent"),
  ],
];
for (const [rules, text, overrideConfig] of cases) {
  fs.writeFileSync("role.yaml", text);
  const eslint = new ESLint({ fix: true, overrideConfigFile: true, overrideConfig });
  const results = await eslint.lintFiles(["role.yaml"]);
  await ESLint.outputFixes(results);
  const written = fs.readFileSync("role.yaml", "utf8");
  console.log(`${rules} | parsing errors: ${results[0].fatalErrorCount}`);
  console.log(`  ${JSON.stringify(text)} | ${read(text)}`);
  console.log(`  ${JSON.stringify(written)} | ${read(written)}`);
}
JS
seen=$(node probe.js)

recorded='yml/plain-scalar | parsing errors: 0
  "%YAML 1.1\n---\nVersion: \"2012-10-17\"\nAction: [\"no\", \"1_0\"]\n" | {"Version":"2012-10-17","Action":["no","1_0"]}
  "%YAML 1.1\n---\nVersion: 2012-10-17\nAction: [\"no\", \"1_0\"]\n" | {"Version":"2012-10-17T00:00:00.000Z","Action":["no","1_0"]}
yml/plain-scalar | parsing errors: 0
  "%YAML 1.1\n---\n\"<<\": { Effect: Deny }\nEffect: Allow\n" | {"<<":{"Effect":"Deny"},"Effect":"Allow"}
  "%YAML 1.1\n---\n<<: { Effect: Deny }\nEffect: Allow\n" | {"Effect":"Allow"}
yml/sort-keys | parsing errors: 0
  "z: &effect Allow\ny: &effect Deny\nx: *effect\n" | {"z":"Allow","y":"Deny","x":"Deny"}
  "y: &effect Deny\nz: &effect Allow\nx: *effect\n" | {"y":"Deny","z":"Allow","x":"Allow"}
standard | parsing errors: 1
  "role: { name: \"reads\n  images\", type: AX }\n" | {"role":{"name":"reads images","type":"AX"}}
  "role: \n  name: \"reads\n  images\"\n  type: AX \n" | refused
yml/flow-sequence-bracket-newline, yml/indent | parsing errors: 1
  "policy: { Action: [ims:images:list,\n  ims:images:get],\n  Effect: Allow }\n" | {"policy":{"Action":["ims:images:list","ims:images:get"],"Effect":"Allow"}}
  "policy: { Action: [\n  ims:images:list,\n  ims:images:get\n],\n  Effect: Allow }\n" | refused'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the fixes of eslint-plugin-yml write is not as recorded" >&2
  exit 1
fi
echo "as recorded"
