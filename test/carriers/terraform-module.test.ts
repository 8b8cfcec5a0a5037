import { Linter } from "eslint";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carriedPolicies } from "../../src/carriers/index.js";
import { hclHost } from "../../src/hosts/hcl/host.js";
import { parseHcl } from "../../src/hosts/hcl/structure.js";
import plugin from "../../src/index.js";

let folder = "";

/** The arguments that every role has, on one line each. */
const facts = 'name = "x"\n  description = "x"\n  type = "XA"';

const roles = `
resource "huaweicloud_identity_role" "object" {
  ${facts}
  policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:create", "ims:images:lst"] }] })
}

resource "huaweicloud_identity_role" "text" {
  ${facts}
  policy = <<-EOT
    { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:create"] }] }
  EOT
}

resource "huaweicloud_identity_role" "each" {
  for_each = { a = ["ims:images:create"] }
  ${facts}
  policy = jsonencode({ version = "1.1", statement = [{ Effect = "Allow", Action = each.value }] })
}

resource "huaweicloud_identity_role" "file" {
  ${facts}
  policy = file("policies/reader.json")
}

resource "huaweicloud_identity_role" "invalid" {
  ${facts}
  policy = "{ \\"Statement\\": ["
}

resource "opentelekomcloud_identity_role_v3" "blocks" {
  display_name  = "x"
  description   = "x"
  display_layer = "domain"
  statement {
    effect = "Allow"
    action = ["ims:images:create"]
  }
}
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "module-"));
  writeFileSync(join(folder, "roles.tf"), roles);
  mkdirSync(join(folder, "policies"));
  const misspelt =
    '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:create", "ims:images:lst"] }] }';
  writeFileSync(join(folder, "policies", "reader.json"), `\uFEFF${misspelt}`);
  writeFileSync(join(folder, "policies", "lower.json"), misspelt.toLowerCase());
  writeFileSync(join(folder, "policies", "broken.json"), misspelt.slice(0, -1));
  writeFileSync(join(folder, "policies", "reader.txt"), misspelt);
  writeFileSync(join(folder, "policies", "list.json"), "[1]");
  const template = misspelt.replace('["ims:images:create", "ims:images:lst"]', "${jsonencode(actions)}");
  writeFileSync(join(folder, "policies", "actions.json.tftpl"), template);
  writeFileSync(join(folder, "policies", "broken.json.tftpl"), template.replace("}]", "]"));
  writeFileSync(join(folder, "policies", "syntax.json.tftpl"), template.replace("actions)", "actions"));
  writeFileSync(
    join(folder, "policies", "loop.tpl"),
    misspelt.replace(
      '"ims:images:create", "ims:images:lst"',
      '%{ for i, name in names }%{ if i != "a" }"ims:images:${name}", %{ endif }%{ endfor ~}\n"ims:images:list"',
    ),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The findings in a file beside `roles.tf`: the rule, what it marks, and the start of the message. */
function findingsIn(text: string): string[] {
  const messages = new Linter({ cwd: folder }).verify(
    text,
    plugin.configs["strict-terraform"],
    join(folder, "assignments.tf"),
  );
  const lines = text.split("\n");
  return messages.map(({ ruleId, message, line, column, endColumn = 0, fix, suggestions }) => {
    const marked = lines[line - 1]?.slice(column - 1, endColumn - 1) ?? "";
    const edits = fix || suggestions ? ", with an edit" : "";
    return `${ruleId ?? "?"} at ${marked}: ${message.split(" ").slice(0, 3).join(" ")}${edits}`;
  });
}

function assignment(reference: string, scope = "enterprise_project_id"): string {
  return `resource "huaweicloud_identity_group_role_assignment" "x" {\n  group_id = "x"\n  role_id = ${reference}\n  ${scope} = var.x\n}\n`;
}

const rule = "huaweicloud-iam/require-enterprise-project-support";

it.each(["object", "text", 'each["a"]'])("a role of another file is judged where it is assigned: %s", (name) => {
  const reference = `huaweicloud_identity_role.${name}.id`;
  expect(findingsIn(assignment(reference))).toEqual([`${rule} at ${reference}: "ims:images:create" (in roles.tf)`]);
  expect(findingsIn(assignment(reference, "project_id"))).toEqual([]);
});

it("a role of blocks is judged as well, also by the level that it is granted at", () => {
  const reference = "opentelekomcloud_identity_role_v3.blocks.id";
  expect(findingsIn(assignment(reference))).toEqual([`${rule} at ${reference}: "ims:images:create" (in roles.tf)`]);
  expect(findingsIn(assignment(reference, "domain_id"))).toEqual([
    `huaweicloud-iam/no-mixed-service-levels at ${reference}: IMS is project-level,`,
  ]);
});

it("a role that is assigned twice is one policy with two grants", () => {
  const reference = "huaweicloud_identity_role.object.id";
  const found = findingsIn(assignment(reference, "project_id") + assignment(reference));
  expect(found).toEqual([`${rule} at ${reference}: "ims:images:create" (in roles.tf)`]);
});

it.each([
  "huaweicloud_identity_role.invalid.id",
  "huaweicloud_identity_role.missing.id",
  "data.huaweicloud_identity_role.object.id",
])("what is not there, or reported there, has no finding: %s", (reference) => {
  expect(findingsIn(assignment(reference))).toEqual([]);
});

it("a role of the file itself counts, whatever another file has", () => {
  const own = `resource "huaweicloud_identity_role" "object" {\n  ${facts}\n  policy = var.policy\n}\n`;
  expect(findingsIn(assignment("huaweicloud_identity_role.object.id") + own)).toEqual([]);
});

function roleOfFile(policy: string, more = ""): string {
  return `resource "huaweicloud_identity_role" "x" {\n  ${facts}\n  policy = ${policy}\n}\n${more}`;
}

it.each([
  'file("policies/reader.json")',
  'file("${path.module}/policies/reader.json")',
  'file("./policies/../policies/reader.json")',
])("the policy in a JSON file is checked where a role reads it: %s", (call) => {
  expect(findingsIn(roleOfFile(call))).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in reader.json)`,
  ]);
  const granted = assignment("huaweicloud_identity_role.x.id");
  expect(findingsIn(roleOfFile(call, granted))).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in reader.json)`,
    `${rule} at ${call}: "ims:images:create" (in reader.json)`,
  ]);
});

it("a JSON file is checked where a role reads it, and not again in another file with an assignment of the role", () => {
  const reference = "huaweicloud_identity_role.file.id";
  expect(findingsIn(assignment(reference, "project_id"))).toEqual([]);
  expect(findingsIn(assignment(reference))).toEqual([`${rule} at ${reference}: "ims:images:create" (in reader.json)`]);
});

it("a JSON file in lower case has nothing edited", () => {
  const call = 'file("policies/lower.json")';
  expect(findingsIn(roleOfFile(call))).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in lower.json)`,
  ]);
});

