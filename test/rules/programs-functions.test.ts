import { describe, expect, it } from "vitest";
import {
  findingsIn,
  misspelt,
  misspeltGet,
  policy,
  policyOf,
  readMarked,
  saidOf,
  testPrograms,
  testSilent,
  type Program,
} from "../programs.js";

const given = "declare const prod: boolean, name: string, names: string[];\n";
const after = (title: string, setup: string, statements: string, more?: Program[2]): Program => [
  title,
  `${given}${setup}\n${policyOf(statements)}`,
  more,
];
const actions = (title: string, setup: string, list: string, more?: Program[2]): Program => [
  title,
  `${given}${setup}\n${policy(list)}`,
  more,
];

testPrograms("a helper that makes a statement", [
  after(
    "of rest parameters",
    'const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });',
    '[allow("ims:images:get", "ims:images:⟦lst⟧")]',
  ),
  after(
    "of rest parameters and a conditional spread",
    'const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });',
    '[allow("ims:images:get", ...(prod ? ["ims:images:⟦lst⟧"] : []))]',
  ),
  after(
    "of rest parameters, of which each is one of two",
    'const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });',
    '[allow(...(prod ? ["ims:images:⟦lst⟧"] : ["ims:images:get"]))]',
  ),
  after(
    "of a list",
    'const allow = (actions: string[]) => ({ Effect: "Allow", Action: actions });',
    '[allow(["ims:images:⟦lst⟧"])]',
  ),
  after(
    "of one action",
    'function allow(action: string) { return { Effect: "Allow", Action: [action] }; }',
    '[allow("ims:images:⟦lst⟧"), allow("ims:images:get")]',
  ),
  after(
    "of an object",
    'const allow = ({ actions }: { actions: string[] }) => ({ Effect: "Allow", Action: actions });',
    '[allow({ actions: ["ims:images:⟦lst⟧"] })]',
  ),
  after(
    "of an object with a default",
    'const allow = ({ actions = ["ims:images:⟦lst⟧"] }: { actions?: string[] } = {}) => ({ Effect: "Allow", Action: actions });',
    "[allow()]",
  ),
  after(
    "with a default effect",
    'const grant = (actions: string[], effect = "Allow") => ({ Effect: effect, Action: actions });',
    '[grant(["ims:images:⟦lst⟧"])]',
  ),
  after(
    "with a default effect that is wrong",
    'const grant = (actions: string[], effect = "⟦Alow⟧") => ({ Effect: effect, Action: actions });',
    '[grant(["ims:images:get"])]',
    { findings: [["valid-policy", "Alow"]], isSilentForAws: false },
  ),
  after(
    "with an effect that is given",
    "const grant = (effect: string, ...actions: string[]) => ({ Effect: effect, Action: actions });",
    '[grant("⟦Alow⟧", "ims:images:get")]',
    { findings: [["valid-policy", "Alow"]], isSilentForAws: false },
  ),
  after(
    "with what is given spread",
    'const allow = (actions: string[], more = {}) => ({ Effect: "Allow", Action: actions, ...more });',
    '[allow(["ims:images:⟦lst⟧"])]',
  ),
  after(
    "in a map",
    'const allow = (action: string) => ({ Effect: "Allow", Action: [action] });',
    '["ims:images:⟦lst⟧", "ims:images:get"].map(allow)',
  ),
  after(
    "in a method of an object",
    'const iam = { allow(...actions: string[]) { return { Effect: "Allow", Action: actions }; } };',
    '[iam.allow("ims:images:⟦lst⟧")]',
  ),
  after(
    "in a member of an object",
    'const iam = { allow: (...actions: string[]) => ({ Effect: "Allow", Action: actions }) };',
    '[iam.allow("ims:images:⟦lst⟧")]',
  ),
  after(
    "of an array that is taken apart",
    'const allow = ([service, verb]: string[]) => ({ Effect: "Allow", Action: [`${service}:${verb}`] });',
    '[allow(["ims:images", "⟦lst⟧"])]',
    {
      findings: [misspelt("(made by allow)")],
    },
  ),
]);

