import { describe, expect, it } from "vitest";
import { plainOf } from "../sources.js";
import { carriedIn } from "./files.js";
import { typescript } from "./fixture-module.js";

const imports = `import { IdentityRoleV3, IdentityRoleAssignmentV3 } from "@cdktf/provider-opentelekomcloud";
import { IdentityRole } from "./.gen/providers/huaweicloud";
import { IdentityRoleV3 as PulumiRole } from "@pulumi/opentelekomcloud";
`;

const role = `const role = new IdentityRoleV3(this, "role", {
  displayName: "role", displayLayer: "project",
  statement: [{ effect: "Allow", action: ["ims:images:list"] }],
});
`;

const before = { Effect: "Allow", Action: ["ims:images:list"] };
const added = { Effect: "Allow", Action: ["a:b:c"] };
const block = '{ effect: "Allow", action: ["a:b:c"] }';

function carriedAfter(code: string) {
  const text = imports + code;
  const { documents } = carriedIn(text, typescript);
  return { text, documents, policies: documents.map(({ value }) => plainOf(value, text)) };
}

function statementsAfter(changes: string): unknown {
  return (carriedAfter(role + changes).policies[0] as { Statement: unknown } | undefined)?.Statement;
}

// What cdktf 0.21.0 and @cdktf/provider-opentelekomcloud 12.0.16 synthesise of the same calls.
describe("statements as they are synthesised", () => {
  it.each([
    ["without a change", "", [before]],
    ["put", `role.putStatement([${block}])`, [added]],
    ["joined", `role.addOverride("statement", [${block}])`, [before, added]],
    [
      "joined in a list of actions",
      'role.addOverride("statement.0.action", ["a:b:c"])',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "merged with an object",
      `role.addOverride("statement.0", ${block})`,
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    ["merged with an object of indices", `role.addOverride("statement", { 1: ${block} })`, [before, added]],
    ["with another effect", 'role.addOverride("statement.0.effect", "Deny")', [{ ...before, Effect: "Deny" }]],
    ["with a further one by its index", `role.addOverride("statement.1", ${block})`, [before, added]],
    [
      "with one that has only actions",
      'role.addOverride("statement.1.action", ["a:b:c"])',
      [before, { Action: ["a:b:c"] }],
    ],
    [
      "with an action replaced by its index",
      'role.addOverride("statement.0.action.0", "a:b:c")',
      [{ ...before, Action: ["a:b:c"] }],
    ],
    [
      "with an action appended by an index beyond the end",
      'role.addOverride("statement.0.action.5", "a:b:c")',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "with a text in place of a list",
      'role.addOverride("statement.0.action", "a:b:c")',
      [{ ...before, Action: "a:b:c" }],
    ],
    [
      "with a condition",
      'role.addOverride("statement.0.condition", JSON.stringify({ Bool: {} }))',
      [{ ...before, Condition: { Bool: {} } }],
    ],
    [
      "with the last override of a path",
      'role.addOverride("statement.0.action", ["a:b:d"]); role.addOverride("statement.0.action", ["a:b:c"])',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "with a longer path in place of a list",
      `role.addOverride("statement", [${block}]); role.addOverride("statement.0.action", ["a:b:d"])`,
      [{ ...before, Action: ["ims:images:list", "a:b:d"] }],
    ],
    [
      "with a list in place of a longer path",
      `role.addOverride("statement.0.action", ["a:b:d"]); role.addOverride("statement", [${block}])`,
      [before, added],
    ],
    [
      "put after an override",
      `role.addOverride("statement.0.action", ["a:b:d"]); role.putStatement([${block}, ${block}])`,
      [{ ...added, Action: ["a:b:c", "a:b:d"] }, added],
    ],
    [
      "with keys that a list does not have",
      `role.addOverride("statement", ${block}); role.addOverride("statement.00.action", ["a:b:c"]); role.addOverride("statement.*.action", ["a:b:c"])`,
      [before],
    ],
    ["with what is no argument of Terraform", 'role.addOverride("Statement", [])', [before]],
    ["with methods that change nothing", 'role.overrideLogicalId("x"); role.toString()', [before]],
    ["null, which is no policy", 'role.addOverride("statement", null)', undefined],
  ])("are %s", (_, changes, expected) => {
    expect(statementsAfter(changes)).toEqual(expected);
  });

  it("have their places", () => {
    const { text, documents } = carriedAfter(`${role}role.addOverride("statement.0.action", ["a:b:c"]);`);
    const [statement] = documents[0]?.statements ?? [];
    expect(statement?.actions.map(({ string }) => string.range[0])).toEqual([
      text.indexOf('"ims:images:list"'),
      text.indexOf('"a:b:c"'),
    ]);
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true]);
  });
});