it("a file that a local reads is checked once", () => {
  const call = 'file("policies/reader.json")';
  expect(findingsIn(roleOfFile("local.policy", `locals {\n  policy = ${call}\n}\n`))).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in reader.json)`,
  ]);
});

it.each([
  'file("policies/broken.json")',
  'file("policies/list.json")',
  'file("policies/missing.json")',
  'file("policies/reader.txt")',
  'file("${path.root}/policies/reader.json")',
  'file("policies/${var.name}.json")',
  'file("policies")',
  "file(var.path)",
  "file()",
])("what is no policy, or cannot be read, has no finding: %s", (call) => {
  expect(findingsIn(roleOfFile(call))).toEqual([]);
});

const templated = 'templatefile("policies/actions.json.tftpl", { actions = local.actions })';

it.each([
  ['templatefile("${path.module}/policies/actions.json.tftpl", { actions = ["ims:images:lst"] })', "lst"],
  [templated, "updaet"],
])("what a template is given is checked where it is written, and once: %s", (call, place) => {
  const locals = 'locals {\n  actions = ["ims:images:get", "ims:images:list", "ims:images:updaet"]\n}\n';
  const found = findingsIn(roleOfFile(call, locals)).filter((finding) => finding.includes(`at ${place}:`));
  expect(found).toEqual([`huaweicloud-iam/no-unknown-action at ${place}: "ims:images:${place}" is not, with an edit`]);
});

it("what a template has itself is checked where it is read", () => {
  const call = 'templatefile("policies/loop.tpl", { names = { a = "wrong", b = "updaet" } })';
  expect(findingsIn(roleOfFile(call))).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:updaet" (in loop.tpl)`,
  ]);
});

