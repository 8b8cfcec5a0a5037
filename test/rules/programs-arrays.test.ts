import { describe, expect, it } from "vitest";
import { findingsIn, saidOf, misspelt, policy, policyOf, testPrograms, testSilent, type Program } from "../programs.js";

const given = "declare const prod: boolean, stage: string, more: string[], names: string[];\n";
const withLists = (name: string, setup: string, actions: string, more?: Program[2]): Program => [
  name,
  `${given}${setup}\n${policy(actions)}`,
  more,
];
const inline = (name: string, actions: string, more?: Program[2]): Program => [name, given + policy(actions), more];

testPrograms("map", [
  inline("of verbs to a template", '["get", "⟦lst⟧"].map((verb) => `ims:images:${verb}`)'),
  inline("of verbs to a sum", '["get", "⟦lst⟧"].map((verb) => "ims:images:" + verb)'),
  inline(
    "of verbs by a function with a body",
    '["get", "⟦lst⟧"].map(function (verb) { return `ims:images:${verb}`; })',
  ),
  withLists(
    "by a function of a name",
    "const act = (verb: string) => `ims:images:${verb}`;",
    '["get", "⟦lst⟧"].map(act)',
    {
      findings: [misspelt("(made by act)")],
    },
  ),
  withLists("of a constant", 'const verbs = ["get", "⟦lst⟧"] as const;', "verbs.map((verb) => `ims:images:${verb}`)"),
  inline("of records", '[{ type: "images", verb: "⟦lst⟧" }].map(({ type, verb }) => `ims:${type}:${verb}`)'),
  inline("of the elements as they are", '["ims:images:get", "ims:images:⟦lst⟧"].map((name) => name)'),
  inline("by String", '["ims:images:get", "ims:images:⟦lst⟧"].map(String)'),
  inline("with the index", '["ims:images:get", "ims:images:⟦lst⟧"].map((name, index) => (index > 5 ? "" : name))'),
  [
    "to statements",
    policyOf('[["ims:images:get"], ["ims:images:⟦lst⟧"]].map((Action) => ({ Effect: "Allow", Action }))'),
  ],
  [
    "of statements to others",
    `${given}const list = [{ Action: ["ims:images:⟦lst⟧"] }, { Action: ["ims:images:get"] }];\n${policyOf('list.map((one) => ({ Effect: "Allow", ...one }))')}`,
  ],
  [
    "to policies",
    '["⟦lst⟧", "get"].map((verb) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [`ims:images:${verb}`] }] }));',
  ],
  inline("with a part that is not known", '["get", "⟦lst⟧", ...names].map((verb) => `ims:images:${verb}`)'),
]);

testPrograms("filter", [
  inline("by Boolean", '["ims:images:⟦lst⟧", prod && "ims:images:get"].filter(Boolean)'),
  inline("by Boolean, of what may not be there", '["ims:images:get", prod && "ims:images:⟦lst⟧"].filter(Boolean)'),
  inline("by a double negation", '["ims:images:⟦lst⟧", prod && "ims:images:get"].filter((name) => !!name)'),
  inline("by a type guard", '["ims:images:⟦lst⟧", undefined].filter((name): name is string => name !== undefined)'),
  inline("by startsWith", '["ims:images:⟦lst⟧", "ecs:servers:gte"].filter((name) => name.startsWith("ims:"))', {
    corrections: { gte: "gte" },
    isSilentForAws: false,
  }),
  withLists(
    "by includes",
    'const all = ["ims:images:get", "ims:images:⟦lst⟧", "ims:images:delete"];\nconst unwanted = ["ims:images:delete"];',
    "all.filter((name) => !unwanted.includes(name))",
  ),
  withLists(
    "by has",
    'const all = ["ims:images:get", "ims:images:⟦lst⟧", "ims:images:delete"];\nconst unwanted = new Set(["ims:images:delete"]);',
    "all.filter((name) => !unwanted.has(name))",
  ),
  inline("by what is not known", '["ims:images:get", "ims:images:⟦lst⟧"].filter((name) => names.includes(name))'),
  [
    "of statements",
    given +
      policyOf(
        '[{ Effect: "Allow", Action: ["ims:images:get"] }, prod && { Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }].filter(Boolean)',
      ),
  ],
]);

