import { readFileSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import { configOf } from "../sources.js";
import { actionsOfEach, everythingCarriedIn } from "./files.js";

const config = configOf("HCL object");

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/terraform/${name}`, import.meta.url), "utf8");
}

/** The grants of a policy: scope, source text and principal. */
function grantsOf({ grantSites }: PolicyDocument, text: string): unknown[] {
  return grantSites.map(({ scope, range, principal }) => [scope, text.slice(...range), principal]);
}

/** The reports of all rules that make no demands on a policy's completeness: the line and the reported code. */
function reportsOn(text: string): string[] {
  const rules = ["no-mixed-service-levels", "no-unknown-action", "require-enterprise-project-support", "valid-policy"];
  const messages = new Linter().verify(text, {
    ...config,
    plugins: { ...config.plugins, "huaweicloud-iam": plugin },
    rules: Object.fromEntries(rules.map((rule) => [`huaweicloud-iam/${rule}`, "error"])),
  });
  const lines = text.split("\n");
  return messages.map(({ line, column, endColumn, message, fatal }) =>
    fatal ? message : (lines[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1) ?? ""),
  );
}

describe("a Terraform file with roles of Open Telekom Cloud", () => {
  const text = fixture("opentelekomcloud.tf");
  const { documents, problems, otherGrants } = everythingCarriedIn(text, config);
  const [auditors, builders] = documents;

  it("has the policies of its roles, from blocks, locals, variables and functions", () => {
    expect(problems).toEqual([]);
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:get"],
      [
        ...["ims:images:list", "ims:images:get", "ims:images:creat", "ecs:servers:createImage", "ims:images:lst"],
        ...["ims:images:get", "ims:images:gett", "ims:images:delte"],
      ],
    ]);
    expect(documents.map(({ dialect, cloud }) => [dialect, cloud])).toEqual(new Array(2).fill(["1.1", "otc"]));
    expect(documents.map(({ level }) => level?.level)).toEqual(["global", "project"]);
    expect(builders?.statements.map(({ effect }) => effect)).toEqual(["Allow", "Allow", "Allow", "Deny"]);
    expect(builders?.statements.map(({ condition }) => condition?.kind)).toEqual([
      "object",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is complete where nothing is left to Terraform", () => {
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true, false]);
    expect(builders?.statements.map(({ isComplete }) => isComplete)).toEqual([false, true, true, false]);
  });

  it("has the scope and principal of each grant", () => {
    const builder = "opentelekomcloud_identity_agency_v3.builder";
    const group = "${opentelekomcloud_identity_group_v3.operators.id}";
    expect(auditors && grantsOf(auditors, text)).toEqual([
      ["domain", "domain_id = var.domain_id", '${var.groups["a"]}'],
      ["domain", "domain_id = var.domain_id", '${var.groups["b"]}'],
      ["domain", "domain_roles = [opentelekomcloud_identity_role_v3.auditors.display_name]", builder],
    ]);
    expect(builders && grantsOf(builders, text)).toEqual([
      ["all-projects", 'project_id = "all"', group],
      ["iam-project", 'project = "eu-de"', builder],
    ]);
    expect(otherGrants.map(({ roleName, site }) => [roleName, site.scope])).toEqual([["Tenant Guest", "iam-project"]]);
  });

  it("has exactly its mistakes reported", () => {
    expect(reportsOn(text)).toEqual(["lst", 'display_layer = "domain"', "creat", "gett", "delte"]);
  });
});

describe("a Terraform file with roles of Huawei Cloud", () => {
  const text = fixture("huaweicloud.tf");
  const { documents, problems } = everythingCarriedIn(text, config);

  it("has the policies of its roles, from objects, texts and modules", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:gett"],
      ["ims:images:upload", "ims:images:craete"],
      ["ims:images:delte"],
      ["ims:images:lits"],
      ["ims:images:lsit"],
      ["ims:images:list"],
      ["ims:images:updat"],
      ["ims:images:updatee"],
    ]);
    expect(documents.map(({ cloud }) => cloud)).toEqual([
      ...new Array<string>(6).fill("huaweicloud"),
      undefined,
      undefined,
    ]);
    expect(documents.map(({ dialect }) => dialect)).toEqual(["1.1", "1.1", "1.1", "1.1", "1.1", "5.0", "1.1", "1.1"]);
    expect(documents.map(({ isComplete }) => isComplete)).not.toContain(false);
  });

  it("has the scope and principal of each grant", () => {
    const group = "${huaweicloud_identity_group.images.id}";
    const granted = documents.flatMap((document) => grantsOf(document, text));
    expect(granted).toEqual([
      ["enterprise-project", "enterprise_project_id = var.images_project", group],
      ["domain", "domain_id = var.domain_id", group],
    ]);
  });

  it("has exactly its mistakes reported", () => {
    expect(problems.map(({ id }) => id)).toEqual(["encodedTwice"]);
    expect(reportsOn(text)).toEqual([
      ...["gett", "craete", "delte", "lits", "ims:images:lsit", "lsit"],
      ...['jsonencode(file("policy.json"))', "updat", "updatee"],
    ]);
  });
});

it("other providers and resources are ignored", () => {
  const text = fixture("foreign.tf");
  expect(everythingCarriedIn(text, config)).toEqual({ documents: [], actionLists: [], problems: [], otherGrants: [] });
  expect(reportsOn(text)).toEqual([]);
});

/** A role of Huawei Cloud with a policy, behind a newline for `jsonencode`'s brackets. */
function roleWith(policy: string, more = ""): string {
  return `resource "huaweicloud_identity_role" "x" {\n  name = "x"\n  description = "x"\n  type = "XA"\n  policy = ${policy}\n}\n${more}`;
}

describe("a role in HCL", () => {
  const statement = '{ Effect = "Allow", Action = ["ims:images:lst"] }';

  it.each([
    ["an object", `jsonencode({ Version = "1.1", Statement = [${statement}] })`],
    ["a local", "jsonencode(local.policy)"],
    ["a text in a local", "local.text"],
    [
      "a text in quotes",
      '"{\\"Version\\": \\"1.1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"ims:images:lst\\"]}]}"',
    ],
    ["a heredoc", '<<E\n{"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["ims:images:lst"]}]}\nE'],
    ["an interpolation", '"${jsonencode(local.policy)}"'],
    ["parentheses", "(jsonencode(local.policy))"],
    ["a conditional", 'var.x ? jsonencode(local.policy) : ""'],
    [
      "a loop",
      `jsonencode({ Version = "1.1", Statement = [for x in ["lst"] : { Effect = "Allow", Action = ["ims:images:\${x}"] }] })`,
    ],
    ["a variable's default", "jsonencode(var.policy)"],
    ["a list of lists", `jsonencode({ Version = "1.1", Statement = flatten([[[${statement}]]]) })`],
  ])("has its mistake found in %s", (_, policy) => {
    const more = [
      `locals {\n  policy = { Version = "1.1", Statement = [${statement}] }`,
      '  text = "{\\"Version\\": \\"1.1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"ims:images:lst\\"]}]}"\n}',
      `variable "policy" {\n  default = { Version = "1.1", Statement = [${statement}] }\n}\n`,
    ];
    const found = reportsOn(
      roleWith(policy, more.filter((part) => part.includes("text =") || !policy.includes("lst")).join("\n")),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ["a variable", "var.policy"],
    ["a file", 'file("policy.json")'],
    ["a template", 'templatefile("policy.json.tpl", { a = 1 })'],
    ["a value of a loop", "each.value.policy"],
    ["a module", "module.policies.json"],
    [
      "a JSON text with a directive",
      '<<E\n{"Version": "1.1", "Statement": [%{ for x in y }{"Effect": "Allow"},%{ endfor }]}\nE',
    ],
    [
      "actions that are not known",
      'jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })',
    ],
    [
      "an effect that is not known",
      'jsonencode({ Version = "1.1", Statement = [{ Effect = var.effect, Action = ["ims:images:list"] }] })',
    ],
    ["statements that are not known", 'jsonencode({ Version = "1.1", Statement = var.statements })'],
    [
      "a version that is not known",
      'jsonencode({ Version = local.version, Statement = [{ Effect = "Allow", Action = ["ims:images:list"] }] })',
    ],
    [
      "statements of a loop",
      'jsonencode({ Version = "1.1", Statement = [for x in ["a", "b"] : { Effect = "Allow", Action = ["ims:images:list"], Resource = ["ims:*:*:image:${x}"] }] })',
    ],
    ["members that are not known", "jsonencode(merge(var.base, { Statement = var.statements }))"],
  ])("has nothing reported in %s", (_, policy) => {
    expect(reportsOn(roleWith(policy))).toEqual([]);
  });

  it("has a key that is set twice reported, of which Terraform silently takes the last one", () => {
    const policy = `jsonencode({ Version = "1.1", Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:list"] }] })`;
    expect(reportsOn(roleWith(policy))).toEqual(["Version"]);
  });

  it("has a syntax error reported once, and nothing else", () => {
    expect(reportsOn(`${roleWith("jsonencode({ Version = })")}a = [1 2]\n`)).toEqual([
      'Parsing error: Expected a value, found "}". Write one, or remove what stands before it.',
    ]);
  });
});

