import { describe, expect, it } from "vitest";
import {
  expectMarked,
  findingsIn,
  misspelt,
  saidOf,
  testPrograms,
  testSilent,
  type Expected,
  type Program,
} from "./programs.js";

const given =
  "declare const stack: never, prod: boolean, groupId: string, enterpriseProjectId: string, name: string;\n";
const cdktf = `import { Fn } from "cdktf";
import { IdentityRole } from "@cdktf/provider-huaweicloud/lib/identity-role";
import { IdentityGroupRoleAssignment } from "@cdktf/provider-huaweicloud/lib/identity-group-role-assignment";
`;
const pulumi = `import * as pulumi from "@pulumi/pulumi";
import * as huaweicloud from "@huaweicloudos/pulumi";
`;

const policy = '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", "ims:images:⟦lst⟧"] }] }';
const inHuawei = misspelt("IMS on Huawei Cloud");

/** A way to make the text of a policy. */
type Encoder = readonly [name: string, imports: string, encoded: (value: string) => string];

const encoders: readonly Encoder[] = [
  ["JSON.stringify", "", (value) => `JSON.stringify(${value})`],
  ["JSON.stringify with spaces", "", (value) => `JSON.stringify(${value}, null, 2)`],
  ["Fn.jsonencode", "", (value) => `Fn.jsonencode(${value})`],
  ["Fn of CDK Terrain", 'import { Fn as Functions } from "cdktn";\n', (value) => `Functions.jsonencode(${value})`],
  ["a namespace", 'import * as terraform from "cdktf";\n', (value) => `terraform.Fn.jsonencode(${value})`],
  ["Token.asString", 'import { Token } from "cdktf";\n', (value) => `Token.asString(Fn.jsonencode(${value}))`],
  ["a helper", "const encode = (value: object) => JSON.stringify(value);\n", (value) => `encode(${value})`],
  ["a helper of the encoder itself", "const encode = JSON.stringify;\n", (value) => `encode(${value})`],
  ["JSON.stringify of a copy", "", (value) => `JSON.stringify({ ...${value} })`],
  ["JSON.stringify of what is parsed", "", (value) => `JSON.stringify(JSON.parse(JSON.stringify(${value})))`],
];

testPrograms(
  "the text of a role of CDK for Terraform",
  encoders.map(([name, imports, encoded]): Program => [
    name,
    `${cdktf}${imports}${given}new IdentityRole(stack, "r", { name: "r", description: "r", type: "XA", policy: ${encoded(policy)} });`,
    { findings: [inHuawei], isSilentForAws: false },
  ]),
);

const pulumiEncoders: readonly Encoder[] = [
  ["JSON.stringify", "", (value) => `JSON.stringify(${value})`],
  ["pulumi.jsonStringify", "", (value) => `pulumi.jsonStringify(${value})`],
  [
    "jsonStringify by its name",
    'import { jsonStringify } from "@pulumi/pulumi";\n',
    (value) => `jsonStringify(${value})`,
  ],
  ["output and apply", "", (value) => `pulumi.output(${value}).apply((policy) => JSON.stringify(policy))`],
  ["output and apply of JSON.stringify", "", (value) => `pulumi.output(${value}).apply(JSON.stringify)`],
  [
    "output by its name",
    'import { output } from "@pulumi/pulumi";\n',
    (value) => `output(${value}).apply((policy) => JSON.stringify(policy))`,
  ],
  ["all and apply", "", (value) => `pulumi.all([name]).apply(([id]) => JSON.stringify(${value}))`],
  ["apply of a known output", "", (value) => `bucket.id.apply((id) => JSON.stringify(${value}))`],
  ["interpolate", "", (value) => `pulumi.interpolate\`\${JSON.stringify(${value})}\``],
];

testPrograms(
  "the text of a role of Pulumi",
  pulumiEncoders.map(([name, imports, encoded]): Program => [
    name,
    `${pulumi}${imports}declare const bucket: { id: pulumi.Output<string> };\n${given}new huaweicloud.iam.Role("r", { description: "r", type: "XA", policy: ${encoded(policy)} });`,
    { findings: [inHuawei], isSilentForAws: false },
  ]),
);

testPrograms("texts elsewhere", [
  [
    "yaml.stringify",
    `import yaml from "yaml";\nimport { writeFileSync } from "node:fs";\nwriteFileSync("policy.yaml", yaml.stringify(${policy}));`,
  ],
  ["stringify of yaml", `import { stringify } from "yaml";\nexport const text = stringify(${policy});`],
  ["dump of js-yaml", `import { dump } from "js-yaml";\nexport const text = dump(${policy});`],
  ["yaml.dump", `import * as yaml from "js-yaml";\nexport const text = yaml.dump(${policy});`],
  [
    "JSON.stringify in a request",
    `await fetch("/v3.0/OS-ROLE/roles", { method: "POST", body: JSON.stringify({ role: { display_name: "r", type: "XA", description: "r", policy: ${policy} } }) });`,
  ],
  ["superjson", `import superjson from "superjson";\nexport const text = superjson.stringify(${policy});`],
  ["base64", `export const text = Buffer.from(JSON.stringify(${policy})).toString("base64");`],
  [
    "a file",
    `import { writeFileSync } from "node:fs";\nwriteFileSync("p.json", JSON.stringify(${policy}, null, 2) + "\\n");`,
  ],
]);

