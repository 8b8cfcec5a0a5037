import { describe } from "vitest";
import rule from "../../rules/valid-policy.js";
import { verbatimHosts, testPolicies, type InvalidPolicyCase } from "../hosts-table.js";
import { carriersOf, identityHosts } from "../identity-carriers.js";

/** A policy of version 5.0 with one statement, given as source text. */
const around = (inner: string, more = "") => `{ "Version": "5.0", "Statement": [{ ${inner} }]${more} }`;
const action = '"Action": ["ims:images:list"]';
const allowed = `"Effect": "Allow", ${action}`;
const trusted = '"Effect": "Allow", "Action": ["sts:agencies:assume"]';
const account = "0123456789abcdef0123456789abcdef";
const ofAccount = `"Principal": { "IAM": ["${account}"] }`;

function mistake(policy: string, message: string, more: Partial<InvalidPolicyCase> = {}): InvalidPolicyCase {
  return { policy, errors: [{ message }], ...more };
}

/** A mistake with suggestions, each a change of the policy's text. */
function repairable(policy: string, message: string, ...changes: readonly [desc: string, from: string, to: string][]) {
  const suggestions = changes.map(([desc, from, to]) => ({ desc, replace: [from, to] as const }));
  return { policy, errors: [{ message, suggestions }] };
}

const actions = (count: number, length: number) =>
  `"Action": [${Array.from({ length: count }, () => `"ims:images:${"x".repeat(length)}"`).join()}]`;
/** A policy of some characters without whitespace. */
function ofSize(characters: number): string {
  const policy = (sid: string) => around(`"Sid": "${sid}", "Effect": "Deny", ${action}`);
  return policy("x".repeat(characters - JSON.stringify(JSON.parse(policy(""))).length));
}

