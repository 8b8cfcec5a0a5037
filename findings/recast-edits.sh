#!/usr/bin/env bash
# One would expect: recast, which is made to keep the text of what an edit does not touch, gives a program the values
#   of the edit and leaves all others, and the comments beside them, as they are.
# What happens: where the text before a `${` of a template is changed and ends in a letter or digit, a blank is put
#   between the two, so that the value has a blank that nobody wrote; behind a dash there is none, nor where an
#   expression is changed. A changed `cooked` adds the blank and is not written otherwise. Where an entry is added to
#   a list or removed, the whole list is written anew: a comment behind an entry comes before it, at the end of the
#   line above, so that each looks as if it were about the entry before; and the indentation inside texts over several
#   lines is changed as if it were the program's, so that an entry nobody touched has another value. A comment behind
#   a replaced entry is gone.
# Why it matters: programs that rename buckets or add actions are written with it, and with jscodeshift, which stands
#   on it with each of its parsers. A resource with a blank in its name is another resource: a Deny of it denies
#   nothing. Evaluate the program before and after, compare, and read the comments.
# Seen: recast 0.24.0 and 0.23.21 (one answer where they agree), jscodeshift 17.4.0, Node 20.20.2: the lines under
#   `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  recast@0.24.0 recast-23@npm:recast@0.23.21 jscodeshift@17.4.0 > npm.log

cat > probe.js <<'JS'
import jscodeshift from "jscodeshift";
import * as recast24 from "recast";
import * as recast23 from "recast-23";

const edited = (text, change) => {
  const codes = [recast24, recast23].map((recast) => {
    const program = recast.parse(`x = ${text}`);
    change(program.program.body[0].expression.right, recast.types.builders);
    return recast.print(program, { tabWidth: 2 }).code;
  });
  return [...new Set(codes)].join("\nor ");
};
const valueOf = (code) => JSON.stringify(new Function("id", `let x; ${code}; return x`)("ID"));
const template = (name, text, change) => {
  const code = edited(text, change);
  console.log(`${name}: ${code} | ${valueOf(code)}`);
};
const raw = (text) => ({ quasis: [first] }) => (first.value.raw = text);
template("unchanged", "`bucket:logs${id}`", () => {});
template("to end in a letter", "`bucket:logs${id}`", raw("bucket:data"));
template("to end in a digit", "`bucket:logs-${id}`", raw("bucket:data1"));
template("to end in a dash", "`bucket:logs${id}`", raw("bucket:data-"));
template("the expression", "`bucket:logs${name}`", ({ expressions }) => (expressions[0].name = "id"));
template("cooked", "`bucket:logs${id}`", ({ quasis }) => (quasis[0].value.cooked = "bucket:data"));
for (const parser of ["babel", "ts", "flow"]) {
  const root = jscodeshift.withParser(parser)("x = `bucket:logs${id}`");
  root.find(jscodeshift.TemplateElement, { tail: false }).forEach(({ node }) => (node.value.raw = "bucket:data"));
  console.log(`jscodeshift, ${parser}: ${root.toSource()} | ${valueOf(root.toSource())}`);
}

const list = (name, text, change) => console.log(`-- ${name}\n${edited(text, change)}`);
const add = ({ elements }, builders) => elements.push(builders.literal("update"));
const actions = `[
  "list", // to see them
  "get", // for the name
  "delete", // until spring
]`;
list("one added", actions, add);
list("the second removed", actions, ({ elements }) => elements.splice(1, 1));
list("the second replaced", actions, ({ elements }, builders) => (elements[1] = builders.literal("update")));
list("the second's value set", actions, ({ elements }) => (elements[1].value = "update"));

const texts = "[\n    `a\n    b`,\n    'a\\\n    b',\n  ]";
console.log(`texts over several lines: ${valueOf(`x = ${texts}`)}`);
console.log(`one added to them: ${valueOf(edited(texts, add))}`);
JS
seen=$(node probe.js)

recorded='unchanged: x = `bucket:logs${id}` | "bucket:logsID"
to end in a letter: x = `bucket:data ${id}` | "bucket:data ID"
to end in a digit: x = `bucket:data1 ${id}` | "bucket:data1 ID"
to end in a dash: x = `bucket:data-${id}` | "bucket:data-ID"
the expression: x = `bucket:logs${id}` | "bucket:logsID"
cooked: x = `bucket:logs ${id}` | "bucket:logs ID"
jscodeshift, babel: x = `bucket:data ${id}` | "bucket:data ID"
jscodeshift, ts: x = `bucket:data ${id}` | "bucket:data ID"
jscodeshift, flow: x = `bucket:data ${id}` | "bucket:data ID"
-- one added
x = [// to see them
"list", // for the name
"get", // until spring
"delete", "update"]
-- the second removed
x = [// to see them
"list", // until spring
"delete"]
-- the second replaced
x = [
  "list", // to see them
  "update",
  "delete", // until spring
]
-- the second'\''s value set
x = [
  "list", // to see them
  "update", // for the name
  "delete", // until spring
]
texts over several lines: ["a\n    b","a    b"]
one added to them: ["a\nb","ab","update"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what recast makes of an edit is not as recorded" >&2
  exit 1
fi
echo "as recorded"
