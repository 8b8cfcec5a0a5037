import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hosts } from "../hosts-table.js";
import { similarPolicies } from "./similar-policies.js";

/** Every option that makes a rule report more is on. */
const rules: Linter.RulesRecord = {
  ...plugin.configs.strict.rules,
  "huaweicloud-iam/require-enterprise-project-support": ["error", { mixed: "report" }],
  "huaweicloud-iam/require-action-dependencies": ["error", { reads: true, apis: "every" }],
};
const settings = { "huaweicloud-iam": { scope: "enterprise-project" } };

/** Where other clouds' policies stand: properties that Huawei Cloud's provider and API have, too, and bodies. */
const surroundings: readonly (readonly [name: string, host: string, write: (policy: string) => string])[] = [
  [
    "policy_document in a body",
    "JSON",
    (policy) => `{ "policy_name": "a", "policy_document": ${JSON.stringify(policy)} }`,
  ],
  ["trust_policy in a body", "JSON", (policy) => `{ "agency_name": "a", "trust_policy": ${JSON.stringify(policy)} }`],
  ...["service_control_policy", "SERVICE_CONTROL_POLICY"].map(
    (type) =>
      [
        `content of a ${type}`,
        "JSON",
        (policy: string) => `{ "name": "a/b", "type": "${type}", "content": ${JSON.stringify(policy)} }`,
      ] as const,
  ),
  [
    "what an analyzer shall check",
    "YAML",
    (policy) => `policy_type: identity_policy\npolicy_document: |\n  ${policy}\n`,
  ],
  [
    "PolicyDocument in a template",
    "YAML",
    (policy) => `Resources:\n  a:\n    Properties:\n      PolicyDocument: ${policy}\n`,
  ],
  ["policy_document in YAML", "YAML", (policy) => `role:\n  policy_document: |\n    ${policy}\n`],
  ...[
    "aws_iam_policy.policy",
    "aws_iam_role.assume_role_policy",
    "aws_organizations_policy.content",
    "aws_vpc_endpoint.policy",
    "alicloud_ram_policy.policy_document",
    "alicloud_ram_role.assume_role_policy_document",
    "volcengine_iam_policy.policy_document",
    "volcengine_iam_role.trust_policy_document",
    "aws_ssoadmin_permission_set_inline_policy.inline_policy",
    "alicloud_resource_manager_control_policy.policy_document",
  ].map((place) => {
    const [type = "", property = ""] = place.split(".");
    return [
      place,
      "jsonencode",
      (policy: string) => `resource "${type}" "a" {\n  ${property} = jsonencode(${policy})\n}\n`,
    ] as const;
  }),
  [
    "a construct of CDK",
    "as const",
    (policy) =>
      `import { IdentityPolicy, OrganizationsPolicy } from "@cdktf/provider-aws";\nnew OrganizationsPolicy(this, "a", { content: JSON.stringify(${policy}) });\nnew IdentityPolicy(this, "b", { policyDocument: ${JSON.stringify(policy)} });`,
  ],
];

function reportsIn(code: string, hostName: string): readonly string[] {
  const host = hosts.find(({ name }) => name === hostName);
  const config = host?.config ?? {};
  const messages = new Linter().verify(code, {
    ...config,
    plugins: { ...config.plugins, "huaweicloud-iam": plugin },
    rules,
    settings,
  });
  return messages.map(({ ruleId, message }) => `${ruleId ?? "parser"}: ${message}`);
}

it("has the policies that look most alike", () => {
  expect(similarPolicies.length).toBeGreaterThanOrEqual(30);
});

describe.each(similarPolicies)("$name", ({ policy }) => {
  // As a whole it is one of ours, with another version, only if the names are ours.
  const text = JSON.stringify(policy);
  // A policy of Huawei Cloud may stand in the body of a role only.
  const everywhere = hosts.filter(({ name }) => !name.startsWith("API body"));

  it.each(everywhere)("is silent: $name", ({ name, write }) => {
    expect(reportsIn(write(withEscapes(text, name)), name)).toEqual([]);
  });

  it.each(surroundings)("is silent in %s", (_, host, write) => {
    expect(reportsIn(write(withEscapes(text, host)), host)).toEqual([]);
  });
});

/** Variables of policies are none of the file's language. */
function withEscapes(text: string, host: string): string {
  const escaped: Readonly<Record<string, string | undefined>> = {
    "HCL object": "$${",
    jsonencode: "$${",
    "template literal": "$\\{",
  };
  return text.replaceAll("${", () => escaped[host] ?? "${");
}
