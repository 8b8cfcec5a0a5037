import { describe, expect, it } from "vitest";
import { memberOf } from "../../../src/policy/members.js";
import type { ObjectValue, Value } from "../../../src/policy/value.js";
import { candidatesOf, configOf, objectsOf, plainOf, sourceOf } from "../../sources.js";
import { candidateFilter } from "../../../src/carriers/candidate-filter.js";

/** The value beside `Statement` in the first object that has it. */
function valueIn(text: string, key = "x"): unknown {
  return plainOf(memberOf(objectIn(text), key), text);
}

function objectIn(text: string): ObjectValue {
  const [object] = objectsOf(sourceOf(text, configOf("YAML")));
  if (!object) {
    throw new Error("No object is a candidate.");
  }
  return object;
}

describe("values", () => {
  it.each<[text: string, value: unknown]>([
    ["a", "a"],
    ["1.1", 1.1],
    ["0x10", 16],
    ["yes", "yes"],
    ["true", true],
    ["~", null],
    ["", null],
    ["'1.1'", "1.1"],
    ["[a, [b], { c: d, e: }]", ["a", ["b"], { c: "d", e: null }]],
    ["{ 1: a, true: b, null: c, 'd e': f }", { 1: "a", true: "b", null: "c", "d e": "f" }],
    ["\n- a\n-\n- b: c", ["a", null, { b: "c" }]],
    ["{ [a]: b, c: d }", { c: "d", "...": true }],
    ["{{ .Values.x }}", { unknown: "{{ .Values.x }}" }],
  ])("%j", (text, value) => {
    expect(valueIn(`Statement: []\nx: ${text}\n`)).toEqual(value);
  });

  it.each<[text: string, value: unknown]>([
    ["!!str 1.1", "1.1"],
    ["!!str a", "a"],
    ["!!int 1", 1],
    ["!!float 1.5", 1.5],
    ["!!bool true", true],
    ["!!null ~", null],
    ["!!seq [a]", ["a"]],
    ["!!map { a: b }", { a: "b" }],
    ["! a", "a"],
    ["!<tag:yaml.org,2002:str> a", "a"],
    ["!!int a", { unknown: "!!int a" }],
    ["!!seq { a: b }", { unknown: "!!seq { a: b }" }],
    ["!!binary YQ==", { unknown: "!!binary YQ==" }],
    ["!Ref a", { unknown: "!Ref a" }],
    ["!Sub [a]", { unknown: "!Sub [a]" }],
    ["!constructor a", { unknown: "!constructor a" }],
  ])("with a tag: %s", (text, value) => {
    expect(valueIn(`Statement: []\nx: ${text}\n`)).toEqual(value);
  });
});

describe("an alias", () => {
  it.each<[what: string, text: string, value: unknown]>([
    ["is the value with its anchor", "a: &a [b]\nx: [*a, *a]\nStatement: []\n", [["b"], ["b"]]],
    ["is the last one before it", "a: &a b\nc: &a d\nx: *a\ne: &a f\nStatement: []\n", "d"],
    ["is a key, too", "a: &a b\nx: { *a : c }\nStatement: []\n", { b: "c" }],
    ["is not known in itself", "x: &a [b, *a]\nStatement: []\n", ["b", { unknown: "*a" }]],
    ["is not known without an anchor", "x: [*a]\na: &a b\nStatement: []\n", [{ unknown: "*a" }]],
    [
      "is not known by a name of JavaScript's own",
      "x: [*constructor, *__proto__]\nStatement: []\n",
      [{ unknown: "*constructor" }, { unknown: "*__proto__" }],
    ],
    ["is not that of another document", "a: &a b\n---\nx: *a\nStatement: []\n", { unknown: "*a" }],
    ["is what the author means, where that is clear", "x: [*:*:*, **, *:a]\nStatement: []\n", ["*:*:*", "**", "*:a"]],
    ["of nothing is null", "a: &a\nx: [*a]\nStatement: []\n", [null]],
  ])("%s", (_, text, value) => {
    expect(valueIn(text)).toEqual(value);
  });

  it("has the place of what it stands for", () => {
    const text = "a: &a b\nx: *a\nStatement: []\n";
    const value = memberOf(objectIn(text), "x");
    expect(value?.range).toEqual([6, 7]);
  });
});

