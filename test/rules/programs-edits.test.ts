import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { projectFolder } from "../hosts/estree/modules/project-folder.js";
import { findingsIn, policy, policyOf, readMarked, type Found } from "./programs.js";

const given = "declare const prod: boolean, stack: never;\n";

/** The finding of a rule that a program has, with what it offers. */
function only(code: string, settings = {}): Found {
  const found = findingsIn(code, { settings });
  expect(found.map(({ rule }) => rule)).toHaveLength(1);
  const [finding] = found;
  if (!finding) {
    throw new Error("No finding.");
  }
  return finding;
}

/** `«from|to»` stands for what a suggestion changes. */
function changed(marked: string): { before: string; after: string } {
  return {
    before: marked.replaceAll(/«(?<from>[^|»]*)\|(?<to>[^»]*)»/gu, "$<from>"),
    after: marked.replaceAll(/«(?<from>[^|»]*)\|(?<to>[^»]*)»/gu, "$<to>"),
  };
}

type Edited = readonly [name: string, code: string];

describe("a suggestion for a misspelt name", () => {
  it.each<Edited>([
    [
      "of a literal argument",
      `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n${policyOf('[allow("ims:images:get", "ims:images:«lst|list»")]')}`,
    ],
    [
      "of a literal argument in a list",
      `const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\nexport const policy = policyOf(["ims:images:«lst|list»"]);`,
    ],
    ["of a mapped piece", policy('["get", "«lst|list»"].map((verb) => `ims:images:${verb}`)')],
    [
      "of a piece of a helper's text",
      `const image = (verb: string) => \`ims:images:\${verb}\`;\n${policy('[image("«lst|list»"), image("get")]')}`,
    ],
    ["of a piece behind a sum", policy('["ims:images:" + "«lst|list»"]')],
    ["of a piece of a split text", policy('"ims:images:get ims:images:«lst|list»".split(" ")')],
    [
      "of a literal in a helper",
      `const allow = (action: string) => ({ Effect: "Allow", Action: ["ims:images:«lst|list»", action] });\n${policyOf('[allow("ims:images:get"), allow("ims:images:delete")]')}`,
    ],
    [
      "of a literal in a template of a helper",
      `const image = (type: string) => \`ims:\${type}:«lst|list»\`;\n${policy('[image("images")]')}`,
    ],
    ["of a literal in a branch", `${given}${policy('["ims:images:get", ...(prod ? ["ims:images:«lst|list»"] : [])]')}`],
    ["of a pushed literal", `const list: string[] = [];\nlist.push("ims:images:«lst|list»");\n${policy("list")}`],
    ["of a value of a record", `const all = { one: "ims:images:«lst|list»" };\n${policy("Object.values(all)")}`],
    ["of a key of a record", policy('Object.keys({ "ims:images:«lst|list»": true })')],
    ["of a key without quotes", policy("Object.keys({ «lst|list»: true }).map((verb) => `ims:images:${verb}`)")],
    ["of a static member", `class Image {\n  static ALL = "ims:images:«lst|list»";\n}\n${policy("[Image.ALL]")}`],
    [
      "of a loop",
      `for (const action of ["ims:images:«lst|list»"]) {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [action] }] });\n}`,
    ],
    ["of an enum", `enum Image {\n  All = "ims:images:«lst|list»",\n}\n${policy("[Image.All]")}`],
    ["of a default", `const all = (verb = "«lst|list»") => [\`ims:images:\${verb}\`];\n${policy("all()")}`],
    [
      "in the text of an encoder",
      `create({ policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:«lst|list»"] }] }) });`,
    ],
  ])("changes the literal: %s", (_, marked) => {
    const { before, after } = changed(marked);
    const { suggestions } = only(before);
    expect(suggestions.map(({ output }) => output)).toEqual([after]);
    expect(findingsIn(after)).toEqual([]);
  });

  it.each<Edited>([
    ["a name in lower case", policy('["IMS:IMAGES:LST".toLowerCase()]')],
    ["a replaced text", policy('["ims/images/lst".replaceAll("/", ":")]')],
    ["a text of two pieces", `const end = "st";\n${policy("[`ims:images:l${end}`]")}`],
    ["a joined text", policy('["ims:images:l", "st"].length ? [["ims:images:l", "st"].join("")] : []')],
    [
      "a piece that is used for something else too",
      `const verb = "lst";\nconsole.log(verb);\n${policy("[`ims:images:${verb}`]")}`,
    ],
    ["a piece that makes two names", policy('["ims:images", "ims:serverImages"].map((type) => `${type}:lst`)')],
  ])("is right or is not there: %s", (_, code) => {
    for (const { suggestions } of findingsIn(code)) {
      for (const { output } of suggestions) {
        expect(findingsIn(output).filter(({ rule }) => rule === "no rule")).toEqual([]);
        expect(findingsIn(output).length).toBeLessThan(findingsIn(code).length);
      }
    }
  });
});

