#!/usr/bin/env bash
# One would expect: a list or an object in brackets whose closing bracket stands below the key that it belongs to, as
#   everyone writes JSON, is YAML for every reader; js-yaml 5 reads what js-yaml 4 reads.
# What happens: js-yaml 5 refuses it with "deficient indentation", also in an entry of a list; at the start of a line it
#   takes it in the outermost object only. The specification is on its side, but `yaml`, yaml-eslint-parser, js-yaml 4
#   and Prettier take it, and `yml/indent` of eslint-plugin-yml moves an indented closing bracket to exactly this place.
#   Entries that are not indented at all are refused by `yaml`, too, while js-yaml 4 reads them.
# Why it matters: a policy pasted as JSON below a key is found and judged by a linter, and the program that loads the
#   file, or has loaded it before its library was updated or `eslint --fix` ran, throws.
# Seen: js-yaml 5.5.0 and 4.3.2, yaml 2.9.1, yaml-eslint-parser 2.1.0, eslint 10.15.0, eslint-plugin-yml 3.10.0,
#   prettier 3.10.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.3.2 yaml@2.9.1 yaml-eslint-parser@2.1.0 eslint@10.15.0 \
  eslint-plugin-yml@3.10.0 prettier@3.10.1 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import * as js5 from "js-yaml";
import js4 from "js-yaml-4";
import * as prettier from "prettier";
import * as yaml from "yaml";
import { getStaticYAMLValue, parseForESLint } from "yaml-eslint-parser";

const readers = {
  "js-yaml 5": js5.load,
  "js-yaml 4": js4.load,
  yaml: yaml.parse,
  "yaml-eslint-parser": (text) => getStaticYAMLValue(parseForESLint(text, {}).ast),
  prettier: async (text) => js5.load(await prettier.format(text, { parser: "yaml" })),
};
const taking = async (text) => {
  const names = [];
  for (const [name, read] of Object.entries(readers)) {
    try {
      await read(text);
      names.push(name);
    } catch {
      // Refused.
    }
  }
  return names.length === Object.keys(readers).length ? "all" : names.join(", ");
};
const texts = {
  list: "Action: [\n  ims:images:list\n]\n",
  object: 'policy: {\n  "Version": "1.1"\n}\n',
  "in an entry": "Statement:\n  - Action: [\n      ims:images:list\n    ]\n",
  "only entry": "- [\n  ims:images:list\n]\n",
  outermost: '{\n  "Version": "1.1"\n}\n',
  "in the outermost": '{\n"Action": [\n"ims:images:list"\n]\n}\n',
  "bracket indented": "Action: [\n    ims:images:list\n  ]\n",
  "nothing indented": "Action: [\nims:images:list\n]\n",
};
for (const [name, text] of Object.entries(texts)) {
  console.log(`${name} | ${await taking(text)}`);
}
const { output } = new Linter().verifyAndFix(
  texts["bracket indented"],
  [{ files: ["**/*.yaml"], plugins: { yml }, language: "yml/yaml", rules: { "yml/indent": "error" } }],
  { filename: "policy.yaml" },
);
console.log(`bracket indented, fixed by yml/indent: ${JSON.stringify(output)} | ${await taking(output)}`);
try {
  js5.load(texts.list);
} catch (error) {
  console.log(error.message.split("\n")[0]);
}
JS
seen=$(node probe.js)

recorded='list | js-yaml 4, yaml, yaml-eslint-parser, prettier
object | js-yaml 4, yaml, yaml-eslint-parser, prettier
in an entry | js-yaml 4, yaml, yaml-eslint-parser, prettier
only entry | js-yaml 4, yaml, yaml-eslint-parser, prettier
outermost | all
in the outermost | all
bracket indented | all
nothing indented | js-yaml 4
bracket indented, fixed by yml/indent: "Action: [\n  ims:images:list\n]\n" | js-yaml 4, yaml, yaml-eslint-parser, prettier
deficient indentation (3:1)'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which readers of YAML take a closing bracket below its key is not as recorded" >&2
  exit 1
fi
echo "as recorded"
