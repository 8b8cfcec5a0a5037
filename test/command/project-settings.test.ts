import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { projectSettings } from "../../src/command/project-settings.js";

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
    const config = configOf({ files: ["**/*.js"], setting: { clod: "otc" } });
    await expect(projectSettings(project({ "eslint.config.js": config }))).rejects.toThrow('"clod" is not a setting.');
  });
});