describe("the type of the role and where it is granted", () => {
  const unfit =
    '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["⟦ims:images:create⟧", "ims:images:get"] }] }';
  const expected: readonly Expected[] = [
    ["no-mixed-service-levels", '"XA"'],
    ["require-enterprise-project-support", "ims:images:create", "Huawei Cloud"],
  ];
  const sorted = (marked: string) =>
    expectMarked(marked, marked.indexOf('⟦type: "AX"⟧') < marked.indexOf("⟦ims") ? expected : [...expected].reverse());

  it.each(encoders)("are known with %s", (_, imports, encoded) => {
    sorted(
      `${cdktf}${imports}${given}const role = new IdentityRole(stack, "r", { name: "r", description: "r", ⟦type: "AX"⟧, policy: ${encoded(unfit)} });\nnew IdentityGroupRoleAssignment(stack, "a", { groupId, roleId: role.id, enterpriseProjectId });`,
    );
  });

  it.each(encoders)("are known with %s of a constant", (_, imports, encoded) => {
    sorted(
      `${cdktf}${imports}${given}const policy = ${unfit};\nconst role = new IdentityRole(stack, "r", { name: "r", description: "r", ⟦type: "AX"⟧, policy: ${encoded("policy")} });\nnew IdentityGroupRoleAssignment(stack, "a", { groupId, roleId: role.id, enterpriseProjectId });`,
    );
  });

  it.each(pulumiEncoders)("are known with %s in Pulumi", (_, imports, encoded) => {
    sorted(
      `${pulumi}${imports}declare const bucket: { id: pulumi.Output<string> };\n${given}const role = new huaweicloud.iam.Role("r", { description: "r", ⟦type: "AX"⟧, policy: ${encoded(unfit)} });\nnew huaweicloud.iam.GroupRoleAssignment("a", { groupId, roleId: role.id, enterpriseProjectId });`,
    );
  });

  it.each(encoders)("fit with %s", (_, imports, encoded) => {
    const fit = policy.replaceAll(/[⟦⟧]/gu, "").replace("lst", "delete");
    expect(
      saidOf(
        `${cdktf}${imports}${given}const role = new IdentityRole(stack, "r", { name: "r", description: "r", type: "XA", policy: ${encoded(fit)} });\nnew IdentityGroupRoleAssignment(stack, "a", { groupId, roleId: role.id, enterpriseProjectId });`,
      ),
    ).toEqual([]);
  });
});

describe("what an encoder does to completeness", () => {
  const lacking = '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["functiongraph:function:publish"] }] }';
  const settings = { cloud: "otc" };

  it.each([
    ["JSON.stringify", `export const text = JSON.stringify(${lacking});`],
    ["a constant", `const policy = ${lacking};\nexport const text = JSON.stringify(policy);`],
  ])("is none: %s", (_, code) => {
    expect(findingsIn(code, { settings }).map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });

  it.each([
    ["a replacer", `export const text = JSON.stringify(${lacking}, addDependencies);`],
    [
      "a replacer that is written",
      `export const text = JSON.stringify(${lacking}, (key, value) => (key === "Action" ? [...value, "functiongraph:function:getCode"] : value));`,
    ],
    [
      "a change before it",
      `const policy = ${lacking};\npolicy.Statement.push({ Effect: "Allow", Action: ["functiongraph:function:getCode"] });\nexport const text = JSON.stringify(policy);`,
    ],
    [
      "a function that changes it before",
      `const policy = ${lacking};\ncomplete(policy);\nexport const text = JSON.stringify(policy);`,
    ],
    [
      "a function that changes it before and has a result",
      `const policy = ${lacking};\nconst done = complete(policy);\nexport const text = JSON.stringify(policy);`,
    ],
    [
      "a copy that is changed",
      `const policy = ${lacking};\nconst copy = structuredClone(policy);\ncopy.Statement.push({ Effect: "Allow", Action: ["functiongraph:function:getCode"] });\nexport const text = JSON.stringify(copy);`,
    ],
    ["toJSON", `export const text = JSON.stringify({ ...${lacking}, toJSON() { return complete(this); } });`],
  ])("is taken into account: %s", (_, code) => {
    expect(saidOf(code, { settings })).toEqual([]);
  });
});

testSilent("a correct program with encoders", [
  [
    "of AWS, JSON.stringify",
    'import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";\nnew IamPolicy(stack, "p", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObjct"], Resource: "*" }] }) });',
  ],
  [
    "of AWS, Fn.jsonencode",
    'import { Fn } from "cdktf";\nimport { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";\nnew IamPolicy(stack, "p", { policy: Fn.jsonencode({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["ecs:ListTsks"], Resource: "*" }] }) });',
  ],
  [
    "of AWS, pulumi.jsonStringify",
    'import * as pulumi from "@pulumi/pulumi";\nimport * as aws from "@pulumi/aws";\nnew aws.iam.Policy("p", { policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObjct"], Resource: "*" }] }) });',
  ],
  [
    "of AWS, output and apply",
    'import * as pulumi from "@pulumi/pulumi";\nimport * as aws from "@pulumi/aws";\nnew aws.iam.Policy("p", { policy: bucket.arn.apply((arn) => JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["s3:GetObjct"], Resource: arn }] })) });',
  ],
  [
    "of a bucket",
    'export const text = JSON.stringify({ Statement: [{ Sid: "a", Effect: "Allow", Principal: { ID: ["domain/a:user/b"] }, Action: ["GetObjct"], Resource: ["bucket/*"] }] });',
  ],
  [
    "twice",
    'export const text = JSON.stringify(JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }] }));',
  ],
  [
    "of a length",
    'const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }] };\nif (JSON.stringify(policy).length > 6144) throw new Error("too long");\nsend(policy);',
  ],
  [
    "of a part",
    'const statement = { Effect: "Allow", Action: ["ims:images:get"] };\nexport const text = `{ "Version": "1.1", "Statement": [${JSON.stringify(statement)}] }`;',
  ],
  [
    "of a list in a text",
    'const actions = ["ims:images:get"];\nexport const text = `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ${JSON.stringify(actions)} }] }`;',
  ],
]);
