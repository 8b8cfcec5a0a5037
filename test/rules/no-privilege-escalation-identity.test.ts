import { describe, expect, it } from "vitest";
import rule from "../../rules/no-privilege-escalation.js";
import { catalogOf } from "../../src/catalog/catalog.js";
import { identityEscalations } from "../../src/checks/escalation/identity-escalation-actions.js";
import { testPolicies } from "../hosts-table.js";
import { carriersOf, identityHosts } from "../identity-carriers.js";

const policyOf = (...statements: readonly string[]) =>
  `{ "Version": "5.0", "Statement": [\n${statements.map((inner) => `  { ${inner} }`).join(",\n")}\n] }`;
const allow = (...actions: readonly string[]) => `"Effect": "Allow", "Action": ["${actions.join('", "')}"]`;
const on = (...urns: readonly string[]) => `, "Resource": ["${urns.join('", "')}"]`;
const attach = "iam:users:attachPolicyV5";
const attached = "attach any identity policy to themselves, in this identity policy (5.0)";
const advice = (type: string) =>
  `Name the resources, such as "iam:*:*:${type}:<name>", or grant it to administrators only.`;
const principal = '"Principal": { "IAM": ["0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d"] }';

describe("an identity policy", () => {
  testPolicies(
    "no-privilege-escalation: version 5.0",
    rule,
    {
      valid: [
        // Names of version 1.1 without a page that says what they do here.
        { policy: policyOf(allow("iam:agencies:assume", "iam:permissions:addUserToGroup")) },
        { policy: policyOf(allow("iam:users:listV5", "iam:policies:createV5", "iam:*:get*", "iam:*:list*")) },
        // Over all services, and what nothing is known of.
        { policy: policyOf(allow("*", "*:*:*", "i?m:*:*", "iam:users:attachPolicyV6", "iam:*")) },
        // Narrowed, be it by keys that are not known.
        { policy: policyOf(`${allow(attach)}${on("iam::*:user:guest", "iam:*:*:user:dev/*")}`) },
        { policy: policyOf(`${allow(attach)}${on("iam:*:*:group:*", "obs:*:*:bucket:*")}`) },
        { policy: policyOf(`${allow(attach)}, "NotResource": ["iam:*:*:user:admin"]`) },
        { policy: policyOf(`${allow(attach)}, "Condition": { "StringEquals": { "iam:PolicyURN": "x" } }`) },
        { policy: policyOf(`${allow("sts:agencies:assume")}${on("iam::0a1b:agency:ops")}`) },
        { policy: policyOf(`${allow(attach)}${on("<URN of the user>")}`) },
        // Taken away.
        { policy: policyOf(allow(attach), allow("IAM:*:*").replace("Allow", "Deny")) },
        { policy: policyOf(allow(attach).replace("Allow", "Deny")) },
        { policy: policyOf(`"Effect": "Allow", "NotAction": ["${attach}"]`) },
      ],
      invalid: [
        {
          policy: policyOf(allow("ecs:*:*", `[[${attach}]]`)),
          errors: [{ message: `"${attach}" lets its holders ${attached}. ${advice("user")}` }],
        },
        {
          policy: policyOf(`${allow("[[IAM::createaccesskey]]")}${on("iam::1:user:a", "iam:*:*:user:*")}`),
          errors: [
            {
              message: `"IAM::createaccesskey" lets its holders create an access key for another user and act as that user, in this identity policy (5.0). ${advice("user")}`,
            },
          ],
        },
        {
          policy: policyOf(`${allow("[[iam:*:addUser*]]")}${on("*")}`),
          errors: [
            {
              message:
                '"iam:*:addUser*" covers "iam:permissions:addUserToGroupV5", which lets its holders join any user group, including the administrators, in this identity policy (5.0). List only the actions needed.',
            },
          ],
        },
        {
          policy: policyOf(allow("[[iam:users:*]]", "[[iam:credentials:*]]")),
          errors: [
            {
              message:
                '"iam:users:*" in this identity policy (5.0) covers 3 actions that allow privilege escalation: iam:users:attachPolicyV5, iam:users:createLoginProfileV5 and iam:users:updateLoginProfileV5. List only the actions needed.',
            },
            {
              message:
                '"iam:credentials:*" covers "iam:credentials:createCredentialV5", which lets its holders create an access key for another user and act as that user, in this identity policy (5.0). List only the actions needed.',
            },
          ],
        },
        {
          policy: policyOf(allow("[[sts:agencies:assume]]")),
          errors: [
            {
              message:
                '"sts:agencies:assume" lets its holders act as every agency that trusts their account, in this identity policy (5.0). Name the agencies in "Resource": ["iam::<account-id>:agency:<name>"].',
            },
          ],
        },
      ],
    },
    carriersOf("identity"),
  );
});

describe("a policy that only limits others, or says who may act as an agency", () => {
  for (const kind of ["service-control", "trust", "endpoint"] as const) {
    const policy =
      kind === "trust" ? policyOf(`${allow("sts:agencies:assume")}, ${principal}`) : policyOf(allow(attach));
    testPolicies(`no-privilege-escalation, ${kind}`, rule, { valid: [{ policy }], invalid: [] }, carriersOf(kind));
  }
  const open = { policy: policyOf(allow(attach)) };
  testPolicies("no-privilege-escalation, of no known kind", rule, { valid: [open], invalid: [] }, identityHosts);
});

it.each(identityEscalations)("$name is known to the catalogue", ({ name }) => {
  expect(catalogOf(undefined).identity.action(name.toLowerCase())?.name).toBe(name);
});
