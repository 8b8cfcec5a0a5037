#!/usr/bin/env bash
# One would expect: `eslint/universal`, made for browsers, does in a bundle what it does in Node.js, or the build fails.
# What happens: ESLint requires the CommonJS module `esquery`, whose package also names an ES module. Vite 5 takes that for
#   `require`, too, so that `esquery.parse` is not a function. The build has no error or warning; a rule that listens to a
#   node type works, since ESLint reads such a selector without esquery, and one with a combinator throws.
# Why it matters: a page with the JSON language looks right, and the first rule with a real selector ends the run. An alias
#   to `esquery/dist/esquery.min.js` mends it.
# Seen: eslint 10.15.0, esquery 1.x, vite 5.4.21 (which VitePress 1.6.4 brings), Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --loglevel=error vite@5.4.21 eslint@10.15.0 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint/universal";

const linter = new Linter();

function answerOf(selector) {
  const rule = { create: (context) => ({ [selector]: (node) => context.report({ node, message: "seen" }) }) };
  try {
    const found = linter.verify("var a = 1;", [{ plugins: { own: { rules: { rule } } }, rules: { "own/rule": "error" } }]);
    return found.map(({ message }) => message).join();
  } catch (error) {
    return String(error).split("\n")[0];
  }
}

for (const selector of ["Identifier", "VariableDeclarator > Identifier"]) {
  console.log(`${selector}: ${answerOf(selector)}`);
}
JS
cat > vite.config.js <<'JS'
const esquery = new URL("node_modules/esquery/dist/esquery.min.js", import.meta.url).pathname;
export default ({ mode }) => ({
  logLevel: "warn",
  resolve: { alias: mode === "alias" ? { esquery } : {} },
  build: {
    target: "es2022",
    outDir: mode,
    minify: false,
    lib: { entry: "probe.js", formats: ["es"], fileName: "probe" },
    rollupOptions: { external: [/^node:/] },
  },
});
JS
seen=$(
  echo "in Node.js"
  node probe.js
  for mode in plain alias; do
    echo "bundled, $mode"
    npx vite build --mode "$mode" 2>&1
    node "$mode/probe.js"
  done
)

recorded='in Node.js
Identifier: seen
VariableDeclarator > Identifier: seen
bundled, plain
Identifier: seen
VariableDeclarator > Identifier: TypeError: esquery.parse is not a function
bundled, alias
Identifier: seen
VariableDeclarator > Identifier: seen'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what a bundle of eslint/universal does is not as recorded" >&2
  exit 1
fi
echo "as recorded"
