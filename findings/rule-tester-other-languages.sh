#!/usr/bin/env bash
# One would expect: ESLint's RuleTester makes sure for rules of all languages what it makes sure for JavaScript: that a
#   rule does not change the tree which the next rule gets, and that every edit leaves a file that can be parsed.
# What happens: it takes the copies to compare where `Program` is entered and left. In JSON and CSS there is no such
#   node, and the two copies, never taken, are equal: a rule that changes the tree passes, and in a run of ESLint the
#   rules after it see the change. In each language `suggestions: 1` or `errors: 1` applies no suggestion, so one that
#   breaks the file passes; a place after the last line or before the first column does, too.
# Why it matters: a rule for JSON that lowers or sorts names in place silences others, and its tests are green. Compare
#   `sourceCode.ast` before and after in a test of one's own, and write out what each suggestion gives.
# Seen: eslint 10.15.0, @eslint/json 2.1.1, @eslint/css 2.0.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 @eslint/json@2.1.1 @eslint/css@2.0.0 > npm.log

cat > probe.js <<'JS'
import css from "@eslint/css";
import json from "@eslint/json";
import { Linter, RuleTester } from "eslint";

const languages = {
  "js/js": ["f();", ({ body }) => (body[0].expression.callee.name = "g")],
  "json/json": ['{ "": 1 }', ({ body }) => (body.members[0].name.value = "Sid")],
  "css/css": ["a {}", ({ children }) => (children.length = 0)],
};
const roots = "Program, Document, StyleSheet";
const changing = (change) => ({
  create: (context) => ({
    [roots](node) {
      context.report({ node, message: "changed" });
      change(node);
    },
  }),
});
const suggesting = {
  meta: { hasSuggestions: true },
  create: (context) => ({
    [roots](node) {
      const fix = (fixer) => fixer.insertTextBeforeRange([0, 0], "{");
      context.report({ node, message: "opened", suggest: [{ desc: "open it", fix }] });
    },
  }),
};
const outside = {
  create: (context) => ({
    [roots]: () => context.report({ loc: { line: 99, column: -9 }, message: "outside" }),
  }),
};
let outcome;
RuleTester.describe = (name, run) => run();
RuleTester.it = (name, run) => {
  try {
    run();
    outcome = "passes";
  } catch (error) {
    outcome = error.message.split("\n")[0];
  }
};
const plugins = { css, json };
for (const [language, [code, change]] of Object.entries(languages)) {
  const config = language === "js/js" ? {} : { plugins, language };
  const test = (name, rule, errors) => {
    new RuleTester(config).run("rule", rule, { valid: [], invalid: [{ code, errors }] });
    console.log(`${language} | ${name} | ${outcome}`);
  };
  test("changes the tree", changing(change), 1);
  test("breaks the file, suggestions: 1", suggesting, [{ message: "opened", suggestions: 1 }]);
  const suggestions = [{ desc: "open it", output: `{${code}` }];
  test("breaks the file, written out", suggesting, [{ message: "opened", suggestions }]);
  test("line 99, column -9", outside, [{ message: "outside", line: 99 }]);
}
const our = { rules: { first: changing(languages["json/json"][1]) } };
for (const level of ["off", "error"]) {
  const rules = { "our/first": level, "json/no-empty-keys": "error" };
  const config = { files: ["**/*.json"], plugins: { ...plugins, our }, language: "json/json", rules };
  const messages = new Linter().verify(languages["json/json"][0], config, "a.json");
  const said = messages.map(({ message }) => message).join(", ");
  console.log(`json/json | a run with no-empty-keys and with this rule "${level}" | ${said}`);
}
JS
seen=$(node probe.js)

recorded='js/js | changes the tree | Rule should not modify AST.
js/js | breaks the file, suggestions: 1 | passes
js/js | breaks the file, written out | A fatal parsing error occurred in suggestion fix.
js/js | line 99, column -9 | passes
json/json | changes the tree | passes
json/json | breaks the file, suggestions: 1 | passes
json/json | breaks the file, written out | A fatal parsing error occurred in suggestion fix.
json/json | line 99, column -9 | passes
css/css | changes the tree | passes
css/css | breaks the file, suggestions: 1 | passes
css/css | breaks the file, written out | A fatal parsing error occurred in suggestion fix.
css/css | line 99, column -9 | passes
json/json | a run with no-empty-keys and with this rule "off" | Empty key found.
json/json | a run with no-empty-keys and with this rule "error" | changed'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what RuleTester lets pass in other languages is not as recorded" >&2
  exit 1
fi
echo "as recorded"
