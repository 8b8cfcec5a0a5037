import { describe, expect, it } from "vitest";
import {
  expectMarked,
  findingsIn,
  misspelt,
  misspeltGet,
  saidOf,
  testPrograms,
  testSilent,
  type Program,
} from "./programs.js";

const given = "declare const stack: never, none: never, prod: boolean, index: number, more: string[], client: never;\n";
const sdk =
  'import { AgencyPolicyStatement, ServicePolicy, ServicePolicyRoleOption, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam/v3/public-api";\n';
const cdktf =
  'import { IdentityRoleV3, IdentityRoleAssignmentV3 } from "@cdktf/provider-opentelekomcloud";\nimport { IdentityRole } from "@cdktf/provider-huaweicloud/lib/identity-role";\n';

const huawei = misspelt("IMS on Huawei Cloud");
const otc = misspelt("IMS on Open Telekom Cloud.");
const withSdk = (name: string, code: string, more: Program[2] = {}): Program => [
  name,
  sdk + given + code,
  { findings: [huawei], isSilentForAws: false, ...more },
];

testPrograms("fields by assignment", [
  withSdk(
    "of a statement",
    'export const statement = new ServiceStatement();\nstatement.action = ["ims:images:get", "ims:images:⟦lst⟧"];\nstatement.effect = "Allow";',
  ),
  withSdk(
    "of a policy",
    'const statement = new ServiceStatement();\nstatement.action = ["ims:images:⟦lst⟧"];\nstatement.effect = "Allow";\nexport const policy = new ServicePolicy();\npolicy.version = "1.1";\npolicy.statement = [statement];',
  ),
  withSdk(
    "of a policy, with a list that is built",
    'const actions = ["get", "⟦lst⟧"].map((verb) => `ims:images:${verb}`);\nexport const statement = new ServiceStatement();\nstatement.action = actions;\nstatement.effect = "Allow";',
  ),
  withSdk(
    "over those of the constructor",
    'export const statement = new ServiceStatement(["ims:images:get"], "Allow");\nstatement.action = ["ims:images:⟦lst⟧"];',
  ),
  withSdk(
    "under a condition",
    'export const statement = new ServiceStatement(["ims:images:get"], "Allow");\nif (prod) {\n  statement.action = ["ims:images:⟦lst⟧"];\n}',
  ),
  withSdk(
    "in a helper",
    'function statementOf(actions: string[]) {\n  const statement = new ServiceStatement();\n  statement.action = actions;\n  statement.effect = "Allow";\n  return statement;\n}\nexport const statement = statementOf(["ims:images:⟦lst⟧"]);',
  ),
  withSdk(
    "of a wrong effect",
    'export const statement = new ServiceStatement();\nstatement.action = ["ims:images:get"];\nstatement.effect = "⟦Alow⟧";\nexport const policy = new ServicePolicy("1.1", [statement]);',
    {
      findings: [["valid-policy", "Alow"]],
    },
  ),
  withSdk(
    "by a push to what is assigned",
    'export const policy = new ServicePolicy();\npolicy.version = "1.1";\npolicy.statement = [];\npolicy.statement.push(new ServiceStatement(["ims:images:⟦lst⟧"], "Allow"));',
  ),
  withSdk(
    "of an agency",
    'export const statement = new AgencyPolicyStatement();\nstatement.action = ["ims:images:⟦lst⟧"];\nstatement.effect = "Allow";',
  ),
]);

