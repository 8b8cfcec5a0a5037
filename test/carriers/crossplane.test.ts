import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { configOf } from "../sources.js";
import { lintModule } from "./construct-modules.js";
import { actionsOfEach, everythingCarriedIn } from "./files.js";
import { typescript } from "./fixture-module.js";

const otc = "identity.opentelekomcloud.crossplane.io/v1alpha1";
const namespaced = "identity.opentelekomcloud.m.crossplane.io/v1alpha1";
const huawei = "iam.huaweicloud.crossplane.io/v1alpha1";

const statement = { effect: "Allow", action: ["ims:images:list"] };
const blocks = { displayName: "reader", displayLayer: "project", description: "reads", statement: [statement] };
const text = {
  name: "reader",
  type: "XA",
  policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] }),
};

function resource(apiVersion: string, kind: string, forProvider: object, more: object = {}) {
  return { apiVersion, kind, metadata: { name: "reader" }, spec: { forProvider }, ...more };
}

/** Each in its own object, as a program has them. */
function carriedIn(...resources: readonly object[]) {
  const code = resources.map((object) => `apply(${JSON.stringify(object)});`).join("\n");
  const carried = everythingCarriedIn(code, typescript);
  const grants = carried.documents.map(({ grantSites }) =>
    grantSites.map(({ scope, principal, target }) => [scope, principal, target]),
  );
  return { ...carried, grants, actions: actionsOfEach(carried.documents) };
}

