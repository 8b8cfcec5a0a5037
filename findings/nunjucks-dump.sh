#!/usr/bin/env bash
# One would expect: in templates of nunjucks what a macro returns, or what the filter `safe` gives, is a text, and
#   `dump` writes any value as JSON.
# What happens: both are objects, which print as texts and are equal to them, but `dump` writes their members, `val`
#   and `length`, and `in` does not find them. The filters `string` and `trim` leave it so; `set` over a block gives a
#   text. An undefined value is dumped as nothing, so that a comma or brace follows the colon. A Set is dumped as
#   `{}`, and sorted it is an empty list. Two lists that are added become one text; a loop with two names over a list
#   of texts takes their first two letters; a backslash before a letter in a text of the template goes.
# Why it matters: macros for actions, and lists that are put together, are what templates of policies are made of. The
#   first gives JSON that only the cloud refuses, the sorted Set a statement without actions. Parse what was rendered,
#   and check it as a policy.
# Seen: nunjucks 3.2.4, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error nunjucks@3.2.4 > npm.log

cat > probe.js <<'JS'
import nunjucks from "nunjucks";

const environment = new nunjucks.Environment(null, { autoescape: false });
const values = { some: ["ims:a", "ims:b"], more: ["ims:c"], set: new Set(["b", "a"]) };
const show = (name, template) => console.log(`${name}: ${environment.renderString(template, values)}`);
const macro = "{% macro action(name) %}ims:images:{{ name }}{% endmacro %}";

show("a macro", `${macro}{{ action("list") }}, {{ action("list") == "ims:images:list" }}`);
show("a macro, dumped", `${macro}{{ [action("list")] | dump }}`);
show("a macro behind string, dumped", `${macro}{{ [action("list") | string] | dump }}`);
show("a macro behind trim, dumped", `${macro}{{ [action("list") | trim] | dump }}`);
show("a macro set over a block, dumped", `${macro}{% set a %}{{ action("list") }}{% endset %}{{ [a] | dump }}`);
show("a macro looked for in a list", `${macro}{{ "ims:images:list" in [action("list")] }}`);
show("safe, dumped", '{{ { Action: "a" | safe } | dump }}');
show("caller, dumped", "{% macro list() %}{{ [caller()] | dump }}{% endmacro %}{% call list() %}a{% endcall %}");
show("undefined, dumped", '{ "Resource": {{ nothing | dump }} }');
show("a member that is undefined, dumped", "{{ { Resource: nothing } | dump }}");
show("a Set, dumped", "{{ set | dump }}, length {{ set | length }}");
show("a Set, sorted", "{{ set | sort | dump }}");
show("lists, added", "{{ (some + more) | dump }}");
show("lists, concatenated", "{{ some.concat(more) | dump }}");
show("two names for a list of texts", "{% for index, action in some %}[{{ index }}, {{ action }}]{% endfor %}");
show("a backslash", String.raw`{{ "\d\\d" }}`);
JS
seen=$(node probe.js)

recorded='a macro: ims:images:list, true
a macro, dumped: [{"val":"ims:images:list","length":15}]
a macro behind string, dumped: [{"val":"ims:images:list","length":15}]
a macro behind trim, dumped: [{"val":"ims:images:list","length":15}]
a macro set over a block, dumped: ["ims:images:list"]
a macro looked for in a list: false
safe, dumped: {"Action":{"val":"a","length":1}}
caller, dumped: [{"val":"a","length":1}]
undefined, dumped: { "Resource":  }
a member that is undefined, dumped: {}
a Set, dumped: {}, length 2
a Set, sorted: []
lists, added: "ims:a,ims:bims:c"
lists, concatenated: ["ims:a","ims:b","ims:c"]
two names for a list of texts: [i, m][i, m]
a backslash: d\d'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what nunjucks dumps is not as recorded" >&2
  exit 1
fi
echo "as recorded"
