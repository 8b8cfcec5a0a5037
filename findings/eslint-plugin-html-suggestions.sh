#!/usr/bin/env bash
# One would expect: a plugin that takes programs out of other files, and moves the places and the fixes of their
#   findings back into the file, does so with suggestions as well.
# What happens: eslint-plugin-html moves the place and the fix and leaves suggestions as they are: their range counts
#   from the start of the script. What an editor offers as "make it Allow" overwrites some text further up, here in the
#   HTML above the scripts. The Markdown processor of @eslint/markdown moves all three.
# Why it matters: whoever applies suggestions, as editors do, writes at the wrong place without any error. A rule cannot
#   see it, and RuleTester cannot show it; try suggestions in files of each kind that one supports.
# Seen: eslint-plugin-html 8.2.1, @eslint/markdown 8.0.3, eslint 10.15.0, Node 20.20.2: the lines under `recorded`,
#   which are the text at the place, and the texts at the ranges of a fix and of a suggestion for the same literal.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint@10.15.0 eslint-plugin-html@8.2.1 @eslint/markdown@8.0.3 > npm.log

cat > probe.js <<'JS'
import markdown from "@eslint/markdown";
import { ESLint } from "eslint";
import html from "eslint-plugin-html";

const create = (context) => ({
  Literal(node) {
    const fix = (fixer) => fixer.replaceText(node, '"Allow"');
    context.report({ node, message: "spelling", fix, suggest: [{ desc: "make it Allow", fix }] });
  },
});
const our = { rules: { spelling: { meta: { fixable: "code", hasSuggestions: true }, create } } };
const rules = { "our/spelling": "error" };
const show = async (filePath, text, overrideConfig) => {
  const [{ messages }] = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintText(text, { filePath });
  const lines = text.split("\n");
  for (const { line, column, endColumn, fix, suggestions } of messages) {
    const texts = [
      lines[line - 1].slice(column - 1, endColumn - 1),
      text.slice(...fix.range),
      text.slice(...suggestions[0].fix.range),
    ];
    console.log(`${filePath} | place ${texts[0]} | fix ${texts[1]} | suggestion ${JSON.stringify(texts[2])}`);
  }
};
const page = `<!doctype html>
<title>Roles</title>
<script>
  const first = ["allow"];
</script>
<script>
  const second = ["allow"];
</script>
`;
await show("a.html", page, [{ files: ["*.html"], plugins: { html, our }, rules }]);
const notes = `# Roles

\`\`\`js
const first = ["allow"];
\`\`\`
`;
await show("a.md", notes, [
  { files: ["*.md"], plugins: { markdown }, processor: "markdown/markdown" },
  { files: ["**/*.md/*.js"], plugins: { our }, rules },
]);
JS
seen=$(node probe.js)

recorded='a.html | place "allow" | fix "allow" | suggestion "\n<title"
a.html | place "allow" | fix "allow" | suggestion "<title>"
a.md | place "allow" | fix "allow" | suggestion "\"allow\""'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where suggestions in HTML files point to is not as recorded" >&2
  exit 1
fi
echo "as recorded"