it.each([
  'templatefile("policies/actions.json.tftpl", { actions = ["ims:images:get"] })',
  'templatefile("policies/actions.json.tftpl", { actions = var.actions })',
  'templatefile("policies/actions.json.tftpl", var.variables)',
  'templatefile("policies/broken.json.tftpl", { actions = ["ims:images:lst"] })',
  'templatefile("policies/syntax.json.tftpl", { actions = ["ims:images:lst"] })',
  'templatefile("policies/missing.json.tftpl", { actions = ["ims:images:lst"] })',
  'templatefile("policies/loop.tpl", { names = var.names })',
  'templatefile("policies/loop.tpl", { names = ["updaet"] })',
  'templatefile("policies/loop.tpl", {})',
])("what a template makes of what is not known, or is no policy, has no finding: %s", (call) => {
  expect(findingsIn(roleOfFile(call))).toEqual([]);
});

it("the policies of files that a role is repeated for are all checked", () => {
  const call = 'file("${path.module}/policies/${each.key}.json")';
  const role = roleOfFile(call).replace("{\n", '{\n  for_each = toset(["reader", "lower", "missing"])\n');
  expect(findingsIn(role)).toEqual([
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in reader.json)`,
    `huaweicloud-iam/no-unknown-action at ${call}: "ims:images:lst" (in lower.json)`,
  ]);
  expect(findingsIn(role.replace("toset(", "toset(var.x ? [] : "))).toHaveLength(2);
  expect(findingsIn(role.replace("toset(", "toset(var.x + "))).toEqual([]);
});

it("a policy that goes through locals of two other files is checked", () => {
  writeFileSync(join(folder, "a.tf"), "locals {\n  policy_json = jsonencode(local.policy_object)\n}\n");
  writeFileSync(
    join(folder, "b.tf"),
    'locals {\n  policy_object = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:create"] }] }\n}\n',
  );
  expect(findingsIn(roleOfFile("local.policy_json", assignment("huaweicloud_identity_role.x.id")))).toEqual([
    `${rule} at local.policy_json: "ims:images:create" (in b.tf)`,
  ]);
});

it.each(["list.json", "broken.json", "missing.json"])("a decoded file that is no policy has no finding: %s", (name) => {
  expect(findingsIn(roleOfFile(`jsonencode(jsondecode(file("policies/${name}")))`))).toEqual([]);
});

it("a decoded JSON file that is merged with more is checked", () => {
  const call = 'jsonencode(merge(jsondecode(file("policies/reader.json")), { Version = "1.1" }))';
  expect(findingsIn(roleOfFile(call))).toEqual([
    `huaweicloud-iam/no-unknown-action at file("policies/reader.json"): "ims:images:lst" (in reader.json)`,
  ]);
});

describe("each resource that grants roles of another file of the folder", () => {
  const context = { isDocumented: () => true, isService: () => true, isRenamed: () => false, policySources: [] };
  const sitesIn = (text: string) => {
    const source = { ast: parseHcl(text), text, filename: join(folder, "grants.tf") };
    const { documents } = carriedPolicies(hclHost, source, context);
    return documents.flatMap(({ grantSites }) =>
      grantSites.map(({ scope, range }) => `${scope} at ${text.slice(...range)}`),
    );
  };
  const of = (type: string, body: string) => `resource "${type}" "x" {\n  ${body.replaceAll("; ", "\n  ")}\n}\n`;
  const text = "huaweicloud_identity_role.object";
  const blocks = "opentelekomcloud_identity_role_v3.blocks";

  it.each([
    [
      "huaweicloud_identity_group_role_assignment",
      `role_id = ${text}.id; group_id = "x"; domain_id = "d"`,
      "domain",
      'domain_id = "d"',
    ],
    [
      "huaweicloud_identity_group_role_assignment",
      `role_id = ${text}.id; group_id = "x"; project_id = "all"`,
      "all-projects",
      'project_id = "all"',
    ],
    [
      "huaweicloud_identity_group_role_assignment",
      `role_id = ${text}.id; group_id = "x"; project_id = var.p`,
      "iam-project",
      "project_id = var.p",
    ],
    [
      "huaweicloud_identity_group_role_assignment",
      `role_id = ${text}.id; group_id = "x"; enterprise_project_id = var.p`,
      "enterprise-project",
      "enterprise_project_id = var.p",
    ],
    [
      "huaweicloud_identity_role_assignment",
      `role_id = ${text}.id; group_id = "x"; project_id = var.p`,
      "iam-project",
      "project_id = var.p",
    ],
    [
      "huaweicloud_identity_role_assignment_v3",
      `role_id = ${text}.id; group_id = "x"; domain_id = var.d`,
      "domain",
      "domain_id = var.d",
    ],
    [
      "huaweicloud_identity_user_role_assignment",
      `role_id = ${text}.id; user_id = "x"; enterprise_project_id = var.p`,
      "enterprise-project",
      "enterprise_project_id = var.p",
    ],
    [
      "flexibleengine_identity_group_role_assignment",
      `role_id = ${text}.id; group_id = "x"; enterprise_project_id = var.p`,
      "enterprise-project",
      "enterprise_project_id = var.p",
    ],
    [
      "flexibleengine_identity_role_assignment_v3",
      `role_id = ${text}.id; group_id = "x"; project_id = var.p`,
      "iam-project",
      "project_id = var.p",
    ],
    [
      "sbercloud_identity_role_assignment",
      `role_id = ${text}.id; group_id = "x"; enterprise_project_id = var.p`,
      "enterprise-project",
      "enterprise_project_id = var.p",
    ],
    [
      "g42cloud_identity_role_assignment",
      `role_id = ${text}.id; group_id = "x"; domain_id = var.d`,
      "domain",
      "domain_id = var.d",
    ],
    ["huaweicloud_identity_agency", `domain_roles = [${text}.name]`, "domain", `domain_roles = [${text}.name]`],
    [
      "huaweicloud_identity_agency",
      `all_resources_roles = [${text}.name]`,
      "all-projects",
      `all_resources_roles = [${text}.name]`,
    ],
    [
      "huaweicloud_identity_agency",
      `project_role {; project = "eu-de"; roles = [${text}.name]; }`,
      "iam-project",
      'project = "eu-de"',
    ],
    [
      "huaweicloud_identity_agency",
      `enterprise_project_roles {; enterprise_project = "x"; roles = [${text}.name]; }`,
      "enterprise-project",
      'enterprise_project = "x"',
    ],
    [
      "opentelekomcloud_identity_role_assignment_v3",
      `role_id = ${blocks}.id; group_id = "x"; domain_id = var.d`,
      "domain",
      "domain_id = var.d",
    ],
    [
      "opentelekomcloud_identity_role_assignment_v3",
      `role_id = ${blocks}.id; group_id = "x"; domain_id = var.d; all_projects = true`,
      "all-projects",
      "all_projects = true",
    ],
    [
      "opentelekomcloud_identity_role_assignment_v3",
      `role_id = ${blocks}.id; group_id = "x"; project_id = var.p`,
      "iam-project",
      "project_id = var.p",
    ],
    [
      "opentelekomcloud_identity_agency_v3",
      `project_role {; all_projects = true; roles = [${blocks}.display_name]; }`,
      "all-projects",
      "all_projects = true",
    ],
    [
      "opentelekomcloud_identity_agency_v3",
      `domain_roles = [${blocks}.display_name]`,
      "domain",
      `domain_roles = [${blocks}.display_name]`,
    ],
  ])("%s: %s", (type, body, scope, place) => {
    expect(sitesIn(of(type, body))).toEqual([`${scope} at ${place}`]);
    // Of another role, there is none.
    expect(sitesIn(of(type, body.replaceAll(/\.(?:object|blocks)\./gu, ".missing.")))).toEqual([]);
  });

  it.each([
    ["[0]", 1],
    ['["a"]', 1],
    ["[each.key]", 1],
    ["[count.index]", 1],
    ['["b"]', 0],
  ])("with the address of an instance: %s", (index, count) => {
    const body = `role_id = huaweicloud_identity_role.each${index}.id; group_id = "x"; enterprise_project_id = var.p`;
    expect(sitesIn(of("huaweicloud_identity_group_role_assignment", body))).toHaveLength(count);
  });
});