testPrograms("flatMap", [
  inline(
    "of records to names",
    '[{ type: "images", verbs: ["get", "⟦lst⟧"] }].flatMap(({ type, verbs }) => verbs.map((verb) => `ims:${type}:${verb}`))',
  ),
  inline("of lists", '[["ims:images:get"], ["ims:images:⟦lst⟧"]].flatMap((list) => list)'),
  inline("of what may be nothing", '["get", "⟦lst⟧"].flatMap((verb) => (prod ? [`ims:images:${verb}`] : []))'),
  inline("of names to names", '["ims:images:⟦lst⟧"].flatMap((name) => [name, "ims:images:get"])'),
  [
    "to statements",
    policyOf('["⟦lst⟧", "get"].flatMap((verb) => [{ Effect: "Allow", Action: [`ims:images:${verb}`] }])'),
  ],
]);

testPrograms("flat", [
  inline("of lists", '[["ims:images:get"], ["ims:images:⟦lst⟧"]].flat()'),
  inline("of lists and names", '["ims:images:get", ["ims:images:⟦lst⟧"]].flat()'),
  inline("of lists of lists", '[[["ims:images:get"]], [["ims:images:⟦lst⟧"]]].flat(2)'),
  inline("to any depth", '[[[["ims:images:⟦lst⟧"]]]].flat(Infinity)'),
  inline("of a list that may be empty", '[["ims:images:get"], prod ? ["ims:images:⟦lst⟧"] : []].flat()'),
  withLists(
    "of the values of a record",
    'const all = { read: ["ims:images:get"], other: ["ims:images:⟦lst⟧"] };',
    "Object.values(all).flat()",
  ),
]);

testPrograms("sort", [
  inline("of a list", '["ims:images:⟦lst⟧", "ims:images:get"].sort()'),
  inline("by a function", '["ims:images:⟦lst⟧", "ims:images:get"].sort((one, other) => one.localeCompare(other))'),
  withLists("of a constant, in place", 'const list = ["ims:images:⟦lst⟧", "ims:images:get"];\nlist.sort();', "list"),
  inline("of a copy", '[...["ims:images:⟦lst⟧", "ims:images:get"]].sort()'),
]);

testPrograms("toSorted", [
  inline("of a list", '["ims:images:⟦lst⟧", "ims:images:get"].toSorted()'),
  inline("by a function", '["ims:images:⟦lst⟧", "ims:images:get"].toSorted((one, other) => other.localeCompare(one))'),
  withLists("of a constant", 'const list = ["ims:images:⟦lst⟧", "ims:images:get"] as const;', "list.toSorted()"),
]);

testPrograms("reverse", [
  inline("of a list", '["ims:images:⟦lst⟧", "ims:images:get"].reverse()'),
  inline("of a copy", '["ims:images:⟦lst⟧", "ims:images:get"].toReversed()'),
  withLists("of a constant, in place", 'const list = ["ims:images:⟦lst⟧", "ims:images:get"];\nlist.reverse();', "list"),
]);

testPrograms("slice", [
  inline("from an index", '["ims:images:wrong", "ims:images:⟦lst⟧"].slice(1)', {
    findings: [misspelt()],
    isSilentForAws: false,
  }),
  inline("to an index", '["ims:images:⟦lst⟧", "ims:images:wrong"].slice(0, -1)'),
  inline("of everything", '["ims:images:⟦lst⟧", "ims:images:get"].slice()'),
  inline("from an index that is not known", '["ims:images:⟦lst⟧", "ims:images:get"].slice(names.length)'),
]);