describe("a fix or suggestion for what is made once", () => {
  it.each<Edited>([
    ["a duplicate", policy('["ims:images:get"«, "ims:images:get"|»]')],
    [
      "a wrong effect of an argument",
      `const grant = (effect: string) => ({ Effect: effect, Action: ["ims:images:get"] });\n${policyOf('[grant("«allow|Allow»")]')}`,
    ],
    [
      "a blank in an argument",
      `const grant = (action: string) => ({ Effect: "Allow", Action: [action] });\n${policyOf('[grant("« |»ims:images:get")]')}`,
    ],
    [
      "a function that is called where it is written",
      `export const policy = (() => ({ Version: "1.1", Statement: [{ Effect: "«allow|Allow»", Action: ["ims:images:get"] }] }))();`,
    ],
    [
      "a function that nothing calls",
      `export function make() {\n  return { Version: "1.1", Statement: [{ Effect: "«allow|Allow»", Action: ["ims:images:get"] }] };\n}`,
    ],
    [
      "a constructor that nothing calls",
      `export class A {\n  constructor() {\n    create({ Version: "1.1", Statement: [{ Effect: "«allow|Allow»", Action: ["ims:images:get"] }] });\n  }\n}`,
    ],
    [
      "a duplicate in a function that nothing calls",
      `export const make = () => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"«, "ims:images:get"|»] }] });`,
    ],
  ])("is offered: %s", (_, marked) => {
    const { before, after } = changed(marked);
    const { fix, suggestions } = only(before);
    expect([fix, ...suggestions.map(({ output }) => output)]).toContain(after);
    expect(findingsIn(after)).toEqual([]);
  });
});

const otc = { cloud: "otc" };
const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';

describe("what would change what another call grants", () => {
  it.each<Edited>([
    [
      "a duplicate in a helper, which one call makes",
      `const policyOf = (more: string) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", more] }] });\nexport const one = policyOf("ims:images:get");\nexport const other = policyOf("ims:images:list");`,
    ],
    [
      "an action that a pattern of one call covers",
      `const policyOf = (...more: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", ...more] }] });\nexport const one = policyOf("ims:images:*");\nexport const other = policyOf();`,
    ],
    [
      "an action that a pattern of one run covers",
      `for (const more of ["ims:images:*", "ims:serverImages:create"]) {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", more] }] });\n}`,
    ],
    [
      "a dependency that one call lacks",
      `const policyOf = (...more: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}, ...more] }] });\nexport const one = policyOf("ims:images:get");\nexport const other = policyOf(${needed});`,
    ],
    [
      "a dependency that one run lacks",
      `for (const more of [${needed}, "ims:images:get"]) {\n  create({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}, more] }] });\n}`,
    ],
    [
      "a statement that one call makes idle",
      `const policyOf = (...more: object[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }, ...more] });\nexport const one = policyOf({ Effect: "Deny", Action: ["ims:images:get"] });\nexport const other = policyOf({ Effect: "Allow", Action: ["ims:images:list"] });`,
    ],
  ])("is neither fixed nor suggested: %s", (_, code) => {
    const found = findingsIn(code, { settings: otc });
    expect(found.map(({ fix, suggestions }) => [fix, suggestions.map(({ desc }) => desc)])).toEqual(
      found.map(() => [undefined, []]),
    );
  });

  it.each<Edited>([
    [
      "an action that a pattern of one call covers",
      `const policyOf = (...more: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", ...more] }] });\nexport const one = policyOf("ims:images:*");\nexport const other = policyOf();`,
    ],
    [
      "a duplicate of one call",
      `const policyOf = (more: string) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", more] }] });\nexport const one = policyOf("ims:images:get");\nexport const other = policyOf("ims:images:list");`,
    ],
    [
      "a statement that one call makes idle",
      `const policyOf = (...more: object[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }, ...more] });\nexport const one = policyOf({ Effect: "Deny", Action: ["ims:images:get"] });\nexport const other = policyOf({ Effect: "Allow", Action: ["ims:images:list"] });`,
    ],
  ])("is not said to be removable in the helper: %s", (_, code) => {
    // The argument of the call may be reported; what all calls share may not.
    const inHelper = findingsIn(code).filter(({ start }) => start < code.indexOf("\n"));
    expect(inHelper.map(({ message }) => message)).toEqual([]);
  });

  it("is not removed from the argument of a call either, where the helper needs it for something else", () => {
    const code = `const policyOf = (action: string) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:get", action] }, { Effect: "Deny", Action: [action, "obs:*:*"] }] });\nexport const one = policyOf(" ims:images:list");`;
    for (const { fix } of findingsIn(code)) {
      expect(fix === undefined || findingsIn(fix).every(({ rule }) => rule !== "no rule")).toBe(true);
    }
  });
});

