import * as typescriptParser from "@typescript-eslint/parser";
import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/valid-policy.js";
import { readMarks } from "../hosts-table.js";

/** Mistakes in roles and in the policies that they contain, in every supported syntax. */
const policy = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }';
const oneStatement = '{ Effect: "Allow", Action: ["ims:images:list"] }';
const version = (text: string) => policy.replace("1.1", text);

type Sample = readonly [what: string, code: string, ...messages: readonly string[]];

const takesCustom = (written: string) =>
  `This must be a custom policy (IAM.1024), so its version must be "1.1", not "${written}". Rewrite it in version 1.1.`;
const takesIdentity = (written: string) =>
  `This must be an identity policy, so its version must be "5.0", not "${written}". Rewrite it in version 5.0.`;
const typeMessage = (type: string, key = "type", global = "AX", project = "XA") =>
  `"${type}" is not a valid ${key} for a custom policy (IAM.1005, IAM.1009). Write "${global}" for global services or "${project}" for project-level services.`;
const encodedTwice =
  "This policy is JSON-encoded twice, so the cloud gets a string instead of an object (IAM.1020). Encode it only once.";
const notObject = '"policy" must be an object, not a string or a list (IAM.1020). Write the policy itself here.';

const body = (inner: string) => `{ "role": { ${inner} } }`;
const named = '"display_name": "images", "type": "XA"';

