import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import type { ProblemData } from "../../src/edit/problem.js";
import { createRule } from "../../src/eslint/create-rule.js";
import { allow } from "../policies.js";
import { configOf } from "../sources.js";

/** What a rule reports that has one message, of two placeholders. */
function messageOf(data: ProblemData): string | undefined {
  const rule = createRule({
    name: "say",
    meta: {
      type: "problem",
      docs: { description: "Say something", config: "strict", severity: "error" },
      schema: [],
      defaultOptions: [],
      messages: { said: "{{first}}, {{second}}." },
    },
    create: () => ({ policy: { when: () => true, problems: ({ range }) => [{ range, id: "said", data }] } }),
  });
  const config = configOf("JSON");
  const plugins = { ...config.plugins, say: { rules: { say: rule } } };
  const messages = new Linter().verify(allow("ims:images:list"), { ...config, plugins, rules: { "say/say": "error" } });
  return messages[0]?.message;
}

describe("the phrases of a message", () => {
  const long = "a".repeat(200);
  const variants = ["b".repeat(150), "b".repeat(98), "b".repeat(97), "b"];

  it("are the longest with which it has at most 300 characters", () => {
    expect(messageOf({ first: long, second: { variants } })).toBe(`${long}, ${"b".repeat(97)}.`);
    expect(messageOf({ first: "a", second: { variants } })).toBe(`a, ${"b".repeat(150)}.`);
  });

  it("are shortened in the order of the data", () => {
    const first = { variants: [long, "a"] };
    expect(messageOf({ first, second: { variants } })).toBe(`a, ${"b".repeat(150)}.`);
    expect(messageOf({ second: { variants }, first })).toBe(`${long}, ${"b".repeat(97)}.`);
  });

  it("are the shortest if nothing else fits", () => {
    expect(messageOf({ first: "a".repeat(300), second: { variants } })).toBe(`${"a".repeat(300)}, b.`);
  });

  it("can be pieces of a longer one", () => {
    expect(messageOf({ first: long, second: ["c", { variants }, { linesOf: [[0, 1]] }] })).toBe(`${long}, cbline 1.`);
  });
});
