#!/usr/bin/env bash
# One would expect: `fn("jsonencode", policy)` of terraform-generator writes the policy as HCL; what is an object or a
#   list in the program is one in the text.
# What happens: a list of objects is written as blocks, which its readme says of arguments, and also within an object,
#   where HCL has none: `Statement { ... }` without a sign, once for each. The text is no HCL, and generating it says
#   nothing. A list with another member than objects stays a list, and `list(a, b)` of the statements makes one; given
#   the list itself, it makes a list in a list. Texts are templates: `${g:UserName}` is an interpolation, and an error.
# Why it matters: every policy has a list of objects. `heredoc(policy)` writes JSON, which reads well; in a generated
#   file, `Statement {` in an object is this package's and no slip of a person.
# Seen: terraform-generator 6.7.0, read back by @cdktn/hcl2json 0.24.0, which is HashiCorp's parser, Node 20.20.2: the
#   lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  terraform-generator@6.7.0 @cdktn/hcl2json@0.24.0 > npm.log

cat > probe.cjs <<'JS'
const { parse } = require("@cdktn/hcl2json");
const { TerraformGenerator, fn, heredoc, list } = require("terraform-generator");

const statement = { Effect: "Allow", Action: ["ims:*:get"] };
const values = {
  jsonencode: fn("jsonencode", { Version: "1.1", Statement: [statement] }),
  "jsonencode, list()": fn("jsonencode", { Version: "1.1", Statement: list(statement) }),
  "jsonencode, list([])": fn("jsonencode", { Statement: list([statement]) }),
  heredoc: heredoc({ Version: "1.1", Statement: [statement] }),
  object: { Version: "1.1", Statement: [statement] },
  "mixed list": ["ims:*:get", { Version: "1.1" }],
  variable: "user/${g:UserName}",
};
(async () => {
  for (const [name, policy] of Object.entries(values)) {
    const generator = new TerraformGenerator();
    generator.resource("huaweicloud_identity_role", "reader", { policy });
    const { tf } = generator.generate();
    const said = await parse("main.tf", tf).then(
      ({ resource }) => JSON.stringify(resource.huaweicloud_identity_role.reader[0]),
      (error) => error.message.match(/[A-Z][a-z /]+(?=;)/)?.[0],
    );
    const written = tf.split("\n").slice(1, -3).map((line) => line.trim());
    process.stdout.write(`${name} | ${written.join(" ").trim()}\n  ${said}\n`);
  }
  process.exit(0);
})();
JS
seen=$(node probe.cjs)

recorded='jsonencode | policy = jsonencode({ Version = "1.1" Statement { Effect = "Allow" Action = [ "ims:*:get" ] } })
  Missing key/value separator
jsonencode, list() | policy = jsonencode({ Version = "1.1" Statement = [ { Effect = "Allow" Action = [ "ims:*:get" ] } ] })
  {"policy":"${jsonencode({\nVersion = \"1.1\"\nStatement = [\n{\nEffect = \"Allow\"\nAction = [\n\"ims:*:get\"\n]\n}\n]\n})}"}
jsonencode, list([]) | policy = jsonencode({ Statement = [ [ { Effect = "Allow" Action = [ "ims:*:get" ] } ] ] })
  {"policy":"${jsonencode({\nStatement = [\n[\n{\nEffect = \"Allow\"\nAction = [\n\"ims:*:get\"\n]\n}\n]\n]\n})}"}
heredoc | policy = <<EOT { "Version": "1.1", "Statement": [ { "Effect": "Allow", "Action": [ "ims:*:get" ] } ] } EOT
  {"policy":"{\n  \"Version\": \"1.1\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": [\n        \"ims:*:get\"\n      ]\n    }\n  ]\n}\n"}
object | policy { Version = "1.1" Statement { Effect = "Allow" Action = [ "ims:*:get" ] } }
  {"policy":[{"Statement":[{"Action":["ims:*:get"],"Effect":"Allow"}],"Version":"1.1"}]}
mixed list | policy = [ "ims:*:get", { Version = "1.1" } ]
  {"policy":["ims:*:get",{"Version":"1.1"}]}
variable | policy = "user/${g:UserName}"
  Extra characters after interpolation expression'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: how terraform-generator writes lists of objects is not as recorded" >&2
  exit 1
fi
echo "as recorded"
