import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { hosts } from "../hosts-table.js";
import { policyOf, statement } from "../policies.js";

/** A tree as text, without the members that lead out of a node again. */
const drawn = (tree: unknown): string =>
  JSON.stringify(tree, (key, value: unknown) => (key === "parent" ? undefined : value), 1);

const policy = policyOf(
  statement("Allow", ["ims:images:lst", "ims:images:create", "IMS:images:get", "ims:images:*"]),
  statement("Deny", ["ims:images:create", "*:*:*"]),
  statement("Allow", ["iam:agencies:assume"], ',\n      "Condition": { "StringEqual": { "g:UserName": "a" } }'),
);

// RuleTester compares the trees of programs only.
describe("no rule changes the tree that other rules read", () => {
  it.each(hosts.filter(({ canWrite }) => canWrite?.(policy) ?? true))("$name", ({ config, write }) => {
    let before = "";
    const witness = {
      create: ({ sourceCode: { ast } }: { sourceCode: { ast: unknown } }) => ((before = drawn(ast)), {}),
    };
    const linter = new Linter();
    const messages = linter.verify(
      write(policy),
      [
        { files: ["**/*.txt"], ...config },
        {
          files: ["**/*.txt"],
          plugins: { "huaweicloud-iam": { rules: { witness, ...rules } } },
          rules: Object.fromEntries(["witness", ...Object.keys(rules)].map((name) => [`huaweicloud-iam/${name}`, 2])),
          settings: { "huaweicloud-iam": { cloud: "otc" } },
        },
      ],
      { filename: "policy.txt" },
    );
    expect(messages.length, messages.map(({ message }) => message).join("\n")).toBeGreaterThan(3);
    expect(drawn(linter.getSourceCode().ast)).toBe(before);
  });
});