testPrograms("separate calls of with methods", [
  withSdk(
    "of a statement",
    'export const statement = new ServiceStatement();\nstatement.withAction(["ims:images:get", "ims:images:⟦lst⟧"]);\nstatement.withEffect("Allow");',
  ),
  withSdk(
    "of a policy",
    'const statement = new ServiceStatement().withAction(["ims:images:⟦lst⟧"]).withEffect("Allow");\nexport const policy = new ServicePolicy();\npolicy.withVersion("1.1");\npolicy.withStatement([statement]);',
  ),
  withSdk(
    "with a wrong effect",
    'const statement = new ServiceStatement();\nstatement.withAction(["ims:images:get"]);\nstatement.withEffect("⟦Alow⟧");\nexport const policy = new ServicePolicy();\npolicy.withVersion("1.1");\npolicy.withStatement([statement]);',
    {
      findings: [["valid-policy", "Alow"]],
    },
  ),
  withSdk(
    "in a chain",
    'export const statement = new ServiceStatement().withAction(["ims:images:⟦lst⟧"]).withEffect("Allow");',
  ),
  withSdk(
    "under a condition",
    'export const statement = new ServiceStatement(["ims:images:get"], "Allow");\nprod && statement.withAction(["ims:images:⟦lst⟧"]);',
  ),
  [
    "of a namespace that is required",
    'const iam = require("@huaweicloud/huaweicloud-sdk-iam/v3/public-api");\nconst statement = new iam.ServiceStatement();\nstatement.withAction(["ims:images:⟦lst⟧"]);\nstatement.withEffect("Allow");\nmodule.exports = new iam.ServicePolicy().withVersion("1.1").withStatement([statement]);',
    { findings: [huawei], isSilentForAws: false },
  ],
  withSdk(
    "of a role",
    'const role = new ServicePolicyRoleOption();\nrole.withDisplayName("r");\nrole.withType("XA");\nrole.withDescription("r");\nrole.withPolicy(new ServicePolicy("1.1", [new ServiceStatement(["ims:images:⟦lst⟧"], "Allow")]));\nsend(role);',
  ),
]);

testPrograms("Object.assign", [
  withSdk(
    "of a statement",
    'export const statement = Object.assign(new ServiceStatement(), { effect: "Allow", action: ["ims:images:⟦lst⟧"] });',
  ),
  withSdk(
    "of a policy",
    'export const policy = Object.assign(new ServicePolicy(), { version: "1.1", statement: [Object.assign(new ServiceStatement(), { effect: "Allow", action: ["ims:images:⟦lst⟧"] })] });',
  ),
  withSdk(
    "to a variable",
    'export const statement = new ServiceStatement();\nObject.assign(statement, { effect: "Allow", action: ["ims:images:⟦lst⟧"] });',
  ),
  withSdk(
    "of two objects",
    'export const statement = Object.assign(new ServiceStatement(), { effect: "Allow" }, { action: ["ims:images:⟦lst⟧"] });',
  ),
  withSdk(
    "of plain objects",
    'const statement = Object.assign({ Effect: "Allow" }, { Action: ["ims:images:⟦lst⟧"] });\nexport const policy = { Version: "1.1", Statement: [statement] };',
    { findings: [misspelt()], isSilentForAws: true },
  ),
]);

testPrograms("a spread of a model", [
  withSdk(
    "keeps the name of the wire",
    'const statement = new ServiceStatement(["ims:images:get"], "Allow");\nexport const policy = new ServicePolicy("1.1", [{ ...statement, ⟦action⟧: ["ims:images:list"] } as ServiceStatement]);',
    {
      findings: [["valid-policy", "action", "Action"]],
      corrections: { '{ ...statement, action: ["ims:images:list"] } as ServiceStatement': "statement" },
    },
  ),
  withSdk(
    "has what the model has",
    'const statement = new ServiceStatement(["ims:images:⟦lst⟧"], "Allow");\nexport const policy = new ServicePolicy("1.1", [{ ...statement } as ServiceStatement]);',
  ),
  withSdk(
    "with another field of the wire",
    'const statement = new ServiceStatement(["ims:images:get"], "Allow");\nexport const policy = new ServicePolicy("1.1", [{ ...statement, Action: ["ims:images:⟦lst⟧"] } as never]);',
  ),
]);

const blocks = (action: string, effect = "Allow") => `{ effect: "${effect}", action: [${action}] }`;
const roleV3 = (statement: string) =>
  `new IdentityRoleV3(stack, "r", { displayName: "r", displayLayer: "project", description: "r", statement: ${statement} })`;
