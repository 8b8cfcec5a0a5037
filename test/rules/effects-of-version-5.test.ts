import { describe } from "vitest";
import noBroadGrant from "../../rules/no-broad-grant.js";
import noIneffectiveStatement from "../../rules/no-ineffective-statement.js";
import noRedundantAction from "../../rules/no-redundant-action.js";
import { testPolicies } from "../hosts-table.js";
import { carriersOf, identityHosts } from "../identity-carriers.js";

const policyOf = (...statements: readonly string[]) =>
  `{ "Version": "5.0", "Statement": [\n${statements.map((inner) => `  { ${inner} }`).join(",\n")}\n] }`;
const allow = (...actions: readonly string[]) => `"Effect": "Allow", "Action": ["${actions.join('", "')}"]`;
const deny = (...actions: readonly string[]) => `"Effect": "Deny", "Action": ["${actions.join('", "')}"]`;
const principal = '"Principal": { "Service": ["service.APIG"] }';
const strict = [{ minimumSegments: 2 }];
const denyOnly = [{ denyOnly: "report" }];

describe("redundant actions", () => {
  const covered = (name: string, cover: string, line = 2) =>
    `"${name}" is already covered by "${cover}" on line {{line ${line}}}. Remove it.`;
  testPolicies(
    "no-redundant-action",
    noRedundantAction,
    {
      valid: [
        { policy: policyOf(allow("sts::decode", "sts:*:decod", "ims:images:lis?", "ims:images:list*")) },
        // What it covers is not documented, and whether a pattern covers another name of another service's action.
        { policy: policyOf(allow("ims:*", "ims:images:list")) },
        { policy: policyOf(allow("vpc:*:*", "vpc:publicIps:list", "iam:*:*", "iam:agencies:assume")) },
        { policy: policyOf(`${allow("ims:*:*")}, "NotResource": ["*"]`, allow("ims:images:list")) },
        { policy: policyOf(`${allow("ims:*:*")}, ${principal}`, allow("ims:images:list")) },
      ],
      invalid: [
        {
          policy: policyOf(allow("sts::decode", "[[STS::decode]]")),
          errors: [{ message: '"STS::decode" is already listed on line {{line 2}}. Remove it.' }],
          fixed: [', "STS::decode"', ""],
        },
        {
          policy: policyOf(allow("ims:images:lis?", "[[ims:images:list]]")),
          errors: [
            {
              message: covered("ims:images:list", "ims:images:lis?"),
              suggestions: [{ desc: 'Remove "ims:images:list"', replace: [', "ims:images:list"', ""] }],
            },
          ],
        },
      ],
    },
    identityHosts,
  );
});

describe("statements without an effect", () => {
  testPolicies(
    "no-ineffective-statement",
    noIneffectiveStatement,
    {
      valid: [
        { policy: policyOf(allow("ims:*:*"), deny("ims:images:delete")) },
        { policy: policyOf(allow("vpc:publicIps:list"), deny("vpc:*:*")) },
        { policy: policyOf(allow("ims:images:list"), deny("ims:*")) },
        { policy: policyOf('"Effect": "Deny", "Action": []') },
        { policy: policyOf(deny("ims:images:list")), options: denyOnly },
        { policy: policyOf(allow("ims:images:list"), `${deny("ims:images:list")}, "NotResource": ["*"]`) },
      ],
      invalid: [
        {
          policy: policyOf(allow("sts::decode").replace('"Allow"', '"[[Allow]]"'), deny("sts::*")),
          errors: [
            {
              message:
                "This Allow has no effect: the Deny on line {{line 3}} takes away everything it grants. Remove one or the other.",
            },
          ],
        },
        {
          policy: policyOf(`"Sid": "a", ${deny("sts::decode")}`, deny("sts::decode").replace('"Deny"', '"[[Deny]]"')),
          errors: [{ message: "This statement repeats the one on line {{line 2}}. Remove it." }],
        },
      ],
    },
    identityHosts,
  );

  testPolicies(
    "no-ineffective-statement, identity",
    noIneffectiveStatement,
    {
      valid: [{ policy: policyOf(deny("ims:images:list")) }],
      invalid: [
        {
          policy: policyOf('"Effect": "Allow", "Action": ⟦[]⟧', allow("ims:images:list")),
          errors: [
            {
              message:
                '"Action" is empty, so this statement has no effect. List some actions, or remove the statement.',
            },
          ],
        },
        {
          policy: policyOf(deny("ims:images:list").replace('"Deny"', '"[[Deny]]"')),
          options: denyOnly,
          errors: [
            {
              message:
                "This policy only denies, so it grants nothing by itself. Grant it together with a policy that allows something.",
            },
          ],
        },
      ],
    },
    carriersOf("identity"),
  );

  testPolicies(
    "no-ineffective-statement, service control",
    noIneffectiveStatement,
    {
      valid: [
        { policy: policyOf(deny("ims:images:list")), options: denyOnly },
        { policy: policyOf('"Effect": "Deny", "Action": []'), options: denyOnly },
      ],
      invalid: [],
    },
    carriersOf("service-control"),
  );
});

describe("broad grants", () => {
  const everything = (written: string) => ({
    message: `"${written}" grants every action of every service. Name the services you need.`,
  });
  testPolicies(
    "no-broad-grant, identity",
    noBroadGrant,
    {
      valid: [
        { policy: policyOf(allow("ims:*:*")) },
        { policy: policyOf(`${allow("*")}, "NotResource": ["iam::*:user:*"]`) },
        { policy: policyOf(`${allow("*")}, "Condition": { "Bool": { "g:MFAPresent": ["true"] } }`) },
        { policy: policyOf(allow("*"), deny("iam:*:*")) },
        { policy: policyOf(allow("ims::*", "ims:image?:*")), options: strict },
        // Left to no-privilege-escalation.
        { policy: policyOf(allow("iam:*:*")), options: strict },
      ],
      invalid: [
        { policy: policyOf(allow("[[*]]")), errors: [everything("*")] },
        { policy: policyOf(`"Sid": "a", ${allow("[[*:*:*]]")}, "Resource": ["*"]`), errors: [everything("*:*:*")] },
        {
          policy: policyOf(allow("[[sts:*:*]]")),
          options: strict,
          errors: [
            {
              message: '"sts:*:*" grants every action of STS. List the actions you need.',
            },
          ],
        },
      ],
    },
    carriersOf("identity"),
  );

  const open = { policy: policyOf(allow("*")), options: strict };
  for (const kind of ["trust", "service-control"] as const) {
    testPolicies(
      `no-broad-grant, ${kind}`,
      noBroadGrant,
      { valid: [kind === "trust" ? { policy: policyOf(`${allow("*")}, ${principal}`) } : open], invalid: [] },
      carriersOf(kind),
    );
  }
  // It may be the policy that an organisation begins with.
  testPolicies("no-broad-grant, of no known kind", noBroadGrant, { valid: [open], invalid: [] }, identityHosts);
});
