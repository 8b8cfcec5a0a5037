import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { projectSettings as readSettings } from "../../src/command/project-settings.js";

const all = ["cloud", "knownActions", "policySources"] as const;
const projectSettings = (folder: string) => readSettings(folder, all);

/** The path of a new folder with some files, gone when the test has finished. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-settings-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function configOf(...entries: readonly { files: readonly string[]; setting: object }[]): string {
  const config = entries.map(({ files, setting }) => ({ files, settings: { "huaweicloud-iam": setting } }));
  return `export default ${JSON.stringify(config)};`;
}

const known = (action: string) => ({ action, reason: "From support." });

describe("the settings of a project", () => {
  it("are none without a configuration", async () => {
    expect(await projectSettings(project({ "policy.json": "{}" }))).toEqual({
      knownActions: [],
      policySources: [],
      cloud: undefined,
    });
  });

  it("are those of all its files together", async () => {
    const config = configOf(
      { files: ["iam/**/*.json"], setting: { cloud: "otc", knownActions: [known("ims:a:get"), known("ims:b:get")] } },
      { files: ["src/*.js"], setting: { knownActions: [known("ims:a:get")], policySources: [{ variable: "reads" }] } },
      { files: ["elsewhere/*.js"], setting: { knownActions: [known("ims:c:get")] } },
    );
    const folder = project({
      "eslint.config.js": config,
      "iam/deep/policy.json": "{}",
      "src/a.js": "",
      "iam/.x/a.json": "",
    });
    expect(await projectSettings(join(folder, "iam", "deep"))).toEqual({
      knownActions: [known("ims:a:get"), known("ims:b:get")],
      policySources: [{ variable: "reads" }],
      cloud: "otc",
    });
  });

  it("name no cloud where files are for several", async () => {
    const config = configOf(
      { files: ["one/*.json"], setting: { cloud: "otc" } },
      { files: ["two/*.json"], setting: { cloud: "huaweicloud" } },
    );
    const folder = project({ "eslint.config.mjs": config, "one/a.json": "{}", "two/a.json": "{}" });
    expect((await projectSettings(folder)).cloud).toBeUndefined();
  });

  it("are not those of a project inside of it, or of a package", async () => {
    const setting = { knownActions: [known("ims:a:get")] };
    const folder = project({
      "eslint.config.js": "export default [{}];",
      "a.js": "",
      "packages/one/eslint.config.js": configOf({ files: ["**/*.js"], setting }),
      "packages/one/a.js": "",
      "node_modules/one/a.js": "",
    });
    expect((await projectSettings(folder)).knownActions).toEqual([]);
    expect((await projectSettings(join(folder, "packages", "one"))).knownActions).toEqual(setting.knownActions);
  });

  it("are refused as the linter refuses them", async () => {
    const config = configOf({ files: ["**/*.js"], setting: { clod: "otc", knownActions: [] } });
    await expect(projectSettings(project({ "eslint.config.js": config }))).rejects.toThrow('"clod" is not a setting.');
  });
});

describe("a configuration is loaded for some settings only where its text leaves it open whether it has them", () => {
  const loads = 'import { appendFileSync } from "node:fs";';
  const lists =
    'export default [{ settings: { "huaweicloud-iam": { knownActions: [{ action: "ims:a:get", reason: "x" }] } } }];';

  async function found(config: string, files: Readonly<Record<string, string>> = {}, name = "eslint.config.js") {
    const folder = project({ "a.js": "", ...files, [name]: config });
    return (await readSettings(folder, ["knownActions"])).knownActions.length > 0;
  }

  it.each([
    ["has them", lists, {}],
    [
      "reads files",
      `${loads} void appendFileSync; import own from "./own.js"; export default own;`,
      { "own.js": lists },
    ],
    ["imports them", 'export { default } from "./own.js";', { "own.js": lists }],
    [
      "imports them by way of another file",
      'import own from "./a/one.js"; export default own;',
      { "a/one.js": 'export { default } from "../two.js";', "two.js": lists },
    ],
    [
      "imports what it computes",
      'const { default: own } = await import("./own" + ".js"); export default own;',
      { "own.js": lists },
    ],
    [
      "imports a package that depends on the plugin",
      'import own from "@our/config"; export default own;',
      {
        "node_modules/@our/config/package.json":
          '{ "type": "module", "exports": "./index.js", "peerDependencies": { "eslint-plugin-huaweicloud-iam": "1" } }',
        "node_modules/@our/config/index.js": lists,
      },
    ],
    [
      "imports what only Node.js finds",
      'import own from "#own"; export default own;',
      { "package.json": '{ "type": "module", "imports": { "#own": "./own.js" } }', "own.js": lists },
    ],
  ])("and it %s", async (_, config, files) => {
    expect(await found(config, files)).toBe(true);
  });

  it.each([
    ["says nothing of them", "export default [];", {}],
    [
      "imports a package that has nothing to do with the plugin",
      'import own from "other/config"; export default own;',
      { "node_modules/other/package.json": '{ "name": "other", "type": "module" }', "node_modules/other/config": "" },
    ],
    [
      "imports the plugin and what is harmless",
      'import iam from "eslint-plugin-huaweicloud-iam"; import { join } from "node:path"; export { iam, join };',
      {},
    ],
    ["imports itself", 'import "./eslint.config.js"; export default [];', {}],
  ])("but not if it %s", async (_, config, files) => {
    const folder = project({ "a.js": "", ...files, "eslint.config.js": `throw new Error("loaded"); ${config}` });
    expect((await readSettings(folder, ["knownActions"])).knownActions).toEqual([]);
    await expect(readSettings(folder, ["iam" as "cloud", "default" as "cloud"])).rejects.toThrow();
  });

  it("and it imports many files", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`f${index}.js`, `import "./f${index + 1}.js";`]),
    );
    expect(
      await found(`import "./f0.js"; ${lists.replace("knownActions", '["known" + "Actions"]')}`, {
        ...files,
        "f60.js": "",
      }),
    ).toBe(true);
  });
});