const withCdktf = (name: string, code: string, more: Program[2] = {}): Program => [
  name,
  cdktf + given + code,
  { findings: [otc], isSilentForAws: false, ...more },
];

testPrograms("putStatement", [
  withCdktf("of a list", `const role = ${roleV3("none")};\nrole.putStatement([${blocks('"ims:images:⟦lst⟧"')}]);`),
  withCdktf(
    "of a constant",
    `const statements = [${blocks('"ims:images:⟦lst⟧"')}];\nconst role = ${roleV3("[]")};\nrole.putStatement(statements);`,
  ),
  withCdktf(
    "in a loop",
    `const role = ${roleV3("[]")};\nrole.putStatement(["get", "⟦lst⟧"].map((verb) => ({ effect: "Allow", action: [\`ims:images:\${verb}\`] })));`,
  ),
  withCdktf(
    "with a wrong effect",
    `const role = ${roleV3("[]")};\nrole.putStatement([{ effect: "⟦Alow⟧", action: ["ims:images:get"] }]);`,
    { findings: [["valid-policy", "Alow"]] },
  ),
  withCdktf(
    "under a condition",
    `const role = ${roleV3(`[${blocks('"ims:images:get"')}]`)};\nif (prod) role.putStatement([${blocks('"ims:images:⟦lst⟧"')}]);`,
  ),
]);

testPrograms("addOverride", [
  withCdktf(
    "of a statement's actions",
    `const role = ${roleV3(`[${blocks('"ims:images:get"')}]`)};\nrole.addOverride("statement.0.action", ["ims:images:⟦lst⟧"]);`,
  ),
  withCdktf(
    "of a further statement",
    `const role = ${roleV3(`[${blocks('"ims:images:get"')}]`)};\nrole.addOverride("statement.1", ${blocks('"ims:images:⟦lst⟧"')});`,
  ),
  withCdktf(
    "of an action",
    `const role = ${roleV3(`[${blocks('"ims:images:get"')}]`)};\nrole.addOverride("statement.0.action.0", "ims:images:⟦lst⟧");`,
  ),
  withCdktf(
    "that joins, so that the old one stays",
    `const role = ${roleV3(`[${blocks('"ims:images:⟦lst⟧"')}]`)};\nrole.addOverride("statement.0.action", ["ims:images:get"]);`,
  ),
  withCdktf(
    "with a wrong effect",
    `const role = ${roleV3(`[${blocks('"ims:images:get"')}]`)};\nrole.addOverride("statement.0.effect", "⟦Alow⟧");`,
    { findings: [["valid-policy", "Alow"]] },
  ),
  withCdktf(
    "in a constructor",
    `export class Role extends IdentityRoleV3 {\n  constructor(scope: never, id: string) {\n    super(scope, id, { displayName: "r", displayLayer: "project", description: "r", statement: [${blocks('"ims:images:get"')}] });\n    this.addOverride("statement.0.action", ["ims:images:⟦lst⟧"]);\n  }\n}`,
  ),
]);

testPrograms("properties that are set later", [
  withCdktf("the statements", `const role = ${roleV3("none")};\nrole.statement = [${blocks('"ims:images:⟦lst⟧"')}];`),
  [
    "the policy",
    `${cdktf}${given}const role = new IdentityRole(stack, "r", { name: "r", description: "r", type: "XA", policy: "" });\nrole.policy = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] });`,
    { findings: [huawei], isSilentForAws: false },
  ],
  [
    "properties in an object",
    `${cdktf}${given}const props = { name: "r", description: "r", type: "XA", policy: "" };\nprops.policy = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] });\nnew IdentityRole(stack, "r", props);`,
    { findings: [huawei], isSilentForAws: false },
  ],
  withCdktf(
    "properties by a spread",
    `const base = { displayName: "r", displayLayer: "project", description: "r" };\nnew IdentityRoleV3(stack, "r", { ...base, statement: [${blocks('"ims:images:⟦lst⟧"')}] });`,
  ),
  withCdktf(
    "properties by a helper",
    `const props = (...actions: string[]) => ({ displayName: "r", displayLayer: "project", description: "r", statement: [{ effect: "Allow", action: actions }] });\nnew IdentityRoleV3(stack, "r", props("ims:images:⟦lst⟧"));`,
  ),
]);

