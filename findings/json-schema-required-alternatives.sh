#!/usr/bin/env bash
# One would expect: what is made of a JSON Schema takes what the schema takes, or is at least no stricter; a part that
#   cannot be expressed is refused, as `not` and `if` are by `fromJSONSchema` of zod.
# What happens: the usual way to say that a statement has either `Action` or `NotAction`, a `oneOf` of two lists of
#   required keys, makes schemas that refuse every statement: `required` counts only for keys in `properties` beside
#   it, so that both branches take everything, and one of them must not. With `anyOf` in its place nothing is
#   required. Both hold for zod's own reader and for the code that json-schema-to-zod writes, which also writes `any`
#   for a `$ref` and leaves out `if`, `minProperties` and `propertyNames`. In the type that json-schema-to-typescript
#   writes, the `oneOf` lets in all keys although `additionalProperties` is false.
# Why it matters: schemas of policies have such alternatives. A validator or a type that is generated from one has to
#   be tried on a good and on a bad policy before it guards anything.
# Seen: zod 4.6.7, json-schema-to-zod 2.8.1, json-schema-to-typescript 16.0.0, ajv 8.20.0, Node 20.20.2: the lines
#   under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  zod@4.6.7 json-schema-to-zod@2.8.1 json-schema-to-typescript@16.0.0 ajv@8.20.0 sucrase@3.35.0 > npm.log

cat > probe.js <<'JS'
import { Ajv } from "ajv";
import { compile } from "json-schema-to-typescript";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { transform } from "sucrase";
import { z } from "zod";

const keys = { Effect: { type: "string" }, Action: { type: "string" }, NotAction: { type: "string" } };
const plain = { type: "object", properties: keys, required: ["Effect"], additionalProperties: false };
const alternatives = [{ required: ["Action"] }, { required: ["NotAction"] }];
const declared = [
  { type: "object", properties: { Action: { type: "string" } }, required: ["Action"] },
  { type: "object", properties: { NotAction: { type: "string" } }, required: ["NotAction"] },
];
const schemas = {
  oneOf: { ...plain, oneOf: alternatives },
  anyOf: { ...plain, anyOf: alternatives },
  "anyOf that repeats the properties": { ...plain, anyOf: declared },
};
const statements = {
  "with Action": { Effect: "Allow", Action: "a" },
  "with NotAction": { Effect: "Allow", NotAction: "a" },
  "with both": { Effect: "Allow", Action: "a", NotAction: "a" },
  "with neither": { Effect: "Allow" },
};
const generated = (schema) => {
  const { code } = transform(`return ${jsonSchemaToZod(schema)}`, { transforms: ["typescript"] });
  return new Function("z", code)(z);
};
for (const [name, schema] of Object.entries(schemas)) {
  const ajv = new Ajv({ strict: false }).compile(schema);
  const readers = { ajv, zod: (value) => z.fromJSONSchema(schema).safeParse(value).success };
  readers["json-schema-to-zod"] = (value) => generated(schema).safeParse(value).success;
  for (const [reader, takes] of Object.entries(readers)) {
    const taken = Object.keys(statements).filter((key) => takes(statements[key]));
    console.log(`${name}, ${reader} takes: ${taken.join(", ") || "none"}`);
  }
}
const parts = {
  "$ref": { type: "object", properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { type: "string" } } },
  "if": { type: "object", if: { required: ["a"] }, then: { required: ["b"] } },
  "names and number": { type: "object", propertyNames: { pattern: "^g:" }, minProperties: 1, additionalProperties: {} },
};
for (const [name, schema] of Object.entries(parts)) console.log(`${name} | ${jsonSchemaToZod(schema)}`);
console.log((await compile(schemas.oneOf, "Statement", { bannerComment: "" })).trim());
JS
seen=$(node probe.js)

recorded='oneOf, ajv takes: with Action, with NotAction
oneOf, zod takes: none
oneOf, json-schema-to-zod takes: none
anyOf, ajv takes: with Action, with NotAction, with both
anyOf, zod takes: with Action, with NotAction, with both, with neither
anyOf, json-schema-to-zod takes: with Action, with NotAction, with both, with neither
anyOf that repeats the properties, ajv takes: with Action, with NotAction, with both
anyOf that repeats the properties, zod takes: with Action, with NotAction, with both
anyOf that repeats the properties, json-schema-to-zod takes: with Action, with NotAction, with both
$ref | z.object({ "a": z.any().optional() })
if | z.record(z.string(), z.any())
names and number | z.record(z.string(), z.any())
export type Statement = {
  Effect: string;
  Action?: string;
  NotAction?: string;
} & {
  [k: string]: unknown;
};'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what is made of alternatives of required keys is not as recorded" >&2
  exit 1
fi
echo "as recorded"