describe("what is not understood", () => {
  const orAny = (value: unknown, source: string) => ({ oneOf: [value, [{ unknown: source }]] });

  it.each([
    ["a path that is not known", "role.addOverride(path, [])"],
    ["a path with an unknown part", "role.addOverride(`statement.${i}`, {})"],
    ["a path with an escape", String.raw`role.addOverride("statement\\.0", {})`],
    ["no path", "role.addOverride()"],
    ["a path of very many steps", `role.addOverride("${"a.".repeat(10_000)}", 1)`],
    ["a method of another class", "role.addStatements([])"],
  ])("may have changed everything: %s", (_, change) => {
    const { text, documents } = carriedAfter(role + change);
    const [document] = documents;
    const list = text.slice(text.indexOf("[{"), text.indexOf("}]") + 2);
    expect(plainOf(document?.value, text)).toEqual({ Statement: orAny([before], list), "...": true });
    expect(document?.statements.map(({ isCertain }) => isCertain)).toEqual([false]);
    expect([document?.isComplete, document?.level]).toEqual([false, undefined]);
  });

  it.each([
    ["a value that is not known", 'role.addOverride("statement.0.action", actions)'],
    ["an object that is not known to its end", 'role.addOverride("statement.0", { ...more })'],
    [
      "an override by a path under a condition, over one that replaces a list",
      'role.addOverride("statement.0.action", "x"); if (prod) role.addOverride("statement.0.action.0", "y")',
    ],
  ])("may have changed what it names: %s", (_, change) => {
    const { documents } = carriedAfter(role + change);
    expect(documents.map(({ isComplete, level }) => [isComplete, level?.level])).toEqual([[false, "project"]]);
    expect(documents[0]?.statements[0]?.actions.map(({ text }) => text)).toEqual(["ims:images:list"]);
  });

  it("may be a condition, in which a path leads nowhere", () => {
    const { documents } = carriedAfter(`${role}role.addOverride("statement.0.condition.Bool", {});`);
    expect(documents[0]?.statements[0]?.condition?.kind).toBe("unknown");
  });

  it("may be dynamic statements", () => {
    const { documents } = carriedAfter(`${role}role.addOverride("dynamic.statement", { for_each: [1] });`);
    expect(documents.map(({ hasAllStatements }) => hasAllStatements)).toEqual([false]);
  });

  it("may be the constructor's properties, while later ones are known", () => {
    const code = `const role = new IdentityRoleV3(this, "role", config);\nrole.putStatement([${block}]);`;
    const { policies, documents } = carriedAfter(code);
    expect(policies).toEqual([{ Statement: [added], "...": true }]);
    expect(documents[0]?.isComplete).toBe(false);
    expect(carriedAfter('new IdentityRoleV3(this, "role", config);').documents).toEqual([]);
  });

  it("is a change under a condition", () => {
    expect(statementsAfter(`if (prod) role.putStatement([${block}])`)).toEqual({ oneOf: [[before], [added]] });
    expect(statementsAfter('if (prod) role.addOverride("statement.0.action", ["a:b:c"])')).toEqual([
      { ...before, Action: { oneOf: [["ims:images:list"], ["ims:images:list", "a:b:c"]] } },
    ]);
    expect(statementsAfter('role.addOverride("statement.0.effect", x ? "Deny" : "Allow")')).toEqual([
      { ...before, Effect: { oneOf: ["Deny", "Allow"] } },
    ]);
  });
});

describe("properties that are assigned", () => {
  it("are those of the role", () => {
    const { text, documents } = carriedAfter(`${role}role.displayLayer = "domain";`);
    expect(documents.map(({ level }) => [level?.level, text.slice(...(level?.range ?? [0, 0]))])).toEqual([
      ["global", 'role.displayLayer = "domain"'],
    ]);
    const overridden = carriedAfter(`${role}role.addOverride("display_layer", "domain");`).documents;
    expect(overridden.map(({ level }) => level?.level)).toEqual(["global"]);
    const ignored = carriedAfter(`${role}role.addOverride("displayLayer", "domain");`).documents;
    expect(ignored.map(({ level }) => level?.level)).toEqual(["project"]);
  });

  it("may be the policy", () => {
    const code = 'const role = new IdentityRole(this, "r", { name: "r", type: "XA", policy: "{}" });\n';
    const policy = 'JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["a:b:c"] }] })';
    for (const change of [`role.policy = ${policy}`, `role.addOverride("policy", ${policy})`]) {
      expect(carriedAfter(code + change).policies).toEqual([{ Version: "1.1", Statement: [added] }]);
    }
  });

  it("may be gone", () => {
    const changes = 'assignment.resetProjectId(); assignment.domainId = "1";';
    const code = `${role}const assignment = new IdentityRoleAssignmentV3(this, "a", { roleId: role.id, projectId: "2" });\n`;
    const scopes = (text: string) => carriedAfter(text).documents[0]?.grantSites.map(({ scope }) => scope);
    expect(scopes(code)).toEqual(["iam-project"]);
    expect(scopes(code + changes)).toEqual(["domain"]);
  });
});

it("reads no changes of Pulumi's roles, which have no such methods", () => {
  const code = `const role = new PulumiRole("r", { statements: [{ effect: "Allow", actions: ["a:b:c"] }] });\n`;
  const { policies } = carriedAfter(`${code}role.addOverride("statement", []); role.statements = [];`);
  expect(policies).toEqual([{ Statement: [added] }]);
});
