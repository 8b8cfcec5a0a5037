#!/usr/bin/env bash
# One would expect: a plugin of `deno lint`, whose interface is modelled on ESLint's, gets the syntax tree that
#   @typescript-eslint/parser makes: what has the same name is the same piece of text.
# What happens: many ranges differ. A spread in an array or object is its three dots without what is spread, a function
#   of a method begins at its name, the body of a class is the whole class, `const` in `as const` is the whole
#   expression, and a name taken from an object is the whole pattern. The texts of a template are at `raw` and `cooked`,
#   there is no `value`; a parameter property has no `accessibility`; `a?.b?.c` has a second ChainExpression.
# Why it matters: a fix that replaces `...common` in a list of actions writes before `common`, which can give a program
#   again, but another one. A rule for both tools takes its places from the children of such nodes.
# Seen: deno 2.9.6, eslint 10.15.0, @typescript-eslint/parser 8.74.0, typescript 6.0.3, Node 20.20.2: the lines under
#   `recorded`, which are the nodes that only one of the two has.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export DENO_DIR="$dir/deno" DENO_NO_UPDATE_CHECK=1
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  deno@2.9.6 eslint@10.15.0 @typescript-eslint/parser@8.74.0 typescript@6.0.3 > npm.log

cat > plugin.js <<'JS'
const selector =
  "SpreadElement, TemplateElement, FunctionExpression, ClassBody, TSTypeReference, Property, ChainExpression";
export default {
  name: "our",
  rules: {
    trees: {
      meta: { fixable: "code" },
      create: (context) => {
        const report = (node, message, fix) => context.report({ node, message: `${node.type} | ${message}`, fix });
        return {
          [selector]: (node) => report(node, context.sourceCode.getText(node)),
          "TemplateElement[tail=true]:exit": (node) =>
            report(node, `value ${typeof node.value}, raw ${typeof node.raw}`),
          "TSParameterProperty:exit": (node) => report(node, `accessibility ${node.accessibility}`),
          "SpreadElement[argument.name='common']:exit": (node) =>
            report(node, "reads too little", (fixer) => fixer.replaceText(node, "...reading")),
        };
      },
    },
  },
};
JS
echo '{ "lint": { "plugins": ["./plugin.js"], "rules": { "tags": [] } } }' > deno.json
cat > probe.js <<'JS'
import fs from "node:fs";
import { spawnSync } from "node:child_process";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import our from "./plugin.js";

const rules = { "our/trees": "error" };
const config = { files: ["**/*.ts"], plugins: { our }, languageOptions: { parser }, rules };
const deno = (...options) => spawnSync("node_modules/.bin/deno", ["lint", ...options, "a.ts"], { encoding: "utf8" });
const tools = {
  eslint: (text) => new Linter().verify(text, config, "a.ts"),
  deno: () => JSON.parse(deno("--json").stdout).diagnostics,
};
const fixed = {
  eslint: (text) => new Linter().verifyAndFix(text, config, "a.ts").output,
  deno: () => (deno("--fix"), fs.readFileSync("a.ts", "utf8")),
};
const texts = [
  "x = { ...common, Effect };",
  "const { Effect } = statement;",
  "x = `ims:${type}:get`;",
  "class Role { list(all) {} }",
  "class Role { constructor(private name) {} }",
  "x = y as const;",
  "x = a?.b?.c;",
];
for (const text of texts) {
  fs.writeFileSync("a.ts", text);
  console.log(text);
  const [inEslint, inDeno] = Object.values(tools).map((run) => run(text).map(({ message }) => message).sort());
  for (const message of inEslint) if (!inDeno.includes(message)) console.log(`  eslint | ${message}`);
  for (const message of inDeno) if (!inEslint.includes(message)) console.log(`  deno | ${message}`);
}
const list = 'x = [...common, "ims:*:list"];';
for (const [tool, fix] of Object.entries(fixed)) {
  fs.writeFileSync("a.ts", list);
  console.log(`fix of ${list} | ${tool} | ${fix(list)}`);
}
JS
seen=$(node probe.js)

recorded='x = { ...common, Effect };
  eslint | SpreadElement | ...common
  deno | SpreadElement | ...
const { Effect } = statement;
  eslint | Property | Effect
  deno | Property | { Effect }
x = `ims:${type}:get`;
  eslint | TemplateElement | `ims:${
  eslint | TemplateElement | value object, raw undefined
  eslint | TemplateElement | }:get`
  deno | TemplateElement | :get
  deno | TemplateElement | ims:
  deno | TemplateElement | value undefined, raw string
class Role { list(all) {} }
  eslint | ClassBody | { list(all) {} }
  eslint | FunctionExpression | (all) {}
  deno | ClassBody | class Role { list(all) {} }
  deno | FunctionExpression | list(all) {}
class Role { constructor(private name) {} }
  eslint | ClassBody | { constructor(private name) {} }
  eslint | FunctionExpression | (private name) {}
  eslint | TSParameterProperty | accessibility private
  deno | ClassBody | class Role { constructor(private name) {} }
  deno | FunctionExpression | constructor(private name) {}
  deno | TSParameterProperty | accessibility undefined
x = y as const;
  eslint | TSTypeReference | const
  deno | TSTypeReference | y as const
x = a?.b?.c;
  deno | ChainExpression | a?.b
fix of x = [...common, "ims:*:list"]; | eslint | x = [...reading, "ims:*:list"];
fix of x = [...common, "ims:*:list"]; | deno | x = [...readingcommon, "ims:*:list"];'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which texts the nodes of deno lint stand for is not as recorded" >&2
  exit 1
fi
echo "as recorded"
