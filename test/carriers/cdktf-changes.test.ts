import { describe, expect, it } from "vitest";
import { plainOf } from "../sources.js";
import { carriedAfterChanges } from "./changed-constructs.js";

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

function carriedIn(code: string) {
  const text = imports + code;
  const { documents, problems } = carriedAfterChanges(text);
  return { text, documents, problems, policies: documents.map(({ value }) => plainOf(value, text)) };
}

function statementsAfter(changes: string): unknown {
  return (carriedIn(`${role}[${changes}];`).policies[0] as { Statement: unknown } | undefined)?.Statement;
}

// What cdktf 0.21.0 and @cdktf/provider-opentelekomcloud 12.0.16 synthesise of the same calls.
describe("statements as they are synthesised", () => {
  it.each([
    ["without a change", "", [before]],
    ["put", `call(role, "putStatement", [${block}])`, [added]],
    ["joined", `call(role, "addOverride", "statement", [${block}])`, [before, added]],
    [
      "joined in a list of actions",
      'call(role, "addOverride", "statement.0.action", ["a:b:c"])',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "merged with an object",
      `call(role, "addOverride", "statement.0", ${block})`,
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    ["merged with an object of indices", `call(role, "addOverride", "statement", { 1: ${block} })`, [before, added]],
    ["with another effect", 'call(role, "addOverride", "statement.0.effect", "Deny")', [{ ...before, Effect: "Deny" }]],
    ["with a further one by its index", `call(role, "addOverride", "statement.1", ${block})`, [before, added]],
    [
      "with one that has only actions",
      'call(role, "addOverride", "statement.1.action", ["a:b:c"])',
      [before, { Action: ["a:b:c"] }],
    ],
    [
      "with an action replaced by its index",
      'call(role, "addOverride", "statement.0.action.0", "a:b:c")',
      [{ ...before, Action: ["a:b:c"] }],
    ],
    [
      "with an action appended by an index beyond the end",
      'call(role, "addOverride", "statement.0.action.5", "a:b:c")',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "with a text in place of a list",
      'call(role, "addOverride", "statement.0.action", "a:b:c")',
      [{ ...before, Action: "a:b:c" }],
    ],
    [
      "with a condition",
      'call(role, "addOverride", "statement.0.condition", JSON.stringify({ Bool: {} }))',
      [{ ...before, Condition: { Bool: {} } }],
    ],
    [
      "with the last override of a path",
      'call(role, "addOverride", "statement.0.action", ["a:b:d"]), call(role, "addOverride", "statement.0.action", ["a:b:c"])',
      [{ ...before, Action: ["ims:images:list", "a:b:c"] }],
    ],
    [
      "with a longer path in place of a list",
      `call(role, "addOverride", "statement", [${block}]), call(role, "addOverride", "statement.0.action", ["a:b:d"])`,
      [{ ...before, Action: ["ims:images:list", "a:b:d"] }],
    ],
    [
      "with a list in place of a longer path",
      `call(role, "addOverride", "statement.0.action", ["a:b:d"]), call(role, "addOverride", "statement", [${block}])`,
      [before, added],
    ],
    [
      "put after an override",
      `call(role, "addOverride", "statement.0.action", ["a:b:d"]), call(role, "putStatement", [${block}, ${block}])`,
      [{ ...added, Action: ["a:b:c", "a:b:d"] }, added],
    ],
    [
      "with keys that a list does not have",
      `call(role, "addOverride", "statement", ${block}), call(role, "addOverride", "statement.00.action", ["a:b:c"]), call(role, "addOverride", "statement.*.action", ["a:b:c"])`,
      [before],
    ],
    ["with what is no argument of Terraform", 'call(role, "addOverride", "Statement", [])', [before]],
    ["with methods that change nothing", 'call(role, "overrideLogicalId", "x"), call(role, "toString")', [before]],
    ["null, which is no policy", 'call(role, "addOverride", "statement", null)', undefined],
  ])("are %s", (_, changes, expected) => {
    expect(statementsAfter(changes)).toEqual(expected);
  });

  it("have their places", () => {
    const { text, documents } = carriedIn(`${role}[call(role, "addOverride", "statement.0.action", ["a:b:c"])];`);
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
    ["a path that is not known", 'call(role, "addOverride", path, [])'],
    ["a path with an unknown part", 'call(role, "addOverride", `statement.${i}`, {})'],
    ["a path with an escape", String.raw`call(role, "addOverride", "statement\\.0", {})`],
    ["no path", 'call(role, "addOverride")'],
    ["a path of very many steps", `call(role, "addOverride", "${"a.".repeat(10_000)}", 1)`],
    ["a method of another class", 'call(role, "addStatements", [])'],
  ])("may have changed everything: %s", (_, change) => {
    const { text, documents } = carriedIn(`${role}[${change}];`);
    const [document] = documents;
    const list = text.slice(text.indexOf("[{"), text.indexOf("}]") + 2);
    expect(plainOf(document?.value, text)).toEqual({ Statement: orAny([before], list), "...": true });
    expect(document?.statements.map(({ isCertain }) => isCertain)).toEqual([false]);
    expect([document?.isComplete, document?.level]).toEqual([false, undefined]);
  });

  it.each([
    ["a value that is not known", 'call(role, "addOverride", "statement.0.action", actions)'],
    ["an object that is not known to its end", 'call(role, "addOverride", "statement.0", { ...more })'],
    [
      "an override by a path under a condition, over one that replaces a list",
      'call(role, "addOverride", "statement.0.action", "x"), mayCall(role, "addOverride", "statement.0.action.0", "y")',
    ],
  ])("may have changed what it names: %s", (_, change) => {
    const { documents } = carriedIn(`${role}[${change}];`);
    expect(documents.map(({ isComplete, level }) => [isComplete, level?.level])).toEqual([[false, "project"]]);
    expect(documents[0]?.statements[0]?.actions.map(({ text }) => text)).toEqual(["ims:images:list"]);
  });

  it("may be a condition, in which a path leads nowhere", () => {
    const { documents } = carriedIn(`${role}[call(role, "addOverride", "statement.0.condition.Bool", {})];`);
    expect(documents[0]?.statements[0]?.condition?.kind).toBe("unknown");
  });

  it("may be dynamic statements", () => {
    const { documents } = carriedIn(`${role}[call(role, "addOverride", "dynamic.statement", { for_each: [1] })];`);
    expect(documents.map(({ hasAllStatements }) => hasAllStatements)).toEqual([false]);
  });

  it("may be the constructor's properties, while later ones are known", () => {
    const code = `const role = new IdentityRoleV3(this, "role", config);\n[call(role, "putStatement", [${block}])];`;
    const { policies, documents } = carriedIn(code);
    expect(policies).toEqual([{ Statement: [added], "...": true }]);
    expect(documents[0]?.isComplete).toBe(false);
    expect(carriedIn('new IdentityRoleV3(this, "role", config);').documents).toEqual([]);
  });

  it("is a change under a condition", () => {
    expect(statementsAfter(`mayCall(role, "putStatement", [${block}])`)).toEqual({ oneOf: [[before], [added]] });
    expect(statementsAfter('mayCall(role, "addOverride", "statement.0.action", ["a:b:c"])')).toEqual([
      { ...before, Action: { oneOf: [["ims:images:list"], ["ims:images:list", "a:b:c"]] } },
    ]);
    expect(statementsAfter('call(role, "addOverride", "statement.0.effect", x ? "Deny" : "Allow")')).toEqual([
      { ...before, Effect: { oneOf: ["Deny", "Allow"] } },
    ]);
  });
});

describe("properties that are assigned", () => {
  it("are those of the role", () => {
    const { text, documents } = carriedIn(`${role}[assign(role, "displayLayer", "domain")];`);
    expect(documents.map(({ level }) => [level?.level, text.slice(...(level?.range ?? [0, 0]))])).toEqual([
      ["global", 'assign(role, "displayLayer", "domain")'],
    ]);
    const overridden = carriedIn(`${role}[call(role, "addOverride", "display_layer", "domain")];`).documents;
    expect(overridden.map(({ level }) => level?.level)).toEqual(["global"]);
    const ignored = carriedIn(`${role}[call(role, "addOverride", "displayLayer", "domain")];`).documents;
    expect(ignored.map(({ level }) => level?.level)).toEqual(["project"]);
  });

  it("may be the policy", () => {
    const code = 'const role = new IdentityRole(this, "r", { name: "r", type: "XA", policy: "{}" });\n';
    const policy = 'JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["a:b:c"] }] })';
    for (const change of [`assign(role, "policy", ${policy})`, `call(role, "addOverride", "policy", ${policy})`]) {
      expect(carriedIn(`${code}[${change}];`).policies).toEqual([{ Version: "1.1", Statement: [added] }]);
    }
  });

  it("may be gone", () => {
    const changes = '[call(assignment, "resetProjectId"), assign(assignment, "domainId", "1")];';
    const code = `${role}const assignment = new IdentityRoleAssignmentV3(this, "a", { roleId: role.id, projectId: "2" });\n`;
    const scopes = (text: string) => carriedIn(text).documents[0]?.grantSites.map(({ scope }) => scope);
    expect(scopes(code)).toEqual(["iam-project"]);
    expect(scopes(code + changes)).toEqual(["domain"]);
  });
});

it("reads no changes of Pulumi's roles, which have no such methods", () => {
  const code = `const role = new PulumiRole("r", { statements: [{ effect: "Allow", actions: ["a:b:c"] }] });\n`;
  const { policies } = carriedIn(
    `${code}[call(role, "addOverride", "statement", []), assign(role, "statements", [])];`,
  );
  expect(policies).toEqual([{ Statement: [added] }]);
});
