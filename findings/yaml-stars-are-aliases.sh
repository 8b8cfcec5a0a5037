#!/usr/bin/env bash
# One would expect: `*:*:*` without quotes, the widest action, is the text `*:*:*` or an error everywhere; in a linter,
#   a file that no loader reads is a parsing error.
# What happens: it is an alias of the name `:*:*`. `yaml` and js-yaml refuse it, for no anchor has that name;
#   yaml-eslint-parser, though built on `yaml`, reports nothing and gives null, as it does for an alias to an anchor of
#   an earlier document; the `standard` rules of
#   eslint-plugin-yml find nothing. @stoplight/yaml gives null or drops the
#   member. `ims:*:get`, with the star further on, is a text everywhere.
# Why it matters: to a linter of policies the most dangerous entry is null, and null looks like nothing. Look for
#   aliases without an anchor before them in the same document.
# Seen: yaml-eslint-parser 2.1.0, eslint 10.15.0, eslint-plugin-yml 3.10.0 (`standard`), yaml 2.9.1,
#   js-yaml 5.5.0, @stoplight/yaml 4.3.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml-eslint-parser@2.1.0 eslint@10.15.0 eslint-plugin-yml@3.10.0 yaml@2.9.1 js-yaml@5.5.0 @stoplight/yaml@4.3.0 \
  > npm.log

cat > probe.js <<'JS'
import stoplight from "@stoplight/yaml";
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import * as jsYaml from "js-yaml";
import * as yaml from "yaml";
import { getStaticYAMLValue, parseForESLint } from "yaml-eslint-parser";

const findings = (text) =>
  new Linter().verify(
    text,
    yml.configs.standard.map((config) => ({ ...config, files: ["**/*.yaml"] })),
    { filename: "policy.yaml" },
  ).length;
const readers = {
  yaml: (text) => yaml.parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  }),
  "js-yaml": (text) => jsYaml.loadAll(text),
  "yaml-eslint-parser": (text) => getStaticYAMLValue(parseForESLint(text, {}).ast),
  "@stoplight/yaml": (text) => stoplight.parse(text),
};
const texts = [
  "Action:\n  - *:*:*\n",
  "Action: *:*:*\n",
  "a: &read [ims:*:get]\n---\nb: *read\n",
  "Action: [ims:*:get]\n",
];
for (const text of texts) {
  console.log(JSON.stringify(text));
  for (const [reader, read] of Object.entries(readers)) {
    let result;
    try {
      result = JSON.stringify(read(text));
    } catch (error) {
      result = error.message.match(/(Unresolved|unidentified) alias/)?.[0] ?? error.message;
    }
    console.log(`  ${reader} | ${result}`);
  }
  console.log(`  eslint-plugin-yml | ${findings(text)} findings`);
}
JS
seen=$(node probe.js)

recorded='"Action:\n  - *:*:*\n"
  yaml | Unresolved alias
  js-yaml | unidentified alias
  yaml-eslint-parser | {"Action":[null]}
  @stoplight/yaml | {"Action":[null]}
  eslint-plugin-yml | 0 findings
"Action: *:*:*\n"
  yaml | Unresolved alias
  js-yaml | unidentified alias
  yaml-eslint-parser | {"Action":null}
  @stoplight/yaml | {}
  eslint-plugin-yml | 0 findings
"a: &read [ims:*:get]\n---\nb: *read\n"
  yaml | Unresolved alias
  js-yaml | unidentified alias
  yaml-eslint-parser | [{"a":["ims:*:get"]},{"b":null}]
  @stoplight/yaml | {"a":["ims:*:get"]}
  eslint-plugin-yml | 0 findings
"Action: [ims:*:get]\n"
  yaml | [{"Action":["ims:*:get"]}]
  js-yaml | [{"Action":["ims:*:get"]}]
  yaml-eslint-parser | {"Action":["ims:*:get"]}
  @stoplight/yaml | {"Action":["ims:*:get"]}
  eslint-plugin-yml | 0 findings'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what YAML readers make of an alias without an anchor is not as recorded" >&2
  exit 1
fi
echo "as recorded"
