import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../src/policy/document.js";
import { actionsOfEach, carriedIn } from "./files.js";
import { lintModule, plantedIn, readModule } from "./construct-modules.js";

const typescript = { languageOptions: { parser: typescriptParser } };

describe("a program for Huawei Cloud", () => {
  const module = readModule("pulumi-huawei-cloud.ts");

  it("has exactly the planted findings", () => {
    expect(lintModule(module.code)).toEqual(
      plantedIn(module, [
        [
          "no-unknown-action",
          '"ims:images:uplaod" is not an action of IMS on Huawei Cloud. Did you mean "ims:images:upload"?',
        ],
        [
          "require-enterprise-project-support",
          '"ims:images:create" has no effect on the enterprise project on line 29: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).',
        ],
        [
          "require-action-dependencies",
          '"ecs:servers:createImage" is missing 2 of 4 dependency actions: evs:volumes:get and evs:snapshots:create. Grant them too. Documented by Huawei Cloud (2024-04).',
        ],
      ]),
    );
  });

  it("has the cloud, level and grants of each role", () => {
    const { documents } = carriedIn(module.code, typescript);
    expect(documents.map((document) => outline(document, module.code))).toEqual([
      ["huaweicloud", "project", "enterprise-project enterpriseProjectId"],
      ["huaweicloud", "project", 'iam-project projectId, iam-project project: "cn-north-4"'],
      ["huaweicloud", "project", 'all-projects projectId: "all"'],
    ]);
  });
});

describe("a program for Open Telekom Cloud", () => {
  const module = readModule("pulumi-open-telekom-cloud.ts");

  it("has exactly the planted findings", () => {
    expect(lintModule(module.code)).toEqual(
      plantedIn(module, [
        [
          "no-unknown-action",
          '"kms:cmk:sett" is not an action of KMS on Open Telekom Cloud. Did you mean "kms:cmk:set"?',
        ],
        [
          "require-action-dependencies",
          '"kms:cmk:export" is missing its dependency action: kms:cmk:get. Grant it too. In a policy for global services, also grant obs:bucket:CreateBucket. Documented by Open Telekom Cloud.',
        ],
        [
          "no-mixed-service-levels",
          "KMS is project-level, so the grant on the domain (line 73) has no effect. Grant it on a project instead.",
        ],
      ]),
    );
  });

  it("has the cloud, level and grants of each role", () => {
    const { documents } = carriedIn(module.code, typescript);
    expect(documents.map((document) => outline(document, module.code))).toEqual([
      ["otc", "project", "iam-project projectId, all-projects allProjects: true"],
      ["otc", "project", "iam-project projectId"],
      ["otc", "project", "all-projects allProjects: true"],
      ["otc", "global", "domain domainId"],
      ["otc", "project", "domain domainId"],
    ]);
  });
});

const role =
  '("reader", { type: "XA", policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] }) })';

it.each([
  ["the current namespace", 'import * as huaweicloud from "@huaweicloudos/pulumi";', "huaweicloud.iam.Role"],
  ["the former namespace", 'import * as huaweicloud from "@huaweicloudos/pulumi";', "huaweicloud.Iam.Role"],
  ["the part that it needs", 'import { iam } from "@huaweicloudos/pulumi";', "iam.Role"],
  ["a path", 'import { Role } from "@huaweicloudos/pulumi/iam";', "Role"],
  ["the name that the examples use", 'import * as huaweicloud from "@pulumi/huaweicloud";', "huaweicloud.Iam.Role"],
])("recognises the class by its import: %s", (_, imports, name) => {
  const { documents } = carriedIn(`${imports}\nnew ${name}${role};`, typescript);
  expect(actionsOfEach(documents)).toEqual([["ims:images:list"]]);
  expect(documents[0]).toMatchObject({ cloud: "huaweicloud", level: { level: "project" } });
});

it.each([
  ["AWS", 'import { iam } from "@pulumi/aws";', "iam.Role"],
  ["OpenStack", 'import { identity } from "@pulumi/openstack";', "identity.Role"],
  ["a similar name", 'import { iam } from "@huaweicloudos/pulumi-policy";', "iam.Role"],
])("does not recognise a role of %s", (_, imports, name) => {
  const { documents } = carriedIn(`${imports}\nnew ${name}${role};`, typescript);
  // The policy object is still recognised by itself.
  expect(documents.map(({ cloud, level }) => [cloud, level])).toEqual([[undefined, undefined]]);
});

/** The cloud, level and grants of a policy, each grant with its source text. */
function outline({ cloud, level, grantSites }: PolicyDocument, code: string) {
  const grants = grantSites.map(({ scope, range }) => `${scope} ${code.slice(...range)}`);
  return [cloud, level?.level, grants.join(", ")];
}
