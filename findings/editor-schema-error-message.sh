#!/usr/bin/env bash
# One would expect: `errorMessage` beside a keyword of a schema is what the editor says where that keyword fails; the
#   language servers for JSON and for YAML agree, the second being made from the first.
# What happens: in `anyOf` and `oneOf` the JSON server forgets the message of an `enum` and lists the values of all
#   branches, in a line as long as they are; the YAML server keeps it. Beside a `const` in a branch neither uses it, nor
#   beside `anyOf` itself or a length. Under `else` of a condition, or in `allOf`, both do.
# Why it matters: "a known action or a pattern" is naturally `anyOf` of an `enum` and a `pattern`, and with thousands of
#   actions its message is a page of names. With `if` the pattern, `else` the `enum` it is one sentence in both.
# Seen: vscode-json-languageservice 5.7.2, yaml-language-server 2.0.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  vscode-json-languageservice@5.7.2 yaml-language-server@2.0.0 vscode-languageserver-textdocument@1.0.16 > npm.log

cat > probe.cjs <<'JS'
const json = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");
const yaml = require("yaml-language-server");

const known = { enum: ["ims:images:list", "ims:images:get"], errorMessage: "Unknown action." };
const wildcard = { pattern: "[*]" };
const forms = {
  alone: known,
  allOf: { allOf: [known] },
  anyOf: { anyOf: [known, wildcard] },
  oneOf: { oneOf: [known, wildcard] },
  "beside anyOf": { anyOf: [{ enum: known.enum }, wildcard], errorMessage: known.errorMessage },
  "const in anyOf": { anyOf: known.enum.map((value) => ({ const: value, errorMessage: known.errorMessage })) },
  "if, else": { if: wildcard, else: known },
  maxLength: { maxLength: 1, errorMessage: "Too long." },
};
const schemaOf = (form) => [
  { uri: "schema:a", fileMatch: ["*"], schema: { type: "object", properties: { action: form } } },
];
const inJson = async (form) => {
  const service = json.getLanguageService({});
  service.configure({ validate: true, schemas: schemaOf(form) });
  const document = TextDocument.create("file:///a.json", "json", 1, '{ "action": "ims:images:lst" }');
  return service.doValidation(document, service.parseJSONDocument(document));
};
const inYaml = async (form) => {
  const service = yaml.getLanguageService({
    schemaRequestService: async () => "{}",
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send() {}, sendError() {}, sendTrack() {} },
  });
  service.configure({ validate: true, schemas: schemaOf(form) });
  return service.doValidation(TextDocument.create("file:///a.yaml", "yaml", 1, "action: ims:images:lst\n"), false);
};
(async () => {
  for (const [name, form] of Object.entries(forms)) {
    for (const [language, validate] of Object.entries({ JSON: inJson, YAML: inYaml })) {
      const messages = (await validate(form)).map(({ message }) => message);
      console.log(`${name} | ${language} | ${messages.join(" / ")}`);
    }
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='alone | JSON | Unknown action.
alone | YAML | Unknown action.
allOf | JSON | Unknown action.
allOf | YAML | Unknown action.
anyOf | JSON | Value is not accepted. Valid values: "ims:images:list", "ims:images:get".
anyOf | YAML | Unknown action.
oneOf | JSON | Value is not accepted. Valid values: "ims:images:list", "ims:images:get".
oneOf | YAML | Unknown action.
beside anyOf | JSON | Value is not accepted. Valid values: "ims:images:list", "ims:images:get".
beside anyOf | YAML | Value is not accepted. Valid values: "ims:images:list", "ims:images:get".
const in anyOf | JSON | Value is not accepted. Valid values: "ims:images:list", "ims:images:get".
const in anyOf | YAML | Value must be "ims:images:list" | "ims:images:get".
if, else | JSON | Unknown action.
if, else | YAML | Unknown action.
maxLength | JSON | String is longer than the maximum length of 1.
maxLength | YAML | String is longer than the maximum length of 1.'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where the language servers use errorMessage is not as recorded" >&2
  exit 1
fi
echo "as recorded"
