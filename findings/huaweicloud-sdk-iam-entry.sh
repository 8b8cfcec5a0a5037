#!/usr/bin/env bash
# One would expect: `npm install` of the SDK and `require()` of its main file work, as TypeScript says they do.
# What happens: neither main file nor a part of it loads. The core requires `uuid` and does not depend on it. With uuid
#   beside it, the main file still fails: version 5's index requires a file whose name is a list of two class names with
#   a comma between them. The .d.ts has the same line, so a program type-checks (with skipLibCheck) and then stops at
#   its first line. Only the inner path `v3/public-api` works, and only with uuid installed by hand.
#   And core has no release 3.1.172, so "the same version of both" cannot be installed.
# Why it matters: who looks for SDK calls must know the import path that works, not only the one of the package's name;
#   a test that uses the SDK needs uuid as a dependency of its own.
# Seen: @huaweicloud/huaweicloud-sdk-iam 3.1.172 with @huaweicloud/huaweicloud-sdk-core 3.1.211, Node 20.20.2:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json

cat > probe.cjs <<'JS'
for (const path of ["", "/v3/public-api", "/v5/public-api"]) {
  const name = "@huaweicloud/huaweicloud-sdk-iam" + path;
  let result;
  try {
    result = typeof require(name).IamClient;
  } catch (error) {
    result = error.message.split("\n")[0];
  }
  console.log(`${process.argv[2]} | ${path || "main"} | ${result}`);
}
JS
cat > use.ts <<'TS'
import { v3 } from "@huaweicloud/huaweicloud-sdk-iam";
console.log(new v3.ServicePolicy("1.1", []).version);
TS

sdk=(@huaweicloud/huaweicloud-sdk-iam@3.1.172 @huaweicloud/huaweicloud-sdk-core@3.1.211)
install=(npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error)
"${install[@]}" "${sdk[@]}" > npm.log
seen=$(node probe.cjs "alone")
"${install[@]}" "${sdk[@]}" uuid@9.0.1 typescript@6.0.3 > npm.log
seen+=$'\n'$(node probe.cjs "with uuid")
types=$(npx --no-install tsc --noEmit --strict --skipLibCheck --module nodenext use.ts && echo "accepted" || true)
seen+=$'\n'"tsc | main | $types"
core=$(npm view @huaweicloud/huaweicloud-sdk-core versions --json | grep -c '"3.1.172"' || true)
seen+=$'\n'"releases of core named 3.1.172: $core"

recorded="alone | main | Cannot find module 'uuid'
alone | /v3/public-api | Cannot find module 'uuid'
alone | /v5/public-api | Cannot find module 'uuid'
with uuid | main | Cannot find module './GlobalCredentials,BasicCredentials'
with uuid | /v3/public-api | function
with uuid | /v5/public-api | Cannot find module './GlobalCredentials,BasicCredentials'
tsc | main | accepted
releases of core named 3.1.172: 0"

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which parts of huaweicloud-sdk-iam can be loaded is not as recorded" >&2
  exit 1
fi
echo "as recorded"
