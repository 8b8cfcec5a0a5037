#!/usr/bin/env bash
# One would expect: `z.toJSONSchema`, which throws for what JSON Schema cannot say, makes of the rest a schema that
#   takes what Zod takes, and that the usual validators read.
# What happens: it throws for `transform` only. The flags of a regular expression are dropped, so `/^allow$/i` no longer
#   takes `Allow`; and so are `trim`, `toLowerCase` and `coerce`. `startsWith` and `includes` add formats of Zod's own
#   to their patterns, for which ajv refuses the whole schema. Objects are closed and properties with a default are
#   required, unless `io: "input"` is given. The converter of Valibot throws where it would be wrong.
# Why it matters: editors and CI check files by the schema, programs by Zod. Right files are reported, or nothing can be
#   checked at all. Say `io: "input"`, spell out both cases in patterns, and delete the formats with `override`.
# Seen: zod 4.6.7, valibot 1.5.0, @valibot/to-json-schema 1.8.0, ajv 8.20.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  zod@4.6.7 valibot@1.5.0 @valibot/to-json-schema@1.8.0 ajv@8.20.0 > npm.log

cat > probe.js <<'JS'
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import * as v from "valibot";
import { z } from "zod";

const allow = /^allow$/;
const cases = {
  "flag i": [z.string().regex(/^allow$/i), v.pipe(v.string(), v.regex(/^allow$/i)), "Allow"],
  trim: [z.string().trim().regex(allow), v.pipe(v.string(), v.trim(), v.regex(allow)), " allow"],
  lower: [z.string().toLowerCase().regex(allow), v.pipe(v.string(), v.toLowerCase(), v.regex(allow)), "Allow"],
  coerce: [z.coerce.string(), v.pipe(v.unknown(), v.transform(String)), 1.1],
  transform: [z.string().transform(String), v.pipe(v.string(), v.transform(String)), "a"],
  "starts with": [z.string().startsWith("ims:"), v.pipe(v.string(), v.startsWith("ims:")), "ims:*:*"],
  includes: [z.string().includes(":"), v.pipe(v.string(), v.includes(":")), "ims:*:*"],
  object: [z.object({ Effect: z.string() }), v.object({ Effect: v.string() }), { Effect: "Allow", Sid: "1" }],
  default: [z.object({ a: z.string().default("b") }), v.object({ a: v.optional(v.string(), "b") }), {}],
};
const judge = (toSchema, Validator, value) => {
  let schema;
  try {
    schema = toSchema();
  } catch {
    return "no schema";
  }
  try {
    return new Validator().validate(schema, value) ? "takes it" : "refuses it";
  } catch (error) {
    return error.message.replace(/ ignored.*/, "");
  }
};
for (const [name, [zod, valibot, value]] of Object.entries(cases)) {
  const both = zod.safeParse(value).success && v.safeParse(valibot, value).success;
  const made = judge(() => z.toJSONSchema(zod), Ajv2020, value);
  const input = judge(() => z.toJSONSchema(zod, { io: "input" }), Ajv2020, value);
  const made2 = judge(() => toJsonSchema(valibot), Ajv, value);
  console.log(`${name} | ${JSON.stringify(value)}, both ${both ? "take" : "refuse"} it`);
  console.log(`  zod: ${made} | zod, input: ${input} | valibot: ${made2}`);
}
JS
seen=$(node probe.js)

recorded='flag i | "Allow", both take it
  zod: refuses it | zod, input: refuses it | valibot: no schema
trim | " allow", both take it
  zod: refuses it | zod, input: refuses it | valibot: no schema
lower | "Allow", both take it
  zod: refuses it | zod, input: refuses it | valibot: no schema
coerce | 1.1, both take it
  zod: refuses it | zod, input: refuses it | valibot: no schema
transform | "a", both take it
  zod: no schema | zod, input: takes it | valibot: no schema
starts with | "ims:*:*", both take it
  zod: unknown format "starts_with" | zod, input: unknown format "starts_with" | valibot: takes it
includes | "ims:*:*", both take it
  zod: unknown format "includes" | zod, input: unknown format "includes" | valibot: takes it
object | {"Effect":"Allow","Sid":"1"}, both take it
  zod: refuses it | zod, input: takes it | valibot: takes it
default | {}, both take it
  zod: refuses it | zod, input: takes it | valibot: takes it'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what JSON schemas of Zod and Valibot take is not as recorded" >&2
  exit 1
fi
echo "as recorded"
