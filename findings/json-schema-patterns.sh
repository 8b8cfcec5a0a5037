#!/usr/bin/env bash
# One would expect: a pattern of a JSON schema means the same to all that read the schema, or one that JavaScript cannot
#   compile is an error everywhere.
# What happens: `(?i)` in front makes the pattern blind to case in both language servers, which cut it off; ajv throws,
#   and eslint-plugin-json-schema-validator ends the ESLint run. A colon with a backslash, which a regular expression
#   with the flag `u` may not have, stops ajv only. With a group named as in Go or Python, `(?P<name>...)`, the server
#   for JSON takes every value without a word, and the server for YAML refuses every value with "Invalid pattern"; the
#   other two throw. `[[:alpha:]]` compiles without `u`, so three of the four refuse every value and ajv throws.
# Why it matters: names of IAM actions are compared without regard to case, and `(?i)` is how Go, Python and editors say
#   it; the schema works while it is written in the editor. A schema that is given away spells out both cases, and is
#   compiled with `new RegExp(pattern, "u")` in a test.
# Seen: vscode-json-languageservice 5.7.2, yaml-language-server 2.0.0, ajv 8.20.0, eslint-plugin-json-schema-validator
#   6.3.1, eslint 10.15.0, Node 20.20.2: the lines under `recorded`, in each of them what is said of "ims:images:list"
#   and of "evs-1".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  vscode-json-languageservice@5.7.2 yaml-language-server@2.0.0 vscode-languageserver-textdocument@1.0.16 \
  ajv@8.20.0 eslint-plugin-json-schema-validator@6.3.1 eslint@10.15.0 > npm.log

cat > probe.cjs <<'JS'
const { Ajv } = require("ajv");
const json = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");
const yaml = require("yaml-language-server");

const patterns = ["(?i)^IMS:", "^ims\\:", "^(?P<service>ims):", "^[[:alpha:]]+:images"];
let version = 0;
const document = (language, text) => TextDocument.create(`file:///a.${language}`, language, ++version, text);
const served = (service, schema) => {
  service.configure({ validate: true, schemas: [{ uri: "schema:a", fileMatch: ["*"], schema }] });
  return service;
};
const readers = {
  "JSON server": async (schema, text) => {
    const service = served(json.getLanguageService({}), schema);
    const file = document("json", text);
    return service.doValidation(file, service.parseJSONDocument(file));
  },
  "YAML server": (schema, text) => {
    const workspaceContext = { resolveRelativePath: (path) => path };
    const telemetry = { send() {}, sendError() {}, sendTrack() {} };
    const service = yaml.getLanguageService({ schemaRequestService: async () => "{}", workspaceContext, telemetry });
    return served(service, schema).doValidation(document("yaml", text), false);
  },
  ajv: async (schema, text) => {
    const ajv = new Ajv();
    return ajv.validate(schema, JSON.parse(text)) ? [] : ajv.errors;
  },
  ESLint: async (schema, text) => {
    const { ESLint } = await import("eslint");
    const { default: plugin } = await import("eslint-plugin-json-schema-validator");
    const options = { schemas: [{ fileMatch: ["*.json"], schema }], useSchemastoreCatalog: false };
    const rules = { "json-schema-validator/no-invalid": ["error", options] };
    const overrideConfig = [...plugin.configs.base, { files: ["*.json"], rules }];
    const [{ messages }] = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintText(text, {
      filePath: "a.json",
    });
    return messages;
  },
};
const judge = async (reader, pattern, action) => {
  const schema = { type: "object", properties: { action: { type: "string", pattern } } };
  try {
    const [first] = await reader(schema, JSON.stringify({ action }));
    return first ? `refused${first.message.startsWith("Invalid pattern") ? " as invalid" : ""}` : "fine";
  } catch (error) {
    return `throws${error.message.includes("Invalid regular expression") ? "" : error.message}`;
  }
};
(async () => {
  for (const pattern of patterns) {
    for (const [name, reader] of Object.entries(readers)) {
      const said = [await judge(reader, pattern, "ims:images:list"), await judge(reader, pattern, "evs-1")];
      console.log(`${pattern} | ${name} | ${said.join(", ")}`);
    }
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs 2> probe.log)

recorded='(?i)^IMS: | JSON server | fine, refused
(?i)^IMS: | YAML server | fine, refused
(?i)^IMS: | ajv | throws, throws
(?i)^IMS: | ESLint | throws, throws
^ims\: | JSON server | fine, refused
^ims\: | YAML server | fine, refused
^ims\: | ajv | throws, throws
^ims\: | ESLint | fine, refused
^(?P<service>ims): | JSON server | fine, fine
^(?P<service>ims): | YAML server | refused as invalid, refused as invalid
^(?P<service>ims): | ajv | throws, throws
^(?P<service>ims): | ESLint | throws, throws
^[[:alpha:]]+:images | JSON server | refused, refused
^[[:alpha:]]+:images | YAML server | refused, refused
^[[:alpha:]]+:images | ajv | throws, throws
^[[:alpha:]]+:images | ESLint | refused, refused'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the readers of a JSON schema make of these patterns is not as recorded" >&2
  exit 1
fi
echo "as recorded"
