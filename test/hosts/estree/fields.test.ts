import { describe, expect, it } from "vitest";
import { configOf, firstObject, plainOf, sourceOf } from "../../sources.js";

/** The value of `this.x` in a class with the given members. */
function valueOfX(members: string, usage = "use({ Statement: this.x });"): unknown {
  const code = `class A { ${members} method() { ${usage} } }`;
  return plainOf(firstObject(sourceOf(code, configOf("as const"))), code);
}

const unknown = { Statement: { unknown: "this.x" } };
const others = { unknown: expect.any(String) as string };

function containing(parts: readonly unknown[]): unknown {
  return expect.arrayContaining([...parts]);
}

describe("a field of a class", () => {
  it.each([
    ["its initializer", 'readonly x = ["a"];'],
    ["what the constructor assigns", 'x; constructor() { this.x = ["a"]; }'],
    ["a private field of TypeScript", 'private x = ["a"] as const;'],
  ])("is %s", (_, members) => {
    expect(valueOfX(members)).toEqual({ Statement: ["a"] });
  });

  it("may be private, beside a public one of the same name", () => {
    expect(valueOfX('x = ["b"]; #x = ["a"];', "use({ Statement: this.#x });")).toEqual({ Statement: ["a"] });
  });

  it("may be what a method assigns, in any order", () => {
    expect(valueOfX('x = ["a"]; init() { this.x = ["b"]; }')).toMatchObject({
      Statement: { oneOf: containing([["a"], ["b"]]) },
    });
    expect(valueOfX('x?: string[]; init() { this.x = ["a"]; }')).toMatchObject({
      Statement: { oneOf: containing([["a"]]) },
    });
  });

  it.each<[how: string, members: string, value: unknown]>([
    ["pushed to", 'x = ["a"]; init() { this.x.push("b"); }', containing(["a", { oneOf: ["b"] }, others])],
    ["added to", 'x = "a"; init() { this.x += "b"; }', { oneOf: containing(["a", "ab", others]) }],
  ])("may have been %s any number of times", (_, members, expected) => {
    expect(valueOfX(members)).toEqual({ Statement: expected });
  });

  it("may be what a setter sets", () => {
    const code = `class A { #y; set x(value) { this.#y = value; } get y() { return this.#y; } }
      const a = new A(); a.x = ["a"]; use({ Statement: a.y });`;
    expect(plainOf(firstObject(sourceOf(code, configOf("as const"))), code)).toEqual({ Statement: ["a"] });
  });

  it("is read through an arrow function", () => {
    expect(valueOfX('x = ["a"];', "go(() => use({ Statement: this.x }));")).toEqual({ Statement: ["a"] });
  });

  it.each([
    ["it has no value", "x;"],
    ["it does not exist", ""],
  ])("is not known where %s", (_, members) => {
    expect(valueOfX(members)).toEqual(unknown);
  });

  it("is not known in a function with its own `this`, nor outside classes", () => {
    expect(valueOfX('x = ["a"];', "go(function () { use({ Statement: this.x }); });")).toEqual(unknown);
    const code = "use({ Statement: this.x });";
    expect(plainOf(firstObject(sourceOf(code, configOf("as const"))), code)).toEqual(unknown);
  });

  it("that refers to itself ends", () => {
    expect(valueOfX("x = [...this.x];")).toEqual({ Statement: [{ unknown: "...this.x" }] });
  });
});
