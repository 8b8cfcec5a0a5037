import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";

const provider = "opentelekomcloud";
const group = `\${${provider}_identity_group_v3.crew.id}`;

/** A role of the file that needs what it is not granted, by the name `own`. */
function role(actions: readonly string[], effect = "Allow"): object {
  return {
    display_name: "own",
    display_layer: "project",
    description: "own",
    statement: [{ effect, action: actions }],
  };
}

function assignment(principal: object, roleId: string): object {
  return { ...principal, role_id: roleId, project_id: "${var.project}" };
}

const own = `\${${provider}_identity_role_v3.own.id}`;

/** The rules that report something in a file of Terraform with a role and assignments. */
function rulesOn(statement: object, others: object): readonly (string | null)[] {
  const resources = { [`${provider}_identity_role_v3`]: { own: statement }, ...others };
  const messages = new Linter().verify(JSON.stringify({ resource: resources }), {
    plugins: { json, "huaweicloud-iam": { rules } },
    language: "json/json",
    rules: {
      "huaweicloud-iam/require-action-dependencies": "error",
      "huaweicloud-iam/require-companion-role": "error",
      "huaweicloud-iam/no-ineffective-statement": ["error", { denyOnly: "report" }],
    },
  });
  return messages.map(({ ruleId, message }) => (ruleId ? ruleId.replace("huaweicloud-iam/", "") : message));
}

const assignments = (...list: readonly object[]) => ({
  [`${provider}_identity_role_assignment_v3`]: Object.fromEntries(list.map((one, index) => [`a${index}`, one])),
});
const agency = (...roles: readonly string[]) => ({
  [`${provider}_identity_agency_v3`]: {
    builder: { name: "builder", project_role: [{ project: "eu-de", roles }] },
  },
});
const crew = { group_id: group };

const unknownGrants: readonly (readonly [what: string, others: object])[] = [
  ["a system role by data source", assignments(assignment(crew, own), assignment(crew, "${data.x_role.admin.id}"))],
  ["roles of a for_each", assignments(assignment(crew, own), assignment(crew, "${each.value}"))],
  ["a role of a variable", assignments(assignment(crew, own), assignment(crew, "${var.base_role}"))],
  [
    "a role of another file",
    assignments(assignment(crew, own), assignment(crew, `\${${provider}_identity_role_v3.base.id}`)),
  ],
  [
    "a role of the group that the user may be in",
    assignments(assignment({ user_id: "u" }, own), assignment(crew, "x")),
  ],
  ["a role for a principal that is not known", assignments(assignment(crew, own), assignment({}, "${var.base_role}"))],
  ["a system role of the same agency", agency("${opentelekomcloud_identity_role_v3.own.name}", "Tenant Administrator")],
  ["an unknown role of the same agency", agency("${opentelekomcloud_identity_role_v3.own.name}", "${var.role}")],
];

const noOtherGrants: readonly (readonly [what: string, others: object])[] = [
  ["nothing else", assignments(assignment(crew, own))],
  ["another group", assignments(assignment(crew, own), assignment({ group_id: "other" }, "${var.base_role}"))],
  ["another user", assignments(assignment({ user_id: "u" }, own), assignment({ user_id: "v" }, "${var.base_role}"))],
  ["an agency beside a group", { ...assignments(assignment(crew, own)), ...agency("Tenant Administrator") }],
  ["its own role alone", agency("${opentelekomcloud_identity_role_v3.own.name}")],
];

describe.each([
  ["require-action-dependencies", role(["ecs:servers:createImage"])],
  ["no-ineffective-statement", role(["ims:images:delete"], "Deny")],
] as const)("%s", (rule, statement) => {
  it.each(unknownGrants)("is silent where the principal also has %s", (_, others) => {
    expect(rulesOn(statement, others)).toEqual([]);
  });

  it.each(noOtherGrants)("reports with %s", (_, others) => {
    expect(rulesOn(statement, others)).toEqual([rule]);
  });
});
