#!/usr/bin/env bash
# One would expect: where two configurations give a file a language, ESLint says so, or the rules of the one that loses
#   are treated alike: all refused, or all left out.
# What happens: the last language counts, without a word, and its rival's rules do one of three things. Those of
#   @eslint/json name their languages and stop ESLint when eslint-plugin-jsonc comes after them. Those of
#   eslint-plugin-jsonc find their way in the tree of @eslint/json, so that in this order each mistake is reported
#   twice. Those of eslint-plugin-yml and eslint-yaml are silent, each behind the other: nothing is reported, and the
#   run is green. ESLint's own rules about lines and blanks, made for JavaScript, work on the YAML of
#   eslint-plugin-yml and the JSON of eslint-plugin-jsonc, and are silent on that of @eslint/json.
# Why it matters: whoever adds a plugin with a language at the end of a configuration can switch off all rules for these
#   files unseen. Put one's own block first, or give rules only, and try a mistake of each plugin after a change.
# Seen: eslint 10.15.0, @eslint/json 2.1.1, eslint-plugin-jsonc 3.4.2, eslint-plugin-yml 3.10.0, eslint-yaml 0.1.0,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 @eslint/json@2.1.1 eslint-plugin-jsonc@3.4.2 eslint-plugin-yml@3.10.0 eslint-yaml@0.1.0 > npm.log

cat > probe.js <<'JS'
import eslintJson from "@eslint/json";
import { ESLint } from "eslint";
import jsoncPlugin from "eslint-plugin-jsonc";
import ymlPlugin from "eslint-plugin-yml";
import { yaml as yamlPlugin } from "eslint-yaml";

const block = (name, plugin, language, rules) => ({
  files: ["**/*.json", "**/*.yaml"],
  plugins: { [name]: plugin },
  language: `${name}/${language}`,
  rules: Object.fromEntries(rules.map((rule) => [`${name}/${rule}`, "error"])),
});
const json = block("json", eslintJson, "json", ["no-duplicate-keys"]);
const jsonc = block("jsonc", jsoncPlugin, "json", ["no-dupe-keys"]);
const yml = block("yml", ymlPlugin, "yaml", ["no-empty-mapping-value"]);
const yaml = block("yaml", yamlPlugin, "yaml", ["no-empty-mapping-value"]);
const core = { rules: { "max-lines": ["error", 1], "max-len": ["error", 1], "no-tabs": "error", "eol-last": "error" } };

const lint = async (name, text, filePath, overrideConfig) => {
  let said;
  try {
    const [{ messages }] = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintText(text, { filePath });
    said = messages.map(({ ruleId, fatal }) => (fatal ? "parsing error" : ruleId)).join(", ") || "nothing";
  } catch (error) {
    said = `stops: ${error.message.match(/do not support the language "[^"]*"/)?.[0]}`;
  }
  console.log(`${name} | ${said}`);
};
const doubled = '{ "Effect": "Allow",\n "Effect":\t"Deny" }';
await lint("json", doubled, "a.json", [json]);
await lint("jsonc", doubled, "a.json", [jsonc]);
await lint("json, jsonc", doubled, "a.json", [json, jsonc]);
await lint("jsonc, json", doubled, "a.json", [jsonc, json]);
const empty = "Effect:\nAction: []\t";
await lint("yml", empty, "a.yaml", [yml]);
await lint("yaml", empty, "a.yaml", [yaml]);
await lint("yaml, yml", empty, "a.yaml", [yaml, yml]);
await lint("yml, yaml", empty, "a.yaml", [yml, yaml]);
await lint("yml, yaml without rules", empty, "a.yaml", [yml, { ...yaml, rules: {} }]);
await lint("yml, core", empty, "a.yaml", [yml, core]);
await lint("json, core", doubled, "a.json", [json, core]);
await lint("jsonc, core", doubled, "a.json", [jsonc, core]);
JS
seen=$(node probe.js)

recorded='json | json/no-duplicate-keys
jsonc | jsonc/no-dupe-keys
json, jsonc | stops: do not support the language "jsonc/json"
jsonc, json | jsonc/no-dupe-keys, json/no-duplicate-keys
yml | yml/no-empty-mapping-value
yaml | yaml/no-empty-mapping-value
yaml, yml | yml/no-empty-mapping-value
yml, yaml | yaml/no-empty-mapping-value
yml, yaml without rules | nothing
yml, core | max-len, yml/no-empty-mapping-value, max-len, max-lines, no-tabs, eol-last
json, core | json/no-duplicate-keys
jsonc, core | max-len, max-len, max-lines, jsonc/no-dupe-keys, no-tabs, eol-last'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the rules of another language do is not as recorded" >&2
  exit 1
fi
echo "as recorded"