describe("ESLint's own fix", () => {
  const fixed = (code: string) =>
    new Linter().verifyAndFix(
      code,
      [{ files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, plugin.configs.recommended],
      "p.ts",
    );

  it.each<Edited>([
    [
      "in a call",
      `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n${policyOf('[allow(" ims:images:get")]')}`,
    ],
    [
      "of an effect in a call",
      `const grant = (effect: string) => ({ Effect: effect, Action: ["ims:images:get"] });\n${policyOf('[grant("allow")]')}`,
    ],
    ["of a duplicate", policy('["ims:images:get", "ims:images:get"]')],
    ["of a list", policyOf('[{ Effect: "Allow", Action: "ims:images:get" }]')],
    ["in a mapped list", policy('["get", "get"].map((verb) => `ims:images:${verb}`)')],
    [
      "in a function's list",
      `const all = (...list: string[]) => list;\n${policy('all("ims:images:get", "ims:images:get")')}`,
    ],
    ["in a chain", policy('["ims:images:get"].concat(["ims:images:get"])')],
    [
      "in a helper",
      `const allow = (a: string) => ({ Effect: "allow", Action: a });\n${policyOf('[allow("ims:images:get"), allow("ims:images:list")]')}`,
    ],
  ])("leaves code that parses and has fewer findings: %s", (_, code) => {
    const { output, messages } = fixed(code);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(findingsIn(output).length).toBeLessThanOrEqual(findingsIn(code).length);
  });

  it("never changes what a program without mistakes of form grants", () => {
    const code = `const all = (...list: string[]) => [...new Set(list)];\n${policy('all("ims:images:get", "ims:images:get")')}`;
    expect(fixed(code).output).toBe(code);
  });
});

describe("what is written in another file", () => {
  const project = projectFolder();

  it.each<[string, string, string]>([
    ["a list", 'import { READ } from "./images";\n' + policy("[...READ]"), 'export const READ = ["ims:images:lst"];\n'],
    [
      "a mapped list",
      'import { READ } from "./images";\n' + policy("[...READ]"),
      'export const READ = ["lst"].map((verb) => `ims:images:${verb}`);\n',
    ],
    [
      "a mapped list of one letter",
      'import { READ } from "./images";\n' + policy("[...READ]"),
      'export const READ = ["x"].map((verb) => `ims:images:${verb}`);\n',
    ],
    [
      "a helper's effect",
      'import { allow } from "./images";\n' + policyOf('[allow("ims:images:get")]'),
      'export const allow = (action: string) => ({ Effect: "allow", Action: [action] });\n',
    ],
    [
      "a helper's key",
      'import { allow } from "./images";\n' + policyOf('[allow("ims:images:get")]'),
      'export const allow = (action: string) => ({ effect: "Allow", Action: [action] });\n',
    ],
    [
      "a helper's duplicate",
      'import { allow } from "./images";\n' + policyOf('[allow("ims:images:get")]'),
      'export const allow = (action: string) => ({ Effect: "Allow", Action: [action, "ims:images:get"] });\n',
    ],
    [
      "a helper's list",
      'import { allow } from "./images";\n' + policyOf('[allow("ims:images:get")]'),
      'export const allow = (action: string) => ({ Effect: "Allow", Action: action });\n',
    ],
    [
      "a helper's dependency",
      'import { allow } from "./images";\n' + policyOf("[allow()]"),
      `export const allow = () => ({ Effect: "Allow", Action: [${needy}] });\n`,
    ],
  ])("is not edited here: %s", (_, code, other) => {
    project.write({ "images.ts": other });
    const found = findingsIn(code, { filename: project.path("main.ts"), settings: otc });
    const outputs = found.flatMap(({ fix, suggestions }) => [
      ...(fix === undefined ? [] : [fix]),
      ...suggestions.map(({ output }) => output),
    ]);
    expect(outputs).toEqual([]);
  });

  it("does not keep what is given here from being edited", () => {
    const { before, after } = changed(
      'import { allow } from "./images";\n' + policyOf('[allow("ims:images:«lst|list»")]'),
    );
    project.write({
      "images.ts": 'export const allow = (action: string) => ({ Effect: "Allow", Action: [action] });\n',
    });
    const filename = project.path("main.ts");
    expect(
      findingsIn(before, { filename }).flatMap(({ suggestions }) => suggestions.map(({ output }) => output)),
    ).toEqual([after]);
    expect(findingsIn(after, { filename })).toEqual([]);
  });
});

describe("a mark", () => {
  it("is where the finding is", () => {
    const { code, places } = readMarked(policy('["ims:images:⟦lst⟧"]'));
    expect(places).toEqual([{ start: code.indexOf("lst"), end: code.indexOf("lst") + 3 }]);
  });
});
