import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { corpusPolicies, hasCorpus, type CorpusPolicy } from "./files.js";

const recommended = plugin.configs["recommended-json"];

/** The set-up of docs/markdown.md. */
const ofPages: Linter.Config[] = [
  { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" },
  { files: ["**/*.md/**/*.json"], ...recommended, language: "huaweicloud-iam-markdown/json" },
];

const ofTexts: Linter.Config = {
  ...recommended,
  plugins: { ...recommended.plugins, json },
  language: "json/jsonc",
  languageOptions: { allowTrailingCommas: true },
};

/** How a page shows a text in a block, each line behind `indent`. */
interface Block {
  readonly name: string;
  readonly before: string;
  readonly indent: string;
  readonly behind: string;
}

const blocks: readonly Block[] = [
  { name: "a block", before: "# 概要 😀\n\n~~~json\n", indent: "", behind: "~~~\n\nMore.\n" },
  { name: "a block in a list", before: "1. Create a policy:\n\n   ```json\n", indent: "   ", behind: "   ```\n" },
];

describe.skipIf(!hasCorpus)("policies on pages, from the corpus beside the checkout", () => {
  const policies = hasCorpus ? corpusPolicies() : [];
  let inFiles: readonly (readonly string[])[] = [];

  beforeAll(() => {
    inFiles = policies.map(findingsInFile);
  });

  it.each(blocks)("give in $name what they give as a file, at the same places", (block) => {
    const found = pagesOf(policies).flatMap((page) => findingsOnPage(page, block));
    expect(found).toEqual(inFiles);
    expect(found.flat()).not.toEqual([]);
  });

  it("of other clouds give nothing", () => {
    expect(inFiles.filter((_, index) => !policies[index]?.ours).flat()).toEqual([]);
  });
});

/** None of a text that is no JSON even with comments and trailing commas: on a page, that is no mistake. */
function findingsInFile({ text }: CorpusPolicy): string[] {
  const messages = new Linter().verify(text, ofTexts);
  return messages.some(({ fatal }) => fatal) ? [] : messages.map((message) => describeFinding(message, text, ""));
}

/** As many policies as a page of a guide may show. */
function pagesOf(policies: readonly CorpusPolicy[]): (readonly CorpusPolicy[])[] {
  const size = 20;
  return Array.from({ length: Math.ceil(policies.length / size) }, (_, index) =>
    policies.slice(index * size, (index + 1) * size),
  );
}

/** The findings of each policy. */
function findingsOnPage(policies: readonly CorpusPolicy[], { before, indent, behind }: Block): string[][] {
  let page = "";
  const firstLines = policies.map(({ text }) => {
    const lines = text.split("\n").map((line) => `${indent}${line}\n`);
    const firstLine = (page + before).split("\n").length;
    page += `${before}${lines.join("")}${behind}`;
    return firstLine;
  });
  const messages = new Linter().verify(page, ofPages, { filename: "page.md", filterCodeBlock: () => true });
  return firstLines.map((first, index) => {
    const next = firstLines[index + 1] ?? Infinity;
    return messages
      .filter(({ line }) => line >= first && line < next)
      .map(({ line, column, ...message }) =>
        describeFinding({ ...message, line: line - first + 1, column: column - indent.length }, page, indent),
      );
  });
}

/** The place, the rule, and what its fix and suggestions would replace. */
function describeFinding(message: Linter.LintMessage, text: string, indent: string): string {
  const { line, column, ruleId, fix, suggestions = [] } = message;
  const edits = [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.fix)];
  const replaced = edits.map(({ range }) => text.slice(...range).replaceAll(`\n${indent}`, "\n"));
  return `${line}:${column} ${ruleId} ${JSON.stringify(replaced)}`;
}