testPrograms("a helper that makes a condition", [
  [
    "of a key",
    `const tag = (key: string) => ({ StringEquals: { [key]: ["x"] } });\n${policyOf('[{ Effect: "Allow", Action: ["ims:images:get"], Condition: tag("⟦g:UserNam⟧") }]')}`,
    { findings: [["valid-condition", '"g:UserNam"']], corrections: { UserNam: "UserName" }, isSilentForAws: false },
  ],
  [
    "of an operator",
    `const when = (operator: string) => ({ [operator]: { "g:UserName": ["x"] } });\n${policyOf('[{ Effect: "Allow", Action: ["ims:images:get"], Condition: when("⟦StringEqual⟧") }]')}`,
    {
      findings: [["valid-condition", '"StringEqual"']],
      corrections: { StringEqual: "StringEquals" },
      isSilentForAws: false,
    },
  ],
  [
    "with the operator in it",
    `const when = (key: string) => ({ ⟦StringEqual⟧: { [key]: ["x"] } });\n${policyOf('[{ Effect: "Allow", Action: ["ims:images:get"], Condition: when("g:UserName") }]')}`,
    {
      findings: [["valid-condition", '"StringEqual"']],
      corrections: { StringEqual: "StringEquals" },
      isSilentForAws: false,
    },
  ],
]);

testPrograms("a helper that makes a policy", [
  [
    "as an object",
    `const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport const policy = policyOf(["ims:images:⟦lst⟧"]);`,
  ],
  [
    "as text",
    `function policyOf(actions: string[]) {\n  return JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n}\nexport const policy = policyOf(["ims:images:⟦lst⟧"]);`,
  ],
  [
    "of statements",
    `const policyOf = (...statements: object[]) => ({ Version: "1.1", Statement: statements });\nexport const policy = policyOf({ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] });`,
  ],
  [
    "of another helper's statements",
    `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\nconst policyOf = (...statements: object[]) => ({ Version: "1.1", Statement: statements });\nexport const policy = policyOf(allow("ims:images:get"), allow("ims:images:⟦lst⟧"));`,
  ],
  [
    "called by the exported functions",
    `const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport function one() {\n  return policyOf(["ims:images:⟦lst⟧"]);\n}\nexport const other = () => policyOf(["ims:images:⟦gte⟧"]);`,
    { findings: [misspelt(), misspeltGet()] },
  ],
  [
    "before its definition",
    `export const policy = policyOf(["ims:images:⟦lst⟧"]);\nfunction policyOf(actions: string[]) {\n  return { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] };\n}`,
  ],
  [
    "as the default export",
    `const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport default policyOf(["ims:images:⟦lst⟧"]);`,
  ],
  [
    "asynchronously",
    `const policyOf = async (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport const policy = await policyOf(["ims:images:⟦lst⟧"]);`,
  ],
]);

testPrograms("a helper that makes the name of an action", [
  actions("of a verb", "const image = (verb: string) => `ims:images:${verb}`;", '[image("get"), image("⟦lst⟧")]', {
    findings: [misspelt("(made by image)")],
  }),
  actions(
    "of a service and the rest",
    "const act = (service: string, rest: string) => `${service}:${rest}`;",
    '[act("ims", "images:⟦lst⟧")]',
    { findings: [misspelt("(made by act)")] },
  ),
  actions("of three parts", 'const act = (...parts: string[]) => parts.join(":");', '[act("ims", "images", "⟦lst⟧")]', {
    findings: [misspelt("(made by act)")],
  }),
  actions("by a sum", 'function image(verb: string) { return "ims:images:" + verb; }', '[image("⟦lst⟧")]', {
    findings: [misspelt("(made by image)")],
  }),
  actions(
    "by a helper of a helper",
    'const act = (type: string, verb: string) => `ims:${type}:${verb}`;\nconst image = (verb: string) => act("images", verb);',
    '[image("⟦lst⟧")]',
    {
      findings: [misspelt("(made by act)")],
    },
  ),
  actions(
    "by a function that makes one",
    'const of = (type: string) => (verb: string) => `ims:${type}:${verb}`;\nconst image = of("images");',
    '[image("⟦lst⟧")]',
    {
      findings: [misspelt("(made by image)")],
    },
  ),
  actions(
    "by a curried call",
    "const of = (type: string) => (verb: string) => `ims:${type}:${verb}`;",
    '[of("images")("⟦lst⟧")]',
  ),
  actions("in a map", "const image = (verb: string) => `ims:images:${verb}`;", '["get", "⟦lst⟧"].map(image)', {
    findings: [misspelt("(made by image)")],
  }),
  actions(
    "by a table",
    'const verbs: Record<string, string> = { all: "⟦lst⟧", one: "get" };\nconst image = (name: string) => `ims:images:${verbs[name]}`;',
    '[image("all"), image("one")]',
    {
      findings: [misspelt("(made by image)")],
    },
  ),
  actions(
    "by a switch",
    'function image(all: boolean) {\n  switch (all) {\n    case true:\n      return "ims:images:⟦lst⟧";\n    default:\n      return "ims:images:get";\n  }\n}',
    "[image(true), image(false)]",
  ),
  actions(
    "by an if",
    'function image(all: boolean) {\n  if (all) {\n    return "ims:images:⟦lst⟧";\n  }\n  return "ims:images:get";\n}',
    "[image(prod)]",
  ),
  actions("with a default", 'const image = (verb = "⟦lst⟧") => `ims:images:${verb}`;', "[image()]", {
    findings: [misspelt("(made by image)")],
  }),
]);

