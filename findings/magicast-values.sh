#!/usr/bin/env bash
# One would expect: the objects and lists that magicast makes of a file's literals can be used as what they look like:
#   one finds an entry and takes it out, sorts, compares.
# What happens: `includes` and `find` see an entry, `indexOf` never does, so that `splice(indexOf(entry), 1)` takes
#   away the last entry in place of the one that was meant. `sort` writes undefined for every entry, `slice` returns
#   undefined ones, a new `length` does nothing. A list that is assigned to another member is that list in both
#   places. null is read as undefined. Setting a member that the file has in short form writes a syntax error.
# Why it matters: tools that edit configurations in programs are written with it. One that withdraws an action from a
#   list takes away another and leaves that one granted. Assign a new list, made with `filter`, and read the
#   difference.
# Seen: magicast 0.5.5, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error magicast@0.5.5 > npm.log

cat > probe.js <<'JS'
import { generateCode, parseModule } from "magicast";

const edit = (name, change, text = '{ Action: ["list", "get", "delete"] }') => {
  const module = parseModule(`export default ${text};`);
  const result = change(module.exports.default);
  const { code } = generateCode(module);
  console.log(`-- ${name}${result === undefined ? "" : `: ${JSON.stringify(result)}`}\n${code}`);
};
edit('"get" looked for', ({ Action }) => ({
  includes: Action.includes("get"),
  find: Action.find((action) => action === "get"),
  findIndex: Action.findIndex((action) => action === "get"),
  indexOf: Action.indexOf("get"),
}));
edit('"get" spliced out', ({ Action }) => void Action.splice(Action.indexOf("get"), 1));
edit('"get" filtered out', (policy) => {
  policy.Action = policy.Action.filter((action) => action !== "get");
});
edit("sorted", ({ Action }) => void Action.sort());
edit("sliced", ({ Action }) => [...Action.slice(1)].map(String));
edit("emptied by its length", ({ Action }) => void (Action.length = 0));
edit("shared", (policy) => {
  policy.NotAction = policy.Action;
  policy.NotAction.push("update");
});
edit("null", (policy) => policy.Resource === undefined, "{ Resource: null }");
edit("set in short form", (policy) => void (policy.Effect = "Deny"), "{ Effect }");
JS
seen=$(node probe.js)

recorded='-- "get" looked for: {"includes":true,"find":"get","findIndex":1,"indexOf":-1}
export default { Action: ["list", "get", "delete"] };
-- "get" spliced out
export default { Action: ["list", "get"] };
-- "get" filtered out
export default { Action: ["list", "delete"] };
-- sorted
export default { Action: [undefined, undefined, undefined] };
-- sliced: ["undefined","undefined"]
export default { Action: ["list", "get", "delete"] };
-- emptied by its length
export default { Action: ["list", "get", "delete"] };
-- shared
export default {
  Action: ["list", "get", "delete", "update"],
  NotAction: ["list", "get", "delete", "update"]
};
-- null: true
export default { Resource: null };
-- set in short form
export default { "Deny" };'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what magicast makes of lists and members is not as recorded" >&2
  exit 1
fi
echo "as recorded"
