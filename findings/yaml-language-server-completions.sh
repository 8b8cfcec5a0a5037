#!/usr/bin/env bash
# One would expect: a value that an editor offers from the schema's `enum` is inserted so that it is this value; its
#   label in the list is "1.1" with quotes, so they come along.
# What happens: the quotes of the label are not inserted. `"1.1"` becomes the number 1.1, which the same server then
#   marks as not accepted; `*:*:*` becomes an alias without an anchor, `null` no text, and `a: b` breaks the file. An
#   opening quote that is already typed goes, too; between two quotes, which editors type, the closing one stays. With
#   `"type": "string"` beside the `enum`, which allows no more and no less, all of them get the quotes that they need,
#   but the closing quote still stays. Outside of the `anyOf` that the `enum` stands in, the type does nothing.
# Why it matters: a schema for policies in YAML has to say `"type": "string"` beside each `enum`, though in JSON it is
#   superfluous there.
# Seen: yaml-language-server 2.0.0, values by yaml 2.9.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml-language-server@2.0.0 vscode-languageserver-textdocument@1.0.16 yaml@2.9.1 > npm.log

cat > probe.cjs <<'JS'
const { TextDocument } = require("vscode-languageserver-textdocument");
const yaml = require("yaml");
const { getLanguageService } = require("yaml-language-server");

const values = ["1.1", "null", "a: b", "*:*:*", "ims:*:get"];
const service = getLanguageService({
  schemaRequestService: async () => "{}",
  workspaceContext: { resolveRelativePath: (path) => path },
  telemetry: { send() {}, sendError() {}, sendTrack() {} },
});
let documents = 0;
const open = (text) => TextDocument.create(`file:///${++documents}.yaml`, "yaml", 1, text);
const complete = async (property, typed, behind, value) => {
  service.configure({
    validate: true,
    completion: true,
    schemas: [{ uri: "schema:a", fileMatch: ["*"], schema: { type: "object", properties: { a: property } } }],
  });
  const document = open(`a: ${typed}${behind}`);
  const { items } = await service.doComplete(document, { line: 0, character: 3 + typed.length }, false);
  const item = items.find(({ label }) => label === value || label === JSON.stringify(value));
  const text = TextDocument.applyEdits(document, [item.textEdit]);
  let read;
  try {
    read = JSON.stringify(yaml.parse(text));
  } catch {
    read = "refused";
  }
  const accepted = (await service.doValidation(open(text), false)).length === 0;
  return `label ${item.label} | ${text} | ${read} | ${accepted ? "accepted" : "marked"}`;
};
(async () => {
  const schemas = {
    enum: { enum: values },
    "enum, type": { type: "string", enum: values },
    "enum in anyOf, type outside": { type: "string", anyOf: [{ enum: values }] },
  };
  for (const [name, property] of Object.entries(schemas)) {
    for (const value of values) {
      console.log(`${name} | ${await complete(property, "", "", value)}`);
    }
    console.log(`${name}, one quote typed | ${await complete(property, '"', "", "1.1")}`);
    console.log(`${name}, between quotes | ${await complete(property, '"', '"', "1.1")}`);
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='enum | label "1.1" | a: 1.1 | {"a":1.1} | marked
enum | label "null" | a: null | {"a":null} | marked
enum | label "a: b" | a: a: b | refused | marked
enum | label "*:*:*" | a: *:*:* | refused | marked
enum | label ims:*:get | a: ims:*:get | {"a":"ims:*:get"} | accepted
enum, one quote typed | label "1.1" | a: 1.1 | {"a":1.1} | marked
enum, between quotes | label "1.1" | a: 1.1" | {"a":"1.1\""} | marked
enum, type | label "1.1" | a: "1.1" | {"a":"1.1"} | accepted
enum, type | label "null" | a: "null" | {"a":"null"} | accepted
enum, type | label "a: b" | a: "a: b" | {"a":"a: b"} | accepted
enum, type | label "*:*:*" | a: "*:*:*" | {"a":"*:*:*"} | accepted
enum, type | label ims:*:get | a: ims:*:get | {"a":"ims:*:get"} | accepted
enum, type, one quote typed | label "1.1" | a: "1.1" | {"a":"1.1"} | accepted
enum, type, between quotes | label "1.1" | a: "1.1"" | refused | marked
enum in anyOf, type outside | label "1.1" | a: 1.1 | {"a":1.1} | marked
enum in anyOf, type outside | label "null" | a: null | {"a":null} | marked
enum in anyOf, type outside | label "a: b" | a: a: b | refused | marked
enum in anyOf, type outside | label "*:*:*" | a: *:*:* | refused | marked
enum in anyOf, type outside | label ims:*:get | a: ims:*:get | {"a":"ims:*:get"} | accepted
enum in anyOf, type outside, one quote typed | label "1.1" | a: 1.1 | {"a":1.1} | marked
enum in anyOf, type outside, between quotes | label "1.1" | a: 1.1" | {"a":"1.1\""} | marked'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what yaml-language-server inserts for values of an enum is not as recorded" >&2
  exit 1
fi
echo "as recorded"
