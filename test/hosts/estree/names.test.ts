import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import type { Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HostSource } from "../../../src/hosts/source.js";
import { memberOf } from "../../../src/policy/members.js";
import type { Value } from "../../../src/policy/value.js";
import { hole } from "../../../src/text/mapped-text.js";
import { configOf, objectsOf, plainOf, sourceOf } from "../../sources.js";

const typescript = configOf("as const");

/** The value of the last `Statement` of a file; `undefined` if the object has no such member. */
function valueIn(code: string, config = typescript, more: Partial<HostSource> = {}): Value | undefined {
  const object = objectsOf({ ...sourceOf(code, config), ...more }).at(-1);
  if (!object) {
    throw new Error("No object is a candidate.");
  }
  return memberOf(object, "Statement");
}

function plainIn(code: string, config?: Linter.Config, more?: Partial<HostSource>): unknown {
  return plainOf(valueIn(code, config, more), code);
}

/** The name and module of a value that is imported from a module that is not read. */
function importIn(code: string, config?: Linter.Config): string | undefined {
  const value = valueIn(code, config);
  return value?.kind === "unknown" && value.imported
    ? `${value.imported.path.join(".")} of ${value.imported.module}`
    : undefined;
}

const unknown = { unknown: "a" };
const others = { unknown: expect.any(String) as string };
const use = "use({ Statement: a });";

describe.each([
  ["espree", {}],
  ["the TypeScript parser", typescript],
] as const)("a name in the scopes of %s", (_, config) => {
  it.each<[code: string, value: unknown]>([
    [`const a = "x"; ${use}`, "x"],
    [`let a = "x"; ${use}`, "x"],
    [`var a = "x"; ${use}`, "x"],
    [`function f() { ${use} } const a = "x";`, "x"],
    [`function f() { const a = "x"; { ${use} } }`, "x"],
    [`const a = "x"; function f() { const a = "y"; ${use} }`, "y"],
    [`const a = "x"; { const a = "y"; } ${use}`, "x"],
    [`const a = "x"; function f(a) { a = "y"; } f(a); ${use}`, "x"],
    [`for (const a of ["x"]) { ${use} }`, "x"],
    [`for (let a = 1; a < 2; a++) { ${use} }`, 1],
    [`const { a } = { a: "x" }; ${use}`, "x"],
    [`const { b: { a } } = { b: { a: "x" } }; ${use}`, "x"],
    [`const { b = "y", ...a } = { b: "x", c: "z" }; ${use}`, { c: "z" }],
    [`const { a = "x" } = {}; ${use}`, "x"],
    [`const [a] = ["x"]; ${use}`, "x"],
    [`const [, ...a] = ["x", "y"]; ${use}`, ["y"]],
  ])("has its value: %s", (code, expected) => {
    expect(plainIn(code, config)).toEqual(expected);
  });

  it.each<[code: string, value: unknown]>([
    [`let a = "x"; a = "y"; ${use}`, "y"],
    [`let a; a = "x"; ${use}`, "x"],
    [`var a = "x"; var a = "y"; ${use}`, "y"],
    [`let a = "x"; [a] = ["y"]; ${use}`, "y"],
    [`let a = "x"; ({ b: a } = { b: "y" }); ${use}`, "y"],
    [`let a = "x"; if (c) { a = "y"; } ${use}`, { oneOf: ["y", "x"] }],
    [`let a = ["x"]; if (c) { a = [...a, "y"]; } a.push("z"); ${use}`, ["x", { oneOf: ["y"] }, "z"]],
    [`let a = "x"; function f() { ${use} } a = "y";`, "y"],
    [`let a = "x"; function f() { ${use} } f(); a = "y";`, "x"],
    [`let a = "x"; function f() { a = "y"; } f(); ${use}`, "y"],
    [`let a = "x"; { const { b = (a = "y") } = { b: "z" }; } ${use}`, "x"],
    [`let a = "x"; (() => { var [b = (a = "y")] = ["z"]; })(); ${use}`, "x"],
    [`if (c) { var a = "x"; } else { var a = "y"; } ${use}`, { oneOf: ["x", "y"] }],
    [`var a = "x"; if (c) { var a = "y"; } ${use}`, { oneOf: ["y", "x"] }],
    [`const a = ["x"]; a.push("y"); ${use}`, ["x", "y"]],
    [`const a = ["x"]; a[0] = "y"; ${use}`, ["y"]],
    [`const a = ["x"]; a?.push("y"); ${use}`, ["x", "y"]],
    [`const a = { b: ["x"] }; a.b.push("y"); ${use}`, { b: ["x", "y"] }],
    [`const a = { b: { c: "x" } }; a.b.c = "y"; ${use}`, { b: { c: "y" } }],
    [`const a = { b: "x" }; delete a.b; ${use}`, {}],
    [`const a = { b: 1 }; a.b++; ${use}`, { b: 2 }],
    [`const a = { b: "x" }; Object.assign(a, { b: "y" }); ${use}`, { b: "y" }],
  ])("has the value that the program gives it: %s", (code, expected) => {
    expect(plainIn(code, config)).toEqual(expected);
  });

  it.each([
    use,
    `function f(a) { ${use} }`,
    `try {} catch (a) { ${use} }`,
    `${use} const a = "x";`,
    `const a = "x"; { ${use} const a = "y"; }`,
    `f(); function f() { ${use} } const a = "x";`,
    `const { a } = b; ${use}`,
    `const [a] = b; ${use}`,
    `const { [b]: a } = { a: "x" }; ${use}`,
  ])("is not known: %s", (code) => {
    expect(plainIn(code, config)).toEqual(unknown);
  });

  it.each<[code: string, value: unknown]>([
    [`function a() {} ${use}`, others],
    [`class a {} ${use}`, others],
    [`function f(a = "x") { ${use} }`, { oneOf: [others, "x"] }],
    [`const { ...a } = b; ${use}`, { "...": true }],
    [`const a = ["x"]; ${use} function f() { a.splice(0, 1); }`, expect.arrayContaining([{ oneOf: ["x"] }, others])],
    [`let a = "x"; f(() => { ${use} }); a = "y";`, { oneOf: expect.arrayContaining(["x", "y"]) as string[] }],
  ])("is known in part: %s", (code, expected) => {
    expect(plainIn(code, config)).toEqual(expected);
  });

  it.each([`let a; ${use}`, `var a; ${use}`, `const a = "x"; (() => { ${use} var a = "y"; })();`])(
    "has no value: %s",
    (code) => {
      expect(plainIn(code, config)).toBeUndefined();
    },
  );

  it.each([
    [`import { a } from "m"; ${use}`, "a of m"],
    [`import { b as a } from "m"; ${use}`, "b of m"],
    [`import { "a b" as a } from "m"; ${use}`, "a b of m"],
    [`import a from "m"; ${use}`, " of m"],
    [`import * as a from "m"; ${use}`, " of m"],
    [`import * as b from "m"; const a = b.c.d; ${use}`, "c.d of m"],
    [`const a = require("m"); ${use}`, " of m"],
    [`const { a } = require("m"); ${use}`, "a of m"],
    [`const { b: a } = require("m"); ${use}`, "b of m"],
    [`const { ["b"]: { a } } = require("m"); ${use}`, "b.a of m"],
  ])("keeps the module that it is imported from: %s", (code, expected) => {
    expect(importIn(code, config)).toBe(expected);
  });

  it("is not imported by a function of the file that is called as Node.js's", () => {
    expect(plainIn(`function require() { return { a: "x" }; } const { a } = require("m"); ${use}`, config)).toBe("x");
  });
});

