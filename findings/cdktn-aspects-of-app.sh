#!/usr/bin/env bash
# One would expect: an aspect on the app visits the constructs of all its stacks, as in AWS CDK, whose interface it is;
#   and a unit test with `Testing.synth` fails where synthesis would.
# What happens: aspects on the app, or on a construct between the app and its stacks, are never called, and nothing says
#   so; only those on a stack, or below it, are. `Testing.synth(stack)` calls aspects, and ignores the errors that they
#   annotate and the validations that they add; `Testing.synth(stack, true)` runs validations and still ignores error
#   annotations. `Testing.fullSynth` does what `synth` of an app does.
# Why it matters: a rule for all roles of a program ("no `*:*:*`") that is attached once, to the app, checks nothing, and
#   the test that should show it passes either way.
# Seen: cdktn 0.24.0 and cdktf 0.21.0, constructs 10.6.0, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  cdktn@0.24.0 cdktf@0.21.0 constructs@10.6.0 > npm.log

cat > probe.cjs <<'JS'
const { Construct } = require("constructs");

const probe = ({ Annotations, App, Aspects, TerraformLocal, TerraformStack, Testing }) => {
  const forbid = {
    throw: (node) => {
      throw new Error(`${node.node.id} is too broad`);
    },
    "error annotation": (node) => Annotations.of(node).addError("too broad"),
    validation: (node) => node.node.addValidation({ validate: () => ["too broad"] }),
  };
  const synthesise = {
    "app.synth": (app) => app.synth(),
    "Testing.synth": (_, stack) => Testing.synth(stack),
    "Testing.synth, true": (_, stack) => Testing.synth(stack, true),
    "Testing.fullSynth": (_, stack) => Testing.fullSynth(stack),
  };
  const outcome = (place, way, call) => {
    const app = way === "app.synth" ? new App({ outdir: "out" }) : Testing.app();
    const team = new Construct(app, "team");
    const stack = new TerraformStack(team, "stack");
    const role = new TerraformLocal(stack, "role", { Action: ["*:*:*"] });
    const visit = (node) => (node === role ? forbid[call](node) : undefined);
    Aspects.of({ app, team, stack, role }[place]).add({ visit });
    try {
      synthesise[way](app, stack);
      return "passes";
    } catch {
      return "fails";
    }
  };
  const lines = [["aspect on, and what it does", ...Object.keys(synthesise)].join(" | ")];
  for (const place of ["app", "team", "stack", "role"]) {
    for (const call of Object.keys(forbid)) {
      const outcomes = Object.keys(synthesise).map((way) => outcome(place, way, call));
      lines.push([`${place}, ${call}`, ...outcomes].join(" | "));
    }
  }
  return lines.join("\n");
};
const seen = probe(require("cdktn"));
console.log(seen);
console.log(`the same in cdktf: ${probe(require("cdktf")) === seen}`);
JS
unset SYNTH_HCL_OUTPUT
seen=$(node probe.cjs)

recorded='aspect on, and what it does | app.synth | Testing.synth | Testing.synth, true | Testing.fullSynth
app, throw | passes | passes | passes | passes
app, error annotation | passes | passes | passes | passes
app, validation | passes | passes | passes | passes
team, throw | passes | passes | passes | passes
team, error annotation | passes | passes | passes | passes
team, validation | passes | passes | passes | passes
stack, throw | fails | fails | fails | fails
stack, error annotation | fails | passes | passes | fails
stack, validation | fails | passes | fails | fails
role, throw | fails | fails | fails | fails
role, error annotation | fails | passes | passes | fails
role, validation | fails | passes | fails | fails
the same in cdktf: true'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which aspects cdktn calls, and what its tests notice, is not as recorded" >&2
  exit 1
fi
echo "as recorded"