testPrograms("concat", [
  inline("of a list", '["ims:images:get"].concat(["ims:images:⟦lst⟧"])'),
  inline("of a name", '["ims:images:get"].concat("ims:images:⟦lst⟧")'),
  inline("of nothing known", '["ims:images:⟦lst⟧"].concat(more)'),
  inline("of an empty list", '([] as string[]).concat(["ims:images:⟦lst⟧"], ["ims:images:get"])'),
  withLists("of constants", 'const read = ["ims:images:get"], other = ["ims:images:⟦lst⟧"];', "read.concat(other)"),
  inline("to what is not known", 'more.concat(["ims:images:⟦lst⟧"])'),
  inline("by spread, of what is not known", '[...more, "ims:images:⟦lst⟧", ...names]'),
]);

testPrograms("reduce", [
  inline(
    "by concat",
    '[["ims:images:get"], ["ims:images:⟦lst⟧"]].reduce((all, list) => all.concat(list), [] as string[])',
  ),
  inline(
    "by spread",
    '[["ims:images:get"], ["ims:images:⟦lst⟧"]].reduce<string[]>((all, list) => [...all, ...list], [])',
  ),
  inline(
    "by push",
    '["get", "⟦lst⟧"].reduce((all, verb) => { all.push(`ims:images:${verb}`); return all; }, [] as string[])',
  ),
  inline("without a start", '[["ims:images:get"], ["ims:images:⟦lst⟧"]].reduce((all, list) => [...all, ...list])'),
  withLists(
    "to a record",
    'const byName = ["⟦lst⟧", "get"].reduce((all, verb) => ({ ...all, [verb]: `ims:images:${verb}` }), {} as Record<string, string>);',
    "Object.values(byName)",
  ),
]);

testPrograms("join", [
  inline("of parts to a name", '[["ims", "images", "⟦lst⟧"].join(":"), "ims:images:get"]'),
  inline("of a constant's parts", '["get", "⟦lst⟧"].map((verb) => ["ims", "images", verb].join(":"))'),
  withLists("with a constant separator", 'const colon = ":";', '[["ims:images", "⟦lst⟧"].join(colon)]'),
  withLists(
    "of lines, split again",
    'const text = ["ims:images:get", "ims:images:⟦lst⟧"].join("\\n");',
    'text.split("\\n")',
  ),
]);

testPrograms("push and unshift", [
  withLists("push", 'const list = ["ims:images:get"];\nlist.push("ims:images:⟦lst⟧");', "list"),
  withLists("push of several", 'const list: string[] = [];\nlist.push("ims:images:⟦lst⟧", "ims:images:get");', "list"),
  withLists(
    "push of a spread",
    'const list: string[] = [];\nlist.push(...["ims:images:⟦lst⟧", "ims:images:get"]);',
    "list",
  ),
  withLists("unshift", 'const list = ["ims:images:get"];\nlist.unshift("ims:images:⟦lst⟧");', "list"),
  withLists(
    "push under a condition",
    'const list = ["ims:images:get"];\nif (prod) {\n  list.push("ims:images:⟦lst⟧");\n}',
    "list",
  ),
  withLists("push by &&", 'const list = ["ims:images:get"];\nprod && list.push("ims:images:⟦lst⟧");', "list"),
  withLists("an index", 'const list = ["ims:images:get"];\nlist[1] = "ims:images:⟦lst⟧";', "list"),
  withLists("an index at the end", 'const list = ["ims:images:get"];\nlist[list.length] = "ims:images:⟦lst⟧";', "list"),
  withLists("a reassignment", 'let list = ["ims:images:get"];\nlist = [...list, "ims:images:⟦lst⟧"];', "list"),
  [
    "push of statements",
    `const statements: object[] = [];\nstatements.push({ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] });\n${policyOf("statements")}`,
  ],
  [
    "push to a policy's statements",
    `export const policy = { Version: "1.1", Statement: [] as object[] };\npolicy.Statement.push({ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] });`,
  ],
  [
    "push to the actions of a statement",
    `${policy('["ims:images:get"]')}\npolicy.Statement[0].Action.push("ims:images:⟦lst⟧");`,
  ],
  [
    "in a function, before use",
    'export function make() {\n  const list: string[] = [];\n  list.push("ims:images:⟦lst⟧");\n  return { Version: "1.1", Statement: [{ Effect: "Allow", Action: list }] };\n}',
  ],
]);

