import { readFileSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

const jsonHosts = ["JSON", "JSONC", "JSON5", "jsonc-eslint-parser"];

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/terraform-json/${name}`, import.meta.url), "utf8");
}

function documentsIn(text: string, host = "JSON"): readonly PolicyDocument[] {
  return carriedIn(text, configOf(host)).documents;
}

/** The grants of a policy: scope, source text and principal. */
function grantsOf({ grantSites }: PolicyDocument, text: string): unknown[] {
  return grantSites.map(({ scope, range, principal }) => [scope, text.slice(...range), principal]);
}

const rules = [
  "no-mixed-service-levels",
  "no-unknown-action",
  "require-action-dependencies",
  "require-enterprise-project-support",
  "valid-policy",
];

/** The reports of the rules: the rule, the line and the reported code. */
function reportsOn(text: string, host: string): [rule: string | undefined, line: number, place: string][] {
  const { plugins, ...config } = configOf(host);
  const messages = new Linter().verify(text, {
    ...config,
    plugins: { ...plugins, "huaweicloud-iam": plugin },
    rules: Object.fromEntries(rules.map((rule) => [`huaweicloud-iam/${rule}`, "error"])),
  });
  const lines = text.split("\n");
  return messages.map(({ ruleId, line, column, endColumn }) => [
    ruleId?.replace("huaweicloud-iam/", ""),
    line,
    lines[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1) ?? "",
  ]);
}

/** The number of the only line that contains a string. */
function lineOf(part: string, text: string): number {
  const lines = text.split("\n");
  const found = lines.filter((line) => line.includes(part));
  expect(found).toHaveLength(1);
  return lines.indexOf(found[0] ?? "") + 1;
}

describe.each(jsonHosts)("the output of CDK for Terraform for Open Telekom Cloud, in %s", (host) => {
  const text = fixture("cdk.tf.json");
  const documents = documentsIn(text, host);
  const [auditors, builders, operators] = documents;

  it("has the policies of its roles, from blocks", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:get"],
      [
        "ecs:servers:createImage",
        "evs:volumes:get",
        "evs:snapshots:create",
        "ims:images:create",
        "ims:images:get",
        "ims:images:lst",
      ],
      ["ecs:servers:createImage", "ims:images:*", "ims:images:delete"],
    ]);
    expect(documents.map(({ dialect, cloud }) => [dialect, cloud])).toEqual(new Array(3).fill(["1.1", "otc"]));
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true, false, true]);
    expect(documents.map(({ statements }) => statements.map(({ effect }) => effect))).toEqual([
      ["Allow"],
      ["Allow", "Allow"],
      ["Allow", "Deny"],
    ]);
    expect(builders?.statements.map(({ condition }) => condition?.kind)).toEqual([undefined, "object"]);
  });

  it("has the level of each", () => {
    expect(documents.map(({ level }) => [level?.level, text.slice(...(level?.range ?? [0, 0]))])).toEqual(
      new Array(3).fill(["project", '"display_layer": "project"']),
    );
  });

  it("has the scope and principal of each grant", () => {
    const builder = "opentelekomcloud_identity_agency_v3.builder";
    const group = "${opentelekomcloud_identity_group_v3.operators.id}";
    expect(auditors && grantsOf(auditors, text)).toEqual([
      ["domain", expect.stringMatching(/^"domain_roles": \[[^]*display_name\}"\s*\]$/u), builder],
      ["domain", '"domain_id": "${var.domain_id}"', "${var.auditors_id}"],
    ]);
    expect(builders && grantsOf(builders, text)).toEqual([
      ["all-projects", '"all_projects": true', builder],
      ["all-projects", '"all_projects": true', group],
    ]);
    expect(operators && grantsOf(operators, text)).toEqual([
      ["iam-project", '"project": "eu-de"', builder],
      ["iam-project", '"project_id": "${data.opentelekomcloud_identity_project_v3.region.id}"', group],
    ]);
  });

  it("has exactly its mistakes reported", () => {
    const level = lineOf('"action": ["ims:images:list", "ims:images:get"]', text);
    expect(reportsOn(text, host)).toEqual([
      ["no-mixed-service-levels", level, "ims:images:list"],
      ["no-mixed-service-levels", level, "ims:images:list"],
      ["no-unknown-action", lineOf("ims:images:lst", text), "lst"],
    ]);
  });
});

describe.each(jsonHosts)("a file of roles for Huawei Cloud in lists of blocks, in %s", (host) => {
  const text = fixture("roles.tf.json");
  const documents = documentsIn(text, host);
  const [readers, senders, templated, buckets, cleaners, , limited, auditors] = documents;

  it("has the policies of its roles, from strings and objects", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:get"],
      ["ims:images:upload", "ims:images:create"],
      ["ims:images:lsit"],
      ["obs:bucket:HeadBucket"],
      ["ims:images:delte", "ims:images:list"],
      ["ims:images:lst"],
      ["ims:images:lits", "ims:images:delete"],
      ["ims:images:list"],
    ]);
    expect(documents.map(({ cloud }) => cloud)).toEqual(new Array(8).fill("huaweicloud"));
    expect(documents.map(({ dialect }) => dialect)).toEqual(["1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "5.0"]);
    expect(documents.map(({ level }) => level?.level)).toEqual([
      "project",
      "project",
      "project",
      "global",
      "project",
      "project",
      "project",
      undefined,
    ]);
  });

  it("has unknown parts for template expressions", () => {
    expect(templated?.isComplete).toBe(false);
    expect(templated?.statements.map(({ effect }) => effect)).toEqual(["Allow", undefined]);
    expect(limited?.statements.map(({ condition }) => condition?.kind)).toEqual([undefined, "string"]);
    expect(readers?.isComplete).toBe(true);
  });

  it("has the scope and principal of each grant", () => {
    const group = "${huaweicloud_identity_group.images.id}";
    const builder = "huaweicloud_identity_agency.builder";
    const images = '"enterprise_project_id": "${var.images_project}"';
    expect(readers && grantsOf(readers, text)).toEqual([
      ["enterprise-project", images, group],
      ["enterprise-project", images, "${var.user_id}"],
      ["all-projects", expect.stringMatching(/^"all_resources_roles": \[[^]*\]$/u), builder],
    ]);
    expect(senders && grantsOf(senders, text)).toEqual([
      ["enterprise-project", images, group],
      ["enterprise-project", '"enterprise_project": "images"', builder],
    ]);
    expect(cleaners && grantsOf(cleaners, text)).toEqual([
      ["all-projects", '"project_id": "all"', group],
      ["iam-project", '"project": "${var.region}"', builder],
    ]);
    expect(buckets && grantsOf(buckets, text)).toEqual([["domain", '"domain_id": "${var.domain_id}"', group]]);
    expect([templated, auditors].map((document) => document?.grantSites)).toEqual([[], []]);
  });

  it("has exactly its mistakes reported", () => {
    expect(reportsOn(text, host)).toEqual([
      ["require-enterprise-project-support", lineOf("ims:images:create", text), "ims:images:create"],
      ["no-unknown-action", lineOf("ims:images:lsit", text), "lsit"],
      ["valid-policy", lineOf('"policy": "{\\"Statement', text), "{"],
      ["no-unknown-action", lineOf("ims:images:delte", text), "delte"],
      ["no-unknown-action", lineOf("ims:images:lst", text), "lst"],
      ["no-unknown-action", lineOf("ims:images:lits", text), "lits"],
    ]);
  });
});

it.each(jsonHosts)("other providers and resources are ignored, in %s", (host) => {
  const text = fixture("foreign.tf.json");
  expect(carriedIn(text, configOf(host))).toEqual({ documents: [], problems: [] });
  expect(reportsOn(text, host)).toEqual([]);
});

const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["a:b:c"] }] };
const blocks = [{ effect: "Allow", action: ["a:b:c"] }];

function resource(type: string, body: unknown): string {
  return JSON.stringify({ resource: { [type]: { mine: body } } });
}

describe("a role", () => {
  it.each([
    ["opentelekomcloud_identity_role_v3", { display_layer: "domain", statement: blocks }, "otc", "global"],
    ["huaweicloud_identity_role", { type: "AX", policy: JSON.stringify(policy) }, "huaweicloud", "global"],
    ["huaweicloud_identity_role_v3", { type: "XA", policy: JSON.stringify(policy) }, "huaweicloud", "project"],
    ["flexibleengine_identity_role_v3", { type: "XA", policy: JSON.stringify(policy) }, undefined, "project"],
    ["sbercloud_identity_role", { type: "AX", policy: JSON.stringify(policy) }, undefined, "global"],
    ["g42cloud_identity_role", { type: "XA", policy }, undefined, "project"],
    ["huaweicloud_identity_policy", { policy_document: JSON.stringify(policy) }, "huaweicloud", undefined],
    ["huaweicloud_identityv5_policy", { policy_document: policy }, "huaweicloud", undefined],
  ])("of type %s has a policy", (type, body, cloud, level) => {
    const documents = documentsIn(resource(type, body));
    expect(actionsOfEach(documents)).toEqual([["a:b:c"]]);
    expect(documents.map((document) => [document.cloud, document.level?.level])).toEqual([[cloud, level]]);
  });

  it.each([
    ["an object", { statement: { for_each: "${var.all}", content: blocks[0] } }],
    ["lists", [{ statement: [{ for_each: "${var.all}", content: [blocks[0]] }] }]],
  ])("has the statements of a dynamic block in %s, which may not be all", (_, dynamic) => {
    const [document, ...others] = documentsIn(resource("opentelekomcloud_identity_role_v3", { dynamic }));
    expect(others).toEqual([]);
    expect(document?.hasAllStatements).toBe(false);
    expect(document?.statements.map(({ isCertain, actions }) => [isCertain, actions.length > 0])).toEqual([
      [false, true],
    ]);
  });

  it("with statements from a dynamic block is incomplete", () => {
    const text = resource("opentelekomcloud_identity_role_v3", { statement: blocks, dynamic: { statement: {} } });
    expect(documentsIn(text).map(({ isComplete }) => isComplete)).toEqual([false]);
  });

  it.each([
    ["no statements", {}],
    ["statements that are a string", { statement: "${var.statements}" }],
    ["statements that are null", { statement: null }],
    ["a policy that is null", { policy: null, statement: blocks }],
    ["a policy that is a number", { policy: 1 }],
    ["another attribute than its own", { policy_document: JSON.stringify({ Statement: blocks }) }],
  ])("with %s has no policy", (_, body) => {
    expect(documentsIn(resource("opentelekomcloud_identity_role_v3", body))).toEqual([]);
  });
});

describe("a policy that looks foreign", () => {
  const foreign = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "a:b", Resource: "arn:aws:a" }] };
  const lowerCase = { version: "1.1", statement: [{ effect: "Allow", action: ["evs:volumes:list"], sid: "a" }] };
  const dialectsIn = (type: string, policy: object) =>
    documentsIn(resource(type, { policy: JSON.stringify(policy) })).map(({ dialect }) => dialect);

  it("is a mistake in a role of these clouds", () => {
    expect(dialectsIn("huaweicloud_identity_role", foreign)).toEqual(["other"]);
    expect(dialectsIn("huaweicloud_identity_role", lowerCase)).toEqual(["1.1"]);
    const [document] = documentsIn(resource("opentelekomcloud_identity_role_v3", { policy: lowerCase }));
    expect(document?.hasMiscasedKeys).toBe(true);
    expect(document?.statements[0]?.actions.map(({ text }) => text)).toEqual(["evs:volumes:list"]);
  });

  it("is left alone in a role of another cloud of the family", () => {
    expect(dialectsIn("g42cloud_identity_role", foreign)).toEqual([]);
    expect(dialectsIn("g42cloud_identity_role", lowerCase)).toEqual([]);
  });
});

describe("a reference to a role", () => {
  const role = { display_layer: "project", statement: blocks };

  function sitesFor(reference: unknown, scope: object = { project_id: "p" }): PolicyDocument["grantSites"] {
    const resources = {
      opentelekomcloud_identity_role_v3: { "the-role": role },
      opentelekomcloud_identity_role_assignment_v3: { it: { group_id: "g", role_id: reference, ...scope } },
    };
    return documentsIn(JSON.stringify({ resource: resources }))[0]?.grantSites ?? [];
  }

  it.each([
    "${opentelekomcloud_identity_role_v3.the-role.id}",
    "${ opentelekomcloud_identity_role_v3.the-role.id }",
    "${opentelekomcloud_identity_role_v3.the-role[0].id}",
    '${opentelekomcloud_identity_role_v3.the-role["a"].id}',
    "${opentelekomcloud_identity_role_v3.the-role[each.key].id}",
  ])("is resolved: %s", (reference) => {
    expect(sitesFor(reference).map(({ scope, principal }) => [scope, principal])).toEqual([["iam-project", "g"]]);
  });

  it.each([
    "opentelekomcloud_identity_role_v3.the-role.id",
    "${data.opentelekomcloud_identity_role_v3.the-role.id}",
    "${module.roles.opentelekomcloud_identity_role_v3.the-role.id}",
    "${opentelekomcloud_identity_role_v3.other.id}",
    "${opentelekomcloud_identity_role_v3.the-role.catalog}",
    "${var.x ? opentelekomcloud_identity_role_v3.the-role.id : var.y}",
    "${}",
    "",
    null,
    1,
    ["${opentelekomcloud_identity_role_v3.the-role.id}"],
    undefined,
  ])("is not resolved: %s", (reference) => {
    expect(sitesFor(reference)).toEqual([]);
  });

  it.each<[scope: object, expected: string[]]>([
    [{ project_id: null, domain_id: "d" }, ["domain"]],
    [{ domain_id: "d", all_projects: "true" }, ["all-projects"]],
    [{ domain_id: "d", all_projects: false }, ["domain"]],
    [{ domain_id: "d", all_projects: "${var.all}" }, []],
    [{ project_id: "", enterprise_project_id: "0" }, ["enterprise-project"]],
    [{ project_id: "${var.project}", enterprise_project_id: "e" }, ["iam-project", "enterprise-project"]],
    [{}, []],
  ])("has the scope of the assignment: %j", (scope, expected) => {
    const reference = "${opentelekomcloud_identity_role_v3.the-role.id}";
    expect(sitesFor(reference, { project_id: undefined, ...scope }).map((site) => site.scope)).toEqual(expected);
  });

  it.each(["${each.value}", "${data.huaweicloud_identity_group.g[each.key].id}", "${var.groups[count.index]}"])(
    "has no principal if it differs between instances: %s",
    (group) => {
      const reference = "${opentelekomcloud_identity_role_v3.the-role.id}";
      expect(sitesFor(reference, { project_id: "p", group_id: group })[0]).not.toHaveProperty("principal");
    },
  );

  it("has no principal if the assignment has a count", () => {
    const reference = "${opentelekomcloud_identity_role_v3.the-role.id}";
    const [site] = sitesFor(reference, { project_id: "p", group_id: "g", count: "${var.production ? 1 : 0}" });
    expect(site).toMatchObject({ scope: "iam-project" });
    expect(site?.principal).toBeUndefined();
  });

  it("has no principal if the assignment has none", () => {
    const reference = "${opentelekomcloud_identity_role_v3.the-role.id}";
    expect(sitesFor(reference, { project_id: "p", group_id: "" })[0]).not.toHaveProperty("principal");
  });
});

describe("an unexpected shape", () => {
  const role = "opentelekomcloud_identity_role_v3";
  const agency = "opentelekomcloud_identity_agency_v3";

  it.each([
    ["no resource", null],
    ["a number", 1],
    ["a string", "opentelekomcloud"],
    ["an empty list", []],
    ["a list of anything", [null, 1, "opentelekomcloud", [], [{ [role]: 1 }]]],
    ["a type without names", { [role]: null }],
    ["a type with a list", { [role]: [null, 1, []] }],
    ["a name without a body", { [role]: { a: null, b: 1, c: "x", d: [], e: [null] } }],
    ["a body of lists", { [role]: { a: { statement: [[blocks]] } } }],
    ["names that every object has", { constructor: { a: {} }, __proto__: { a: {} }, huaweicloud_toString: { a: {} } }],
    ["an agency with anything", { [agency]: { a: { project_role: [null, 1, { roles: 1 }], domain_roles: null } } }],
    ["an agency of roles", { [agency]: { a: { project_role: { project: null, roles: [null] }, domain_roles: [1] } } }],
    ["an assignment with anything", { [`${role}_assignment`]: { a: { role_id: {}, project_id: [] } } }],
  ])("has no policies and does not throw: %s", (_, shape) => {
    const text = JSON.stringify({ provider: { opentelekomcloud: {} }, resource: shape });
    for (const host of jsonHosts) {
      expect(carriedIn(text, configOf(host))).toEqual({ documents: [], problems: [] });
    }
  });

  it.each(jsonHosts)("is a file nested in another, in %s", (host) => {
    const text = resource(role, { statement: blocks });
    expect(documentsIn(text, host)).toHaveLength(1);
    expect(documentsIn(`[${text}]`, host)).toEqual([]);
    expect(documentsIn(`{ "resource": [], "inner": ${text} }`, host)).toEqual([]);
  });

  it("is a file in the code of a module", () => {
    const text = resource(role, { statement: blocks });
    expect(carriedIn(`write(${text});`).documents).toEqual([]);
  });
});
