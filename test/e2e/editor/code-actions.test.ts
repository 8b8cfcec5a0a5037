import { expect, it } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver-protocol/node";
import { actionNamed, changedLines, repairsOf } from "./code-actions.js";
import { findingsIn, marksIn } from "./findings.js";
import type { Editor } from "./language-server.js";
import { exampleFiles, openProject } from "./opened-project.js";

const json = "iam/image-builder.json";
const typescript = "src/roles.ts";

const redundant = "no-redundant-action";
const unknown = "no-unknown-action";
const hiding = `Disable huaweicloud-iam/${unknown} for this line`;

it("applies each fix and suggestion to a JSON policy", async () => {
  const { editor } = await openProject(exampleFiles);
  expect(await outcomesOfRepairs(editor, json)).toEqual([
    [
      "Replace with ecs:servers:list (huaweicloud-iam/no-unknown-action)",
      '-        "ecs:servers:lst",',
      '+        "ecs:servers:list",',
    ],
    [
      "Replace with ecs:servers:getTags (huaweicloud-iam/no-unknown-action)",
      '-        "ecs:server:getTags",',
      '+        "ecs:servers:getTags",',
    ],
    [
      "Replace with ecs:servers:setTags (huaweicloud-iam/no-unknown-action)",
      '-        "ecs:server:getTags",',
      '+        "ecs:servers:setTags",',
    ],
    [
      "Add the 5 dependency actions: evs:snapshots:create, ims:images:create, ims:images:list, ims:images:update, ims:images:delete (huaweicloud-iam/require-action-dependencies)",
      '+        "evs:snapshots:create",',
      '+        "ims:images:create",',
      '+        "ims:images:list",',
      '+        "ims:images:update",',
      '+        "ims:images:delete",',
    ],
    ["Fix this huaweicloud-iam/no-redundant-action problem", '-        "evs:volumes:get",'],
    ["Fix this huaweicloud-iam/no-redundant-action problem", '-        "ims:images:get",'],
    [
      "Fix this huaweicloud-iam/valid-policy problem",
      '-      "Action": "kms:cmk:list"',
      '+      "Action": ["kms:cmk:list"]',
    ],
  ]);
  expect(editor.errors).toEqual([]);
});

it("applies each fix and suggestion to a TypeScript module", async () => {
  const { editor } = await openProject(exampleFiles);
  expect(await outcomesOfRepairs(editor, typescript)).toEqual([
    ["Fix this huaweicloud-iam/no-redundant-action problem", '-            "ecs:servers:list",'],
    [
      "Replace with ecs:cloudServers:start (huaweicloud-iam/no-unknown-action)",
      '-            "ecs:cloudServers:strat",',
      '+            "ecs:cloudServers:start",',
    ],
    [
      "Split into 2 strings (huaweicloud-iam/no-unknown-action)",
      '-            "ecs:cloudServers:stop, ecs:cloudServers:reboot",',
      '+            "ecs:cloudServers:stop",',
      '+            "ecs:cloudServers:reboot",',
    ],
    ["Fix this huaweicloud-iam/no-redundant-action problem", '-            "ims:images:list",'],
    [
      'Add "/*" (huaweicloud-iam/valid-resource)',
      '-      "Resource": ["obs:*:*:object:shop-photos"],',
      '+      "Resource": ["obs:*:*:object:shop-photos/*"],',
    ],
    [
      "Replace with g:CurrentTime (huaweicloud-iam/valid-condition)",
      '-      "Condition": { "DateLessThan": { "CurrentTime": ["2027-01-31T12:00:00Z"] } }',
      '+      "Condition": { "DateLessThan": { "g:CurrentTime": ["2027-01-31T12:00:00Z"] } }',
    ],
    [
      "Replace with obs:CurrentTime (huaweicloud-iam/valid-condition)",
      '-      "Condition": { "DateLessThan": { "CurrentTime": ["2027-01-31T12:00:00Z"] } }',
      '+      "Condition": { "DateLessThan": { "obs:CurrentTime": ["2027-01-31T12:00:00Z"] } }',
    ],
  ]);
  expect(editor.errors).toEqual([]);
});

