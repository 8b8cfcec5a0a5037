import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/no-broad-grant.js";
import { lintModule } from "../carriers/construct-modules.js";
import { readMarks, testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const condition = ',\n      "Condition": { "Bool": { "g:MFAPresent": ["true"] } }';
const resource = (...uris: readonly string[]) => `,\n      "Resource": ${JSON.stringify(uris)}`;
const two = [{ minimumSegments: 2 }];
const three = [{ minimumSegments: 3 }];

const everything = {
  message: '"*:*:*" grants every action of every service. Name the services you need.',
};
const broad = (action: string, reach: string, advice = "List the actions you need.") => ({
  message: `"${action}" grants ${reach}. ${advice}`,
});
const everythingBy = (uri: string) => ({
  message: `"*:*:*" grants every action of every service. Name the services you need, or narrow the resource "${uri}", which leaves it open.`,
});
const orNarrow = (uri: string) => `List the actions you need, or narrow the resource "${uri}", which leaves it open.`;
const orResource = 'List the actions you need, or limit them with a "Resource".';

testPolicies("no-broad-grant", rule, {
  valid: [
    // The guides recommend grants of whole services (facts.md#patterns-in-the-guides).
    { policy: allow("ims:*:*", "evs:*:list", "*:*:get*", "*:images:*") },
    { policy: allow("ims:images:*", "ims:*:list", "*:images:list"), options: two },
    { policy: allow("ims:images:get*"), options: three },
    // Exceptions show that the grant is intended (facts.md#exceptions-by-deny), even conditional ones.
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["iam:*:*", "cts:*:*"])) },
    { policy: policyOf(statement("Allow", ["obs:*:*"]), statement("Deny", ["obs:bucket:DeleteBucket"])), options: two },
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["*:*:*"], condition)) },
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["${actions}"])) },
    {
      policy: policyOf(
        statement("Allow", ["*:*:*"]),
        statement("Deny", ["ims:images:get"]).replace('"Action"', '"NotAction"'),
      ),
    },
    // A condition or resource limits it, and an unknown one may.
    { policy: policyOf(statement("Allow", ["*:*:*"], condition)) },
    { policy: policyOf(statement("Allow", ["obs:*:*"], resource("OBS:*:*:bucket:logs"))), options: two },
    { policy: policyOf(statement("Allow", ["obs:*:*"], resource("obs:*:*:object:logs/*"))), options: two },
    { policy: policyOf(statement("Allow", ["obs:*:*"], resource("obs:*:*:bucket:${name}"))), options: two },
    { policy: policyOf(statement("Allow", ["obs:*:*"], resource("${uri}"))), options: two },
    { policy: policyOf(statement("Allow", ["kms:*:*"], resource("KMS:eu-de:*:KeyId:*"))), options: two },
    { policy: policyOf(statement("Allow", ["*:*:*"], resource("obs:*:*:bucket:*"))) },
    { policy: policyOf(statement("Allow", ["*:*:*"], resource())) },
    { policy: policyOf(statement("Allow", ["*:*:*"], ',\n      "Resource": [7]')) },
    { policy: policyOf(statement("Allow", ["obs:*:*"], resource("obs:*:*:bucket:*:*"))), options: two },
    { policy: policyOf(statement("Allow", ["*:*:*"], ',\n      "Resource": { "uri": ["/iam/agencies/*"] }')) },
    { policy: policyOf(statement("Allow", ["*:*:*"], ',\n      "NotResource": ["obs:*:*:bucket:logs"]')) },
    // A Deny cannot be too broad.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["*:*:*"])) },
    // IAM is left to no-privilege-escalation, and invalid actions to valid-policy.
    { policy: allow("iam:*:*", "iam:users:*"), options: three },
    { policy: allow("*", "ims:*", "${action}"), options: three },
    // Allowed by the option, with all that it covers.
    { policy: allow("OBS:*:*", "obs:bucket:*"), options: [{ allow: ["obs:*:*"], minimumSegments: 3 }] },
    { policy: allow("*:*:*"), options: [{ allow: ["*:*:*"] }] },
    // Roles are not checked, and a policy of version 5.0 may be one that only limits others.
    { policy: allow("*:*:*").replace("1.1", "1.0") },
    { policy: allow("*:*:*").replace("1.1", "5.0") },
  ],
  invalid: [
    { policy: allow("ims:*:*", "[[*:*:*]]"), errors: [everything] },
    { policy: policyOf(statement("Allow", ["[[*:*:*]]"], resource("*"))), errors: [everything] },
    {
      policy: policyOf(statement("Allow", ["[[*:*:*]]"], resource("obs:*:*:bucket:a", "*"))),
      errors: [everythingBy("*")],
    },
    { policy: policyOf(statement("Allow", ["[[*:*:*]]"], ',\n      "Resource": "*"')), errors: [everything] },
    { policy: policyOf(statement("Allow", ["[[*:*:*]]"], resource("*:*:*:*:*"))), errors: [everythingBy("*:*:*:*:*")] },
    // A Deny of something else is not an exception.
    {
      policy: policyOf(statement("Allow", ["[[obs:*:*]]"]), statement("Deny", ["ims:*:*"])),
      options: two,
      errors: [broad("obs:*:*", "every action of OBS", orResource)],
    },
    { policy: policyOf(statement("Allow", ["[[*:*:*]]"], resource(" * "))), errors: [everything] },
    ...[" *:*:*:*:*", "*:::bucket:*"].map((uri) => ({
      policy: policyOf(statement("Allow", ["[[*:*:*]]"], resource(uri))),
      errors: [everythingBy(uri.trim())],
    })),
    {
      policy: policyOf(statement("Allow", ["[[obs:*:*]]"], resource("obs:*:*:bucket:logs", "obs:*:*:object:*"))),
      options: two,
      errors: [broad("obs:*:*", "every action of OBS", orNarrow("obs:*:*:object:*"))],
    },
    {
      policy: policyOf(statement("Allow", ["[[obs:*:*]]"], resource("obs:::object:*/*"))),
      options: two,
      errors: [broad("obs:*:*", "every action of OBS", orNarrow("obs:::object:*/*"))],
    },
    {
      policy: policyOf(statement("Allow", ["[[OBS:*:*]]"], resource("obs:*:*:bucket:*", "obs:::object:*/*"))),
      options: two,
      errors: [broad("OBS:*:*", "every action of OBS", orNarrow("obs:*:*:bucket:*"))],
    },
    {
      policy: allow("ims:*:*", "[[*:*:get*]]", "[[*:images:*]]", "[[im*:*:*]]"),
      options: two,
      errors: [
        broad("*:*:get*", 'every "get*" action of every service', "Name the services you need."),
        broad("*:images:*", 'every action on "images" of every service', "Name the services you need."),
        broad("im*:*:*", 'every action of every service that matches "im*"', "Name the services you need."),
      ],
    },
    {
      policy: allow("[[kms:cmk:*]]", "[[ims:*:get]]"),
      options: three,
      errors: [
        broad("kms:cmk:*", 'every action on "cmk" of KMS', orResource),
        broad("ims:*:get", 'every "get" action of IMS'),
      ],
    },
    // Each pattern once, without those that another one covers.
    {
      policy: policyOf(statement("Allow", ["[[*:*:*]]", "ims:*:*"]), statement("Allow", ["*:*:*"])),
      options: two,
      errors: [everything],
    },
    // The option allows another pattern.
    { policy: allow("[[*:*:*]]"), options: [{ allow: ["obs:*:*"] }], errors: [everything] },
  ],
});