describe("a role that is repeated", () => {
  const facts = 'name = "x"\n  description = "x"';
  const roles = (collection: string, more = 'type = "XA"') =>
    `resource "huaweicloud_identity_role" "x" {\n  for_each = ${collection}\n  ${facts}\n  ${more}\n  policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = each.value.actions }] })\n}\n`;
  const both = '{ creator = { actions = ["ims:images:create"] }, reader = { actions = ["ims:images:list"] } }';
  const assignment = (index: string, more = "") =>
    `resource "huaweicloud_identity_group_role_assignment" "x" {\n  ${more}\n  group_id = "x"\n  role_id = huaweicloud_identity_role.x${index}.id\n  enterprise_project_id = "x"\n}\n`;

  it("is judged by the grants of each instance", () => {
    expect(reportsOn(roles(both) + assignment('["creator"]'))).toEqual(["ims:images:create"]);
    expect(reportsOn(roles(both) + assignment('["reader"]'))).toEqual([]);
    expect(reportsOn(roles(both) + assignment("[each.key]", 'for_each = toset(["reader"])'))).toEqual([]);
    expect(reportsOn(roles(both) + assignment("[each.key]", 'for_each = toset(["creator"])'))).toEqual([
      "ims:images:create",
    ]);
    expect(reportsOn(roles(both) + assignment("[each.key]", "for_each = var.roles"))).toEqual(["ims:images:create"]);
  });

  it("is judged by any grant where it is not known how often it is repeated", () => {
    expect(reportsOn(roles(`var.x ? {} : ${both}`) + assignment('["creator"]'))).toEqual(["ims:images:create"]);
    expect(reportsOn(roles("var.roles") + assignment('["creator"]'))).toEqual([]);
    expect(reportsOn(roles("{ (var.x) = { actions = [] } }") + assignment('["creator"]'))).toEqual([]);
  });

  it("has the level of each instance", () => {
    const level = (one: string, other: string) =>
      `{ a = { type = "${one}", actions = ["ims:images:list"] }, b = { type = "${other}", actions = ["iam:users:listUsers"] } }`;
    expect(reportsOn(roles(level("XA", "AX"), "type = each.value.type"))).toEqual([]);
    expect(reportsOn(roles(level("AX", "XA"), "type = each.value.type"))).toEqual([
      "type = each.value.type",
      "type = each.value.type",
    ]);
  });

  it("has each action that dependencies are missing of, but not those of another instance", () => {
    const lint = (text: string) =>
      new Linter()
        .verify(text, {
          ...config,
          plugins: { ...config.plugins, "huaweicloud-iam": plugin },
          rules: { "huaweicloud-iam/require-action-dependencies": "error" },
        })
        .map(({ line, column, endColumn }) => text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1));
    const actions = (list: string) => roles(`{ a = { actions = ${list} }, b = { actions = ["evs:volumes:get"] } }`);
    const missing = '["ecs:servers:createImage"]';
    expect(lint(actions(missing))).toEqual(["ecs:servers:createImage"]);
    // A variable's default is what it is unless somebody sets it.
    const variable = `variable "actions" {\n  default = ${missing}\n}\n`;
    expect(lint(actions("var.actions") + variable)).toEqual([]);
    expect(
      lint(actions("local.actions") + variable.replace('variable "actions" {\n  default', "locals {\n  actions")),
    ).toEqual(["ecs:servers:createImage"]);
  });
});

