#!/usr/bin/env bash
# One would expect: openapi-typescript with `--enum` writes the same values as without it, only with names; where a name
#   cannot be made it says so or finds another.
# What happens: everything that is no letter, digit or `_` becomes one `_`, so that `ims:images:list` and
#   `ims:images_list`, or `ims:*:*` and `ims:*`, get one name: TypeScript refuses the file, and bundlers, which do not
#   check, keep the last. `*:*:*` has no letter and keeps its text as a name. Two schemas whose names differ in the case
#   of the first letter write two enums of one name; TypeScript joins them without an error, and each schema takes the
#   values of both. An enum that is `nullable` loses the null, unless null is in the list: then no enum is written.
#   Without `--enum` all of this is right.
# Why it matters: names of actions and of patterns are what differs by separators only, so a client generated from an
#   API that lists them does not compile, or loses some. Take unions of texts, or `x-enum-varnames`, which name the
#   members one by one.
# Seen: openapi-typescript 7.13.0, typescript 5.9.3, Node 20.20.2: the lines under `recorded`: members and types as
#   written, what TypeScript reports, and the values at run time.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  openapi-typescript@7.13.0 typescript@5.9.3 > npm.log

cat > probe.js <<'JS'
import fs from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const text = (...values) => ({ type: "string", enum: values });
const cases = {
  "a colon and a line": { Action: text("ims:images:list", "ims:images_list") },
  stars: { Action: text("ims:*:*", "ims:*", "*:*:*") },
  "names of its own": { Action: { ...text("ims:*:*", "ims:*"), "x-enum-varnames": ["All", "Short"] } },
  "two schemas": { Action: text("ims:images:list"), action: text("create") },
  nullable: { Effect: { ...text("Allow", "Deny"), nullable: true } },
  "nullable with null": { Effect: { ...text("Allow", "Deny", null), nullable: true } },
};
const members = (source) => [...source.matchAll(/^ {4}(\S+) = "/gm)].map(([, name]) => name);
const types = (source) => [...source.matchAll(/^ {8}((?:Action|action|Effect): .*);$/gm)].map(([, type]) => type);
const written = [];
for (const [name, schemas] of Object.entries(cases)) {
  const document = { openapi: "3.0.3", info: { title: "T", version: "1" }, paths: {}, components: { schemas } };
  for (const mode of ["types", "enums"]) {
    const source = astToString(await openapiTS(structuredClone(document), { enum: mode === "enums" }));
    const file = `${name}, ${mode}.ts`;
    fs.writeFileSync(file, source);
    written.push([file, source]);
  }
}
const names = written.map(([file]) => file);
const program = ts.createProgram(names, { noEmit: true, strict: true, types: [], lib: ["lib.es5.d.ts"] });
for (const [file, source] of written) {
  const reported = program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ code }) => `TS${code}`);
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  fs.writeFileSync(`${file}.mjs`, outputText);
  const enums = Object.entries(await import(`./${file}.mjs`));
  const seen = [
    types(source).join("; "),
    members(source).join(" ") || "no enum",
    reported.join(" ") || "no error",
    ...enums.map(([key, values]) => `${key} is ${Object.values(values).join(", ")}`),
  ];
  console.log(`${file.replace(".ts", "")} | ${seen.join(" | ")}`);
}
JS
seen=$(node probe.js)

recorded='a colon and a line, types | Action: "ims:images:list" | "ims:images_list" | no enum | no error
a colon and a line, enums | Action: Action | ims_images_list ims_images_list | TS2300 TS2300 | Action is ims:images_list
stars, types | Action: "ims:*:*" | "ims:*" | "*:*:*" | no enum | no error
stars, enums | Action: Action | ims_ ims_ "*:*:*" | TS2300 TS2300 | Action is ims:*, *:*:*
names of its own, types | Action: "ims:*:*" | "ims:*" | no enum | no error
names of its own, enums | Action: Action | All Short | no error | Action is ims:*:*, ims:*
two schemas, types | Action: "ims:images:list"; action: "create" | no enum | no error
two schemas, enums | Action: Action; action: Action | ims_images_list create | no error | Action is ims:images:list, create
nullable, types | Effect: "Allow" | "Deny" | null | no enum | no error
nullable, enums | Effect: Effect | Allow Deny | no error | Effect is Allow, Deny
nullable with null, types | Effect: "Allow" | "Deny" | null | no enum | no error
nullable with null, enums | Effect: "Allow" | "Deny" | null | no enum | no error'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what openapi-typescript makes of lists of values is not as recorded" >&2
  exit 1
fi
echo "as recorded"
