import { describe, expect, it } from "vitest";
import { memberOf } from "../../../src/policy/members.js";
import type { ArrayValue, PolicyString, Value } from "../../../src/policy/value.js";
import { hole } from "../../../src/text/mapped-text.js";
import { configOf, firstObject, objectsOf, plainOf, sourceOf } from "../../sources.js";

const typescript = configOf("as const");

/** The value of `Statement` after some code. */
function valueIn(before: string, expression: string, config = typescript): { value: Value; code: string } {
  const code = `${before}\nuse({ Statement: ${expression} });`;
  const value = memberOf(objectsOf(sourceOf(code, config)).at(-1) ?? never(), "Statement");
  return { value: value ?? never(), code };
}

function never(): never {
  throw new Error("No object is a candidate.");
}

function plainIn(before: string, expression: string, config = typescript): unknown {
  const { value, code } = valueIn(before, expression, config);
  return plainOf(value, code);
}

describe.each([
  ["espree", {}],
  ["the TypeScript parser", typescript],
] as const)("in the tree of %s", (_, config) => {
  it.each<[before: string, expression: string, value: unknown]>([
    ['const a = "x";', "a", "x"],
    ['const a = "x"; const b = a;', "[b, a]", ["x", "x"]],
    ['var a = "x"; let b = "y";', "[a, b]", ["x", "y"]],
    ['const a = { list: "x", "get": ["y"] };', "[a.list, a['get'], a[\"list\"]]", ["x", ["y"], "x"]],
    ['const a = { b: { c: "x" } };', "a.b.c", "x"],
    ["const a = { b: 1 };", "a[b]", { oneOf: [1, { unknown: "a[b]" }] }],
    ["const a = [1];", "a[0]", 1],
    ['const a = Object.freeze(["x"]);', "a", ["x"]],
    ['const a = Object.freeze({ list: "x" });', "a.list", "x"],
    ["", "Object.freeze()", { unknown: "Object.freeze()" }],
    ["", "frozen.freeze(['x'])", { unknown: "frozen.freeze(['x'])" }],
  ])("constants are followed: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression, config)).toEqual(expected);
  });

  it("a member that an object does not have is left out", () => {
    const code = "const a = { b: 1 }; use({ Statement: a.c });";
    expect(plainOf(firstObject(sourceOf(code, config)), code)).toEqual({});
  });

  it.each<[before: string, expression: string, value: unknown]>([
    ['const a = ["x", "y"];', '[...a, "z"]', ["x", "y", "z"]],
    ['const a = ["x"]; const b = [...a, "y"];', "[...b, ...a]", ["x", "y", "x"]],
    ["", '["x", ...["y"]]', ["x", "y"]],
    ["", '["x", ...more]', ["x", { unknown: "...more" }]],
    ['const a = "xy";', "[...a]", [{ unknown: "...a" }]],
    ['const a = ["x"];', 'a.concat(["y"], "z", a)', ["x", "y", "z", "x"]],
    ["", '[].concat("x", [["y"]])', ["x", ["y"]]],
    ['const a = ["x"];', "a.concat(...a)", ["x", "x"]],
    ["", 'more.concat("x")', { unknown: 'more.concat("x")' }],
    [
      "",
      'more.concat(["x"], "y")',
      { oneOf: [[{ unknown: "more" }, "x", { unknown: '"y"' }], { unknown: 'more.concat(["x"], "y")' }] },
    ],
    ["const a = { b: 1, c: [2] };", "{ ...a, d: 3 }", { b: 1, c: [2], d: 3 }],
    ["const a = { b: 1 };", "{ ...a, b: 2 }", { b: 2 }],
    ["const a = { b: 1 };", "{ b: 2, ...a }", { b: 1 }],
    ["const a = { b: 1 };", "[a.c?.d ?? 1, a.c?.[d].e ?? 2, a?.b, a.c?.d > 1, '' < a.c]", [1, 2, 1, false, false]],
    ["const a = { b: 1, ...more };", "{ ...a }", { b: 1, "...": true }],
    ["const a = [1];", "{ b: 2, ...a }", { b: 2, "...": true }],
  ])("lists and objects are composed: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression, config)).toEqual(expected);
  });

  it.each<[before: string, expression: string, value: unknown]>([
    ["", '"a" + "b"', "ab"],
    ["", '"a" + `b${c}` + "d"', `ab${hole}d`],
    ["", 'a + "b"', `${hole}b`],
    ["", '1 + 2 + "b"', "3b"],
    ["", '"b" + 1 + 2', "b12"],
    ["", '"a" + ("b" + "c")', "abc"],
    ["", "1 + 2", 3],
    ["", '"a" - "b"', { unknown: '"a" - "b"' }],
    ['const a = "x";', "`${a}:${a}:${b}`", `x:x:${hole}`],
    ["const a = `x${b}`;", "`<${a}>`", `<x${hole}>`],
    ['const a = "x"; const b = a + ":"', 'b.concat("y", "z")', "x:yz"],
    ["const a = ['x', 'y'];", "`${a}`", "x,y"],
  ])("strings are concatenated: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression, config)).toEqual(expected);
  });

  it.each<[before: string, expression: string, value: unknown]>([
    ["", 'a ? "x" : "y"', { oneOf: ["x", "y"] }],
    ["", 'a ? "x" : b ? "y" : "z"', { oneOf: ["x", "y", "z"] }],
    ["", '["w", a ? "x" : b]', ["w", { oneOf: ["x", { unknown: "b" }] }]],
    ["const b = a ? 'x' : 'y';", "c ? b : b", { oneOf: ["x", "y"] }],
    ["", '["w", ...(a ? ["x"] : [])]', ["w", { oneOf: ["x"] }]],
    ["", '["w", ...(a ? ["x"] : ["y", b])]', ["w", { oneOf: ["x"] }, { oneOf: ["y"] }, { oneOf: [{ unknown: "b" }] }]],
    ["", '["w", ...(a ? ["x"] : b)]', ["w", { oneOf: ["x"] }, { unknown: '...(a ? ["x"] : b)' }]],
    ["", '["w"].concat(a ? ["x"] : [], "y")', ["w", { oneOf: ["x"] }, "y"]],
    ["", '["w"].concat(a ? "x" : "y")', ["w", { oneOf: ["x", "y"] }]],
    ["const more = a ? ['x'] : [];", "[].concat(more)", [{ oneOf: ["x"] }]],
    ["", '(a ? ["x"] : []).concat(["y"])', { oneOf: [["x", "y"], ["y"]] }],
  ])("every branch of a condition is known: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression, config)).toEqual(expected);
  });

  it("a member of which every branch is known is there for certain", () => {
    const code = 'use({ Statement: a ? "x" : "y" });';
    expect(plainOf(firstObject(sourceOf(code, config)), code)).toEqual({ Statement: { oneOf: ["x", "y"] } });
  });
});

