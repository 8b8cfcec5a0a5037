#!/usr/bin/env bash
# One would expect: a number is written to JSON as it is, or refused.
# What happens: a number beyond a double becomes null, one with many digits loses them, and one with a large exponent is
#   computed digit by digit: `1e9999999` takes seconds and memory for ten million digits, `1e99999999` minutes. An
#   exponent beyond 32 bits is a syntax error.
# Why it matters: hcl2json cannot judge numbers, and a text from outside hangs whoever parses it: generated texts need a
#   limit, and a linter must not compute them.
# Seen: @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const { parse } = require("@cdktn/hcl2json");
const numbers = ["1e3", "1e400", "12345678901234567890", "007", "1e99999999999"];
(async () => {
  for (const number of numbers) {
    const said = await parse("a.tf", `a = ${number}\n`).then(
      ({ a }) => JSON.stringify(a),
      (error) => String(error.message).match(/Invalid number literal/)?.[0],
    );
    process.stdout.write(`${number} | ${said}\n`);
  }
  await parse("a.tf", "a = 1\n");
  const start = performance.now();
  await parse("a.tf", "a = 1e3000000\n");
  process.stdout.write(`1e3000000 | more than 50 ms: ${performance.now() - start > 50}\n`);
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='1e3 | 1000
1e400 | null
12345678901234567890 | 12345678901234567000
007 | 7
1e99999999999 | Invalid number literal
1e3000000 | more than 50 ms: true'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what hcl2json makes of numbers is not as recorded" >&2
  exit 1
fi
echo "as recorded"
