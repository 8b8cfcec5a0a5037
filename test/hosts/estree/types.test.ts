import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HostSource } from "../../../src/hosts/source.js";
import { memberOf } from "../../../src/policy/members.js";
import type { PolicyString, Value } from "../../../src/policy/value.js";
import { configOf, firstObject, plainOf, sourceOf } from "../../sources.js";

const declarations = `
export declare const text: "x";
export declare const anyText: string;
export declare const either: "x" | "y";
export declare const perhaps: "x" | undefined;
export declare const pair: readonly ["x", "y" | "z"];
export declare const some: readonly ["x", string];
export declare const rest: readonly ["x", ..."y"[]];
export declare const optional: ["x", "y"?];
export declare const list: "x"[];
export declare const nested: readonly [readonly ["x"]];
export declare enum Actions { List = "x", Get = "y" }
export declare const action: Actions;
export declare const number: 1;
export declare const flag: boolean;
export declare const object: { readonly a: "x"; readonly b: readonly ["y"] };
export type Verb = ${Array.from({ length: 60 }, (_, index) => `"x${index}"`).join(" | ")};
export declare const verb: Verb;
export declare function make(): "x";
export declare const constant: typeof import("./constants").constant;
`;

const files = {
  "types.ts": declarations,
  "constants.ts": 'export const constant = ["x", "y"] as const;',
  "tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, types: [], skipLibCheck: true, lib: ["es2020"] },
  }),
};

let folder = "";
let filename = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "estree-types-"));
  filename = join(folder, "main.ts");
  for (const [path, text] of Object.entries({ ...files, "main.ts": "" })) {
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const imported =
  'import { text, anyText, either, perhaps, pair, some, rest, optional, list, nested, Actions, action, number, flag, object, verb, make, constant } from "./types";';

/** The code parsed with the types of the project, by its configuration file or the project service. */
function typedSource(code: string, options: object): HostSource {
  const linter = new Linter({ cwd: folder });
  // A pipeline (CI=true) lets the parser take the files as they are on disk; here the texts differ from test to test.
  const parserOptions = { tsconfigRootDir: folder, disallowAutomaticSingleRunInference: true, ...options };
  const languageOptions = { parser: typescriptParser, parserOptions };
  const problem = linter.verify(code, { files: ["**/*.ts"], languageOptions }, filename).find(({ fatal }) => fatal);
  if (problem) {
    throw new Error(problem.message);
  }
  const source = linter.getSourceCode() as unknown as HostSource;
  const { ast, text, visitorKeys, parserServices } = source;
  // Without a parser to read other modules with, only their types are left.
  return { ast, text, filename, visitorKeys, parserServices, getScope: source.getScope?.bind(source) };
}

function statementIn(source: HostSource): Value {
  const value = memberOf(firstObject(source), "Statement");
  if (!value) {
    throw new Error("No member.");
  }
  return value;
}

const expectations: [expression: string, value: unknown][] = [
  ["text", "x"],
  ["either", { oneOf: ["x", "y"] }],
  ["pair", ["x", { oneOf: ["y", "z"] }]],
  ["[...pair, 'w']", ["x", { oneOf: ["y", "z"] }, "w"]],
  ["some", ["x", { unknown: "some" }]],
  ["rest", ["x", { unknown: "rest" }]],
  ["optional", ["x", { unknown: "optional" }]],
  ["nested", [["x"]]],
  ["Actions.List", "x"],
  ["action", { oneOf: ["x", "y"] }],
  ["object.a", "x"],
  ["object.b", ["y"]],
  ["constant", ["x", "y"]],
  ["`<${text}>`", "<x>"],
  ["text + 'y'", "xy"],
  ["flag ? text : 'y'", { oneOf: ["x", "y"] }],
  ["list[0]", "x"],
];

const unknowns = ["anyText", "perhaps", "list", "number", "flag", "object", "verb", "missing", "make"];

describe.each([
  ["a project", { project: "./tsconfig.json" }],
  ["the project service", { projectService: true }],
])("with types by %s", (_, options) => {
  const write = (expression: string) => `${imported}\nuse({ Statement: ${expression} });`;

  it("a value is read from its type", () => {
    const all = [...expectations.map(([expression]) => expression), ...unknowns];
    const code = write(`[${all.join(", ")}]`);
    const value = statementIn(typedSource(code, options));
    expect(value.kind).toBe("array");
    const values = value.kind === "array" && value.elements.map((element) => plainOf(element, code));
    expect(values).toEqual([
      ...expectations.map(([, expected]) => expected),
      ...unknowns.map((unknown) => ({ unknown })),
    ]);
  });

  it("a value from a type is located at the reference and cannot be edited", () => {
    const code = write("[pair, text]");
    const value = statementIn(typedSource(code, options));
    const [pair, text] = value.kind === "array" ? value.elements : [];
    const inPair = pair?.kind === "array" ? (pair.elements[0] as PolicyString) : undefined;
    expect(inPair && code.slice(...inPair.range)).toBe("pair");
    const string = text as PolicyString;
    expect(code.slice(...string.range)).toBe("text");
    expect([string.isLiteral, string.isStatic, string.slice(0, 1)]).toEqual([false, true, null]);
    expect(string.origin).toBeDefined();
  });

  it("a value of the same file keeps its own range", () => {
    const code = 'const a = ["x"] as const; use({ Statement: a });';
    const value = statementIn(typedSource(code, options));
    expect(value.kind === "array" && value.elements.map(({ range }) => code.slice(...range))).toEqual(['"x"']);
  });

  it("a parameter may be one of several values", () => {
    const code = 'export function f(a: "x" | "y", b: string) { use({ Statement: [a, b] }); }';
    expect(plainOf(statementIn(typedSource(code, options)), code)).toEqual([{ oneOf: ["x", "y"] }, { unknown: "b" }]);
  });

  it("constants that refer to themselves end", () => {
    const code = 'const a = [...a, "x"]; use({ Statement: a });';
    const value = statementIn(typedSource(code, options));
    expect(value.kind === "array" && value.elements.map(({ kind }) => kind)).toEqual(["unknown", "string"]);
  });
});

describe("without types", () => {
  it.each([...expectations.map(([expression]) => expression), ...unknowns].filter((name) => /^\w+$/u.test(name)))(
    "nothing is known of %s",
    (name) => {
      const code = `${imported}\nuse({ Statement: ${name} });`;
      const value = statementIn(sourceOf(code, configOf("as const")));
      expect(plainOf(value, code)).toEqual({ unknown: name });
    },
  );
});
