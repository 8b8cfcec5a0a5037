import { build } from "esbuild";
import { ESLint, Linter } from "eslint";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { rules } from "../rules/index.js";
import plugin from "../src/index.js";
import { allow } from "./policies.js";

const root = new URL("../", import.meta.url);

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, root), "utf8")) as Record<string, unknown>;
}

const packageJson = readJson("package.json");
/** Some of ESLint's recommended rules in a configuration without `files`, as many projects have it: they run on every file. */
const recommendedOfEslint: Linter.Config = {
  rules: {
    ...{ "no-empty": "error", "no-irregular-whitespace": "error", "no-undef": "error", "no-unreachable": "error" },
    ...{ "no-unexpected-multiline": "error", "no-unused-labels": "error", "no-unused-vars": "error" },
  },
};

const sources = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(new URL(`src/${file}`, root), "utf8"));
const ruleFiles = readdirSync(new URL("rules/", root)).filter((file) => file !== "index.ts");

describe("the plugin's identity", () => {
  it("has the package's name and the prefix of its rules", () => {
    expect(plugin.meta).toMatchObject({ name: packageJson["name"], namespace: "huaweicloud-iam" });
  });

  it("is that of the whole catalogue", () => {
    const index = readFileSync(new URL("catalog/index.json", root));
    expect(readJson("catalog/identity.json")["sha256"]).toBe(createHash("sha256").update(index).digest("hex"));
  });

  it("changes with the package and with the catalogue", () => {
    const catalog = String(readJson("catalog/identity.json")["sha256"]);
    expect(plugin.meta?.version).toBe(`${String(packageJson["version"])}+${catalog.slice(0, 8)}`);
  });
});

describe("the rules", () => {
  it("are those of the folder, each by the name of its file", () => {
    expect(Object.keys(rules).map((name) => `${name}.ts`)).toEqual(ruleFiles.sort());
    expect(plugin.rules).toEqual(rules);
  });

  it.each(Object.entries(rules))("%s is documented under its name, at an address of its own", (name, { meta }) => {
    expect(meta.docs.url).toMatch(/^https:\/\/\S+\.md$/u);
    expect(meta.docs.url.endsWith(`/docs/rules/${name}.md`)).toBe(true);
    expect(meta.docs.description).toMatch(/^(?:Disallow|Enforce|Require) .*[^.]$/u);
    expect(meta.docs.recommended).toBe(meta.docs.config === "recommended");
  });

  it.each(Object.entries(rules))("%s works in JavaScript, in every kind of JSON, in YAML and in HCL", (_, { meta }) => {
    expect(meta.languages).toEqual(["json/*", "jsonc/*", "yml/*", "huaweicloud-iam/*", "js/js"]);
  });

  it.each(Object.entries(rules))("%s has no message that nothing reports", (_, { meta }) => {
    // A comment is told of by the rule itself.
    const ids = Object.keys(meta.messages ?? {}).filter((id) => id !== "comment");
    expect(ids.filter((id) => !sources.some((source) => source.includes(`"${id}"`)))).toEqual([]);
  });

  it.each(Object.entries(rules))("%s speaks in sentences, and offers edits in the imperative", (_, { meta }) => {
    for (const message of Object.values(meta.messages ?? {})) {
      // What ends with a placeholder is given a sentence to end with.
      expect(message).toMatch(
        /^["{A-Z].*(?:[.?]|\{\{(?:advice|problem|remedy)\}\})$|^(?:Add|Move|Put|Remove|Replace|Rewrite|Split|Write) /su,
      );
      expect(message.length).toBeLessThanOrEqual(300);
    }
  });
});

describe("the configurations", () => {
  const { recommended, strict, "recommended-json": recommendedJson, "strict-json": strictJson } = plugin.configs;

  it("have the names that they are found by", () => {
    const names = Object.values(plugin.configs as Readonly<Record<string, Linter.Config>>).map(({ name }) => name);
    expect(names).toEqual(Object.keys(plugin.configs).map((name) => `huaweicloud-iam/${name}`));
  });

  it("have every rule in the strict one", () => {
    expect(Object.keys(strict.rules ?? {})).toEqual(Object.keys(rules).map((name) => `huaweicloud-iam/${name}`));
  });

  it("have no rule in the recommended one that the strict one has not, or has with another severity", () => {
    expect(Object.keys(recommended.rules ?? {}).length).toBeGreaterThan(0);
    const severities = Object.entries(strict.rules ?? {}).map(([name, entry]) => [name, [entry].flat()[0]]);
    expect(Object.fromEntries(severities)).toMatchObject(recommended.rules ?? {});
  });

  it("have the same rules for JSON, and the language that they need", () => {
    expect(recommendedJson.rules).toEqual(recommended.rules);
    expect(strictJson.rules).toEqual(strict.rules);
    for (const config of [recommendedJson, strictJson]) {
      const [alias = "", language = ""] = (config.language ?? "").split("/");
      expect(alias).toBe("huaweicloud-iam-json");
      expect(config.plugins?.[alias]?.languages).toHaveProperty(language);
    }
  });

  it("have the same rules for Terraform, with the language and the files", async () => {
    const { "recommended-terraform": recommendedTerraform, "strict-terraform": strictTerraform } = plugin.configs;
    expect(recommendedTerraform.rules).toEqual(recommended.rules);
    expect(strictTerraform.rules).toEqual(strict.rules);
    for (const config of [recommendedTerraform, strictTerraform]) {
      expect(config).toMatchObject({ language: "huaweicloud-iam/hcl", plugins: { "huaweicloud-iam": plugin } });
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [recommendedOfEslint, config] });
      const isLinted = async (file: string) => !(await eslint.isPathIgnored(file));
      expect(await Promise.all(["main.tf", "a/b.tofu", "x.auto.tfvars"].map(isLinted))).toEqual([true, true, true]);
      expect(await isLinted(".terraform/modules/x/main.tf")).toBe(false);
    }
  });

  it("have the same rules for YAML, with the language and the files", async () => {
    const { "recommended-yaml": recommendedYaml, "strict-yaml": strictYaml } = plugin.configs;
    expect(recommendedYaml.rules).toEqual(recommended.rules);
    expect(strictYaml.rules).toEqual(strict.rules);
    for (const config of [recommendedYaml, strictYaml]) {
      expect(config).toMatchObject({ language: "huaweicloud-iam/yaml", plugins: { "huaweicloud-iam": plugin } });
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [recommendedOfEslint, config] });
      const isLinted = async (file: string) => !(await eslint.isPathIgnored(file));
      expect(await Promise.all(["roles.yaml", "a/.b/c.yml", "x.yaml.tpl"].map(isLinted))).toEqual([true, true, false]);
    }
  });

  it("find a mistake in a Terraform file without anything else, also behind a configuration for every file", () => {
    const text = `locals {\n  policy = ${allow("ims:images:lst")}\n}\n`;
    const config = plugin.configs["recommended-terraform"];
    for (const configs of [[config], [recommendedOfEslint, config]]) {
      const messages = new Linter().verify(text, configs, { filename: "main.tf" });
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(["huaweicloud-iam/no-unknown-action"]);
    }
  });

  it("leave the language of other files to their own configuration", () => {
    expect([recommended.language, strict.language]).toEqual([undefined, undefined]);
    expect([recommended.files, recommendedJson.files]).toEqual([undefined, undefined]);
  });

  it("work on a policy file without anything else", () => {
    const messages = new Linter().verify(allow("ims:images:lst"), [recommendedJson]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain("huaweicloud-iam/no-unknown-action");
  });

  it("work next to a copy of the JSON language under its own name", async () => {
    const { default: json } = await import("@eslint/json");
    const files = ["**/*.json"];
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        { files, plugins: { json }, language: "json/json" },
        { files, ...recommendedJson },
      ],
    });
    const [result] = await eslint.lintText(allow("ims:images:lst"), { filePath: "policy.json" });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("huaweicloud-iam/no-unknown-action");
  });
});

