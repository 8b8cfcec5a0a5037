#!/usr/bin/env bash
# One would expect: `default` in a rule's schema holds whenever the user does not set the option; and the type that
#   json-schema-to-ts makes of that schema, in which the property is not optional, says so.
# What happens: ESLint fills defaults in while it validates, and it validates what the user wrote. With `[2, {}]` the
#   default is there; with plain `2`, the way that nearly all users write, `context.options` is empty. Below `anyOf` the
#   default is ignored even with `{}`. What holds always is `meta.defaultOptions`, and the two add up: as soon as
#   defaultOptions has an object, `default` of the schema fills its gaps. Meanwhile the type made by FromSchema has the
#   property as required, so the compiler vouches for a value that is undefined at run time.
# Why it matters: a limit that is undefined compares false with every number, so a rule finds nothing, without an error,
#   for exactly those users who did not configure it. Tests with `options: [{}]` do not see it.
# Seen: eslint 10.15.0, json-schema-to-ts 3.1.1, typescript 6.0.3, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 json-schema-to-ts@3.1.1 typescript@6.0.3 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint";

const limits = { type: "object", properties: { max: { type: "number", default: 8 }, min: { type: "number" } } };
const options = (meta, ...given) => {
  const rule = {
    meta,
    create: (context) => ({
      Program: (node) => context.report({ node, message: JSON.stringify(context.options) }),
    }),
  };
  const config = { plugins: { our: { rules: { rule } } }, rules: { "our/rule": [2, ...given] } };
  return new Linter().verify("", config)[0].message;
};
console.log("default, no options:", options({ schema: [limits] }));
console.log("default, {}:", options({ schema: [limits] }, {}));
console.log("default below anyOf, {}:", options({ schema: [{ anyOf: [limits] }] }, {}));
console.log("default and defaultOptions, no options:", options({ schema: [limits], defaultOptions: [{ min: 1 }] }));
JS
cat > use.ts <<'TS'
import type { FromSchema } from "json-schema-to-ts";
const limits = {
  type: "object",
  properties: { max: { type: "number", default: 8 }, min: { type: "number" } },
} as const;
type Limits = FromSchema<typeof limits>;
export const double = (given: Limits): number => given.max * 2;
export const single = (given: Limits): number => given.min * 2;
TS
seen=$(node probe.js)
errors=$(npx --no-install tsc --noEmit --strict --skipLibCheck --module nodenext use.ts || true)
seen+=$'\n'"types: $(grep -o "'given.*" <<< "$errors" || true)"

recorded="default, no options: []
default, {}: [{\"max\":8}]
default below anyOf, {}: [{}]
default and defaultOptions, no options: [{\"min\":1,\"max\":8}]
types: 'given.min' is possibly 'undefined'."

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: when ESLint applies a default of a schema, or its type, is not as recorded" >&2
  exit 1
fi
echo "as recorded"
