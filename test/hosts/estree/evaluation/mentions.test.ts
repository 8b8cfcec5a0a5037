import { expect, it } from "vitest";
import { candidateFilter } from "../../../../src/carriers/candidate-filter.js";
import { Frame, topLevelOf } from "../../../../src/hosts/estree/evaluation/frame.js";
import { Recorder } from "../../../../src/hosts/estree/evaluation/recorder.js";
import { MappedText } from "../../../../src/text/mapped-text.js";
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

it("code of each file is looked at in the text of that file", () => {
  const recorder = new Recorder(candidateFilter([], text));
  const isWorthRunning = (code: string, range: [number, number]) => {
    const module = { file: code, origin: undefined, text: MappedText.verbatim(code) };
    return recorder.isWorthRunning({ range } as never, new Frame(topLevelOf(module), undefined));
  };
  const whole = (code: string): [number, number] => [0, code.length];
  const [none, some] = ["function f() {}", "function f() { return { Statement: [] }; }"];
  expect(isWorthRunning(none, whole(none))).toBe(false);
  expect(isWorthRunning(some, whole(some))).toBe(true);
});