describe("two mistakes of one role", () => {
  it("are found each", () => {
    expectMarked(
      `${cdktf}${given}const role = ${roleV3(`[${blocks('"ims:images:⟦gte⟧"')}]`)};\nrole.addOverride("statement.0.action", ["ims:images:⟦lst⟧"]);`,
      [misspeltGet(), misspelt()],
    );
  });
});

const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';

describe("what completes a role later", () => {
  it.each([
    [
      "addOverride of the dependency",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.addOverride("statement.0.action", [${needed}]);`,
    ],
    [
      "addOverride of a statement",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.addOverride("statement.1", ${blocks(needed)});`,
    ],
    [
      "putStatement",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.putStatement([${blocks(`${needy}, ${needed}`)}]);`,
    ],
    [
      "putStatement under a condition",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nif (prod) role.putStatement([${blocks(`${needy}, ${needed}`)}]);`,
    ],
    [
      "a path that is not known",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.addOverride(\`statement.\${index}.action\`, [${needed}]);`,
    ],
    [
      "a value that is not known",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.addOverride("statement.0.action", more);`,
    ],
    ["a function that gets the role", `const role = ${roleV3(`[${blocks(needy)}]`)};\ncomplete(role);`],
    [
      "a function that gets the role and has a result",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nconst done = complete(role);`,
    ],
    [
      "a function of the file",
      `const add = (role: IdentityRoleV3) => role.addOverride("statement.0.action", [${needed}]);\nconst role = ${roleV3(`[${blocks(needy)}]`)};\nadd(role);`,
    ],
    [
      "a callback",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nlater(() => role.addOverride("statement.0.action", [${needed}]));`,
    ],
    [
      "a property that is set",
      `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.statement = [${blocks(`${needy}, ${needed}`)}];`,
    ],
    [
      "another role of the same group",
      `const one = ${roleV3(`[${blocks(needy)}]`)};\nconst other = ${roleV3(`[${blocks(needed)}]`).replace('"r"', '"s"')};\nnew IdentityRoleAssignmentV3(stack, "a", { groupId: "g", projectId: "p", roleId: one.id });\nnew IdentityRoleAssignmentV3(stack, "b", { groupId: "g", projectId: "p", roleId: other.id });`,
    ],
    [
      "another role of the same group, made by a helper",
      `const make = (id: string, ...action: string[]) => new IdentityRoleV3(stack, id, { displayName: id, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action }] });\nconst one = make("a", ${needy});\nconst other = make("b", ${needed});\nfor (const [id, role] of Object.entries({ one, other })) {\n  new IdentityRoleAssignmentV3(stack, id, { groupId: "g", projectId: "p", roleId: role.id });\n}`,
    ],
    [
      "a list of roles that are granted in a loop",
      `const roles = [${roleV3(`[${blocks(needy)}]`)}, ${roleV3(`[${blocks(needed)}]`).replace('"r"', '"s"')}];\nroles.forEach((role, i) => new IdentityRoleAssignmentV3(stack, String(i), { groupId: "g", projectId: "p", roleId: role.id }));`,
    ],
  ])("is taken into account: %s", (_, code) => {
    expect(saidOf(`${cdktf}${given}${code}`)).toEqual([]);
  });

  it.each([
    ["nothing", `${roleV3(`[${blocks(needy)}]`)};`],
    ["another override", `const role = ${roleV3(`[${blocks(needy)}]`)};\nrole.addOverride("description", "x");`],
    [
      "a role by a helper",
      `const make = (id: string, ...action: string[]) => new IdentityRoleV3(stack, id, { displayName: id, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action }] });\nmake("a", ${needy}, ${needed});\nmake("b", ${needy});`,
    ],
  ])("is missing: %s", (_, code) => {
    expect(findingsIn(`${cdktf}${given}${code}`).map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });
});

describe("grants of roles that code makes more than once", () => {
  const make =
    'const make = (id: string, level: string, ...action: string[]) => new IdentityRoleV3(stack, id, { displayName: id, displayLayer: level, description: "r", statement: [{ effect: "Allow", action }] });\n';
  const assign = (role: string, target: string) =>
    `new IdentityRoleAssignmentV3(stack, "a", { groupId: "g", ${target}, roleId: ${role}.id });\n`;

  it("are those of each", () => {
    const code = `${cdktf}${given}${make}const images = make("a", "project", "ims:images:get");\nconst buckets = make("b", "domain", "obs:bucket:ListAllMyBuckets");\n${assign("images", 'projectId: "p"')}${assign("buckets", 'domainId: "d"')}`;
    expect(saidOf(code)).toEqual([]);
  });

  it("are wrong where they are", () => {
    const code = `${cdktf}${given}${make}const images = make("a", "project", "ims:images:get");\nconst others = make("b", "project", "ims:images:delete");\n${assign("images", 'projectId: "p"')}${assign("others", 'domainId: "d"')}`;
    expect(findingsIn(code).map(({ rule, text }) => [rule, text])).toEqual([
      ["no-mixed-service-levels", "ims:images:delete"],
    ]);
  });

  it("may be made by a helper too", () => {
    const code = `${cdktf}${given}${make}const grant = (role: IdentityRoleV3, projectId: string) => new IdentityRoleAssignmentV3(stack, "a", { groupId: "g", projectId, roleId: role.id });\ngrant(make("a", "project", ${needy}), "p");\ngrant(make("b", "project", ${needed}), "p");`;
    expect(saidOf(code)).toEqual([]);
  });
});

testSilent("a correct program with constructs", [
  [
    "a statement of AWS CDK",
    'import { PolicyStatement, Effect } from "aws-cdk-lib/aws-iam";\nconst statement = new PolicyStatement({ effect: Effect.ALLOW });\nstatement.addActions("s3:GetObjct", "ecs:ListTsks");\nstatement.addResources("*");',
  ],
  [
    "a policy of AWS for CDKTF",
    `${given}import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";\nconst document = new DataAwsIamPolicyDocument(stack, "d", { statement: [{ effect: "Allow", actions: ["s3:GetObjct"], resources: ["*"] }] });\ndocument.putStatement([{ actions: ["ecs:ListTsks"] }]);`,
  ],
  [
    "a model of another SDK",
    'import { ServiceStatement } from "./models";\nconst statement = new ServiceStatement();\nstatement.action = ["ims:images:lst"];\nstatement.effect = "grow";',
  ],
  [
    "an effect that is replaced",
    `${sdk}const statement = new ServiceStatement(["ims:images:lst"], "Alow");\nstatement.action = ["ims:images:list"];\nstatement.effect = "Allow";\nexport const policy = new ServicePolicy("1.1", [statement]);`,
  ],
  [
    "a statement that is replaced",
    `${cdktf}${given}const role = ${roleV3(`[${blocks('"ims:images:lst"')}]`)};\nrole.putStatement([${blocks('"ims:images:list"')}]);`,
  ],
  ["a role that is imported", `${cdktf}${given}IdentityRoleV3.generateConfigForImport(stack, "r", "1");`],
  [
    "an iterator",
    `${cdktf}${given}import { TerraformIterator } from "cdktf";\nconst iterator = TerraformIterator.fromList(["ims:images:get"]);\nnew IdentityRoleV3(stack, "r", { displayName: "r", displayLayer: "project", description: "r", statement: iterator.dynamic({ effect: "Allow", action: [iterator.value] }) });`,
  ],
  [
    "roles that a helper makes for several groups",
    `${cdktf}${given}const make = (id: string, ...action: string[]) => {\n  const role = new IdentityRoleV3(stack, id, { displayName: id, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action }] });\n  new IdentityRoleAssignmentV3(stack, id + "-a", { groupId: id, projectId: "p", roleId: role.id });\n  return role;\n};\nmake("a", "ims:images:get");\nmake("b", "ims:images:list");`,
  ],
]);