testPrograms("a helper that makes a list", [
  actions("without parameters", 'function all() {\n  return ["ims:images:get", "ims:images:⟦lst⟧"];\n}', "all()"),
  actions(
    "of a type and verbs",
    "const of = (type: string, ...verbs: string[]) => verbs.map((verb) => `ims:${type}:${verb}`);",
    '[...of("images", "get", "⟦lst⟧")]',
    {
      findings: [misspelt("(made by of)")],
    },
  ),
  actions(
    "with plain statements",
    'function all() {\n  const list: string[] = [];\n  list.push("ims:images:get");\n  list.push("ims:images:⟦lst⟧");\n  return list;\n}',
    "all()",
  ),
  actions(
    "with a loop",
    "function all(...verbs: string[]) {\n  const list: string[] = [];\n  for (const verb of verbs) {\n    list.push(`ims:images:${verb}`);\n  }\n  return list;\n}",
    'all("get", "⟦lst⟧")',
    {
      findings: [misspelt("(made by all)")],
    },
  ),
  actions(
    "of lists",
    "const join = (...lists: string[][]) => lists.flat();",
    '[...join(["ims:images:get"], ["ims:images:⟦lst⟧"])]',
  ),
  actions(
    "without duplicates",
    "const unique = (list: string[]) => [...new Set(list)];",
    'unique(["ims:images:⟦lst⟧", "ims:images:get", "ims:images:get"])',
  ),
  actions(
    "that is generic",
    "const tuple = <T extends string[]>(...list: T) => list;",
    'tuple("ims:images:⟦lst⟧", "ims:images:get")',
  ),
  actions(
    "that is the list given",
    "function define<const T>(list: T): T {\n  return list;\n}",
    'define(["ims:images:⟦lst⟧"])',
  ),
  actions(
    "with an option",
    'const all = (options: { write?: boolean } = {}) => ["ims:images:get", ...(options.write ? ["ims:images:⟦lst⟧"] : [])];',
    "all({ write: true })",
  ),
  actions(
    "by a closure",
    'const list = ["ims:images:get"];\nconst add = (action: string) => {\n  list.push(action);\n};\nadd("ims:images:⟦lst⟧");',
    "list",
  ),
  actions(
    "by a counter",
    'function make() {\n  const list: string[] = [];\n  return { add: (action: string) => list.push(action), list };\n}\nconst made = make();\nmade.add("ims:images:⟦lst⟧");',
    "made.list",
  ),
  actions(
    "that returns early",
    "function all(verbs: string[]) {\n  if (verbs.length === 0) {\n    return [];\n  }\n  return verbs.map((verb) => `ims:images:${verb}`);\n}",
    'all(["⟦lst⟧"])',
    {
      findings: [misspelt("(made by all)")],
    },
  ),
  actions(
    "that calls itself",
    "function all([verb, ...rest]: string[]): string[] {\n  return verb === undefined ? [] : [`ims:images:${verb}`, ...all(rest)];\n}",
    'all(["get", "⟦lst⟧"])',
    {
      findings: [misspelt("(made by all)")],
    },
  ),
]);