describe("a policy of version 5.0", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [
        { policy: around(`"Sid": "", ${allowed}, "Resource": ["*"], "Condition": {}`) },
        { policy: around('"Effect": "Deny", "NotAction": ["ims:*:*"], "NotResource": ["obs:*:*:bucket:photos"]') },
        // What is not documented, or only seen in use.
        { policy: `{ "Version": "5.0", "Statement": { "Effect": "allow", "Action": "*", "Resource": "*" } }` },
        { policy: around('"Effect": "Allow", "Action": []') },
        { policy: around('"Effect": "Allow", "Action": ["*", "ecs:*", "ecs*", "sts::decode", "a b:c:d", "a:b:c:d"]') },
        { policy: around('"Effect": "Allow", "Action": ["${service}:list", "a?b", "dli::list?"]') },
        { policy: around(`${allowed}, "resource": ["*"]`) },
        { policy: around(`${allowed} }, { "Sid": "a", "Effect": "Deny", ${action} }, { "Sid": "a", ${allowed}`) },
        { policy: around(`${allowed}, "Resource": ["*"], "NotResource": ["ims:*:*:image:a"]`) },
        { policy: around(`${allowed}, "Sid": null, "NotAction": null`) },
        { policy: ofSize(6144) },
        // More statements and actions than a custom policy may have.
        { policy: `{ "Version": "5.0", "Statement": [${new Array(9).fill(`{ ${allowed} }`).join()}] }` },
        { policy: around(`"Effect": "Allow", ${actions(101, 5)}`) },
      ],
      invalid: [
        repairable(
          around(`${allowed}, [["Actions"]]: ["ims:images:get"]`),
          '"Actions" is not a key of a statement of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Remove it.',
          ['Remove "Actions"', ', "Actions": ["ims:images:get"]', ""],
        ),
        repairable(
          around(`${allowed}, [["Resources"]]: ["*"]`),
          '"Resources" is not a key of a statement of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Did you mean "Resource"?',
          ["Replace with Resource", "Resources", "Resource"],
        ),
        ...[
          ["5", `"Sid": "a", ${allowed}`],
          ["2012-10-17", '"Effect": "Allow", "Action": ["ims:images:list", "sts::decode"]'],
        ].map(([version = "", statement = ""]) =>
          repairable(
            around(statement).replace("5.0", `[[${version}]]`),
            `"${version}" is not a version of the policy language (identity policy 5.0, INVALID_VERSION). Write "5.0".`,
            ["Replace with 5.0", version, "5.0"],
          ),
        ),
        mistake(
          around('[["Efect"]]: "Allow", "Action": ["ims:images:list"]'),
          '"Efect" is not a key of a statement of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Did you mean "Effect"?',
          {
            errors: [
              {
                message:
                  '"Efect" is not a key of a statement of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Did you mean "Effect"?',
                suggestions: [{ desc: "Replace with Effect", replace: ["Efect", "Effect"] }],
              },
            ],
          },
        ),
        repairable(
          around(`"Effect": "[[Permit]]", ${action}`),
          '"Permit" is not a valid effect in this identity policy (5.0). Write "Allow" or "Deny".',
          ["Replace with Allow", "Permit", "Allow"],
          ["Replace with Deny", "Permit", "Deny"],
        ),
        mistake(
          around(`"Effect": [[1]], ${action}`),
          'This is not a valid effect in this identity policy (5.0) (DATA_TYPE_MISMATCH). Write "Allow" or "Deny".',
        ),
        mistake(
          around(`${allowed}, [["NotAction"]]: ["ims:images:get"]`),
          'A statement of this identity policy (5.0) must not have both "Action" and "NotAction". Keep one, or split the statement.',
        ),
        mistake(
          around('"Effect": "Allow", "Action": ["ims:images:list", ⟦5⟧]'),
          "An action in this identity policy (5.0) must be a string (DATA_TYPE_MISMATCH). Write it as one, or remove it.",
        ),
        mistake(
          around(`${allowed}, "Resource": ["*", ⟦{}⟧]`).replace("{}", "7"),
          "A resource in this identity policy (5.0) must be a string (DATA_TYPE_MISMATCH). Write it as one, or remove it.",
        ),
        mistake(
          around(`"Sid": [[1]], ${allowed}`),
          '"Sid" in this identity policy (5.0) must be a string (DATA_TYPE_MISMATCH). Write it as one, or remove it.',
        ),
        ...["ims:images", "ims", "ims:images:", ":images:list"].map((name) =>
          mistake(
            around(`"Effect": "Allow", "Action": ["ims:images:list", "[[${name}]]"]`),
            `"${name}" does not have the three parts of an action in this identity policy (5.0). Write it as "service:resourceType:operation".`,
          ),
        ),
        mistake(
          around(`${allowed}, "Condition": ⟦[]⟧`),
          "A condition of this identity policy (5.0) must be an object of operators, keys and values. Write it as one, or remove it.",
        ),
        mistake(
          `{ "Version": "5.0", "Statement": [{ ${allowed} }, [["ims:images:list"]]] }`,
          'A statement of this identity policy (5.0) must be an object with "Effect" and "Action". Write it as one, or remove it.',
        ),
        mistake(
          ofSize(6145).replace('"Statement"', '[["Statement"]]'),
          "This identity policy (5.0) has 6,145 characters without whitespace, but the cloud allows at most 6,144 bytes. Split it, or use patterns.",
        ),
        // Quotes would not make it another number.
        mistake(
          around(allowed).replace('"5.0"', "[[5]]"),
          '"Version" must be a string (identity policy 5.0, INVALID_VERSION). Put it in quotes: "5.0".',
        ),
        mistake(
          around(allowed).replace('"5.0"', "[[5.0]]"),
          '"Version" must be a string (identity policy 5.0, INVALID_VERSION). Put it in quotes: "5.0".',
          { fixed: [" 5.0,", ' "5.0",'] },
        ),
        mistake(
          around(allowed).replace('"5.0"', '"[[ 5.0]]"'),
          'The whitespace around "5.0" makes it a different version (identity policy 5.0, INVALID_VERSION). Remove it.',
          { fixed: ['" 5.0"', '"5.0"'] },
        ),
        mistake(
          around(`${allowed}, [["NotResource"]]: ["ims:*:*:image:a"], "Resource": ["*"]`).replace(
            '[["NotResource"]]: ["ims:*:*:image:a"], "Resource": ["*"]',
            '"Resource": ["*"], [["NotResource"]]: ["ims:*:*:image:a"]',
          ),
          'A statement of this identity policy (5.0) must not have both "Resource" and "NotResource". Keep one, or split the statement.',
          { options: [{ sdkGrammar: "report" }] },
        ),
      ],
    },
    identityHosts,
  );
});

