#!/usr/bin/env bash
# One would expect: a library that edits TypeScript writes a text that is set as a literal of that text, names a
#   member as it is named, and removes a member or an entry whatever comments are behind it.
# What happens: `setLiteralValue` escapes quotes and line breaks, but no backslashes: of `a\b` it reads back another
#   text. In a template without expressions it escapes nothing, so that `${` begins an expression. A new member's name
#   is written as given: `g:x` becomes a syntax error that is not reported. The name of a quoted member has its
#   quotes, and `getProperty` finds it only with the kind of quotes that the file has. To remove the first member,
#   where a comment stands behind it, throws. The comment behind an entry stays when the entry goes: that of the first
#   is then above the second, that of the last behind the one before in place of its own, that of another in one line
#   with its neighbour's.
# Why it matters: programs that move or rename actions in policies are written with it. Conditions have keys with
#   colons, patterns backslashes, and a comment beside an action says why it is allowed. Use `JSON.stringify` for
#   texts and names, and read the result again.
# Seen: ts-morph 28.0.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error ts-morph@28.0.0 > npm.log

cat > probe.js <<'JS'
import { IndentationText, Project, SyntaxKind } from "ts-morph";

const manipulationSettings = { indentationText: IndentationText.TwoSpaces };
const project = new Project({ useInMemoryFileSystem: true, manipulationSettings });
const edit = (name, text, kind, change) => {
  const file = project.createSourceFile("policy.ts", text, { overwrite: true });
  try {
    const result = change(file.getFirstDescendantByKindOrThrow(kind));
    console.log(`-- ${name}${result === undefined ? "" : `: ${JSON.stringify(result)}`}\n${file.getFullText().trimEnd()}`);
  } catch (error) {
    console.log(`-- ${name}: throws ${error.message.split(/[.!]/)[0]}`);
  }
};
const { StringLiteral, NoSubstitutionTemplateLiteral, ObjectLiteralExpression, ArrayLiteralExpression } = SyntaxKind;
const set = (text) => (literal) => {
  literal.setLiteralValue(text);
  return literal.getLiteralValue();
};
edit("a quote", `const a = '';`, StringLiteral, set("it's"));
edit("a backslash", `const a = '';`, StringLiteral, set("a\\b"));
edit("an expression in a template", "const a = ``;", NoSubstitutionTemplateLiteral, (literal) => {
  literal.setLiteralValue("obs:${name}");
});
edit("a backslash in a template", "const a = ``;", NoSubstitutionTemplateLiteral, set("a\\b"));

edit("a member", `const a = { b: 1 };`, ObjectLiteralExpression, (object) => {
  object.addPropertyAssignment({ name: "g:x", initializer: "[]" });
});
edit("names", `const a = { 'g:x': 1 };`, ObjectLiteralExpression, (object) => [
  object.getProperties()[0].getName(),
  ...["g:x", `"g:x"`, `'g:x'`].map((name) => object.getProperty(name) !== undefined),
]);

const members = `const a = {
  Version: "5.0", // later
  Statement: [],
};`;
edit("the first member removed", members, ObjectLiteralExpression, (object) => object.getProperty("Version").remove());
const actions = `const a = {
  Action: [
    "list", // to see them
    "get", // for the name
    "delete", // until spring
  ],
};`;
const remove = (index) => (list) => list.removeElement(index);
edit("the first entry removed", actions, ArrayLiteralExpression, remove(0));
edit("the second entry removed", actions, ArrayLiteralExpression, remove(1));
edit("the last entry removed", actions, ArrayLiteralExpression, remove(2));
JS
seen=$(node probe.js)

recorded='-- a quote: "it'\''s"
const a = '\''it\'\''s'\'';
-- a backslash: "a\b"
const a = '\''a\b'\'';
-- an expression in a template
const a = `obs:${name}`;
-- a backslash in a template: "a\b"
const a = `a\b`;
-- a member
const a = { b: 1,
  g:x: []
};
-- names: ["'\''g:x'\''",false,false,true]
const a = { '\''g:x'\'': 1 };
-- the first member removed: throws Manipulation error: Error replacing tree
-- the first entry removed
const a = {
  Action: [
    // to see them
    "get", // for the name
    "delete", // until spring
  ],
};
-- the second entry removed
const a = {
  Action: [
    "list", // to see them // for the name
    "delete", // until spring
  ],
};
-- the last entry removed
const a = {
  Action: [
    "list", // to see them
    "get" // until spring
  ],
};'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what ts-morph makes of literals is not as recorded" >&2
  exit 1
fi
echo "as recorded"
