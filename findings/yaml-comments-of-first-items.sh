#!/usr/bin/env bash
# One would expect: in a document of `yaml`, which keeps comments, a comment above an entry goes where the entry goes.
# What happens: that holds for all entries but the first. A comment above the first entry belongs to the list or mapping
#   around it, so it stays on top when the entry is deleted or moved, and stands above another one. At the top of a file
#   it is the opposite: there the comment goes with the first entry, be it the head of the file, unless a blank line
#   follows. A comment behind an entry stays when the entry is set to a text, and is gone when it is set to a node.
# Why it matters: a comment in a policy says why somebody may do something. A tool that sorts or removes statements in
#   the tree leaves one reason above another's statement; edits of the text know what lies above a line.
# Seen: yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error yaml@2.9.1 > npm.log

cat > probe.js <<'JS'
import * as yaml from "yaml";

const show = (name, text, change) => {
  const document = yaml.parseDocument(text);
  change(document);
  console.log(`-- ${name}\n${String(document).trim()}`);
};
const list = "Statement:\n  # reads\n  - Effect: Allow\n  # deletes\n  - Effect: Deny\n";
show("list, first deleted", list, (document) => document.deleteIn(["Statement", 0]));
show("list, last deleted", list, (document) => document.deleteIn(["Statement", 1]));
show("list, turned round", list, (document) => document.get("Statement").items.reverse());
const top = "# written by hand\nVersion: 1.1\n# none yet\nStatement: []\n";
show("top, first deleted", top, (document) => document.delete("Version"));
show("top, turned round", top, (document) => document.contents.items.reverse());
show("top with a blank line, first deleted", top.replace("\n", "\n\n"), (document) => document.delete("Version"));
const behind = "Action:\n  - list # to see them\n";
show("behind, set to a text", behind, (document) => document.setIn(["Action", 0], "get"));
show("behind, set to a node", behind, (document) => document.setIn(["Action", 0], document.createNode("get")));
JS
seen=$(node probe.js)

recorded='-- list, first deleted
Statement:
  # reads
  # deletes
  - Effect: Deny
-- list, last deleted
Statement:
  # reads
  - Effect: Allow
-- list, turned round
Statement:
  # reads
  # deletes
  - Effect: Deny
  - Effect: Allow
-- top, first deleted
# none yet
Statement: []
-- top, turned round
# none yet
Statement: []
# written by hand
Version: 1.1
-- top with a blank line, first deleted
# written by hand

# none yet
Statement: []
-- behind, set to a text
Action:
  - get # to see them
-- behind, set to a node
Action:
  - get'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where yaml keeps the comments of first entries is not as recorded" >&2
  exit 1
fi
echo "as recorded"
