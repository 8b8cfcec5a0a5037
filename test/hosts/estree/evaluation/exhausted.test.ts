import { describe, expect, it } from "vitest";
import { objectsOf, plainOf, sourceOf } from "../../../sources.js";

/** What a program passes to `use`. */
function used(code: string): unknown {
  const object = objectsOf(sourceOf(code, { languageOptions: { ecmaVersion: 2025 } })).find(({ members }) =>
    members.some(({ key }) => key === "Statement"),
  );
  return object && { value: plainOf(object, code), isComplete: object.isComplete };
}

describe("a program that takes more steps than its budget", () => {
  it.each([
    ["a function that calls itself twice", "const f = (n) => [...f(n), ...f(n)];\nf('a');"],
    ["Fibonacci's numbers", "const f = (n) => (n < 2 ? n : f(n - 1) + f(n - 2));\nf(30);"],
    ["loops in each other", "let n = 0; for (let i = 0; i < 1e4; i++) { for (let j = 0; j < 1e4; j++) { n++; } }"],
    ["a list that doubles", "let l = ['a']; for (let i = 0; i < 1e9; i++) { l = [...l, ...l]; }"],
    ["a text that doubles", "let t = 'a'; for (let i = 0; i < 1e9; i++) { t = t + t; }"],
    ["a class that makes instances of itself", "class A { x = new A(); y = new A(); }\nnew A();"],
    ["a set that grows", "const s = new Set(); for (let i = 0; i < 2000; i++) { s.add('a' + i); }"],
    [
      "lists that are copied",
      `const l = [${"'a', ".repeat(5000)}];\n${"use([...l, ...l].map((one) => one + one));\n".repeat(60)}`,
    ],
  ])("is incomplete, with what is written: %s", (_, code) => {
    const statement = `use({ Statement: [{ Effect: "Allow", Action: ["a:b:c"] }] });`;
    const program = `${code}\n${statement}`;
    const last = used(program);
    expect(JSON.stringify(last)).toContain('"a:b:c"');
  });

  it("says of no policy that it is complete", () => {
    const code = `let n = 0; for (let i = 0; i < 1e9; i++) { n++; }\nuse({ Statement: ["a"] });`;
    expect(used(code)).toMatchObject({ isComplete: false });
    expect(used(`use({ Statement: ["a"] });`)).toMatchObject({ isComplete: true });
  });
});