describe("a name in TypeScript", () => {
  it.each<[code: string, value: unknown]>([
    ['enum A { B = "x" } use({ Statement: A.B });', "x"],
    ['const enum A { B = "x" } use({ Statement: A });', { B: "x" }],
    ['enum A { B = "x" } enum A { C = "y" } use({ Statement: [A.B, A.C] });', ["x", "y"]],
    [`const a = ["x"] as const; ${use}`, ["x"]],
    [`const a = ["x"]; (a as string[]).push("y"); ${use}`, ["x", "y"]],
    [`const a = ["x"]; a!.push("y"); ${use}`, ["x", "y"]],
    ['namespace a { export const b = "x"; } use({ Statement: a.b });', "x"],
    [`declare const a: string; ${use}`, unknown],
    [`declare let a: string; ${use}`, unknown],
  ])("has its value: %s", (code, expected) => {
    expect(plainIn(code)).toEqual(expected);
  });
});

it.each([
  [`import type { a } from "m"; ${use}`, "a of m"],
  [`import a = require("m"); ${use}`, " of m"],
])("a name in TypeScript keeps the module that it is imported from: %s", (code, expected) => {
  expect(importIn(code)).toBe(expected);
});

describe("an export of a module", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "estree-names-"));
    write("n", 'export const a = "x", b = ["y"]; export default "z"; export function add(list) { list.push("y"); }');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, code: string): void {
    writeFileSync(join(folder, `${name}.ts`), code);
  }

  /** The value that `./m` exports under a name. */
  function exportedIn(module: string, name: string, code = `import { ${name} as a } from "./m"; ${use}`): unknown {
    write("m", module);
    const languageOptions = { parser: typescriptParser, parserOptions: {}, ecmaVersion: 2025 };
    return plainIn(code, typescript, { filename: join(folder, "main.ts"), languageOptions });
  }

  it.each<[module: string, name: string, value: unknown]>([
    ['export const a = "x";', "a", "x"],
    ['export const b = 1, a = "x";', "a", "x"],
    ['export let a = "x";', "a", "x"],
    ['export var a = "x";', "a", "x"],
    ['export const { a } = { a: "x" };', "a", "x"],
    ['const a = "x"; export { a };', "a", "x"],
    ['export { a }; const a = "x";', "a", "x"],
    ['const a = "x"; export { a as b };', "b", "x"],
    ['const a = "x"; export { a as default };', "default", "x"],
    ['const a = "x"; export { a as "b c" };', '"b c"', "x"],
    ['export default ["x"];', "default", ["x"]],
    ['const a = "x"; export default a;', "default", "x"],
    ['export enum A { B = "x" }', "A", { B: "x" }],
    ['enum A { B = "x" } export { A };', "A", { B: "x" }],
    ['namespace a { export const b = "x"; } export { a };', "a", { b: "x", "...": true }],
    ['module.exports = { a: "x" };', "a", "x"],
    ['exports.a = "x";', "a", "x"],
    ['export = { a: "x" };', "a", "x"],
    ['export const a = ["x"]; function f(b) { b.push("y"); }', "a", ["x"]],
  ])("has its value: %s %s", (module, name, expected) => {
    expect(exportedIn(module, name)).toEqual(expected);
  });

  it.each<[module: string, name: string, value: unknown]>([
    ['export { a } from "./n";', "a", "x"],
    ['export { b as a } from "./n";', "a", ["y"]],
    ['export { default as a } from "./n";', "a", "z"],
    ['import { b } from "./n"; export { b as a };', "a", ["y"]],
    ['import * as a from "./n"; export { a };', "a", expect.objectContaining({ a: "x", b: ["y"] })],
    ['export * as a from "./n";', "a", expect.objectContaining({ a: "x", b: ["y"] })],
    ['export * from "./n";', "a", "x"],
    ['export * from "./n"; export const a = "own";', "a", "own"],
    ['export * from "./n";', "default", unknown],
    ['export { a } from "./missing";', "a", unknown],
  ])("may come from another module: %s %s", (module, name, expected) => {
    expect(exportedIn(module, name)).toEqual(expected);
  });

  it.each<[module: string, value: unknown]>([
    ['export let a = "x"; a = "y";', "y"],
    ['export const a = ["x"]; a[1] = "y";', ["x", "y"]],
    ['export const a = []; for (const b of ["x", "y"]) { a.push(`${b}:list`); }', ["x:list", "y:list"]],
    ['import { add } from "./n"; export const a = ["x:y:z"]; add(a);', ["x:y:z", "y"]],
    ['const b = new Set(["x"]); b.add("y"); export const a = [...b];', ["x", "y"]],
    [
      'class B { list = ["x"]; add(x) { this.list.push(x); } } const b = new B(); b.add("y"); export const a = b.list;',
      ["x", "y"],
    ],
  ])("has the value that its module gives it: %s", (module, expected) => {
    expect(exportedIn(module, "a")).toEqual(expected);
  });

  it.each<[module: string, value: unknown]>([
    [
      "export const a = []; for (const b of c) { a.push(`${b}:list`); }",
      expect.arrayContaining([{ oneOf: [`${hole}:list`] }, others]),
    ],
    ['export const a = ["x"]; complete(a);', ["x", unknown]],
    ['export const a = ["x"]; export function f(b) { a.push(b); }', expect.arrayContaining(["x", others])],
  ])("is known in part: %s", (module, expected) => {
    expect(exportedIn(module, "a")).toEqual(expected);
  });

  it.each([
    ["", "a"],
    ['const a = "x";', "a"],
    ['export const b = "x";', "a"],
    ['export const a = "x";', "default"],
    ["export declare const a: string;", "a"],
    ["export function a() {}", "a"],
    ["export { a };", "a"],
    ['export type a = "x";', "a"],
  ])("is not known: %s %s", (module, name) => {
    expect(exportedIn(module, name)).toEqual(unknown);
  });

  it.each<[code: string, value: unknown]>([
    [`import { a } from "./m"; a.push("y"); ${use}`, ["x", unknown]],
    [`import * as m from "./m"; m.a.push("y"); const { a } = m; ${use}`, ["x", unknown]],
    [`import { a as b } from "./m"; const a = [...b]; a.push("y"); ${use}`, ["x", "y"]],
    [`import { a } from "./m"; complete(a); ${use}`, ["x", unknown]],
  ])("may be changed by the file that imports it: %s", (code, expected) => {
    expect(exportedIn('export const a = ["x"];', "a", code)).toEqual(expected);
  });
});
