import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import {
  readModule,
  type LanguageOptions,
  type ModuleSource,
} from "../../../../src/hosts/estree/modules/read-module.js";
import { childrenOf } from "../../../../src/hosts/estree/tree/children.js";
import { projectFolder } from "./project-folder.js";

const project = projectFolder();

const typescript: LanguageOptions = { parser: typescriptParser, parserOptions: {}, ecmaVersion: 2025 } as object;

/** The default language options of ESLint, with espree. */
const javascript = languageOptionsOfEslint();

function languageOptionsOfEslint(): LanguageOptions {
  let found = {};
  const look = {
    create(context: { languageOptions: object }) {
      found = context.languageOptions;
      return {};
    },
  };
  new Linter().verify("", { plugins: { look: { rules: { look } } }, rules: { "look/look": "error" } });
  return found;
}

function read(name: string, languageOptions = typescript): ModuleSource | undefined {
  return readModule(project.path(name), languageOptions);
}

/** The types of the statements, and the text of each. */
function statementsOf(
  module: ModuleSource | undefined,
): readonly (readonly [type: string, text: string])[] | undefined {
  return module?.program.body.map(({ type, range }) => [type, module.text.slice(...range)]);
}

/** All nodes, those above before those below. */
function nodesOf(module: ModuleSource | undefined): readonly TSESTree.Node[] {
  const nodes: TSESTree.Node[] = module ? [module.program] : [];
  for (const node of nodes) {
    nodes.push(...childrenOf(node));
  }
  return nodes;
}

/** How many nodes are above the deepest, by their parents. */
function depthOf(module: ModuleSource | undefined): number {
  let depth = -1;
  for (let node = nodesOf(module).at(-1); node; node = node.parent) {
    depth++;
  }
  return depth;
}

const parsers: readonly (readonly [name: string, languageOptions: LanguageOptions])[] = [
  ["typescript-eslint", typescript],
  ["espree", javascript],
];

describe.each(parsers)("a module parsed by %s", (_, languageOptions) => {
  it.each([
    ["a constant", "a.js", "export const a = ['x'];", ["ExportNamedDeclaration"]],
    ["CommonJS", "a.cjs", "module.exports = { a: 1 };", ["ExpressionStatement"]],
    ["a return at the top", "a.cjs", "if (x) { return; } exports.a = 1;", ["IfStatement", "ExpressionStatement"]],
    ["a first line for the shell", "a.js", "#!/usr/bin/env node\nexport default 1;", ["ExportDefaultDeclaration"]],
    ["await at the top", "a.mjs", "export const a = await b();", ["ExportNamedDeclaration"]],
    ["nothing", "a.js", "", []],
  ])("is code with %s", (__, name, text, types) => {
    project.write({ [name]: text });
    const module = read(name, languageOptions);
    expect([module?.kind, module?.file, module?.text]).toEqual(["code", project.path(name), text]);
    expect(statementsOf(module)?.map(([type]) => type)).toEqual(types);
  });

  it("is read past the mark of its encoding", () => {
    project.write({ "a.js": "\uFEFFexport const a = 1;", "a.json": "\uFEFF[1]" });
    expect(statementsOf(read("a.js", languageOptions))).toEqual([["ExportNamedDeclaration", "export const a = 1;"]]);
    expect(read("a.json", languageOptions)?.text).toBe("([1])");
  });

  it.each([
    ["an object", '{ "a": ["x"] }', "ObjectExpression"],
    ["an object with a comment's text", '{ "//": "/* x */" }', "ObjectExpression"],
    ["an object with __proto__", '{ "__proto__": 1, "a": 2 }', "ObjectExpression"],
    ["a list", '[\n  1, "x", null, true, -2e3\n]\n', "ArrayExpression"],
    ["a string", '"x\\u00e9"', "Literal"],
    ["a string with separators of lines", '"\u2028\u2029"', "Literal"],
    ["a negative number", "-1", "UnaryExpression"],
    ["null", " null ", "Literal"],
  ])("is JSON with %s", (__, json, type) => {
    project.write({ "a.json": json });
    const module = read("a.json", languageOptions);
    expect([module?.kind, module?.text]).toEqual(["json", `(${json})`]);
    const [statement, ...others] = module?.program.body ?? [];
    const expression =
      statement && "expression" in statement ? (statement.expression as TSESTree.Expression) : undefined;
    expect([expression?.type, others]).toEqual([type, []]);
    expect(module?.text.slice(...(expression?.range ?? []))).toBe(json.trim());
  });

  it.each([
    ["a comment", '{ "a": 1 } // x'],
    ["a comma too many", "[1,]"],
    ["an identifier", "a"],
    ["a call", "f()"],
    ["parentheses that it closes", "1) + (2"],
    ["more than a value", "1, 2"],
    ["nothing", ""],
    ["a string that does not end", '"x'],
    ["deep lists that do not end", "[".repeat(100_000)],
  ])("is no JSON with %s", (__, json) => {
    project.write({ "a.json": json });
    expect(read("a.json", languageOptions)).toBeUndefined();
  });

  it.each([
    ["a syntax error", "export const a = ;"],
    ["a bracket too many", "export const a = 1; }"],
    ["another language", "Statement:\n  - Action: [ims:images:get]"],
    ["a NUL", "\0"],
    ["more than 500 kB", `export const a = 1; // ${"-".repeat(500_000)}`],
    ["more parentheses than the stack takes", "(".repeat(100_000)],
  ])("is nothing with %s", (__, text) => {
    project.write({ "a.js": text });
    expect(read("a.js", languageOptions)).toBeUndefined();
  });

  it("has the parent of each node", () => {
    project.write({
      "a.js": "import { a as b } from './b'; export const { c, ...d } = f(`${b}`, [, () => ({ b })]);",
      "a.json": '{ "a": [{ "b": null }] }',
    });
    for (const name of ["a.js", "a.json"]) {
      const nodes = nodesOf(read(name, languageOptions));
      expect(nodes.length).toBeGreaterThan(7);
      nodes.forEach((node) => childrenOf(node).forEach((child) => expect(child.parent).toBe(node)));
    }
  });

  it("has the parent of each node, however deep they are", () => {
    project.write({
      "a.js": `export const a = ${"1 + ".repeat(600)}1;`,
      "a.json": `${"[".repeat(500)}${"]".repeat(500)}`,
    });
    expect(depthOf(read("a.js", languageOptions))).toBeGreaterThan(600);
    expect(depthOf(read("a.json", languageOptions))).toBeGreaterThan(500);
  });
});

