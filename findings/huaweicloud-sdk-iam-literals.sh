#!/usr/bin/env bash
# One would expect: where the SDK wants a policy, TypeScript takes an object literal with the right keys; and of two
#   classes with the same members, one does for the other.
# What happens: no literal fits, in no spelling. The API's names are private members (`private 'Action'`), which makes
#   each model a nominal type: `{ Version, Statement }`, `{ version, statement }` and a spread of a real statement are
#   refused, and PolicyStatement is no ServiceStatement. A spread is refused although what it sends is the same text.
#   What is taken: any text as effect ("Alow"), and a policy without version and statements.
# Why it matters: in typed code policies for this SDK stand in constructor arguments and `with...` calls, so who looks
#   for object literals finds casts only; and the types catch none of the mistakes that a policy can have.
# Seen: @huaweicloud/huaweicloud-sdk-iam 3.1.172, TypeScript 6.0.3: errors in lines 4 to 7, none in 8 and 9.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @huaweicloud/huaweicloud-sdk-iam@3.1.172 @huaweicloud/huaweicloud-sdk-core@3.1.211 typescript@6.0.3 > npm.log

cat > use.ts <<'TS'
import { PolicyStatement } from "@huaweicloud/huaweicloud-sdk-iam/v3/model/PolicyStatement";
import { ServicePolicy } from "@huaweicloud/huaweicloud-sdk-iam/v3/model/ServicePolicy";
import { ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam/v3/model/ServiceStatement";
export const upper: ServicePolicy = { Version: "1.1", Statement: [] };
export const lower: ServicePolicy = { version: "1.1", statement: [] };
export const other: ServiceStatement = new PolicyStatement(["ims:images:list"], "Allow");
export const spread: ServiceStatement = { ...new ServiceStatement(["ims:images:list"], "Allow") };
export const misspelt = new ServiceStatement(["ims:images:list"], "Alow");
export const empty = new ServicePolicy();
TS
cat > probe.cjs <<'JS'
const { ServiceStatement } = require("@huaweicloud/huaweicloud-sdk-iam/v3/model/ServiceStatement");
const statement = new ServiceStatement(["ims:images:list"], "Allow");
console.log("a spread is the same JSON:", JSON.stringify({ ...statement }) === JSON.stringify(statement));
JS
errors=$(npx --no-install tsc --noEmit --strict --skipLibCheck --module nodenext use.ts || true)
seen=$(grep -o '^use.ts([0-9]*' <<< "$errors" | tr -d '(' | sed 's/use.ts/error in line /')
seen+=$'\n'$(node probe.cjs)

recorded="error in line 4
error in line 5
error in line 6
error in line 7
a spread is the same JSON: true"

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what TypeScript takes for a model of huaweicloud-sdk-iam is not as recorded" >&2
  exit 1
fi
echo "as recorded"
