import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../src/policy/document.js";
import { actionsOfEach, carriedIn } from "./files.js";
import { lintModule, plantedIn, readModule } from "./construct-modules.js";

const typescript = { languageOptions: { parser: typescriptParser } };

describe("a module for Open Telekom Cloud", () => {
  const module = readModule("cdktf-open-telekom-cloud.ts");

  it("has exactly the planted findings", () => {
    expect(lintModule(module.code)).toEqual(
      plantedIn(module, [
        [
          "no-unknown-action",
          `"ims:images:lsit" is not an action of IMS on Open Telekom Cloud. Did you mean "ims:images:list"?`,
        ],
        [
          "require-action-dependencies",
          '"ecs:servers:createImage" is missing 2 of 5 dependency actions: ims:images:create and ims:quotas:get. Grant them too. Documented by Open Telekom Cloud.',
        ],
        [
          "no-mixed-service-levels",
          'This is a role for global services, but IMS is project-level. Change it to "project".',
        ],
        [
          "no-mixed-service-levels",
          "This policy mixes global services (OBS) and project-level services (IMS and KMS), but a custom policy must keep to one level. Move one of the two to a second policy.",
        ],
        [
          "no-mixed-service-levels",
          "IMS is project-level, so the grant on the domain (line 117) has no effect. Grant it on a project instead.",
        ],
      ]),
    );
  });

  it("has the cloud, level and grants of each role", () => {
    const { documents } = carriedIn(module.code, typescript);
    expect(documents.map((document) => outline(document, module.code))).toEqual([
      ["otc", "project", 'iam-project projectId, iam-project project: "eu-de"'],
      ["otc", "project", "iam-project projectId"],
      ["otc", "project", "all-projects allProjects: true, all-projects allProjects: true"],
      ["otc", "project", "iam-project projectId"],
      ["otc", "global", "domain domainRoles: [bucketKeeper.displayName]"],
      ["otc", "global", "iam-project projectId"],
      ["otc", "project", "iam-project projectId"],
      ["otc", "project", "domain domainId"],
    ]);
  });

  it("identifies roles that are granted to the same group or agency", () => {
    const [reader, builder, builderNeeds, lonely] = carriedIn(module.code, typescript).documents.map(principalsOf);
    expect(builder).toEqual([builderNeeds?.[0]]);
    expect(reader?.[0]).toBe(lonely?.[0]);
    expect(reader?.[1]).toBe(builderNeeds?.[1]);
    expect(reader?.[0]).not.toBe(builder?.[0]);
  });
});

describe("a module for Huawei Cloud", () => {
  const module = readModule("cdktf-huawei-cloud.ts");

  it("has exactly the planted findings", () => {
    const noEffect = (line: number) =>
      `"ims:images:create" has no effect on the enterprise project on line ${line}: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).`;
    expect(lintModule(module.code)).toEqual(
      plantedIn(module, [
        ["require-enterprise-project-support", noEffect(32)],
        [
          "no-unknown-action",
          '"ims:images:lsit" is not an action of IMS on Huawei Cloud. Did you mean "ims:images:list"?',
        ],
        ["require-enterprise-project-support", noEffect(67)],
        ["no-mixed-service-levels", 'This is a role for global services, but IMS is project-level. Change it to "XA".'],
        ["require-enterprise-project-support", noEffect(106)],
      ]),
    );
  });

  it("has the cloud, level and grants of each policy", () => {
    const { documents } = carriedIn(module.code, typescript);
    expect(documents.map((document) => outline(document, module.code))).toEqual([
      ["huaweicloud", "project", "enterprise-project enterpriseProjectId: project.stringValue"],
      ["huaweicloud", "project", "iam-project projectId: project.stringValue"],
      [
        "huaweicloud",
        "project",
        'all-projects projectId: "all", enterprise-project enterpriseProjectId: project.stringValue',
      ],
      ["huaweicloud", "global", "domain domainId"],
      ["huaweicloud", undefined, ""],
      ["huaweicloud", "project", 'enterprise-project enterpriseProject: "images"'],
    ]);
    expect(documents.map(({ dialect }) => dialect)).toEqual(["1.1", "1.1", "1.1", "1.1", "5.0", "1.1"]);
  });
});

it("ignores classes with the same names in other modules", () => {
  const { code } = readModule("other-libraries.ts");
  expect(lintModule(code)).toEqual([]);
  expect(carriedIn(code, typescript).documents).toEqual([]);
});

const blocks = '{ displayLayer: "project", statement: [{ effect: "Allow", action: ["ims:images:list"] }] }';

