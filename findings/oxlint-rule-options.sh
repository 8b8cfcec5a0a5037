#!/usr/bin/env bash
# One would expect: oxlint's configuration, which has the form of ESLint's, gives a plugin's rule the same options.
# What happens: where an override names the rule again with a severity alone, as "warn" for some folder, ESLint keeps
#   the options set before and oxlint drops them: the rule runs with its defaults. A rule set up with options and "off",
#   to be switched on for some files, has none either. Options given for a rule that is off must be right with oxlint,
#   and are not looked at by ESLint. Comments such as `/* eslint our/rule: ["error", { "max": 5 }] */` do nothing at
#   all.
# Why it matters: a list of exceptions in the options is gone for that folder, and the false alarms are the plugin's.
#   With oxlint the options have to be said again at each place.
# Seen: oxlint 1.94.0 and eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error oxlint@1.94.0 eslint@10.15.0 > npm.log

cat > plugin.js <<'JS'
const rule = {
  meta: {
    schema: [{ type: "object", properties: { max: { type: "integer" } }, additionalProperties: false }],
    defaultOptions: [{ max: 1 }],
  },
  create: (context) => ({
    Program: (node) => context.report({ node, message: `max is ${context.options[0].max}` }),
  }),
};
export default { meta: { name: "our" }, rules: { rule } };
JS
cat > eslint.config.js <<'JS'
import fs from "node:fs";
import our from "./plugin.js";
const { rules, overrides } = JSON.parse(fs.readFileSync(".oxlintrc.json", "utf8"));
export default [{ plugins: { our }, rules }, ...overrides];
JS
run() {
  local first="$2" override="${3-}" text="${4-}" said
  echo "$text f();" > a.js
  echo '{ "jsPlugins": ["./plugin.js"], "categories": { "correctness": "off" }, "rules": { "our/rule": '"$first"' },
    "overrides": [{ "files": ["*.js"], "rules": { '"${override:+\"our/rule\": $override}"' } }] }' > .oxlintrc.json
  for tool in eslint oxlint; do
    said=$("node_modules/.bin/$tool" a.js 2>&1 || true)
    said=$(grep -oE "max is [0-9]+|additional properties" <<< "$said" || echo nothing)
    echo "$1 | $tool | $said"
  done
}
seen=$(
  run 'options, no override' '["error", { "max": 5 }]'
  run 'options, then "warn"' '["error", { "max": 5 }]' '"warn"'
  run 'options and "off", then "error"' '["off", { "max": 5 }]' '"error"'
  run 'wrong options' '["error", { "maximum": 5 }]'
  run 'wrong options and "off"' '["off", { "maximum": 5 }]'
  run 'comment' '"error"' '' '/* eslint our/rule: ["error", { "max": 5 }] */'
)

recorded='options, no override | eslint | max is 5
options, no override | oxlint | max is 5
options, then "warn" | eslint | max is 5
options, then "warn" | oxlint | max is 1
options and "off", then "error" | eslint | max is 5
options and "off", then "error" | oxlint | max is 1
wrong options | eslint | additional properties
wrong options | oxlint | additional properties
wrong options and "off" | eslint | nothing
wrong options and "off" | oxlint | additional properties
comment | eslint | max is 5
comment | oxlint | max is 1'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which options oxlint and ESLint give a rule is not as recorded" >&2
  exit 1
fi
echo "as recorded"
