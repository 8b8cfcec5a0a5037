import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { languages, type Language } from "../../site/engine/languages.js";
import type { Configuration } from "../../site/engine/playground-linter.js";
import { publishedFile } from "../../site/engine/published-files.js";
import { examplesOf } from "../../site/engine/rule-examples.js";
import { languageOfBlock } from "../../site/engine/languages.js";
import plugin from "../../src/index.js";
import { anchorRows, errorRows, mistakesSeen } from "../language/samples.js";
import { browserBundle, type Bundle } from "./bundle.js";

let bundle: Bundle;
beforeAll(async () => {
  bundle = await browserBundle();
});

/** A playground that somebody has just opened, and the files that it has fetched. */
function openPlayground() {
  const fetched: string[] = [];
  const files = new bundle.engine.CatalogFiles((name) => {
    fetched.push(name);
    return Promise.resolve(publishedFile(name));
  });
  return { linter: new bundle.engine.PlaygroundLinter(files), fetched };
}

const plain: Configuration = { language: "json", set: "recommended", settings: {}, rules: {} };

/** What ESLint says in a project with the same configuration. */
function inProject(text: string, { language, set, settings, rules }: Configuration): unknown[] {
  const names = { json: "-json", hcl: "-terraform", yaml: "-yaml", typescript: "" } as const;
  const config = plugin.configs[`${set}${names[language]}`];
  const { file } = languages[language];
  const parser = language === "typescript" ? { languageOptions: { parser: typescriptParser } } : {};
  return new Linter()
    .verify(
      text,
      [
        { ...config, files: [file] },
        { files: [file], settings: { "huaweicloud-iam": settings }, rules, ...parser },
      ],
      file,
    )
    .map(({ ruleId, message, fix, suggestions = [] }) => ({ ruleId, message, fix, suggestions: suggestions.length }));
}

async function inBrowser(text: string, configuration: Configuration): Promise<unknown[]> {
  const findings = await openPlayground().linter.lint(text, configuration);
  return findings.map(({ ruleId, message, fix, suggestions }) => ({
    ruleId,
    message,
    fix,
    suggestions: suggestions.length,
  }));
}

describe("the bundle for browsers", () => {
  it("imports no module of Node.js", () => {
    expect(bundle.nodeImports).toEqual([]);
    expect(bundle.external.filter((name) => name.startsWith("node:"))).toEqual([]);
  });
});

describe("a finding in the playground", () => {
  const text = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:lst"] }] }';

  it("has the place and the suggestion of the finding in a project", async () => {
    const [finding, ...others] = await openPlayground().linter.lint(text, plain);
    expect(others).toEqual([]);
    expect(finding?.ruleId).toBe("huaweicloud-iam/no-unknown-action");
    expect(text.slice(finding?.from, finding?.to)).toBe("lst");
    expect(finding?.suggestions[0]?.title).toContain("ims:images:list");
  });

  it("needs the files of the services that are named, and of no others", async () => {
    const { linter, fetched } = openPlayground();
    expect(await linter.lint(text.replace("ims:images:lst", "dns:zone:list"), plain)).toEqual([]);
    expect(fetched).toContain("catalog/otc/dns.json");
    expect(fetched).not.toContain("catalog/otc/cce.json");
    expect(fetched).not.toContain("catalog/all.json");
    const before = fetched.length;
    await linter.lint(text.replace("ims:images:lst", "dns:zone:get"), plain);
    expect(fetched).toHaveLength(before);
  });

  it("is the same with all services, which an unknown one needs", async () => {
    const unknown = text.replace("ims:images:lst", "isms:images:list");
    expect(await inBrowser(unknown, plain)).toEqual(inProject(unknown, plain));
  });
});

describe("the findings of the playground are those of a project", () => {
  it.each([...errorRows, ...anchorRows, ...mistakesSeen])("$row", async (sample) => {
    const configuration: Configuration = {
      ...plain,
      set: sample.config === "strict-json" ? "strict" : "recommended",
      settings: sample.setting ?? {},
    };
    for (const text of [sample.defect, sample.twin]) {
      expect(await inBrowser(text, configuration)).toEqual(inProject(text, configuration));
    }
  });

  const pages = new URL("../../docs/rules/", import.meta.url);
  const examples = readdirSync(pages).flatMap((page) =>
    examplesOf(readFileSync(new URL(page, pages), "utf8")).map(
      (example) => [`${page}, line ${example.line}`, page.replace(".md", ""), example] as const,
    ),
  );
  it.each(examples)("%s", async (_, rule, { language, code, setup }) => {
    const configuration: Configuration = {
      language: languageOfBlock(language) ?? "json",
      set: "strict",
      settings: setup.settings ?? {},
      rules: { [`huaweicloud-iam/${rule}`]: ["error", ...(setup.options ?? [])] },
    };
    expect(await inBrowser(code, configuration)).toEqual(inProject(code, configuration));
  });

  const files: readonly (readonly [Language, string])[] = [
    ["hcl", "examples/terraform"],
    ["yaml", "examples/yaml"],
  ];
  const more = files.flatMap(([language, folder]) => {
    const url = new URL(`../../${folder}/`, import.meta.url);
    return readdirSync(url, { recursive: true, encoding: "utf8" })
      .filter((file) => !file.includes("node_modules") && (language === "hcl" ? /\.tf$/u : /\.ya?ml$/u).test(file))
      .map((file) => [`${folder}/${file}`, language, readFileSync(new URL(file, url), "utf8")] as const);
  });
  it.each(more)("%s", async (_, language, text) => {
    const configuration = { ...plain, language };
    const found = await inBrowser(text, configuration);
    expect(found).toEqual(inProject(text, configuration));
  });
});
