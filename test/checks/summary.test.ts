import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import type { PolicyContext } from "../../src/checks/policy-context.js";
import { compactLength } from "../../src/checks/shape/compact-length.js";
import { Summary } from "../../src/checks/summary/summary.js";
import { readDocument, type PolicyDocument } from "../../src/policy/document.js";
import { configOf, firstObject, sourceOf } from "../sources.js";
import type { Cloud } from "../../src/policy/cloud.js";
import { documentIn, documentInJson, documentOf, grantedAt } from "../policy/statements.js";

interface Surroundings extends Partial<PolicyContext> {
  readonly cloud?: Cloud;
}

function summaryOf(document: PolicyDocument, { cloud = "otc", ...context }: Surroundings = {}): Summary {
  return new Summary(document, {
    settings: {},
    catalog: catalogOf(cloud),
    grantedTogether: [document],
    possiblyGrantedTogether: [],
    otherGrants: [],
    ...context,
  });
}

/** The names of what a summary says is there. */
type Answer = {
  [Name in keyof Summary]: Summary[Name] extends boolean ? Name : never;
}[keyof Summary];

const answers: readonly Answer[] = [
  ...(["isPlain", "hasCondition", "hasResource", "mayDeny", "hasEmptyStatement", "hasOverlap"] as const),
  ...(["isPlaced", "isOnEnterpriseProject", "hasCompany", "hasUndocumentedName", "hasFormerName"] as const),
  ...(["hasMiscasedName", "hasIamName", "hasBothLevels"] as const),
];

function yesOf(summary: Summary): readonly Answer[] {
  return answers.filter((answer) => summary[answer]);
}

describe("of custom policies, a summary says", () => {
  it.each<[statements: readonly string[], expected: readonly Answer[]]>([
    [["Allow ims:images:list"], ["isPlain"]],
    [["Allow ims:images:list, ecs:servers:get", "Allow ims:images:get"], ["isPlain"]],
    [["Allow ims:images:get*", "Allow ecs:servers:*"], ["isPlain"]],
    [['Allow ims:images:list {"Condition":{}}'], ["hasCondition"]],
    [["Allow ims:images:list", 'Allow ims:images:get {"Condition":{}}'], ["hasCondition"]],
    [['Allow ims:images:list {"Condition":null}'], []],
    [['Allow ims:images:list {"Resource":["*"]}'], ["hasResource"]],
    [['Allow ims:images:list {"Resource":null}'], []],
    [["Deny ims:images:list"], ["isPlain", "mayDeny"]],
    [
      ["Allow ims:images:get", "Deny ims:images:list"],
      ["isPlain", "mayDeny"],
    ],
    [["allow ims:images:get"], []],
    [["Permit ims:images:list"], ["mayDeny"]],
    [["Allow not ims:images:list"], []],
    [["Allow ims:images:list, ims:images:list"], ["isPlain", "hasOverlap"]],
    [
      ["Allow ims:images:list", "Deny not IMS:Images:List"],
      ["mayDeny", "hasOverlap", "hasMiscasedName"],
    ],
    [["Allow ims:images:*, ims:images:list"], ["isPlain", "hasOverlap"]],
    [
      ["Allow ims:images:list", "Allow ims:*:*"],
      ["isPlain", "hasOverlap"],
    ],
    [["Allow ims:images:*, ims:images:l*"], ["isPlain", "hasOverlap"]],
    [["Allow ims:images:*, kms:cmk:get"], ["isPlain"]],
    [["Allow *:*:get, kms:cmk:set"], ["isPlain"]],
    [["Allow ims:images:lst"], ["isPlain", "hasUndocumentedName"]],
    [["Allow ims:images:x*"], ["isPlain", "hasUndocumentedName"]],
    [["Allow *:images:x"], ["isPlain"]],
    [["Allow nobody:images:x"], ["isPlain", "hasUndocumentedName"]],
    [["Allow ims"], ["hasUndocumentedName"]],
    [["Allow ims, ims:images:get*"], ["hasUndocumentedName"]],
    [["Allow ims:images:fetch"], ["isPlain", "hasFormerName"]],
    [["Deny not ims:images:fetch"], ["mayDeny", "hasFormerName"]],
    [["Allow ims:images:List"], ["isPlain", "hasMiscasedName"]],
    [["Allow ims:Images:get*"], ["isPlain", "hasMiscasedName"]],
    [["Allow IMS:images:fetch"], ["isPlain", "hasFormerName"]],
    [["Allow FunctionGraph:function:publish"], ["isPlain"]],
    [["Allow iam:users:listUsers"], ["isPlain", "hasIamName"]],
    [["Allow obs:bucket:CreateBucket"], ["isPlain"]],
    [["Allow ims:images:list, obs:bucket:CreateBucket"], ["isPlain", "hasBothLevels"]],
    [
      ["Allow ims:images:list", "Deny iam:users:listUsers"],
      ["isPlain", "mayDeny", "hasIamName", "hasBothLevels"],
    ],
    [["Allow ims:images:list, functiongraph:function:getCode"], ["isPlain"]],
    [["Allow ims:images:list, obs:*"], ["hasUndocumentedName", "hasBothLevels"]],
  ])("%j: %j", (statements, expected) => {
    expect(yesOf(summaryOf(documentOf(...statements)))).toEqual(expected);
  });

  it("which is in another catalogue", () => {
    const document = documentOf("Allow ims:mirrors:sync");
    expect(yesOf(summaryOf(document, { cloud: "otc" }))).toEqual(["isPlain", "hasUndocumentedName"]);
    expect(yesOf(summaryOf(document, { cloud: "huaweicloud" }))).toEqual(["isPlain"]);
  });
});

