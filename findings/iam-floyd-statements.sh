#!/usr/bin/env bash
# One would expect: a typed builder of policy statements writes what was called, or throws where that is no statement.
# What happens: a condition on a key that already has one replaces it: of two patterns for one key only the last is
#   written, while two operators on the key stay beside each other. A statement without a call of `allow` or `deny`
#   allows. A search for actions that finds none leaves the statement without `Action`, and so does `notAction` without
#   an action. Nothing is said in any of these cases.
# Why it matters: types do not make a policy complete. A linter of builder calls has to look at the whole chain, and at
#   the document that comes out: what is missing there is in no call.
# Seen: iam-floyd 0.842.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error iam-floyd@0.842.0 > npm.log

cat > probe.cjs <<'JS'
const { Operator, Statement } = require("iam-floyd");

const statements = {
  "one key twice": (s3) => s3.allow().toListBucket().if("s3:prefix", "a/*").if("s3:prefix", "b/*"),
  "one key, two operators": (s3) =>
    s3.allow().toListBucket().if("s3:prefix", "a/*").if("s3:prefix", "a/b", new Operator().stringNotEquals()),
  "no effect": (s3) => s3.toListBucket(),
  "no fitting action": (s3) => s3.allow().allMatchingActions("/^list_bucket$/i"),
  "notAction alone": (s3) => s3.deny().notAction(),
};
for (const [name, build] of Object.entries(statements)) {
  const { Resource, ...statement } = build(new Statement.S3()).toJSON();
  console.log(`${name} | ${JSON.stringify(statement)}`);
}
JS
seen=$(node probe.cjs)

recorded='one key twice | {"Condition":{"StringLike":{"s3:prefix":"b/*"}},"Action":"s3:ListBucket","Effect":"Allow"}
one key, two operators | {"Condition":{"StringLike":{"s3:prefix":"a/*"},"StringNotEquals":{"s3:prefix":"a/b"}},"Action":"s3:ListBucket","Effect":"Allow"}
no effect | {"Action":"s3:ListBucket","Effect":"Allow"}
no fitting action | {"Effect":"Allow"}
notAction alone | {"Effect":"Deny"}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what iam-floyd makes of a chain of calls is not as recorded" >&2
  exit 1
fi
echo "as recorded"
