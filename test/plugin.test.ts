import { ESLint, Linter } from "eslint";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.js";
import plugin from "../src/index.js";
import { allow } from "./policies.js";

const root = new URL("../", import.meta.url);

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, root), "utf8")) as Record<string, unknown>;
}

const packageJson = readJson("package.json");
const ruleFiles = readdirSync(new URL("rules/", root)).filter((file) => file !== "index.ts");

describe("the plugin's identity", () => {
  it("has the package's name and the prefix of its rules", () => {
    expect(plugin.meta).toMatchObject({ name: packageJson["name"], namespace: "huaweicloud-iam" });
  });

  it("changes with the package and with the catalogue", () => {
    const catalog = String(packageJson["catalog"]);
    expect(plugin.meta?.version).toBe(`${String(packageJson["version"])}+${catalog.slice(0, 8)}`);
    expect(catalog).toBe(readJson("catalog/index.json")["sha256"]);
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

  it.each(Object.entries(rules))("%s works in JavaScript and in every kind of JSON", (_, { meta }) => {
    expect(meta.languages).toEqual(["js/js", "json/*", "jsonc/*"]);
  });

  it.each(Object.entries(rules))("%s speaks in sentences, and offers edits in the imperative", (_, { meta }) => {
    for (const message of Object.values(meta.messages ?? {})) {
      // What ends with a placeholder is given a sentence to end with.
      expect(message).toMatch(
        /^["{A-Z].*(?:[.?]|\{\{(?:advice|problem)\}\})$|^(?:Add|Move|Remove|Replace|Split|Write) /su,
      );
      expect(message.length).toBeLessThanOrEqual(400);
    }
  });
});

describe("the configurations", () => {
  const { recommended, strict, "recommended-json": recommendedJson, "strict-json": strictJson } = plugin.configs;

  it("have the names that they are found by", () => {
    const names = Object.entries(plugin.configs).map(([name, config]) => [`huaweicloud-iam/${name}`, config.name]);
    expect(names.filter(([expected, name]) => expected !== name)).toEqual([]);
  });

  it("have every rule in the strict one", () => {
    expect(Object.keys(strict.rules ?? {})).toEqual(Object.keys(rules).map((name) => `huaweicloud-iam/${name}`));
  });

  it("have no rule in the recommended one that the strict one has not, or has otherwise", () => {
    expect(Object.keys(recommended.rules ?? {}).length).toBeGreaterThan(0);
    expect(strict.rules).toMatchObject(recommended.rules ?? {});
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
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        { files: ["**/*.json"], plugins: { json }, language: "json/json", extends: [] } as Linter.Config,
        { files: ["**/*.json"], ...recommendedJson },
      ].map(({ extends: _, ...config }: Linter.Config & { extends?: unknown }) => config),
    });
    const [result] = await eslint.lintText(allow("ims:images:lst"), { filePath: "policy.json" });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("huaweicloud-iam/no-unknown-action");
  });
});

describe("importing the plugin", () => {
  it("reaches no package but those that it works with at run time", () => {
    expect([...packagesReached("src/index.ts")].sort()).toEqual(["@eslint/json", "@humanwhocodes/momoa", "leven"]);
  });

  const dist = new URL("dist/src/index.js", root);

  it.skipIf(!existsSync(dist))("reads no file of the catalogue", () => {
    const script = `
      import fs from "node:fs";
      import { createRequire, syncBuiltinESMExports } from "node:module";
      const read = [];
      for (const name of ["readFileSync", "openSync", "readFile"]) {
        const original = fs[name];
        fs[name] = (path, ...more) => (read.push(String(path)), original(path, ...more));
      }
      syncBuiltinESMExports();
      const { default: plugin } = await import(${JSON.stringify(dist.href)});
      const loaded = [...read, ...Object.keys(createRequire(import.meta.url).cache)];
      console.log(JSON.stringify({ rules: Object.keys(plugin.rules).length, files: loaded.filter((path) => /catalog[\\\\/].*json$/u.test(path)) }));
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: fileURLToPath(root),
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const { rules: number, files } = JSON.parse(stdout) as { rules: number; files: string[] };
    expect(number).toBeGreaterThan(0);
    expect(files).toEqual([]);
  });
});

/** The packages that a module and the modules of ours behind it import at run time; Node's own are left out. */
function packagesReached(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const pending = [new URL(entry, root)];
  for (let file = pending.pop(); file; file = pending.pop()) {
    for (const specifier of seen.has(file.href) ? [] : importsOf(file)) {
      if (specifier.startsWith(".")) {
        pending.push(new URL(specifier.replace(/\.js$/u, ".ts"), file));
      } else if (!specifier.startsWith("node:")) {
        packages.add(specifier);
      }
    }
    seen.add(file.href);
  }
  return packages;
}

/** What is left of a module's imports when its types are gone. */
function importsOf(file: URL): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
  });
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
}