describe("a policy of version 5.0 that is sent as it is written", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [{ policy: around(allowed) }],
      invalid: [
        // Version 1.1 has no actions without a resource type.
        repairable(
          `[[{]] "Statement": [{ "Sid": "a", "Effect": "Allow", "Action": ["ims:images:list", "sts::decode"] }] }`,
          'This policy has no "Version" (identity policy 5.0, MISSING_VERSION). Add "Version": "5.0".',
          ['Add "Version": "5.0"', "{ ", '{ "Version": "5.0", '],
        ),
        repairable(
          `{ [["Id"]]: "x", "Version": "5.0", "Statement": [{ ${allowed} }] }`,
          '"Id" is not a key of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Remove it.',
          ['Remove "Id"', '"Id": "x", ', ""],
        ),
        repairable(
          around(allowed, ', [["Depends"]]: []'),
          '"Depends" is not a key of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Remove it.',
          ['Remove "Depends"', ', "Depends": []', ""],
        ),
      ],
    },
    identityHosts.filter((host) => verbatimHosts.includes(host)),
  );
});

describe("an identity policy", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [{ policy: around(allowed) }, { policy: ofSize(6144) }],
      invalid: [
        repairable(
          around(`"Effect": "Allow", [["Principal"]]: { "IAM": ["*"] }, ${action}`),
          '"Principal" is not supported in this identity policy (5.0) (UNSUPPORTED_PRINCIPAL). It applies to those it is attached to. Remove it.',
          ['Remove "Principal"', '"Principal": { "IAM": ["*"] }, ', ""],
        ),
        // It is no typo of a key that is refused.
        repairable(
          around(`"Effect": "Allow", [["Principals"]]: { "IAM": ["*"] }, ${action}`),
          '"Principals" is not a key of a statement of this identity policy (5.0) (INVALID_POLICY_ELEMENT). Remove it.',
          ['Remove "Principals"', '"Principals": { "IAM": ["*"] }, ', ""],
        ),
        repairable(
          `[[{]] "Statement": [{ ${allowed} }] }`,
          'This policy has no "Version" (identity policy 5.0, MISSING_VERSION). Add "Version": "5.0".',
          ['Add "Version": "5.0"', "{ ", '{ "Version": "5.0", '],
        ),
        repairable(
          around(allowed).replace("5.0", "[[1.1]]"),
          'This must be an identity policy, so its version must be "5.0", not "1.1". Rewrite it in version 5.0.',
          ["Replace with 5.0", "1.1", "5.0"],
        ),
        // What is wrong in one version only is not reported: the policy has to be rewritten first.
        repairable(
          around(`"Sid": "a", ${allowed}`).replace("5.0", "[[1.1]]"),
          'This must be an identity policy, so its version must be "5.0", not "1.1". Rewrite it in version 5.0.',
          ["Replace with 5.0", "1.1", "5.0"],
        ),
        repairable(
          around(allowed).replace("5.0", "[[2012-10-17]]"),
          '"2012-10-17" is not a version of the policy language (identity policy 5.0, INVALID_VERSION). Write "5.0".',
          ["Replace with 5.0", "2012-10-17", "5.0"],
        ),
        mistake(
          around('"Effect": "Allow", "Action": ["[[s3:GetObject]]"]'),
          '"s3:GetObject" does not have the three parts of an action in this identity policy (5.0). Write it as "service:resourceType:operation".',
        ),
      ],
    },
    carriersOf("identity"),
  );
});

describe("what an identity policy lacks", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [{ policy: around(allowed) }],
      invalid: [
        repairable(
          `{ "Version": "5.0", "Statement": [⟦{⟧ ${action} }] }`,
          'This statement of the identity policy (5.0) has no "Effect" (MISSING_EFFECT). Add "Allow" or "Deny".',
          ['Add "Effect": "Allow"', "[{ ", '[{ "Effect": "Allow", '],
          ['Add "Effect": "Deny"', "[{ ", '[{ "Effect": "Deny", '],
        ),
      ],
    },
    carriersOf("identity").slice(0, 2),
  );
});

