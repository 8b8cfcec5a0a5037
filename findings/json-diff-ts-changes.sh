#!/usr/bin/env bash
# One would expect: a difference names all that changed, and its atomic changes, put together again and applied, give
#   the new value; what cannot be found by a key is compared by its place, or refused.
# What happens: where statements are matched by `Sid`, the last of those without one stands for all of them: that
#   another one has changed, or is gone, is no difference. Matched by `$value`, a repeated action that is taken out is
#   none either. Applied directly, a difference gives the new value, but not by way of `atomizeChangeset` and
#   `unatomizeChangeset`: of two entries that a list loses one stays, and what changed below a key with a dot is
#   written to a new key at the top of the document, or throws in a list.
# Why it matters: `Sid` is optional, and keys of conditions may have dots. A review that lists changes of policies by
#   `Sid` misses the ones without; a change that is stored as paths leaves an action granted that was taken away.
#   Apply, and compare with the new value.
# Seen: json-diff-ts 4.10.4, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error json-diff-ts@4.10.4 > npm.log

cat > probe.js <<'JS'
import { applyChangeset, atomizeChangeset, diff, unatomizeChangeset } from "json-diff-ts";

const applied = (value, changes) => {
  try {
    return JSON.stringify(applyChangeset(structuredClone(value), changes()));
  } catch (error) {
    return `throws ${error.message}`;
  }
};
const compare = (name, before, after, embeddedObjKeys) => {
  const changes = diff(before, after, { embeddedObjKeys });
  const atoms = atomizeChangeset(changes);
  console.log(`-- ${name}: ${atoms.map(({ type, path }) => `${type} ${path}`).join(", ") || "no difference"}`);
  console.log(`   applied ${applied(before, () => changes)}`);
  console.log(`   by atoms ${applied(before, () => unatomizeChangeset(atoms))}`);
};
const bySid = { Statement: "Sid" };
const [a, b, c] = ["a", "b", "c"].map((action) => ({ Action: action }));
const named = { Sid: "1", ...a };
compare("by Sid, one changed", { Statement: [named] }, { Statement: [{ ...named, ...b }] }, bySid);
compare("by Sid, one without changed", { Statement: [named, a, b] }, { Statement: [named, c, b] }, bySid);
compare("by Sid, one without gone", { Statement: [named, a, b] }, { Statement: [named, b] }, bySid);
compare("by value, one gone", { Action: ["a", "b"] }, { Action: ["a"] }, { Action: "$value" });
compare("by value, a repeated one gone", { Action: ["a", "a"] }, { Action: ["a"] }, { Action: "$value" });
compare("the last gone", { Action: ["a", "b", "c"] }, { Action: ["a", "b"] });
compare("the first two gone", { Action: ["a", "b", "c"] }, { Action: ["c"] });
compare("a key", { Equals: { "g:x": "a" } }, { Equals: { "g:x": "b" } });
compare("a key with a dot", { Equals: { "g:x.y": "a" } }, { Equals: { "g:x.y": "b" } });
compare("a list below a key with a dot", { Equals: { "g:x.y": ["a"] } }, { Equals: { "g:x.y": ["b"] } });
JS
seen=$(node probe.js)

recorded='-- by Sid, one changed: UPDATE $.Statement[?(@.Sid=='\''1'\'')].Action
   applied {"Statement":[{"Sid":"1","Action":"b"}]}
   by atoms {"Statement":[{"Sid":"1","Action":"b"}]}
-- by Sid, one without changed: no difference
   applied {"Statement":[{"Sid":"1","Action":"a"},{"Action":"a"},{"Action":"b"}]}
   by atoms {"Statement":[{"Sid":"1","Action":"a"},{"Action":"a"},{"Action":"b"}]}
-- by Sid, one without gone: no difference
   applied {"Statement":[{"Sid":"1","Action":"a"},{"Action":"a"},{"Action":"b"}]}
   by atoms {"Statement":[{"Sid":"1","Action":"a"},{"Action":"a"},{"Action":"b"}]}
-- by value, one gone: REMOVE $.Action[?(@=='\''b'\'')]
   applied {"Action":["a"]}
   by atoms {"Action":["a"]}
-- by value, a repeated one gone: no difference
   applied {"Action":["a","a"]}
   by atoms {"Action":["a","a"]}
-- the last gone: REMOVE $.Action[2]
   applied {"Action":["a","b"]}
   by atoms {"Action":["a","b"]}
-- the first two gone: UPDATE $.Action[0], REMOVE $.Action[1], REMOVE $.Action[2]
   applied {"Action":["c"]}
   by atoms {"Action":["c","c"]}
-- a key: UPDATE $.Equals.g:x
   applied {"Equals":{"g:x":"b"}}
   by atoms {"Equals":{"g:x":"b"}}
-- a key with a dot: UPDATE $.Equals[g:x.y]
   applied {"Equals":{"g:x.y":"b"}}
   by atoms {"Equals":{"g:x.y":"a"},"Equals[g:x.y]":"b"}
-- a list below a key with a dot: UPDATE $.Equals[g:x.y][0]
   applied {"Equals":{"g:x.y":["b"]}}
   by atoms throws Cannot set properties of undefined (setting '\''0'\'')'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what json-diff-ts finds and applies is not as recorded" >&2
  exit 1
fi
echo "as recorded"
