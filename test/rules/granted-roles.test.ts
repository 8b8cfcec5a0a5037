import { describe, expect, it } from "vitest";
import { lintModule, plantedIn } from "../carriers/construct-modules.js";
import { readMarks } from "../hosts-table.js";

const huaweicloud = `import { IdentityGroup } from "./.gen/providers/huaweicloud/identity-group";
import { IdentityRole } from "./.gen/providers/huaweicloud/identity-role";
import { IdentityGroupRoleAssignment } from "./.gen/providers/huaweicloud/identity-group-role-assignment";
const team = new IdentityGroup(stack, "team", { name: "team" });
const others = new IdentityGroup(stack, "others", { name: "others" });
`;

/** A role with a list of actions, given without brackets. */
function role(name: string, actions: string, type = '"XA"'): string {
  return `const ${name} = new IdentityRole(stack, "${name}", { type: ${type}, policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [${actions}] }] }) });\n`;
}

function grant(name: string, where: string, group = "team"): string {
  return `new IdentityGroupRoleAssignment(stack, "x", { groupId: ${group}.id, roleId: ${name}.id, ${where} });\n`;
}

/** Expects problems at the marked places, with these messages. */
function expectFindings(
  marked: string,
  findings: readonly (readonly [rule: string, message: string])[],
  settings?: Readonly<Record<string, unknown>>,
): void {
  const module = readMarks(huaweicloud + marked);
  expect(module.places).toHaveLength(findings.length);
  expect(lintModule(module.code, settings)).toEqual(plantedIn(module, findings));
}

const project = 'projectId: "1"';
const enterpriseProject = 'enterpriseProjectId: "2"';
const noEffect = (place: string) =>
  [
    "require-enterprise-project-support",
    `"ims:images:create" has no effect on ${place}: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).`,
  ] as const;

it("reports a problem in a shared constant once", () => {
  expectFindings(
    `const shared = ["ims:images:get", "ims:images:[[lsit]]"];\n${role("one", "...shared")}${role("other", '"ims:images:delete", ...shared')}`,
    [
      [
        "no-unknown-action",
        '"ims:images:lsit" is not an action of IMS on Huawei Cloud. Did you mean "ims:images:list"?',
      ],
    ],
  );
});

describe("require-enterprise-project-support", () => {
  it("names the line where the role is granted on an enterprise project", () => {
    expectFindings(role("creator", '"[[ims:images:create]]"') + grant("creator", enterpriseProject), [
      noEffect("the enterprise project on line 7"),
    ]);
  });

  it("finds a role in a field of the stack", () => {
    const kept = role("creator", '"[[ims:images:create]]"').replace("const creator", "this.role");
    const assigned = grant("this.role", enterpriseProject);
    expectFindings(`class Stack { role; constructor(stack: object) {\n${kept}${assigned}} }`, [
      noEffect("the enterprise project on line 8"),
    ]);
  });

  it("checks a role that is granted on a project too", () => {
    expectFindings(
      role("creator", '"[[ims:images:create]]"') +
        grant("creator", project) +
        grant("creator", enterpriseProject, "others"),
      [noEffect("the enterprise project on line 8")],
    );
  });

  it.each([
    ["on a project", project],
    ["on all projects", 'projectId: "all"'],
    ["nowhere", 'enterpriseProjectId: ""'],
  ])("is silent on a role that is granted %s", (_, where) =>
    expectFindings(role("creator", '"ims:images:create"') + grant("creator", where), []),
  );

  it("uses the setting only for roles without a grant in the file", () => {
    const inSight = role("granted", '"ims:images:create"') + grant("granted", project);
    expectFindings(inSight + role("elsewhere", '"[[ims:images:create]]"'), [noEffect("an enterprise project")], {
      scope: "enterprise-project",
    });
  });

  it("points at the property if its value is a constant of the file", () => {
    expectFindings(
      `${role("creator", '"[[ims:images:create]]"')}${grant("creator", "enterpriseProjectId: id")}const id = "2";\n`,
      [noEffect("the enterprise project on line 7")],
    );
  });
});

