import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { allow } from "../policies.js";

/** The messages for a block of a page, after a processor has added the comments before it. */
function messagesOn(block: string): string[] {
  const config: Linter.Config = { ...plugin.configs["recommended-json"], language: "huaweicloud-iam-markdown/json" };
  const page: Linter.Config = {
    files: ["page.md"],
    processor: {
      preprocess: () => [{ text: block, filename: "0.json" }],
      postprocess: (messages) => messages.flat(),
    },
  };
  return new Linter()
    .verify(block, [page, { files: ["**/*.json"], ...config }], { filename: "page.md", filterCodeBlock: () => true })
    .map(({ message }) => message);
}

const repeated = allow("ims:images:get", "ims:images:list", "ims:images:get");

describe("a line in a message", () => {
  it("is one of the file", () => {
    const [message] = new Linter().verify(`\n${repeated}`, [plugin.configs["recommended-json"]]);
    expect(message?.message).toBe('"ims:images:get" is already listed on line 8. Remove it.');
  });

  it.each([
    ["which starts the text", "", 7],
    [
      "behind comments of the page",
      "/* eslint\n  huaweicloud-iam/valid-policy: 0\n*/\n/*eslint huaweicloud-iam/valid-resource: 0*/\n",
      7,
    ],
    ["with a comment of its own", "/* All of them. */\n", 8],
  ])("is one of the block %s", (_, before, line) => {
    expect(messagesOn(before + repeated)).toEqual([
      `"ims:images:get" is already listed on line ${line} of the block. Remove it.`,
    ]);
  });
});