describe("a policy is plain", () => {
  it.each([
    ["in code", '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] }'],
    ["in another order", '{ Statement: [{ Action: ["ims:images:list"], Effect: "Deny" }], Version: "1.1" }'],
    ["with a hundred actions", policyOf(100)],
  ])("%s", (_, code) => {
    expect(summaryOf(documentIn(code)).isPlain).toBe(true);
  });

  const list = '"Action": ["ims:images:list"]';
  const statement = `{ "Effect": "Allow", ${list} }`;

  it.each([
    ["without a version", `{ "Statement": [${statement}] }`],
    ["with a version in whitespace", `{ "Version": " 1.1", "Statement": [${statement}] }`],
    ["with a number for a version", `{ "Version": 1.1, "Statement": [${statement}] }`],
    ["with another key for the version", `{ "Depends": [], "Statement": [${statement}] }`],
    ["with another key for the statements", '{ "Version": "1.1", "Depends": [] }'],
    ["with one more key", `{ "Version": "1.1", "Statement": [${statement}], "Depends": [] }`],
    ["with a version twice", `{ "Version": "1.1", "Version": "1.1", "Statement": [${statement}] }`],
    ["without statements", '{ "Version": "1.1", "Statement": [] }'],
    ["with a lone statement", `{ "Version": "1.1", "Statement": ${statement} }`],
    ["with a statement that is none", `{ "Version": "1.1", "Statement": [${statement}, 3] }`],
    ["with another effect", `{ "Version": "1.1", "Statement": [{ "Effect": "Permit", ${list} }] }`],
    ["with an effect in small letters", `{ "Version": "1.1", "Statement": [{ "Effect": "allow", ${list} }] }`],
    ["with an effect twice", `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Effect": "Allow", ${list} }] }`],
    ["with an unknown key", `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Sid": "a", ${list} }] }`],
    ["without actions", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "NotAction": ["a:b:c"] }] }'],
    ["with a lone action", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": "ims:images:list" }] }'],
    ["with a number for an action", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [3] }] }'],
    ["with whitespace", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list "] }] }'],
    ["with a placeholder", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${a}", "a:b:c"] }] }'],
    ["with 101 actions", policyOf(101)],
  ])("not %s", (_, text) => {
    expect(summaryOf(documentInJson(text)).isPlain).toBe(false);
  });

  it.each(["ims\u0001:images:list", "ims:images:list\u0001"])(
    "not with a character that JSON does not take: %j",
    (action) => {
      const text = `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${action}"] }] }`;
      expect(summaryOf(documentInJson(text)).isPlain).toBe(false);
    },
  );

  it.each(["1.1", "Allow", "ims:images:list"])("with a text of JSON5 that goes on in the next line: %s", (text) => {
    const code = `{ "Version": "1.1", "Statement": [${statement}] }`.replace(
      text,
      `${text.charAt(0)}\\\r\n${text.slice(1)}`,
    );
    expect(summaryOf(readDocument(firstObject(sourceOf(code, configOf("JSON5"))), "1.1")).isPlain).toBe(true);
  });

  it("not with another version that its text says", () => {
    const policy = firstObject(sourceOf(`const a = { "Version": "5.0", "Statement": [${statement}] };`));
    expect(summaryOf(readDocument(policy, "5.0")).isPlain).toBe(false);
  });

  it.each<[what: string, facts: Partial<PolicyDocument>]>([
    ["in another version", { dialect: "5.0" }],
    ["of a carrier that takes another version", { takes: "5.0" }],
    ["in a role", { role: { value: documentOf("Allow a:b:c").value, keys: {} as never } }],
    ["with miscased keys", { hasMiscasedKeys: true }],
    ["of which a part is not known", { isComplete: false }],
  ])("not %s", (_, facts) => {
    const document = documentOf("Allow ims:images:list");
    expect(summaryOf({ ...document, ...facts }).isPlain).toBe(false);
    expect(summaryOf({ ...document, takes: "1.1" }).isPlain).toBe(true);
  });
});

