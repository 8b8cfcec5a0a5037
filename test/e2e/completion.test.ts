import type { CompletionItem } from "vscode-languageserver-protocol/node";
import { MarkupContent } from "vscode-languageserver-protocol/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSchemaEditor, type SchemaEditor, type SchemaSettings } from "./editor/schema-editor.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const page = guide("docs/completion.md");

const json = (actions: string, more = "") =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${actions}]${more} }] }`;
const yaml = (actions: string, more = "") =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n${actions}\n${more}`;

describe("the JSON server of VS Code", () => {
  const path = "iam/reader.json";

  it("offers the actions with what they need", async () => {
    const editor = await open("json");
    const { items } = await editor.complete(path, json('"‸"'));
    expect(items.length).toBeGreaterThan(1000);
    expect(textOf(items, '"ecs:servers:createImage"')).toContain("`evs:snapshots:create`");
    expect(items.filter(({ label }) => /^"(?:\*|ims:\*)/u.test(label))).toEqual([]);
  });

  it("offers everything else that a policy has", async () => {
    const editor = await open("json");
    expect(await labels(editor, path, "{‸}")).toEqual(["Version", "Statement"]);
    expect(await labels(editor, path, '{ "Version": "‸" }')).toEqual(expect.arrayContaining(['"1.1"', '"5.0"']));
    expect(await labels(editor, path, '{ "Version": "1.1", "Statement": [{‸}] }')).toEqual([
      ...["Effect", "Action", "NotAction", "Resource", "Condition"],
    ]);
    expect(await labels(editor, path, json("", ', "Resource": ["‸"]'))).toContain('"obs:*:*:bucket:*"');
    expect(await labels(editor, path, json("", ', "Condition": {"‸"}'))).toContain("StringEquals");
    expect(await labels(editor, path, json("", ', "Condition": { "Bool": {"‸"} }'))).toContain("g:MFAPresent");
  });

  it("shows the text of one action only", async () => {
    const editor = await open("json");
    const shown = await editor.hover(path, json('"ims:im‸ages:list", "ims:images:get"'));
    expect(shown).toContain("`GET /v2/cloudimages`");
    expect(shown).toContain("Open Telekom Cloud, 20");
    expect(shown.length).toBeLessThan(1000);
  });

  it("underlines a misspelt action with a short message", async () => {
    const editor = await open("json");
    expect(await editor.problems(path, json('"ims:images:list", "ecs:servers:lst", "ims:*", "ims:*:get*"'))).toEqual([
      { at: '"ecs:servers:lst"', message: "Open Telekom Cloud lists no such action of ECS." },
      { at: '"ims:*"', message: 'Write it as service:resourceType:operation. "*" stands for any part.' },
    ]);
  });

  it("leaves other files alone", async () => {
    const editor = await open("json");
    expect(await editor.problems("src/package.json", "{}")).toEqual([]);
  });
});

describe("the server of the YAML extension", () => {
  const path = "iam/reader.yaml";

  it.each([
    ["an empty item", yaml("      - ‸")],
    ["an item below another", yaml("      - ims:images:list\n      - ‸")],
    ["the beginning of a service", yaml("      - im‸")],
    ["the beginning of an operation", yaml("      - ims:images:li‸")],
    ["an empty list on one line", 'Version: "1.1"\nStatement:\n  - Action: [‸]\n'],
    ["a list on one line", 'Version: "1.1"\nStatement:\n  - Action: [ims:images:get, im‸]\n'],
    ["quotes", yaml('      - "‸"')],
  ])("offers the actions in %s", async (_, text) => {
    const editor = await open("yaml");
    const { items } = await editor.complete(path, text);
    expect(items.length).toBeGreaterThan(1000);
    expect(textOf(items, "ecs:servers:createImage")).toContain("`evs:snapshots:create`");
    // Without quotes, it would be an alias.
    expect(items.filter(({ label }) => label.startsWith("*"))).toEqual([]);
  });

  it("offers the version as a text", async () => {
    const editor = await open("yaml");
    const { items } = await editor.complete(path, "Version: ‸\n");
    expect(items.map(({ insertText }) => insertText)).toEqual(['"1.1"', '"5.0"']);
  });

  it("offers everything else that a policy has", async () => {
    const editor = await open("yaml");
    expect(await labels(editor, path, yaml("      - ims:*:*", "    ‸\n"))).toEqual(
      expect.arrayContaining(["Resource", "Condition"]),
    );
    expect(await labels(editor, path, yaml("      - ims:*:*", "    Resource:\n      - ‸\n"))).toContain(
      "obs:*:*:bucket:*",
    );
    expect(await labels(editor, path, yaml("      - ims:*:*", "    Condition:\n      ‸\n"))).toContain("StringEquals");
  });

  it("shows the text of one action only", async () => {
    const editor = await open("yaml");
    const shown = await editor.hover(path, yaml("      - ims:im‸ages:list\n      - ims:images:get"));
    expect(shown).toContain("`GET /v2/cloudimages`");
    expect(shown.length).toBeLessThan(1000);
    expect((await editor.hover(path, yaml("      - ims:im‸ages:lst"))).length).toBeLessThan(1000);
  });

  it("underlines a misspelt action with a short message", async () => {
    const editor = await open("yaml");
    expect(
      await editor.problems(path, yaml("      - ims:images:list\n      - ecs:servers:lst\n      - 'ims:*:get*'")),
    ).toEqual([{ at: "ecs:servers:lst", message: "Open Telekom Cloud lists no such action of ECS." }]);
    expect(await editor.problems(path, "Version: 1.1\nStatement: []\n")).toContainEqual({
      at: "1.1",
      message: 'A custom policy has the version "1.1", as a text (IAM.1024).',
    });
  });
});

describe("the types", () => {
  const types = page.block("types");
  const tsconfig = JSON.stringify({
    compilerOptions: { strict: true, module: "nodenext", target: "es2023", lib: ["es2023"], types: [], noEmit: true },
  });

  it("compile as the page has them, and not with a misspelt name", () => {
    const project = createProject({ "tsconfig.json": tsconfig, "src/reader.ts": types });
    expect(project.run("tsc", "-p", ".")).toMatchObject({ status: 0, stdout: "" });
    project.write({ "src/reader.ts": types.replace('["ims:images:list"]', '["ims:images:lst"]') });
    const { status, stdout } = project.run("tsc", "-p", ".");
    expect(status).not.toBe(0);
    expect(stdout).toContain(
      `Type '"ims:images:lst"' is not assignable to type 'Action'. Did you mean '"ims:images:list"'?`,
    );
  });

  it("are nothing when the program runs", () => {
    const project = createProject({ "main.mjs": 'import {} from "eslint-plugin-huaweicloud-iam/otc";\n' });
    expect(project.run("node", "main.mjs")).toMatchObject({ status: 0, stderr: "" });
  });
});

/** A project with the settings of the page, in an editor that has read the schema. */
async function open(language: "json" | "yaml"): Promise<SchemaEditor> {
  const { folder } = createProject({});
  const settings = JSON.parse(page.block(language)) as SchemaSettings;
  const editor = await startSchemaEditor(language, folder, settings);
  onTestFinished(() => editor.stop());
  const [path, text] = language === "json" ? ["iam/a.json", '{ "Version": 1 }'] : ["iam/a.yaml", "Version: 1\n"];
  await expect.poll(() => editor.problems(path, text), { timeout: 20_000 }).not.toEqual([]);
  return editor;
}

async function labels(editor: SchemaEditor, path: string, text: string): Promise<readonly string[]> {
  const { items } = await editor.complete(path, text);
  return items.map(({ label }) => label);
}

/** What an editor shows beside an item of its list. */
function textOf(items: readonly CompletionItem[], label: string): string {
  const documentation = items.find((item) => item.label === label)?.documentation;
  return MarkupContent.is(documentation) ? documentation.value : (documentation ?? "");
}
