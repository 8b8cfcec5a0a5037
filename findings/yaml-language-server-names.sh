#!/usr/bin/env bash
# One would expect: a hover shows the description of the name under the cursor, in whatever form a schema lists names.
# What happens: an `enum` is shown as a whole, each name with its text; also under `anyOf` beside `{}`. Branches
#   `{ const, description }` give the one text. With `markdownDescription` instead, all texts are joined if no other schema
#   applies to the item: branches without a `description` or a `title` count as the same schema, so that all of
#   them seem to match.
# Why it matters: a list of a thousand actions makes a hover of 260,000 characters. A schema for this server needs the names
#   twice: an `enum` in the `else` of `if: { type: string }`, which applies to an item that is no text yet and is offered
#   there, and constants for the hover.
# Seen: yaml-language-server 2.0.0, vscode-languageserver-textdocument 1.0.16, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml-language-server@2.0.0 vscode-languageserver-textdocument@1.0.16 > npm.log 2>&1

cat > probe.mjs <<'JS'
import { getLanguageService } from "yaml-language-server";
import { TextDocument } from "vscode-languageserver-textdocument";

const names = Array.from({ length: 300 }, (_, index) => `jam:pots:n${index}`);
const texts = names.map((name) => `About ${name}.`);
const all = { enum: names, markdownEnumDescriptions: texts };
const constants = (key) => names.map((name, index) => ({ const: name, [key]: texts[index] }));
const items = {
  enum: { type: "string", ...all },
  "enum under anyOf": { type: "string", anyOf: [all, {}] },
  "constants, description": { type: "string", anyOf: constants("description") },
  "constants, markdownDescription": { type: "string", anyOf: constants("markdownDescription") },
  "else and constants": {
    type: "string",
    allOf: [{ if: { type: "string" }, else: all }, { anyOf: [...constants("markdownDescription"), {}] }],
  },
};

async function serverFor(schema) {
  const server = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error("no network")),
    workspaceContext: { resolveRelativePath: (path) => path },
    yamlSettings: { documents: { get: () => undefined }, specificValidatorPaths: [] },
    clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } } },
  });
  server.configure({
    ...{ validate: true, hover: true, completion: true },
    schemas: [{ uri: "file:///schema.json", fileMatch: ["*.yaml"], schema }],
  });
  return server;
}
const documentOf = (text) => TextDocument.create("file:///a.yaml", "yaml", 1, text);
const at = (line, character) => ({ line, character });

for (const [name, item] of Object.entries(items)) {
  const server = await serverFor({ type: "object", properties: { list: { type: "array", items: item } } });
  const hover = await server.doHover(documentOf("list:\n  - jam:pots:n7"), at(1, 8));
  const shown = texts.filter((text) => hover?.contents.value.includes(text)).length;
  const { items: offered } = await server.doComplete(documentOf("list:\n  - "), at(1, 4), false);
  console.log(`${name}: offers ${offered.length}, a hover shows ${shown}`);
}
JS
seen=$(node probe.mjs 2>/dev/null)

recorded='enum: offers 300, a hover shows 300
enum under anyOf: offers 300, a hover shows 300
constants, description: offers 300, a hover shows 1
constants, markdownDescription: offers 300, a hover shows 300
else and constants: offers 300, a hover shows 1'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the YAML server makes of a schema with many names is not as recorded" >&2
  exit 1
fi
echo "as recorded"
