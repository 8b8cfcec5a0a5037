#!/usr/bin/env bash
# One would expect: a pattern of ast-grep, which is code with placeholders, finds that code; a text in it stands for
#   itself, as it does in JSON and JavaScript.
# What happens: in YAML the content of a quoted text or a block text is no node of the grammar, and ast-grep compares
#   nodes. So `Effect: "Deny"` finds `Effect: "Allow"`, at each strictness, and a pattern of one quoted action finds all
#   quoted texts. Without quotes it finds only the same text, and never a quoted one. In JSON a pattern of an object
#   finds objects with no other member, a placeholder for the others finds nothing, and members alone are refused.
# Why it matters: such a rule for policies in YAML reports, or rewrites with `fix`, statements of the other effect. Ask
#   with `regex` for the text of a node, in both languages.
# Seen: @ast-grep/napi 0.51.2, @ast-grep/lang-yaml 0.0.6, @ast-grep/lang-json 0.0.6, Node 20.20.2: the lines under
#   `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @ast-grep/napi@0.51.2 @ast-grep/lang-yaml@0.0.6 @ast-grep/lang-json@0.0.6 > npm.log

cat > policy.yaml <<'YAML'
Statement:
  - Effect: "Allow"
    Action: ["ims:images:list"]
  - Effect: "Deny"
  - Effect: Allow
  - Sid: |
      Allow
YAML
cat > policy.json <<'JSON'
{ "Statement": [{ "Effect": "Allow", "Action": [] }, { "Effect": "Deny" }, { "Effect": "Allow" }] }
JSON
cat > probe.js <<'JS'
import fs from "node:fs";
import json from "@ast-grep/lang-json";
import yaml from "@ast-grep/lang-yaml";
import { parse, registerDynamicLanguage } from "@ast-grep/napi";

registerDynamicLanguage({ json, yaml });
const find = (language, matcher) => {
  const root = parse(language, fs.readFileSync(`policy.${language}`, "utf8")).root();
  let found;
  try {
    found = root.findAll(matcher).map((node) => node.text().trim().replace(/\s+/g, " "));
  } catch {
    found = ["an error"];
  }
  const name = typeof matcher === "string" ? matcher : JSON.stringify(matcher.rule);
  console.log(`${language} | ${name.replace(/\n */g, "\\n")} | ${found.join(" / ") || "nothing"}`);
};
find("yaml", 'Effect: "Deny"');
for (const strictness of ["cst", "smart", "ast", "relaxed", "signature"]) {
  find("yaml", { rule: { pattern: { context: 'Effect: "Deny"', strictness } } });
}
find("yaml", '"ims:*:*"');
find("yaml", "Sid: |\n  Deny");
find("yaml", "Effect: Deny");
find("yaml", "Effect: Allow");
find("yaml", { rule: { kind: "double_quote_scalar", regex: '^"Deny"$' } });
find("json", '{ "Effect": "Allow" }');
find("json", '{ "Effect": "Allow", $$$ }');
find("json", '{ "Effect": "Allow", $$$OTHERS }');
find("json", '"Effect": "Allow"');
find("json", { rule: { kind: "pair", regex: '^"Effect": *"Allow"$' } });
JS
seen=$(node probe.js)

recorded='yaml | Effect: "Deny" | Effect: "Allow" / Effect: "Deny"
yaml | {"pattern":{"context":"Effect: \"Deny\"","strictness":"cst"}} | Effect: "Allow" / Effect: "Deny"
yaml | {"pattern":{"context":"Effect: \"Deny\"","strictness":"smart"}} | Effect: "Allow" / Effect: "Deny"
yaml | {"pattern":{"context":"Effect: \"Deny\"","strictness":"ast"}} | Effect: "Allow" / Effect: "Deny"
yaml | {"pattern":{"context":"Effect: \"Deny\"","strictness":"relaxed"}} | Effect: "Allow" / Effect: "Deny"
yaml | {"pattern":{"context":"Effect: \"Deny\"","strictness":"signature"}} | Effect: "Allow" / Effect: "Deny"
yaml | "ims:*:*" | "Allow" / "ims:images:list" / "Deny"
yaml | Sid: |\nDeny | Sid: | Allow
yaml | Effect: Deny | nothing
yaml | Effect: Allow | Effect: Allow
yaml | {"kind":"double_quote_scalar","regex":"^\"Deny\"$"} | "Deny"
json | { "Effect": "Allow" } | { "Effect": "Allow" }
json | { "Effect": "Allow", $$$ } | nothing
json | { "Effect": "Allow", $$$OTHERS } | nothing
json | "Effect": "Allow" | an error
json | {"kind":"pair","regex":"^\"Effect\": *\"Allow\"$"} | "Effect": "Allow" / "Effect": "Allow"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what patterns of ast-grep find in YAML and JSON is not as recorded" >&2
  exit 1
fi
echo "as recorded"
