#!/usr/bin/env bash
# One would expect: the fingerprint of a finding in GitLab's code quality report stays with the finding, so that a merge
#   request shows as new and as resolved what is new and what is resolved.
# What happens: it is a hash of the path, the rule and the message; of equal ones in a file, the second, the third and
#   so on get another each, in the order of the file. The place is no part of it. Where a finding with the same message
#   is written above another, the new one gets the fingerprint of the old one, and the old one, in a line that nobody
#   has touched, is shown as new. The same happens the other way round where the first is repaired. A message that
#   names what it is about is not concerned.
# Why it matters: in a merge request the widget names the wrong line; a rule whose message says the action, the key or
#   the statement is shown right, so messages should.
# Seen: eslint-formatter-gitlab 7.2.0, eslint 10.15.0, @eslint/json 2.1.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint-formatter-gitlab@7.2.0 eslint@10.15.0 @eslint/json@2.1.1 > npm.log

cat > eslint.config.js <<'JS'
import json from "@eslint/json";

const at = (message) => ({
  meta: { languages: ["json/json"] },
  create: (context) => ({
    String(node) {
      if (node.value.endsWith(":*:*")) {
        context.report({ node, message: message(node.value) });
      }
    },
  }),
});
const rules = { same: at(() => "Too wide."), named: at((value) => `${value} is too wide.`) };
export default [
  {
    files: ["role.json"],
    plugins: { json, policy: { rules } },
    language: "json/json",
    rules: { "policy/same": "error", "policy/named": "error" },
  },
];
JS
report() {
  printf '%s\n' "$@" > role.json
  ESLINT_CODE_QUALITY_REPORT=report.json npx --no-install eslint --format gitlab role.json > eslint.txt || true
  mv report.json "$report.json"
}
report=before report '[' '"ims:*:*"' ']'
report=added report '[' '"obs:*:*",' '"ims:*:*"' ']'
cat > compare.js <<'JS'
import fs from "node:fs";

const read = (name) =>
  JSON.parse(fs.readFileSync(name, "utf8")).map(({ check_name, fingerprint, location }) => ({
    rule: check_name,
    fingerprint,
    line: location.positions.begin.line,
  }));
const lines = fs.readFileSync("role.json", "utf8").split("\n");
const before = new Set(read("before.json").map(({ fingerprint }) => fingerprint));
for (const { rule, line, fingerprint } of read("added.json")) {
  console.log(`${rule} | ${lines[line - 1]} | ${before.has(fingerprint) ? "known" : "new"}`);
}
JS
seen=$(node compare.js)

recorded='policy/same | "obs:*:*", | known
policy/named | "obs:*:*", | new
policy/same | "ims:*:*" | new
policy/named | "ims:*:*" | known'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the fingerprints of eslint-formatter-gitlab depend on is not as recorded" >&2
  exit 1
fi
echo "as recorded"
