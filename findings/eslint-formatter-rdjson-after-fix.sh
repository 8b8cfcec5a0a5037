#!/usr/bin/env bash
# One would expect: a formatter writes the places that ESLint found, with `--fix` and without.
# What happens: eslint-formatter-rdjson counts columns in bytes, for which it needs the text of the file. ESLint gives a
#   formatter the text only where `--fix` changed nothing. In a file that was repaired in part, all that is left to do
#   is reported from column 0 to column 0; and where something is left that could be repaired, because of
#   `--fix-type`, the formatter throws and nothing is reported at all.
# Why it matters: `eslint --fix -f rdjson` is what a review bot runs. Its comments lose their place in just those files
#   in which something was repaired. A formatter has to read `output`, or the file, where `source` is missing.
# Seen: eslint-formatter-rdjson 1.0.6, eslint 10.15.0, @eslint/json 2.1.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint-formatter-rdjson@1.0.6 eslint@10.15.0 @eslint/json@2.1.1 > npm.log

cat > eslint.config.js <<'JS'
import json from "@eslint/json";

const at = (value, type, repair) => ({
  meta: { type, fixable: "code", languages: ["json/json"] },
  create: (context) => ({
    String(node) {
      if (node.value === value) {
        context.report({ node, message: value, fix: repair && ((fixer) => fixer.replaceText(node, repair)) });
      }
    },
  }),
});
const rules = {
  wide: at("*:*:*", "problem"),
  effect: at("allow", "problem", '"Allow"'),
  version: at("1.0", "layout", '"1.1"'),
};
export default [
  {
    files: ["role.json"],
    plugins: { json, policy: { rules } },
    language: "json/json",
    rules: { "policy/wide": "error", "policy/effect": "error", "policy/version": "error" },
  },
];
JS
report() {
  echo '{ "Version": "1.0", "Statement": [{ "Effect": "allow", "Action": ["*:*:*"] }] }' > role.json
  echo "eslint${*:+ $*}"
  npx --no-install eslint --format rdjson "$@" role.json > report.json 2> error.txt || true
  node -e '
    const report = fs.readFileSync("report.json", "utf8");
    for (const { message, location, suggestions } of report === "" ? [] : JSON.parse(report).diagnostics)
      console.log(`  ${message} | ${JSON.stringify(location.range)} | suggestions: ${suggestions?.length ?? 0}`);
  '
  { grep -o 'TypeError: .* undefined' error.txt || true; } | sed 's/^/  /'
}
seen=$(report; report --fix; report --fix --fix-type layout)

recorded='eslint
  1.0 | {"start":{"line":1,"column":14},"end":{"line":1,"column":19}} | suggestions: 1
  allow | {"start":{"line":1,"column":47},"end":{"line":1,"column":54}} | suggestions: 1
  *:*:* | {"start":{"line":1,"column":67},"end":{"line":1,"column":74}} | suggestions: 0
eslint --fix
  *:*:* | {"start":{"line":1,"column":0},"end":{"line":1,"column":0}} | suggestions: 0
eslint --fix --fix-type layout
  TypeError: Cannot read properties of undefined'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what eslint-formatter-rdjson reports after a fix is not as recorded" >&2
  exit 1
fi
echo "as recorded"
