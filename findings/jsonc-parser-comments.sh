#!/usr/bin/env bash
# One would expect: an edit by jsonc-parser, which is made for files with comments, keeps each comment at the entry it
#   is about, or takes it away with that entry.
# What happens: it is at its place only by luck. Taking out the last entry of a list also deletes the comment behind the
#   entry before, which stays; taking out the last member of an object does so too, and leaves that member with the
#   comment of the one that is gone. An entry or a member appended behind a comment takes it over from the one before. A
#   comment on a line above the first entry stays when the entry goes, and is then about the second.
# Why it matters: a comment beside an action says why it is allowed. A tool that adds or removes actions with `modify`
#   must look for comments around the edit itself, or leave such files to people.
# Seen: jsonc-parser 3.3.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error jsonc-parser@3.3.1 > npm.log

cat > probe.js <<'JS'
import jsonc from "jsonc-parser";

const edit = (name, text, path, value) => {
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const edits = jsonc.modify(text, path, value, { formattingOptions });
  console.log(`-- ${name}\n${jsonc.applyEdits(text, edits)}`);
};
const behind = `[
  "list", // to see them
  "get", // for the name
  "delete" // until spring
]`;
const above = `[
  // to see them
  "list",
  // for the name
  "get"
]`;
const members = `{
  "Effect": "Allow", // not yet denied
  "Sid": "1" // by hand
}`;
edit("the first deleted", behind, [0], undefined);
edit("the last deleted", behind, [2], undefined);
edit("one appended", behind, [-1], "update");
edit("comments above, the first deleted", above, [0], undefined);
edit("comments above, the last deleted", above, [1], undefined);
edit("the last member deleted", members, ["Sid"], undefined);
edit("a member added", members, ["Action"], []);
JS
seen=$(node probe.js)

recorded='-- the first deleted
[
  "get", // for the name
  "delete" // until spring
]
-- the last deleted
[
  "list", // to see them
  "get"
]
-- one appended
[
  "list", // to see them
  "get", // for the name
  "delete",
  "update" // until spring
]
-- comments above, the first deleted
[
  // to see them
  "get"
]
-- comments above, the last deleted
[
  // to see them
  "list"
]
-- the last member deleted
{
  "Effect": "Allow" // by hand
}
-- a member added
{
  "Effect": "Allow", // not yet denied
  "Sid": "1",
  "Action": [] // by hand
}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what becomes of comments in edits of jsonc-parser is not as recorded" >&2
  exit 1
fi
echo "as recorded"
