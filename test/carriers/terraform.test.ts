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
    expect(builders?.statements.map(({ effect }) => effect)).toEqual(["Allow", "Allow", "Deny"]);
    expect(builders?.statements.map(({ condition }) => condition?.kind)).toEqual(["object", undefined, undefined]);
  });

  it("is complete where nothing is left to Terraform", () => {
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true, false]);
    expect(builders?.statements.map(({ isComplete }) => isComplete)).toEqual([false, false, false]);
  });

  it("has the scope and principal of each grant", () => {
    const builder = "opentelekomcloud_identity_agency_v3.builder";
    const group = "${opentelekomcloud_identity_group_v3.operators.id}";
    expect(auditors && grantsOf(auditors, text)).toEqual([
      // The group is another one in each instance.
      ["domain", "domain_id = var.domain_id", undefined],
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