describe("a list that the program may complete", () => {
  const list = 'const a = ["x"];';

  it.each([
    "complete(a);",
    "await complete(b, a);",
    "void this.complete(a);",
    "complete({ ...b }, a as string[]);",
    "const b = complete(a);",
    "use(complete(a).length);",
  ])("has its elements, and may have others: %s", (call) => {
    expect(plainIn(`${list} ${call}`, "a")).toEqual(["x", { unknown: '["x"]' }]);
    expect(plainIn(`${list} ${call}`, "[...a]")).toEqual(["x", { unknown: '["x"]' }]);
  });

  it.each(["console.log(a);", "a.forEach(print);", "new Set(a);"])("is what it is with %s", (code) => {
    expect(plainIn(`${list} ${code}`, "a")).toEqual(["x"]);
  });
});

describe("an object that the program may complete", () => {
  it.each(["complete(a);", "const b = complete(a);", "new Completion(a).run();", "a[b] = 1;"])(
    "may have any other member: %s",
    (call) => {
      const code = `const a = {}; ${call} use({ Statement: a.b });`;
      expect(plainOf(firstObject(sourceOf(code, typescript)), code)).toEqual({ Statement: { unknown: "a.b" } });
    },
  );

  it("is complete where the members that it gets are known", () => {
    const code = "const a = { Statement: [1] }; Object.assign(a, { b: 2 });";
    expect(plainOf(firstObject(sourceOf(code, typescript)), code)).toEqual({ Statement: [1], b: 2 });
  });
});