describe("a merge key", () => {
  it.each<[what: string, text: string, value: unknown]>([
    ["adds members", "a: &a { b: 1, c: 2 }\nx: { <<: *a, c: 3, d: 4 }\n", { b: 1, c: 3, d: 4 }],
    ["adds them behind, too", "a: &a { b: 1 }\nx:\n  b: 2\n  <<: *a\n", { b: 2 }],
    [
      "takes the first of several",
      "a: &a { b: 1 }\nc: &c { b: 2, d: 3 }\nx: { <<: [*a, *c, { e: 4 }] }\n",
      { b: 1, d: 3, e: 4 },
    ],
    ["takes what is merged into it", "a: &a { b: 1 }\nc: &c { <<: *a, d: 2 }\nx: { <<: *c }\n", { b: 1, d: 2 }],
    ["of an object in place", "x: { <<: { a: 1 }, b: 2 }\n", { a: 1, b: 2 }],
    ["of itself", "x: &x { <<: *x, b: 2 }\n", { b: 2, "...": true }],
    ["of something else", "x: { <<: a, b: 2 }\n", { b: 2, "...": true }],
    ["of nothing", "x: { <<: , b: 2 }\n", { b: 2, "...": true }],
    ["of something that is not known", "x: { <<: *y, b: 2 }\n", { b: 2, "...": true }],
    ["is a member in quotes", "x: { '<<': { a: 1 } }\n", { "<<": { a: 1 } }],
  ])("%s", (_, text, value) => {
    expect(valueIn(`${text}Statement: []\n`)).toEqual(value);
  });

  it("counts for what is a candidate", () => {
    const text = "a: &a { b: [] }\nc: { <<: *a, d: 1 }\n---\na: &a { Statement: [] }\nc: { <<: *a, d: 1 }\n";
    expect(objectsOf(sourceOf(text, configOf("YAML"))).map((object) => plainOf(object, text))).toEqual([
      { Statement: [] },
      { Statement: [], d: 1 },
    ]);
  });

  it("brings no key that could be changed where it is merged", () => {
    const { members } = objectIn("a: &a { b: 1 }\n<<: *a\nStatement: []\n");
    expect(members.map(({ key, readKey }) => [key, readKey?.().isLiteral])).toEqual([
      ["a", true],
      ["Statement", true],
      ["b", undefined],
    ]);
  });
});

describe("the candidates of a file", () => {
  const found = (text: string) =>
    candidatesOf(sourceOf(text, configOf("YAML")), candidateFilter([], text)).map((value) =>
      text.slice(...value.range),
    );

  it("are objects and texts of all documents, in source order", () => {
    const text = `--- # one\na: { Statement: [{ Statement: b }] }\n---\n- "Statement"\n- |\n  Statement\n- c: &c Statement\n- *c\n`;
    expect(found(text)).toEqual([
      "{ Statement: [{ Statement: b }] }",
      "{ Statement: b }",
      '"Statement"',
      "|\n  Statement",
      "Statement",
    ]);
  });

  it.each(["", "# a\n", "---\n---\n...\n", "a", "- 1\n"])("are none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("are whole where they are a document", () => {
    const text = "Statement: []\n---\n&a { Statement: [] }\n---\n- Statement: []\n";
    const objects = objectsOf(sourceOf(text, configOf("YAML")));
    expect(objects.map(({ isWhole, style }) => [isWhole, style])).toEqual([
      [true, "block"],
      [true, "flow"],
      [undefined, "block"],
    ]);
  });

  it("are none that aliases make larger than any policy", () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`);
    expect(found(["a0: &a0 b", ...levels, "Statement: *a30", ""].join("\n"))).toEqual([]);
    expect(found("a: &a b\nStatement: [*a, *a]\n")).toHaveLength(1);
  });

  it("need no more stack and memory for chains of aliases and merges than for others", () => {
    const chain = (count: number, link: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => `, a${index + 1}: &a${index + 1} ${link(index)}`).join("");
    const lists = `a: { a0: &a0 [b]${chain(5000, (index) => `[*a${index}]`)} }\n`;
    expect(found(`${lists}c: { Statement: *a5000 }\n`)).toEqual([]);
    const merges = (count: number) =>
      `a: { a0: &a0 { b: 1 }${chain(count, (index) => `{ <<: *a${index}, c${index}: 1 }`)} }\nd: { <<: *a${count}, Statement: [] }\n`;
    expect(found(merges(5000))).toEqual([]);
    const [object] = objectsOf(sourceOf(merges(900), configOf("YAML")));
    expect(object?.isComplete).toBe(false);
    expect(object?.members.length).toBeLessThan(900);
    expect(objectsOf(sourceOf(merges(90), configOf("YAML")))[0]).toMatchObject({ isComplete: true });
  });
});

describe("the place of an element", () => {
  const listOf = (text: string) => memberOf(objectIn(text), "x") as Extract<Value, { kind: "array" }>;

  it.each<[text: string, slots: readonly string[], style: "block" | "flow"]>([
    ["x: [a, &b c, *b]", ["a", "&b c", "*b"], "flow"],
    ["x:\n- a\n- &b c\n- *b\n- d:\n    e", ["a", "&b c", "*b", "d:\n    e"], "block"],
  ])("is known in %j", (written, slots, style) => {
    const text = `${written}\nStatement: []\n`;
    const [first] = listOf(text).placed;
    expect(first?.place?.slots.map((slot) => text.slice(...slot))).toEqual(slots);
    expect(first?.place?.style).toBe(style);
  });

  it("is not known where an element is left out", () => {
    expect(listOf("x:\n- a\n-\n- b\nStatement: []\n").placed.map(({ place }) => place)).toEqual(
      new Array(3).fill(undefined),
    );
  });

  it("is its dash where it is left out", () => {
    const text = "x:\n-\n- a - b # - c\n# - d\n- # - e\n-\n- |\n  - f\n-\nStatement: []\n";
    const { elements } = listOf(text);
    expect(elements.map(({ range }) => text.slice(...range))).toEqual(["-", "a - b", "-", "-", "|\n  - f", "-"]);
    expect(elements.map(({ range: [start] }) => text.slice(0, start).split("\n").length)).toEqual([2, 3, 5, 6, 7, 9]);
  });
});
