#!/usr/bin/env bash
# One would expect: `{ ...statement, action: [...] }` is the statement with other actions, as `statement.action = [...]`
#   makes it one. TypeScript refuses it where a model is expected, for the methods that it lacks; JavaScript and a cast
#   take it.
# What happens: `action` is a setter of the class over the field `Action`. A spread copies the field and not the setter,
#   so the request has the old `Action` and, beside it, an `action` that the API does not know. `Object.assign` onto a
#   model calls the setter; onto `{}`, it is the spread again. A name without a setter (`notAction`) becomes a field and
#   is sent, and `delete statement.action` deletes nothing.
# Why it matters: the copy that looks changed grants what the original grants, or is refused for its unknown key.
# Seen: @huaweicloud/huaweicloud-sdk-iam 3.1.172, core 3.1.211, Node 20.20.2, against a server on this machine:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @huaweicloud/huaweicloud-sdk-iam@3.1.172 @huaweicloud/huaweicloud-sdk-core@3.1.211 uuid@9.0.1 > npm.log

cat > probe.cjs <<'JS'
const http = require("node:http");
const { GlobalCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const iam = require("@huaweicloud/huaweicloud-sdk-iam/v3/public-api");

const changes = {
  setter: (statement) => ((statement.action = ["b"]), statement),
  field: (statement) => ((statement.Action = ["b"]), statement),
  spread: (statement) => ({ ...statement, action: ["b"] }),
  "spread, field": (statement) => ({ ...statement, Action: ["b"] }),
  "assign to a model": () => Object.assign(new iam.ServiceStatement(), { action: ["b"], effect: "Allow" }),
  "assign to an object": (statement) => Object.assign({}, statement, { action: ["b"] }),
  "no setter": (statement) => ((statement.notAction = ["b"]), statement),
  delete: (statement) => (delete statement.action, statement),
};
let sent;
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    sent = JSON.stringify(JSON.parse(body).role.policy.Statement[0]);
    response.setHeader("content-type", "application/json");
    response.end("{}");
  });
});

server.listen(0, "127.0.0.1", async () => {
  const client = iam.IamClient.newBuilder()
    .withCredential(new GlobalCredentials().withAk("ak").withSk("sk").withDomainId("domain"))
    .withEndpoint(`http://127.0.0.1:${server.address().port}`)
    .build();
  for (const [name, change] of Object.entries(changes)) {
    const policy = new iam.ServicePolicy("1.1", [change(new iam.ServiceStatement(["a"], "Allow"))]);
    await client.createCloudServiceCustomPolicy(
      new iam.CreateCloudServiceCustomPolicyRequest().withBody(
        new iam.CreateCloudServiceCustomPolicyRequestBody(
          new iam.ServicePolicyRoleOption("reader", "AX", "reads", policy),
        ),
      ),
    );
    console.log(`${name}: ${sent}`);
  }
  server.close();
});
JS
seen=$(NO_PROXY=127.0.0.1 no_proxy=127.0.0.1 node probe.cjs)

recorded='setter: {"Action":["b"],"Effect":"Allow"}
field: {"Action":["b"],"Effect":"Allow"}
spread: {"Action":["a"],"Effect":"Allow","action":["b"]}
spread, field: {"Action":["b"],"Effect":"Allow"}
assign to a model: {"Action":["b"],"Effect":"Allow"}
assign to an object: {"Action":["a"],"Effect":"Allow","action":["b"]}
no setter: {"Action":["a"],"Effect":"Allow","notAction":["b"]}
delete: {"Action":["a"],"Effect":"Allow"}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what huaweicloud-sdk-iam sends of changed models is not as recorded" >&2
  exit 1
fi
echo "as recorded"
