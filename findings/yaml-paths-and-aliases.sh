#!/usr/bin/env bash
# One would expect: `getIn`, `hasIn` and `setIn` of a document of `yaml` see the values that `toJS` gives out.
# What happens: they stop at every alias and know no merge key, with `merge: true` as well: `getIn` is undefined and
#   `hasIn` false for a value that `toJS` has. At an alias `setIn` and `deleteIn` throw; where a merge key stands, the
#   first adds a key beside it, and the second returns false. An item of a list is found by the number 0 and by the text
#   "0", but a key that is a number is not found by its text, nor the other way round: `setIn` adds a second key beside
#   it, of which `toJS` shows the last only.
# Why it matters: a check written with `getIn` says that a statement without its own `Effect` has none, though a merged
#   one is in force: a false alarm. Resolve aliases and merges oneself, or check the value and find the place
#   afterwards.
# Seen: yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error yaml@2.9.1 > npm.log

cat > probe.js <<'JS'
import * as yaml from "yaml";

const attempt = (act) => {
  try {
    return JSON.stringify(act()) ?? "undefined";
  } catch ({ message }) {
    return `throws: ${message}`;
  }
};
const texts = {
  alias: ["base: &base { Effect: Allow }\nown: *base\n", ["own", "Effect"]],
  merge: ["base: &base { Effect: Allow }\nown: { <<: *base, Sid: a }\n", ["own", "Effect"]],
  "lone text": ["own: ims:images:list\n", ["own", 0]],
  item: ["own: [ims:images:list]\n", ["own", "0"]],
  "number as key": ["1: ims:images:list\n", ["1"]],
  "text as key": ['"1": ims:images:list\n', [1]],
};
for (const [name, [text, path]] of Object.entries(texts)) {
  const parsed = () => yaml.parseDocument(text, { merge: true });
  console.log(`-- ${name}: ${JSON.stringify(parsed().toJS())} at ${JSON.stringify(path)}`);
  console.log(`getIn ${attempt(() => parsed().getIn(path))}, hasIn ${attempt(() => parsed().hasIn(path))}`);
  const changed = parsed();
  console.log(`setIn ${attempt(() => (changed.setIn(path, "Deny"), String(changed)))}`);
  console.log(`deleteIn ${attempt(() => parsed().deleteIn(path))}`);
}
JS
seen=$(node probe.js)

recorded='-- alias: {"base":{"Effect":"Allow"},"own":{"Effect":"Allow"}} at ["own","Effect"]
getIn undefined, hasIn false
setIn throws: Expected YAML collection at own. Remaining path: Effect
deleteIn throws: Expected YAML collection at own. Remaining path: Effect
-- merge: {"base":{"Effect":"Allow"},"own":{"Effect":"Allow","Sid":"a"}} at ["own","Effect"]
getIn undefined, hasIn false
setIn "base: &base { Effect: Allow }\nown: { <<: *base, Sid: a, Effect: Deny }\n"
deleteIn false
-- lone text: {"own":"ims:images:list"} at ["own",0]
getIn undefined, hasIn false
setIn throws: Expected YAML collection at own. Remaining path: 0
deleteIn throws: Expected YAML collection at own. Remaining path: 0
-- item: {"own":["ims:images:list"]} at ["own","0"]
getIn "ims:images:list", hasIn true
setIn "own: [ Deny ]\n"
deleteIn true
-- number as key: {"1":"ims:images:list"} at ["1"]
getIn undefined, hasIn false
setIn "1: ims:images:list\n\"1\": Deny\n"
deleteIn false
-- text as key: {"1":"ims:images:list"} at [1]
getIn undefined, hasIn false
setIn "\"1\": ims:images:list\n1: Deny\n"
deleteIn false'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what paths of yaml see behind aliases and merge keys is not as recorded" >&2
  exit 1
fi
echo "as recorded"
