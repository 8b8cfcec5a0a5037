import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
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

/** A page that shows a text in a block, each line behind `indent`. */
interface Page {
  readonly name: string;
  readonly before: string;
  readonly indent: string;
  readonly behind: string;
}

const pages: readonly Page[] = [
  { name: "a block", before: "# 概要 😀\n\n~~~json\n", indent: "", behind: "~~~\n\nMore.\n" },
  { name: "a block in a list", before: "1. Create a policy:\n\n   ```json\n", indent: "   ", behind: "   ```\n" },
];

describe.skipIf(!hasCorpus)("policies on pages, from the corpus beside the checkout", () => {
  const policies = hasCorpus ? corpusPolicies() : [];

  it.each(pages)("give in $name what they give as a file, at the same places", (page) => {
    const found = policies.map((policy) => findingsOnPage(policy, page));
    expect(found).toEqual(policies.map(findingsInFile));
    expect(found.flat()).not.toEqual([]);
  });

  it("of other clouds give nothing", () => {
    expect(policies.filter(({ ours }) => !ours).flatMap(findingsInFile)).toEqual([]);
  });
});

/** None of a text that is no JSON even with comments and trailing commas: on a page, that is no mistake. */
function findingsInFile({ text }: CorpusPolicy): string[] {
  const messages = new Linter().verify(text, ofTexts);
  return messages.some(({ fatal }) => fatal) ? [] : messages.map((message) => describeFinding(message, text, ""));
}

function findingsOnPage({ text }: CorpusPolicy, { before, indent, behind }: Page): string[] {
  const lines = text.split("\n").map((line) => `${indent}${line}\n`);
  const page = `${before}${lines.join("")}${behind}`;
  const messages = new Linter().verify(page, ofPages, { filename: "page.md", filterCodeBlock: () => true });
  const linesBefore = before.split("\n").length - 1;
  return messages.map(({ line, column, ...message }) =>
    describeFinding({ ...message, line: line - linesBefore, column: column - indent.length }, page, indent),
  );
}

/** The place, the rule, and what its fix and suggestions would replace. */
function describeFinding(message: Linter.LintMessage, text: string, indent: string): string {
  const { line, column, ruleId, fix, suggestions = [] } = message;
  const edits = [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.fix)];
  const replaced = edits.map(({ range }) => text.slice(...range).replaceAll(`\n${indent}`, "\n"));
  return `${line}:${column} ${ruleId} ${JSON.stringify(replaced)}`;
}
