import { describe, expect, it } from "vitest";
import {
  findingsIn,
  misspelt,
  misspeltGet,
  policy,
  policyOf,
  saidOf,
  testPrograms,
  testSilent,
  type Program,
} from "./programs.js";

const given = "declare const prod: boolean, stack: never, names: string[], name: string;\n";
const lines = (...all: readonly string[]) => all.join("\n");
const actions = (title: string, setup: string, list = "list", more?: Program[2]): Program => [
  title,
  `${given}${setup}\n${policy(list)}`,
  more,
];

const imports = 'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\n';
const role = (id: string, list: string) =>
  `new IdentityRoleV3(stack, ${id}, { displayName: ${id}, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action: ${list} }] });`;
const roles = (title: string, code: string, more: Program[2] = {}): Program => [
  title,
  imports + given + code,
  { ...more, isSilentForAws: false },
];

testPrograms("for of", [
  actions(
    "over a list",
    'const list: string[] = [];\nfor (const verb of ["get", "⟦lst⟧"]) {\n  list.push(`ims:images:${verb}`);\n}',
  ),
  actions(
    "over actions",
    'const list: string[] = [];\nfor (const action of ["ims:images:get", "ims:images:⟦lst⟧"]) list.push(action);',
  ),
  actions(
    "over entries",
    'const list: string[] = [];\nfor (const [type, verbs] of Object.entries({ images: ["get", "⟦lst⟧"] })) {\n  for (const verb of verbs) {\n    list.push(`ims:${type}:${verb}`);\n  }\n}',
  ),
  actions(
    "over entries of a constant",
    'const verbs = { images: ["⟦lst⟧"] };\nconst list: string[] = [];\nfor (const [type, all] of Object.entries(verbs)) {\n  list.push(...all.map((verb) => `ims:${type}:${verb}`));\n}',
  ),
  actions(
    "over values",
    'const list: string[] = [];\nfor (const part of Object.values({ one: ["ims:images:⟦lst⟧"] })) list.push(...part);',
  ),
  actions(
    "over a set",
    'const list: string[] = [];\nfor (const action of new Set(["ims:images:⟦lst⟧"])) list.push(action);',
  ),
  actions(
    "over records",
    'const list: string[] = [];\nfor (const { type, verb } of [{ type: "images", verb: "⟦lst⟧" }]) list.push(`ims:${type}:${verb}`);',
  ),
  actions(
    "over the entries of a list",
    'const list: string[] = [];\nfor (const [index, verb] of ["⟦lst⟧", "get"].entries()) if (index < 5) list.push(`ims:images:${verb}`);',
  ),
  actions(
    "with continue",
    'const list: string[] = [];\nfor (const verb of ["get", "⟦lst⟧"]) {\n  if (verb === "delete") continue;\n  list.push(`ims:images:${verb}`);\n}',
  ),
  actions(
    "with a sum",
    'let list: string[] = [];\nfor (const verb of ["get", "⟦lst⟧"]) {\n  list = [...list, `ims:images:${verb}`];\n}',
  ),
  actions(
    "to a set",
    'const all = new Set<string>();\nfor (const verb of ["get", "⟦lst⟧"]) all.add(`ims:images:${verb}`);',
    "[...all]",
  ),
  actions(
    "to a record",
    'const all: Record<string, string> = {};\nfor (const verb of ["get", "⟦lst⟧"]) all[verb] = `ims:images:${verb}`;',
    "Object.values(all)",
  ),
  actions(
    "over what is not known, beside",
    'const list = ["ims:images:⟦lst⟧"];\nfor (const name of names) list.push(`ims:images:${name}`);',
  ),
  actions(
    "over what is not known, with a mistake in it",
    'const list: string[] = [];\nfor (const name of names) {\n  list.push("ims:images:⟦lst⟧", name);\n}',
  ),
  [
    "of statements",
    lines(
      "const statements: object[] = [];",
      'for (const [name, actions] of Object.entries({ Read: ["ims:images:get"], All: ["ims:images:⟦lst⟧"] })) {',
      '  statements.push({ Effect: "Allow", Action: actions });',
      "}",
      policyOf("statements"),
    ),
  ],
  [
    "of policies",
    lines(
      'for (const [name, actions] of Object.entries({ read: ["ims:images:get"], all: ["ims:images:⟦lst⟧"] })) {',
      '  create(name, { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });',
      "}",
    ),
  ],
  [
    "of policies, with a wrong effect",
    lines(
      'for (const [effect, actions] of Object.entries({ Allow: ["ims:images:get"], ⟦Alow⟧: ["ims:images:delete"] })) {',
      '  create({ Version: "1.1", Statement: [{ Effect: effect, Action: actions }] });',
      "}",
    ),
    {
      findings: [["valid-policy", "Alow"]],
      isSilentForAws: false,
      corrections: { 'Allow: ["ims:images:delete"]': 'Deny: ["ims:images:delete"]' },
    },
  ],
]);