describe("in TypeScript", () => {
  const actions = `enum Actions { List = "x", "get" = \`y\`, Both = "x" + "y", Number = 1, Implicit }`;

  it.each<[expression: string, value: unknown]>([
    ["Actions.List", "x"],
    ['Actions["get"]', "y"],
    ["Actions.get", "y"],
    ["[Actions.Both, Actions.Number]", ["xy", 1]],
    ["Actions.Implicit", { unknown: "Actions.Implicit" }],
    ["Actions.None", { unknown: "Actions.None" }],
    ["`${Actions.List}`", "x"],
  ])("enum members are known: %s", (expression, expected) => {
    expect(plainIn(actions, expression)).toEqual(expected);
    expect(plainIn(`export const ${actions}`, expression)).toEqual(expected);
  });

  it.each<[before: string, expression: string, value: unknown]>([
    ['const a = ["x"] as const;', "[...a] satisfies string[]", ["x"]],
    ['const a = <const>["x"];', "(a as string[]).concat('y')", ["x", "y"]],
    ['const a = { b: "x" } as const satisfies NameResolver;', "a!.b!", "x"],
    ['const a = ["x"] as const;', "[...(a as readonly string[])]", ["x"]],
  ])("types do not change values: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression)).toEqual(expected);
  });
});

describe("the range of a value", () => {
  function textsIn(before: string, expression: string): string[] {
    const { value, code } = valueIn(before, expression);
    return (value as ArrayValue).elements.map(({ range }) => code.slice(...range));
  }

  it("is that of its literal, not of a reference", () => {
    expect(textsIn('const a = "x"; const b = ["y"];', "[a, ...b, `z`]")).toEqual(['"x"', '"y"', "`z`"]);
  });

  it("is in its own list, which it can be removed from", () => {
    const { value, code } = valueIn('const a = ["x", "y"];', '["w", ...a, ...more]');
    const places = (value as ArrayValue).placed.map(
      ({ place }) => place && [code.slice(...place.range), place.index, place.slots.length],
    );
    expect(places).toEqual([['["w", ...a, ...more]', 0, 3], ['["x", "y"]', 0, 2], ['["x", "y"]', 1, 2], undefined]);
  });

  it("is known for each piece of a string, but not across pieces", () => {
    const { value, code } = valueIn('const service = "ims";', "`${service}:images` + ':lst'");
    const text = value as PolicyString;
    expect(text.value).toBe("ims:images:lst");
    expect(text.isStatic).toBe(true);
    expect(text.isLiteral).toBe(false);
    expect(code.slice(...text.range)).toBe("`${service}:images` + ':lst'");
    expect(
      [text.slice(0, 3), text.slice(4, 10), text.slice(11, 14)].map((range) => code.slice(...(range ?? [0, 0]))),
    ).toEqual(["ims", "images", "lst"]);
    expect([text.slice(0, 4), text.slice(4, 12), text.slice(0, 14)]).toEqual([null, null, null]);
    expect(code.slice(...text.text.sourceRange(4, 12))).toBe("images` + ':l");
  });
});

describe("a name that is read before it has a value", () => {
  it.each<[before: string, expression: string, value: unknown]>([
    ["const A = A;", "A", { unknown: "A" }],
    ["const A = [...A];", "A", [{ unknown: "...A" }]],
    ['const A = ["x", ...B]; const B = [...A, "y"];', "B", ["x", { unknown: "...B" }, "y"]],
    ['const a = a + "x";', "a", `${hole}x`],
    ["const a = `${a}x`;", "a", `${hole}x`],
    ["const a = { ...a, b: 1 };", "a", { b: 1, "...": true }],
    ["const a = { ...b }; const b = { ...a, c: 1 };", "b", { c: 1, "...": true }],
    ["const a = c ? a : 'x';", "a", { oneOf: [{ unknown: "a" }, "x"] }],
    ["const a = a.b;", "a", { unknown: "a" }],
    ["const a = a();", "a", { unknown: "a()" }],
    ["const a = a.withX(1);", "a", { unknown: "a.withX(1)" }],
    ["const a = JSON.stringify(a);", "a", { unknown: "a" }],
    ["enum A { B = A.C, C = A.B }", "A.B", { unknown: "A.B" }],
  ])("is not known: %s %s", (before, expression, expected) => {
    expect(plainIn(before, expression)).toEqual(expected);
  });
});

describe("an encoder", () => {
  it("of a library has the value that it encodes, but no function of the same name", () => {
    expect(plainIn('import { Fn } from "cdktf"; const a = Fn.jsonencode({ b: 1 });', "a")).toEqual({ b: 1 });
    expect(plainIn('import * as pulumi from "@pulumi/pulumi"; const a = pulumi.jsonStringify({ b: 1 });', "a")).toEqual(
      {
        b: 1,
      },
    );
    expect(plainIn("const a = Fn.jsonencode({ b: 1 });", "a")).toEqual({ unknown: "Fn.jsonencode({ b: 1 })" });
  });
});

