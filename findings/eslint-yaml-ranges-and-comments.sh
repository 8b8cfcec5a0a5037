#!/usr/bin/env bash
# One would expect: the ESLint language for YAML of the package eslint-yaml gives a value the range of its text, takes
#   `# eslint-disable-next-line` and `# eslint-disable-line` as its page shows, and reads a stream of documents.
# What happens: the range of a value in a block goes on to the end of the line, with the comment and the line break; in
#   brackets it is the text. So a fix that replaces a value joins two lines. Directives do nothing but be reported as
#   unused at line 0, and the fix of that report writes blanks at the start of the file. Comments in consecutive lines
#   are one: a note below a directive makes it name a rule that does not exist. Only `# eslint our/rule: off` works. A
#   second document is a parsing error. The language of eslint-plugin-yml does all of this as expected.
# Why it matters: a rule that was tested on values in brackets breaks files when it fixes values in blocks, and nobody
#   can silence one finding.
# Seen: eslint-yaml 0.1.0, eslint-plugin-yml 3.10.0, eslint 10.15.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  eslint-yaml@0.1.0 eslint-plugin-yml@3.10.0 eslint@10.15.0 > npm.log

cat > probe.js <<'JS'
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import { yaml } from "eslint-yaml";

const report = (context, node) => {
  if (node.value !== "allow") return;
  const fix = (fixer) => fixer.replaceText(node, "Allow");
  context.report({ node, message: "report", fix });
};
const rule = {
  meta: { fixable: "code" },
  create: (context) => ({ "Scalar, YAMLScalar": (node) => report(context, node) }),
};
const languages = { "eslint-yaml": "yaml/yaml", "eslint-plugin-yml": "yml/yaml" };
const texts = [
  "Effect: allow # why\nAction: []\n",
  "- allow\n- Deny\n",
  "[allow, Deny]\n",
  "# eslint-disable-next-line our/rule\nEffect: allow\n",
  "Effect: allow # eslint-disable-line our/rule\n",
  "# eslint-disable our/rule\n# for old systems\nEffect: allow\n",
  "# eslint our/rule: off\nEffect: allow\n",
  "Effect: allow\n---\nEffect: Deny\n",
];
for (const text of texts) {
  console.log(JSON.stringify(text));
  for (const [name, language] of Object.entries(languages)) {
    const config = { files: ["**/*.yaml"], plugins: { yaml, yml, our: { rules: { rule } } }, language };
    config.rules = { "our/rule": "error" };
    const said = new Linter()
      .verify(text, config, "a.yaml")
      .map(({ message, line }) => `${line}: ${message.replace(/\(.*|;[^]*/, "").replace(/\s+/g, " ").trim()}`);
    const { output } = new Linter().verifyAndFix(text, config, "a.yaml");
    console.log(`  ${name} | ${said.join(", ") || "nothing"}${output === text ? "" : ` | ${JSON.stringify(output)}`}`);
  }
}
JS
seen=$(node probe.js | tr "'" '"')

recorded='"Effect: allow # why\nAction: []\n"
  eslint-yaml | 1: report | "Effect: AllowAction: []\n"
  eslint-plugin-yml | 1: report | "Effect: Allow # why\nAction: []\n"
"- allow\n- Deny\n"
  eslint-yaml | 1: report | "- Allow- Deny\n"
  eslint-plugin-yml | 1: report | "- Allow\n- Deny\n"
"[allow, Deny]\n"
  eslint-yaml | 1: report | "[Allow, Deny]\n"
  eslint-plugin-yml | 1: report | "[Allow, Deny]\n"
"# eslint-disable-next-line our/rule\nEffect: allow\n"
  eslint-yaml | 0: Unused eslint-disable directive, 2: report | "          # eslint-disable-next-line our/rule\nEffect: Allow"
  eslint-plugin-yml | nothing
"Effect: allow # eslint-disable-line our/rule\n"
  eslint-yaml | 0: Unused eslint-disable directive, 1: report | " Effect: Allow"
  eslint-plugin-yml | nothing
"# eslint-disable our/rule\n# for old systems\nEffect: allow\n"
  eslint-yaml | 0: Definition for rule "our/rule for old systems" was not found., 3: report | "# eslint-disable our/rule\n# for old systems\nEffect: Allow"
  eslint-plugin-yml | nothing
"# eslint our/rule: off\nEffect: allow\n"
  eslint-yaml | nothing
  eslint-plugin-yml | nothing
"Effect: allow\n---\nEffect: Deny\n"
  eslint-yaml | 2: Parsing error: Source contains multiple documents
  eslint-plugin-yml | 1: report | "Effect: Allow\n---\nEffect: Deny\n"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what eslint-yaml makes of values and comments is not as recorded" >&2
  exit 1
fi
echo "as recorded"
