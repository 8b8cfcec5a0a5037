import json from "@eslint/json";
import type { File } from "@eslint/core";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { markdownJson } from "../../src/eslint/markdown-json.js";
import { allow } from "../policies.js";

const language = markdownJson.languages.json;

const policy = allow("ims:images:uplaod", "ims:images:get");

const jsonTexts = ["null", "{}", "[1, -2.5e3]", '"\\u0065"', policy, policy.replaceAll("\n", "\r\n")];
const jsoncTexts = ["// none\n{}", "/* one */ [1, /* two */ 2,]", '{ "a": { "b": [], }, }\n', `${policy} // end`];
const json5Texts = ["{ Version: '1.1' }", "[.5, +1, 0xFF, Infinity, NaN]", "'a\\\nb'"];
const otherTexts = [
  "",
  " \r\n\t",
  "// nothing else",
  "/* open",
  '"open',
  "{",
  '{ "a": }',
  "Prose, with a comma.",
  '"Action": ["ims:images:uplaod"]',
  policy.replace('"ims:images:get"', "..."),
  policy.replace('"ims:images:get"', "<more actions>"),
  policy.slice(0, -1),
  `${policy}\n${policy}`,
  `POST /v3.0/OS-ROLE/roles HTTP/1.1\nContent-Type: application/json\n\n${policy}`,
  "\u0000\u2028\uD83D",
  "[".repeat(20_000),
  // The JSON5 parser does not terminate on this one.
  '{ "a": "b\\',
];

describe("the language for JSON blocks", () => {
  it.each([...jsonTexts, ...jsoncTexts])("parses JSON with comments like ESLint: %j", (text) => {
    const jsonc = json.languages.jsonc.parse(fileOf(text), { languageOptions: { allowTrailingCommas: true } });
    expect(jsonc.ok).toBe(true);
    expect(language.parse(fileOf(text))).toEqual(jsonc);
  });

  it.each(json5Texts)("parses JSON5 like ESLint: %j", (text) => {
    const json5 = json.languages.json5.parse(fileOf(text), { languageOptions: {} });
    expect(json5.ok).toBe(true);
    expect(language.parse(fileOf(text))).toEqual(json5);
  });

  it.each(otherTexts)("parses other text as an empty object: %j", (text) => {
    const result = language.parse(fileOf(text));
    expect(result).toMatchObject({ ok: true, ast: { body: { type: "Object", members: [], range: [0, 0] } } });
  });

  it("parses every prefix and suffix of a text", () => {
    const text = `// one\n${policy}, 'two': [NaN] /* three */`;
    for (let index = 0; index <= text.length; index++) {
      expect(language.parse(fileOf(text.slice(0, index))).ok).toBe(true);
      expect(language.parse(fileOf(text.slice(index))).ok).toBe(true);
    }
  });

  it.each([...jsonTexts, ...jsoncTexts, ...json5Texts, ...otherTexts])("does not change the text: %j", (text) => {
    const result = language.parse(fileOf(text));
    if (!result.ok) {
      throw new Error("The text was not read.");
    }
    const sourceCode = language.createSourceCode(fileOf(text), result);
    expect(sourceCode.text).toBe(text);
    for (const { target } of sourceCode.traverse()) {
      expect(target.loc.end.offset).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("rules in JSON blocks", () => {
  const config: Linter.Config = { ...plugin.configs["strict-json"], language: "huaweicloud-iam-markdown/json" };
  const rules = Object.fromEntries(Object.keys(json.rules).map((name) => [`json/${name}`, "error" as const]));

  it("report the same in a block as in a file", () => {
    const found = new Linter().verify(policy, [config]);
    expect(found.map(({ ruleId }) => ruleId)).toContain("huaweicloud-iam/no-unknown-action");
    expect(found).toEqual(new Linter().verify(policy, [plugin.configs["strict-json"]]));
  });

  it.each(otherTexts)("report nothing in invalid JSON, nor do JSON rules: %j", (text) => {
    const withJson = { ...config, plugins: { ...config.plugins, json }, rules: { ...config.rules, ...rules } };
    expect(new Linter().verify(text, [withJson])).toEqual([]);
  });

  it("respect comments", () => {
    const text = policy.replace('"ims:images:uplaod"', '"ims:images:uplaod" // eslint-disable-line');
    expect(new Linter().verify(text, [config])).toEqual([]);
  });
});

function fileOf(text: string): File {
  return { body: text, path: "page.md/0_0.json", physicalPath: "page.md", bom: false };
}
