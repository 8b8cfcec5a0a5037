#!/usr/bin/env bash
# One would expect: an upgrade of an API description from 3.0 to 3.1 changes schemas, and leaves data, names of
#   properties and extensions alone; one from 2.0 ends in a valid 3.1 description.
# What happens: @scalar/openapi-parser goes through every object and takes what is named `example`, `nullable` or
#   `exclusiveMinimum` for a keyword. A property of the name `example` is renamed to `examples`, and its schema put into
#   a list, which is no schema. The same happens in the data of examples, and in `x-` extensions. What is
#   `nullable` without a `type` beside it keeps the word, which means nothing in 3.1. From 2.0 `x-nullable` stays, and a
#   discriminator stays a text, which 3.1 has no place for. Nothing is said, and its own `validate` finds every result
#   valid, for it does not look into the schemas of 3.1.
# Why it matters: whoever normalises the descriptions of a cloud to 3.1 first, to have one format to read, reads other
#   property names and other permissions than the cloud wrote. Read each version
#   as it is, or extensions before such a step.
# Seen: @scalar/openapi-parser 0.24.17, Node 20.20.2: the lines under `recorded`: what was written, what it becomes, and
#   whether the description is valid before and after.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @scalar/openapi-parser@0.24.17 > npm.log

cat > probe.js <<'JS'
import { upgrade, validate } from "@scalar/openapi-parser";

const info = { title: "Roles", version: "1" };
const string = { type: "string" };
const v2 = (Role) => ({ swagger: "2.0", info, paths: {}, definitions: { Role } });
const v3 = (Role) => ({ openapi: "3.0.3", info, paths: {}, components: { schemas: { Role } } });
const cases = [
  ["keyword", v3, { ...string, nullable: true, example: "a" }],
  ["property", v3, { type: "object", properties: { name: string, example: string } }],
  ["example", v3, { type: "object", example: { nullable: true, type: "role", example: "a" } }],
  ["extension", v3, { ...string, "x-permission": { type: "role", nullable: true, example: "ims:images:list" } }],
  ["no type", v3, { nullable: true, allOf: [string] }],
  ["x-nullable", v2, { ...string, "x-nullable": true }],
  ["discriminator", v2, { type: "object", discriminator: "kind", required: ["kind"], properties: { kind: string } }],
];
const valid = async (document) => ((await validate(structuredClone(document))).valid ? "valid" : "invalid");
for (const [name, make, schema] of cases) {
  const document = make(schema);
  const upgraded = upgrade(structuredClone(document));
  const result = upgraded.specification ?? upgraded;
  const judged = `${await valid(document)}, ${await valid(result)}`;
  console.log(`${name} | ${JSON.stringify(schema)} | ${JSON.stringify(result.components.schemas.Role)} | ${judged}`);
}
JS
seen=$(node probe.js)

recorded='keyword | {"type":"string","nullable":true,"example":"a"} | {"type":["string","null"],"examples":["a"]} | valid, valid
property | {"type":"object","properties":{"name":{"type":"string"},"example":{"type":"string"}}} | {"type":"object","properties":{"name":{"type":"string"},"examples":[{"type":"string"}]}} | valid, valid
example | {"type":"object","example":{"nullable":true,"type":"role","example":"a"}} | {"type":"object","examples":[{"type":["role","null"],"examples":["a"]}]} | valid, valid
extension | {"type":"string","x-permission":{"type":"role","nullable":true,"example":"ims:images:list"}} | {"type":"string","x-permission":{"type":["role","null"],"examples":["ims:images:list"]}} | valid, valid
no type | {"nullable":true,"allOf":[{"type":"string"}]} | {"nullable":true,"allOf":[{"type":"string"}]} | valid, valid
x-nullable | {"type":"string","x-nullable":true} | {"type":"string","x-nullable":true} | valid, valid
discriminator | {"type":"object","discriminator":"kind","required":["kind"],"properties":{"kind":{"type":"string"}}} | {"type":"object","discriminator":"kind","required":["kind"],"properties":{"kind":{"type":"string"}}} | valid, valid'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what an upgrade changes in an API description is not as recorded" >&2
  exit 1
fi
echo "as recorded"
