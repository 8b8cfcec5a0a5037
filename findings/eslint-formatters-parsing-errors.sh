#!/usr/bin/env bash
# One would expect: a report in another format says of each file what ESLint says: an error is an error, a warning is a
#   warning, and a file that cannot be parsed is the worst of all.
# What happens: the SARIF formatter writes parsing errors as notifications about the configuration of the tool, and not
#   as results. A run over one broken file has no results, like a run without findings, and says
#   `executionSuccessful: false`. The JUnit formatter, on the other hand, counts each warning, and even the notice that
#   a file is ignored, as an error and a failed test, though ESLint ends with status 0.
# Why it matters: whoever reads the results only sees a policy with a comma too many as one without findings, and a test
#   report is red for what nobody has forbidden. Go by the status of ESLint, too.
# Seen: @microsoft/eslint-formatter-sarif 3.1.0, eslint-formatter-junit 9.0.1, eslint 10.15.0, @eslint/json 2.1.1,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @microsoft/eslint-formatter-sarif@3.1.0 eslint-formatter-junit@9.0.1 eslint@10.15.0 @eslint/json@2.1.1 > npm.log

cat > probe.js <<'JS'
import fs from "node:fs";
import json from "@eslint/json";
import { ESLint } from "eslint";

const level = (name, severity) => ({ files: [name], rules: { "json/no-empty-keys": severity } });
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { ignores: ["ignored.json"] },
    { files: ["*.json"], plugins: { json }, language: "json/json" },
    level("error.json", "error"),
    level("warning.json", "warn"),
  ],
});
const sarif = await eslint.loadFormatter("@microsoft/sarif");
const junit = await eslint.loadFormatter("junit");
const files = {
  "clean.json": '{ "a": 1 }',
  "error.json": '{ "": 1 }',
  "warning.json": '{ "": 1 }',
  "ignored.json": '{ "": 1 }',
  "broken.json": '{ "a": 1, }',
};
for (const [name, text] of Object.entries(files)) {
  fs.writeFileSync(name, text);
  const results = await eslint.lintFiles([name]);
  const [{ errorCount, warningCount }] = results;
  const [run] = JSON.parse(await sarif.format(results)).runs;
  const notes = (run.invocations ?? []).flatMap((invocation) => invocation.toolConfigurationNotifications ?? []);
  const inJunit = /errors="(\d+)"/.exec(await junit.format(results))?.[1] ?? 0;
  console.log(`${name} | ESLint: errors ${errorCount}, warnings ${warningCount}`);
  const success = run.invocations?.[0].executionSuccessful;
  console.log(`  SARIF: results ${run.results.length}, notifications ${notes.length}, executionSuccessful ${success}`);
  console.log(`  JUnit: errors ${inJunit}`);
}
JS
seen=$(node probe.js)

recorded='clean.json | ESLint: errors 0, warnings 0
  SARIF: results 0, notifications 0, executionSuccessful undefined
  JUnit: errors 0
error.json | ESLint: errors 1, warnings 0
  SARIF: results 1, notifications 0, executionSuccessful undefined
  JUnit: errors 1
warning.json | ESLint: errors 0, warnings 1
  SARIF: results 1, notifications 0, executionSuccessful undefined
  JUnit: errors 1
ignored.json | ESLint: errors 0, warnings 1
  SARIF: results 0, notifications 1, executionSuccessful true
  JUnit: errors 1
broken.json | ESLint: errors 1, warnings 0
  SARIF: results 0, notifications 1, executionSuccessful false
  JUnit: errors 1'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the formatters make of warnings and parsing errors is not as recorded" >&2
  exit 1
fi
echo "as recorded"
