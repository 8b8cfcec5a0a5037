import { expect, it } from "vitest";
import { deepest, isEndless } from "../../src/policy/endless.js";
import type { ArrayValue, Value } from "../../src/policy/value.js";
import { objectIn } from "./statements.js";

/** Values as constants make them: the list `list` with what `partsOf` makes of it. */
function listOf(partsOf: (list: Value) => readonly Value[]): ArrayValue {
  const elements: Value[] = [];
  const list: ArrayValue = { kind: "array", range: [0, 0], elements, placed: [] };
  elements.push(...partsOf(list));
  return list;
}

const range = [0, 0] as const;
const scalar: Value = { kind: "scalar", range, value: 1 };
const objectOf = (value: Value): Value => ({
  kind: "object",
  range,
  members: [{ key: "next", keyRange: range, range, value }],
  isComplete: true,
});
const constructOf = (values: readonly Value[], ofWither: readonly Value[]): Value => ({
  kind: "construct",
  range,
  callee: { module: undefined, path: ["Thing"] },
  arguments: values,
  withers: [{ name: "withNext", arguments: ofWither }],
  identity: {},
});

it.each<[name: string, partsOf: (list: Value) => readonly Value[]]>([
  ["an element", (list) => [scalar, list]],
  ["a member", (list) => [objectOf(list)]],
  ["a branch", (list) => [{ kind: "choice", range, branches: [scalar, list] }]],
  ["an argument", (list) => [constructOf([scalar, list], [])]],
  ["an argument of a wither", (list) => [constructOf([], [scalar, list])]],
])("a list that is %s of itself has no end", (_, partsOf) => {
  expect(isEndless(listOf(partsOf), new WeakSet())).toBe(true);
});

it.each<[name: string, value: Value]>([
  ["a policy", objectIn('{ Statement: [{ Effect: "Allow", Action: ["a:b:c", x ? "a:b:d" : y, new Thing(1)] }] }')],
  ["a value that is mentioned twice", listOf(() => [scalar, scalar])],
  ["a construct", constructOf([scalar], [scalar])],
])("%s has one", (_, value) => {
  expect(isEndless(value, new WeakSet())).toBe(false);
});

it("what is deeper than any policy has none", () => {
  const nested = (levels: number): Value => (levels === 0 ? scalar : listOf(() => [nested(levels - 1)]));
  const hasNoEnd = (levels: number) => isEndless(nested(levels), new WeakSet());
  expect([hasNoEnd(deepest), hasNoEnd(deepest + 1)]).toEqual([false, true]);
});

it("what is known to end is not looked at again", () => {
  const endless = listOf((list) => [list]);
  expect(isEndless(endless, new WeakSet<Value>([endless]))).toBe(false);
  const ended = new WeakSet<Value>();
  expect([isEndless(scalar, ended), ended.has(scalar)]).toEqual([false, true]);
  expect([isEndless(endless, ended), ended.has(endless)]).toEqual([true, false]);
});
