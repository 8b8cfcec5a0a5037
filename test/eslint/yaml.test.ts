import { ESLint, Linter } from "eslint";
import yml from "eslint-plugin-yml";
import { describe, expect, it } from "vitest";
import * as parser from "yaml-eslint-parser";
import plugin from "../../src/index.js";

const { recommended, "recommended-yaml": withLanguage, "strict-yaml": strict } = plugin.configs;
const ours: Linter.Config = { ...recommended, files: ["**/*.yaml"] };
const ymlRecommended = yml.configs.recommended;

/** The ways to set the plugin up for YAML. */
const setUps: Readonly<Record<string, readonly Linter.Config[]>> = {
  "the language of the plugin": [withLanguage],
  "the language of eslint-plugin-yml, before": [...ymlRecommended, ours],
  "the language of eslint-plugin-yml, behind": [ours, ...ymlRecommended],
  "both languages": [withLanguage, ...ymlRecommended],
  "the parser": [{ ...ours, languageOptions: { parser } }],
};

async function lint(text: string, configs: readonly Linter.Config[]): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [...configs, { linterOptions: { reportUnusedDisableDirectives: "error" } }],
  });
  const [result] = await eslint.lintText(text, { filePath: "roles.yaml" });
  return (result?.messages ?? []).map(
    ({ line, column, endLine, endColumn, ruleId, message }) =>
      `${line}:${column}-${endLine ?? 0}:${endColumn ?? 0} ${ruleId?.replace("huaweicloud-iam/", "") ?? message}`,
  );
}

const text = `# huaweicloud-iam scope: enterprise-project
policy: # ⓘ
  Version: 1.1
  Statement:
    - Effect: Allow
      Action:
        - ims:images:lst # eslint-disable-line huaweicloud-iam/no-unknown-action
        - ims:images:updaet
        - ims:images:create
        # eslint-disable-next-line -- as planned
        - ims:images:gett
# eslint-disable-next-line huaweicloud-iam/no-broad-grant
empty:
# eslint-disable huaweicloud-iam/no-unknown-action
---
policy: |
  { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:gett", "*:*:*"] }] }
`;

describe.each(Object.entries(setUps))("YAML with %s", (name, configs) => {
  it("has the same findings at the same places, and obeys comments", async () => {
    const found = await lint(text, configs);
    expect(found.filter((message) => !message.includes(" yml/"))).toEqual([
      "3:12-3:15 valid-policy",
      "8:22-8:28 no-unknown-action",
      "9:11-9:28 require-enterprise-project-support",
      expect.stringMatching(/^12:1-\S+ Unused eslint-disable directive/u),
      "17:70-17:85 no-redundant-action",
      "17:89-17:94 no-broad-grant",
    ]);
    // Of several languages for a file, the last one reads it.
    expect(found.some((message) => message.includes(" yml/"))).toBe(
      name !== "the parser" && name !== "the language of the plugin",
    );
  });

  it("is repaired", async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...configs], fix: true });
    const broken =
      "Version: 1.1\nStatement:\n  - Effect: allow\n    Action:\n      - ims:images:get\n      - ims:images:get\n      - ims:images:list\n";
    const [result] = await eslint.lintText(broken, { filePath: "roles.yaml" });
    expect(result?.output).toBe(
      'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ims:images:get\n      - ims:images:list\n',
    );
    expect(result?.messages).toEqual([]);
  });

  it("is repaired where a statement is in no list, in lines and in JSON", async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...configs], fix: true });
    const broken = `policy:
  Version: "1.1"
  Statement:
    "Effect": Allow
    Action: ims:images:get
text: |
  { "Version": "1.1", "Statement": {
    "Effect": "Allow", "Action": ["ims:images:get"]
  } }
`;
    const [result] = await eslint.lintText(broken, { filePath: "roles.yaml" });
    expect(result?.output).toBe(`policy:
  Version: "1.1"
  Statement:
    - "Effect": Allow
      Action: [ims:images:get]
text: |
  { "Version": "1.1", "Statement": [{
    "Effect": "Allow", "Action": ["ims:images:get"]
  }] }
`);
  });

  it("has nothing to say of other files", async () => {
    expect(await lint("a: &a [b, *c]\nd: { <<: *a }\n", configs)).toEqual([]);
  });
});

describe("the language of the plugin", () => {
  const messagesOn = (code: string, config = withLanguage, filename = "roles.yaml") =>
    new Linter().verify(code, [config], { filename });

  it("has one parsing error at its place", () => {
    expect(
      messagesOn("policy:\n  Statement: [*]\n").map(({ line, column, message }) => `${line}:${column} ${message}`),
    ).toEqual([
      '2:15 Parsing error: A star without quotes begins an alias, which needs a name. If you mean the star, put it in quotes: "*".',
    ]);
  });

  it("takes both endings, and no others", () => {
    expect(withLanguage.files).toEqual(strict.files);
    const broken = "Version: 1.1\nStatement: [{ Effect: Allow, Action: [ims:images:get] }]\n";
    expect(messagesOn(broken, strict, "a/b.yml").map(({ ruleId }) => ruleId)).toEqual(["huaweicloud-iam/valid-policy"]);
  });

  it("does not mind rules for JavaScript that are on for every file", () => {
    const rules: Linter.RulesRecord = {
      ...{ "no-debugger": "error", "no-empty": "error", "no-irregular-whitespace": "error", "no-redeclare": "error" },
      ...{ "no-undef": "error", "no-unreachable": "error", "no-unused-labels": "error", "no-unused-vars": "error" },
    };
    const messages = new Linter().verify(text, [{ rules }, withLanguage], { filename: "roles.yaml" });
    expect(new Set(messages.map(({ ruleId }) => ruleId?.split("/")[0] ?? ""))).toEqual(
      new Set(["", "huaweicloud-iam"]),
    );
    expect(messages.some(({ fatal }) => fatal)).toBe(false);
  });

  it("suggests where a value is used in several places what it would otherwise repair", () => {
    const policy = (effect: string, more: string) =>
      `Version: "1.1"\nStatement:\n- Effect: ${effect}\n  Action: ["ims:images:get"]\n${more}`;
    const effects = (code: string) =>
      messagesOn(code).map(({ fix, suggestions = [] }) => [fix?.text, ...suggestions.map((one) => one.fix.text)]);
    expect(effects(policy("&a allow", ""))).toEqual([["Allow"]]);
    expect(effects(policy("&a allow", "---\nb: *a\n"))).toEqual([["Allow"]]);
    expect(effects(policy("&a allow", "Depends: [*a]\n")).slice(0, 1)).toEqual([[undefined, "Allow"]]);
  });
});
