import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../src/policy/document.js";
import { plainOf } from "../sources.js";
import { carriedIn } from "./files.js";
import { typescript } from "./fixture-module.js";

const imports =
  'import { ServicePolicyRoleOption, ServicePolicy, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam";';

const models = `${imports}
const statement = new ServiceStatement(["ims:images:list"], "Allow");
const policy = new ServicePolicy("1.1", [statement]);
const role = new ServicePolicyRoleOption("reader", "XA", "reads", policy);
`;

function carriedAfter(code: string) {
  const text = models + code;
  const { documents, problems } = carriedIn(text, typescript);
  return {
    documents,
    policies: documents.map(({ value }) => plainOf(value, text)),
    problems: problems.map(({ id, range, data }) => ({ id, text: text.slice(...range), data })),
  };
}

function statementsAfter(code: string): unknown {
  return (carriedAfter(code).policies[0] as { Statement: unknown }).Statement;
}

describe("fields that are assigned", () => {
  it.each([
    ["without a change", "", [{ Action: ["ims:images:list"], Effect: "Allow" }]],
    ["by a setter", 'statement.action = ["a:b:c"];', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    ["by the field's own name", 'statement.Action = ["a:b:c"];', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    ["by a method", 'statement.withAction(["a:b:c"]);', [{ Action: ["a:b:c"], Effect: "Allow" }]],
    [
      "more than once, the last time counts",
      'statement.action = ["a:b:c"]; statement.withAction(["a:b:d"]); statement.Action = ["a:b:e"];',
      [{ Action: ["a:b:e"], Effect: "Allow" }],
    ],
    [
      "of the constructor's and others",
      'statement.resource = ["x"]; statement.effect = "Deny";',
      [{ Action: ["ims:images:list"], Effect: "Deny", Resource: ["x"] }],
    ],
    [
      "of another name, which is sent too",
      'statement.notAction = ["a:b:c"];',
      [{ Action: ["ims:images:list"], Effect: "Allow", notAction: ["a:b:c"] }],
    ],
    [
      "by an unknown method",
      "statement.toString(); statement.withNothing(1);",
      [{ Action: ["ims:images:list"], Effect: "Allow" }],
    ],
  ])("are those of the policy: %s", (_, code, expected) => {
    expect(statementsAfter(code)).toEqual(expected);
  });

  it("may hold other models", () => {
    const code = 'policy.statement = [new ServiceStatement(["a:b:c"], "Deny")]; policy.version = "5.0";';
    expect(carriedAfter(code).policies).toEqual([
      { Version: "5.0", Statement: [{ Action: ["a:b:c"], Effect: "Deny" }] },
    ]);
  });

  it("change the role around the policy", () => {
    const { documents } = carriedAfter('role.type = "AX";');
    expect(documents.map(({ level }) => level?.level)).toEqual(["global"]);
  });

  it("have their places", () => {
    const code = `${models}statement.action = ["a:b:c"];`;
    const actions = carriedIn(code, typescript).documents[0]?.statements[0]?.actions ?? [];
    expect(actions.map(({ string }) => code.slice(...string.range))).toEqual(['"a:b:c"']);
    expect(actions[0]?.string.range[0]).toBe(code.indexOf('"a:b:c"'));
  });
});

describe("fields that may be assigned", () => {
  it.each([
    [
      "beside the constructor's",
      'if (prod) statement.action = ["a:b:c"];',
      { oneOf: [["ims:images:list"], ["a:b:c"]] },
    ],
    [
      "several times",
      'if (prod) statement.action = ["a:b:c"]; if (prod) statement.withAction(["a:b:d"]);',
      { oneOf: [["ims:images:list"], ["a:b:c"], ["a:b:d"]] },
    ],
  ])("have all their values: %s", (_, code, expected) => {
    expect(statementsAfter(code)).toEqual([{ Action: expected, Effect: "Allow", "...": true }]);
  });

  it("make the policy incomplete, even where the constructor sets nothing", () => {
    expect(statementsAfter("if (prod) statement.condition = {};")).toEqual([
      { Action: ["ims:images:list"], Effect: "Allow", Condition: { oneOf: [{}] }, "...": true },
    ]);
    expect(carriedAfter("if (prod) statement.condition = {};").documents.map(isComplete)).toEqual([false]);
    expect(carriedAfter("statement.condition = {};").documents.map(isComplete)).toEqual([true]);
  });

  it("have one value where a later change is certain", () => {
    const code = 'if (prod) statement.action = ["a:b:c"]; statement.action = ["a:b:d"];';
    expect(statementsAfter(code)).toEqual([{ Action: ["a:b:d"], Effect: "Allow" }]);
  });

  it("are never the level of a role for certain", () => {
    expect(carriedAfter('if (prod) role.type = "AX";').documents.map(({ level }) => level)).toEqual([undefined]);
  });
});

describe("a spread of a model", () => {
  const spread = (members: string) => carriedAfter(`policy.statement = [{ ...statement, ${members} }];`);

  it("has the model's fields, beside those that are written", () => {
    const { policies, problems } = spread('Resource: ["x"]');
    expect(policies).toEqual([
      { Version: "1.1", Statement: [{ Action: ["ims:images:list"], Effect: "Allow", Resource: ["x"], "...": true }] },
    ]);
    expect(problems).toEqual([]);
  });

  it("has the field that is written in place of the model's", () => {
    const { documents, problems } = spread('Action: ["a:b:c"]');
    expect(documents[0]?.statements[0]?.actions.map(({ text }) => text)).toEqual(["a:b:c"]);
    expect(problems).toEqual([]);
  });

  it("keeps the model's field where a setter is written, which is reported", () => {
    const { policies, problems } = spread('action: ["a:b:c"]');
    expect(policies).toEqual([
      { Version: "1.1", Statement: [{ Action: ["ims:images:list"], Effect: "Allow", "...": true }] },
    ]);
    expect(problems).toEqual([
      { id: "setterSpread", text: "action", data: { key: "action", field: "Action", setter: "withAction" } },
    ]);
  });

  it.each([
    ["a policy", "role.policy = { ...policy, statement: [] };", ["statement"]],
    [
      "a role",
      "new CreateCloudServiceCustomPolicyRequestBody({ ...role, displayName: 'a', type: 'AX' });",
      ["displayName"],
    ],
    ["in a list that is chosen", "new ServicePolicy('1.1', x ? [{ ...statement, effect: 'Deny' }] : []);", ["effect"]],
    [
      "in plain objects",
      "new ServicePolicyRoleOption('a', 'XA', 'b', { Version: '1.1', Statement: [{ ...statement, effect: 'Deny' }] });",
      ["effect"],
    ],
    ["a class of no SDK", "new ServicePolicy('1.1', [{ ...new Statement(), action: ['a:b:c'] }]);", []],
    ["elsewhere than in a request", "log({ ...statement, action: ['a:b:c'] });", []],
  ])("is reported in %s", (_, code, expected) => {
    const text = `import { CreateCloudServiceCustomPolicyRequestBody } from "@huaweicloud/huaweicloud-sdk-iam";\n${models}${code}`;
    const { problems } = carriedIn(text, typescript);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(expected);
  });
});

function isComplete({ isComplete: isWhole }: PolicyDocument): boolean {
  return isWhole;
}