describe("a variable", () => {
  it.each(["{ }", "type = list(string)", "default = []", 'default = ["ims:images:get"]'])(
    "is nothing certain: %s",
    (body) => {
      const text = `${roleWith('jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = concat(["ims:images:list"], var.actions) }] })')}variable "actions" {\n${body === "{ }" ? "" : `  ${body}\n`}}\n`;
      expect(everythingCarriedIn(text, config).documents.map(({ isComplete }) => isComplete)).toEqual([false]);
      expect(reportsOn(text)).toEqual([]);
    },
  );

  it("has a mistake in its default reported, wherever the default is used", () => {
    const text = `${roleWith('jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })')}variable "actions" {\n  default = ["ims:images:lst"]\n}\n`;
    expect(reportsOn(text)).toEqual(["lst"]);
  });
});

describe("null", () => {
  const blockRole = (argument: string) =>
    `variable "x" {}\nresource "opentelekomcloud_identity_role_v3" "r" {\n  statement {\n    effect = "Allow"\n    ${argument}\n  }\n}\n`;
  const textRole = (members: string) =>
    `variable "x" {}\nresource "huaweicloud_identity_role" "r" {\n  policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", ${members} }] })\n}\n`;
  const bucket = '["OBS:*:*:bucket:a"]';
  const actions = '["obs:bucket:ListBucket"]';

  it.each([
    blockRole(`action = ${actions}\n    resource = var.x ? ${bucket} : null`),
    blockRole(`action = ${actions}\n    resource = null`),
    blockRole(`action = ${actions}\n    condition = try(var.x, null)`),
    blockRole(`action = var.x ? ${actions} : null`),
    textRole(`Action = ${actions}, Resource = var.x ? null : ${bucket}`),
    textRole(`Action = ${actions}, Condition = var.x ? { Bool = { "g:MFAPresent" = ["true"] } } : null`),
    textRole(`Action = var.x ? ${actions} : null, NotAction = var.x ? null : ${actions}`),
  ])("is an argument or member that is not set: %s", (text) => {
    expect(reportsOn(text)).toEqual([]);
  });

  it("leaves judged what is set otherwise, and what is always missing", () => {
    expect(reportsOn(blockRole(`action = ${actions}\n    resource = var.x ? "OBS:*:*:bucket:a" : null`))).toEqual([
      '"OBS:*:*:bucket:a"',
    ]);
    expect(reportsOn(blockRole('action = var.x ? ["ims:images:lst"] : null'))).toEqual(["lst"]);
    expect(reportsOn(textRole(`Action = ${actions}, Resource = var.x ? null : 1`))).toEqual(["1"]);
  });
});

