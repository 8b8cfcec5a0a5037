#!/usr/bin/env bash
# One would expect: an alias without an anchor is an error for a linter's parser, as it is for every reader.
# What happens: yaml-eslint-parser, which is built on `yaml`, takes the file and gives the alias the value null; eslint-plugin-yml's
#   standard rules have nothing to say of it. `yaml` and both js-yaml refuse the file.
# Why it matters: `- *:*:*` without quotes, an action that grants everything, is such an alias. A linter sees a list with
#   null in it and the deployment stops: say so at the alias. A star alone is refused by all of them.
# Seen: yaml 2.9.1, yaml-eslint-parser 2.1.0, eslint-plugin-yml 3.10.0, eslint 10.15.0, js-yaml 5.5.0 and 4.3.2,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error yaml@2.9.1 yaml-eslint-parser@2.1.0 \
  eslint-plugin-yml@3.10.0 eslint@10.15.0 js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.3.2 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import * as js5 from "js-yaml";
import js4 from "js-yaml-4";
import * as yaml from "yaml";
import { getStaticYAMLValue, parseForESLint } from "yaml-eslint-parser";

const config = [...yml.configs.standard];
const readers = {
  yaml: yaml.parse,
  "yaml-eslint-parser": (text) => getStaticYAMLValue(parseForESLint(text, {}).ast),
  "eslint-plugin-yml": (text) =>
    new Linter().verify(text, config, "a.yaml").map(({ fatal, message }) => (fatal ? "refused" : message)),
  "js-yaml 5": js5.load,
  "js-yaml 4": js4.load,
};
for (const text of ["- a\n- *:*:*\n", "- a\n- *\n"]) {
  for (const [reader, read] of Object.entries(readers)) {
    let result;
    try {
      result = JSON.stringify(read(text));
    } catch {
      result = "refused";
    }
    console.log(`${JSON.stringify(text)} | ${reader} | ${result}`);
  }
}
JS
seen=$(node probe.js)

recorded='"- a\n- *:*:*\n" | yaml | refused
"- a\n- *:*:*\n" | yaml-eslint-parser | ["a",null]
"- a\n- *:*:*\n" | eslint-plugin-yml | []
"- a\n- *:*:*\n" | js-yaml 5 | refused
"- a\n- *:*:*\n" | js-yaml 4 | refused
"- a\n- *\n" | yaml | refused
"- a\n- *\n" | yaml-eslint-parser | refused
"- a\n- *\n" | eslint-plugin-yml | ["refused"]
"- a\n- *\n" | js-yaml 5 | refused
"- a\n- *\n" | js-yaml 4 | refused'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what readers make of an alias without an anchor is not as recorded" >&2
  exit 1
fi
echo "as recorded"
