import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../../../rules/index.js";
import { configOf } from "../../sources.js";

const config = configOf("HCL object");

/** The messages of all rules on a file with a mistake and something else in it. */
function messagesOn(text: string): string[] {
  const mistake = 'm = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }\n';
  return new Linter()
    .verify(text + mistake, {
      ...config,
      plugins: { ...config.plugins, "huaweicloud-iam": { rules } },
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`huaweicloud-iam/${name}`, "error" as const])),
    })
    .map(({ message }) => message);
}

const many = 100_000;

/** A policy whose actions are an expression. */
const policy = (actions: string) =>
  `p = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ${actions} }] }\n`;

describe("a file of HCL is no hang, and hides no mistake, with", () => {
  it.each<[what: string, write: () => string]>([
    ["many steps", () => policy(`x${".y".repeat(many)}`)],
    ["many indexes", () => policy(`x${"[0]".repeat(many)}`)],
    ["many splats", () => policy(`[[1]]${"[*]".repeat(many)}`)],
    ["many operators", () => policy(`1${" + x * 2 == y".repeat(many)}`)],
    ["many signs", () => policy(`${"!".repeat(many)}true`)],
    ["many conditions", () => policy(`${"x ? [] : ".repeat(many)}[]`)],
    ["many interpolations", () => policy(`["${"${x}".repeat(many)}"]`)],
    ["many escapes", () => policy(`["${"\\n$${".repeat(many)}"]`)],
    ["many lines of a heredoc", () => policy(`[<<-E\n${"    x\n".repeat(many)}  E\n]`)],
    ["many elements", () => policy(`[${'"ims:images:list", '.repeat(many)}]`)],
    ["many arguments", () => policy(`concat(${'["ims:images:list"], '.repeat(many)})`)],
    ["many arguments in turn", () => Array.from({ length: many }, (_, index) => `a${index} = 1\n`).join("")],
    ["many blocks", () => 'b "c" {\n  d = 1\n}\n'.repeat(many)],
    [
      "many locals",
      () =>
        `locals {\n${Array.from({ length: many }, (_, index) => `a${index} = local.a${index + 1}\n`).join("")}}\n${policy("local.a0")}`,
    ],
    ["many comments", () => "# x\n/* y */ // z\n".repeat(many)],
    ["many line breaks", () => "\n".repeat(10 * many)],
    ["a long text", () => policy(`["${"x".repeat(100 * many)}"]`)],
    ["a long number", () => policy("1".repeat(10 * many))],
    ["a long name", () => policy("é".repeat(10 * many))],
    [
      "a loop in a loop in a loop",
      () =>
        `locals {\n  l = [${"1, ".repeat(500)}]\n}\n${policy('[for a in local.l : [for b in local.l : [for c in local.l : "x"]]]')}`,
    ],
    [
      "locals that double each other",
      () =>
        `locals {\n  a0 = ["x"]\n${Array.from({ length: 60 }, (_, index) => `  a${index + 1} = concat(local.a${index}, local.a${index})\n`).join("")}}\n${policy("local.a60")}`,
    ],
    [
      "choices that double each other",
      () =>
        `locals {\n  a0 = ["x"]\n${Array.from({ length: 60 }, (_, index) => `  a${index + 1} = var.x ? local.a${index} : concat(local.a${index}, ["y"])\n`).join("")}}\n${policy("local.a60")}`,
    ],
    [
      "objects that hold each other twice",
      () =>
        `locals {\n  a0 = { Statement = [] }\n${Array.from({ length: 40 }, (_, index) => `  a${index + 1} = { Statement = [local.a${index}, local.a${index}] }\n`).join("")}}\n`,
    ],
  ])("%s", (_, write) => {
    const start = performance.now();
    const messages = messagesOn(write());
    expect(messages.filter((message) => message.includes("ims:images:lst"))).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  it.each([
    ["lists", "[", "]"],
    ["objects", "{ a = ", " }"],
    ["parentheses", "(", ")"],
    ["calls", "f(", ")"],
    ["indexes", "x[", "]"],
    ["interpolations", '"${', '}"'],
    ["loops", "[for x in y : ", "]"],
    ["conditionals", "x ? ", " : y"],
    ["directives", '"%{ if x }%{ if y }${', '}%{ endif }%{ endif }"'],
  ])("says in one message that it is too deep: %s", (_, open, close) => {
    const messages = messagesOn(`a = ${open.repeat(many)}1${close.repeat(many)}\n`);
    expect(messages).toEqual([
      "Parsing error: Brackets are nested more than 200 levels deep here. Move the inner values to locals.",
    ]);
    expect(messagesOn(`a = ${open.repeat(60)}1${close.repeat(60)}\n`)).toHaveLength(1);
  });

  it("says in one message that blocks are too deep", () => {
    expect(messagesOn("b {\n".repeat(many))).toHaveLength(1);
  });
});
