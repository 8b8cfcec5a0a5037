import { expect, it } from "vitest";
import { candidateFilter } from "../../../../src/carriers/candidate-filter.js";
import { Mentions } from "../../../../src/hosts/estree/evaluation/mentions.js";

const text = `function a() { return { Statement: [] }; } function b() { return 1; } new Role({}); function c() { role(); f("ecs:servers:get"); g("a:b"); }`;
const mentions = new Mentions(text, candidateFilter([], text));

it.each([
  ["{ Statement: [] }", true],
  ["Statement", true],
  ["function b() { return 1; }", false],
  ["Role({})", true],
  ["ole({})", false],
  ['"ecs:servers:get"', true],
  ['g("a:b")', false],
  [text, true],
])("a word of a policy in %s: %s", (part, expected) => {
  const start = text.indexOf(part);
  expect(mentions.isIn([start, start + part.length])).toBe(expected);
});

it("a name of the settings is such a word", () => {
  const code = "function a() { return grants([]); } function b() {}";
  const filter = candidateFilter([{ function: ["grants"], returns: "policy" } as never], code);
  expect(new Mentions(code, filter).isIn([0, 35])).toBe(true);
  expect(new Mentions(code, filter).isIn([36, code.length])).toBe(false);
});
