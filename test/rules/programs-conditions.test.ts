import { describe, expect, it } from "vitest";
import { findingsIn, saidOf, misspelt, misspeltGet, policy, policyOf, testPrograms, testSilent } from "../programs.js";

/** Nothing is known of these. */
const given = "declare const prod: boolean, stage: string, more: string[] | undefined, extra: string | undefined;\n";
const program = (actions: string) => given + policy(actions);
const statements = (list: string) => given + policyOf(list);

testPrograms("a part that is spread under a condition", [
  ["of a ternary", program('["ims:images:get", ...(prod ? ["ims:images:⟦lst⟧"] : [])]')],
  ["of a ternary, in the other branch", program('["ims:images:get", ...(prod ? [] : ["ims:images:⟦lst⟧"])]')],
  ["of a ternary with null", program('["ims:images:get", ...((prod ? ["ims:images:⟦lst⟧"] : null) ?? [])]')],
  [
    "of a ternary, in both branches",
    program('[...(prod ? ["ims:images:⟦lst⟧"] : ["ims:images:⟦gte⟧"])]'),
    { findings: [misspelt(), misspeltGet()] },
  ],
  [
    "of nested ternaries",
    program('["ims:images:delete", ...(prod ? ["ims:images:get"] : stage === "x" ? ["ims:images:⟦lst⟧"] : [])]'),
  ],
  [
    "of a constant ternary",
    `${given}const list = prod ? ["ims:images:⟦lst⟧"] : [];\n${policy('["ims:images:get", ...list]')}`,
  ],
  ["of && and ||", program('["ims:images:get", ...((prod && ["ims:images:⟦lst⟧"]) || [])]')],
  ["of && with a comparison", program('["ims:images:get", ...(stage === "live" && ["ims:images:⟦lst⟧"] || [])]')],
  ["of && with ??", program('["ims:images:get", ...((prod ? undefined : ["ims:images:⟦lst⟧"]) ?? [])]')],
  ["of &&, in an object", given + policyOf('[{ Effect: "Allow", ...(prod && { Action: ["ims:images:⟦lst⟧"] }) }]')],
  [
    "of a ternary, in an object",
    given + policyOf('[{ Effect: "Allow", ...(prod ? { Action: ["ims:images:⟦lst⟧"] } : {}) }]'),
  ],
  [
    "of an object in a policy",
    `${given}export const policy = { Version: "1.1", ...(prod && { Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] }) };`,
  ],
  [
    "beside a member of the same name",
    given +
      policyOf('[{ Effect: "Allow", Action: ["ims:images:get"], ...(prod && { Action: ["ims:images:⟦lst⟧"] }) }]'),
  ],
  [
    "of a variable that an if sets",
    `${given}let list: string[] = [];\nif (prod) {\n  list = ["ims:images:⟦lst⟧"];\n}\n${policy('["ims:images:get", ...list]')}`,
  ],
]);

testPrograms("a list that a condition chooses", [
  ["by concat of a ternary", program('["ims:images:get"].concat(prod ? ["ims:images:⟦lst⟧"] : [])')],
  [
    "by concat of a ternary of texts",
    program('["ims:images:get"].concat(prod ? "ims:images:⟦lst⟧" : "ims:images:delete")'),
  ],
  ["by concat of &&", program('["ims:images:get"].concat((prod && ["ims:images:⟦lst⟧"]) || [])')],
  [
    "by concat of several",
    program('["ims:images:get"].concat(["ims:images:delete"], prod ? ["ims:images:⟦lst⟧"] : [])'),
  ],
  [
    "by concat of a constant",
    `${given}const other = prod ? ["ims:images:⟦lst⟧"] : [];\n${policy('["ims:images:get"].concat(other)')}`,
  ],
  ["by a ternary", program('prod ? ["ims:images:get"] : ["ims:images:⟦lst⟧"]')],
  ["by ??", program('more ?? ["ims:images:⟦lst⟧"]')],
  ["by ?? of an element", program('["ims:images:get", extra ?? "ims:images:⟦lst⟧"]')],
  ["by ||", program('more || ["ims:images:⟦lst⟧"]')],
  ["by ??, in a spread", program('["ims:images:get", ...(more ?? ["ims:images:⟦lst⟧"])]')],
  ["by ??=", `${given}let list = more;\nlist ??= ["ims:images:⟦lst⟧"];\n${policy("list")}`],
  ["by a ternary of names", program('["ims:images:get", prod ? "ims:images:⟦lst⟧" : "ims:images:delete"]')],
  ["by a ternary in a template", program('[`ims:images:${prod ? "get" : "⟦lst⟧"}`]')],
  [
    "by an index",
    `${given}const lists: Record<string, string[]> = { live: ["ims:images:⟦lst⟧"], test: ["ims:images:get"] };\n${policy("[...lists.live, ...lists.test]")}`,
  ],
]);

