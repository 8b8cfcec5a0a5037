import { describe, expect, it } from "vitest";
import { findingsIn, misspelt, saidOf, testPrograms, testSilent, type Program } from "./programs.js";

const given = "declare const prod: boolean, namespace: string, apply: (x: object) => void;\n";
const otcGroup = "identity.opentelekomcloud.crossplane.io/v1alpha1";
const huaweiGroup = "iam.huaweicloud.crossplane.io/v1alpha1";
const blocks = (actions: string, effect = '"Allow"') =>
  `{ displayName: "r", displayLayer: "project", description: "r", statement: [{ effect: ${effect}, action: ${actions} }] }`;
const text = (actions: string, type = '"XA"') =>
  `{ name: "r", type: ${type}, description: "r", policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ${actions} }] }) }`;
const roleV3 = (parameters: string) =>
  `{ apiVersion: "${otcGroup}", kind: "RoleV3", metadata: { name: "r" }, spec: { forProvider: ${parameters} } }`;
const role = (parameters: string) =>
  `{ apiVersion: "${huaweiGroup}", kind: "Role", metadata: { name: "r" }, spec: { forProvider: ${parameters} } }`;
const ours = { isSilentForAws: false };
const otc = { ...ours, findings: [misspelt("IMS on Open Telekom Cloud.")] };
const huawei = { ...ours, findings: [misspelt("IMS on Huawei Cloud")] };
const one = (name: string, code: string, more: Program[2]): Program => [name, given + code, more];

testPrograms("a role of Crossplane for Open Telekom Cloud", [
  one("as an object", `apply(${roleV3(blocks('["ims:images:get", "ims:images:⟦lst⟧"]'))});`, otc),
  one("as a constant", `export const role = ${roleV3(blocks('["ims:images:⟦lst⟧"]'))};`, otc),
  one("with a constant list", `const actions = ["ims:images:⟦lst⟧"];\napply(${roleV3(blocks("actions"))});`, otc),
  one("with a mapped list", `apply(${roleV3(blocks('["get", "⟦lst⟧"].map((verb) => `ims:images:${verb}`)'))});`, otc),
  one(
    "with a conditional list",
    `apply(${roleV3(blocks('["ims:images:get", ...(prod ? ["ims:images:⟦lst⟧"] : [])]'))});`,
    otc,
  ),
  one(
    "by a helper",
    `const role = (action: string[]) => (${roleV3(blocks("action"))});\napply(role(["ims:images:⟦lst⟧"]));`,
    otc,
  ),
  one(
    "by a helper for any resource",
    `const resource = (kind: string, forProvider: object) => ({ apiVersion: "${otcGroup}", kind, metadata: { name: "r" }, spec: { forProvider } });\napply(resource("RoleV3", ${blocks('["ims:images:⟦lst⟧"]')}));`,
    otc,
  ),
  one(
    "in a loop",
    `for (const [name, action] of Object.entries({ a: ["ims:images:get"], b: ["ims:images:⟦lst⟧"] })) {\n  apply({ apiVersion: "${otcGroup}", kind: "RoleV3", metadata: { name }, spec: { forProvider: ${blocks("action")} } });\n}`,
    otc,
  ),
  one(
    "with a wrong effect",
    `apply(${roleV3(blocks('["ims:images:get"]', '⟦"Alow"⟧').replace('⟦"Alow"⟧', '"⟦Alow⟧"'))});`,
    { ...ours, findings: [["valid-policy", "Alow"]] },
  ),
  one(
    "written as YAML",
    `import yaml from "yaml";\nexport const text = yaml.stringify(${roleV3(blocks('["ims:images:⟦lst⟧"]'))});`,
    otc,
  ),
  one(
    "in an ApiObject of cdk8s",
    `import { ApiObject } from "cdk8s";\nnew ApiObject(this, "r", ${roleV3(blocks('["ims:images:⟦lst⟧"]'))});`,
    otc,
  ),
  one(
    "in a custom resource of Pulumi",
    `import * as k8s from "@pulumi/kubernetes";\nnew k8s.apiextensions.CustomResource("r", ${roleV3(blocks('["ims:images:⟦lst⟧"]'))});`,
    otc,
  ),
  one(
    "whose parameters are set later",
    `const role = ${roleV3("{} as any")};\nrole.spec.forProvider = ${blocks('["ims:images:⟦lst⟧"]')};\napply(role);`,
    otc,
  ),
]);