describe("importing the plugin", () => {
  it("reaches no package but those that it works with at run time", async () => {
    expect((await packagesReached("src/index.ts")).sort()).toEqual(["@eslint/json", "@humanwhocodes/momoa", "leven"]);
  });

  it("takes a module in ASCII: one other character makes the engine decode all of it, and keep it at twice its size", async () => {
    const { outputFiles } = await bundleOf("src/index.ts");
    expect(outputFiles[0]?.text.match(/[^\x00-\x7F].*/gu) ?? []).toEqual([]);
  });

  it("reads no service of the catalogue before there is a policy", async ({ onTestFinished }) => {
    const store = {
      readIdentity: () => ({ sha256: "" }),
      readIndex: vi.fn(() => ({ services: {} })),
      readService: vi.fn(),
    };
    vi.resetModules();
    vi.doMock("../src/catalog/store.js", () => store);
    onTestFinished(() => {
      vi.doUnmock("../src/catalog/store.js");
      vi.resetModules();
    });
    const { default: fresh } = await import("../src/index.js");
    const config = fresh.configs["strict-json"];
    new Linter().verify('{ "Statement": "of account" }', [config]);
    expect(store.readIndex).not.toHaveBeenCalled();
    new Linter().verify(allow("ims:images:lst"), [config]);
    expect(store.readIndex).toHaveBeenCalled();
    expect(store.readService).not.toHaveBeenCalled();
  });
});

/** The packages that a module and the modules of ours behind it import at run time; Node's own are left out. */
async function packagesReached(entry: string): Promise<string[]> {
  const { metafile } = await bundleOf(entry);
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.filter(({ path, external }) => external && !path.startsWith("node:"));
  return [...new Set(packages.map(({ path }) => path))];
}

/** The module that is published for an entry. */
function bundleOf(entry: string) {
  return build({
    ...{ absWorkingDir: fileURLToPath(root), entryPoints: [entry], bundle: true, packages: "external" as const },
    ...{ format: "esm" as const, platform: "node" as const, target: "node20.19" },
    ...{ write: false as const, metafile: true as const, logLevel: "silent" as const },
  });
}