describe("a trust policy", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [
        { policy: around(`${trusted}, ${ofAccount}, "Condition": { "StringEquals": { "sts:ExternalId": ["x"] } }`) },
        { policy: around(`${trusted}, "Principal": { "Service": ["service.APIG", "service.Config"] }`) },
        { policy: around(`${trusted}, "Principal": { "Federated": ["iam::${account}:oidcProvider:ci"] }`) },
        { policy: around(`${trusted}, "Principal": {}`) },
        { policy: around(`${trusted}, "Principal": "*"`) },
        { policy: around(`${trusted}, "Principal": { "IAM": ["*", "my-account", "${account.toUpperCase()}"] }`) },
        { policy: around(`${trusted}, "Principal": { "IAM": ["<account ID>"], "Service": ["<service>", "*"] }`) },
        { policy: around(`${trusted}, "Principal": { "Service": ["SERVICE_NAME", "XXX", "service.APIG"] }`) },
        { policy: around('"Effect": "Deny", "NotPrincipal": { "IAM": [] }, "Action": ["sts::setSourceIdentity"]') },
      ],
      invalid: [
        mistake(
          around(`${trusted}, "Principal": { "IAM": ["${account}", "[[111122223333]]"] }`),
          '"111122223333" is not an account ID, which has 32 hexadecimal digits in a trust policy (5.0). Write the ID of the account.',
        ),
        ...["ec2.amazonaws.com", "ECS"].map((name) =>
          mistake(
            around(`${trusted}, "Principal": { "Service": ["[[${name}]]"] }`),
            `"${name}" is not a service in this trust policy (5.0): their names are "service." and 1 to 56 letters, digits or hyphens. Write "service.<NAME>".`,
          ),
        ),
        mistake(
          around(`${trusted}, "Principal": { [["AWS"]]: ["*"] }`),
          '"AWS" is not a kind of principal in a trust policy (5.0). Use "IAM" or "Service".',
          { options: [{ sdkGrammar: "report" }] },
        ),
        mistake(
          around(`${trusted}, "Principal": [["*"]]`),
          'A principal of a trust policy (5.0) must be an object with "IAM" or "Service". Write it as one.',
          { options: [{ sdkGrammar: "report" }] },
        ),
        mistake(
          `{ "Version": "5.0", "Statement": [⟦{⟧ ${trusted} }] }`,
          'This statement of the trust policy (5.0) has no "Principal". Say who may act as the agency: { "IAM": ["<account ID>"] }.',
        ),
        repairable(
          around(`${trusted}, [["Principle"]]: { "IAM": ["${account}"] }`),
          '"Principle" is not a key of a statement of this trust policy (5.0) (INVALID_POLICY_ELEMENT). Did you mean "Principal"?',
          ["Replace with Principal", "Principle", "Principal"],
        ),
      ],
    },
    carriersOf("trust"),
  );
});

describe("a trust policy by its keys", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [{ policy: around(`${trusted}, ${ofAccount}`) }],
      invalid: [
        mistake(
          around(`${trusted.replace("]", ', "[[sts:agencies]]"]')}, ${ofAccount}`),
          '"sts:agencies" does not have the three parts of an action in this trust policy (5.0). Write it as "service:resourceType:operation".',
        ),
      ],
    },
    identityHosts,
  );
});

describe("a service control policy", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [
        { policy: around('"Effect": "Deny", "Action": []') },
        { policy: around('"Sid": "Statement1", "Effect": "Allow", "Action": ["*"]') },
        { policy: `{ "Version": "5.0", "Statement": { ${allowed} } }` },
        { policy: ofSize(5120) },
      ],
      invalid: [
        repairable(
          around(`"Effect": "Deny", [["NotPrincipal"]]: { "IAM": ["*"] }, ${action}`),
          '"NotPrincipal" is not supported in this service control policy (5.0). It applies to the accounts it is attached to. Remove it.',
          ['Remove "NotPrincipal"', '"NotPrincipal": { "IAM": ["*"] }, ', ""],
        ),
        // To remove it would deny what it spares.
        mistake(
          around(`"Effect": "Deny", ${action}, [["NotResource"]]: ["ims:*:*:image:a"]`),
          '"NotResource" is not supported in this service control policy (5.0). List resources in "Resource" instead.',
        ),
        mistake(
          ofSize(5121).replace('"Statement"', '[["Statement"]]'),
          "This service control policy (5.0) has 5,121 characters without whitespace, but the cloud allows at most 5,120 characters. Split it, or use patterns.",
        ),
      ],
    },
    carriersOf("service-control"),
  );
});

describe("the policy of an endpoint", () => {
  testPolicies(
    "valid-policy",
    rule,
    {
      valid: [
        { policy: around(`"Effect": "Allow", "Principal": "*", "Action": ["*"], "Resource": ["*"]`) },
        { policy: around(`"Effect": "Permit", "Principals": "*", "Action": "obs:list"`) },
      ],
      invalid: [
        mistake(
          around(`"Effect": "Allow", "Principal": "*", [["Action"]]: ["*"], "Action": ["ims:images:list"]`),
          'This "Action" has no effect: if a key occurs twice, only the last one counts. Merge the two.',
        ),
      ],
    },
    carriersOf("endpoint").filter(({ name }) => !name.startsWith("CDKTF") && !name.startsWith("jsonencode")),
  );
});
