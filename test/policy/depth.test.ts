import { describe, expect, it } from "vitest";
import { maxDepth, isCyclicOrTooDeep } from "../../src/policy/depth.js";
import type { ArrayValue, ConstructValue, Value } from "../../src/policy/value.js";
import { objectIn } from "./statements.js";

const range = [0, 0] as const;
const scalar: Value = { kind: "scalar", range, value: 1 };

/** Values as constants make them: the list `list` with what `partsOf` makes of it. */
function listOf(partsOf: (list: Value) => readonly Value[]): ArrayValue {
  const elements: Value[] = [];
  const list: ArrayValue = { kind: "array", range, elements, placed: [] };
  elements.push(...partsOf(list));
  return list;
}

const objectOf = (value: Value): Value => ({
  kind: "object",
  range,
  members: [{ key: "next", keyRange: range, range, value }],
  isComplete: true,
});
const constructOf = (values: readonly Value[], ofWither: readonly Value[]): ConstructValue => ({
  kind: "construct",
  range,
  callee: { module: undefined, path: ["Thing"] },
  arguments: values,
  updates: [{ kind: "call", name: "withNext", range: [0, 0], arguments: ofWither, isCertain: true }],
  identity: {},
});

/** Lists in one another, from the innermost to the outermost. */
function nest(levels: number): readonly Value[] {
  const values: Value[] = [];
  for (let level = 0; level < levels; level++) {
    const inner = values.at(-1) ?? scalar;
    values.push(listOf(() => [inner]));
  }
  return values;
}

const isEndlessAlone = (value: Value) => isCyclicOrTooDeep(value, new WeakMap());

it.each<[name: string, partsOf: (list: Value) => readonly Value[]]>([
  ["an element", (list) => [scalar, list]],
  ["a member", (list) => [objectOf(list)]],
  ["a branch", (list) => [{ kind: "choice", range, branches: [scalar, list] }]],
  ["an argument", (list) => [constructOf([scalar, list], [])]],
  ["an argument of a chainedCall", (list) => [constructOf([], [scalar, list])]],
  [
    "an argument of a construct that is spread",
    (list) => [{ kind: "object", range, members: [], isComplete: false, spreadConstructs: [constructOf([list], [])] }],
  ],
])("a list that is %s of itself has no end", (_, partsOf) => {
  expect(isEndlessAlone(listOf(partsOf))).toBe(true);
});

it.each<[name: string, value: Value]>([
  ["a policy", objectIn('{ Statement: [{ Effect: "Allow", Action: ["a:b:c", x ? "a:b:d" : y, new Thing(1)] }] }')],
  ["a value that is mentioned twice", listOf(() => [scalar, scalar])],
  ["a construct", constructOf([scalar], [scalar])],
])("%s has one", (_, value) => {
  expect(isEndlessAlone(value)).toBe(false);
});

describe("what is deeper than any policy", () => {
  it("has none", () => {
    const deep = nest(maxDepth).slice(-2).map(isEndlessAlone);
    expect(deep).toEqual([false, true]);
  });

  it("has none whether or not what is in it has been asked for before", () => {
    const values = nest(3 * maxDepth);
    const heights = new WeakMap<Value, number>();
    const asked = values.map((value) => isCyclicOrTooDeep(value, heights));
    const levels = [1, maxDepth - 1, maxDepth, maxDepth + 1, 2 * maxDepth, 3 * maxDepth].map((level) => level - 1);
    expect(levels.map((level) => asked[level])).toEqual(levels.map((level) => isEndlessAlone(values[level] ?? scalar)));
    expect(asked).toEqual(values.map((_, level) => level >= maxDepth - 1));
  });
});

it("what is a part of many is gone through once", () => {
  let value: Value = scalar;
  for (let level = 0; level < 100; level++) {
    const inner = value;
    value = listOf(() => [inner, inner]);
  }
  expect(isEndlessAlone(value)).toBe(false);
});

it("the parts of a long list are looked at once, however many values share it", () => {
  let looks = 0;
  const part = {
    range,
    value: 1,
    get kind(): "scalar" {
      looks++;
      return "scalar";
    },
  };
  const list = listOf(() => Array.from({ length: 1000 }, () => part));
  const heights = new WeakMap<Value, number>();
  Array.from({ length: 100 }, () => objectOf(list)).forEach((value) => isCyclicOrTooDeep(value, heights));
  expect(looks).toBeLessThan(5000);
});
