#!/usr/bin/env bash
# One would expect: the strip markers `${~` and `~}` take away all blanks and line breaks of the text beside them, as the
#   language's specification says, in quotes and in heredocs alike.
# What happens: they do in quotes. In a heredoc, `~}` takes away the rest of its own line with the line break, and leaves
#   the indentation of the next line; `${~` takes away the indentation of its own line, and leaves the line break before.
#   In `<<-`, a line whose break was taken away joins the one before it: its indentation stays, and no longer counts for
#   what is taken off the others. A `$` or `%` stops a marker too, and a lone one at the end of a line keeps its carriage return.
# Why it matters: who computes the value of a template by the specification gets another text, with fewer lines; JSON in
#   a heredoc then has its places in the wrong lines.
# Seen: @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const { parse } = require("@cdktn/hcl2json");
const texts = {
  "quotes, behind": '"${"x" ~}  \\n  y"',
  "quotes, before": '"y\\n  ${~ "x"}"',
  "heredoc, behind": '<<E\n${"x" ~}  \n  y\nE',
  "heredoc, before": '<<E\ny\n  ${~ "x"}\nE',
  "indented heredoc, behind": '<<-E\n    ${"x" ~}\n      y\n    z\n    E',
  "behind a sign": '"$  ${~ "x"}"',
  "carriage return behind two signs": '<<E\n$$\r\n${~ "x"}\nE',
  "carriage return behind a sign": '<<E\n$\r\n${~ "x"}\nE',
};
(async () => {
  for (const [name, text] of Object.entries(texts)) {
    process.stdout.write(`${name} | ${JSON.stringify((await parse("a.tf", `a = ${text}\n`)).a)}\n`);
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='quotes, behind | "xy"
quotes, before | "yx"
heredoc, behind | "x  y\n"
heredoc, before | "y\nx\n"
indented heredoc, behind | "x      y\nz\n"
behind a sign | "$x"
carriage return behind two signs | "$$x\n"
carriage return behind a sign | "$\rx\n"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what strip markers take away is not as recorded" >&2
  exit 1
fi
echo "as recorded"
