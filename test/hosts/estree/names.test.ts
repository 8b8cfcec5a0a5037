import { parse as parseTypescript } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { exportOf, moduleNameResolver, scopeNameResolver, type Definition } from "../../../src/hosts/estree/names.js";
import { configOf, sourceOf } from "../../sources.js";

/** The definition of the name that the file passes to `known(<name>)`. */
function scopedIn(code: string, config = configOf("as const")): string | undefined {
  const source = sourceOf(code, config);
  const resolveName = scopeNameResolver(source.getScope as (node: TSESTree.Node) => unknown);
  const reference = referenceIn(source.ast);
  return plainOf(resolveName(reference), code);
}

/** The argument of `known(...)`, at any depth. */
function referenceIn(node: object): TSESTree.Identifier {
  const found = referencesIn(node)[0];
  if (!found) {
    throw new Error("No reference.");
  }
  return found;
}

function referencesIn(node: object): TSESTree.Identifier[] {
  const { callee, arguments: args = [] } = node as { callee?: { name?: string }; arguments?: TSESTree.Identifier[] };
  if (callee?.name === "known") {
    return args;
  }
  return Object.entries(node)
    .filter(([key]) => !["parent", "tokens", "comments"].includes(key))
    .flatMap(([, child]) => child as unknown)
    .filter((child) => typeof child === "object" && child !== null)
    .flatMap(referencesIn);
}

function plainOf(definition: Definition | undefined, code: string): string | undefined {
  switch (definition?.kind) {
    case "value":
      return code.slice(...definition.node.range);
    case "enum":
      return `enum ${definition.node.id.name}`;
    case "import":
      return `${definition.path.join(".")} of ${definition.module}`;
    default:
      return undefined;
  }
}

describe.each([
  ["espree", {}],
  ["the TypeScript parser", configOf("as const")],
] as const)("a name in the scopes of %s", (_, config) => {
  it.each([
    ['const a = "x"; known(a);', '"x"'],
    ['let a = "x"; known(a);', '"x"'],
    ['var a = "x"; known(a);', '"x"'],
    ['known(a); const a = "x";', '"x"'],
    ['function f() { const a = "x"; { known(a); } }', '"x"'],
    ['const a = "x"; function f() { const a = "y"; known(a); }', '"y"'],
    ['const a = "x"; { const a = "y"; } known(a);', '"x"'],
    ['export const a = ["x"]; known(a); a.map(f); a.length; f(a);', '["x"]'],
    ['import { a } from "m"; known(a);', "a of m"],
    ['import { a as b } from "m"; known(b);', "a of m"],
    ['import { "a b" as b } from "m"; known(b);', "a b of m"],
    ['import a from "m"; known(a);', "default of m"],
    ['import * as a from "m"; known(a);', " of m"],
    ['const a = require("m"); known(a);', " of m"],
    ['const { a } = require("m"); known(a);', "a of m"],
    ['const { b: a } = require("m"); known(a);', "b of m"],
  ])("is resolved: %s", (code, expected) => {
    expect(scopedIn(code, config)).toBe(expected);
  });

  it.each([
    "known(a);",
    "let a; known(a);",
    'let a = "x"; a = "y"; known(a);',
    'var a = "x"; var a = "y"; known(a);',
    "function f(a) { known(a); }",
    'function f(a = "x") { known(a); }',
    "function a() {} known(a);",
    "class a {} known(a);",
    'for (const a of ["x"]) { known(a); }',
    "for (let a = 1; a < 2; a++) { known(a); }",
    "try {} catch (a) { known(a); }",
    'const { a } = { a: "x" }; known(a);',
    'const [a] = ["x"]; known(a);',
    'const { ...a } = require("m"); known(a);',
    'const { ["b"]: { a } } = require("m"); known(a);',
    'const a = ["x"]; a.push("y"); known(a);',
    'const a = ["x"]; known(a); function f() { a.splice(0, 1); }',
    'const a = ["x"]; a[0] = "y"; known(a);',
    'const a = { b: ["x"] }; a.b.push("y"); known(a);',
    'const a = { b: { c: "x" } }; a.b.c = "y"; known(a);',
    'const a = { b: "x" }; delete a.b; known(a);',
    "const a = { b: 1 }; a.b++; known(a);",
    'const a = { b: "x" }; Object.assign(a, { b: "y" }); known(a);',
    'const a = ["x"]; a?.push("y"); known(a);',
    'let a = "x"; [a] = ["y"]; known(a);',
  ])("is not resolved: %s", (code) => {
    expect(scopedIn(code, config)).toBeUndefined();
  });
});

