#!/usr/bin/env bash
# One would expect: a text written by one YAML library is that text again for another.
# What happens: `yaml` 2 writes YAML 1.2, in which "2012-10-17" and "0b1" are texts that need no quotes. js-yaml 4,
#   which calls itself a reader of YAML 1.2, takes the first for a date and the second for the number 1. js-yaml 5 does
#   so no longer. The two still differ from `yaml` in numbers that are too large: 1e999 is Infinity for `yaml` and a
#   text for both.
# Why it matters: "2012-10-17" is the version that policies copied from AWS have. Written by a tool with `yaml` and read
#   by one with js-yaml 4, it is an object of class Date, and JSON made of it has a time: "2012-10-17T00:00:00.000Z".
#   Who tests YAML policies by writing them with one library should read them with both.
# Seen: yaml 2.9.1, js-yaml 4.3.2 and 5.5.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  yaml@2.9.1 js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.3.2 > npm.log

cat > probe.js <<'JS'
import * as js5 from "js-yaml";
import js4 from "js-yaml-4";
import { parse, stringify } from "yaml";

const show = (value) =>
  value instanceof Date
    ? `Date ${value.toISOString()}`
    : typeof value === "number"
      ? String(value)
      : JSON.stringify(value);
const line = (text) =>
  console.log(
    `${text} | yaml ${show(parse(text).Version)} | js-yaml 4 ${show(js4.load(text).Version)} | js-yaml 5 ${show(js5.load(text).Version)}`,
  );
for (const version of ["1.1", "2012-10-17", "0b1"]) line(stringify({ Version: version }).trimEnd());
line("Version: 1e999");
JS
seen=$(node probe.js)

recorded='Version: "1.1" | yaml "1.1" | js-yaml 4 "1.1" | js-yaml 5 "1.1"
Version: 2012-10-17 | yaml "2012-10-17" | js-yaml 4 Date 2012-10-17T00:00:00.000Z | js-yaml 5 "2012-10-17"
Version: 0b1 | yaml "0b1" | js-yaml 4 1 | js-yaml 5 "0b1"
Version: 1e999 | yaml Infinity | js-yaml 4 "1e999" | js-yaml 5 "1e999"'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what js-yaml reads of texts that yaml writes is not as recorded" >&2
  exit 1
fi
echo "as recorded"
