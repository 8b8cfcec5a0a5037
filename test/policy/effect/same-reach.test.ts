import { describe, expect, it } from "vitest";
import { memberOf } from "../../../src/policy/value.js";
import { documentOf, objectIn } from "../statements.js";
import { everywhere, knownText, reachTextOf } from "../../../src/policy/effect/same-reach.js";

function areSame(one: string, other: string): boolean {
  const pair = objectIn(`{ Statement: 0, one: ${one}, other: ${other} }`);
  const [text, otherText] = ["one", "other"].map((key) => knownText(memberOf(pair, key)));
  return text !== undefined && text === otherText;
}

describe("two values are the same", () => {
  it.each([
    ['"a"', "'a'"],
    ["1", "1"],
    ["null", "null"],
    ['["a", ["b"]]', '["a", ["b"]]'],
    ['{ a: 1, b: ["c"] }', '{ "b": ["c"], "a": 1 }'],
    ["[]", "[]"],
    ["{}", "{}"],
    ["{ a: 1, a: 2 }", "{ a: 2 }"],
  ])("%s and %s", (one, other) => {
    expect([areSame(one, other), areSame(other, one)]).toEqual([true, true]);
  });
});

describe("two values are not known to be the same", () => {
  it.each([
    ['"a"', '"A"'],
    ['"1"', "1"],
    ['["a", "b"]', '["b", "a"]'],
    ['["a"]', '["a", "b"]'],
    ["{ a: 1 }", "{ a: 1, b: 1 }"],
    ["{}", "[]"],
    ["name", "name"],
    ["f()", "f()"],
    ["[name]", "[name]"],
    ["{ ...more }", "{ ...more }"],
    ["`${name}`", "`${name}`"],
    ['"${name}"', '"${name}"'],
    ['x ? "a" : "b"', 'x ? "a" : "b"'],
  ])("%s and %s", (one, other) => {
    expect([areSame(one, other), areSame(other, one)]).toEqual([false, false]);
  });
});

it("all resources are all resources, however that is said", () => {
  const [one, other, third] = documentOf(
    "Allow a:b:c",
    'Allow a:b:c {"Resource":["*"]}',
    'Allow a:b:c {"Resource":["obs:*:*:bucket:a"]}',
  ).statements;
  expect(one && reachTextOf(one)).toBe(everywhere);
  expect(other && reachTextOf(other)).toBe(everywhere);
  expect(third && reachTextOf(third)).not.toBe(everywhere);
});
