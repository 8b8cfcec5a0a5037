#!/usr/bin/env bash
# One would expect: resolving every `$ref` gives the same whatever the order of the file, and keys beside a `$ref` (a
#   description, an `x-` extension with the permission) are kept, as they are for most references.
# What happens: json-schema-ref-parser, and swagger-parser upon it, put such keys over a copy of the target. Where the
#   target refers to itself and was resolved before, by standing above or by an earlier reference, the target itself is
#   taken and the keys are lost without a word; below, or at the first reference, they are kept. Where they are kept,
#   `properties` are joined with the target's and `required` replaces it, so that keys stop being required.
# Why it matters: a catalogue made of resolved API descriptions loses the extension of an operation for a schema that
#   happens to be recursive (a folder, a project, a policy), and a sort of the file changes which. Read extensions from
#   the unresolved document, where `$refs.get` finds the target.
# Seen: @apidevtools/swagger-parser 13.0.0, @apidevtools/json-schema-ref-parser 15.5.2, Node 20.20.2: the lines under
#   `recorded`, which are the first level of each resolved schema.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @apidevtools/swagger-parser@13.0.0 @apidevtools/json-schema-ref-parser@15.5.2 > npm.log

cat > probe.js <<'JS'
import $RefParser from "@apidevtools/json-schema-ref-parser";
import SwaggerParser from "@apidevtools/swagger-parser";

const $ref = "#/components/schemas/Folder";
const flat = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
const folder = { type: "object", properties: { parent: { $ref } } };
const a = { $ref, "x-action": "obs:folder:get" };
const b = { $ref, "x-action": "obs:folder:list" };
const own = { $ref, properties: { size: { type: "integer" } }, required: ["size"] };
const cases = {
  "target above": { Folder: flat, A: a, B: b },
  "recursive target above": { Folder: folder, A: a, B: b },
  "recursive target below": { A: a, B: b, Folder: folder },
  "recursive target between": { A: a, Folder: folder, B: b },
  "schema beside the reference": { Folder: flat, Own: own },
};
for (const [name, schemas] of Object.entries(cases)) {
  const results = await Promise.all(
    [$RefParser, SwaggerParser].map(async (parser) => {
      const document = { openapi: "3.1.0", info: { title: "Folders", version: "1" }, paths: {}, components: { schemas } };
      const resolved = (await parser.dereference(structuredClone(document))).components.schemas;
      return ["A", "B", "Own"]
        .filter((key) => key in resolved)
        .map((key) => {
          const { "x-action": action, properties, required } = resolved[key];
          return `${key}: ${action ?? "no action"}, ${Object.keys(properties)}, required ${required ?? "none"}`;
        })
        .join("; ");
    }),
  );
  console.log(`${name} | ${[...new Set(results)].join(" | ")}`);
}
JS
seen=$(node probe.js)

recorded='target above | A: obs:folder:get, name, required name; B: obs:folder:list, name, required name
recursive target above | A: no action, parent, required none; B: no action, parent, required none
recursive target below | A: obs:folder:get, parent, required none; B: no action, parent, required none
recursive target between | A: obs:folder:get, parent, required none; B: no action, parent, required none
schema beside the reference | Own: no action, name,size, required size'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what becomes of keys beside a reference is not as recorded" >&2
  exit 1
fi
echo "as recorded"
