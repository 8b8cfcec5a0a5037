import { ESLint, Linter } from "eslint";
import { builtinRules } from "eslint/use-at-your-own-risk";
import markdown from "@eslint/markdown";
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import plugin from "../../src/index.js";

const block =
  'locals {\n  policy = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }\n}\n';
const page = (language: string, text: string) =>
  `# Roles\n\n<!-- eslint huaweicloud-iam/no-broad-grant: off -->\n\n\`\`\`${language}\n${text}\`\`\`\n`;

const configs = [
  { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" },
  {
    ...plugin.configs.recommended,
    files: ["**/*.md/*.{hcl,terraform,tf}"],
    language: "huaweicloud-iam/markdown-hcl",
  },
] as Linter.Config[];

async function lint(text: string, overrideConfig = configs): Promise<string[]> {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
  const [result] = await eslint.lintText(text, { filePath: "page.md" });
  return (result?.messages ?? []).map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId ?? message}`);
}

describe("the language for blocks of HCL in Markdown", () => {
  it.each(["hcl", "terraform", "tf"])("finds mistakes at their places: %s", async (language) => {
    expect(await lint(page(language, block))).toEqual(["7:86 huaweicloud-iam/no-unknown-action"]);
  });

  it.each(["...\n", "$ terraform init\n", `${block}...\n`, 'a = "x\n'])(
    "leaves alone what is no HCL: %j",
    async (text) => {
      expect(await lint(page("hcl", text))).toEqual([]);
    },
  );

  it("is another one than that of files, where a syntax error is reported", () => {
    const [message] = new Linter().verify("...\n", [plugin.configs["recommended-terraform"]], { filename: "main.tf" });
    expect(message?.fatal).toBe(true);
  });
});

describe.each([
  ["main.tf", plugin.configs["recommended-terraform"], ["terraform/huaweicloud.tf", "terraform/opentelekomcloud.tf"]],
  ["roles.yaml", plugin.configs["recommended-yaml"], ["yaml/foreign.yaml", "../../examples/yaml/policies.yaml"]],
] as const)("the language for files such as %s", (filename, own, paths) => {
  const texts = paths.map((path) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8"));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other list of the rules
  const names = [...builtinRules].map(([name]) => name);
  const rules = Object.fromEntries(names.map((name) => [name, "error"] as const));
  const found = (text: string, ...used: readonly Linter.Config[]) =>
    new Linter().verify(text, [...used], { filename }).map(({ ruleId, line }) => `${line} ${ruleId ?? ""}`);

  it("stands all of ESLint's rules for JavaScript, configured for all files before and behind it", () => {
    expect(names.length).toBeGreaterThan(250);
    for (const text of texts) {
      expect(found(text, { rules }, own)).toEqual(found(text, own));
      expect(found(text, own, { rules })).toEqual(found(text, own));
    }
  });

  it("stands options of JavaScript that are configured for all files", () => {
    const options = { ecmaVersion: 2024, sourceType: "commonjs", globals: { a: "readonly" } } as const;
    for (const text of texts) {
      expect(found(text, { languageOptions: options, rules }, own)).toEqual(found(text, own));
    }
  });
});

describe("the language for blocks of YAML in Markdown", () => {
  const yamlConfigs = [
    ...configs.slice(0, 1),
    { ...plugin.configs.recommended, files: ["**/*.md/*.{yaml,yml}"], language: "huaweicloud-iam/markdown-yaml" },
  ] as Linter.Config[];
  const lines =
    'policy:\n  Version: "1.1"\n  Statement:\n    - Effect: Allow\n      Action: ["ims:images:lst", "*:*:*"]\n';

  it.each(["yaml", "yml"])(
    "finds mistakes at their places, and obeys the comments of the page: %s",
    async (language) => {
      expect(await lint(page(language, lines), yamlConfigs)).toEqual([
        "10:17 huaweicloud-iam/no-redundant-action",
        "10:28 huaweicloud-iam/no-unknown-action",
      ]);
    },
  );

  it.each(["a: b: c\n", "...\nb\n  - c", `${lines}  ...\n- a\n`, "a: {{ b\n"])(
    "leaves alone what is no YAML: %j",
    async (text) => {
      expect(await lint(page("yaml", text), yamlConfigs)).toEqual([]);
    },
  );
});
