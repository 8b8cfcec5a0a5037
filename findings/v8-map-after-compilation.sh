#!/usr/bin/env bash
# One would expect: what `list.map(f)` makes is a list of the same kind to V8 throughout a run: packed, as no element is missing.
# What happens: it is packed as long as the function that calls `map` is interpreted, and of the kind with holes once that
#   function is compiled by the optimizing compiler. A list that `push` fills, `Array.from` and `filter` stay packed.
# Why it matters: compiled code that reads the lists has met one kind only; at the other it is thrown away ("wrong map" in
#   --trace-deopt), is interpreted, and is compiled again. In a run of a second, that is time without a return: a list that
#   hot code reads had better be pushed to.
# Seen: Node 20.20.2 (V8 11.3.244.8) and 24.22.3 (V8 13.6.233.17): the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > probe.mjs <<'JS'
const ways = {
  map: (list) => list.map((text) => ({ text })),
  push: (list) => {
    const made = [];
    for (const text of list) {
      made.push({ text });
    }
    return made;
  },
  "Array.from": (list) => Array.from(list, (text) => ({ text })),
  filter: (list) => list.filter(() => true),
};
const list = ["a", "b", "c"];
const kindOf = (made) => (%HasHoleyElements(made) ? "holes" : "packed");
for (const [name, make] of Object.entries(ways)) {
  const interpreted = kindOf(make(list));
  %PrepareFunctionForOptimization(make);
  make(list);
  %OptimizeFunctionOnNextCall(make);
  console.log(`${name}: ${interpreted}, then ${kindOf(make(list))}`);
}
JS
seen=$(node --allow-natives-syntax probe.mjs)

recorded='map: packed, then holes
push: packed, then packed
Array.from: packed, then packed
filter: packed, then packed'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: the kinds of lists are not as recorded" >&2
  exit 1
fi
echo "as recorded"
