#!/usr/bin/env bash
# One would expect: the selectors of a `deno lint` plugin, written as ESLint's are, find the same nodes.
# What happens: `:not(X)` also leaves out nodes that have an X anywhere inside, and leaves out nothing where X has a
#   combinator; the `>` in `:has(> X)` is ignored; `A > .field` finds nothing, `A.field` finds the child instead; a
#   number in a path, as in `arguments.0.value`, and `!=` for what a node lacks never match; `[value]` finds null.
#   Only `:nth-last-child` and classes such as `:function` are refused.
# Why it matters: a rule that works with ESLint is silent or reports other code here, without an error. What decides
#   belongs into the function of the rule, and its selector is a type with plain attributes.
# Seen: deno 2.9.6, eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export DENO_DIR="$dir/deno" DENO_NO_UPDATE_CHECK=1
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error deno@2.9.6 eslint@10.15.0 > npm.log

cat > a.js <<'JS'
allow("ims:*:get", all);
deny(list(1));
role = { Effect: allow(), "Action": null };
JS
echo '{ "lint": { "plugins": ["./plugin.js"], "rules": { "tags": [] } } }' > deno.json
cat > probe.js <<'JS'
import fs from "node:fs";
import { spawnSync } from "node:child_process";
import { Linter } from "eslint";

const text = fs.readFileSync("a.js", "utf8");
const ruleFor = (selector) => `{
  create: (context) => ({
    ${JSON.stringify(selector)}: (node) => context.report({ node, message: context.sourceCode.getText(node) }),
  }),
}`;
const tools = {
  eslint: async (selector) => {
    fs.writeFileSync("plugin.js", `export default { name: "our", rules: { rule: ${ruleFor(selector)} } };`);
    const { default: our } = await import(`./plugin.js?${selector}`);
    return new Linter().verify(text, { plugins: { our }, rules: { "our/rule": "error" } });
  },
  deno: () => {
    const { stdout } = spawnSync("node_modules/.bin/deno", ["lint", "--json", "a.js"], { encoding: "utf8" });
    const { diagnostics, errors } = JSON.parse(stdout);
    return errors.length > 0 ? [{ message: "an error" }] : diagnostics;
  },
};
const selectors = [
  "CallExpression:not(Literal)",
  "CallExpression > Identifier:not(CallExpression > .callee)",
  "CallExpression:has(> Literal)",
  "Property > .value",
  "Property.value",
  "CallExpression[arguments.0.value='ims:*:get']",
  "Property[key.name!='Effect']",
  "Literal[value]",
  "Property:nth-last-child(1)",
];
for (const selector of selectors) {
  for (const [tool, lint] of Object.entries(tools)) {
    const found = (await lint(selector)).map(({ message }) => message);
    console.log(`${selector} | ${tool} | ${found.join(" / ") || "nothing"}`);
  }
}
JS
seen=$(node probe.js | tr "'" '"')

recorded='CallExpression:not(Literal) | eslint | allow("ims:*:get", all) / deny(list(1)) / list(1) / allow()
CallExpression:not(Literal) | deno | allow()
CallExpression > Identifier:not(CallExpression > .callee) | eslint | all
CallExpression > Identifier:not(CallExpression > .callee) | deno | allow / all / deny / list / allow
CallExpression:has(> Literal) | eslint | allow("ims:*:get", all) / list(1)
CallExpression:has(> Literal) | deno | allow("ims:*:get", all) / deny(list(1)) / list(1)
Property > .value | eslint | allow() / null
Property > .value | deno | nothing
Property.value | eslint | nothing
Property.value | deno | allow() / null
CallExpression[arguments.0.value="ims:*:get"] | eslint | allow("ims:*:get", all)
CallExpression[arguments.0.value="ims:*:get"] | deno | nothing
Property[key.name!="Effect"] | eslint | "Action": null
Property[key.name!="Effect"] | deno | nothing
Literal[value] | eslint | "ims:*:get" / 1 / "Action"
Literal[value] | deno | "ims:*:get" / 1 / "Action" / null
Property:nth-last-child(1) | eslint | "Action": null
Property:nth-last-child(1) | deno | an error'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which nodes selectors find in deno lint is not as recorded" >&2
  exit 1
fi
echo "as recorded"