it.each([json, typescript])("leaves nothing to report when all is applied, one after the other: %s", async (path) => {
  const { editor, project } = await openProject(exampleFiles);
  await editor.open(path);
  let applied = 0;
  for (let [first] = await editor.diagnostics(path); first; [first] = await editor.diagnostics(path)) {
    const [edit] = await repairsOf(editor, path, first);
    expect(edit, `a edit of ${first.code ?? ""}`).toBeDefined();
    await editor.execute(edit ?? { title: "" });
    applied++;
  }
  expect(applied).toBe(6);
  expect(editor.errors).toEqual([]);

  project.write({ [path]: editor.text(path) });
  expect(project.run("eslint", "--max-warnings", "0", path)).toEqual({ status: 0, stdout: "", stderr: "" });
});

it.each([json, typescript])("fixes at once what eslint --fix fixes: %s", async (path) => {
  const { editor, project } = await openProject(exampleFiles);
  await editor.open(path);
  await editor.execute(actionNamed("Fix all auto-fixable problems", await actionsAt(editor, path, redundant)));
  project.run("eslint", "--fix", path);
  expect(editor.text(path)).toBe(project.read(path));
  expect(editor.text(path)).not.toBe(exampleFiles[path]);
});

it.each([json, typescript])("fixes at once what one rule has found: %s", async (path) => {
  const { editor } = await openProject(exampleFiles);
  await editor.open(path);
  const before = await marksIn(editor, path);
  await editor.execute(actionNamed(`Fix all huaweicloud-iam/${redundant}`, await actionsAt(editor, path, redundant)));
  expect(await marksIn(editor, path)).toEqual(before.filter((mark) => !mark.startsWith(redundant)));
});

it("hides a finding with a comment where a file can hold one", async () => {
  const { editor } = await openProject(exampleFiles);
  await editor.open(typescript);
  const before = await marksIn(editor, typescript);
  await editor.execute(actionNamed(hiding, await actionsAt(editor, typescript, unknown)));
  expect(await marksIn(editor, typescript)).toEqual(before.toSpliced(1, 1));
});

it("offers to do so in strict JSON, too, and breaks the file", async () => {
  const { editor } = await openProject(exampleFiles);
  await editor.open(json);
  await editor.execute(actionNamed(hiding, await actionsAt(editor, json, unknown)));
  expect(await findingsIn(editor, json)).toEqual([
    {
      severity: "error",
      rule: undefined,
      at: "8: [[]]// eslint-disable-next-line huaweicloud-iam/no-unknown-action",
      message: "Parsing error: Unexpected character '/' found.",
    },
  ]);
});

/** What each edit of each finding does, alone, in a file that is opened afresh: its title, then the lines it changes. */
async function outcomesOfRepairs(editor: Editor, path: string): Promise<string[][]> {
  const diagnostics = await diagnosticsAfresh(editor, path);
  const saved = editor.text(path);
  const marks = await marksIn(editor, path);
  const outcomes: string[][] = [];
  for (const [index, diagnostic] of diagnostics.entries()) {
    await diagnosticsAfresh(editor, path);
    for (const { title } of await repairsOf(editor, path, diagnostic)) {
      await diagnosticsAfresh(editor, path);
      await editor.execute(actionNamed(title, await editor.codeActions(path, diagnostic)));
      outcomes.push([title, ...changedLines(saved, editor.text(path))]);
      expect(await marksIn(editor, path), `findings after "${title}"`).toEqual(marks.toSpliced(index, 1));
    }
  }
  return outcomes;
}

async function diagnosticsAfresh(editor: Editor, path: string): Promise<Diagnostic[]> {
  await editor.open(path);
  return editor.diagnostics(path);
}

/** What the menu offers at the first finding of a rule. */
async function actionsAt(editor: Editor, path: string, rule: string): Promise<CodeAction[]> {
  const diagnostics = await editor.diagnostics(path);
  const first = diagnostics.find(({ code }) => code === `huaweicloud-iam/${rule}`);
  return first ? editor.codeActions(path, first) : [];
}