testPrograms("statements that a condition chooses", [
  [
    "by a spread",
    statements(
      '[{ Effect: "Allow", Action: ["ims:images:get"] }, ...(prod ? [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] : [])]',
    ),
  ],
  [
    "by a ternary",
    statements(
      '[prod ? { Effect: "Allow", Action: ["ims:images:get"] } : { Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }]',
    ),
  ],
  [
    "by a ternary of lists",
    statements(
      'prod ? [{ Effect: "Allow", Action: ["ims:images:get"] }] : [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }]',
    ),
  ],
  [
    "by a ternary, in each branch",
    statements(
      '[prod ? { Effect: "Allow", Action: ["ims:images:⟦gte⟧"] } : { Effect: "Deny", Action: ["ims:images:⟦lst⟧"] }]',
    ),
    { findings: [misspeltGet(), misspelt()] },
  ],
  [
    "by &&, with filter",
    statements(
      '[{ Effect: "Allow", Action: ["ims:images:get"] }, prod && { Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }].filter(Boolean)',
    ),
  ],
  [
    "by a constant",
    `${given}const second = prod ? [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] : [];\n${policyOf('[{ Effect: "Allow", Action: ["ims:images:get"] }, ...second]')}`,
  ],
  [
    "of another effect",
    statements(
      '[{ Effect: "Allow", Action: ["ims:images:get"] }, ...(prod ? [{ Effect: "⟦Alow⟧", Action: ["ims:images:delete"] }] : [])]',
    ),
    { findings: [["valid-policy", "Alow"]], isSilentForAws: false },
  ],
  [
    "of a ternary of effects",
    statements('[{ Effect: prod ? "Allow" : "⟦Alow⟧", Action: ["ims:images:get"] }]'),
    { findings: [["valid-policy", "Alow"]], isSilentForAws: false },
  ],
]);

const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';
const otc = { cloud: "otc" };