const files: readonly Sample[] = [
  ["a body", body(`${named}, "policy": ${policy}`)],
  [
    "an empty name",
    body(`"display_name": ⟦" "⟧, "type": "XA", "policy": ${policy}`),
    '"display_name" must not be blank (IAM.1001). Name the role.',
  ],
  ["a name of 64", body(`"display_name": "${"n".repeat(64)}", "type": "XA", "policy": ${policy}`)],
  [
    "a name of 65",
    body(`"display_name": "⟦${"n".repeat(65)}⟧", "type": "XA", "policy": ${policy}`),
    '"display_name" has 65 characters, but the cloud allows at most 64 (IAM.1002). Shorten it.',
  ],
  [
    "a long name that a template fills in",
    body(`"display_name": "\${name}${"n".repeat(65)}", "type": "XA", "policy": ${policy}`),
  ],
  [
    "a misspelt list of statements",
    body(`${named}, "policy": { "Version": "1.1", ⟦"Statment"⟧: [] }`),
    '"Statment" is not a key of a policy (IAM.1059). Did you mean "Statement"?',
  ],
  [
    "a name that is no text",
    body(`"display_name": ⟦7⟧, "type": "XA", "policy": ${policy}`),
    '"display_name" must be a string (IAM.1060). Put it in quotes.',
  ],
  [
    "no type",
    body(`⟦"display_name"⟧: "images", "policy": ${policy}`),
    'This role has no "type" (IAM.1004). Add "AX" for global services or "XA" for project-level services.',
  ],
  ["an empty type", body(`"display_name": "images", "type": ⟦""⟧, "policy": ${policy}`), typeMessage("")],
  ["a type of system roles", body(`"display_name": "images", "type": "⟦AA⟧", "policy": ${policy}`), typeMessage("AA")],
  ["a type in lower case", body(`"display_name": "images", "type": "⟦xa⟧", "policy": ${policy}`), typeMessage("xa")],
  ...["7", '["XA"]', "{}"].map((type): Sample => [
    `a type that is ${type}`,
    body(`"display_name": "images", "type": ⟦${type}⟧, "policy": ${policy}`),
    '"type" must be a string (IAM.1060). Put it in quotes.',
  ]),
  ...['["1.1"]', "{}", "true"].map((written): Sample => [
    `a version that is ${written}`,
    body(`${named}, "policy": ${policy.replace('"1.1"', `⟦${written}⟧`)}`),
    '"Version" must be a string (IAM.1024). Put it in quotes: "1.1".',
  ]),
  ...['"all"', "1"].map((written): Sample => [
    `a statement that is ${written}`,
    body(`${named}, "policy": { "Version": "1.1", "Statement": ⟦${written}⟧ }`),
    '"Statement" must be a list, even of one statement (IAM.1027). Put it in square brackets.',
  ]),
  ["a description of 256", body(`${named}, "description": "${"d".repeat(256)}", "policy": ${policy}`)],
  [
    "a description of 257",
    body(`${named}, "description": "⟦${"d".repeat(257)}⟧", "policy": ${policy}`),
    '"description" has 257 characters, but the cloud allows at most 256 (IAM.1018). Shorten it.',
  ],
  ...["catalog", "flag", "name"].map((key): Sample => [
    `a ${key}`,
    body(`${named}, ⟦"${key}"⟧: "x", "policy": ${policy}`),
    `A custom policy must not have "${key}" (IAM.1006 to IAM.1008). Remove it.`,
  ]),
  [
    "an answer of the cloud",
    body(`${named}, "catalog": "CUSTOMED", "name": "custom_1", "id": "1", "policy": ${policy}`),
  ],
  ["an answer that prints a role of the system", body(`${named}, "id": "1", "policy": ${version("1.0")}`)],
  [
    "no policy",
    `{ ⟦"role"⟧: { ${named}, "description": "-" } }`,
    'This role has no "policy" (IAM.1020). Add it as an object with "Version" and "Statement".',
  ],
  ["an answer without a policy", body(`${named}, "id": "1", "links": {}`)],
  ["a policy that is a list", body(`${named}, "policy": ⟦[${policy}]⟧`), notObject],
  ["a policy that is text", body(`${named}, "policy": ⟦${JSON.stringify(policy)}⟧`), notObject],
  ["a role of the system", body(`${named}, "policy": ${version("⟦1.0⟧")}`), takesCustom("1.0")],
  ["an identity policy", body(`${named}, "policy": ${version("⟦5.0⟧")}`), takesCustom("5.0")],
  [
    "no statement",
    body(`${named}, "policy": { "Version": "1.1", ⟦"Statement"⟧: [] }`),
    "This policy has no statements, but the cloud requires 1 to 8 (IAM.1028). Add one.",
  ],
  [
    "no list of statements",
    body(`${named}, "policy": ⟦{⟧ "Version": "1.1" }`),
    'This policy has no "Statement" (IAM.1027). Add a list of statements.',
  ],
  [
    "Terraform with encoded text of a file",
    terraform("huaweicloud_identity_role", `"type": "XA", "policy": ⟦"\${jsonencode(file(\\"kms_policy.json\\"))}"⟧`),
    encodedTwice,
  ],
  [
    "Terraform with the text of a file",
    terraform("huaweicloud_identity_role", '"type": "XA", "policy": "${file(\\"kms_policy.json\\")}"'),
  ],
  [
    "Terraform with text that is encoded twice",
    terraform("huaweicloud_identity_role", `"type": "XA", "policy": ⟦${JSON.stringify(JSON.stringify(policy))}⟧`),
    encodedTwice,
  ],
  [
    "Terraform with an identity policy of 1.1",
    terraform("huaweicloud_identityv5_policy", `"policy_document": ${JSON.stringify(version("⟦1.1⟧"))}`),
    takesIdentity("1.1"),
  ],
  [
    "Terraform with an identity policy of 5.0",
    terraform("huaweicloud_identityv5_policy", `"policy_document": ${JSON.stringify(version("5.0"))}`),
  ],
  [
    "Terraform with another level",
    terraform(
      "opentelekomcloud_identity_role_v3",
      '"display_layer": "⟦projects⟧", "statement": [{ "effect": "Allow", "action": ["ims:images:list"] }]',
    ),
    typeMessage("projects", "display_layer", "domain", "project"),
  ],
  [
    "Terraform with a long name",
    terraform(
      "opentelekomcloud_identity_role_v3",
      `"display_name": "⟦${"n".repeat(65)}⟧", "display_layer": "project", "statement": [{ "effect": "Allow", "action": ["ims:images:list"] }]`,
    ),
    '"display_name" has 65 characters, but the cloud allows at most 64 (IAM.1002). Shorten it.',
  ],
  [
    "a condition of a block",
    terraform(
      "opentelekomcloud_identity_role_v3",
      `"display_layer": "project", "statement": [{ "effect": "Allow", "action": ["ims:images:list"], "condition": ${JSON.stringify('{ "Bool": { "g:MFAPresent": ["true"] } }')} }]`,
    ),
  ],
  [
    "a condition of a block with a bracket missing",
    terraform(
      "opentelekomcloud_identity_role_v3",
      `"display_layer": "project", "statement": [{ "effect": "Allow", "action": ["ims:images:list"], "condition": "{ \\"Bool\\": { \\"g:MFAPresent\\": [\\"true\\"] ⟦}⟧" }]`,
    ),
    "This condition is not valid JSON, so no cloud accepts it: a closing bracket is missing or wrong at the end.",
  ],
  [
    "Terraform with an identity policy whose version is filled in",
    terraform(
      "huaweicloud_identityv5_policy",
      `"policy_document": ${JSON.stringify(identityPolicy("${var.version}"))}`,
    ),
  ],
  [
    "Terraform with an identity policy without a version",
    terraform(
      "huaweicloud_identityv5_policy",
      `"policy_document": ${JSON.stringify(identityPolicy("5.0")).replace('{\\"Version\\":\\"5.0\\",', "⟦{⟧")}`,
    ),
    'This policy has no "Version" (identity policy 5.0, MISSING_VERSION). Add "Version": "5.0".',
  ],
  [
    "a version that is filled in and an action of 5.0",
    '{ "Version": "${version}", "Statement": [{ "Sid": "a", "Effect": "Allow", "Action": ["ims:images:list", "evs::getQuota"], "Resource": "*" }] }',
  ],
  [
    "5.0 in its own grammar",
    '{ "Version": "5.0", "Statement": [{ "Sid": "a", "Effect": "Deny", "NotAction": ["evs::getQuota", "ims:images:ge?", "*"], "Resource": ["*"], "Condition": { "StringEquals": { "g:EnterpriseProjectId": "0" } } }] }',
  ],
  [
    "5.0 with a lone action",
    '{ "Version": "5.0", "Statement": { "Effect": "Allow", "Action": "obs:bucket:listAllMyBuckets" } }',
  ],
  [
    "5.0 with actions of 1.1, which it takes",
    '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume", "vpc:publicIps:list"] }] }',
  ],
  [
    "5.0 with the resource of an agency",
    '{ "Version": "⟦5.0⟧", "Statement": [{ "Effect": "Allow", "Action": ["sts:agencies:assume"], "Resource": { "uri": ["/iam/agencies/1"] } }] }',
    '"Version" is 5.0, but the "Resource" object belongs to version 1.1. Write the whole policy in one of the two.',
  ],
  [
    "1.0 in its own grammar",
    '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["identity:*", "*", "*:*:Get*"] }], "Depends": [{ "catalog": "BASE", "display_name": "readonly" }] }',
  ],
];

