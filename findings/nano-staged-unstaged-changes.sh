#!/usr/bin/env bash
# One would expect: nano-staged, which stands in for lint-staged in hooks, leaves the working tree as it was where what
#   `eslint --fix` did to a staged file and a change that is not staged do not go together.
# What happens: lint-staged 16 takes everything back and ends with status 1. nano-staged ends with status 1 too, but the
#   file is unmerged in the index and has conflict markers in the tree. A staged file that was deleted afterwards is
#   there again, with the fix, and no longer deleted. Where the two changes are in different lines, both tools keep
#   them apart, even in neighbouring ones.
# Why it matters: policies are short files of many like lines, and staging a part of one is common in reviews. Who
#   advises a hook with `--fix` should know which one takes its work back; a linter meets the conflict markers in the
#   next run as a parsing error, and the report of that says nothing of the hook.
# Seen: nano-staged 0.9.0, lint-staged 16.4.0, eslint 10.15.0, @eslint/json 2.1.1, git 2.39, Node 20.20.2: the lines
#   under `recorded`: status, `git status --short`, what is in the index, and the text in the tree.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  nano-staged@0.9.0 lint-staged@16.4.0 eslint@10.15.0 @eslint/json@2.1.1 > npm.log

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q
git config user.name example
git config user.email example@example.org
echo '{ "*.json": "eslint --fix" }' > .lintstagedrc.json
cp .lintstagedrc.json .nano-staged.json
cat > eslint.config.js <<'JS'
import json from "@eslint/json";

const create = (context) => ({
  String(node) {
    if (node.value === "allow") {
      context.report({ node, message: "spelling", fix: (fixer) => fixer.replaceText(node, '"Allow"') });
    }
  },
});
const rules = { spelling: { meta: { fixable: "code" }, create } };
export default [
  {
    files: ["role.json"],
    plugins: { json, policy: { rules } },
    language: "json/json",
    rules: { "policy/spelling": "error" },
  },
];
JS
printf 'node_modules\n*.log\n' > .gitignore
printf '%s\n' '[' '"Deny",' '"a",' '"b"' ']' > role.json
git add .
git commit -qm "The role"

next_line() { sed -i.log 's/"a"/"c"/' role.json; }
same_line() { sed -i.log 's/"allow"/"deny"/' role.json; }
deleted() { rm role.json; }
seen=$(
  for tool in lint-staged nano-staged; do
    for change in next_line same_line deleted; do
      git reset -q --hard
      git clean -qf
      sed -i.log 's/"Deny"/"allow"/' role.json
      git add role.json
      "$change"
      status=0
      "node_modules/.bin/$tool" > tool.log 2>&1 || status=$?
      index=$(git show :role.json 2> git.log | tr -d '\n') || true
      tree=$(cat role.json 2> tree.log | tr -d '\n') || true
      echo "$tool | $change | $status, $(git status --short) | ${index:-nothing} | ${tree:-nothing}"
    done
  done
)

recorded='lint-staged | next_line | 0, MM role.json | ["Allow","a","b"] | ["Allow","c","b"]
lint-staged | same_line | 1, MM role.json | ["allow","a","b"] | ["deny","a","b"]
lint-staged | deleted | 1, MD role.json | ["allow","a","b"] | nothing
nano-staged | next_line | 0, MM role.json | ["Allow","a","b"] | ["Allow","c","b"]
nano-staged | same_line | 1, UU role.json | nothing | [<<<<<<< ours"Allow",======="deny",>>>>>>> theirs"a","b"]
nano-staged | deleted | 1, M  role.json | ["Allow","a","b"] | ["Allow","a","b"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what nano-staged leaves of changes that are not staged is not as recorded" >&2
  exit 1
fi
echo "as recorded"
