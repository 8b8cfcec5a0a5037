import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { memberOf } from "../../../src/policy/members.js";
import type { ObjectValue, PolicyString, Value } from "../../../src/policy/value.js";
import { candidatesOf, configOf, firstObject, objectsOf, plainOf, sourceOf, stringsOf } from "../../sources.js";
import { hole } from "../../../src/text/mapped-text.js";

const filter = {
  keys: new Set(["Statement"]),
  rootKeys: new Set(["resource"]),
  word: "Statement",
  callees: new Set<string>(),
  names: new Set<string>(),
};
const typescript = configOf("as const");
const jsx: Linter.Config = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };

/** The value of `Statement` in an object literal. */
function statementIn(expression: string, config: Linter.Config = typescript): { value: Value; code: string } {
  const code = `x = { Statement: ${expression} };`;
  const value = memberOf(firstObject(sourceOf(code, config)), "Statement");
  if (!value) {
    throw new Error("No member.");
  }
  return { value, code };
}

describe.each([
  ["espree", {}],
  ["the TypeScript parser", typescript],
] as const)("a value in the tree of %s", (_, config) => {
  it.each<[expression: string, value: unknown]>([
    ['"text"', "text"],
    ["'it\\'s'", "it's"],
    ["`text`", "text"],
    ["``", ""],
    ["`a\r\nb`", "a\nb"],
    ["`a${b}c${d}`", `a${hole}c${hole}`],
    ["`${a}${b}`", hole + hole],
    ["1.1", 1.1],
    ["-1", -1],
    ["true", true],
    ["null", null],
    ["[1, [], ['a']]", [1, [], ["a"]]],
    ["{ a: 1, 'b': 2, 3: 4, ['c']: 5, [`d`]: 6 }", { a: 1, b: 2, 3: 4, c: 5, d: 6 }],
    ["{ a, b: c }", { a: { unknown: "a" }, b: { unknown: "c" } }],
    ["JSON.stringify({ a: 1 }, null, 2)", { a: 1 }],
    ["('a')", "a"],
    ['"a" + "b"', "ab"],
    ['"a" + b', `a${hole}`],
    ["a ? 1 : 2", { oneOf: [1, 2] }],
  ])("of %s is known", (expression, expected) => {
    const { value, code } = statementIn(expression, config);
    expect(plainOf(value, code)).toEqual(expected);
  });

  it.each([
    "name",
    "f()",
    "1n",
    "/a:b:c/u",
    "() => 1",
    "JSON.parse('1')",
    "JSON.stringify()",
    "json.stringify({})",
    "tag`a\\nb`",
  ])("of %s is not known", (expression) => {
    const { value, code } = statementIn(expression, config);
    expect(plainOf(value, code)).toEqual({ unknown: expression });
  });

  it.each([
    ["a spread", "{ a: 1, ...more }"],
    ["a computed key", "{ a: 1, [name]: 2 }"],
    ["a getter", "{ a: 1, get b() { return 2; } }"],
    ["a setter", "{ a: 1, set b(value) {} }"],
  ])("with %s is incomplete", (_name, expression) => {
    const { value, code } = statementIn(expression, config);
    expect(plainOf(value, code)).toEqual({ a: 1, "...": true });
  });

  it("has an unknown member for a method", () => {
    const { value } = statementIn("{ a() {} }", config) as { value: ObjectValue };
    expect(value.isComplete).toBe(true);
    expect(value.members.map((member) => [member.key, member.value.kind])).toEqual([["a", "unknown"]]);
  });

  it("has unknown elements for spreads and for holes in an array", () => {
    const { value } = statementIn("[1, ...more, , 2]", config);
    expect(value.kind === "array" && value.elements.map(({ kind }) => kind)).toEqual([
      "scalar",
      "unknown",
      "unknown",
      "scalar",
    ]);
  });

  it("has its source range", () => {
    const { value, code } = statementIn('[{ a: "\\u0062c" }, `d${e}f`]', config);
    const [object, template] = value.kind === "array" ? value.elements : [];
    const [member] = (object as ObjectValue).members;
    const text = template as PolicyString;
    expect(code.slice(...value.range)).toBe('[{ a: "\\u0062c" }, `d${e}f`]');
    expect(member && code.slice(...member.keyRange)).toBe("a");
    expect(member && code.slice(...member.value.range)).toBe('"\\u0062c"');
    expect(code.slice(...((member?.value as PolicyString).slice(0, 1) ?? [0, 0]))).toBe("\\u0062");
    expect(template && code.slice(...template.range)).toBe("`d${e}f`");
    expect(code.slice(...text.contentRange)).toBe("d${e}f");
    expect(code.slice(...(text.slice(2, 3) ?? [0, 0]))).toBe("f");
    expect(text.slice(1, 2)).toBeNull();
  });

  it.each(["``", '""', '"\\\n"', "`\\\r\n`"])(
    "of no characters has an empty range between its quotes: %j",
    (expression) => {
      const { value, code } = statementIn(expression, config);
      const [start, end] = (value as PolicyString).contentRange;
      expect(start).toBe(end);
      expect(start).toBeGreaterThan(code.indexOf(expression));
      expect(start).toBeLessThan(code.indexOf(expression) + expression.length);
    },
  );
});

describe("types around a value", () => {
  it.each(['"a" as const', '<const>"a"', '"a" satisfies string', '"a"!', '("a" as const)'])(
    "do not change it: %s",
    (expression) => {
      const { value, code } = statementIn(expression);
      expect(plainOf(value, code)).toBe("a");
      expect(code.slice(...value.range)).toBe('"a"');
    },
  );
});

