#!/usr/bin/env bash
# One would expect: suggestions of a rule are for a person to choose from, as in ESLint, where no option of the command
#   line applies them; a mode that applies them would leave those alone that offer more than one.
# What happens: `oxlint --fix-suggestions` takes the first suggestion of each report, whatever others there are, and
#   then counts the problem as solved. The first is just the one the rule named first: of "remove it" and "spell it so"
#   the statement may be removed. `--fix-dangerously` does the same; with `--fix` alone none is applied. A report with a
#   fix and a suggestion gets its fix.
# Why it matters: the order of suggestions in a rule decides what a command does to a code base. Put the one first that
#   does least harm, and offer none that widens what a policy allows.
# Seen: oxlint 1.94.0 and eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error oxlint@1.94.0 eslint@10.15.0 > npm.log

cat > plugin.js <<'JS'
const suggesting = (order, fixed) => ({
  meta: { fixable: "code", hasSuggestions: true },
  create: (context) => ({
    Literal(node) {
      if (node.value !== order[0]) return;
      const replace = (text) => (fixer) => fixer.replaceText(node, JSON.stringify(text));
      const suggest = order.slice(1).map((text) => ({ desc: `make it ${text}`, fix: replace(text) }));
      context.report({ node, message: "no action", suggest, fix: fixed && replace(fixed) });
    },
  }),
});
const rules = {
  wide: suggesting(["ims:lst", "ims:*:*", "ims:images:list"]),
  narrow: suggesting(["ims:gt", "ims:images:get", "ims:*:*"]),
  fixed: suggesting(["ims:Images:list", "ims:*:*"], "ims:images:list"),
};
export default { meta: { name: "our" }, rules };
JS
cat > eslint.config.js <<'JS'
import our from "./plugin.js";
export default [{ plugins: { our }, rules: { "our/wide": "error", "our/narrow": "error", "our/fixed": "error" } }];
JS
cat > .oxlintrc.json <<'JSON'
{
  "jsPlugins": ["./plugin.js"],
  "categories": { "correctness": "off" },
  "rules": { "our/wide": "error", "our/narrow": "error", "our/fixed": "error" }
}
JSON
run() {
  local output status=0
  echo 'f("ims:lst", "ims:gt", "ims:Images:list");' > a.js
  output=$(npx --no-install "$@" a.js 2>&1) || status=$?
  echo "$* | status $status, reports: $(grep -c "no action" <<< "$output" || true) | $(cat a.js)"
}
seen=$(
  run eslint --fix
  run oxlint --fix
  run oxlint --fix-suggestions
  run oxlint --fix-dangerously
)

recorded='eslint --fix | status 1, reports: 2 | f("ims:lst", "ims:gt", "ims:images:list");
oxlint --fix | status 1, reports: 2 | f("ims:lst", "ims:gt", "ims:images:list");
oxlint --fix-suggestions | status 0, reports: 0 | f("ims:*:*", "ims:images:get", "ims:images:list");
oxlint --fix-dangerously | status 0, reports: 0 | f("ims:*:*", "ims:images:get", "ims:images:list");'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which suggestions oxlint applies is not as recorded" >&2
  exit 1
fi
echo "as recorded"
