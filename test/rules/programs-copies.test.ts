import { describe, expect, it } from "vitest";
import { findingsIn, saidOf, testPrograms, type Program } from "../programs.js";

const policyWith = (actions: string) => `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ${actions} }] }`;
const base = `const base = ${policyWith('["ims:images:get"]')};\n`;
const misspelt = '{ Effect: "Deny", Action: ["ims:images:⟦lst⟧"] }';

testPrograms("a copy that is completed", [
  ["of structuredClone", `${base}const copy = structuredClone(base);\ncopy.Statement.push(${misspelt});\nsend(copy);`],
  ["of JSON", `${base}const copy = JSON.parse(JSON.stringify(base));\ncopy.Statement.push(${misspelt});\nsend(copy);`],
  [
    "of Object.assign",
    `${base}const copy = Object.assign({}, base);\ncopy.Statement = [...copy.Statement, ${misspelt}];\nsend(copy);`,
  ],
  ["of Object.assign with another object", `${base}send(Object.assign({}, base, { Statement: [${misspelt}] }));`],
  [
    "of entries",
    `${base}const copy = Object.fromEntries(Object.entries(base));\ncopy.Statement = [${misspelt}];\nsend(copy);`,
  ],
  [
    "of two of the same",
    `${base}const [one, two] = [structuredClone(base), structuredClone(base)];\none.Statement[0].Action.push("ims:images:delete");\ntwo.Statement.push(${misspelt});\nsend(one);\nsend(two);`,
  ],
]);

testPrograms("an object that gets its members one by one", [
  [
    "by assignments",
    `const made: Record<string, unknown> = {};\nmade.Version = "1.1";\nmade["Statement"] = [${misspelt}];\nsend(made);`,
  ],
  [
    "in a function that is called twice",
    `function make() {\n  const made: Policy = {};\n  made.Version = "1.1";\n  made.Statement = [];\n  made.Statement.push(${misspelt});\n  return made;\n}\nsend(make());\nsend(make());`,
  ],
  [
    "from a list",
    `export const all = ["ims:images:get", "ims:images:⟦lst⟧"].map((action) => {\n  const made: Policy = {};\n  made.Version = "1.1";\n  made.Statement = [{ Effect: "Allow", Action: [action] }];\n  return made;\n});`,
  ] satisfies Program,
  [
    "by names that are computed",
    `const key = { version: "Version", statement: "Statement" } as const;\nsend({ [key.version]: "1.1", [key.statement]: [${misspelt}] });`,
  ],
  ["as an entry", `send(Object.fromEntries([["Version", "1.1"], ["Statement", [${misspelt}]]]));`],
]);

const otc = { settings: { cloud: "otc" } };
const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';
const needyBase = `const base = ${policyWith(`[${needy}]`)};\n`;
const more = `{ Effect: "Allow", Action: [${needed}] }`;
const libraries =
  'import { produce } from "immer";\nimport { cloneDeep, merge } from "lodash-es";\nimport * as R from "ramda";\n';

describe("what an object lacks that lends its parts to another", () => {
  const rules = (code: string) => findingsIn(code, otc).map(({ rule }) => rule);

  it.each([
    ["structuredClone", `const copy = structuredClone(base);\ncopy.Statement[0].Action.push(${needed});\nsend(copy);`],
    [
      "JSON",
      `const copy = JSON.parse(JSON.stringify(base));\nfor (const one of copy.Statement) one.Action.push(${needed});\nsend(copy);`,
    ],
    ["concat", `send({ Version: base.Version, Statement: base.Statement.concat(${more}) });`],
    [
      "concat of a list in it",
      `const list = base.Statement[0].Action.concat(${needed});\nsend(${policyWith("list")});`,
    ],
    [
      "slice of a list in it",
      `const list = base.Statement[0].Action.slice();\nlist.push(${needed});\nsend(${policyWith("list")});`,
    ],
    [
      "map",
      `send({ ...base, Statement: base.Statement.map((one) => ({ ...one, Action: [...one.Action, ${needed}] })) });`,
    ],
    [
      "map, without a spread",
      `send({ Version: "1.1", Statement: base.Statement.map((one) => ({ ...one, Action: [...one.Action, ${needed}] })) });`,
    ],
    ["a pattern", `const { Statement: [first] } = base;\nsend({ Version: "1.1", Statement: [first, ${more}] });`],
    [
      "flatMap",
      `const extra = { Version: "1.1", Statement: [${more}] };\nsend({ Version: "1.1", Statement: [base, extra].flatMap((one) => one.Statement) });`,
    ],
    [
      "its list",
      `send({ Version: "1.1", Statement: [{ Effect: "Allow", Action: base.Statement[0].Action }, ${more}] });`,
    ],
    [
      "a function of a library that copies",
      `const copy = cloneDeep(base);\ncopy.Statement.push(${more});\nsend(copy);`,
    ],
    [
      "a function of a library that merges",
      `send(merge({}, base, { Statement: [{ Action: [${needy}, ${needed}] }] }));`,
    ],
    [
      "a function of a library that runs changes",
      `send(produce(base, (draft) => { draft.Statement.push(${more}); }));`,
    ],
  ])("is not missing: %s", (_, code) => {
    expect(saidOf(libraries + needyBase + code, otc)).toEqual([]);
  });

  it.each([
    ["nothing", "send(base);"],
    ["a body", "send({ role: { display_name: 'a', type: 'XA', description: 'a', policy: base } });"],
    ["a body that has it twice", "send({ role: { policy: base }, backup: base });"],
    ["a text", "send(JSON.stringify(base));"],
    ["a look at its parts", "base.Statement.forEach((one) => console.log(one.Action.length));\nsend(base);"],
    ["a result that is no copy", "const made = send(base);\nconsole.log(made.id);"],
    ["code that has nothing to do with it", "send(base, (error) => { console.error(error); });"],
    ["what is not written in it", `const one = ${more};\nsend(base);\nsend({ Version: "1.1", Statement: [one] });`],
  ])("is missing beside %s", (_, code) => {
    expect(rules(needyBase + code)).toContain("require-action-dependencies");
  });

  it("is missing in a copy that nobody completes", () => {
    const code = `${needyBase}send(structuredClone(base));`;
    expect(rules(code)).toEqual(["require-action-dependencies"]);
  });

  it("is missing where two policies share a statement of neither", () => {
    const code = `const read = { Effect: "Allow", Action: [${needy}] };\nsend({ Version: "1.1", Statement: [read] });\nsend({ Version: "1.1", Statement: [read, ${more}] });`;
    expect(rules(code)).toEqual(["require-action-dependencies"]);
  });
});