/** A policy that is valid in version 5.0 only. */
function identityPolicy(written: string): string {
  const statement = { Sid: "a", Effect: "Allow", Action: ["evs::getQuota"], Resource: "*" };
  return JSON.stringify({ Version: written, Statement: [statement] });
}

function terraform(type: string, inner: string): string {
  return `{ "resource": { "${type}": { "mine": { ${inner} } } } }`;
}

const modules: readonly Sample[] = [
  [
    "a role of Huawei Cloud",
    cdktf("IdentityRole", `{ name: "images", type: "XA", description: "-", policy: JSON.stringify(${policy}) }`),
  ],
  [
    "a role of Huawei Cloud with a blank name and a long description",
    cdktf(
      "IdentityRole",
      `{ name: ⟦" "⟧, type: "XA", description: "⟦${"d".repeat(257)}⟧", policy: JSON.stringify(${policy}) }`,
    ),
    '"name" must not be blank (IAM.1001). Name the role.',
    '"description" has 257 characters, but the cloud allows at most 256 (IAM.1018). Shorten it.',
  ],
  [
    "a role of Huawei Cloud with an identity policy",
    cdktf(
      "IdentityRole",
      `{ name: "images", type: "XA", description: "-", policy: JSON.stringify(${version("⟦5.0⟧")}) }`,
    ),
    takesCustom("5.0"),
  ],
  [
    "a role of Huawei Cloud of another type",
    cdktf("IdentityRole", `{ name: "images", type: "⟦AA⟧", description: "-", policy: JSON.stringify(${policy}) }`),
    typeMessage("AA"),
  ],
  [
    "a role of Huawei Cloud that is encoded twice",
    cdktf(
      "IdentityRole",
      `{ name: "images", type: "XA", description: "-", policy: ⟦JSON.stringify(JSON.stringify(${policy}))⟧ }`,
    ),
    encodedTwice,
  ],
  [
    "a role of Huawei Cloud with encoded text",
    cdktf("IdentityRole", `{ name: "images", type: "XA", description: "-", policy: ⟦JSON.stringify('${policy}')⟧ }`),
    encodedTwice,
  ],
  [
    "a role of Huawei Cloud with the encoded text of a file",
    `import { readFileSync } from "node:fs";\n${cdktf("IdentityRole", '{ name: "images", type: "XA", description: "-", policy: ⟦JSON.stringify(readFileSync("policy.json", "utf8"))⟧ }')}`,
    encodedTwice,
  ],
  [
    "a role of Huawei Cloud with the text of a file",
    `import { readFileSync } from "node:fs";\n${cdktf("IdentityRole", '{ name: "images", type: "XA", description: "-", policy: readFileSync("policy.json", "utf8") }')}`,
  ],
  [
    "a role of Open Telekom Cloud",
    otc(
      'displayName: "images", displayLayer: "project", statement: [{ effect: "Allow", action: ["ims:images:list"] }]',
    ),
  ],
  [
    "a role of Open Telekom Cloud without a level, which the provider itself asks for",
    otc('displayName: "images", statement: [{ effect: "Allow", action: ["ims:images:list"] }]'),
  ],
  [
    "a role of Open Telekom Cloud with another level",
    otc('displayName: "images", displayLayer: "⟦XA⟧", statement: [{ effect: "Allow", action: ["ims:images:list"] }]'),
    typeMessage("XA", "displayLayer", "domain", "project"),
  ],
  [
    "a role of Open Telekom Cloud with a lone action",
    otc(
      'displayName: "images", displayLayer: "project", statement: [{ effect: "Allow", action: ⟦"ims:images:list"⟧ }]',
    ),
    '"action" must be a list, even of one action (IAM.1030). Put it in square brackets.',
  ],
  [
    "a role of Open Telekom Cloud with a misspelt effect",
    otc(
      'displayName: "images", displayLayer: "project", statement: [{ effect: "⟦allow⟧", action: ["ims:images:list"], resource: [] }]',
    ),
    '"allow" is documented as "Allow" (IAM.1029). Write it that way.',
  ],
  [
    "a role of Open Telekom Cloud with a number for a name",
    otc('displayName: ⟦7⟧, displayLayer: "project", statement: [{ effect: "Allow", action: ["ims:images:list"] }]'),
    '"displayName" must be a string (IAM.1060). Put it in quotes.',
  ],
  [
    "a role of Open Telekom Cloud with a broken condition",
    otc(
      `displayName: "images", displayLayer: "project", statement: [{ effect: "Allow", action: ["ims:images:list"], condition: '{ "Bool": { "g:MFAPresent": ["true"] ⟦}⟧' }]`,
    ),
    "This condition is not valid JSON, so no cloud accepts it: a closing bracket is missing or wrong at the end.",
  ],
  [
    "a policy of the SDK that is filled line by line",
    `import { ServicePolicy, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam";\nconst policy = new ServicePolicy();\npolicy.Version = "1.1";\nconst statement = new ServiceStatement(["ims:images:list"]);\nstatement.Effect = "Allow";\npolicy.Statement = [statement];`,
  ],
  [
    "a policy of the SDK of another version",
    `import { ServicePolicy, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam";\nexport const policy = new ServicePolicy("⟦5.0⟧", [new ServiceStatement(["ims:images:list"], "Allow")]);`,
    takesCustom("5.0"),
  ],
  [
    "a constant that is no list",
    `const images = "ims:images:list";\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: images }] };`.replace(
      '"ims:images:list"',
      '⟦"ims:images:list"⟧',
    ),
    '"Action" must be a list, even of one action (IAM.1030). Put it in square brackets.',
  ],
  [
    "what is not known",
    "export const policy = (action, effect, resource, version, statements) => [{ Version: version, Statement: [{ Effect: effect, Action: action, Resource: resource }, { Effect: 'Allow', Action: ['ims:images:list', ...action] }] }, { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['ims:images:list'], ...effect }, ...statements] }];",
  ],
  [
    "as many as the cloud takes and others that are not known",
    `export const policy = (more, agency) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [${'"ims:images:list", '.repeat(100)}...more], Resource: [${'"*", '.repeat(20)}...more] }, ${`${oneStatement}, `.repeat(7)}...more] });`,
  ],
  [
    "an agency that is not known",
    'export const policy = (agency) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["iam:agencies:assume"], Resource: { ...agency } }] });',
  ],
];

