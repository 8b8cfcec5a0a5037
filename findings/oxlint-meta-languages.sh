#!/usr/bin/env bash
# One would expect: oxlint, which runs ESLint plugins unchanged, treats `meta.languages` as ESLint does: a rule for
#   JSON only does not run on a program.
# What happens: ESLint since 10.2 refuses the configuration ("do not support the language"), before any file is read.
#   oxlint 1.94 does not look at `meta.languages`: the rule runs on JavaScript and reports.
# Why it matters: a rule that trusts its declaration meets a tree it was never written for, and a test under ESLint
#   cannot show that. Ask for the root node's type in the rule, or have visitor keys that no program has.
# Seen: oxlint 1.94.0 and eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error oxlint@1.94.0 eslint@10.15.0 > npm.log

cat > plugin.js <<'JS'
const rule = {
  meta: { languages: ["json/json"] },
  create: (context) => ({ "*": (node) => node.parent || context.report({ node, message: `sees ${node.type}` }) }),
};
export default { meta: { name: "our" }, rules: { rule } };
JS
cat > eslint.config.js <<'JS'
import our from "./plugin.js";
export default [{ plugins: { our }, rules: { "our/rule": "error" } }];
JS
cat > .oxlintrc.json <<'JSON'
{ "jsPlugins": ["./plugin.js"], "categories": { "correctness": "off" }, "rules": { "our/rule": "error" } }
JSON
echo "export const a = 1;" > a.js
seen="eslint: $(npx --no-install eslint a.js 2>&1 | grep -o "do not support the language .*" || true)
oxlint: $(npx --no-install oxlint --format unix a.js 2>&1 | grep "a\.js" || true)"

recorded='eslint: do not support the language "js/js":
oxlint: a.js:1:1: sees Program [Error/our(rule)]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what oxlint and ESLint do with meta.languages is not as recorded" >&2
  exit 1
fi
echo "as recorded"