describe("a value that contains itself", () => {
  it.each(["const a = { b: 1 }; a.b = a;", "const b = []; const a = { b }; b.push(a);"])(
    "is not a candidate: %s",
    (before) => {
      expect(() => valueIn(before, "a.b")).toThrow("No object is a candidate.");
    },
  );
});

describe("a value that doubles", () => {
  function doubled(start: string, write: (name: string) => string): string {
    const names = Array.from({ length: 60 }, (_, index) => `a${index}`);
    return names.map((name, index) => `const ${name} = ${index === 0 ? start : write(`a${index - 1}`)};`).join("\n");
  }

  it.each([
    ["lists", '["x"]', (name: string) => `[...${name}, ...${name}]`],
    ["concatenated lists", '["x"]', (name: string) => `${name}.concat(${name})`],
    ["strings", '"x"', (name: string) => `${name} + ${name}`],
    ["templates", '"x"', (name: string) => "`${" + name + "}${" + name + "}`"],
    ["objects", "{ x: 1 }", (name: string) => `{ ...${name}, ...${name} }`],
    ["conditions", '"x"', (name: string) => `c ? ${name} : ${name}`],
  ])("ends: %s", (_, start, write) => {
    const { value } = valueIn(doubled(start, write), "a59");
    const size =
      value.kind === "array"
        ? value.elements.length
        : value.kind === "object"
          ? value.members.length
          : value.kind === "string"
            ? value.value.length
            : 1;
    expect(size).toBeLessThan(300_000);
  });

  it("may be a concatenation of two thousand strings", () => {
    const { value } = valueIn("", Array.from({ length: 2_000 }, () => '"Statement"').join(" + "), {});
    expect((value as PolicyString).value).toHaveLength(2_000 * "Statement".length);
  });
});

describe("a construct", () => {
  it.each<[before: string, expression: string, callee: unknown]>([
    ['import { Role } from "m";', "new Role(1)", { module: "m", path: ["Role"] }],
    ['import { Role as R } from "m";', "new R(1)", { module: "m", path: ["Role"] }],
    ['import * as iam from "m";', "new iam.Role(1)", { module: "m", path: ["Role"] }],
    ['import iam from "m";', "new iam.v3.Role(1)", { module: "m", path: ["v3", "Role"] }],
    ['const { Role } = require("m");', "new Role(1)", { module: "m", path: ["Role"] }],
    ['const m = require("m");', "m.createRole(1)", { module: "m", path: ["createRole"] }],
    ["", "createRole(1)", { module: undefined, path: ["createRole"] }],
    ["", "this.createRole(1)", { module: undefined, path: ["createRole"] }],
    ["", "roles[0](1)", undefined],
  ])("is identified by its class or function: %s %s", (before, expression, callee) => {
    const { value } = valueIn(before, expression);
    expect(value.kind === "construct" ? value.callee : undefined).toEqual(callee);
    expect(value.kind).toBe(callee ? "construct" : "unknown");
  });

  it("is an object where the file defines the class", () => {
    expect(plainIn("class Role { constructor(a) { this.a = a; } }", "new Role(1)")).toEqual({ a: 1 });
  });

  it("has its arguments and chained calls", () => {
    const { value, code } = valueIn("", 'new Role("a", ...b).withAction(["x"]).withEffect("Allow").other()');
    expect(plainOf(value, code)).toEqual({ unknown: code.slice(...value.range) });
    const { value: role } = valueIn("", 'new Role("a", ...b).withAction(["x"]).withEffect("Allow")');
    expect(role.kind === "construct" && role.arguments.map(({ kind }) => kind)).toEqual(["string", "unknown"]);
    expect(role.kind === "construct" && role.updates.map(({ name }) => name)).toEqual(["withAction", "withEffect"]);
  });

  it("has the same identity at every reference", () => {
    const { value } = valueIn('const role = new Role("a"); const same = role;', "[role.id, same.id, new Role('a').id]");
    const [first, second, third] = (value as ArrayValue).elements.map((element) =>
      element.kind === "unknown" ? element.construct?.identity : undefined,
    );
    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});