it.each([
  [
    "a class",
    'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";',
    "IdentityRoleV3",
  ],
  ["a renamed class", 'import { IdentityRoleV3 as Role3 } from "@cdktf/provider-opentelekomcloud";', "Role3"],
  [
    "a namespace",
    'import { identityRoleV3 } from "@cdktf/provider-opentelekomcloud";',
    "identityRoleV3.IdentityRoleV3",
  ],
  [
    "a namespace import",
    'import * as otc from "@cdktf/provider-opentelekomcloud";',
    "otc.identityRoleV3.IdentityRoleV3",
  ],
  [
    "CDK Terrain",
    'import { IdentityRoleV3 } from "@cdktn/provider-opentelekomcloud/lib/identity-role-v3";',
    "IdentityRoleV3",
  ],
  [
    "generated",
    'import { IdentityRoleV3 } from "./.gen/providers/opentelekomcloud/identity-role-v3";',
    "IdentityRoleV3",
  ],
  [
    "generated above",
    'import { IdentityRoleV3 } from "../../.gen/providers/opentelekomcloud/identity-role-v3";',
    "IdentityRoleV3",
  ],
  [
    "required",
    'const { IdentityRoleV3 } = require("@cdktf/provider-opentelekomcloud/lib/identity-role-v3");',
    "IdentityRoleV3",
  ],
])("recognises the class by its import: %s", (_, imports, name) => {
  const { documents } = carriedIn(`${imports}\nnew ${name}(this, "reader", ${blocks});`, typescript);
  expect(actionsOfEach(documents)).toEqual([["ims:images:list"]]);
  expect(documents[0]?.cloud).toBe("otc");
});

it.each([
  [
    "in a field",
    `class Reader extends TerraformStack { constructor(app) { super(app, "s"); this.role = new IdentityRoleV3(this, "reader", ${blocks}); } }`,
  ],
  ["in a method", `const app = new App(); const role = new IdentityRoleV3(app, "reader", ${blocks}); app.add(role);`],
])("recognises a role that its scope has %s", (_, code) => {
  const imports = `import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud"; import { App, TerraformStack } from "cdktf";`;
  expect(actionsOfEach(carriedIn(`${imports}\n${code}`, typescript).documents)).toEqual([["ims:images:list"]]);
});

it.each([
  ["of no module", ""],
  ["of another module", 'import { IdentityRoleV3 } from "./roles";'],
  ["of another scope", 'import { IdentityRoleV3 } from "@acme/provider-opentelekomcloud";'],
])("ignores a class %s", (_, imports) => {
  expect(
    carriedIn(`${imports}\nnew IdentityRoleV3(this, "reader", ${blocks}); // huaweicloud`, typescript).documents,
  ).toEqual([]);
});

it.each([
  ["no properties", "new IdentityRoleV3(this)"],
  ["properties from a function", 'new IdentityRoleV3(this, "x", properties())'],
  ["spread arguments", "new IdentityRoleV3(...all)"],
  ["a string for statements", 'new IdentityRoleV3(this, "x", { statement: "all" })'],
  ["an assignment of itself", 'const a = new IdentityRoleAssignmentV3(this, "a", { roleId: a.id, projectId: "1" })'],
  ["an agency of itself", 'const a = new IdentityAgencyV3(this, "a", { domainRoles: [a.name], projectRole: a })'],
  ["an agency's odd roles", 'new IdentityAgencyV3(this, "a", { domainRoles: 1, projectRole: [1, { roles: [null] }] })'],
])("does not throw for %s", (_, code) => {
  const imports =
    'import { IdentityRoleV3, IdentityRoleAssignmentV3, IdentityAgencyV3 } from "@cdktf/provider-opentelekomcloud";';
  expect(carriedIn(`${imports}\n${code};`, typescript).documents.flatMap(({ grantSites }) => grantSites)).toEqual([]);
});

it("reads a condition that is a JSON string", () => {
  const conditional = blocks.replace('"Allow",', '"Allow", condition: \'{"Bool": {}}\',');
  const imports = 'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud";';
  const [document] = carriedIn(`${imports}\nnew IdentityRoleV3(this, "x", ${conditional});`, typescript).documents;
  expect(document?.statements[0]?.condition).toMatchObject({ kind: "object", members: [{ key: "Bool" }] });
  expect(document?.isComplete).toBe(true);
});

/** The cloud, level and grants of a policy, each grant with its source text. */
function outline({ cloud, level, grantSites }: PolicyDocument, code: string) {
  const grants = grantSites.map(({ scope, range }) => `${scope} ${code.slice(...range)}`);
  return [cloud, level?.level, grants.join(", ")];
}

function principalsOf({ grantSites }: PolicyDocument) {
  return grantSites.map(({ principal }) => principal);
}
