#!/usr/bin/env bash
# One would expect: a JSON text that ends too early is reported at its end.
# What happens: inside a list, or behind a name without its colon, momoa calls the last token unexpected, which is
#   fine. Where it says "Unexpected end of input", the place is not the end: behind `"Action":`, in whatever line, it is
#   the very start of the text; after a value it is the end of that value. A number that stops after its point has an
#   unexpected character U+FFFF, which is not in the text. ESLint hands the places on, so "Unexpected end of input" may
#   stand in line 1 of a long file.
# Why it matters: to move an error of JSON inside a string to its place in the program, the offset must be right; at the
#   end of the text, take the text's length instead of momoa's offset, and do not print its message as it is.
# Seen: @humanwhocodes/momoa 3.3.13, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @humanwhocodes/momoa@3.3.13 > npm.log

cat > probe.js <<'JS'
import { parse } from "@humanwhocodes/momoa";

for (const text of [
  '{\n"Action":\n',
  '{\n"Version": "1.1",\n"Action":\n',
  '{\n"Action": "a"\n\n',
  '{\n"Action": [1, 2',
  '{\n"Action"',
  "[1.",
]) {
  try {
    parse(text, { mode: "json" });
    console.log("taken");
  } catch (error) {
    console.log(
      `${JSON.stringify(text)} of length ${text.length} | ${error.offset} | ${JSON.stringify(error.message.replace(/[\uffff]/u, "<FFFF>"))}`,
    );
  }
}
JS
seen=$(node probe.js)

recorded="\"{\\n\\\"Action\\\":\\n\" of length 12 | 0 | \"Unexpected end of input found. (1:1)\"
\"{\\n\\\"Version\\\": \\\"1.1\\\",\\n\\\"Action\\\":\\n\" of length 30 | 0 | \"Unexpected end of input found. (1:1)\"
\"{\\n\\\"Action\\\": \\\"a\\\"\\n\\n\" of length 17 | 15 | \"Unexpected end of input found. (2:14)\"
\"{\\n\\\"Action\\\": [1, 2\" of length 17 | 16 | \"Unexpected token Number found. (2:15)\"
\"{\\n\\\"Action\\\"\" of length 10 | 2 | \"Unexpected token String found. (2:1)\"
\"[1.\" of length 3 | 3 | \"Unexpected character '<FFFF>' found. (1:4)\""

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where momoa reports a text that ends too early is not as recorded" >&2
  exit 1
fi
echo "as recorded"
