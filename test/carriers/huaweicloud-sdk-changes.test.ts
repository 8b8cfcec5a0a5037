import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../src/policy/document.js";
import { plainOf } from "../sources.js";
import { carriedAfterChanges } from "./changed-constructs.js";

const imports =
  'import { ServicePolicyRoleOption, ServicePolicy, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam";';

const models = `${imports}
const statement = new ServiceStatement(["ims:images:list"], "Allow");
const policy = new ServicePolicy("1.1", [statement]);
const role = new ServicePolicyRoleOption("reader", "XA", "reads", policy);
`;

function carriedIn(code: string) {
  const text = models + code;
  const { documents, problems } = carriedAfterChanges(text);
  return {
    documents,
    policies: documents.map(({ value }) => plainOf(value, text)),
    problems: problems.map(({ id, range, data }) => ({ id, text: text.slice(...range), data })),
  };
}

function statementsAfter(code: string): unknown {
  return (carriedIn(code).policies[0] as { Statement: unknown }).Statement;
}

describe("fields that are assigned", () => {
  it.each([
    ["without a change", "", [{ Action: ["ims:images:list"], Effect: "Allow" }]],
    ["by a setter", '[assign(statement, "action", ["a:b:c"])];', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    ["by the field's own name", '[assign(statement, "Action", ["a:b:c"])];', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    ["by a method", '[call(statement, "withAction", ["a:b:c"])];', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    [
      "more than once, the last time counts",
      '[assign(statement, "action", ["a:b:c"]), call(statement, "withAction", ["a:b:d"]), assign(statement, "Action", ["a:b:e"])];',
      [{ Action: ["a:b:e"], Effect: "Allow" }],
    ],
    [
      "of the constructor's and others",
      '[assign(statement, "resource", ["x"]), assign(statement, "effect", "Deny")];',
      [{ Action: ["ims:images:list"], Effect: "Deny", Resource: ["x"] }],
    ],
    [
      "of another name, which is sent too",
      '[assign(statement, "notAction", ["a:b:c"])];',
      [{ Action: ["ims:images:list"], Effect: "Allow", notAction: ["a:b:c"] }],
    ],
    [
      "by an unknown method",
      '[call(statement, "toString"), call(statement, "withNothing", 1)];',
      [{ Action: ["ims:images:list"], Effect: "Allow" }],
    ],
  ])("are those of the policy: %s", (_, code, expected) => {
    expect(statementsAfter(code)).toEqual(expected);
  });

  it("may hold other models", () => {
    const code =
      '[assign(policy, "statement", [new ServiceStatement(["a:b:c"], "Deny")]), assign(policy, "version", "5.0")];';
    expect(carriedIn(code).policies).toEqual([{ Version: "5.0", Statement: [{ Action: ["a:b:c"], Effect: "Deny" }] }]);
  });

  it("change the role around the policy", () => {
    const { documents } = carriedIn('[assign(role, "type", "AX")];');
    expect(documents.map(({ level }) => level?.level)).toEqual(["global"]);
  });

  it("have their places", () => {
    const code = `${models}[assign(statement, "action", ["a:b:c"])];`;
    const actions = carriedAfterChanges(code).documents[0]?.statements[0]?.actions ?? [];
    expect(actions.map(({ string }) => code.slice(...string.range))).toEqual(['"a:b:c"']);
    expect(actions[0]?.string.range[0]).toBe(code.indexOf('"a:b:c"'));
  });
});

describe("fields that may be assigned", () => {
  it.each([
    [
      "beside the constructor's",
      '[mayAssign(statement, "action", ["a:b:c"])];',
      { oneOf: [["ims:images:list"], ["a:b:c"]] },
    ],
    [
      "several times",
      '[mayAssign(statement, "action", ["a:b:c"]), mayCall(statement, "withAction", ["a:b:d"])];',
      { oneOf: [["ims:images:list"], ["a:b:c"], ["a:b:d"]] },
    ],
  ])("have all their values: %s", (_, code, expected) => {
    expect(statementsAfter(code)).toEqual([{ Action: expected, Effect: "Allow", "...": true }]);
  });

  it("make the policy incomplete, even where the constructor sets nothing", () => {
    expect(statementsAfter('[mayAssign(statement, "condition", {})];')).toEqual([
      { Action: ["ims:images:list"], Effect: "Allow", Condition: { oneOf: [{}] }, "...": true },
    ]);
    expect(carriedIn('[mayAssign(statement, "condition", {})];').documents.map(isComplete)).toEqual([false]);
    expect(carriedIn('[assign(statement, "condition", {})];').documents.map(isComplete)).toEqual([true]);
  });

  it("have one value where a later change is certain", () => {
    const code = '[mayAssign(statement, "action", ["a:b:c"]), assign(statement, "action", ["a:b:d"])];';
    expect(statementsAfter(code)).toEqual([{ Action: ["a:b:d"], Effect: "Allow" }]);
  });

  it("are never the level of a role for certain", () => {
    expect(carriedIn('[mayAssign(role, "type", "AX")];').documents.map(({ level }) => level)).toEqual([undefined]);
  });
});

describe("a spread of a model", () => {
  const spread = (members: string) => carriedIn(`[assign(policy, "statement", [spread(statement, ${members})])];`);

  it("has the model's fields, beside those that are written", () => {
    const { policies, problems } = spread('{ Resource: ["x"] }');
    expect(policies).toEqual([
      { Version: "1.1", Statement: [{ Action: ["ims:images:list"], Effect: "Allow", Resource: ["x"], "...": true }] },
    ]);
    expect(problems).toEqual([]);
  });

  it("has the field that is written in place of the model's", () => {
    const { documents, problems } = spread('{ Action: ["a:b:c"] }');
    expect(documents[0]?.statements[0]?.actions.map(({ text }) => text)).toEqual(["a:b:c"]);
    expect(problems).toEqual([]);
  });

  it("keeps the model's field where a setter is written, which is reported", () => {
    const { policies, problems } = spread('{ action: ["a:b:c"] }');
    expect(policies).toEqual([
      { Version: "1.1", Statement: [{ Action: ["ims:images:list"], Effect: "Allow", "...": true }] },
    ]);
    expect(problems).toEqual([
      { id: "setterSpread", text: "action", data: { key: "action", field: "Action", setter: "withAction" } },
    ]);
  });

  it.each([
    ["a policy", '[assign(role, "policy", spread(policy, { statement: [] }))];', ["statement"]],
    [
      "a role",
      "new CreateCloudServiceCustomPolicyRequestBody(spread(role, { displayName: 'a', type: 'AX' }));",
      ["displayName"],
    ],
    [
      "in a list that is chosen",
      "new ServicePolicy('1.1', x ? [spread(statement, { effect: 'Deny' })] : []);",
      ["effect"],
    ],
    [
      "in plain objects",
      "new ServicePolicyRoleOption('a', 'XA', 'b', { Version: '1.1', Statement: [spread(statement, { effect: 'Deny' })] });",
      ["effect"],
    ],
    ["a class of no SDK", "new ServicePolicy('1.1', [spread(new Statement(), { action: ['a:b:c'] })]);", []],
    ["elsewhere than in a request", "log(spread(statement, { action: ['a:b:c'] }));", []],
  ])("is reported in %s", (_, code, expected) => {
    const text = `import { CreateCloudServiceCustomPolicyRequestBody } from "@huaweicloud/huaweicloud-sdk-iam";\n${models}${code}`;
    const { problems } = carriedAfterChanges(text);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(expected);
  });
});

function isComplete({ isComplete: isWhole }: PolicyDocument): boolean {
  return isWhole;
}