testPrograms("parameters", [
  actions("defaults", 'const all = (first = "ims:images:⟦lst⟧", second = first) => [first];', "all()"),
  actions(
    "a default of another parameter",
    "const all = (type: string, name = `ims:${type}`) => [`${name}:⟦lst⟧`];",
    '[...all("images")]',
    { findings: [misspelt("(made by all)")] },
  ),
  actions(
    "rest after others",
    "const all = (type: string, ...verbs: string[]) => verbs.map((verb) => `${type}:${verb}`);",
    'all("ims:images", "⟦lst⟧")',
    {
      findings: [misspelt("(made by all)")],
    },
  ),
  actions(
    "a spread of arguments",
    "const all = (...list: string[]) => list;",
    'all(...["ims:images:⟦lst⟧"], "ims:images:get")',
  ),
  actions(
    "destructuring with a new name",
    "const all = ({ actions: list }: { actions: string[] }) => list;",
    'all({ actions: ["ims:images:⟦lst⟧"] })',
  ),
  actions(
    "destructuring of what is nested",
    "const all = ({ ims: { read } }: { ims: { read: string[] } }) => read;",
    'all({ ims: { read: ["ims:images:⟦lst⟧"] } })',
  ),
  actions(
    "destructuring with rest",
    "const all = ({ skip, ...rest }: Record<string, string>) => Object.values(rest);",
    'all({ skip: "x", one: "ims:images:⟦lst⟧" })',
  ),
  actions(
    "the object as a whole",
    "const all = (options: { actions: string[] }) => options.actions;",
    'all({ actions: ["ims:images:⟦lst⟧"] })',
  ),
  actions(
    "a callback",
    "const each = (list: string[], to: (name: string) => string) => list.map(to);",
    'each(["get", "⟦lst⟧"], (verb) => `ims:images:${verb}`)',
  ),
]);

testPrograms("getters", [
  actions("of an object", 'const image = {\n  get all() {\n    return ["ims:images:⟦lst⟧"];\n  },\n};', "image.all"),
  actions(
    "that use this",
    'const image = {\n  type: "images",\n  get all() {\n    return `ims:${this.type}:⟦lst⟧`;\n  },\n};',
    "[image.all]",
  ),
  actions(
    "that are spread",
    'const image = {\n  get all() {\n    return ["ims:images:⟦lst⟧"];\n  },\n};',
    "[...image.all]",
  ),
]);

testPrograms("a function that is called where it is written", [
  actions("an arrow", "", '(() => ["ims:images:⟦lst⟧"])()'),
  actions(
    "with a body",
    "",
    '(() => {\n  const list = ["ims:images:get"];\n  list.push("ims:images:⟦lst⟧");\n  return list;\n})()',
  ),
  actions("a function", "", '(function () { return ["ims:images:⟦lst⟧"]; })()'),
  actions("with an argument", "", '((verb: string) => [`ims:images:${verb}`])("⟦lst⟧")'),
  [
    "with a policy",
    '(() => {\n  const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] };\n  create(policy);\n})();',
  ],
  [
    "that is asynchronous",
    '(async () => {\n  await create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] });\n})();',
  ],
]);

testPrograms("a function with what it is given before", [
  actions(
    "its first argument",
    "const image = (kind: string, verb: string) => `ims:${kind}:${verb}`;",
    '[image.bind(null, "images")("⟦lst⟧")]',
    {
      findings: [misspelt("(made by image)")],
    },
  ),
  actions(
    "its first arguments, in two steps",
    "const named = (a: string, b: string, ...verbs: string[]) => verbs.map((verb) => `${a}:${b}:${verb}`);\nconst ims = named.bind(null, 'ims');\nconst images = ims.bind(null, 'images');",
    'images("get", "⟦lst⟧")',
    { findings: [misspelt("(made by named)")] },
  ),
  actions(
    "its own type of this",
    "function image(this: void, kind: string, verb: string) {\n  return `ims:${kind}:${verb}`;\n}",
    '[image("images", "⟦lst⟧")]',
    { findings: [misspelt("(made by image)")] },
  ),
]);

const later = (name: string, load: string, use: string): Program => [name, `const load = ${load};\n${use}`];

testPrograms("a promise", [
  later(
    "that is awaited in a list",
    'async () => ["ims:images:⟦lst⟧"]',
    `const [one, two] = await Promise.all([load(), Promise.resolve(["ims:images:get"])]);\n${policy("[...one, ...two]")}`,
  ),
  later(
    "of each element",
    'async (kind: string) => [`ims:${kind}:get`, "ims:images:⟦lst⟧"]',
    `const lists = await Promise.all(["images"].map(load));\n${policy("lists.flat()")}`,
  ),
  later(
    "that a chain goes on with",
    '() => Promise.resolve({ images: ["ims:images:⟦lst⟧"] })',
    'await load()\n  .then(({ images }) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: images }] }))\n  .then((made) => send(made));',
  ),
  later(
    "that makes a policy later",
    'async () => ["ims:images:⟦lst⟧"]',
    'load().then((Action) => {\n  send({ Version: "1.1", Statement: [{ Effect: "Allow", Action }] });\n});',
  ),
]);

