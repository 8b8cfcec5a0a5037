import { describe, expect, it } from "vitest";
import rule from "../../rules/valid-policy.js";
import { configOf } from "../sources.js";
import { hosts, testPolicies } from "../hosts-table.js";
import { Linter } from "eslint";

/** Roles, which take version 1.1 only. */
const roles = hosts.filter(({ name }) => name.startsWith("API body"));

function policyOf(version: string, rest: string): string {
  return `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", ${rest} }] }`;
}

const message =
  'This must be a custom policy (IAM.1024), so its version must be "1.1", not "5.0". Rewrite it in version 1.1.';
const versionOnly = [{ desc: "Replace with 1.1", replace: ["5.0", "1.1"] as const }];

testPolicies(
  "valid-policy: a policy in the version of its carrier",
  rule,
  {
    valid: [{ policy: policyOf("1.1", '"Action": ["vpc:publicIps:create"]') }],
    invalid: [
      {
        policy: policyOf(
          "[[5.0]]",
          '"Action": [ "eip:publicIps:create", "EIP:publicIps:listTags" ], "Resource": ["*"]',
        ),
        errors: [
          {
            message,
            suggestions: [
              {
                desc: "Rewrite the policy in version 1.1",
                replace: [
                  policyOf("5.0", '"Action": [ "eip:publicIps:create", "EIP:publicIps:listTags" ], "Resource": ["*"]'),
                  policyOf("1.1", '"Action": [ "vpc:publicIps:create", "vpc:publicipTags:get" ], "Resource": ["*"]'),
                ],
              },
            ],
          },
        ],
      },
      // Only the version differs.
      ...[
        '"Action": ["*:*:*"]',
        // What the other version does not say, or not with other names of actions alone.
        '"Action": ["ims:images:list"]',
        '"Action": ["eip:publicIps:create"], "Resource": "*"',
        '"Action": ["eip:publicIps:create"], "Condition": { "Bool": { "toy:Open": ["true"] } }',
        '"Action": ["eip:publicIps:create", "{{ more }}"]',
      ].map((rest) => ({
        policy: policyOf("[[5.0]]", rest),
        errors: [{ message, suggestions: versionOnly }],
      })),
    ],
  },
  roles,
);

const mixedMessage = (action: string) =>
  `"Version" is 1.1, but the action "${action}" belongs to version 5.0. Write the whole policy in one of the two.`;

const inVersion11 = (action: string) => ({
  desc: "Rewrite the policy in version 1.1",
  replace: [action, "iam:credentials:listCredentials"] as const,
});

testPolicies(
  "valid-policy: a policy that is written in both versions",
  rule,
  {
    valid: [{ policy: policyOf("5.0", '"Action": ["eip:publicIps:create", "iam::listAccessKeys"]') }],
    invalid: [
      {
        policy: policyOf("[[1.1]]", '"Action": [ "vpc:publicIps:create", "iam::ListAccessKeys" ], "Resource": ["*"]'),
        errors: [
          {
            message: mixedMessage("iam::ListAccessKeys"),
            suggestions: [
              {
                desc: "Rewrite the policy in version 5.0",
                replace: [
                  policyOf("1.1", '"Action": [ "vpc:publicIps:create", "iam::ListAccessKeys" ], "Resource": ["*"]'),
                  policyOf("5.0", '"Action": [ "eip:publicIps:create", "iam::ListAccessKeys" ], "Resource": ["*"]'),
                ],
              },
              inVersion11("iam::ListAccessKeys"),
            ],
          },
        ],
      },
      // Only the version differs.
      {
        policy: policyOf("[[1.1]]", '"Action": ["iam::listAccessKeys"]'),
        errors: [
          {
            message: mixedMessage("iam::listAccessKeys"),
            suggestions: [{ desc: "Replace with 5.0", replace: ["1.1", "5.0"] }, inVersion11("iam::listAccessKeys")],
          },
        ],
      },
      // Which version 5.0 is not known to say as a whole.
      ...[
        '"Action": [ "iam::listAccessKeys", "evs:volumes:list" ]',
        '"Action": ["iam::listAccessKeys"], "Resource": { "uri": ["/iam/agencies/1"] }',
      ].map((rest) => ({
        policy: policyOf("[[1.1]]", rest),
        errors: [{ message: mixedMessage("iam::listAccessKeys"), suggestions: [inVersion11("iam::listAccessKeys")] }],
      })),
      // Which no version is known to say.
      ...[
        ["iam::listSecrets", '"Action": ["vpc:publicIps:create", "iam::listSecrets"]'],
        ["iam::listAccessKeys", '"Action": ["iam::listAccessKeys", "evs::frobnicate"]'],
        ["iam::list*", '"Action": ["vpc:publicIps:create", "iam::list*"]'],
      ].map(([action = "", rest = ""]) => ({
        policy: policyOf("[[1.1]]", rest),
        errors: [{ message: mixedMessage(action) }],
      })),
    ],
  },
  hosts.filter((host) => !roles.includes(host)),
);

testPolicies(
  "valid-policy: a policy that is written in both versions, where one must be",
  rule,
  {
    valid: [],
    invalid: [
      {
        policy: policyOf("[[1.1]]", '"Action": ["vpc:publicIps:create", "iam::listAccessKeys"]'),
        errors: [{ message: mixedMessage("iam::listAccessKeys"), suggestions: [inVersion11("iam::listAccessKeys")] }],
      },
    ],
  },
  roles,
);

/** What the first suggestion makes of a file. */
function suggestedIn(host: string, code: string) {
  const [found] = new Linter()
    .verify(code, {
      ...configOf(host),
      plugins: { ...configOf(host).plugins, own: { rules: { "valid-policy": rule } } },
      rules: { "own/valid-policy": "error" },
    })
    .filter(({ message: text }) => text.includes("Rewrite it in version"));
  const [suggestion] = found?.suggestions ?? [];
  const { range: [start, end] = [0, 0], text = "" } = suggestion?.fix ?? {};
  return suggestion && { desc: suggestion.desc, text: code.slice(0, start) + text + code.slice(end) };
}

describe("a custom policy where an identity policy must be", () => {
  it.each(["HCL object", "JSON"])("in %s", (host) => {
    const policy = (version: string, actions: string) =>
      `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": [${actions}] }] }`;
    const write = (text: string) =>
      host === "HCL object"
        ? `resource "huaweicloud_identityv5_policy" "a" {\n  policy_document = jsonencode(${text})\n}\n`
        : `{ "resource": { "huaweicloud_identityv5_policy": { "a": { "policy_document": ${JSON.stringify(text)} } } } }`;
    const custom = '"vpc:publicIps:create", "ecs:cloudServers:get"';
    const identity = '"eip:publicIps:create", "ecs:cloudServers:showServer", "ecs:cloudServers:showServerGroup"';
    expect(suggestedIn(host, write(policy("1.1", custom)))).toEqual({
      desc: "Rewrite the policy in version 5.0",
      text: write(policy("5.0", identity)),
    });
  });
});
