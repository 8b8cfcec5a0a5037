#!/usr/bin/env bash
# One would expect: the option `hclOutput: true` of an App makes it write HCL to `cdk.tf`, and the environment variable
#   SYNTH_HCL_OUTPUT does the same.
# What happens: two places decide, and they disagree. The App, which names the file, reads the option and takes only
#   "true" of the variable; the stack, which writes it, never sees the option and takes "true" and "1" of the variable.
#   So the option alone gives `cdk.tf` that holds JSON, which Terraform cannot read, and SYNTH_HCL_OUTPUT=1 gives
#   `cdk.tf.json` that holds HCL. Only SYNTH_HCL_OUTPUT=true gives what the name says.
# Why it matters: a linter that chooses its parser by `*.tf` and `*.tf.json` reports a syntax error in the first line
#   of a generated file and looks broken; it is the file that is.
# Seen: cdktn 0.24.0 with constructs 10.6.0, Node 20.20.2 (cdktf 0.21.0 did the same): the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error cdktn@0.24.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const fs = require("node:fs");
const { App, TerraformLocal, TerraformStack } = require("cdktn");

const [outdir, option] = process.argv.slice(2);
const app = new App(option === "option" ? { outdir, hclOutput: true } : { outdir });
new TerraformLocal(new TerraformStack(app, "stack"), "name", "reader");
app.synth();
const [file] = fs.readdirSync(`${outdir}/stacks/stack`).filter((name) => name.startsWith("cdk.tf"));
const text = fs.readFileSync(`${outdir}/stacks/stack/${file}`, "utf8");
console.log(`${file} holds ${text.startsWith("{") ? "JSON" : "HCL"}`);
JS
unset SYNTH_HCL_OUTPUT
seen="neither: $(node probe.cjs a none)
hclOutput: true: $(node probe.cjs b option)
SYNTH_HCL_OUTPUT=1: $(SYNTH_HCL_OUTPUT=1 node probe.cjs c none)
SYNTH_HCL_OUTPUT=true: $(SYNTH_HCL_OUTPUT=true node probe.cjs d none)"

recorded="neither: cdk.tf.json holds JSON
hclOutput: true: cdk.tf holds JSON
SYNTH_HCL_OUTPUT=1: cdk.tf.json holds HCL
SYNTH_HCL_OUTPUT=true: cdk.tf holds HCL"

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what cdktn writes to cdk.tf and cdk.tf.json is not as recorded" >&2
  exit 1
fi
echo "as recorded"
