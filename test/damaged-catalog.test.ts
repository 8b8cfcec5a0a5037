import { ESLint, Linter } from "eslint";
import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { allow } from "./policies.js";

const root = new URL("../", import.meta.url);
const readText = (path: string) => readFileSync(new URL(path, root), "utf8");

/** What is done to the text of a file; `undefined`: the file is gone. */
type Damage = (text: string) => string | undefined;

const damages: readonly (readonly [name: string, damage: Damage])[] = [
  ["is missing", () => undefined],
  ["is empty", () => ""],
  ["ends too early", (text) => text.slice(0, text.length / 2)],
  ["is no JSON", () => "<html>Not found</html>"],
  ["is null", () => "null"],
  ["is a list", () => "[]"],
  ["is an empty object", () => "{}"],
  ["is of another format", (text) => text.replace("{", '{ "version": 2,')],
  ["has a byte order mark", (text) => `\uFEFF${text}`],
  ["has other line ends", (text) => text.replaceAll("\n", "\r\n")],
];

const service = "otc/ims.json";
const policy = allow("ims:images:list", "ims:images:lst");
const finding = '"ims:images:lst" is not an action of IMS';

beforeEach(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("../src/catalog/package-file.js");
  vi.resetModules();
});

describe("a service's file that", () => {
  it.each([
    ...damages,
    ["says no where it said yes", (text: string) => text.replace('"iamProject":true', '"iamProject":false')] as const,
    ["is that of another cloud", () => readText("catalog/otc-swiss/ims.json")] as const,
    ["is that of another service", () => readText("catalog/otc/ecs.json")] as const,
  ])("%s is an error that names it, and no finding", async (_, damage) => {
    const config = await strictJsonWith(service, damage);
    expect(() => new Linter().verify(policy, [config])).toThrow(problemWith(service));
    // Nothing of it is kept.
    expect(() => new Linter().verify(policy, [config])).toThrow(problemWith(service));
  });

  it("is damaged stops no file that has no need of it", async () => {
    const config = await strictJsonWith(service, () => undefined);
    expect(new Linter().verify('{ "name": "no policy" }', [config])).toEqual([]);
    const messages = new Linter().verify(allow("kms:cmk:lst"), [config]).map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('"kms:cmk:lst" is not an action of KMS')]);
  });

  it("is damaged is one error of the whole run", async () => {
    const config = await strictJsonWith(service, () => "[]");
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ files: ["**/*.json"], ...config }] });
    await expect(eslint.lintText(policy, { filePath: "policy.json" })).rejects.toThrow(problemWith(service));
  });

  it("is whole gives findings", async () => {
    const config = await strictJsonWith(service, (text) => text);
    const messages = new Linter().verify(policy, [config]).map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining(finding)]);
  });
});

describe("an index that", () => {
  it.each([
    ...damages,
    ["has another level", (text: string) => text.replace('"level":"project"', '"level":"global"')] as const,
  ])("%s is an error that names it, and no finding", async (_, damage) => {
    const config = await strictJsonWith("index.json", damage);
    expect(() => new Linter().verify(policy, [config])).toThrow(problemWith("index.json"));
  });
});

describe("an identity that", () => {
  const harmless = ["has a byte order mark", "is of another format", "has other line ends"];

  it.each(damages.filter(([name]) => !harmless.includes(name)))("%s is an error at the import", async (_, damage) => {
    await expect(strictJsonWith("identity.json", damage)).rejects.toThrow(problemWith("identity.json"));
  });

  it("is that of another catalogue is an error that names the index", async () => {
    const config = await strictJsonWith("identity.json", () => `{"sha256":"${"0".repeat(64)}"}`);
    expect(() => new Linter().verify(policy, [config])).toThrow(problemWith("index.json"));
  });
});

function problemWith(file: string): RegExp {
  return new RegExp(
    `^The file "catalog/${file}" of eslint-plugin-huaweicloud-iam is missing or damaged \\(.+\\)\\. Reinstall the package`,
    "u",
  );
}

/** The configuration of a plugin whose catalogue has one damaged file. */
async function strictJsonWith(file: string, damage: Damage): Promise<Linter.Config> {
  vi.doMock("../src/catalog/package-file.js", () => ({
    readPackageFile: (path: string) => {
      const text = path === `catalog/${file}` ? damage(readText(path)) : readText(path);
      if (text === undefined) {
        throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      }
      return text;
    },
  }));
  const { default: plugin } = await import("../src/index.js");
  return plugin.configs["strict-json"];
}
