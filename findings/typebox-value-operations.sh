#!/usr/bin/env bash
# One would expect: an operation that repairs a value keeps what can be kept, converting it first, or takes out what
#   it does not know; defaults are filled in wherever a schema has them; one that converts leaves alone what it cannot
#   read.
# What happens: `Value.Repair` puts the first of the allowed texts in place of one that is misspelt: "deny" becomes
#   "Allow", unless the schema has a default. A single text becomes an empty list, though `Value.Convert` makes a list
#   of it. Where a text or a list may be, a list with a number in it becomes an empty text, though `Repair` keeps it
#   where only a list may be. An optional member of another type is replaced by an invented one. `Value.Default` fills
#   in the objects behind `additionalProperties`, but not those of a `Record` by any text or a pattern, where it does
#   fill in texts. `Value.Convert` makes lists with "null" or an empty text of null and undefined, and `[{}]` of a
#   Set. Two different Sets are equal, and have one hash.
# Why it matters: a loader that repairs policies turns a mistake in an effect into a grant, and nobody is told. Check,
#   and refuse.
# Seen: typebox 1.4.3, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error typebox@1.4.3 > npm.log

cat > probe.js <<'JS'
import { Type } from "typebox";
import { Value } from "typebox/value";

const show = (name, value) => console.log(`${name}: ${JSON.stringify(value)}`);
const texts = Type.Array(Type.String());
const textOrTexts = Type.Union([Type.String(), texts]);
const effects = [Type.Literal("Allow"), Type.Literal("Deny")];
const condition = Type.Object({ key: Type.String() });

show("Repair, a misspelt effect", Value.Repair(Type.Union(effects), "deny"));
show("Repair, a misspelt effect of an Enum", Value.Repair(Type.Enum(["Allow", "Deny"]), "deny"));
show("Repair, a misspelt effect with a default", Value.Repair(Type.Union(effects, { default: "Deny" }), "deny"));
show("Repair, a text for a list", Value.Repair(texts, "a"));
show("Convert, a text for a list", Value.Convert(texts, "a"));
show("Repair, a number in a list", Value.Repair(texts, ["a", 5]));
show("Repair, a number in a list where a text may be", Value.Repair(textOrTexts, ["a", 5]));
show("Convert, a number in a list where a text may be", Value.Convert(textOrTexts, ["a", 5]));
show("Repair, an optional condition", Value.Repair(Type.Object({ c: Type.Optional(condition) }), { c: "x" }));

const statement = Type.Object({ Effect: Type.String({ default: "Deny" }) });
show("Default, in an object", Value.Default(Type.Object({ a: statement }), { a: {} }));
show("Default, in additionalProperties", Value.Default(Type.Object({}, { additionalProperties: statement }), { a: {} }));
show("Default, in a Record by two texts", Value.Default(Type.Record(Type.Enum(["a", "b"]), statement), { a: {} }));
show("Default, in a Record by any text", Value.Default(Type.Record(Type.String(), statement), { a: {} }));
const patterned = Type.Record(Type.String({ pattern: "^a" }), statement);
show("Default, in a Record by a pattern", Value.Default(patterned, { a: {} }));
const record = Type.Record(Type.String(), Type.String({ default: "b" }));
show("Default, a text in a Record by any text", Value.Default(record, { a: undefined }));

show("Convert, null for a list", Value.Convert(texts, null));
show("Convert, undefined for a list", Value.Convert(texts, undefined));
show("Convert, a Set for a list", Value.Convert(texts, new Set(["a", "b"])));
const sets = [new Set(["a"]), new Set(["b"])];
show("Equal and Hash of two Sets", [Value.Equal(...sets), Value.Hash(sets[0]) === Value.Hash(sets[1])]);
show("Diff of two Sets", Value.Diff(...sets));
JS
seen=$(node probe.js)

recorded='Repair, a misspelt effect: "Allow"
Repair, a misspelt effect of an Enum: "Allow"
Repair, a misspelt effect with a default: "Deny"
Repair, a text for a list: []
Convert, a text for a list: ["a"]
Repair, a number in a list: ["a","5"]
Repair, a number in a list where a text may be: ""
Convert, a number in a list where a text may be: ["a","5"]
Repair, an optional condition: {"c":{"key":""}}
Default, in an object: {"a":{"Effect":"Deny"}}
Default, in additionalProperties: {"a":{"Effect":"Deny"}}
Default, in a Record by two texts: {"a":{"Effect":"Deny"}}
Default, in a Record by any text: {"a":{}}
Default, in a Record by a pattern: {"a":{}}
Default, a text in a Record by any text: {"a":"b"}
Convert, null for a list: ["null"]
Convert, undefined for a list: [""]
Convert, a Set for a list: [{}]
Equal and Hash of two Sets: [true,true]
Diff of two Sets: []'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the operations of typebox do to values is not as recorded" >&2
  exit 1
fi
echo "as recorded"
