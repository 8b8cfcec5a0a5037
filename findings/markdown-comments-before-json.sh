#!/usr/bin/env bash
# One would expect: `<!-- eslint-disable some/rule -->` before a fence of @eslint/markdown switches off this rule in it,
#   and in strict JSON, which has no comments, is an error or does nothing. A fence is code of its language, however the
#   name is written.
# What happens: the comment is written into the code as `/* ... */`. Strict JSON cannot be parsed then, and the
#   processor drops the parsing error, because its place is in the comment and not in the Markdown. So any ESLint
#   comment, also one that names another rule or sets one to "error", silences the whole fence, and its own parsing
#   errors. With the language `json/jsonc` the comment does what it says. And a fence named `JSON` or `json{1}` is a file
#   of another extension, which `**/*.json` does not match.
# Why it matters: examples of policies in documentation look checked and are not. Lint fences as `json/jsonc`, which
#   takes strict JSON, too, and by a pattern for each spelling.
# Seen: @eslint/markdown 8.0.3, @eslint/json 2.1.1, eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @eslint/markdown@8.0.3 @eslint/json@2.1.1 eslint@10.15.0 > npm.log

cat > probe.js <<'JS'
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { ESLint } from "eslint";

const lint = async (language, text) => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" },
      {
        files: ["**/*.json"],
        plugins: { json },
        language,
        rules: { "json/no-duplicate-keys": "error", "json/no-empty-keys": "error" },
      },
    ],
  });
  const [{ messages }] = await eslint.lintText(text, { filePath: "policies.md" });
  return messages.map(({ ruleId }) => ruleId ?? "parsing error").join(", ") || "nothing";
};
const doubled = '{ "Effect": "Allow", "Effect": "Deny" }';
const cases = [
  ["", "json", doubled],
  ["<!-- eslint-disable json/no-duplicate-keys -->", "json", doubled],
  ["<!-- eslint-disable json/no-empty-keys -->", "json", doubled],
  ['<!-- eslint json/no-duplicate-keys: "error" -->', "json", doubled],
  ["", "json", '{ "Effect": }'],
  ["<!-- eslint-disable json/no-empty-keys -->", "json", '{ "Effect": }'],
  ["", "JSON", doubled],
  ["", "json{1}", doubled],
];
for (const [comment, name, code] of cases) {
  const text = `${comment}\n\n\`\`\`${name}\n${code}\n\`\`\`\n`;
  console.log(`${comment || "no comment"} | ${name} | ${code}`);
  console.log(`  json/json: ${await lint("json/json", text)} | json/jsonc: ${await lint("json/jsonc", text)}`);
}
JS
seen=$(node probe.js)

recorded='no comment | json | { "Effect": "Allow", "Effect": "Deny" }
  json/json: json/no-duplicate-keys | json/jsonc: json/no-duplicate-keys
<!-- eslint-disable json/no-duplicate-keys --> | json | { "Effect": "Allow", "Effect": "Deny" }
  json/json: nothing | json/jsonc: nothing
<!-- eslint-disable json/no-empty-keys --> | json | { "Effect": "Allow", "Effect": "Deny" }
  json/json: nothing | json/jsonc: json/no-duplicate-keys
<!-- eslint json/no-duplicate-keys: "error" --> | json | { "Effect": "Allow", "Effect": "Deny" }
  json/json: nothing | json/jsonc: json/no-duplicate-keys
no comment | json | { "Effect": }
  json/json: parsing error | json/jsonc: parsing error
<!-- eslint-disable json/no-empty-keys --> | json | { "Effect": }
  json/json: nothing | json/jsonc: parsing error
no comment | JSON | { "Effect": "Allow", "Effect": "Deny" }
  json/json: nothing | json/jsonc: nothing
no comment | json{1} | { "Effect": "Allow", "Effect": "Deny" }
  json/json: nothing | json/jsonc: nothing'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what comments do to JSON in Markdown is not as recorded" >&2
  exit 1
fi
echo "as recorded"
