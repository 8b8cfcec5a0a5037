import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.js";
import plugin from "../src/index.js";

/** A fenced block under "**Incorrect**" or "**Correct**". */
interface Example {
  readonly isCorrect: boolean;
  readonly language: string;
  readonly code: string;
  /** Where the block begins in the page, for the test's name. */
  readonly line: number;
  readonly setup: Setup;
}

/** What `<!-- eslint-test {...} -->` before a block says. */
interface Setup {
  readonly options?: readonly unknown[];
  /** The plugin's own settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const linter = new Linter({ configType: "flat" });

describe.each(Object.entries(rules))("the page of %s", (rule, { meta }) => {
  const page = pageOf(rule);
  const examples = examplesOf(page);
  const id = `huaweicloud-iam/${rule}`;

  it("shows what is incorrect and what is correct", () => {
    expect(new Set(examples.map(({ isCorrect }) => isCorrect))).toEqual(new Set([true, false]));
    expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(["json", "ts"]));
  });

  it.each(optionsOf(meta.schema))("shows the option %s in an example", (option) => {
    const shown = examples
      .flatMap(({ setup }) => setup.options ?? [])
      .flatMap((options) => Object.keys(options as object));
    expect(shown).toContain(option);
  });

  for (const example of examples) {
    const expectation = example.isCorrect ? "has no finding" : "is found by this rule";
    it(`line ${example.line} ${expectation}`, () => {
      const found = lint(example, id).map(({ ruleId, message }) => ruleId ?? message);
      expect([...new Set(found)]).toEqual(example.isCorrect ? [] : [id]);
    });
  }
});

/** Lints with all recommended rules, so that no example of one rule breaks another. */
function lint({ code, language, setup }: Example, id: string): Linter.LintMessage[] {
  const config = plugin.configs[language === "json" ? "recommended-json" : "recommended"];
  const file = `example.${language}`;
  return linter.verify(
    code,
    [
      { ...config, files: [file] },
      {
        files: [file],
        rules: { [id]: ["error", ...(setup.options ?? [])] },
        settings: { "huaweicloud-iam": setup.settings ?? {} },
      },
      { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
    ],
    file,
  );
}

/** A rule's page; empty where there is none, so that only this rule's tests fail. */
function pageOf(rule: string): string {
  const file = new URL(`../docs/rules/${rule}.md`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let isCorrect: boolean | undefined;
  let setup: Setup = {};
  const token =
    /^#+ (?<heading>.*)|^\*\*(?<verdict>Incorrect|Correct)\*\*|^<!-- eslint-test (?<setup>.*) -->|^```(?<language>\w+)\n(?<code>[^]*?)^```/gmu;
  for (const match of page.matchAll(token)) {
    const { heading, verdict, setup: written, language, code } = match.groups ?? {};
    if (heading !== undefined) {
      isCorrect = undefined;
    } else if (verdict !== undefined) {
      isCorrect = verdict === "Correct";
    } else if (written !== undefined) {
      setup = JSON.parse(written) as Setup;
    } else if (language !== undefined && code !== undefined) {
      if (isCorrect !== undefined) {
        const line = page.slice(0, match.index).split("\n").length;
        examples.push({ isCorrect, language, code, line, setup });
      }
      setup = {};
    }
  }
  return examples;
}

/** The names of a rule's options, read from its schema. */
function optionsOf(schema: unknown): string[] {
  const [options] = schema as readonly { properties?: object }[];
  return Object.keys(options?.properties ?? {});
}