testPrograms("one of several functions", [
  actions(
    "of a record",
    'const lists: Record<string, () => string[]> = { a: () => ["ims:images:get"], b: () => ["ims:images:⟦lst⟧"] };',
    "[...lists[kind]()]",
  ),
  actions(
    "of a record, with an argument",
    "const lists = { a: (verb: string) => [`ims:images:${verb}`], b: () => [] };",
    'lists[kind as keyof typeof lists]("⟦lst⟧")',
  ),
  actions(
    "that a condition chooses",
    'const list = kind ? () => ["ims:images:⟦lst⟧"] : () => ["ims:images:get"];',
    "list()",
  ),
]);

testPrograms("a function that nothing calls", [
  [
    "with a policy",
    `export function make() {\n  ${policy('["ims:images:⟦lst⟧"]').replace("export ", "")}\n  return policy;\n}`,
  ],
  [
    "with parameters",
    `export const make = (bucket: string, ...more: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧", ...more], Resource: [bucket] }] });`,
  ],
  [
    "with a parameter that has a default",
    `export function make(actions = ["ims:images:⟦lst⟧"]) {\n  return { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] };\n}`,
  ],
  [
    "given to another one",
    `test("makes a role", () => {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] });\n});`,
  ],
  [
    "in an object",
    `export const handlers = {\n  create() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] };\n  },\n};`,
  ],
  [
    "a generator",
    `export function* all() {\n  yield { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] };\n}`,
  ],
  [
    "that is returned",
    `export function factory() {\n  return () => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] });\n}`,
  ],
  [
    "after a return",
    `export function make() {\n  return policyOf(["ims:images:get"]);\n  function policyOf(more: string[]) {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧", ...more] }] };\n  }\n}`,
  ],
]);

describe("a helper that is called several times", () => {
  const inHelper = 'const allow = (action: string) => ({ Effect: "Allow", Action: ["ims:images:lst", action] });\n';
  it("has the mistake in it once, whatever the calls", () => {
    const code =
      inHelper + policyOf('[allow("ims:images:get"), allow("ims:images:delete"), allow("ims:images:update")]');
    expect(findingsIn(code).map(({ text, start }) => [text, start])).toEqual([["lst", code.indexOf("lst")]]);
  });

  it("has the mistake in a text once for each text that it makes", () => {
    const code = `const image = (verb: string) => \`ims:images:\${verb}\`;\n${policyOf('[{ Effect: "Allow", Action: [image("lst"), image("get")] }, { Effect: "Deny", Action: [image("gte")] }]')}`;
    expect(findingsIn(code).map(({ text }) => text)).toEqual(["lst", "gte"]);
  });

  it("has a mistake of the same literal once, and one of each call", () => {
    const one = (action: string) => `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: [${action}] }] }`;
    const code = `const verb = "lst";\nconst image = (name: string) => \`ims:images:\${name}\`;\nexport const policies = [${one("image(verb)")}, ${one("image(verb)")}, ${one('image("lst")')}];`;
    expect(findingsIn(code).map(({ start }) => start)).toEqual([code.indexOf("lst"), code.lastIndexOf("lst")]);
  });

  it("has mistakes of its arguments at each of them", () => {
    const code = `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\nexport const one = { Version: "1.1", Statement: [allow("ims:images:lst")] };\nexport const other = { Version: "1.1", Statement: [allow("ims:images:gte")] };`;
    expect(findingsIn(code).map(({ text }) => text)).toEqual(["lst", "gte"]);
  });

  it("has the mistakes of a policy that it makes at each argument", () => {
    const code = `const policyOf = (...actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport const policies = [policyOf("ims:images:lst"), policyOf("ims:images:get"), policyOf("ims:images:gte")];`;
    expect(findingsIn(code).map(({ text }) => text)).toEqual(["lst", "gte"]);
  });

  it("has the wrong effect in it once", () => {
    const code = `const policyOf = (...actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Alow", Action: actions }] });\nexport const policies = [policyOf("ims:images:list"), policyOf("ims:images:get")];`;
    expect(findingsIn(code).map(({ rule, text }) => [rule, text])).toEqual([["valid-policy", "Alow"]]);
  });

  it("is judged call by call for what is missing", () => {
    const { code, places } = readMarked(
      `const policyOf = (...actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport const complete = policyOf("functiongraph:function:publish", "functiongraph:function:getCode");\nexport const incomplete = policyOf("⟦functiongraph:function:publish⟧");`,
    );
    const found = findingsIn(code, { settings: { cloud: "otc" } });
    expect(found.map(({ rule, start, end }) => ({ rule, start, end }))).toEqual(
      places.map((place) => ({ rule: "require-action-dependencies", ...place })),
    );
  });

  it("is judged call by call for what only one call completes", () => {
    const code = `const allow = (...more: string[]) => ({ Effect: "Allow", Action: ["functiongraph:function:publish", ...more] });\nexport const complete = { Version: "1.1", Statement: [allow("functiongraph:function:getCode")] };\nexport const incomplete = { Version: "1.1", Statement: [allow("ims:images:get")] };`;
    const found = findingsIn(code, { settings: { cloud: "otc" } });
    expect(found.map(({ rule, text }) => [rule, text])).toEqual([
      ["require-action-dependencies", "functiongraph:function:publish"],
    ]);
  });

  it("is judged with all of the statements of a policy", () => {
    const code = `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n${policyOf('[allow("functiongraph:function:publish"), allow("functiongraph:function:getCode")]')}`;
    expect(saidOf(code, { settings: { cloud: "otc" } })).toEqual([]);
  });
});