describe("a role", () => {
  it.each([
    ["of Open Telekom Cloud", resource(otc, "RoleV3", blocks), "otc"],
    ["of Open Telekom Cloud, in a namespace", resource(namespaced, "RoleV3", blocks), "otc"],
    [
      "whose parameters are for its creation",
      { ...resource(otc, "RoleV3", {}), spec: { initProvider: blocks } },
      "otc",
    ],
    [
      "with parameters beside",
      { ...resource(otc, "RoleV3", {}), spec: { forProvider: {}, initProvider: blocks } },
      "otc",
    ],
    ["of Huawei Cloud", resource(huawei, "Role", text), "huaweicloud"],
  ])("has its policy: %s", (_, object, cloud) => {
    const { documents, actions } = carriedIn(object);
    expect(actions).toEqual([["ims:images:list"]]);
    expect(documents.map((document) => [document.dialect, document.cloud, document.level?.level])).toEqual([
      ["1.1", cloud, "project"],
    ]);
    expect(documents[0]?.isComplete).toBe(true);
  });

  it("has what it says in both places, and may have more where both have a list", () => {
    const other = { effect: "Deny", action: ["ims:images:get"] };
    const spec = { forProvider: { statement: [statement] }, initProvider: { ...blocks, statement: [other] } };
    const { documents, actions } = carriedIn({ ...resource(otc, "RoleV3", {}), spec });
    expect(actions).toEqual([["ims:images:list"]]);
    expect(documents.map(({ level, isComplete }) => [level?.level, isComplete])).toEqual([["project", false]]);
  });

  it("has its condition, which is JSON as text", () => {
    const conditional = { ...statement, condition: '{ "Bool": { "g:MFAPresent": ["true"] } }' };
    const [document] = carriedIn(resource(otc, "RoleV3", { ...blocks, statement: [conditional] })).documents;
    expect(document?.statements[0]?.condition).toMatchObject({ kind: "object", members: [{ key: "Bool" }] });
    const broken = { ...statement, condition: '{ "Bool": ' };
    expect(carriedIn(resource(otc, "RoleV3", { ...blocks, statement: [broken] })).problems.map(({ id }) => id)).toEqual(
      ["unparsableCondition"],
    );
  });

  it.each([
    ["of AWS", resource("iam.aws.crossplane.io/v1beta1", "Role", text)],
    ["of AWS's family of providers", resource("iam.aws.upbound.io/v1beta1", "Role", blocks)],
    ["of Kubernetes", { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", rules: [statement] }],
    ["of another kind", resource(otc, "GroupV3", blocks)],
    ["of the other provider's kind", resource(huawei, "RoleV3", blocks)],
    ["of a group that only begins alike", resource(otc.replace("/", ".example/"), "RoleV3", blocks)],
    ["with an unknown kind", resource(otc, "constructor", blocks)],
    ["without parameters", { apiVersion: otc, kind: "RoleV3", spec: null }],
    ["without a specification", { apiVersion: otc, kind: "RoleV3" }],
    ["with a version that is no text", { apiVersion: 1, kind: ["RoleV3"], spec: { forProvider: blocks } }],
  ])("is none: %s", (_, object) => {
    const { documents, problems } = carriedIn(object);
    // A policy that is a whole JSON text is recognised by itself, wherever it stands.
    expect(documents.filter(({ cloud }) => cloud !== undefined)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe("an assignment", () => {
  const role = resource(huawei, "Role", text);
  const inNamespace = (namespace: string, name = "reader") => ({ metadata: { name, namespace } });

  it.each([
    [
      "by its name",
      [
        role,
        resource(huawei, "GroupRoleAssignment", {
          roleIdRef: { name: "reader" },
          groupId: "7",
          enterpriseProjectId: "9",
        }),
      ],
      [["enterprise-project", "7", "9"]],
    ],
    [
      "to a user",
      [
        role,
        resource(huawei, "UserRoleAssignment", {
          roleIdRef: { name: "reader" },
          userIdRef: { name: "u" },
          enterpriseProjectId: "9",
        }),
      ],
      [["enterprise-project", "user//u", "9"]],
    ],
    [
      "to a group that labels select",
      [
        role,
        resource(huawei, "RoleAssignment", {
          roleIdRef: { name: "reader" },
          groupIdSelector: { matchLabels: {} },
          projectId: "all",
        }),
      ],
      [["all-projects", undefined, "all"]],
    ],
    [
      "in a namespace",
      [
        resource(namespaced, "RoleV3", blocks, inNamespace("a")),
        resource(
          namespaced,
          "RoleAssignmentV3",
          { roleSelectorRef: { name: "reader" }, groupSelectorRef: { name: "g" }, projectSelectorRef: { name: "p" } },
          inNamespace("a", "x"),
        ),
      ],
      [["iam-project", "group/a/g", "project/a/p"]],
    ],
    [
      "in another namespace",
      [
        resource(namespaced, "RoleV3", blocks, inNamespace("a")),
        resource(
          namespaced,
          "RoleAssignmentV3",
          { roleSelectorRef: { name: "reader", namespace: "a" }, domainId: "1" },
          inNamespace("b", "x"),
        ),
      ],
      [["domain", undefined, "1"]],
    ],
  ])("grants a role: %s", (_, resources, expected) => {
    const { grants, otherGrants } = carriedIn(...resources);
    expect(grants).toEqual([expected]);
    expect(otherGrants).toEqual([]);
  });

  it.each([
    ["labels select", { roleIdSelector: { matchLabels: {} }, groupId: "7", projectId: "9" }],
    ["has another name", { roleIdRef: { name: "writer" }, groupId: "7", projectId: "9" }],
    ["is known by its id", { roleId: "reader", groupId: "7", projectId: "9" }],
    ["is missing", { groupId: "7", projectId: "9" }],
    ["is a reference to nothing", { roleIdRef: {}, groupId: "7", projectId: "9" }],
  ])("grants an unknown role: one that %s", (_, parameters) => {
    const { grants, otherGrants } = carriedIn(role, resource(huawei, "GroupRoleAssignment", parameters));
    expect(grants).toEqual([[]]);
    expect(otherGrants.map(({ site, roleName }) => [site.scope, roleName])).toEqual([["iam-project", undefined]]);
  });

  it("grants an unknown role where a namespace is not known", () => {
    const code = (namespace: string) =>
      `apply({ apiVersion: "${namespaced}", kind: "RoleV3", metadata: { name: "reader", namespace: ${namespace} }, spec: { forProvider: ${JSON.stringify(blocks)} } });
apply({ apiVersion: "${namespaced}", kind: "RoleAssignmentV3", metadata: { name: "x", namespace: ${namespace} }, spec: { forProvider: { roleSelectorRef: { name: "reader" }, projectId: "1" } } });`;
    const sites = (text: string) =>
      everythingCarriedIn(text, typescript).documents.map(({ grantSites }) => grantSites.length);
    expect(sites(code('"a"'))).toEqual([1]);
    expect(sites(code("props.namespace"))).toEqual([0]);
  });
});

it("reads the roles of agencies, by their names", () => {
  const agency = resource(otc, "AgencyV3", {
    domainRoles: ["KMS Administrator"],
    projectRole: [
      { project: "eu-de", roles: ["CCE ReadOnlyAccess"] },
      { allProjects: true, roles: ["CES Administrator"] },
    ],
  });
  expect(carriedIn(agency).otherGrants.map(({ site, roleName }) => [site.scope, roleName])).toEqual([
    ["domain", "KMS Administrator"],
    ["iam-project", "CCE ReadOnlyAccess"],
    ["all-projects", "CES Administrator"],
  ]);
});

describe("a role in an ApiObject of cdk8s", () => {
  const program = (after: string, action = "ecs:servers:createImage", module = "cdk8s") => {
    const manifest = JSON.stringify(
      resource(otc, "RoleV3", { ...blocks, statement: [{ effect: "Allow", action: [action] }] }),
    );
    return `import { ApiObject, JsonPatch } from "${module}";
export function build(scope, condition) {
  const role = new ApiObject(scope, "reader", ${manifest})${after}
}
`;
  };
  const patch = 'addJsonPatch(JsonPatch.add("/spec/forProvider/statement/0/action/-", "ims:*:*"));';

  it.each([
    ["it is made", `.${patch}`, false],
    ["it was made", `;\n  role.${patch}`, false],
    ["it was made, under a condition", `;\n  if (condition) role.${patch}`, false],
    ["a dependency is added", ";\n  role.addDependency(scope);", true],
    ["nothing happens", ";", true],
  ])("has all its actions unless it is patched: where %s", (_, after, isComplete) => {
    const { documents } = everythingCarriedIn(program(after), typescript);
    expect(documents.map((document) => [document.cloud, document.isComplete])).toEqual([["otc", isComplete]]);
    const missing = isComplete ? ["require-action-dependencies"] : [];
    expect(lintModule(program(after)).map(({ rule }) => rule)).toEqual(missing);
  });

  it("has its own actions checked where it is patched, too", () => {
    const code = program(`;\n  role.${patch}`, "ims:images:lsit");
    const found = lintModule(code).map(({ rule, line, column, endColumn }) => [
      rule,
      code.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1),
    ]);
    expect(found).toEqual([["no-unknown-action", "lsit"]]);
    expect(lintModule(program(`;\n  role.${patch}`, "ims:images:list"))).toEqual([]);
  });

  it("has all of them where a class of that name is of another module", () => {
    const { documents } = everythingCarriedIn(program(`.${patch}`, "ims:images:list", "./own"), typescript);
    expect(documents.map((document) => [document.cloud, document.isComplete])).toEqual([["otc", true]]);
  });
});

it("grants a role once that an ApiObject of cdk8s assigns, patched or not", () => {
  const assignment = resource(huawei, "GroupRoleAssignment", { roleId: "7", groupId: "7", projectId: "9" });
  const code = (after: string) =>
    `import { ApiObject, JsonPatch } from "cdk8s";\nnew ApiObject(scope, "x", ${JSON.stringify(assignment)})${after};`;
  const scopes = (after: string) =>
    everythingCarriedIn(code(after), typescript).otherGrants.map(({ site }) => site.scope);
  expect(scopes("")).toEqual(["iam-project"]);
  expect(scopes('.addJsonPatch(JsonPatch.remove("/metadata/labels"))')).toEqual(["iam-project"]);
});

describe("findings", () => {
  const list = (action: string) => ({
    apiVersion: "v1",
    kind: "List",
    items: [
      resource(otc, "RoleV3", { ...blocks, statement: [{ effect: "Allow", action: ["ims:images:get", action] }] }),
    ],
  });

  it.each([
    ["JSON", { plugins: { json }, language: "json/json" }],
    ["JSON by jsonc-eslint-parser", configOf("jsonc-eslint-parser")],
  ])("are at the mistake in a manifest: %s", (_, config) => {
    const lint = (code: string) =>
      new Linter().verify(code, [
        {
          ...config,
          plugins: { ...config.plugins, "huaweicloud-iam": plugin },
          rules: { "huaweicloud-iam/no-unknown-action": "error", "huaweicloud-iam/valid-policy": "error" },
        },
      ]);
    const code = JSON.stringify(list("ims:images:lsit"), null, 2);
    const found = lint(code).map(({ ruleId, line, column, endColumn }) => [
      ruleId,
      code.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1),
    ]);
    expect(found).toEqual([["huaweicloud-iam/no-unknown-action", "lsit"]]);
    expect(lint(JSON.stringify(list("ims:images:list")))).toEqual([]);
  });

  it("are at the mistake in a program", () => {
    const program = (layer: string) =>
      `export const reader = (name: string) => ({\n  apiVersion: "${otc}",\n  kind: "RoleV3",\n  metadata: { name },\n  spec: { forProvider: { displayName: name, displayLayer: "${layer}", description: name, statement: [{ effect: "Allow", action: ["ims:images:list"] }] } },\n});\n`;
    expect(lintModule(program("domain")).map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["no-mixed-service-levels", 5, 45],
    ]);
    expect(lintModule(program("project"))).toEqual([]);
  });
});