describe("a value in the tree of jsonc-eslint-parser", () => {
  const jsonc = configOf("jsonc-eslint-parser");

  it("is the same as in JSON", () => {
    const code = `{ // why\n "Statement": [1, "a\\n", null, { 'b': true, c: \`d\` }, ],\n}`;
    expect(plainOf(firstObject(sourceOf(code, jsonc)), code)).toEqual({
      Statement: [1, "a\n", null, { b: true, c: "d" }],
    });
  });

  it.each(["-1", "NaN", "Infinity", "undefined", "1 + 2", "/a/u", "1n"])("of %s is not known", (expression) => {
    const code = `{"Statement": ${expression}}`;
    expect(memberOf(firstObject(sourceOf(code, jsonc)), "Statement")?.kind).toBe("unknown");
  });

  it("has its source range", () => {
    const code = `{"Statement": "a\\u0062c"}`;
    const value = memberOf(firstObject(sourceOf(code, jsonc)), "Statement") as PolicyString;
    expect(code.slice(...(value.slice(1, 2) ?? [0, 0]))).toBe("\\u0062");
  });
});

describe("the candidates of a module", () => {
  it("are its objects with a key and its strings with a word, outer before inner, in source order", () => {
    const code = `
      import "Statement 1";
      const first = { Statement: [{ Statement: "Statement 2" }] };
      class Stack { policy = f(\`Statement \${ { Statement: 3 } }\`); }
      if (first) { g({ statement: 1, text: "Statemen" }, "Statement 4"); }
      export default { a: { "Statement": first }, ["Statement"]: 5, ...{ Statement: 6 } };
    `;
    const found = [...candidatesOf(sourceOf(code, typescript), filter)];
    const starts = found.map(({ range }) => range[0]);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
    expect(found.map(({ range }) => code.slice(...range).slice(0, 17))).toEqual([
      "{ Statement: [{ S",
      '{ Statement: "Sta',
      '"Statement 2"',
      "`Statement ${ { S",
      "{ Statement: 3 }",
      '"Statement 4"',
      '{ a: { "Statement',
      '{ "Statement": fi',
    ]);
  });

  it("are the lists, sets, records and enums that it defines outside of functions", () => {
    const code = `
      const list = ["a"], set = new Set(["a"]), record = { a: "a" }, text = "a", call = f(["a"]);
      enum Actions { A = "a" }
      class Stack { static actions = ["b"]; others = ["c"]; }
      function f() { const list = ["d"]; }
    `;
    const constants = candidatesOf(sourceOf(code, typescript), filter).filter(({ kind }) => kind === "constant");
    expect(
      constants.map((constant) => plainOf(constant.kind === "constant" ? constant.value : undefined, code)),
    ).toEqual([["a"], ["a"], { a: "a" }, { A: "a" }, ["b"]]);
    expect(constants.map(({ range }) => code.slice(...range))).toEqual([
      'list = ["a"]',
      'set = new Set(["a"])',
      'record = { a: "a" }',
      'enum Actions { A = "a" }',
      'static actions = ["b"];',
    ]);
  });

  it.each([
    ["a generator", "function* f() { yield { Statement: 1 }; }"],
    ["a decorator of a field", "class A { @f({ Statement: 1 }) x; }"],
    ["a decorator of a method", "class A { @f({ Statement: 1 }) x() {} }"],
    ["a decorator of a parameter", "class A { constructor(@f({ Statement: 1 }) x) {} }"],
    ["the key of a method", "class A { [f({ Statement: 1 })]() {} }"],
    ["an accessor", "class A { accessor x = { Statement: 1 }; }"],
    ["a default that no call in the file takes", "export function f(x = { Statement: 1 }) {} f(2);"],
    ["a branch that no call in the file takes", "export function f(x) { return x ? 2 : { Statement: 1 }; } f(3);"],
    [
      "a statement that no call in the file takes",
      "export function f(x) { if (x) return; g({ Statement: 1 }); } f(2);",
    ],
    [
      "a case that no call in the file takes",
      "export function f(x) { switch (x) { case 1: return 2; case 2: return { Statement: 1 }; } } f(1);",
    ],
  ])("are found in %s", (_, code) => {
    expect(objectsOf(sourceOf(code, typescript))).toHaveLength(1);
  });

  it.each([
    ["a generator", "function* f() {}"],
    ["a jump to a label", "a: for (const b of c) { for (const d of b) { continue a; } }"],
  ])("are complete beside %s", (_, before) => {
    const code = `${before} use({ Statement: [1] });`;
    expect(plainOf(firstObject(sourceOf(code, typescript)), code)).toEqual({ Statement: [1] });
  });

  it("include strings of JSX attributes, unless they have entities", () => {
    const code = `x = <A b='{"Statement": 1}' c='{"Statement": &quot;}' d={{ Statement: 2 }}/>;`;
    const source = sourceOf(code, jsx);
    expect(stringsOf(source).map(({ value }) => value)).toEqual(['{"Statement": 1}']);
    expect(objectsOf(source)).toHaveLength(1);
  });

  it("exclude tagged templates with escapes, which a tag may interpret differently", () => {
    expect(stringsOf(sourceOf("x = tag`Statement \\n`;"))).toEqual([]);
    expect(stringsOf(sourceOf("x = tag`Statement`;")).map(({ value }) => value)).toEqual(["Statement"]);
  });

  it("are found behind two hundred thousand elements", () => {
    const code = `x = [${"0,".repeat(200_000)}{ Statement: 1 }];`;
    expect(objectsOf(sourceOf(code))).toHaveLength(1);
  });

  it("are found a thousand levels deep", () => {
    // Lists in lists would take nearly all of the stack that ESLint's parser has for them.
    const code = `x = f({ Statement: 1 })${".a".repeat(1_000)};`;
    expect(objectsOf(sourceOf(code))).toHaveLength(1);
  });
});