describe("code that is not followed", () => {
  const lacking = policy('["functiongraph:function:publish"]');

  it.each([
    ["a generator that nothing calls", "export function* all() { yield 1; }"],
    ["a generator beside", "function* all() { yield 1; }\nfor (const one of all()) console.log(one);"],
    ["a class with an iterator", "export class Bag { *[Symbol.iterator]() { yield 1; } }"],
    [
      "a recursion over what is not known",
      "export function depth(node: { next?: object }): number { return node.next ? 1 + depth(node.next) : 0; }",
    ],
    [
      "a recursion over a tree",
      "export function walk(node: { children: object[] }) { node.children.forEach((child) => walk(child)); }",
    ],
    [
      "a recursion that ends late",
      "const sum = (n: number): number => (n > 0 ? n + sum(n - 1) : 0);\nconsole.log(sum(100));",
    ],
    [
      "a jump to a label",
      "outer: for (const one of names) { for (const other of names) { if (one === other) continue outer; } }",
    ],
  ])("says nothing of policies that it does not touch: %s", (_, code) => {
    const found = findingsIn(`${given}${code}\n${lacking}`, { settings: { cloud: "otc" } });
    expect(found.map(({ rule }) => rule)).toEqual(["require-action-dependencies"]);
  });
});

describe("a policy that is exported and given to a function that is not known", () => {
  const object = (action: string) => `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["${action}"] }] }`;

  it.each([
    ["with its declaration", (made: string) => `export const all = ${made};\ncomplete(all);`],
    ["by its name", (made: string) => `const all = ${made};\ncomplete(all);\nexport { all };`],
    ["by another name", (made: string) => `const all = ${made};\nexport { all as policy };\ncomplete(all);`],
    ["by default, before", (made: string) => `const all = ${made};\nexport default all;\ncomplete(all);`],
    ["with a function", (made: string) => `export const all = ${made};\nexport const go = () => { complete(all); };`],
  ])("may be completed there: %s", (_, programOf) => {
    const settings = { settings: { cloud: "otc" } };
    expect(saidOf(programOf(object("functiongraph:function:publish")), settings)).toEqual([]);
    expect(findingsIn(programOf(object("ims:images:lst")), settings)).toMatchObject([{ rule: "no-unknown-action" }]);
  });
});