testPrograms("for", [
  actions(
    "with an index",
    'const verbs = ["get", "⟦lst⟧"];\nconst list: string[] = [];\nfor (let i = 0; i < verbs.length; i++) {\n  list.push(`ims:images:${verbs[i]}`);\n}',
  ),
  actions(
    "in",
    "const list: string[] = [];\nfor (const verb in { get: 1, ⟦lst⟧: 2 }) list.push(`ims:images:${verb}`);",
  ),
  actions(
    "while",
    'const verbs = ["get", "⟦lst⟧"];\nconst list: string[] = [];\nwhile (verbs.length > 0) {\n  list.push(`ims:images:${verbs.shift()}`);\n}',
  ),
  actions(
    "downwards",
    'const verbs = ["get", "⟦lst⟧"];\nconst list: string[] = [];\nfor (let i = verbs.length - 1; i >= 0; i--) {\n  list.push(`ims:images:${verbs[i]}`);\n}',
  ),
]);

testPrograms("forEach", [
  actions(
    "of a list",
    'const list: string[] = [];\n["get", "⟦lst⟧"].forEach((verb) => list.push(`ims:images:${verb}`));',
  ),
  actions(
    "of entries",
    'const list: string[] = [];\nObject.entries({ images: ["⟦lst⟧"] }).forEach(([type, verbs]) => {\n  verbs.forEach((verb) => {\n    list.push(`ims:${type}:${verb}`);\n  });\n});',
  ),
  actions(
    "of a set",
    'const list: string[] = [];\nnew Set(["⟦lst⟧"]).forEach((verb) => list.push(`ims:images:${verb}`));',
  ),
  actions(
    "by a named function",
    'const list: string[] = [];\nconst add = (verb: string) => {\n  list.push(`ims:images:${verb}`);\n};\n["⟦lst⟧", "get"].forEach(add);',
    "list",
    {
      findings: [misspelt("(made by add)")],
    },
  ),
  actions(
    "of what is not known, with a mistake in it",
    'const list: string[] = [];\nnames.forEach((name) => list.push("ims:images:⟦lst⟧", name));',
  ),
  [
    "of policies",
    '[["ims:images:get"], ["ims:images:⟦lst⟧"]].forEach((actions) => create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] }));',
  ],
]);