testPrograms("a role of Crossplane for Huawei Cloud", [
  one("with JSON.stringify", `apply(${role(text('["ims:images:⟦lst⟧"]'))});`, huawei),
  one(
    "with a constant",
    `const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] };\napply(${role('{ name: "r", type: "XA", description: "r", policy: JSON.stringify(policy) }')});`,
    huawei,
  ),
  one(
    "with a text",
    `apply(${role('{ name: "r", type: "XA", description: "r", policy: \'{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:images:⟦lst⟧"]}]}\' }')});`,
    huawei,
  ),
  one(
    "by a helper",
    `const role = (policy: object) => (${role('{ name: "r", type: "XA", description: "r", policy: JSON.stringify(policy) }')});\napply(role({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] }));`,
    huawei,
  ),
  one("of another level", `apply(${role(text('["ims:images:get"]', '"AX"').replace('type: "AX"', '⟦type: "AX"⟧'))});`, {
    ...ours,
    findings: [["no-mixed-service-levels", '"XA"']],
    corrections: { '"AX"': '"XA"' },
  }),
]);

testPrograms("other objects that carry our policies", [
  one(
    "a ConfigMap",
    `apply({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "p", namespace }, data: { "policy.json": JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] }) } });`,
    {},
  ),
  one(
    "a ConfigMap with a text",
    `apply({ apiVersion: "v1", kind: "ConfigMap", data: { policy: \`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:⟦lst⟧"] }] }\` } });`,
    ours,
  ),
  one(
    "a body of the API",
    `await client.post("/v3.0/OS-ROLE/roles", { role: { display_name: "r", type: "XA", description: "r", policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] } } });`,
    ours,
  ),
  one(
    "arguments of an Ansible-like task",
    `export const task = { name: "r", "opentelekomcloud.cloud.policy": { policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] } } };`,
    {},
  ),
]);

describe("what a resource lacks", () => {
  const needy = '["functiongraph:function:publish"]';
  const whole = '["functiongraph:function:publish", "functiongraph:function:getCode"]';

  it("is missing", () => {
    expect(findingsIn(`${given}apply(${roleV3(blocks(needy))});`).map(({ rule }) => rule)).toEqual([
      "require-action-dependencies",
    ]);
  });

  it.each([
    ["nothing", `apply(${roleV3(blocks(whole))});`],
    [
      "what is set later",
      `const role = ${roleV3(blocks(needy))};\nrole.spec.forProvider.statement[0].action.push("functiongraph:function:getCode");\napply(role);`,
    ],
    ["what a function may add", `const role = ${roleV3(blocks(needy))};\ncomplete(role);\napply(role);`],
    [
      "what a function may add to the list",
      `const action = ${needy};\ncomplete(action);\napply(${roleV3(blocks("action"))});`,
    ],
    [
      "what is spread",
      `const base = ${blocks(needy)};\napply(${roleV3("{ ...base, statement: [...base.statement, ...namespace] }")});`,
    ],
  ])("may be there: %s", (_, code) => {
    expect(saidOf(given + code)).toEqual([]);
  });
});

testSilent("an object of others", [
  [
    "a role of Kubernetes",
    'export const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "lst"] }] };',
  ],
  [
    "a policy of Crossplane for AWS",
    'export const policy = { apiVersion: "iam.aws.upbound.io/v1beta1", kind: "Policy", spec: { forProvider: { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObjct"], Resource: "*" }] }) } } };',
  ],
  [
    "a role of Crossplane for AWS with our kind",
    'export const role = { apiVersion: "iam.aws.upbound.io/v1beta1", kind: "Role", spec: { forProvider: { statement: [{ effect: "Alow", action: ["s3:GetObjct"] }] } } };',
  ],
  [
    "a resource of Terraform for AWS",
    'export const main = { resource: { aws_iam_policy: { p: { policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["ecs:ListTsks"], Resource: "*" }] }) } } } };',
  ],
  [
    "a template of CloudFormation",
    'export const template = { AWSTemplateFormatVersion: "2010-09-09", Resources: { P: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObjct"], Resource: "*" }] } } } } };',
  ],
  [
    "serverless",
    'export const provider = { name: "aws", iam: { role: { statements: [{ Effect: "Allow", Action: ["dynamodb:Qury", "ecs:ListTsks"], Resource: "*" }] } } };',
  ],
  [
    "a policy of a bucket",
    'export const policy = { Statement: [{ Sid: "a", Effect: "Allow", Principal: "*", Action: ["GetObjct"], Resource: ["bucket/*"] }] };',
  ],
  [
    "a trust policy",
    'export const trust = { Version: "5.0", Statement: [{ Effect: "Allow", Principal: { Service: ["service.ECS"] }, Action: ["sts:agencies:assume"] }] };',
  ],
  [
    "an admission policy",
    'export const policy = { apiVersion: "kyverno.io/v1", kind: "ClusterPolicy", spec: { rules: [{ name: "a", match: { any: [{ resources: { kinds: ["Pod"] } }] } }] } };',
  ],
]);
