#!/usr/bin/env bash
# One would expect: a key that an object literal repeats stays in the place where it first stands, with its last value, as
#   the language says, whatever else is in the literal.
# What happens: V8 does so for a literal without a spread, and for a spread that follows; where a spread comes first, it
#   moves the repeated key to its last place. All values are evaluated in turn. QuickJS keeps the first place.
# Why it matters: the same literal gives another order of keys, and so other JSON, once somebody puts `...defaults` before
#   it: a text that is compared or hashed changes, and who reads programs may not tell the order of such keys.
# Seen: Node 20.20.2 (V8 11.3.244.8), also 24.22.3 (V8 13.6.233.17); quickjs-emscripten 0.32.0:
#   the lines under `recorded`, Node's answer before QuickJS's.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error quickjs-emscripten@0.32.0 > npm.log

cat > probe.mjs <<'JS'
import { runInNewContext } from "node:vm";
import { getQuickJS } from "quickjs-emscripten";

const quickjs = await getQuickJS();
const programs = {
  plain: "Object.keys({ a: 1, b: 2, a: 3 }).join()",
  "spread first": "Object.keys({ ...{}, a: 1, b: 2, a: 3 }).join()",
  "spread between": "Object.keys({ a: 1, b: 2, ...{}, a: 3 }).join()",
  "spread last": "Object.keys({ a: 1, b: 2, a: 3, ...{} }).join()",
  "spread has the key": "Object.keys({ ...{ a: 0 }, a: 1, b: 2, a: 3 }).join()",
  "three times": "Object.keys({ ...{}, a: 1, b: 2, a: 3, c: 4, a: 5 }).join()",
  "as JSON": "JSON.stringify({ ...{}, Action: 1, Effect: 2, Action: 3 })",
  "evaluated": "(() => { const l = []; ({ ...{}, a: l.push('1st'), b: 0, a: l.push('2nd') }); return l.join(); })()",
};
for (const [name, program] of Object.entries(programs)) {
  console.log(`${name}: ${runInNewContext(program)} / ${quickjs.evalCode(program)}`);
}
JS
seen=$(node probe.mjs)

recorded='plain: a,b / a,b
spread first: b,a / a,b
spread between: a,b / a,b
spread last: a,b / a,b
spread has the key: a,b / a,b
three times: b,c,a / a,b,c
as JSON: {"Effect":2,"Action":3} / {"Action":3,"Effect":2}
evaluated: 1st,2nd / 1st,2nd'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where the engines put a repeated key is not as recorded" >&2
  exit 1
fi
echo "as recorded"
