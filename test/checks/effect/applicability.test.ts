import { describe, expect, it } from "vitest";
import { memberOf } from "../../../src/policy/members.js";
import { documentOf, objectIn } from "../../policy/statements.js";
import { unrestricted, canonicalForm, applicabilityKey } from "../../../src/checks/effect/applicability.js";

function areSame(one: string, other: string): boolean {
  const pair = objectIn(`{ Statement: 0, one: ${one}, other: ${other} }`);
  const [text, otherText] = ["one", "other"].map((key) => canonicalForm(memberOf(pair, key)));
  return text !== undefined && text === otherText;
}

describe("two values are equal", () => {
  it.each([
    ['"a"', "'a'"],
    ["1", "1"],
    ["null", "null"],
    ['["a", ["b"]]', '["a", ["b"]]'],
    ['{ a: 1, b: ["c"] }', '{ "b": ["c"], "a": 1 }'],
    ["[]", "[]"],
    ["{}", "{}"],
    ["{ a: 1, a: 2 }", "{ a: 2 }"],
    // Short upper-case words, and words within a name, are literal.
    ['"AB"', '"AB"'],
    ['"obs:*:*:bucket:x"', '"obs:*:*:bucket:x"'],
    ['"obs:*:*:bucket:logs-EU1"', '"obs:*:*:bucket:logs-EU1"'],
    ['"obs:*:*:object:LOGS/*"', '"obs:*:*:object:LOGS/*"'],
  ])("%s and %s", (one, other) => {
    expect([areSame(one, other), areSame(other, one)]).toEqual([true, true]);
  });
});

describe("two values are not known to be equal", () => {
  it.each([
    ['"a"', '"A"'],
    ['"1"', "1"],
    ['["a", "b"]', '["b", "a"]'],
    ['["a"]', '["a", "b"]'],
    ["{ a: 1 }", "{ a: 1, b: 1 }"],
    ["{ a: 1 }", "{ a: 2 }"],
    ["{ a: 1 }", "{ b: 1 }"],
    ["{ a: name }", "{ a: name }"],
    ["[1, 1]", "[11]"],
    ["{}", "[]"],
    ["name", "name"],
    ["f()", "f()"],
    ["[name]", "[name]"],
    ["{ ...more }", "{ ...more }"],
    ["`${name}`", "`${name}`"],
    ['"${name}"', '"${name}"'],
    ['x ? "a" : "b"', 'x ? "a" : "b"'],
    // Words for the user to replace.
    ['"RESOURCE_PATH"', '"RESOURCE_PATH"'],
    ['"ID_1"', '"ID_1"'],
    ['"obs:*:*:bucket:BUCKET"', '"obs:*:*:bucket:BUCKET"'],
    ['"/iam/agencies/xxx"', '"/iam/agencies/xxx"'],
  ])("%s and %s", (one, other) => {
    expect([areSame(one, other), areSame(other, one)]).toEqual([false, false]);
  });
});

it("values longer than any policy may be are not compared", () => {
  const valueOf = (characters: number) => JSON.stringify(["a".repeat(characters - '""'.length)]);
  expect(areSame(valueOf(100_000), valueOf(100_000))).toBe(true);
  expect(areSame(valueOf(100_001), valueOf(100_001))).toBe(false);
});

it("every notation for all resources is equal", () => {
  const everyOne = ["", '{"Resource":["*"]}', '{"Resource":"**"}', '{"Resource":{"uri":["*"]}}'];
  for (const statement of documentOf(...everyOne.map((resource) => `Allow a:b:c ${resource}`)).statements) {
    expect(applicabilityKey(statement)).toBe(unrestricted);
  }
  const [limited] = documentOf('Allow a:b:c {"Resource":["obs:*:*:bucket:a"]}').statements;
  expect(limited && applicabilityKey(limited)).not.toBe(unrestricted);
});