/** A policy of different actions. */
function policyOf(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `ims:images:list${index}`);
  return JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: names }] });
}

describe("the size of a plain policy", () => {
  it.each([
    [["Allow ims:images:list"], 1],
    [["Allow ims:images:list, ims:images:get", "Deny ims:images:delete", "Allow ecs:servers:*"], 3],
  ])("of %j is hardly more than it is", (statements, count) => {
    const document = documentOf(...statements);
    const { size, statementCount } = summaryOf(document);
    const length = compactLength(document.value);
    expect(statementCount).toBe(count);
    expect(size).toBeGreaterThanOrEqual(length);
    // Commas behind the last of each list, and an "Allow" that is a "Deny".
    expect(size - length).toBeLessThanOrEqual(1 + 2 * count);
  });
});

describe("the fewest segments", () => {
  it.each([
    ["ims:images:list", 3],
    ["ims:images:get*, evs:volumes:list", 3],
    ["ims:images:list, ims:images:*", 2],
    ["ims:images:*, ims:*:*, ims:images:*", 1],
    ["*:*:*, ims:images:list", 0],
    ["ims", 3],
  ])("of %s are %i", (actions, segments) => {
    expect(summaryOf(documentOf(`Allow ${actions}`)).fewestSegments).toBe(segments);
  });
});

it("tells that a statement may be empty", () => {
  expect(yesOf(summaryOf(documentIn('{ Version: "1.1", Statement: [{ Effect: "Allow", Action: [] }] }')))).toEqual([
    ...["isPlain", "hasEmptyStatement"],
  ]);
  const one = '{ Effect: "Allow", Action: [] }, { Effect: "Allow", Action: ["ims:images:list"] }';
  expect(yesOf(summaryOf(documentIn(`{ Version: "1.1", Statement: [${one}] }`)))).toEqual([
    ...["isPlain", "hasEmptyStatement"],
  ]);
  const unknown = documentIn('{ Version: "1.1", Statement: [{ Effect: "Allow", Action: [a] }] }');
  expect(yesOf(summaryOf(unknown))).toEqual(["hasEmptyStatement"]);
});