it("rejects an option that is not a pattern", () => {
  const plugins = { "huaweicloud-iam": { rules: { rule } } } as never;
  const rules = { "huaweicloud-iam/rule": ["error", { allow: ["obs:*"] }] } as never;
  expect(() => new Linter().verify("", { plugins, rules })).toThrow(/should match pattern|must match pattern/u);
});

const policy = (statements: string) => `export const policy = { Version: "1.1", Statement: [${statements}] };`;

describe("in a module", () => {
  it.each([
    ["statements that may deny", policy('{ Effect: "Allow", Action: ["*:*:*"] }, ...limits()')],
    [
      "an effect that is not known",
      policy('{ Effect: "Allow", Action: ["*:*:*"] }, { Effect: effect, Action: ["ims:*:*"] }'),
    ],
    ["a condition that may be there", policy('{ Effect: "Allow", Action: ["*:*:*"], ...limits }')],
    ["a resource that is not known", policy('{ Effect: "Allow", Action: ["*:*:*"], Resource: [uri] }')],
    ["a pattern that is chosen", policy('{ Effect: "Allow", Action: [isOwner ? "*:*:*" : "ims:images:get"] }')],
    [
      "a statement that is chosen",
      policy('isOwner ? { Effect: "Allow", Action: ["*:*:*"] } : { Effect: "Allow", Action: ["ims:images:get"] }'),
    ],
  ])("is silent on %s", (_, code) => {
    expect(lintModule(code).filter(({ rule: name }) => name === "no-broad-grant")).toEqual([]);
  });

  it("finds a pattern next to unknown actions", () => {
    const { code, places } = readMarks(policy('{ Effect: "Allow", Action: ["[[*:*:*]]", ...more()] }'));
    expect(lintModule(code)).toEqual([{ rule: "no-broad-grant", message: everything.message, ...places[0] }]);
  });

  const roles = (denied: string) => `import { IdentityRole } from "./.gen/providers/huaweicloud/identity-role";
import { IdentityGroupRoleAssignment } from "./.gen/providers/huaweicloud/identity-group-role-assignment";
const all = new IdentityRole(stack, "all", { policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["[[*:*:*]]"] }] }) });
const limits = new IdentityRole(stack, "limits", { policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "${denied}", Action: ["cts:*:*"] }] }) });
new IdentityGroupRoleAssignment(stack, "one", { groupId: "a", roleId: all.id, projectId: "all" });
new IdentityGroupRoleAssignment(stack, "two", { groupId: "a", roleId: limits.id, projectId: "all" });`;

  it("counts exceptions in another role of the group", () => {
    const { code, places } = readMarks(roles("Allow"));
    expect(lintModule(readMarks(roles("Deny")).code)).toEqual([]);
    expect(lintModule(code)).toEqual([{ rule: "no-broad-grant", message: everything.message, ...places[0] }]);
  });
});