describe("require-action-dependencies", () => {
  const maker = role("maker", '"ecs:servers:createImage"');
  const needs = role("needs", '"evs:volumes:get", "evs:snapshots:create", "ims:images:create", "ims:images:get"');
  const missing = [
    "require-action-dependencies",
    '"ecs:servers:createImage" is missing 4 of 4 dependency actions: evs:volumes:get, evs:snapshots:create, ims:images:create and ims:images:get. Grant them too. Documented by Huawei Cloud (2024-04).',
  ] as const;
  const markedMaker = maker.replace("ecs:servers:createImage", "[[ecs:servers:createImage]]");

  it("counts grants of another role to the same group", () => {
    expectFindings(maker + needs + grant("maker", project) + grant("needs", project), []);
  });

  it("does not count grants of other groups, or of no group", () => {
    expectFindings(markedMaker + needs + grant("maker", project) + grant("needs", project, "others"), [missing]);
    expectFindings(markedMaker + needs + grant("maker", project), [missing]);
  });

  it("counts grants to a group that may be the same, but not denies", () => {
    const toUnknown = (name: string) => grant(name, project).replace("team.id", "props.groupId");
    expectFindings(maker + needs + toUnknown("maker") + toUnknown("needs"), []);
    expectFindings(maker + needs + grant("maker", project) + toUnknown("needs"), []);
    const denies = needs.replace("Allow", "Deny");
    expectFindings(markedMaker + denies + toUnknown("maker") + toUnknown("needs"), [missing]);
  });

  it("is silent if another role of the group is unknown", () => {
    expectFindings(maker + role("unknown", "...given()") + grant("maker", project) + grant("unknown", project), []);
  });

  it("counts grants in the setting", () => {
    expectFindings(maker + grant("maker", project), [], { alsoGranted: ["evs:*:*", "ims:images:*"] });
  });
});

describe("no-mixed-service-levels", () => {
  const rule = "no-mixed-service-levels";

  it.each([
    [
      "a role of global services that says so",
      role("global", '"obs:bucket:CreateBucket", "iam:users:listUsers"', '"AX"'),
    ],
    ["OBS in a role for projects, where it is granted a second time", role("bucket", '"obs:bucket:CreateBucket"')],
    ["a level that is not known", role("any", '"ims:images:list"', "level()")],
    ["a grant of projects on all projects", role("reader", '"ims:images:list"') + grant("reader", 'projectId: "all"')],
    ["OBS that is granted on a project", role("bucket", '"obs:bucket:CreateBucket"') + grant("bucket", project)],
    ["global services on the domain", role("users", '"iam:users:listUsers"', '"AX"') + grant("users", 'domainId: "1"')],
    [
      "global services that support enterprise projects",
      role("both", '"obs:bucket:CreateBucket", "iam:projects:listProjects"', '"AX"') + grant("both", enterpriseProject),
    ],
    ["both levels, whatever the service", role("all", '"*:*:get*"', '"AX"') + grant("all", 'domainId: "1"')],
  ])("is silent on %s", (_, code) => expectFindings(code, [], { knownActions: [] }));

  it("finds a level that differs from that of the services", () => {
    const level = (name: string, actions: string, type: string) =>
      role(name, actions, type).replace(`type: ${type}`, `[[type: ${type}]]`);
    expectFindings(level("reader", '"ims:images:list"', '"AX"') + level("users", '"iam:users:listUsers"', '"XA"'), [
      [rule, 'This is a role for global services, but IMS is project-level. Change it to "XA".'],
      [rule, 'This is a role for project-level services, but IAM is global. Change it to "AX".'],
    ]);
  });

  it("marks the property if the level is a constant of the file", () => {
    const code = role("reader", '"ims:images:list"', "level").replace("type: level", "[[type: level]]");
    expectFindings(`const level = "AX";\n${code}`, [
      [rule, 'This is a role for global services, but IMS is project-level. Change it to "XA".'],
    ]);
  });

  it("finds grants that do not apply to the services", () => {
    expectFindings(
      role("users", '"[[iam:users:listUsers]]"', '"AX"') +
        role("reader", '"ims:images:list"').replace('"ims', '"[[ims').replace('list"', 'list]]"') +
        grant("users", enterpriseProject) +
        grant("reader", 'domainId: "1"'),
      [
        [
          rule,
          "IAM is global, so the grant on an enterprise project (line 8) has no effect. Grant it on the domain instead.",
        ],
        [
          rule,
          "IMS is project-level, so the grant on the domain (line 9) has no effect. Grant it on a project instead.",
        ],
      ],
    );
  });
});

describe("a role for global services", () => {
  const users = role("users", '"[[iam:users:listUsers]]"', '"AX"');
  const unmarkedUsers = users.replace(/\[\[|\]\]/gu, "");

  it("has no effect on a project", () => {
    expectFindings(users + grant("users", project), [
      [
        "no-mixed-service-levels",
        "IAM is global, so the grant on a project (line 7) has no effect. Grant it on the domain instead.",
      ],
    ]);
  });

  it.each([
    ["the domain", unmarkedUsers, 'domainId: "1"'],
    ["all projects", unmarkedUsers, 'projectId: "all"'],
    // It is granted a second time, on projects.
    ["a project, if it is of OBS", role("users", '"obs:bucket:CreateBucket"', '"AX"'), project],
  ])("may be granted on %s", (_, roles, where) => expectFindings(roles + grant("users", where), []));
});
