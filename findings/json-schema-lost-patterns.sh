#!/usr/bin/env bash
# One would expect: a pattern that a schema checks in a program is in the JSON Schema that is made of it, at the latest
#   where it has no flags, so that JSON Schema can say it as it is.
# What happens: effect leaves the pattern out unless the expression has the flag `u`: without a flag too, and with `i`.
#   typebox, whose type and `Value.Check` take an expression as `pattern`, keeps it as it is: that is `{}` in a file, and
#   ajv refuses the whole schema. arktype leaves out the flag `i` alone, so that its schema refuses what it takes. None
#   of them throws or warns.
# Why it matters: the JSON Schema is what editors and other languages check policies by. Made with effect it takes any
#   text as an action; with the others good policies are marked, or nothing can be checked. Try it on a bad name and on
#   one in upper case.
# Seen: effect 4.1.0, typebox 1.4.3, arktype 2.2.10, ajv 8.20.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  effect@4.1.0 typebox@1.4.3 arktype@2.2.10 ajv@8.20.0 > npm.log

cat > probe.js <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
import { type } from "arktype";
import { Schema } from "effect";
import { Type } from "typebox";
import { Value } from "typebox/value";

const converted = (name, takes, convert) => {
  const answers = ["ims:images:list", "IMS:Images:list", "ims images"].map((text) => `${text} ${takes(text)}`);
  console.log(`${name}: ${answers.join(", ")}`);
  try {
    const { $schema, ...schema } = JSON.parse(JSON.stringify(convert()));
    console.log(`  ${JSON.stringify(schema)}`);
    const validate = new Ajv2020().compile(schema);
    console.log(`  ajv: IMS:Images:list ${validate("IMS:Images:list")}, ims images ${validate("ims images")}`);
  } catch (error) {
    console.log(`  throws ${error.message}`);
  }
};
const expressions = { "no flag": /^[a-z:]+$/, "flag u": /^[a-z:]+$/u, "flag i": /^[a-z:]+$/i };

for (const [name, expression] of Object.entries(expressions)) {
  const effect = Schema.String.check(Schema.isPattern(expression));
  converted(`effect, ${name}`, Schema.is(effect), () => Schema.toJsonSchemaDocument(effect).schema);
  const box = Type.String({ pattern: expression });
  converted(`typebox, ${name}`, (text) => Value.Check(box, text), () => box);
  const ark = type(expression);
  converted(`arktype, ${name}`, (text) => ark.allows(text), () => ark.toJsonSchema());
}
JS
seen=$(node probe.js)

recorded='effect, no flag: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string"}
  ajv: IMS:Images:list true, ims images true
typebox, no flag: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string","pattern":{}}
  throws schema is invalid: data/pattern must be string
arktype, no flag: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string","pattern":"^[a-z:]+$"}
  ajv: IMS:Images:list false, ims images false
effect, flag u: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string","pattern":"^[a-z:]+$"}
  ajv: IMS:Images:list false, ims images false
typebox, flag u: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string","pattern":{}}
  throws schema is invalid: data/pattern must be string
arktype, flag u: ims:images:list true, IMS:Images:list false, ims images false
  {"type":"string","pattern":"^[a-z:]+$"}
  ajv: IMS:Images:list false, ims images false
effect, flag i: ims:images:list true, IMS:Images:list true, ims images false
  {"type":"string"}
  ajv: IMS:Images:list true, ims images true
typebox, flag i: ims:images:list true, IMS:Images:list true, ims images false
  {"type":"string","pattern":{}}
  throws schema is invalid: data/pattern must be string
arktype, flag i: ims:images:list true, IMS:Images:list true, ims images false
  {"type":"string","pattern":"^[a-z:]+$"}
  ajv: IMS:Images:list false, ims images false'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what becomes of patterns in JSON Schema is not as recorded" >&2
  exit 1
fi
echo "as recorded"
