#!/usr/bin/env bash
# One would expect: a client for a region of one's own talks to that region's endpoint, and to nothing else; an endpoint
#   that is given, too, wins over the region's; and credentials from the environment are of the kind that IAM needs.
# What happens: with a region, and without the id of the domain or project, the client asks Huawei Cloud's own IAM for it,
#   whatever the region's endpoint is, and neither the proxy nor the options of the client apply to that request.
#   `withIamEndpoint` of the credentials changes it. The endpoint of `withEndpoint` is not used then, in any order.
#   Credentials from the environment are those of a project, also for IAM's client, which names those of a domain first:
#   the id of the domain in the environment is not sent. If no project has the region's name, one is created.
# Why it matters: a script that creates policies in Open Telekom Cloud, where the endpoint is all that differs, sends its
#   first requests to another cloud, and fails with that cloud's answer.
# Seen: @huaweicloud/huaweicloud-sdk-iam 3.1.172, core 3.1.211, Node 20.20.2, with recorded requests in place of a network:
#   the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @huaweicloud/huaweicloud-sdk-iam@3.1.172 @huaweicloud/huaweicloud-sdk-core@3.1.211 uuid@9.0.1 > npm.log

cat > probe.cjs <<'JS'
const axios = require("axios");
const { GlobalCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const { Region } = require("@huaweicloud/huaweicloud-sdk-core/region/region");
const { IamClient } = require("@huaweicloud/huaweicloud-sdk-iam/v5/IamClient");

const answers = {
  "get /v3/auth/domains": { domains: [{ id: "domain" }] },
  "get /v3/projects": { projects: [] },
  "get /v3/regions": { regions: [{ id: "eu-de", type: "public" }] },
  "post /v3/projects": { project: { id: "new" } },
};
// Takes the place of the network for all clients, which are made from these defaults.
axios.defaults.adapter = async (config) => {
  const { baseURL, headers, httpsAgent, method, timeout, url } = config;
  const id = ["X-Domain-Id", "X-Project-Id"].flatMap((name) => (headers[name] ? [`${name} ${headers[name]}`] : []));
  const options = [...(httpsAgent ? ["proxy"] : []), ...(timeout ? ["timeout"] : [])];
  console.log(`  ${[method, baseURL + url, ...id, ...options].join(", ")}`);
  const data = JSON.stringify(answers[`${method} ${url}`] ?? {});
  return { config, data, headers: { "content-type": "application/json" }, status: 200, statusText: "OK" };
};

const credentials = () => new GlobalCredentials().withAk(`ak${Math.random()}`).withSk("sk");
const region = new Region("eu-de", "https://iam.example.com");
const build = {
  endpoint: (builder) => builder.withCredential(credentials()).withEndpoint("https://iam.example.com"),
  "endpoint, domain": (builder) =>
    builder.withCredential(credentials().withDomainId("domain")).withEndpoint("https://iam.example.com"),
  region: (builder) => builder.withCredential(credentials()).withRegion(region),
  "region, proxy and timeout": (builder) =>
    builder
      .withCredential(credentials())
      .withRegion(region)
      .withProxyAgent("http://127.0.0.1:9")
      .withOptions({ axiosRequestConfig: { timeout: 1000 } }),
  "region, IAM endpoint": (builder) =>
    builder.withCredential(credentials().withIamEndpoint("https://iam.example.com")).withRegion(region),
  "region, domain, then endpoint": (builder) =>
    builder
      .withCredential(credentials().withDomainId("domain"))
      .withRegion(region)
      .withEndpoint("https://other.example.com"),
  "endpoint, environment": (builder) => builder.withEndpoint("https://iam.example.com"),
  "region, environment": (builder) => builder.withRegion(region),
};
process.env.HUAWEICLOUD_SDK_AK = "ak";
process.env.HUAWEICLOUD_SDK_SK = "sk";
process.env.HUAWEICLOUD_SDK_DOMAIN_ID = "domain";
(async () => {
  for (const [name, complete] of Object.entries(build)) {
    console.log(name);
    await complete(IamClient.newBuilder()).build().listPoliciesV5({});
  }
})();
JS
unset HUAWEICLOUD_SDK_TYPE HUAWEICLOUD_SDK_PROJECT_ID
seen=$(node probe.cjs)

recorded='endpoint
  get, https://iam.example.com/v5/policies
endpoint, domain
  get, https://iam.example.com/v5/policies, X-Domain-Id domain
region
  get, https://iam.myhuaweicloud.com/v3/auth/domains
  get, https://iam.example.com/v5/policies, X-Domain-Id domain
region, proxy and timeout
  get, https://iam.myhuaweicloud.com/v3/auth/domains
  get, https://iam.example.com/v5/policies, X-Domain-Id domain, proxy, timeout
region, IAM endpoint
  get, https://iam.example.com/v3/auth/domains
  get, https://iam.example.com/v5/policies, X-Domain-Id domain
region, domain, then endpoint
  get, https://iam.example.com/v5/policies, X-Domain-Id domain
endpoint, environment
  get, https://iam.example.com/v5/policies
region, environment
  get, https://iam.myhuaweicloud.com/v3/projects
  get, https://iam.myhuaweicloud.com/v3/regions
  get, https://iam.myhuaweicloud.com/v3/auth/domains
  post, https://iam.myhuaweicloud.com/v3/projects
  get, https://iam.example.com/v5/policies, X-Project-Id new'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which endpoints clients of huaweicloud-sdk-core ask is not as recorded" >&2
  exit 1
fi
echo "as recorded"
