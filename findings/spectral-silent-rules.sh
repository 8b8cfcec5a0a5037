#!/usr/bin/env bash
# One would expect: a rule of Spectral that says which values a key may have reports each other value, at its line.
# What happens: `enumeration` passes lists and objects, `pattern` passes all but texts, and neither sees a key that is
#   missing; only `schema` reports them. A filter in the syntax of RFC 9535, which is the standard of JSONPath, finds
#   nothing; one that looks into a key that some object lacks ends the run; `@property` of a list's item is a number.
#   What is found behind a YAML alias is reported at line 0, column 0, with the right path; behind a merge key the
#   line is that of the anchor.
# Why it matters: `"Effect": ["allow"]` or `"Action": 5` in a policy is not seen by rules that name the allowed values,
#   and findings in shared lists are all at the first character of the file. Check values with `schema`.
# Seen: @stoplight/spectral-core 1.24.1, @stoplight/spectral-functions 1.11.1, @stoplight/spectral-parsers 1.0.5,
#   Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @stoplight/spectral-core@1.24.1 @stoplight/spectral-functions@1.11.1 @stoplight/spectral-parsers@1.0.5 > npm.log

cat > probe.js <<'JS'
import core from "@stoplight/spectral-core";
import functions from "@stoplight/spectral-functions";
import parsers from "@stoplight/spectral-parsers";

const { enumeration, pattern, schema } = functions;
const run = async (name, text, given, check, functionOptions) => {
  const spectral = new core.Spectral();
  let said;
  try {
    spectral.setRuleset({ rules: { rule: { given, then: { function: check, functionOptions } } } });
    const found = await spectral.run(new core.Document(text, parsers.Yaml, "/policy.yaml"));
    said = found.map(({ path, range }) => `${path.join(".")} at ${range.start.line}:${range.start.character}`);
  } catch (error) {
    said = [`an error: ${error.message}`];
  }
  console.log(`${name} | ${said.join(", ") || "nothing"}`);
};
const values = ["Allow", "Deny"];
const effects = '[{ Effect: allow }, { Effect: 5 }, { Effect: [allow] }, { Effect: {} }, { Sid: "4" }]';
await run("enumeration", effects, "$[*].Effect", enumeration, { values });
await run("pattern", effects, "$[*].Effect", pattern, { match: "^(Allow|Deny)$" });
await run("schema", effects, "$[*].Effect", schema, { schema: { enum: values } });
await run("schema of the whole", effects, "$[*]", schema, {
  schema: { properties: { Effect: { enum: values } }, required: ["Effect"] },
});

const statements = '[{ Effect: Allow, Action: ["*:*:*"] }, { Effect: Deny }]';
for (const filter of [
  "$[?(@.Effect == 'Allow')]",
  "$[?@.Effect == 'Allow']",
  "$[?(@.Action.includes('*:*:*'))]",
  "$[?(@.Action && @.Action.includes('*:*:*'))]",
  "$[*].Action[?(@property === '0')]",
  "$[*].Action[?(@property === 0)]",
]) {
  await run(filter, statements, filter, schema, { schema: { not: {} } });
}

const shared = "Common: &common\n  Action: [IMS]\n";
const small = { match: "^[a-z]" };
const given = "$.Statement[*].Action[*]";
await run("no alias", "Statement:\n  - Action: [IMS]\n", given, pattern, small);
await run("alias", `${shared}Statement:\n  - *common\n`, given, pattern, small);
await run("merge key", `${shared}Statement:\n  - <<: *common\n`, given, pattern, small);
JS
seen=$(node probe.js | tr "'" '"')

recorded='enumeration | 0.Effect at 0:11, 1.Effect at 0:30
pattern | 0.Effect at 0:11
schema | 0.Effect at 0:11, 1.Effect at 0:30, 2.Effect at 0:44, 3.Effect at 0:65
schema of the whole | 0.Effect at 0:11, 1.Effect at 0:30, 2.Effect at 0:44, 3.Effect at 0:65, 4 at 0:72
$[?(@.Effect == "Allow")] | 0 at 0:1
$[?@.Effect == "Allow"] | nothing
$[?(@.Action.includes("*:*:*"))] | an error: Cannot read properties of undefined (reading "includes")
$[?(@.Action && @.Action.includes("*:*:*"))] | 0 at 0:1
$[*].Action[?(@property === "0")] | nothing
$[*].Action[?(@property === 0)] | 0.Action.0 at 0:27
no alias | Statement.0.Action.0 at 1:13
alias | Statement.0.Action.0 at 0:0
merge key | Statement.0.Action.0 at 1:11'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what rules of Spectral pass and where they report is not as recorded" >&2
  exit 1
fi
echo "as recorded"
