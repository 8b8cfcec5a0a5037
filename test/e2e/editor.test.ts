import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findingsIn, marksIn } from "./editor/findings.js";
import { exampleFiles, openProject } from "./editor/opened-project.js";
import type { VscodeSettings } from "./editor/vscode-settings.js";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";

const page = guide("docs/editor.md");

const settings = (block: string) => JSON.parse(page.block(block)) as VscodeSettings;

const json = "iam/image-builder.json";
const typescript = "src/roles.ts";

it("proposes the extension in the example as the page says", () => {
  const proposal = readFileSync(new URL("../../examples/editor/.vscode/extensions.json", import.meta.url), "utf8");
  expect(page.block("extensions")).toBe(proposal);
});

it("fixes on save and leaves suggestions to the user", async () => {
  const { editor, project } = await openProject(exampleFiles, settings("on-save"));
  for (const path of [json, typescript]) {
    await editor.open(path);
    expect(await findingsIn(editor, path)).toHaveLength(6);
    await editor.runActionsOnSave(path);
    project.run("eslint", "--fix", path);
    expect(editor.text(path)).toBe(project.read(path));
    expect(editor.text(path)).not.toBe(exampleFiles[path]);
  }
  expect(await marksIn(editor, json)).toEqual([
    "no-unknown-action at lst",
    "no-unknown-action at server",
    "require-action-dependencies at ecs:servers:createImage",
  ]);
  expect(editor.errors).toEqual([]);
});

it("changes nothing on save without that setting", async () => {
  const { editor } = await openProject(exampleFiles);
  await editor.open(json);
  expect(await findingsIn(editor, json)).toHaveLength(6);
  await editor.runActionsOnSave(json);
  expect(editor.text(json)).toBe(exampleFiles[json]);
});

it("shows what was let stand, unless it is told not to", async () => {
  const warnings = ["no-redundant-action at evs:volumes:get", "no-redundant-action at ims:images:get"];
  const plain = await openProject(exampleFiles);
  plain.project.run("eslint", ".", "--suppress-all");
  await plain.editor.open(json);
  expect(await marksIn(plain.editor, json)).toHaveLength(6);

  const told = await openProject(exampleFiles, settings("suppressions"));
  told.project.run("eslint", ".", "--suppress-all");
  await told.editor.open(json);
  expect(await marksIn(told.editor, json)).toEqual(warnings);
  expect(told.editor.errors).toEqual([]);
});

it("lints JSON5 where it is listed, and the languages beside it", async () => {
  const files = {
    ...exampleFiles,
    "eslint.config.js": blockOf("docs/set-up.md", "jsonc"),
    "iam/reader.json5": `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:lst"] }] }\n`,
    "iam/reader.jsonc": `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:lst"] }], }\n`,
  };
  const listed = await openProject(files, settings("json5"));
  for (const path of ["iam/reader.json5", "iam/reader.jsonc"]) {
    await listed.editor.open(path);
    expect(await marksIn(listed.editor, path), path).toEqual(["no-unknown-action at lst"]);
  }
  const byDefault = await openProject(files);
  await byDefault.editor.open("iam/reader.json5");
  expect(await findingsIn(byDefault.editor, "iam/reader.json5")).toEqual([]);
});

it("lints Terraform where it is listed, with its suggestions, and the languages beside it", async () => {
  const files = {
    ...exampleFiles,
    "eslint.config.js": blockOf("README.md", "terraform"),
    "roles.tf":
      'locals {\n  reader = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }\n}\n',
    "roles.tofu":
      'locals {\n  x = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }\n}\n',
    "prod.tfvars": 'reader = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ims:images:lst"] }] }\n',
  };
  const listed = await openProject(files, settings("terraform"));
  for (const path of ["roles.tf", "roles.tofu", "prod.tfvars"]) {
    await listed.editor.open(path);
    expect(await marksIn(listed.editor, path), path).toEqual(["no-unknown-action at lst"]);
  }
  expect(listed.editor.errors).toEqual([]);
  const byDefault = await openProject(files);
  await byDefault.editor.open("roles.tf");
  expect(await findingsIn(byDefault.editor, "roles.tf")).toEqual([]);
});

it("lints YAML where it is listed", async () => {
  const files = {
    ...exampleFiles,
    "eslint.config.js": blockOf("README.md", "yaml"),
    "roles.yaml": 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ims:images:lst\n',
  };
  const listed = await openProject(files, settings("terraform"));
  await listed.editor.open("roles.yaml");
  expect(await marksIn(listed.editor, "roles.yaml")).toEqual(["no-unknown-action at lst"]);
  expect(listed.editor.errors).toEqual([]);
  const byDefault = await openProject(files);
  await byDefault.editor.open("roles.yaml");
  expect(await findingsIn(byDefault.editor, "roles.yaml")).toEqual([]);
});

it("lints no language that eslint.validate does not list", async () => {
  const { editor } = await openProject(exampleFiles, { "eslint.validate": ["typescript"] });
  await editor.open(json);
  expect(await findingsIn(editor, json)).toEqual([]);
  await editor.open(typescript);
  expect(await findingsIn(editor, typescript)).toHaveLength(6);
});

it("lints nothing with a setting for ESLint 8", async () => {
  const { editor } = await openProject(exampleFiles, { "eslint.experimental.useFlatConfig": true });
  await editor.open(json);
  expect(await findingsIn(editor, json)).toEqual([]);
  expect(editor.errors.join("\n")).toContain("doesn't export a FlatESLint class");
});

it("tells what is wrong with a setting of the plugin, until it is corrected", async () => {
  const config = "eslint.config.js";
  const misspelt = `{ settings: { "huaweicloud-iam": { clouds: "otc" } } },\n]);`;
  const { editor, project } = await openProject({
    ...exampleFiles,
    [config]: exampleFiles[config]?.replace("]);", misspelt) ?? "",
  });
  await editor.open(json);
  expect(await findingsIn(editor, json)).toEqual([]);
  expect(editor.errors.join("\n")).toContain(
    'In the setting "huaweicloud-iam": "clouds" is not a setting. The settings are "cloud", "scope", "alsoGranted", "companionRoles", "knownActions", "policySources" and "catalog".',
  );

  project.write({ [config]: project.read(config).replace("clouds", "cloud") });
  await editor.notifyOfChange(config);
  expect(await findingsIn(editor, json)).toHaveLength(6);
});

it("says nothing of a file that no block of the configuration is for; the terminal does", async () => {
  const stray = "policies/reader.json";
  const { editor, project } = await openProject({ ...exampleFiles, [stray]: exampleFiles[json] ?? "" });
  await editor.open(stray);
  expect(await findingsIn(editor, stray)).toEqual([]);
  expect(project.run("eslint", stray).stdout).toContain("no matching configuration");
});