describe("code that is not followed and that completes a list", () => {
  const needy = '["functiongraph:function:publish"]';
  const push = 'list.push("functiongraph:function:getCode");';
  const ways: readonly (readonly [name: string, code: string])[] = [
    [
      "a generator",
      `const list = ${needy};\nfunction* all() {\n  ${push}\n  yield 1;\n}\nfor (const one of all()) console.log(one);\n`,
    ],
    [
      "a deep recursion",
      `const list = ${needy};\nfunction go(n: number) {\n  if (n > 0) go(n - 1);\n  else ${push}\n}\ngo(100);\n`,
    ],
    ["a long loop", `const list = ${needy};\nfor (let i = 0; i < 1e6; i++) if (i === 999999) ${push}\n`],
    [
      "a jump to a label",
      `const list = ${needy};\nouter: for (const one of [1, 2]) {\n  for (const other of names) {\n    if (other) continue outer;\n  }\n  ${push}\n}\n`,
    ],
    [
      "a member that an unknown object may have",
      `const parts = { ...names };\nparts.list ??= [];\nparts.list.push("functiongraph:function:publish");\nconst { list } = parts;\n`,
    ],
    [
      "deep nesting",
      `const list = ${needy};\nconsole.log(${"[".repeat(300)}list.push("functiongraph:function:getCode")${"]".repeat(300)});\n`,
    ],
  ];
  const uses: readonly (readonly [name: string, code: string])[] = [
    ["an exported policy", policy("list")],
    ["a policy that is handed over", `${policy("list").replace("export ", "")}\nsend(policy);`],
    ["a policy's text", `send(JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: list }] }));`],
    [
      "a role of CDK for Terraform",
      `new IdentityRoleV3(stack, "r", { displayName: "r", displayLayer: "project", description: "r", statement: [{ effect: "Allow", action: list }] });`,
    ],
    ["a model of the SDK", `send(new ServicePolicy("1.1", [new ServiceStatement(list, "Allow")]));`],
    [
      "a resource of Crossplane",
      `apply({ apiVersion: "identity.opentelekomcloud.crossplane.io/v1alpha1", kind: "RoleV3", metadata: { name: "r" }, spec: { forProvider: { displayName: "r", displayLayer: "project", description: "r", statement: [{ effect: "Allow", action: list }] } } });`,
    ],
  ];
  const imports =
    'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud";\nimport { ServicePolicy, ServiceStatement } from "@huaweicloud/huaweicloud-sdk-iam";\n';

  it.each(ways.flatMap(([way, code]) => uses.map(([use, policyOfList]) => [way, use, code + policyOfList] as const)))(
    "may have done so: %s, before %s",
    (_, __, code) => {
      expect(saidOf(imports + given + code, { settings: { cloud: "otc" } })).toEqual([]);
    },
  );
});

describe("what is not understood in a function", () => {
  it.each([
    ["a call of a library", "const all = (list: string[]) => wrap(list);", 'all(["ims:images:get"])'],
    ["a recursion without end", "const all = (list: string[]): string[] => all(list);", 'all(["ims:images:lst"])'],
    ["a generator", 'function* all() { yield "ims:images:lst"; }', "[...make(all())]"],
    [
      "a value that a library changes",
      "const fix = (name: string) => lodash.replace(name, 'lst', 'list');",
      '[fix("ims:images:lst")]',
    ],
    ["a promise", 'const all = () => new Promise<string[]>((done) => done(["x"]));', "await all()"],
    ["a thrown error", 'function fail(): never { throw new Error("ims:images:lst"); }', "prod ? [] : fail()"],
    [
      "a variable that is set later",
      "let list: string[];\nexport const set = (all: string[]) => { list = all; };",
      "list!",
    ],
    ["a parameter of an uncalled function", "", "names"],
  ])("is not judged: %s", (_, setup, list) => {
    expect(saidOf(`${given}${setup}\n${policy(list)}`)).toEqual([]);
  });

  it.each([
    ["a decorated helper", "const all = memoize((...list: string[]) => list);", '[...all("x"), "ims:images:lst"]'],
    ["a helper of a library", 'import { allow } from "iam-helpers";', '[...allow("x"), "ims:images:lst"]'],
    ["a generator", "function* all() { yield name; }", '[...all(), "ims:images:lst"]'],
  ])("does not hide what stands beside: %s", (_, setup, list) => {
    const found = findingsIn(`${given}${setup}\n${policy(list)}`);
    expect(found.map(({ text }) => text)).toEqual(["lst"]);
  });
});

const otc = { cloud: "otc" };
const policyObject = (actions: string) => `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ${actions} }] }`;