testPrograms("Array.from", [
  inline("of a list", 'Array.from(["ims:images:⟦lst⟧", "ims:images:get"])'),
  inline("of a set", 'Array.from(new Set(["ims:images:⟦lst⟧", "ims:images:get"]))'),
  inline("with a function", 'Array.from(["get", "⟦lst⟧"], (verb) => `ims:images:${verb}`)'),
  inline("of a set, with a function", 'Array.from(new Set(["get", "⟦lst⟧"]), (verb) => `ims:images:${verb}`)'),
  inline("of a length", 'Array.from({ length: 2 }, (_, index) => `ims:images:${["get", "⟦lst⟧"][index]}`)'),
  inline("Array.of", 'Array.of("ims:images:⟦lst⟧", "ims:images:get")'),
]);

testPrograms("new Set", [
  inline("spread", '[...new Set(["ims:images:⟦lst⟧", "ims:images:get"])]'),
  inline("of spreads", '[...new Set([...["ims:images:⟦lst⟧"], "ims:images:get"])]'),
  withLists("of a constant", 'const list = new Set(["ims:images:⟦lst⟧"]);', '["ims:images:get", ...list]'),
  withLists(
    "with add",
    'const list = new Set<string>();\nlist.add("ims:images:⟦lst⟧").add("ims:images:get");',
    "[...list]",
  ),
  withLists("with values", 'const list = new Set(["ims:images:⟦lst⟧"]);', '[...list.values(), "ims:images:get"]'),
]);

testPrograms("Object.keys", [
  inline("of an object", 'Object.keys({ "ims:images:⟦lst⟧": true, "ims:images:get": true })'),
  inline("of verbs", "Object.keys({ ⟦lst⟧: 1, get: 1 }).map((verb) => `ims:images:${verb}`)"),
  withLists(
    "of a constant",
    'const why = { "ims:images:⟦lst⟧": "to see them", "ims:images:get": "to see one" };',
    "Object.keys(why)",
  ),
]);

testPrograms("Object.values", [
  inline("of an object", 'Object.values({ one: "ims:images:⟦lst⟧", other: "ims:images:get" })'),
  withLists(
    "of a constant",
    'const all = { one: "ims:images:⟦lst⟧", other: "ims:images:get" } as const;',
    "[...Object.values(all)]",
  ),
  withLists(
    "of an enum",
    'enum Image {\n  All = "ims:images:⟦lst⟧",\n  One = "ims:images:get",\n}',
    "Object.values(Image)",
  ),
  withLists(
    "of a frozen record of lists",
    'const all = Object.freeze({ one: ["ims:images:⟦lst⟧"] });',
    "Object.values(all).flat()",
  ),
]);

testPrograms("Object.entries", [
  inline(
    "to names",
    'Object.entries({ images: ["⟦lst⟧", "get"] }).flatMap(([type, verbs]) => verbs.map((verb) => `ims:${type}:${verb}`))',
  ),
  inline("of lone verbs", 'Object.entries({ images: "⟦lst⟧" }).map(([type, verb]) => `ims:${type}:${verb}`)'),
  [
    "to statements",
    policyOf(
      'Object.entries({ Read: ["ims:images:get"], All: ["ims:images:⟦lst⟧"] }).map(([, Action]) => ({ Effect: "Allow", Action }))',
    ),
  ],
]);

testPrograms("Object.fromEntries", [
  withLists(
    "of pairs",
    'const all = Object.fromEntries([["one", "ims:images:⟦lst⟧"], ["other", "ims:images:get"]]);',
    "Object.values(all)",
  ),
  withLists(
    "of mapped verbs",
    'const all = Object.fromEntries(["⟦lst⟧", "get"].map((verb) => [verb, `ims:images:${verb}`]));',
    "[all.lst, all.get]",
  ),
  withLists(
    "of entries",
    'const all = Object.fromEntries(Object.entries({ one: ["ims:images:⟦lst⟧"] }).map(([name, list]) => [name, list]));',
    "all.one",
  ),
]);