testPrograms("constructs made in a loop", [
  roles(
    "for of over entries",
    `for (const [id, actions] of Object.entries({ one: ["ims:images:get"], other: ["ims:images:⟦lst⟧"] })) {\n  ${role("id", "actions")}\n}`,
  ),
  roles(
    "for of over a table",
    `const table = { reader: ["get", "⟦lst⟧"], writer: ["delete"] };\nfor (const [id, verbs] of Object.entries(table)) {\n  ${role("id", "verbs.map((verb) => `ims:images:${verb}`)")}\n}`,
  ),
  roles(
    "forEach",
    `[{ id: "one", actions: ["ims:images:⟦lst⟧"] }].forEach(({ id, actions }) => {\n  ${role("id", "actions")}\n});`,
  ),
  roles(
    "map",
    `const all = [["one", "ims:images:⟦lst⟧"], ["other", "ims:images:get"]].map(([id, action]) => ${role("id", "[action]").replace(";", "")});`,
  ),
  roles("over what is not known", `for (const id of names) {\n  ${role("id", '["ims:images:⟦lst⟧"]')}\n}`),
  roles(
    "over what is not known, with actions that are",
    `for (const [id, more] of Object.entries(source())) {\n  ${role("id", '["ims:images:⟦lst⟧", ...more]')}\n}`,
  ),
  roles(
    "with two mistakes",
    `for (const [id, actions] of Object.entries({ one: ["ims:images:⟦gte⟧"], other: ["ims:images:⟦lst⟧"] })) {\n  ${role("id", "actions")}\n}`,
    { findings: [misspeltGet(), misspelt()] },
  ),
  roles(
    "once for each mistake",
    `for (const id of ["one", "other", "third"]) {\n  ${role("id", '["ims:images:⟦lst⟧"]')}\n}`,
  ),
  roles(
    "in a method of a stack",
    `export class Iam extends TerraformStack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    for (const [name, actions] of Object.entries({ one: ["ims:images:⟦lst⟧"] })) {\n      ${role("name", "actions").replace("stack", "this")}\n    }\n  }\n}`,
  ),
  roles(
    "with a wrong effect",
    `for (const [id, effect] of [["one", "Allow"], ["other", "⟦Alow⟧"]]) {\n  ${role("id", '["ims:images:get"]').replace('effect: "Allow"', "effect")}\n}`,
    {
      findings: [["valid-policy", "Alow"]],
    },
  ),
]);

const otc = { cloud: "otc" };
const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';

