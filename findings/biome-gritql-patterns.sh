#!/usr/bin/env bash
# One would expect: in a GritQL plugin of Biome `$x` stands for one piece of code and `$...` for any number, in JSON as
#   in JavaScript; what a plugin cannot say is an error that names the place.
# What happens: `f($x)` finds calls with none or several arguments, `[$x]` all lists: a name that is alone in brackets
#   stands for the whole list. `f($x, $y)` is exact. In JSON `"Effect": "Allow"` works, but with a placeholder,
#   `"Effect": $v`, all of `biome lint` ends with "Failed to compile the Grit plugin", and no more is said. The name of
#   a member compared with a snippet, `"Effect"`, finds nothing; only a regular expression with the quotes in it works.
#   `{ "Effect": $v }` finds objects without any other member.
# Why it matters: a rule for policies made from an example that worked is silent or reports everything, and one mistake
#   in a plugin stops all other checks. Take nodes by their kind, and names by `r"\"Effect\""`.
# Seen: @biomejs/biome 2.6.8, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @biomejs/biome@2.6.8 > npm.log

echo '{ "plugins": ["./rule.grit"], "linter": { "rules": { "preset": "none" } } }' > biome.json
echo 'allow(); allow("a"); allow("a", "b"); x = []; x = ["a", "b"];' > a.js
cat > a.json <<'JSON'
[{ "Effect": "allow", "Action": ["a", "b"] }, { "Effect": "Allow" }, { "Sid": "Effect", "Action": [] }]
JSON
cat > probe.js <<'JS'
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const find = (file, pattern, condition = "") => {
  const language = file === "a.json" ? "language json" : "";
  const report = 'register_diagnostic(span=$found, message="found", severity="error")';
  fs.writeFileSync("rule.grit", `${language}\n${pattern} as $found where { ${condition}${report} }\n`);
  const run = spawnSync("node_modules/.bin/biome", ["lint", "--reporter=json", file], { encoding: "utf8" });
  let found = "Biome ends";
  if (run.stdout !== "") {
    const text = fs.readFileSync(file, "utf8");
    const texts = JSON.parse(run.stdout).diagnostics.map(({ location: { start, end } }) =>
      text.slice(start.column - 1, end.column - 1));
    found = texts.filter((one) => one.length < 60).join(" / ") || "nothing";
  }
  console.log(`${file} | ${pattern}${condition && ` and ${condition.replace(/, $/, "")}`} | ${found}`);
};
find("a.js", "`allow($x)`");
find("a.js", "`allow($x, $y)`");
find("a.js", "`[$x]`");
find("a.json", "`[$x]`");
find("a.json", '`"Effect": "Allow"`');
find("a.json", '`"Effect": $v`');
find("a.json", '`{ "Effect": $v }`');
find("a.json", "JsonMember(name=$n)", '$n <: `"Effect"`, ');
find("a.json", "JsonMember(name=$n)", '$n <: r"Effect", ');
find("a.json", "JsonMember(name=$n)", '$n <: r"\\"Effect\\"", ');
find("a.json", "JsonMember(name=$n, value=$v)", '$n <: r"\\"Effect\\"", $v <: not `"Allow"`, ');
JS
seen=$(node probe.js)

recorded='a.js | `allow($x)` | allow() / allow("a") / allow("a", "b")
a.js | `allow($x, $y)` | allow("a", "b")
a.js | `[$x]` | [] / ["a", "b"]
a.json | `[$x]` | ["a", "b"] / []
a.json | `"Effect": "Allow"` | "Effect": "Allow"
a.json | `"Effect": $v` | Biome ends
a.json | `{ "Effect": $v }` | { "Effect": "Allow" }
a.json | JsonMember(name=$n) and $n <: `"Effect"` | nothing
a.json | JsonMember(name=$n) and $n <: r"Effect" | nothing
a.json | JsonMember(name=$n) and $n <: r"\"Effect\"" | "Effect": "allow" / "Effect": "Allow"
a.json | JsonMember(name=$n, value=$v) and $n <: r"\"Effect\"", $v <: not `"Allow"` | "Effect": "allow"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what GritQL patterns find in Biome is not as recorded" >&2
  exit 1
fi
echo "as recorded"
