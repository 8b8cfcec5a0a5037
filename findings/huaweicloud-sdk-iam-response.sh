#!/usr/bin/env bash
# One would expect: what a client's method returns is an instance of the class it is declared as, so that
#   `response.role.policy.statement` gives the statements; and a request is sent with the API's names.
# What happens: the answer is the parsed JSON, cast. Names of one word (`role`, `policy`) are there by chance; every
#   getter whose name differs from the API's (`statement` for `Statement`, `displayName` for `display_name`) is
#   undefined, and the name that works is private to the compiler. In a request, names are not translated either:
#   a plain object in camel case goes out as it is, with a lower-case `version`, `statement`, `action`.
# Why it matters: a policy that was read is not in the shape that its type names, so copying it by the getters makes an
#   empty one; and a lower-case policy in a request is a mistake that only a linter or the cloud can see.
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

const role = {
  display_name: "reader",
  policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] },
};
let sent;
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    sent = JSON.stringify(JSON.parse(body).role.policy);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ role }));
  });
});

server.listen(0, "127.0.0.1", async () => {
  const client = iam.IamClient.newBuilder()
    .withCredential(new GlobalCredentials().withAk("ak").withSk("sk").withDomainId("domain"))
    .withEndpoint(`http://127.0.0.1:${server.address().port}`)
    .build();
  const create = (policy) =>
    client.createCloudServiceCustomPolicy(
      new iam.CreateCloudServiceCustomPolicyRequest().withBody(
        new iam.CreateCloudServiceCustomPolicyRequestBody(
          new iam.ServicePolicyRoleOption("reader", "AX", "reads", policy),
        ),
      ),
    );
  const statement = new iam.ServiceStatement(["ims:images:list"], "Allow");
  const answer = await create(new iam.ServicePolicy("1.1", [statement]));
  console.log("sent, classes:", sent);
  await create({ version: "1.1", statement: [{ action: ["ims:images:list"], effect: "Allow" }] });
  console.log("sent, literal:", sent);
  console.log("answer.role.displayName:", answer.role.displayName);
  console.log("answer.role.policy.statement:", answer.role.policy.statement);
  console.log("answer.role.policy.Statement:", JSON.stringify(answer.role.policy.Statement));
  console.log(
    "classes of answer, role, policy:",
    [answer, answer.role, answer.role.policy].map((part) => part.constructor.name).join(),
  );
  server.close();
});
JS
seen=$(NO_PROXY=127.0.0.1 no_proxy=127.0.0.1 node probe.cjs)

recorded='sent, classes: {"Version":"1.1","Statement":[{"Action":["ims:images:list"],"Effect":"Allow"}]}
sent, literal: {"version":"1.1","statement":[{"action":["ims:images:list"],"effect":"Allow"}]}
answer.role.displayName: undefined
answer.role.policy.statement: undefined
answer.role.policy.Statement: [{"Effect":"Allow","Action":["ims:images:list"]}]
classes of answer, role, policy: Object,Object,Object'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what huaweicloud-sdk-iam sends or returns is not as recorded" >&2
  exit 1
fi
echo "as recorded"
