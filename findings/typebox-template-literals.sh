#!/usr/bin/env bash
# One would expect: the schema that TypeBox makes of a template literal takes the texts that its static type takes, as
#   the version before did: what stands between the placeholders is text.
# What happens: since 1.0 that text goes into the pattern as it is. `ims:*:${string}` becomes `^ims:*:.*$`, which takes
#   `ims:images:list`; a full stop stands for any character; brackets and plus signs refuse the very text that was
#   written. The type still is the exact one. The template literals of 0.34 and of Zod escape it.
# Why it matters: names of actions, paths and file names are full of such characters. A schema made in this way lets
#   most mistakes pass, in the validator and in the editor, and the compiler vouches for it.
# Seen: typebox 1.4.3, @sinclair/typebox 0.34.52, zod 4.6.7, typescript 6.0.3, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  typebox@1.4.3 @sinclair/typebox@0.34.52 zod@4.6.7 typescript@6.0.3 > npm.log

cat > probe.js <<'JS'
import { Type as Type0 } from "@sinclair/typebox";
import { Value as Value0 } from "@sinclair/typebox/value";
import Type from "typebox";
import Value from "typebox/value";
import { z } from "zod";

const cases = [
  ["ims:*:${string}", ["ims:*:", z.string()], ["ims:*:list", "ims:images:list"]],
  ["${string}.json", [z.string(), ".json"], ["a.json", "a-json"]],
  ["disk[${string}]", ["disk[", z.string(), "]"], ["disk[1]", "disk1"]],
  ["a+b", ["a+b"], ["a+b", "aab"]],
];
for (const [text, parts, values] of cases) {
  const [now, before, zod] = [Type.TemplateLiteral(text), Type0.TemplateLiteral(text), z.templateLiteral(parts)];
  const taken = (check) => values.filter(check).join(" ") || "nothing";
  console.log(`${text} | typebox 1 | ${now.pattern} | takes ${taken((value) => Value.Check(now, value))}`);
  console.log(`${text} | typebox 0 | ${before.pattern} | takes ${taken((value) => Value0.Check(before, value))}`);
  const { pattern } = z.toJSONSchema(zod);
  console.log(`${text} | zod | ${pattern} | takes ${taken((value) => zod.safeParse(value).success)}`);
}
JS
cat > use.ts <<'TS'
import Type from "typebox";
const action = Type.TemplateLiteral("ims:*:${string}");
export const right: Type.Static<typeof action> = "ims:*:list";
export const wrong: Type.Static<typeof action> = "ims:images:list";
TS
seen=$(node probe.js)
errors=$(npx --no-install tsc --noEmit --strict --skipLibCheck --module nodenext use.ts || true)
seen+=$'\n'"type | typebox 1 | refuses $(grep -o '"ims[^"]*"' <<< "$errors" || true)"

recorded='ims:*:${string} | typebox 1 | ^ims:*:.*$ | takes ims:*:list ims:images:list
ims:*:${string} | typebox 0 | ^ims:\*:(.*)$ | takes ims:*:list
ims:*:${string} | zod | ^ims:\*:[\s\S]{0,}$ | takes ims:*:list
${string}.json | typebox 1 | ^.*.json$ | takes a.json a-json
${string}.json | typebox 0 | ^(.*)\.json$ | takes a.json
${string}.json | zod | ^[\s\S]{0,}\.json$ | takes a.json
disk[${string}] | typebox 1 | ^disk[.*]$ | takes nothing
disk[${string}] | typebox 0 | ^disk\[(.*)\]$ | takes disk[1]
disk[${string}] | zod | ^disk\[[\s\S]{0,}\]$ | takes disk[1]
a+b | typebox 1 | ^a+b$ | takes aab
a+b | typebox 0 | ^a\+b$ | takes a+b
a+b | zod | ^a\+b$ | takes a+b
type | typebox 1 | refuses "ims:images:list"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what template literals of TypeBox take is not as recorded" >&2
  exit 1
fi
echo "as recorded"