describe("a name in TypeScript", () => {
  it.each([
    ['enum A { B = "x" } known(A);', "enum A"],
    ['const enum A { B = "x" } known(A);', "enum A"],
    ['const a = ["x"] as const; known(a);', '["x"] as const'],
    ['import type { a } from "m"; known(a);', "a of m"],
  ])("is resolved: %s", (code, expected) => {
    expect(scopedIn(code)).toBe(expected);
  });

  it.each([
    'const a = ["x"]; (a as string[]).push("y"); known(a);',
    'const a = ["x"]; a!.push("y"); known(a);',
    'enum A { B = "x" } enum A { C = "y" } known(A);',
    "declare const a: string; known(a);",
    'import a = require("m"); known(a);',
    'namespace a { export const b = "x"; } known(a);',
  ])("is not resolved: %s", (code) => {
    expect(scopedIn(code)).toBeUndefined();
  });
});

describe("an export of a module", () => {
  function exportedIn(code: string, name: string): string | undefined {
    const program = parseTypescript(code, { range: true, loc: true, sourceType: "module" });
    return plainOf(exportOf(program, moduleNameResolver(program), name), code);
  }

  it.each([
    ['export const a = "x";', "a", '"x"'],
    ['export const b = 1, a = "x";', "a", '"x"'],
    ['const a = "x"; export { a };', "a", '"x"'],
    ['export { a }; const a = "x";', "a", '"x"'],
    ['const a = "x"; export { a as b };', "b", '"x"'],
    ['const a = "x"; export { a as default };', "default", '"x"'],
    ['const a = "x"; export { a as "b c" };', "b c", '"x"'],
    ['export default ["x"];', "default", '["x"]'],
    ['const a = "x"; export default a;', "default", "a"],
    ['export enum A { B = "x" }', "A", "enum A"],
    ['enum A { B = "x" } export { A };', "A", "enum A"],
    ['export { a } from "./m";', "a", "a of ./m"],
    ['export { b as a } from "./m";', "a", "b of ./m"],
    ['export { default as a } from "./m";', "a", "default of ./m"],
    ['import { b } from "./m"; export { b as a };', "a", "b of ./m"],
    ['import * as a from "./m"; export { a };', "a", " of ./m"],
    ['export const a = ["x"]; function f(b) { b.push("y"); }', "a", '["x"]'],
  ])("is resolved in %s", (code, name, expected) => {
    expect(exportedIn(code, name)).toBe(expected);
  });

  it.each([
    ["", "a"],
    ['const a = "x";', "a"],
    ['export const b = "x";', "a"],
    ['export const a = "x";', "default"],
    ['export let a = "x";', "a"],
    ['export var a = "x";', "a"],
    ['export const { a } = { a: "x" };', "a"],
    ["export declare const a: string;", "a"],
    ["export function a() {}", "a"],
    ["export class a {}", "a"],
    ['export * from "./m";', "a"],
    ['export * as a from "./m";', "a"],
    ["export { a };", "a"],
    ['export type a = "x";', "a"],
    ['module.exports = { a: "x" };', "a"],
    ["export const a = []; for (const b of c) { a.push(`${b}:list`); }", "a"],
    ['const a = ["x"]; export { a as b }; a[1] = "y";', "b"],
    ['export const a = { b: [] }; export function f() { a.b.push("y"); }', "a"],
  ])("is not resolved in %s", (code, name) => {
    expect(exportedIn(code, name)).toBeUndefined();
  });
});