testPrograms("what is not understood", [
  inline("a method of a library", '[...wrap(names), "ims:images:⟦lst⟧"]'),
  inline("a mapping that is not known", '["ims:images:⟦lst⟧", ...names.map((name) => translate(name))]'),
  inline("a known prefix", '["ims:images:⟦lst⟧", ...names.map((name) => `ims:images:${name}`)]'),
  inline("a text", '["ims:images:⟦lst⟧", `ims:${stage}:get`]'),
  withLists("a list that is changed elsewhere", 'const list = ["ims:images:⟦lst⟧"];\nchange(list);', "list"),
  withLists(
    "a list that is filled in a loop",
    'const list = ["ims:images:⟦lst⟧"];\nfor (const name of names) list.push(name);',
    "list",
  ),
  withLists(
    "a list that a splice changes",
    'const list = ["ims:images:⟦lst⟧", "ims:images:get"];\nlist.splice(names.length, 1);',
    "list",
  ),
]);

const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';
const otc = { cloud: "otc" };

describe("a list that something which is not understood may complete", () => {
  it.each([
    ["a function", `const list = [${needy}];\naddDeps(list);\n`],
    ["a function whose result counts", `const list = [${needy}];\nconst count = addDeps(list);\n`],
    ["a function that is awaited", `const list = [${needy}];\nawait addDeps(list);\n`],
    ["a function in a condition", `const list = [${needy}];\nif (!addDeps(list)) throw new Error();\n`],
    ["a function behind a logical operator", `const list = [${needy}];\nprod && addDeps(list);\n`],
    ["a method", `const list = [${needy}];\nhelper.addDeps(list);\n`],
    ["a constructor", `const list = [${needy}];\nnew Completer(list);\n`],
    [
      "a constructor whose instance is used",
      `const list = [${needy}];\nconst completer = new Completer(list);\ncompleter.run();\n`,
    ],
    ["an imported function", `import { addDeps } from "./deps";\nconst list = [${needy}];\naddDeps(list);\n`],
    [
      "an imported function whose result is kept",
      `import { addDeps } from "./deps";\nconst list = [${needy}];\nconst done = addDeps(list);\n`,
    ],
    ["a function that has it in an object", `const list = [${needy}];\naddDeps({ list });\n`],
    ["a function that has it in a list", `const list = [${needy}];\naddDeps([list]);\n`],
    ["a function that gets it by spread", `const list = [${needy}];\naddDeps(...[list]);\n`],
    ["an object that holds it", `const list = [${needy}];\nconst holder = { list };\naddDeps(holder);\n`],
    ["an object that is assigned", `const list = [${needy}];\nholder.list = list;\nholder.complete();\n`],
    ["a function given to forEach", `const list = [${needy}];\nnames.forEach((name) => list.push(name));\n`],
    ["a loop", `const list = [${needy}];\nfor (const name of names) list.push(name);\n`],
    ["a loop with an index", `const list = [${needy}];\nfor (let i = 0; i < names.length; i++) list.push(names[i]);\n`],
    ["a while loop", `const list = [${needy}];\nwhile (names.length) list.push(names.pop()!);\n`],
    [
      "a function that is passed on",
      `const list = [${needy}];\nconst add = (name: string) => list.push(name);\nvisit(add);\n`,
    ],
    [
      "a function that another file may call",
      `const list = [${needy}];\nexport function add(name: string) { list.push(name); }\n`,
    ],
    ["push of a spread", `const list = [${needy}];\nlist.push(...names);\n`],
    ["push.apply", `const list = [${needy}];\nlist.push.apply(list, names);\n`],
    ["Array.prototype.push.call", `const list = [${needy}];\nArray.prototype.push.call(list, ...names);\n`],
    ["Reflect.apply", `const list = [${needy}];\nReflect.apply(Array.prototype.push, list, names);\n`],
    ["Object.assign", `const list = [${needy}];\nObject.assign(list, names);\n`],
    ["an index that is not known", `const list = [${needy}];\nlist[names.length] = stage;\n`],
    ["a destructured method", `const list = [${needy}];\nconst { push } = list;\npush.apply(list, names);\n`],
    ["an alias", `const list = [${needy}];\nconst same = list;\nsame.push(...names);\n`],
    ["an alias by a function", `const list = [${needy}];\nconst self = <T>(x: T) => x;\nself(list).push(...names);\n`],
    ["a tag", `const list = [${needy}];\nfill\`\${list}\`;\n`],
    ["a new variable", `let list = [${needy}];\nlist = complete(list);\n`],
    ["a variable that a closure sets", `let list = [${needy}];\nrun(() => { list = complete(list); });\n`],
    [
      "a generator",
      `const list = [${needy}];\nfunction* all() { list.push(stage); yield 1; }\nfor (const _ of all()) {}\n`,
    ],
    ["an asynchronous iteration", `const list = [${needy}];\nfor await (const name of source()) list.push(name);\n`],
    ["a getter", `const list = [${needy}];\nconst o = { get x() { list.push(stage); return 1; } };\nuse(o.x);\n`],
    ["a static block", `const list = [${needy}];\nclass A { static { list.push(stage); } }\n`],
    [
      "a constructor of the file",
      `const list = [${needy}];\nclass A { constructor(names: string[]) { list.push(...names); } }\nnew A(names);\n`,
    ],
    ["a map", `const list = [${needy}];\nnew Map([["a", list]]).get(stage)?.push(...names);\n`],
    ["a prototype", `const list = [${needy}];\nObject.create({ list }).list.push(...names);\n`],
    [
      "a member of what is not known",
      `const list = [${needy}];\nhelper.lists = { list };\nhelper.lists.list.push(stage);\n`,
    ],
    [
      "Object.assign to what is not known",
      `const list = [${needy}];\nObject.assign(helper, { list }).list.push(stage);\n`,
    ],
    [
      "entries that may be others",
      `const list = [${needy}];\nObject.fromEntries(Object.entries(prod ? helper : { list })).list.push(stage);\n`,
    ],
    [
      "a method that is bound",
      `const list = [${needy}];\nconst add = (prod ? list : names).push.bind(prod ? list : names);\nadd(stage);\n`,
    ],
    ["a function that may be there", `const list = [${needy}];\nhelper.complete?.(list);\n`],
    [
      "an argument of a function that may be there",
      `const list = [${needy}];\nhelper.complete?.(list.push(${needed}));\n`,
    ],
    [
      "a getter that is copied",
      `const list = [${needy}];\nconst copy = { ...Object.freeze({ get x() { list.push(stage); return 1; } }) };\n`,
    ],
    [
      "an object that writes itself",
      `const list = [${needy}];\nJSON.stringify({ a: { toJSON: () => list.push(stage) } });\n`,
    ],
    [
      "an iterator of the file",
      `const list = [${needy}];\nconst all = [...{ *[Symbol.iterator]() { list.push(stage); } }];\n`,
    ],
    [
      "what a reduce begins with",
      `const list = [${needy}];\nnames.reduce((all, name) => { all.push(name); return all; }, list);\n`,
    ],
    ["defineProperty", `const list = [${needy}];\nObject.defineProperty(list, 1, { value: stage });\n`],
    ["a hole", `const list = [${needy}, , "ims:images:get"].map((name) => name ?? stage);\n`],
    ["a switch", `const list = [${needy}];\nswitch (stage) { case "a": list.push(${needed}); }\n`],
    ["try", `const list = [${needy}];\ntry { list.push(read()); } catch {}\n`],
    ["copyWithin, fill and splice", `const list = [${needy}, "ims:images:get"];\nlist.fill(stage, 1);\n`],
    ["splice", `const list = [${needy}, "ims:images:get"];\nlist.splice(1, 0, ...names);\n`],
    ["length", `const list = ["ims:images:get", ${needy}];\nlist.length = names.length;\n`],
    ["an assignment by a pattern", `const list = [${needy}, "ims:images:get"];\n[list[1]] = names;\n`],
    ["with", `const list = [${needy}, "ims:images:get"].with(1, stage);\n`],
    ["toSpliced", `const list = [${needy}].toSpliced(0, 0, ...names);\n`],
  ])("is not complete: %s", (_, setup) => {
    expect(saidOf(given + setup + policy("list"), { settings: otc })).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["a function that writes it out", "console.log(list);\n"],
    ["a join", 'send(list.join(", "));\n'],
    ["a copy", "send([...list]);\n"],
    ["a length", "send(list.length);\n"],
    ["a test", 'if (list.includes("x")) send();\n'],
    ["another list", "addDeps(names);\n"],
    ["a known function that changes nothing", "const count = (all: string[]) => all.length;\nsend(count(list));\n"],
  ])("is complete: %s", (_, between) => {
    const code = `${given}const list = [${needy}];\n${between}${policy("list")}`;
    expect(findingsIn(code, { settings: otc }).map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });

  it.each([
    ["push", `const list = [${needy}];\nlist.push(${needed});\n`],
    ["concat", `const list = [${needy}].concat([${needed}]);\n`],
    [
      "a known function",
      `const addDeps = (all: string[]) => { all.push(${needed}); };\nconst list = [${needy}];\naddDeps(list);\n`,
    ],
    [
      "a known function that returns another list",
      `const addDeps = (all: string[]) => [...all, ${needed}];\nconst list = addDeps([${needy}]);\n`,
    ],
    ["a loop over what is known", `const list = [${needy}];\nfor (const name of [${needed}]) list.push(name);\n`],
    ["map", `const list = ["publish", "getCode"].map((verb) => \`functiongraph:function:\${verb}\`);\n`],
    ["flatMap", `const list = [${needy}].flatMap((name) => [name, ${needed}]);\n`],
    ["a Set", `const list = [...new Set([${needy}]).add(${needed})];\n`],
    ["reduce", `const list = [[${needy}], [${needed}]].reduce((all, one) => all.concat(one));\n`],
    ["a sorted list", `const list = [${needy}, ${needed}].sort((one, other) => one.localeCompare(other));\n`],
  ])("is complete and has all: %s", (_, setup) => {
    expect(saidOf(given + setup + policy("list"), { settings: otc })).toEqual([]);
  });

  it.each([
    ["map", `["publish", "seal"].map((verb) => \`functiongraph:function:\${verb}\`)`],
    ["concat", `[${needy}].concat(["ims:images:get"])`],
    ["flat", `[[${needy}], ["ims:images:get"]].flat()`],
    ["a Set", `[...new Set([${needy}, "ims:images:get"])]`],
    ["sort", `[${needy}, "ims:images:get"].sort()`],
    ["values", `Object.values({ one: ${needy} })`],
    ["filter", `[${needy}, ""].filter(Boolean)`],
    ["slice", `[${needy}, ${needed}].slice(0, 1)`],
    ["filter that leaves it out", `[${needy}, ${needed}].filter((name) => name.endsWith("publish"))`],
    ["reduce", `[[${needy}]].reduce((all, one) => [...all, ...one], [] as string[])`],
  ])("is complete and lacks one: %s", (_, actions) => {
    const found = findingsIn(given + policy(actions), { settings: otc });
    expect(found.map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });
});

describe("a duplicate", () => {
  it.each([
    ["of a spread", `const read = ["ims:images:get"];\n${policy('[...read, "ims:images:get"]')}`],
    ["of concat", policy('["ims:images:get"].concat(["ims:images:get"])')],
    ["of map", policy('["get", "get"].map((verb) => `ims:images:${verb}`)')],
    ["of flat", policy('[["ims:images:get"], ["ims:images:get", "ims:images:list"]].flat()')],
  ])("is one: %s", (_, code) => {
    expect(findingsIn(code).map(({ rule }) => rule)).toEqual(["no-redundant-action"]);
  });

  it.each([
    ["of a Set", policy('[...new Set(["ims:images:get", "ims:images:get"])]')],
    [
      "of a Set and spreads",
      `const read = ["ims:images:get"];\n${policy('[...new Set([...read, "ims:images:get"])]')}`,
    ],
    ["of Array.from of a Set", policy('Array.from(new Set(["ims:images:get", "ims:images:get"]))')],
    [
      "of a filter by the first index",
      policy('["ims:images:get", "ims:images:get"].filter((name, index, all) => all.indexOf(name) === index)'),
    ],
    ["of keys", policy('Object.keys({ "ims:images:get": 1, ["ims:images:get"]: 2 })')],
    [
      "of has",
      `const list = new Set(["ims:images:get"]);\nif (!list.has("ims:images:get")) list.add("ims:images:get");\n${policy("[...list]")}`,
    ],
    [
      "of includes",
      `const list = ["ims:images:get"];\nif (!list.includes("ims:images:get")) list.push("ims:images:get");\n${policy("list")}`,
    ],
    ["of Set.union", policy('[...new Set(["ims:images:get"]).union(new Set(["ims:images:get"]))]')],
    ["of a Map", policy('[...new Map([["ims:images:get", 1], ["ims:images:get", 2]]).keys()]')],
    [
      "of reduce",
      policy(
        '["ims:images:get", "ims:images:get"].reduce((all, one) => (all.includes(one) ? all : [...all, one]), [] as string[])',
      ),
    ],
  ])("is none: %s", (_, code) => {
    expect(saidOf(code)).toEqual([]);
  });
});

testSilent("a correct program with lists", [
  [
    "an empty list that is filled",
    `${given}const list: string[] = [];\nfor (const name of names) list.push(\`ims:images:\${name}\`);\n${policy("list")}`,
  ],
  ["a list that pop shortens", `const list = ["ims:images:get", "ims:images:lst"];\nlist.pop();\n${policy("list")}`],
  [
    "a list that shift shortens",
    `const list = ["ims:images:lst", "ims:images:get"];\nlist.shift();\n${policy("list")}`,
  ],
  [
    "a list that splice shortens",
    `const list = ["ims:images:lst", "ims:images:get"];\nlist.splice(0, 1);\n${policy("list")}`,
  ],
  [
    "a list that length shortens",
    `const list = ["ims:images:get", "ims:images:lst"];\nlist.length = 1;\n${policy("list")}`,
  ],
  ["an element that is replaced", `const list = ["ims:images:lst"];\nlist[0] = "ims:images:list";\n${policy("list")}`],
  [
    "an element that fill replaces",
    `const list = ["ims:images:lst"];\nlist.fill("ims:images:list");\n${policy("list")}`,
  ],
  ["an element that a map replaces", policy('["ims:images:lst"].map((name) => name.replace("lst", "list"))')],
  [
    "an element that a map replaces by a table",
    `const names: Record<string, string> = { lst: "list" };\n${policy('["lst"].map((verb) => `ims:images:${names[verb]}`)')}`,
  ],
  ["an element that with replaces", policy('["ims:images:lst"].with(0, "ims:images:list")')],
  ["an element that toSpliced replaces", policy('["ims:images:lst"].toSpliced(0, 1, "ims:images:list")')],
  [
    "an element that a Set deletes",
    `const list = new Set(["ims:images:lst", "ims:images:get"]);\nlist.delete("ims:images:lst");\n${policy("[...list]")}`,
  ],
  [
    "elements that a filter takes out",
    policy('["ims:images:lst", "ims:images:get"].filter((name) => name !== "ims:images:lst")'),
  ],
  [
    "elements that a filter by includes takes out",
    policy('["ims:images:lst", "ims:images:get"].filter((name) => !["ims:images:lst"].includes(name))'),
  ],
  [
    "a member that delete takes out",
    `const all: Record<string, string> = { one: "ims:images:lst", other: "ims:images:get" };\ndelete all.one;\n${policy("Object.values(all)")}`,
  ],
  [
    "a member that rest leaves out",
    `const { one, ...rest } = { one: "ims:images:lst", other: "ims:images:get" };\n${policy("Object.values(rest)")}`,
  ],
  [
    "an array that at and indices take apart",
    `const pair = ["ims:images:get", "ims:images:list"];\n${policy("[pair[0], pair.at(-1)]")}`,
  ],
  [
    "an array that is destructured",
    `const [first, ...rest] = ["ims:images:get", "ims:images:list"];\n${policy("[first, ...rest]")}`,
  ],
]);
