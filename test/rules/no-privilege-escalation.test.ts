import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/no-privilege-escalation.js";
import plugin from "../../src/index.js";
import { readMarks, testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const both = "Open Telekom Cloud and Huawei Cloud";
const administrators = "Remove it, or grant it to administrators only.";
const nameThem = "List only the actions needed.";

function one(subject: string, gain: string, advice = administrators) {
  return { message: `${subject} lets its holders ${gain}. ${advice} Documented by ${both}.` };
}

function several(pattern: string, number: number, names: string) {
  return {
    message: `"${pattern}" covers ${number} actions that allow privilege escalation: ${names}. List only the actions needed. Documented by ${both}.`,
  };
}

function agency(subject: string) {
  return {
    message: `${subject} lets its holders assume every agency that trusts their account. Name the agencies in a separate statement: "Resource": { "uri": ["/iam/agencies/<id>"] }. Documented by ${both}.`,
  };
}

function together(last: string, others: string, gain: string, clouds = both) {
  return {
    message: `"${last}" together with ${others} lets its holders ${gain}. Do not combine them. Documented by ${clouds}.`,
  };
}

const join = one('"iam:permissions:addUserToGroup"', "join any user group, including the administrators");
const takeOver = "set another user's password and sign in as that user";
const mapUsers = "map themselves to any group through an identity provider";
const resource = (written: string) => `,\n      "Resource": ${written}`;

testPolicies("no-privilege-escalation", rule, {
  valid: [
    { policy: allow("iam:users:listUsers", "iam:users:createUser", "ims:images:*") },
    // Read-only actions do not escalate.
    { policy: allow("iam:*:get*", "iam:*:list*", "iam:*:check*") },
    // Patterns over all services are left to no-broad-grant.
    { policy: allow("*:*:*", "*:users:*") },
    { policy: policyOf(statement("Deny", ["iam:*:*"])) },
    { policy: allow("iam:permissions:addUserToGroup").replace("1.1", "5.0") },
    { policy: allow("iam:permissions", "iam:permissions:addUserToGruop") },
    // The agencies are named: by ID, name or placeholder.
    { policy: policyOf(statement("Allow", ["iam:agencies:assume"], resource('{ "uri": ["/iam/agencies/0780"] }'))) },
    {
      policy: policyOf(statement("Allow", ["iam:tokens:assume"], resource('{ "uri": ["/iam/agencies/agencyTest"] }'))),
    },
    { policy: policyOf(statement("Allow", ["iam:agencies:assume"], resource('{ "uri": ["/iam/agencies/<id>"] }'))) },
    { policy: policyOf(statement("Allow", ["iam:agencies:assume"], resource('{ "uri": ["/iam/agencies/${id}"] }'))) },
    // An invalid Resource is left to other rules.
    { policy: policyOf(statement("Allow", ["iam:agencies:assume"], resource("{}"))) },
    { policy: policyOf(statement("Allow", ["iam:agencies:assume"], resource('["${agencies}"]'))) },
    { policy: policyOf(statement("Allow", ["iam:users:updateUser"], resource('["iam:*:*:user:a"]'))) },
    // Denied, or possibly denied.
    { policy: policyOf(statement("Allow", ["iam:permissions:*"]), statement("Deny", ["iam:*:addUserToGroup"])) },
    { policy: policyOf(statement("Allow", ["iam:*:*"]), statement("Deny", ["iam:*:*"], resource('["*"]'))) },
    { policy: policyOf(statement("Allow", ["iam:*:*"]), statement("Deny", ["${denied}"])) },
    // Combinations that are incomplete, limited to resources, or uncertain.
    { policy: allow("iam:identityProviders:createMapping", "iam:identityProviders:createProtocol") },
    {
      policy: policyOf(
        statement("Allow", ["iam:identityProviders:createMapping"], resource('["iam:*:*:mapping:a"]')),
        statement("Allow", ["iam:identityProviders:updateProtocol"]),
      ),
    },
    {
      policy: policyOf(
        statement("Allow", ["iam:identityProviders:createMapping", "iam:identityProviders:updateProtocol"]),
        statement("Deny", ["iam:identityProviders:updateProtocol"]),
      ),
    },
    // The cloud lacks one of the actions.
    {
      policy: allow(
        "iam:identityProviders:createMapping",
        "iam:identityProviders:createProtocol",
        "iam:identityProviders:createIdentityProvider",
        "iam:identityProviders:createOpenIDConnectConfig",
      ),
      settings: { cloud: "huaweicloud" },
    },
  ],
  invalid: [
    { policy: allow("iam:users:listUsers", "[[iam:permissions:addUserToGroup]]"), errors: [join] },
    {
      policy: allow("[[iam:users:updateUser]]", "[[IAM:Users:ResetUserPassword]]"),
      errors: [one('"iam:users:updateUser"', takeOver), one('"IAM:Users:ResetUserPassword"', takeOver)],
    },
    // Conditions limit who and when, not what is possible.
    {
      policy: policyOf(
        statement(
          "Allow",
          ["[[iam:permissions:addUserToGroup]]"],
          ',\n      "Condition": { "Bool": { "g:MFAPresent": ["true"] } }',
        ),
      ),
      errors: [join],
    },
    {
      policy: policyOf(statement("Allow", ["[[iam:permissions:addUserToGroup]]"], resource('["*"]'))),
      errors: [join],
    },
    // One problem for each pattern.
    {
      policy: allow("[[iam:permissions:*]]", "[[iam:users:*]]"),
      errors: [
        one(
          '"iam:permissions:*" covers "iam:permissions:addUserToGroup", which',
          "join any user group, including the administrators",
          nameThem,
        ),
        several("iam:users:*", 2, "iam:users:updateUser and iam:users:resetUserPassword"),
      ],
    },
    {
      policy: policyOf(
        statement("Allow", ["[[iam:*:*]]", "*:*:*"]),
        statement("Deny", ["iam:tokens:*", "iam:permissions:*"]),
      ),
      errors: [
        several(
          "iam:*:*",
          4,
          "iam:agencies:assume, iam:users:updateUser, iam:users:resetUserPassword and iam:identityProviders:updateMapping",
        ),
      ],
    },
    // A placeholder in an Allow denies nothing.
    { policy: allow("${action}", "[[iam:permissions:addUserToGroup]]"), errors: [join] },
    {
      policy: policyOf(
        statement("Allow", ["[[iam:permissions:addUserToGroup]]"]),
        statement("Deny", ["iam:*:*"], ',\n      "Condition": { "Bool": { "g:MFAPresent": ["false"] } }'),
      ),
      errors: [join],
    },
    // All agencies.
    {
      policy: allow("[[iam:agencies:assume]]", "[[iam:tokens:assume]]"),
      errors: [agency('"iam:agencies:assume"'), agency('"iam:tokens:assume"')],
    },
    {
      policy: policyOf(
        statement("Allow", ["[[iam:agencies:assume]]"], resource('{ "uri": ["/iam/agencies/a", "/iam/agencies/*"] }')),
        statement("Allow", ["[[iam:tokens:ass*]]"], resource('["*"]')),
      ),
      errors: [agency('"iam:agencies:assume"'), agency('"iam:tokens:ass*" covers "iam:tokens:assume", which')],
    },
    // A combination, reported at the action that completes it.
    {
      policy: allow("iam:identityProviders:updateProtocol", "ims:*:*", "[[iam:identityProviders:createMapping]]"),
      errors: [
        together(
          "iam:identityProviders:createMapping",
          '"iam:identityProviders:updateProtocol" (line {{line 7}})',
          mapUsers,
        ),
      ],
    },
    {
      policy: policyOf(
        statement("Allow", ["iam:identityProviders:createM*", "iam:identityProviders:createIdentityProvider"]),
        statement("Allow", ["iam:identityProviders:createP*", "[[iam:identityProviders:createOpen*]]"]),
      ),
      settings: { cloud: "otc" },
      errors: [
        {
          message:
            '"iam:identityProviders:createOpen*" together with "iam:identityProviders:createM*" (line {{line 7}}) and 2 more lets its holders join any group through their own identity provider. Do not combine them. Documented by Open Telekom Cloud.',
        },
      ],
    },
    // A combination in one pattern, of which a Deny cancels the action that is sufficient by itself.
    {
      policy: policyOf(
        statement("Allow", ["[[iam:identityProviders:*]]"]),
        statement("Deny", ["iam:identityProviders:updateMapping"]),
      ),
      settings: { cloud: "huaweicloud" },
      errors: [
        {
          message: `"iam:identityProviders:*" covers 2 actions that allow privilege escalation: iam:identityProviders:createMapping and iam:identityProviders:updateProtocol. List only the actions needed. Documented by Huawei Cloud.`,
        },
      ],
    },
    // An action that is sufficient by itself is not reported again in a combination.
    {
      policy: allow("[[iam:identityProviders:update*]]", "iam:identityProviders:createMapping"),
      errors: [
        one('"iam:identityProviders:update*" covers "iam:identityProviders:updateMapping", which', mapUsers, nameThem),
      ],
    },
  ],
});

describe("in modules", () => {
  const imports = `import { IdentityGroup } from "./.gen/providers/huaweicloud/identity-group";
import { IdentityRole } from "./.gen/providers/huaweicloud/identity-role";
import { IdentityGroupRoleAssignment } from "./.gen/providers/huaweicloud/identity-group-role-assignment";
const team = new IdentityGroup(stack, "team", { name: "team" });
const others = new IdentityGroup(stack, "others", { name: "others" });
`;
  const role = (name: string, ...statements: readonly string[]) =>
    `const ${name} = new IdentityRole(stack, "${name}", { type: "AX", policy: JSON.stringify({ Version: "1.1", Statement: [${statements.join(", ")}] }) });\n`;
  const grant = (name: string, group: string) =>
    `new IdentityGroupRoleAssignment(stack, "x", { groupId: ${group}, roleId: ${name}.id, domainId: "1" });\n`;
  const allowing = (actions: string, more = "") => `{ Effect: "Allow", Action: [${actions}]${more} }`;
  const denyAll = '{ Effect: "Deny", Action: ["iam:*:*"] }';
  const join = allowing('"[[iam:permissions:addUserToGroup]]"');
  const quietJoin = allowing('"iam:permissions:addUserToGroup"');
  const mapping = allowing('"iam:identityProviders:createMapping"');
  const protocol = '"iam:identityProviders:updateProtocol"';
  const markedProtocol = allowing('"[[iam:identityProviders:updateProtocol]]"');

  it.each<[what: string, code: string]>([
    ["a grant to one group", role("one", join) + grant("one", "team.id")],
    [
      "a grant that another group is denied",
      role("one", join) + grant("one", "team.id") + role("two", denyAll) + grant("two", "others.id"),
    ],
    [
      "a combination over two roles of one group",
      role("one", mapping) + role("two", markedProtocol) + grant("two", "team.id") + grant("one", "team.id"),
    ],
    ["what a constant holds", `const action = "iam:permissions:addUserToGroup";\n${role("one", allowing("⟦action⟧"))}`],
    [
      "what stands beside an unknown action",
      role("one", allowing('"[[iam:permissions:addUserToGroup]]", props.action')),
    ],
    [
      "a grant under a condition that is not known",
      role("one", allowing('"[[iam:permissions:addUserToGroup]]"', ", Condition: props.condition")),
    ],
  ])("finds %s", (_, code) => expectPlanted(code));

  it.each<[what: string, code: string]>([
    [
      "what another role of the group denies",
      role("one", quietJoin) + role("two", denyAll) + grant("one", "team.id") + grant("two", "team.id"),
    ],
    [
      "what a role of somebody unnamed denies",
      role("one", quietJoin) + role("two", denyAll) + grant("one", "team.id") + grant("two", "props.groupId"),
    ],
    [
      "a combination over two groups",
      role("one", mapping) + role("two", allowing(protocol)) + grant("one", "team.id") + grant("two", "others.id"),
    ],
    [
      "a combination that may be one of somebody else",
      role("one", mapping) + role("two", allowing(protocol)) + grant("one", "team.id") + grant("two", "props.groupId"),
    ],
    ["a combination beside an unknown action", role("one", mapping, allowing(`${protocol}, props.action`))],
    ["a resource that is not known", role("one", allowing('"iam:agencies:assume"', ", Resource: props.resource"))],
    [
      "agencies that are not known",
      role("one", allowing('"iam:agencies:assume"', ", Resource: { uri: props.agencies.map(String) }")),
    ],
    ["a statement that others are spread in", role("one", allowing('"iam:agencies:assume"', ", ...props.more"))],
    ["an unknown statement", role("one", quietJoin, "props.statement")],
    ["a Deny of an unknown action", role("one", quietJoin, '{ Effect: "Deny", Action: [props.action] }')],
    ["an unknown effect", role("one", quietJoin, '{ Effect: props.effect, Action: ["ims:images:list"] }')],
    [
      "a Deny for an unknown resource",
      role("one", quietJoin, '{ Effect: "Deny", Action: ["iam:*:*"], Resource: [props.all] }'),
    ],
  ])("is silent on %s", (_, code) => expectPlanted(code));

  /** Expects problems at the marked places only. */
  function expectPlanted(marked: string): void {
    const { code, places } = readMarks(imports + marked);
    const found = new Linter().verify(
      code,
      [
        {
          files: ["**/*.ts"],
          languageOptions: { parser: typescriptParser },
          plugins: { "huaweicloud-iam": plugin },
          rules: { "huaweicloud-iam/no-privilege-escalation": "error" },
        },
      ] as Linter.Config[],
      "module.ts",
    );
    expect(found.map(({ line, column, endLine, endColumn }) => ({ line, column, endLine, endColumn }))).toEqual(places);
  }
});
