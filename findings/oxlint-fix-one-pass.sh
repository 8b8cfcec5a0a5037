#!/usr/bin/env bash
# One would expect: `oxlint --fix` with the rules of an ESLint plugin does what `eslint --fix` does, or at least reports
#   what its fixes leave.
# What happens: ESLint fixes, reads the file again and goes on, up to ten times, and reports what is then left. oxlint
#   1.94 goes through the rules once. A mistake that is to be fixed in two steps is left at the first of them, and what
#   a fix brings about is not reported: status 0, and the next run fails. Where two fixes overlap it is the other way
#   round: the one put off is reported with status 1, though nothing is left of it in the file.
# Why it matters: a commit hook that runs `oxlint --fix` alone lets files with errors pass and stops at sound ones. The
#   fix of a rule should go all the way at once, and whoever runs it there needs a second run for the result.
# Seen: oxlint 1.94.0 and eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error oxlint@1.94.0 eslint@10.15.0 > npm.log

cat > plugin.js <<'JS'
const replaced = (from, to, whole) => ({
  meta: { fixable: "code" },
  create: (context) => ({
    Literal(node) {
      if (node.value !== from) return;
      const fix = (fixer) => fixer.replaceText(whole ? node.parent : node, to);
      context.report({ node, message: `${from} is to be ${to}`, fix });
    },
  }),
});
const rules = {
  case: replaced("allow", '"Allow"'),
  name: replaced("Allow", "Effect.Allow"),
  overlap: replaced("deny", '["Deny"]', true),
  inner: replaced("deny", '"Deny"'),
};
export default { meta: { name: "our" }, rules };
JS
cat > eslint.config.js <<'JS'
import our from "./plugin.js";
const names = Object.keys(our.rules).map((name) => `our/${name}`);
export default [{ plugins: { our }, rules: Object.fromEntries(names.map((name) => [name, "error"])) }];
JS
cat > .oxlintrc.json <<'JSON'
{
  "jsPlugins": ["./plugin.js"],
  "categories": { "correctness": "off" },
  "rules": { "our/case": "error", "our/name": "error", "our/overlap": "error", "our/inner": "error" }
}
JSON
run() {
  local output status=0
  output=$(npx --no-install "$@" a.js 2>&1) || status=$?
  echo "$* | status $status, errors: $(grep -oE "is to be [^ ]+" <<< "$output" | paste -sd, || true) | $(cat a.js)"
}
seen=$(
  for text in 'f("allow");' 'f(["deny"]);'; do
    echo "$text" > a.js
    run eslint --fix
    echo "$text" > a.js
    run oxlint --fix
    run oxlint
  done
)

recorded='eslint --fix | status 0, errors:  | f(Effect.Allow);
oxlint --fix | status 0, errors:  | f("Allow");
oxlint | status 1, errors: is to be Effect.Allow | f("Allow");
eslint --fix | status 0, errors:  | f(["Deny"]);
oxlint --fix | status 1, errors: is to be "Deny" | f(["Deny"]);
oxlint | status 0, errors:  | f(["Deny"]);'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how often oxlint and ESLint apply fixes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
