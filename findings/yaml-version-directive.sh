#!/usr/bin/env bash
# One would expect: a file that begins with `%YAML 1.1` is read by YAML 1.1's rules, or all YAML readers ignore that.
# What happens: `yaml` and yaml-eslint-parser follow the directive, down to `yes` as true, 012 as ten and merge keys.
#   js-yaml 5 takes the directive and changes nothing: it reads by YAML 1.2, and merge keys stay a member named "<<".
#   js-yaml 4 ignores it as well, yet merges keys with or without it. One file, three results, no warning.
# Why it matters: what a linter sees is not what the tool deploys that reads the same file by another library; a merged
#   `Effect` exists for one of them only. Say in a finding what the file has, not what some reader makes of it.
# Seen: yaml 2.9.1, yaml-eslint-parser 2.1.0, js-yaml 5.5.0 and 4.3.2, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml@2.9.1 yaml-eslint-parser@2.1.0 js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.3.2 > npm.log

cat > probe.js <<'JS'
import * as js5 from "js-yaml";
import js4 from "js-yaml-4";
import * as yaml from "yaml";
import { getStaticYAMLValue, parseForESLint } from "yaml-eslint-parser";

const body = "base: &base { Effect: Allow }\nstatement: { <<: *base, mode: 012, on: yes }\n";
const readers = {
  yaml: yaml.parse,
  "yaml-eslint-parser": (text) => getStaticYAMLValue(parseForESLint(text, {}).ast),
  "js-yaml 5": js5.load,
  "js-yaml 4": js4.load,
};
for (const [name, head] of [
  ["no directive", ""],
  ["%YAML 1.1", "%YAML 1.1\n---\n"],
]) {
  for (const [reader, read] of Object.entries(readers))
    console.log(`${name} | ${reader} | ${JSON.stringify(read(head + body).statement)}`);
}
JS
seen=$(node probe.js)

recorded='no directive | yaml | {"<<":{"Effect":"Allow"},"mode":12,"on":"yes"}
no directive | yaml-eslint-parser | {"<<":{"Effect":"Allow"},"mode":12,"on":"yes"}
no directive | js-yaml 5 | {"<<":{"Effect":"Allow"},"mode":12,"on":"yes"}
no directive | js-yaml 4 | {"Effect":"Allow","mode":12,"on":"yes"}
%YAML 1.1 | yaml | {"Effect":"Allow","mode":10,"true":true}
%YAML 1.1 | yaml-eslint-parser | {"Effect":"Allow","mode":10,"true":true}
%YAML 1.1 | js-yaml 5 | {"<<":{"Effect":"Allow"},"mode":12,"on":"yes"}
%YAML 1.1 | js-yaml 4 | {"Effect":"Allow","mode":12,"on":"yes"}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which YAML readers follow the directive %YAML 1.1 is not as recorded" >&2
  exit 1
fi
echo "as recorded"