describe("an empty default", () => {
  const role = (statements: string, members = "") =>
    `variable "none" { default = [] }\nresource "huaweicloud_identity_role" "r" {\n  policy = jsonencode({ Version = "1.1", Statement = ${statements} })${members}\n}\n`;

  it("is no mistake: the variable is there to be set", () => {
    expect(reportsOn(role("var.none"))).toEqual([]);
    expect(reportsOn(role('[{ Effect = "Allow", Action = ["obs:bucket:ListBucket"], Resource = var.none }]'))).toEqual(
      [],
    );
  });

  it("is unlike an empty list that is written", () => {
    expect(reportsOn(role("[]"))).toEqual(["Statement"]);
    expect(reportsOn(role('[{ Effect = "Allow", Action = ["obs:bucket:ListBucket"], Resource = [] }]'))).toEqual([
      "[]",
    ]);
  });
});

describe("a key that is set twice", () => {
  const statement = (members: string) => roleWith(`jsonencode({ Version = "1.1", Statement = [{ ${members} }] })`);

  it("is reported at the one that has no effect", () => {
    const text = statement('Effect = "Allow", Action = ["ims:images:get"], Effect = "Deny"');
    const [message, ...others] = new Linter().verify(text, {
      ...config,
      plugins: { ...config.plugins, "huaweicloud-iam": plugin },
      rules: { "huaweicloud-iam/valid-policy": "error" },
    });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      message: 'This "Effect" has no effect: if a key occurs twice, only the last one counts. Merge the two.',
      line: 5,
      column: 57,
      endColumn: 63,
    });
    expect(message?.suggestions).toBeUndefined();
  });

  it.each([
    'merge({ Effect = "Allow", Action = ["ims:images:get"] }, { Effect = "Deny" })',
    'merge({ Effect = "Allow" }, { Action = ["ims:images:get"] })',
  ])("through merge is meant: %s", (statements) => {
    expect(reportsOn(roleWith(`jsonencode({ Version = "1.1", Statement = [${statements}] })`))).toEqual([]);
  });
});

