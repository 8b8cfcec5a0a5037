import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { textLanguage } from "../../src/eslint/text-language.js";
import { hclReader } from "../../src/hosts/hcl/reader.js";

/** Reports every call whose name is not in capitals, and puts it in capitals. */
const noCalls = {
  meta: { type: "problem", fixable: "code", messages: { call: "{{text}} in {{parent}}." }, schema: [] },
  create: ({ report, sourceCode }: Rule.RuleContext) => ({
    Call(node: { name: { name: string; range: [number, number] } }) {
      if (node.name.name === node.name.name.toUpperCase()) {
        return;
      }
      const text = sourceCode.getText(node as never);
      const parent = (sourceCode as unknown as { getParent(child: object): { type: string } }).getParent(node).type;
      report({
        node: node as never,
        messageId: "call",
        data: { text, parent },
        fix: (fixer) => fixer.replaceTextRange(node.name.range, node.name.name.toUpperCase()),
      });
    },
  }),
};

const plugin = { rules: { "no-calls": noCalls }, languages: { hcl: textLanguage(hclReader) } };

const config = {
  plugins: { own: plugin },
  language: "own/hcl",
  rules: { "own/no-calls": "error" },
  linterOptions: { reportUnusedDisableDirectives: "error" },
} as unknown as Linter.Config;

function lint(text: string): string[] {
  return new Linter()
    .verify(text, config)
    .map(({ line, column, endLine, endColumn, message }) =>
      [`${line}:${column}`, ...(endLine === undefined ? [] : [`${endLine}:${endColumn ?? 0}`]), message].join(" "),
    );
}

describe("a language that ESLint reads by a reader of ours", () => {
  it("has places in lines and columns from 1, however lines end", () => {
    expect(lint("a = f(1)\r\nb = [\n  g(é),\n  h()]\n")).toEqual([
      "1:5 1:9 f(1) in Attribute.",
      "3:3 3:7 g(é) in List.",
      "4:3 4:6 h() in List.",
    ]);
    expect(lint("a = f()")).toEqual(["1:5 1:8 f() in Attribute."]);
  });

  it("has one parsing error at its place", () => {
    expect(lint("a = 1\nb = [1 2]\nc = [1 2]\n")).toEqual([
      '2:8 Parsing error: Expected "," or "]" after the element, found "2". Separate elements with commas, also at the end of lines.',
    ]);
    expect(lint("\uFEFFb = 'x'\n")).toEqual([
      `1:5 Parsing error: The character "'" has no meaning here. Put texts in double quotes: "x".`,
    ]);
  });

  it.each([
    ["a = f() # eslint-disable-line own/no-calls\n"],
    ["# eslint-disable-next-line\na = f()\n"],
    ["// eslint-disable-next-line own/no-calls -- as planned\na = f()\n"],
    ["/* eslint-disable own/no-calls */\na = f()\n/* eslint-enable */\n"],
    ["/** eslint-disable own/no-calls */\na = f()\n"],
    ["#eslint own/no-calls: off\na = f()\n"],
    ['/* eslint "own/no-calls": 0, other/rule: ["off", { "x": "error" }] */\na = f()\n'],
    ["# eslint 'own/no-calls': 'off' -- as planned\na = f()\n"],
  ])("obeys comments: %j", (text) => {
    expect(lint(text).filter((message) => !message.includes("other/rule"))).toEqual([]);
  });

  it("leaves comments alone that only show one", () => {
    expect(
      lint("/*** eslint-disable */\n/** eslint reads this */\n/* * eslint-disable */\n# # eslint-disable\na = f()\n"),
    ).toEqual(["5:5 5:8 f() in Attribute."]);
  });

  it("takes no text for a comment", () => {
    expect(lint('b = "# eslint-disable"\na = f()\n')).toEqual(["2:5 2:8 f() in Attribute."]);
    expect(lint("b = <<E\n# eslint-disable\nE\na = f()\n")).toEqual(["4:5 4:8 f() in Attribute."]);
  });

  it("reports comments that do nothing, or that cannot be read", () => {
    expect(lint("# eslint-disable-next-line own/no-calls\na = 1\n")).toEqual([
      "1:1 Unused eslint-disable directive (no problems were reported from 'own/no-calls').",
    ]);
    expect(lint("# eslint own/no-calls: {\na = 1\n")[0]).toMatch(/^1:1 1:25 Failed to parse the rules/u);
    expect(lint("/* eslint-disable-line\n*/\n")).toEqual([
      "1:1 2:3 eslint-disable-line comment should not span multiple lines.",
    ]);
  });

  it("repairs, and removes comments that do nothing", () => {
    const { output } = new Linter().verifyAndFix("a = f(\n  g(1)\n) # eslint-disable-line own/other\n", {
      ...config,
      rules: { "own/no-calls": "error" },
    });
    expect(output).toContain("a = F(\n  G(1)\n)");
    const { output: unused } = new Linter().verifyAndFix("a = 1 # eslint-disable-line own/no-calls\n", config);
    expect(unused).toBe("a = 1  \n");
  });

  it("goes through the tree without recursion", () => {
    const depth = 190;
    expect(lint(`a = ${"[".repeat(depth)}f()${"]".repeat(depth)}\n`)).toHaveLength(1);
    expect(lint(`a = f(1${" + g(x).y".repeat(2000)})\n`)).toHaveLength(2001);
  });
});