describe("policies of a loop", () => {
  it("are judged one by one for what is missing", () => {
    const code = `for (const actions of [[${needy}, ${needed}], [${needy}]]) {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n}`;
    const found = findingsIn(code, { settings: otc });
    expect(found.map(({ rule, start }) => [rule, start])).toEqual([
      ["require-action-dependencies", code.lastIndexOf("functiongraph:function:publish")],
    ]);
  });

  it("of one literal are complete where it is", () => {
    const code = `for (const id of ["a", "b"]) {\n  create(id, { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}] }] });\n}`;
    expect(findingsIn(code, { settings: otc }).map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });

  it.each([
    [
      "whose list grows",
      `const list = [${needy}];\nfor (const name of [${needed}]) {\n  list.push(name);\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: list }] });\n}`,
    ],
    [
      "whose list something completes",
      `for (const list of [[${needy}]]) {\n  complete(list);\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: list }] });\n}`,
    ],
    [
      "whose list may be complete",
      `for (const more of [[], [${needed}]]) {\n  const all = names.length ? [${needy}, ...more] : [];\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [...all, ...names] }] });\n}`,
    ],
    [
      "with break",
      `const list = [${needy}];\nfor (const name of [${needed}, "ims:images:get"]) {\n  list.push(name);\n  if (names.includes(name)) break;\n}\n${policy("list")}`,
    ],
    [
      "with an unknown break before",
      `const list = [${needy}];\nfor (const name of ["ims:images:get", ${needed}]) {\n  if (names.includes(name)) break;\n  list.push(name);\n}\n${policy("list")}`,
    ],
    [
      "with an unknown continue",
      `const list = [${needy}];\nfor (const name of [${needed}]) {\n  if (names.includes(name)) continue;\n  list.push(name);\n}\n${policy("list")}`,
    ],
    [
      "with an unknown return",
      `function all() {\n  const list = [${needy}];\n  for (const name of [${needed}]) {\n    if (names.includes(name)) return list;\n    list.push(name);\n  }\n  return list;\n}\n${policy("all()")}`,
    ],
    [
      "until something is found",
      `const list = [${needy}];\nlet i = 0;\nwhile (!names.includes(list[i]!)) {\n  list.push(${needed});\n  i++;\n}\n${policy("list")}`,
    ],
    ["do while", `const list = [${needy}];\ndo {\n  list.push(${needed});\n} while (prod);\n${policy("list")}`],
    [
      "a label",
      `const list = [${needy}];\nouter: for (const one of names) {\n  for (const name of [${needed}]) {\n    if (one === name) continue outer;\n    list.push(name);\n  }\n}\n${policy("list")}`,
    ],
    [
      "of another order",
      `const list: string[] = [];\nfor (const name of names) {\n  if (name === "x") list.push(${needed});\n  else list.push(${needy});\n}\n${policy("list")}`,
    ],
    [
      "of many runs",
      `let list = [${needy}];\nfor (let i = 0; i < 1e6; i++) if (i === 999999) list = [${needy}, ${needed}];\n${policy("list")}`,
    ],
    [
      "of a huge number of runs that end late",
      `let list = [${needy}];\nfor (let i = 0; i < 1e9; i++) {\n  if (i === 5e8) list = [${needy}, ${needed}];\n}\n${policy("list")}`,
    ],
    [
      "with a counter that is used later",
      `let i = 0;\nfor (; i < names.length; i++);\n${policy(`i > 3 ? [${needy}, ${needed}] : []`)}`,
    ],
    [
      "with var",
      `for (var i = 0; i < names.length; i++) {\n  var list = [${needy}, names[i]!];\n}\n${policy("list!")}`,
    ],
  ])("%s: is silent", (_, code) => {
    expect(saidOf(given + code, { settings: otc })).toEqual([]);
  });
});

testSilent("a correct program with loops", [
  [
    "roles of AWS",
    'import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";\nfor (const [id, actions] of Object.entries({ a: ["s3:GetObjct"], b: ["ecs:ListTasks"] })) {\n  new IamPolicy(stack, id, { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] }) });\n}',
  ],
  [
    "policies of both clouds",
    'for (const [version, actions] of [["2012-10-17", ["s3:GetObjct"]], ["1.1", ["ims:images:get"]]] as const) {\n  create({ Version: version, Statement: [{ Effect: "Allow", Action: actions }] });\n}',
  ],
  [
    "a verb that is replaced",
    `let verb = "lst";\nfor (const next of ["list"]) verb = next;\n${policy("[`ims:images:${verb}`]")}`,
  ],
  [
    "a verb that is skipped",
    `const list: string[] = [];\nfor (const verb of ["lst", "get"]) {\n  if (verb === "lst") continue;\n  list.push(\`ims:images:\${verb}\`);\n}\n${policy("list")}`,
  ],
  [
    "a loop that ends before",
    `const list: string[] = [];\nfor (const verb of ["get", "lst"]) {\n  if (verb === "lst") break;\n  list.push(\`ims:images:\${verb}\`);\n}\n${policy("list")}`,
  ],
  [
    "an index",
    `const list: string[] = [];\nconst verbs = ["lst", "get", "list"];\nfor (let i = 1; i < verbs.length; i++) list.push(\`ims:images:\${verbs[i]}\`);\n${policy("list")}`,
  ],
  [
    "closures over the variable of a loop",
    `const makers: (() => string)[] = [];\nfor (const verb of ["get", "list"]) makers.push(() => \`ims:images:\${verb}\`);\n${policy("makers.map((make) => make())")}`,
  ],
  [
    "statements that differ",
    'for (const bucket of ["a", "b"]) {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["obs:bucket:CreateBucket"], Resource: [`obs:*:*:bucket:${bucket}`] }] });\n}',
  ],
  [
    "statements of one policy that differ",
    policyOf(
      '["a", "b"].map((bucket) => ({ Effect: "Allow", Action: ["obs:bucket:CreateBucket"], Resource: [`obs:*:*:bucket:${bucket}`] }))',
    ),
  ],
  [
    "statements of one policy that differ in what is not known",
    given +
      policyOf(
        'names.map((bucket) => ({ Effect: "Allow", Action: ["obs:bucket:CreateBucket"], Resource: [`obs:*:*:bucket:${bucket}`] }))',
      ),
  ],
]);