testSilent("a correct program with functions", [
  [
    "a helper that repairs a name",
    `const fix = (action: string) => action.replace("lst", "list");\n${policy('[fix("ims:images:lst")]')}`,
  ],
  [
    "a helper that maps short names",
    `const verbs: Record<string, string> = { lst: "list" };\nconst image = (short: string) => \`ims:images:\${verbs[short]}\`;\n${policy('[image("lst")]')}`,
  ],
  [
    "a helper that adds a prefix",
    `const allow = (...verbs: string[]) => ({ Effect: "Allow", Action: verbs.map((verb) => \`ims:images:\${verb}\`) });\n${policyOf('[allow("list", "get")]')}`,
  ],
  [
    "a helper for AWS",
    'const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions, Resource: "*" });\nexport const policy = { Version: "2012-10-17", Statement: [allow("s3:GetObject"), allow("ec2:DescribeInstances")] };',
  ],
  [
    "a helper for both clouds",
    'const policyOf = (version: string, ...actions: string[]) => ({ Version: version, Statement: [{ Effect: "Allow", Action: actions }] });\nexport const aws = policyOf("2012-10-17", "s3:GetObject", "s3:ListBuckts");\nexport const otc = policyOf("1.1", "ims:images:get");',
  ],
  [
    "a helper with an optional effect",
    'const grant = (actions: string[], effect?: "Allow" | "Deny") => ({ Effect: effect ?? "Allow", Action: actions });\nexport const policy = { Version: "1.1", Statement: [grant(["ims:images:get"]), grant(["ims:images:delete"], "Deny")] };',
  ],
  [
    "a helper that completes what it has made before",
    `const add = (policy: Policy, action: string) => ({ ...policy, Statement: [{ ...policy.Statement[0], Action: [...policy.Statement[0].Action, action] }] });\nexport const policy = ["ims:images:get", "ims:images:delete"].reduce(add, ${policyObject('["ims:images:list"]')});`,
  ],
  [
    "a member that is meant to overwrite another",
    'export const policy = { Version: "1.1", Statement: [{ ...{ Effect: "Allow", Action: [] }, Action: ["ims:images:get"] }, { Effect: "Allow", Action: [], ...{ Action: ["ims:images:list"] } }] };',
  ],
  [
    "a function that never returns",
    `function fail(name: string): never {\n  throw new Error(name);\n}\n${policy('["ims:images:get", fail("x")]')}`,
  ],
  [
    "a promise that completes a list later",
    `const list = ["ims:images:get"];\nPromise.resolve(["ims:images:lst"]).then((more) => { list.splice(0, 1, ...more.map((one) => one.replace("lst", "list"))); });\n${policy("list")}`,
  ],
  [
    "an uncalled function that gets everything",
    "export const make = (Effect: string, Action: string[]) => ({ Version: '1.1', Statement: [{ Effect, Action }] });",
  ],
  [
    "an uncalled function that gets statements",
    "export const make = (...Statement: object[]) => ({ Version: '1.1', Statement });",
  ],
  [
    "a function whose parameter hides a constant",
    `const list = ["ims:images:lst"];\nconst all = (list: string[]) => list;\n${policy('all(["ims:images:get"])')}`,
  ],
  [
    "a function with a name that a block hides",
    `let verb = "list";\n{\n  let verb = "lst";\n}\n${policy("[`ims:images:${verb}`]")}`,
  ],
  [
    "an uncalled function of a library's shape",
    "export function handler(event: { Statement: { Action: string[] }[] }) {\n  return { Version: '1.1', Statement: event.Statement };\n}",
  ],
  [
    "the action of a React form",
    'export const reducer = (state: object, action: { type: string }) => (action.type === "ims:images:lst" ? { ...state, Action: action } : state);',
  ],
]);

describe("a helper with what it needs", () => {
  it.each([
    [
      "a default",
      'const all = (list: string[], deps = ["functiongraph:function:getCode"]) => [...list, ...deps];',
      'all(["functiongraph:function:publish"])',
    ],
    [
      "an option",
      'const all = (o: { deps?: boolean }) => ["functiongraph:function:publish", ...(o.deps ? ["functiongraph:function:getCode"] : [])];',
      "all({ deps: true })",
    ],
    [
      "an option that is not known",
      'const all = (deps: boolean) => ["functiongraph:function:publish", ...(deps ? ["functiongraph:function:getCode"] : [])];',
      "all(prod)",
    ],
    [
      "a table of dependencies",
      'const needs: Record<string, string[]> = { "functiongraph:function:publish": ["functiongraph:function:getCode"] };\nconst withNeeds = (list: string[]) => list.flatMap((name) => [name, ...(needs[name] ?? [])]);',
      'withNeeds(["functiongraph:function:publish"])',
    ],
    [
      "a table of another file",
      'import { needs } from "./needs";\nconst withNeeds = (list: string[]) => list.flatMap((name) => [name, ...(needs[name] ?? [])]);',
      'withNeeds(["functiongraph:function:publish"])',
    ],
    [
      "a wrapper of a library",
      "const all = (list: string[]) => complete(list);",
      'all(["functiongraph:function:publish"])',
    ],
    [
      "a closure",
      'const extra: string[] = [];\nconst need = (name: string) => { extra.push(name); };\nneed("functiongraph:function:getCode");',
      '["functiongraph:function:publish", ...extra]',
    ],
  ])("is complete: %s", (_, setup, list) => {
    expect(saidOf(`${given}${setup}\n${policy(list)}`, { settings: otc })).toEqual([]);
  });
});