describe("a module in TypeScript", () => {
  it.each([
    ["a.ts", "export const a = <const>['x'];"],
    ["a.mts", "export const a = ['x'] as const satisfies readonly string[];"],
    ["a.cts", "const a: string = 'x'; export = a;"],
    ["a.tsx", "export const a = <p>x</p>;"],
  ])("is parsed by its extension: %s", (name, text) => {
    project.write({ [name]: text });
    expect(read(name)?.text).toBe(text);
  });

  it("is parsed without type information, though the linted file has it", () => {
    project.write({ "a.ts": "export const a = 1;" });
    const parserOptions = { project: true, projectService: true, programs: [{}] };
    expect(read("a.ts", { ...typescript, parserOptions })?.program.body).toHaveLength(1);
  });

  it("that one parser rejects may be parsed by another", () => {
    project.write({ "a.ts": "export const a = 'x' as const;" });
    expect(read("a.ts", javascript)).toBeUndefined();
    expect(read("a.ts")?.program.body).toHaveLength(1);
  });
});

describe("a file that is not read", () => {
  it.each(["missing.ts", "folder.ts", "loop.ts", "file.ts/x.ts", "\0.ts", `${"x".repeat(5_000)}.ts`])(
    "is %j",
    (name) => {
      mkdirSync(project.path("folder.ts"));
      symlinkSync(project.path("loop.ts"), project.path("loop.ts"));
      project.write({ "file.ts": "" });
      expect(read(name)).toBeUndefined();
    },
  );

  it.each<[name: string, languageOptions: LanguageOptions]>([
    ["without a parser", {}],
    ["with a parser that cannot parse", { parser: {} }],
    ["with a parser that gives nothing", { parser: { parse: () => undefined } }],
    [
      "with a parser whose nodes cannot be changed",
      { parser: { parse: () => ({ body: [Object.freeze({ type: "x" })] }) } },
    ],
  ])("is any, %s", (_, languageOptions) => {
    project.write({ "a.ts": "export const a = 1;", "a.json": "1" });
    expect(read("a.ts", languageOptions)).toBeUndefined();
    expect(read("a.json", languageOptions)).toBeUndefined();
  });
});

describe("a module that is read again", () => {
  it("is the same, as long as the file is", () => {
    project.write({ "a.ts": "export const a = 1;", "a.json": "1", "broken.ts": "}" });
    expect(read("a.ts")).toBe(read("a.ts", { ...typescript }));
    expect(read("a.json")).toBe(read("a.json"));
    const parser = { parse: vi.fn(() => { throw new SyntaxError(); }) }; // prettier-ignore
    expect([read("broken.ts", { parser }), read("broken.ts", { parser })]).toEqual([undefined, undefined]);
    expect(parser.parse).toHaveBeenCalledTimes(2);
  });

  it("is another for another parser", () => {
    project.write({ "a.js": "export const a = 1;" });
    expect(read("a.js")).not.toBe(read("a.js", javascript));
    expect(read("a.js", javascript)?.text).toBe(read("a.js")?.text);
  });

  it("follows the file, though its size may be the same, and though it may be gone", () => {
    project.write({ "a.ts": "export const a = 1;" });
    utimesSync(project.path("a.ts"), 1, 1);
    expect(read("a.ts")?.text).toContain("1");
    project.write({ "a.ts": "export const a = 2;" });
    utimesSync(project.path("a.ts"), 2, 2);
    expect(read("a.ts")?.text).toContain("2");
    rmSync(project.path("a.ts"));
    expect(read("a.ts")).toBeUndefined();
    project.write({ "a.ts": "export const longer = 3;" });
    expect(read("a.ts")?.text).toContain("3");
  });

  it("may be one of more than the cache holds", () => {
    for (let index = 0; index < 250; index++) {
      project.write({ [`m${index}.ts`]: `export const a = ${index};` });
      expect(read(`m${index}.ts`)?.text).toContain(` ${index};`);
    }
    expect(read("m0.ts")?.text).toContain(" 0;");
  });
});