describe("what a condition adds", () => {
  it.each([
    ["by a spread of a ternary", program(`[${needy}, ...(prod ? [${needed}] : [])]`)],
    ["by &&", program(`[${needy}, ...(prod && [${needed}] || [])]`)],
    ["by concat", program(`[${needy}].concat(prod ? [${needed}] : [])`)],
    [
      "by a whole statement",
      statements(
        `[{ Effect: "Allow", Action: [${needy}] }, ...(prod ? [{ Effect: "Allow", Action: [${needed}] }] : [])]`,
      ),
    ],
    ["by a ternary of names", program(`[${needy}, prod ? ${needed} : "functiongraph:function:seal"]`)],
    ["by filter(Boolean)", program(`[${needy}, prod && ${needed}].filter(Boolean)`)],
    ["by push", `${given}const list = [${needy}];\nif (prod) list.push(${needed});\n${policy("list")}`],
    ["by ??", program(`[${needy}, ...(more ?? [${needed}])]`)],
    ["that is not known", program(`[${needy}, ...(more ?? [])]`)],
  ])("may be a dependency: %s", (_, code) => {
    expect(saidOf(code, { settings: otc })).toEqual([]);
  });

  it.each([["a ternary that is true", `const prod = true;\n${policy(`[⟦${needy}⟧, ...(prod ? [] : [${needed}])]`)}`]])(
    "is known: %s",
    (_, code) => {
      const plain = code.replaceAll(/[⟦⟧]/gu, "");
      expect(findingsIn(plain, { settings: otc }).map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
    },
  );
});

testSilent("a correct program with conditions", [
  [
    "the same action in both branches",
    program('[...(prod ? ["ims:images:get", "ims:images:list"] : ["ims:images:get"])]'),
  ],
  [
    "a statement in each branch",
    statements(
      '[prod ? { Effect: "Allow", Action: ["ims:images:get"] } : { Effect: "Deny", Action: ["ims:images:get"] }]',
    ),
  ],
  [
    "an action that is spread and may be there already",
    program('["ims:images:get", ...(prod ? ["ims:images:get"] : [])]'),
  ],
  ["an empty list in one branch", program('prod ? ["ims:images:get"] : []')],
  [
    "a condition in one branch",
    statements(
      '[{ Effect: "Allow", Action: ["ims:images:get"], ...(prod && { Condition: { Bool: { "g:MFAPresent": ["true"] } } }) }]',
    ),
  ],
  [
    "an Allow of everything that a condition narrows",
    statements(
      '[{ Effect: "Allow", Action: ["obs:*:*"], ...(prod ? { Resource: ["obs:*:*:bucket:a"] } : { Condition: { Bool: { "g:MFAPresent": ["true"] } } }) }]',
    ),
  ],
  [
    "undefined in one branch",
    statements('[{ Effect: "Allow", Action: ["ims:images:get"], Resource: prod ? ["ims:*:*:image:a"] : undefined }]'),
  ],
  ...[
    "!isEmpty(options.deny) && prod",
    "isFilled(options.deny)",
    "options?.deny?.length",
    "options.deny?.length > 0",
    "options.deny?.[0]",
    "options.deny?.names!.length",
  ].map(
    (test) =>
      [
        `a statement of what is not there: ${test}`,
        `${given}const allowed = [{ Effect: "Allow", Action: ["ims:images:get"] }];
const make = (options) => ({ Version: "1.1", Statement: [...allowed, ...(${test} ? [{ Effect: "Deny", Action: options.deny }] : [])] });
export const policies = [make({ mode: stage }), make({ deny: ["ims:images:list"] })];`,
      ] as const,
  ),
]);

describe("a list that is not there", () => {
  const code = (statement: string) =>
    `${given}const make = (options: Options) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }, ${statement}] });\nsend(make({ mode: stage }));`;

  it("is missing where nothing decides about the statement", () => {
    expect(saidOf(code('{ Effect: "Deny", Action: options.deny }'))).toEqual([
      expect.stringContaining('This statement has no "Action"'),
    ]);
  });

  it("may be there where a condition which is not known decides", () => {
    expect(saidOf(code('...(isFilled(options.deny) ? [{ Effect: "Deny", Action: options.deny }] : [])'))).toEqual([]);
  });
});

const list = (names: string) => given + policyOf(`[{ Effect: "Allow", Action: ${names} }]`);
const images = '["ims:images:get"]';
const users = '["iam:users:listUsers"]';

testSilent("services of both levels that exclude each other", [
  ["two lists of which one is taken", list(`prod ? ${images} : ${users}`)],
  ["elements of which one is taken", list('[prod ? "ims:images:get" : "iam:users:listUsers"]')],
  [
    "statements of which one is taken",
    given + policyOf(`prod ? [{ Effect: "Allow", Action: ${images} }] : [{ Effect: "Allow", Action: ${users} }]`),
  ],
]);

describe("services of both levels that one outcome has", () => {
  it.each([
    ["a certain one beside another", list(`[...${images}, ...(prod ? ${users} : [])]`)],
    ["one list of two", list('prod ? ["ims:images:get", "iam:users:listUsers"] : ["ims:images:get"]')],
    ["two elements that are chosen", list('[prod ? "ims:images:get" : "", prod ? "" : "iam:users:listUsers"]')],
    [
      "statements of which one is certain",
      given +
        policyOf(`[{ Effect: "Allow", Action: ${images} }, ...(prod ? [{ Effect: "Allow", Action: ${users} }] : [])]`),
    ],
  ])("are a mistake: %s", (_, code) => {
    const rules = findingsIn(code).map(({ rule }) => rule);
    expect(rules).toContain("no-mixed-service-levels");
  });
});