describe("a file of variables", () => {
  it("has policies in objects and texts", () => {
    const policy = '{ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }';
    expect(reportsOn(`policies = {\n  readers = ${policy}\n}\n`)).toEqual(["lst"]);
    expect(
      reportsOn(
        'policy = <<E\n{"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["ims:images:lst"]}]}\nE\n',
      ),
    ).toEqual(["lst"]);
  });
});

describe("an expression in a file in JSON syntax", () => {
  const expression =
    'jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst", "ims:images:get", "ims:images:get"] }] })';
  const roleIn = (policy: string) =>
    `${JSON.stringify({ resource: { huaweicloud_identity_role: { x: { name: "x", type: "XA", description: "x", policy } } } }, undefined, 2)}\n`;

  function messagesOn(text: string, rules: readonly string[]): Linter.LintMessage[] {
    return new Linter().verify(text, {
      ...configOf("JSON"),
      plugins: { ...configOf("JSON").plugins, "huaweicloud-iam": plugin },
      rules: Object.fromEntries(rules.map((rule) => [`huaweicloud-iam/${rule}`, "error"])),
    });
  }

  it.each([`\${${expression}}`, `\${ ${expression} }`, `\${~ ${expression} ~}`, `\${true ? ${expression} : ""}`])(
    "has its mistakes found at their places: %s",
    (policy) => {
      const text = roleIn(policy);
      const found = messagesOn(text, ["no-unknown-action", "no-redundant-action"]);
      const lines = text.split("\n");
      expect(
        found.map(({ line, column, endColumn }) => lines[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1)),
      ).toEqual(["lst", "ims:images:get"]);
    },
  );

  it("is repaired in the quotes that it has there", () => {
    const { output } = new Linter().verifyAndFix(roleIn(`\${${expression}}`), {
      ...configOf("JSON"),
      plugins: { ...configOf("JSON").plugins, "huaweicloud-iam": plugin },
      rules: { "huaweicloud-iam/no-redundant-action": "error" },
    });
    expect(output).toBe(roleIn(`\${${expression.replace(', "ims:images:get"', "")}}`));
  });

  it.each([
    "${var.policy}",
    "${jsonencode(",
    '${jsonencode({ Version = "1.1" })} and more',
    '${file("policy.json")}',
    "${}",
  ])("is left alone where it is not known: %s", (policy) => {
    expect(messagesOn(roleIn(policy), ["no-unknown-action", "valid-policy"])).toEqual([]);
  });
});