describe("where a policy is granted", () => {
  const document = documentOf("Allow ims:images:list");
  const level = { level: "global", range: [0, 0], opposite: "XA" } as const;
  const site = { scope: "enterprise-project", range: [0, 0] } as const;

  it.each<[what: string, document: PolicyDocument, context: Surroundings, expected: readonly Answer[]]>([
    ["on an IAM project", grantedAt(document, "a"), {}, ["isPlaced"]],
    ["by a role of a level", { ...document, level }, {}, ["isPlaced"]],
    ["on an enterprise project", { ...document, grantSites: [site] }, {}, ["isPlaced", "isOnEnterpriseProject"]],
    ["by the settings", document, { settings: { scope: "enterprise-project" } }, ["isOnEnterpriseProject"]],
    ["elsewhere by the settings", document, { settings: { scope: "iam-project" } }, []],
    ["with another one", document, { grantedTogether: [document, documentOf("Allow ims:images:get")] }, ["hasCompany"]],
    ["with a role that is not known", document, { otherGrants: [{ site }] }, ["hasCompany"]],
  ])("%s", (_, policy, context, expected) => {
    expect(yesOf(summaryOf(policy, context))).toEqual(["isPlain", ...expected]);
  });
});

describe("an action may lack a dependency", () => {
  const creation = "evs:snapshots:create, ims:images:create, ims:images:get, ims:quotas:get";

  it.each<[statements: readonly string[], lacks: boolean]>([
    [["Allow ecs:servers:createImage"], true],
    [[`Allow ecs:servers:createImage, ${creation}`], true],
    [[`Allow ecs:servers:createImage, evs:volumes:get, ${creation}`], false],
    [["Allow ecs:servers:createImage, evs:volumes:get", `Allow ${creation}`], false],
    [[`Allow ecs:servers:createImage, evs:volumes:g*, ${creation}`], false],
    [[`Allow ecs:servers:createImage, EVS:*:*, ${creation}`], false],
    [[`Allow ecs:servers:createImage, evs:volumes:l*, ${creation}`], true],
    [[`Allow ecs:servers:createImage, ${creation}`, "Allow not evs:volumes:get"], true],
    [[`Allow ecs:servers:createImage, evs:volumes:get, ${creation}`, "Deny ims:images:list"], true],
    [[`Allow ecs:servers:createImage, evs:volumes:get, ${creation} {"Resource":["*"]}`], false],
    [["Allow ims:images:list", "Deny ims:images:get"], false],
    [["Deny ecs:servers:createImage"], true],
    [["Allow ecs:serverVolumes:use, evs:volumes:*"], false],
    [["Allow ims:images:delete"], false],
    // What belongs in a policy of the other level is never missing here.
    [["Allow kms:cmk:export, kms:cmk:get"], false],
    [["Allow kms:cmk:export, obs:bucket:CreateBucket"], true],
  ])("in %j: %s", (statements, lacks) => {
    expect(summaryOf(documentOf(...statements)).mayLackDependencies(false, "common")).toBe(lacks);
  });

  it("unless it only reads, and reads do not count", () => {
    const summary = summaryOf(documentOf("Allow ecs:servers:list"));
    expect(summary.mayLackDependencies(false, "every")).toBe(false);
    expect(summary.mayLackDependencies(true, "every")).toBe(true);
  });

  it("for every API, or for some", () => {
    const summary = summaryOf(documentOf("Allow ims:images:update"));
    expect(summary.mayLackDependencies(false, "common")).toBe(false);
    expect(summary.mayLackDependencies(false, "every")).toBe(true);
  });

  it("if another policy has a say in it", () => {
    const document = documentOf(`Allow ecs:servers:createImage, evs:volumes:get, ${creation}`);
    const context = { grantedTogether: [document, documentOf("Deny evs:volumes:get")] };
    expect(summaryOf(document, context).mayLackDependencies(false, "common")).toBe(true);
  });
});

it.each<[actions: string, common: boolean, every: boolean]>([
  ["functiongraph:function:import", true, true],
  ["functiongraph:function:seal", false, true],
  ["functiongraph:function:copy", false, false],
  ["ims:images:list", false, false],
])("%s needs a role for every API: %s, for some: %s", (actions, common, every) => {
  const summary = summaryOf(documentOf(`Allow ${actions}`));
  expect([summary.needsRoles("common"), summary.needsRoles("every")]).toEqual([common, every]);
});