const filledIn: readonly Sample[] = [
  ["statements", 'f(`{ "Version": "1.1", "Statement": ${JSON.stringify(x)} }`);'],
  [
    "a statement",
    `f(\`{ "Version": "1.1", "Statement": [\${x}, { "Effect": "Allow", "Action": ["ims:images:list"] }] }\`);`,
  ],
  [
    "actions",
    `f(\`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": \${x} }, { "Effect": "Allow", "Action": ["ims:images:list", \${x}] }] }\`);`,
  ],
  [
    "resources and a condition",
    `f(\`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"], "Resource": \${x}, "Condition": \${x} }] }\`);`,
  ],
  [
    "an effect and a version",
    `f(\`{ "Version": \${x}, "Statement": [{ "Effect": \${x}, "Action": ["ims:images:list"] }] }\`);`,
  ],
  ["a policy", 'f(`{ "role": { "display_name": "images", "type": "XA", "policy": ${x} } }`); // Statement'],
];

function cdktf(name: string, properties: string): string {
  return `import { ${name} } from "./.gen/providers/huaweicloud/identity-role";\nnew ${name}(this, "x", ${properties});`;
}

function otc(properties: string): string {
  return `import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\nnew IdentityRoleV3(this, "x", { ${properties} });`;
}

describe.each([
  ["a file", files, { plugins: { json }, language: "json/json" }],
  ["a module", modules, { languageOptions: { parser: typescriptParser } }],
  ["a text that a program fills in", filledIn, {}],
] as [string, readonly Sample[], Linter.Config][])("%s", (_, samples, config) => {
  it.each(samples)("with %s", (_what, marked, ...messages) => {
    const { code, places } = readMarks(marked);
    const found = new Linter().verify(code, {
      ...config,
      plugins: { ...config.plugins, iam: { rules: { "valid-policy": rule } } },
      rules: { "iam/valid-policy": "error" },
    });
    expect(
      found.map(({ message, line, column, endLine, endColumn }) => ({ message, line, column, endLine, endColumn })),
    ).toEqual(messages.map((message, index) => ({ message, ...places[index] })));
  });
});
