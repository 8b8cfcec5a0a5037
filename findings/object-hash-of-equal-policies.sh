#!/usr/bin/env bash
# One would expect: a hash of a value depends on what is in it, so that a policy and what is read back from its JSON
#   text, or two policies that are deeply equal, have one hash.
# What happens: object-hash makes another hash where one list or object is used twice than where two equal ones are,
#   since it replaces the second use by a mark for circular values, with the number of the first. `unorderedArrays`
#   changes this for the entries of one list only. ohash does not, but both make another hash for an object with a
#   member that is undefined, and both look at the name of an object's class, ohash even where it takes the contents
#   from `toJSON`. The `diff` of ohash does not know `toJSON`: it lists a difference of values that ohash calls equal,
#   and none of dates, or of objects of two classes, that it calls different.
# Why it matters: lists of actions are constants that several statements use. The hash of such a policy differs from
#   the one of the stored document, which is then written again on every run, and changes when a constant is written
#   out. Hash the canonical JSON text instead of the value.
# Seen: object-hash 3.0.0, ohash 2.0.12, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  object-hash@3.0.0 ohash@2.0.12 > npm.log

cat > probe.js <<'JS'
import { isDeepStrictEqual } from "node:util";
import objectHash from "object-hash";
import { hash } from "ohash";
import { diff, isEqual } from "ohash/utils";

class Statement {
  constructor(sid) {
    this.sid = sid;
  }
  toJSON() {
    return { Effect: "Deny" };
  }
}
class Other extends Statement {}
const actions = ["a", "b"];
const bucket = { name: "x" };
const written = { Allow: ["a", "b"], Deny: ["a", "b"] };
const pairs = {
  "a list used twice, its JSON": [{ Allow: actions, Deny: actions }, written],
  "an object used twice, its JSON": [[bucket, bucket], [{ name: "x" }, { name: "x" }]],
  "a list used twice, in another place": [{ a: actions, b: 1, c: actions }, { a: actions, b: 1, c: [...actions] }],
  "keys in another order": [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  "a member that is undefined, its JSON": [{ a: 1, b: undefined }, { a: 1 }],
  "an object of a class, its JSON": [new Statement("1"), { Effect: "Deny" }],
  "objects of two classes": [new Statement("1"), new Other("1")],
  "a class, equal JSON": [new Statement("1"), new Statement("2")],
  "two dates": [{ at: new Date(0) }, { at: new Date(1) }],
};
for (const [name, [one, two]] of Object.entries(pairs)) {
  const unordered = { unorderedArrays: true };
  const json = JSON.stringify(sorted(one)) === JSON.stringify(sorted(two));
  console.log(
    [
      name,
      `same JSON ${json}, deeply equal ${isDeepStrictEqual(one, two)}`,
      `object-hash ${objectHash(one) === objectHash(two)}`,
      `unordered ${objectHash(one, unordered) === objectHash(two, unordered)}`,
      `ohash ${hash(one) === hash(two)}, isEqual ${isEqual(one, two)}, diff ${diff(one, two).length}`,
    ].join(" | "),
  );
}
function sorted(value) {
  const plain = JSON.parse(JSON.stringify(value));
  return Array.isArray(plain) ? plain : Object.entries(plain).sort();
}
JS
seen=$(node probe.js)

recorded='a list used twice, its JSON | same JSON true, deeply equal true | object-hash false | unordered false | ohash true, isEqual true, diff 0
an object used twice, its JSON | same JSON true, deeply equal true | object-hash false | unordered true | ohash true, isEqual true, diff 0
a list used twice, in another place | same JSON true, deeply equal true | object-hash false | unordered false | ohash true, isEqual true, diff 0
keys in another order | same JSON true, deeply equal true | object-hash true | unordered true | ohash true, isEqual true, diff 0
a member that is undefined, its JSON | same JSON true, deeply equal false | object-hash false | unordered false | ohash false, isEqual false, diff 1
an object of a class, its JSON | same JSON true, deeply equal false | object-hash false | unordered false | ohash false, isEqual false, diff 2
objects of two classes | same JSON true, deeply equal false | object-hash false | unordered false | ohash false, isEqual false, diff 0
a class, equal JSON | same JSON true, deeply equal false | object-hash false | unordered false | ohash true, isEqual true, diff 1
two dates | same JSON false, deeply equal false | object-hash false | unordered false | ohash false, isEqual false, diff 0'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which values have one hash is not as recorded" >&2
  exit 1
fi
echo "as recorded"
