#!/usr/bin/env bash
# One would expect: TypeScript, which has error messages of its own for JSON modules, refuses what Node.js refuses to
#   load, or leaves the text to others altogether.
# What happens: it reads a `.json` file by the grammar of JavaScript and refuses little of it: single quotes, names
#   without quotes, values such as templates. Comments, trailing commas, repeated keys, `0x10`, `1_000`, `\x3a` and
#   lines that go on after a backslash pass without a word, and the file is copied to `outDir` for Node.js to fail on;
#   TypeScript 7 takes the separators out of the numbers in that copy, 6 leaves them in. Of a repeated key the last
#   value makes the type, and so with Node.js.
# Why it matters: `tsc` in CI is no check of the policies a program imports. A linter of the JSON files has to be strict
#   itself; and one that reads comments in them because "TypeScript takes it" passes files that cannot be loaded.
# Seen: typescript 6.0.3 and 7.0.2, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  typescript-6@npm:typescript@6.0.3 typescript-7@npm:typescript@7.0.2 > npm.log

cat > probe.js <<'JS'
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const texts = {
  comment: '{ "Effect": "Allow" /* for now */ }',
  comma: '{ "Action": ["ims:images:list",], }',
  repeated: '{ "Effect": "Allow", "Effect": 1 }',
  hexadecimal: '{ "Version": 0x10 }',
  separator: '{ "Version": 1_000 }',
  escape: '{ "Action": "ims\\x3aimages\\x3alist" }',
  continued: '{ "Action": "ims:\\\nimages:list" }',
  quotes: "{ 'Effect': 'Allow' }",
  name: '{ Effect: "Allow" }',
  template: '{ "Effect": `Allow` }',
};
const names = Object.keys(texts);
for (const name of names) fs.writeFileSync(`${name}.json`, texts[name]);
const imported = (name) => `import ${name} from "./${name}.json" with { type: "json" };\n`;
fs.writeFileSync("all.ts", `${names.map(imported).join("")}export default [${names}];\n`);
fs.writeFileSync("typed.ts", `${imported("repeated")}export const effect: "typed" = repeated.Effect;\n`);

const options = "--module nodenext --strict --pretty false --ignoreConfig --rootDir .".split(" ");
const tsc = (version, file) => {
  const bin = `node_modules/typescript-${version}/bin/tsc`;
  return spawnSync(process.execPath, [bin, ...options, "--outDir", `out-${version}`, file]).stdout.toString();
};
const said = { 6: tsc(6, "all.ts"), 7: tsc(7, "all.ts") };
for (const name of names) {
  const refusal = new RegExp(`^${name}\\.json.*(TS\\d+)`, "m");
  const by = [6, 7].map((version) => said[version].match(refusal)?.[1] ?? "accepts");
  const node = await import(`./${name}.json`, { with: { type: "json" } }).then(
    (module) => JSON.stringify(module.default),
    (error) => error.name,
  );
  console.log(`${name} | TypeScript 6: ${by[0]} | TypeScript 7: ${by[1]} | Node.js: ${node}`);
}
for (const version of [6, 7]) {
  console.log(`type of repeated, TypeScript ${version} | ${tsc(version, "typed.ts").match(/Type '(\w+)'/)[1]}`);
  const copy = (name) => fs.readFileSync(`out-${version}/${name}.json`, "utf8").trim();
  console.log(`copies, TypeScript ${version} | ${["comment", "hexadecimal", "separator"].map(copy).join(" | ")}`);
}
JS
seen=$(NODE_NO_WARNINGS=1 node probe.js)

recorded='comment | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
comma | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
repeated | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: {"Effect":1}
hexadecimal | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
separator | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
escape | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
continued | TypeScript 6: accepts | TypeScript 7: accepts | Node.js: SyntaxError
quotes | TypeScript 6: TS1327 | TypeScript 7: TS1327 | Node.js: SyntaxError
name | TypeScript 6: TS1327 | TypeScript 7: TS1327 | Node.js: SyntaxError
template | TypeScript 6: TS1328 | TypeScript 7: TS1328 | Node.js: SyntaxError
type of repeated, TypeScript 6 | number
copies, TypeScript 6 | { "Effect": "Allow" /* for now */ } | { "Version": 0x10 } | { "Version": 1_000 }
type of repeated, TypeScript 7 | number
copies, TypeScript 7 | { "Effect": "Allow" /* for now */ } | { "Version": 0x10 } | { "Version": 1000 }'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what TypeScript accepts as a JSON module is not as recorded" >&2
  exit 1
fi
echo "as recorded"
