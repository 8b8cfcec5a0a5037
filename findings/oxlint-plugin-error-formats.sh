#!/usr/bin/env bash
# One would expect: when a rule of a JavaScript plugin throws, oxlint names the error in every output format, and the
#   other rules' findings stay.
# What happens: the formats default, stylish, json, sarif and agent tell what was thrown. unix, github, gitlab, junit
#   and checkstyle write a finding with an empty message at line 0, in three of them as a warning, though the rule is
#   set to "error" and the status is 1. In all formats the findings that the plugin's
#   other rules have reported before, in the same file, are gone.
# Why it matters: a pull request check that runs a plugin under oxlint with `--format github` fails with an annotation
#   that says nothing at all. To see why, run it again with the default format; and a plugin had better not throw.
# Seen: oxlint 1.94.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error oxlint@1.94.0 > npm.log

cat > plugin.js <<'JS'
const broken = {
  create: () => ({
    Literal: () => {
      throw new Error("thrown by a rule");
    },
  }),
};
const sound = {
  create: (context) => ({ Program: (node) => context.report({ node, message: "a sound finding" }) }),
};
export default { meta: { name: "our" }, rules: { broken, sound } };
JS
cat > .oxlintrc.json <<'JSON'
{
  "jsPlugins": ["./plugin.js"],
  "categories": { "correctness": "off" },
  "rules": { "our/broken": "error", "our/sound": "error" }
}
JSON
echo "export const a = 1;" > a.js
seen=""
for format in default stylish json sarif agent unix github gitlab junit checkstyle; do
  status=0
  npx --no-install oxlint --format "$format" a.js > output 2>&1 || status=$?
  thrown=$(grep -q "thrown by a rule" output && echo yes || echo no)
  sound=$(grep -q "a sound finding" output && echo yes || echo no)
  seen+="$format: status $status, error named: $thrown, other finding: $sound"
  case $format in
    unix | github) seen+=" | $(grep "a\.js" output | sed 's/ *$//')" ;;
    checkstyle) seen+=" | $(grep -o "<error.*/>" output | sed 's/<.file.*//')" ;;
  esac
  seen+=$'\n'
done
seen=${seen%$'\n'}

recorded='default: status 1, error named: yes, other finding: no
stylish: status 1, error named: yes, other finding: no
json: status 1, error named: yes, other finding: no
sarif: status 1, error named: yes, other finding: no
agent: status 1, error named: yes, other finding: no
unix: status 1, error named: no, other finding: no | a.js:0:0:  [Warning]
github: status 1, error named: no, other finding: no | ::warning file=a.js,line=0,endLine=0,col=0,endColumn=0,title=oxlint::a.js:0:0:
gitlab: status 1, error named: no, other finding: no
junit: status 1, error named: no, other finding: no
checkstyle: status 1, error named: no, other finding: no | <error line="0" column="0" severity="warning" message="" source="" />'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how oxlint reports a rule that throws is not as recorded" >&2
  exit 1
fi
echo "as recorded"
