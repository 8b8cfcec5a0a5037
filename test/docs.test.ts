import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.js";
import { examplesOf, type Example } from "../site/engine/rule-examples.js";
import plugin from "../src/index.js";

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

/** The names of a rule's options, read from its schema. */
function optionsOf(schema: unknown): string[] {
  const [options] = schema as readonly { properties?: object }[];
  return Object.keys(options?.properties ?? {});
}
