#!/usr/bin/env bash
# One would expect: a library that resolves `exports` of package.json gives what Node.js gives. Where a condition holds
#   and none of those nested in it does, Node.js goes on to the next; a `null` there ends the search; and `*` stands for
#   at least one character.
# What happens: resolve-pkg-maps and resolve.exports do not go on. To them such a package exports nothing, though both
#   Node.js and enhanced-resolve find its `default`. oxc-resolver goes on, even past a `null`, and lets `*` stand for
#   nothing, so that it finds files which the package has closed off.
# Why it matters: `{ "node": { "deno": ... }, "default": ... }` is what generated manifests look like. Who uses one of the
#   first two has to ask again with fewer conditions; who uses the third may read what cannot be imported.
# Seen: resolve-pkg-maps 1.0.0, resolve.exports 2.0.3, enhanced-resolve 5.27.0, oxc-resolver 11.24.2, Node 20.20.2: the
#   lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  resolve-pkg-maps@1.0.0 resolve.exports@2.0.3 enhanced-resolve@5.27.0 oxc-resolver@11.24.2 > npm.log

cat > probe.js <<'JS'
import fs from "node:fs";
import path from "node:path";
import enhancedResolve from "enhanced-resolve";
import { ResolverFactory } from "oxc-resolver";
import { exports as resolveDotExports } from "resolve.exports";
import { resolveExports } from "resolve-pkg-maps";

const folder = path.resolve();
const conditionNames = ["node", "import"];
const resolvers = {
  "Node.js": (name, subpath) => import.meta.resolve(name + subpath),
  "enhanced-resolve": (name, subpath) =>
    enhancedResolve.ResolverFactory.createResolver({ conditionNames, fileSystem: fs, useSyncFileSystemCalls: true })
      .resolveSync({}, folder, name + subpath),
  "oxc-resolver": (name, subpath) => new ResolverFactory({ conditionNames }).sync(folder, name + subpath).path,
  "resolve-pkg-maps": (name, subpath, exports) => resolveExports(exports, subpath.slice(1), conditionNames)[0],
  "resolve.exports": (name, subpath, exports) => resolveDotExports({ name, exports }, `.${subpath}`)[0],
};
const packages = {
  nested: ["", { node: { deno: "./deno.js" }, default: "./default.js" }],
  closed: ["", { node: null, default: "./default.js" }],
  pattern: ["/a", { "./a*": "./default*.js" }],
};
for (const [name, [subpath, exports]] of Object.entries(packages)) {
  fs.mkdirSync(`node_modules/${name}`);
  fs.writeFileSync(`node_modules/${name}/default.js`, "");
  fs.writeFileSync(`node_modules/${name}/package.json`, JSON.stringify({ name, exports }));
  for (const [resolver, resolve] of Object.entries(resolvers)) {
    let found;
    try {
      found = resolve(name, subpath, exports);
    } catch {
      // Not exported.
    }
    console.log(`${name} | ${resolver} | ${found === undefined ? "-" : path.basename(found)}`);
  }
}
JS
seen=$(node probe.js)

recorded='nested | Node.js | default.js
nested | enhanced-resolve | default.js
nested | oxc-resolver | default.js
nested | resolve-pkg-maps | -
nested | resolve.exports | -
closed | Node.js | -
closed | enhanced-resolve | -
closed | oxc-resolver | default.js
closed | resolve-pkg-maps | -
closed | resolve.exports | -
pattern | Node.js | -
pattern | enhanced-resolve | -
pattern | oxc-resolver | default.js
pattern | resolve-pkg-maps | -
pattern | resolve.exports | -'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what resolvers make of nested and closed conditions is not as recorded" >&2
  exit 1
fi
echo "as recorded"
