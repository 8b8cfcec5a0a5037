import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { blockOf } from "../page.js";
import { actionNamed } from "./code-actions.js";
import { findingsIn, marksIn } from "./findings.js";
import { exampleFiles, openProject } from "./opened-project.js";

const ecs = "ECS on Open Telekom Cloud, Swiss OTC or Huawei Cloud";

it("underlines the mistakes of a JSON policy", async () => {
  const { editor } = await openProject(exampleFiles);
  await editor.open("iam/image-builder.json");
  expect(await findingsIn(editor, "iam/image-builder.json")).toEqual([
    {
      severity: "error",
      rule: "no-unknown-action",
      at: '8: "ecs:servers:[[lst]]",',
      message: `"ecs:servers:lst" is not an action of ${ecs}. Did you mean "ecs:servers:list"?`,
    },
    {
      severity: "error",
      rule: "no-unknown-action",
      at: '9: "ecs:[[server]]:getTags",',
      message: `"ecs:server:getTags" is not an action of ${ecs}. Did you mean "ecs:servers:getTags" or "ecs:servers:setTags"?`,
    },
    {
      severity: "error",
      rule: "require-action-dependencies",
      at: '10: "[[ecs:servers:createImage]]",',
      message:
        '"ecs:servers:createImage" is missing 5 of 7 dependency actions: evs:snapshots:create, ims:images:create, ims:images:list, ims:images:update and ims:images:delete. Grant them too. Documented by Open Telekom Cloud (2026-07), Swiss OTC and Huawei Cloud\'s website.',
    },
    {
      severity: "warning",
      rule: "no-redundant-action",
      at: '12: "[[evs:volumes:get]]",',
      message: '"evs:volumes:get" is already covered by "evs:*:get" on line 11. Remove it.',
    },
    {
      severity: "warning",
      rule: "no-redundant-action",
      at: '14: "[[ims:images:get]]"',
      message: '"ims:images:get" is already listed on line 13. Remove it.',
    },
    {
      severity: "error",
      rule: "valid-policy",
      at: '19: "Action": [["kms:cmk:list"]]',
      message: '"Action" must be a list, even of one action (IAM.1030). Put it in square brackets.',
    },
  ]);
  expect(editor.errors).toEqual([]);
});

it("underlines the mistakes of a TypeScript module", async () => {
  const { editor } = await openProject(exampleFiles);
  await editor.open("src/roles.ts");
  expect(await findingsIn(editor, "src/roles.ts")).toEqual([
    {
      severity: "warning",
      rule: "no-redundant-action",
      at: '17: "[[ecs:servers:list]]",',
      message: '"ecs:servers:list" is already covered by "ecs:*:list" on line 3. Remove it.',
    },
    {
      severity: "error",
      rule: "no-unknown-action",
      at: '18: "ecs:cloudServers:[[strat]]",',
      message: `"ecs:cloudServers:strat" is not an action of ${ecs}. Did you mean "ecs:cloudServers:start"?`,
    },
    {
      severity: "error",
      rule: "no-unknown-action",
      at: '19: "[[ecs:cloudServers:stop, ecs:cloudServers:reboot]]",',
      message:
        "This string contains 2 actions, but the cloud reads it as a single unknown one. Put each in its own string.",
    },
    {
      severity: "warning",
      rule: "no-redundant-action",
      at: '20: "[[ims:images:list]]",',
      message: '"ims:images:list" is already covered by "ims:*:list" on line 3. Remove it.',
    },
    {
      severity: "error",
      rule: "valid-resource",
      at: '35: "Resource": ["obs:*:*:object:[[shop-photos]]"],',
      message:
        'The path "shop-photos" names a bucket but no object, so this matches nothing. Add "/*" for all objects in the bucket.',
    },
    {
      severity: "error",
      rule: "valid-condition",
      at: '36: "Condition": { "DateLessThan": { "[[CurrentTime]]": ["2027-01-31T12:00:00Z"] } }',
      message:
        '"CurrentTime" is not a documented condition key (IAM.1052). Did you mean "g:CurrentTime" or "obs:CurrentTime"?',
    },
  ]);
  expect(editor.errors).toEqual([]);
});

it("leads from each finding to its rule's page", async () => {
  const { editor } = await openProject(exampleFiles);
  for (const path of ["iam/image-builder.json", "src/roles.ts"]) {
    await editor.open(path);
    for (const diagnostic of await editor.diagnostics(path)) {
      const { href = "" } = diagnostic.codeDescription ?? {};
      const page = /\/blob\/main\/(?<page>docs\/rules\/[\w-]+\.md)$/u.exec(href)?.groups?.["page"] ?? href;
      expect(existsSync(new URL(`../../../${page}`, import.meta.url)), page).toBe(true);

      await editor.execute(actionNamed("Show documentation", await editor.codeActions(path, diagnostic)));
      expect(editor.openedPages.at(-1)).toBe(href);
    }
  }
});

it("follows what is typed, and text that is no JSON for a while", async () => {
  const path = "iam/image-builder.json";
  const { editor } = await openProject(exampleFiles);
  await editor.open(path);
  const before = await findingsIn(editor, path);
  const text = editor.text(path);

  await editor.type(path, text.replace("ecs:servers:lst", "ecs:servers:list").replace("evs:*:get", "evs:*:gte"));
  expect(await marksIn(editor, path)).toEqual([
    "no-unknown-action at server",
    "require-action-dependencies at ecs:servers:createImage",
    "no-unknown-action at gte",
    "no-redundant-action at ims:images:get",
    'valid-policy at "kms:cmk:list"',
  ]);

  const half = text.slice(0, text.indexOf("s:lst"));
  for (let length = half.length; length > half.length - 20; length--) {
    await editor.type(path, half.slice(0, length));
    expect((await findingsIn(editor, path)).map(({ rule }) => rule)).toEqual([undefined]);
  }

  await editor.type(path, text);
  expect(await findingsIn(editor, path)).toEqual(before);
  expect(editor.errors).toEqual([]);
});

it("follows half-typed TypeScript, too", async () => {
  const path = "src/roles.ts";
  const { editor } = await openProject(exampleFiles);
  await editor.open(path);
  const before = await findingsIn(editor, path);
  const text = editor.text(path);
  const end = text.indexOf('strat"');

  await editor.type(path, text.slice(0, end) + text.slice(end + 'strat"'.length));
  expect((await findingsIn(editor, path)).map(({ rule }) => rule)).toEqual([undefined]);

  // The policy in the template is JSON that is only half there, in a module that is whole.
  await editor.type(path, text.replace(/"CurrentTime"[^]*`;/u, "`;"));
  expect(await marksIn(editor, path)).toContainEqual(expect.stringMatching(/^valid-policy at /u));

  await editor.type(path, text);
  expect(await findingsIn(editor, path)).toEqual(before);
  expect(editor.errors).toEqual([]);
});

it("sees what was saved in another file", async () => {
  const actions = (last: string) => `export const reads = ["ims:images:get", "ims:images:${last}"];\n`;
  const { editor, project } = await openProject({
    ...exampleFiles,
    "src/actions.ts": actions("lst"),
    "src/reader.ts": `import { reads } from "./actions.js";
export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: reads }] };
`,
  });
  await editor.open("src/reader.ts");
  expect(await marksIn(editor, "src/reader.ts")).toEqual(["no-unknown-action at reads"]);
  project.write({ "src/actions.ts": actions("list") });
  expect(await marksIn(editor, "src/reader.ts")).toEqual([]);
});

it("underlines the same with the line ends of Windows, and in JSON with comments", async () => {
  const text = `// Reads 🔑 images
{
  "Version": "1.1",
  "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "ims:images:lst"] }],
}
`;
  const { editor } = await openProject({
    "eslint.config.js": blockOf("docs/set-up.md", "jsonc"),
    "iam/reader.jsonc": text.replaceAll("\n", "\r\n"),
  });
  await editor.open("iam/reader.jsonc");
  expect((await findingsIn(editor, "iam/reader.jsonc")).map(({ rule, at }) => `${rule ?? ""} ${at}`)).toEqual([
    'no-unknown-action 4: "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "ims:images:[[lst]]"] }],',
  ]);
});

it("stays silent on a policy of another cloud, until it is one of these", async () => {
  const policy = (version: string, action: string) =>
    `${JSON.stringify({ Version: version, Statement: [{ Effect: "Allow", Action: [action], Resource: "*" }] }, undefined, 2)}\n`;
  const { editor } = await openProject({ ...exampleFiles, "iam/aws.json": policy("2012-10-17", "ec2:DescribeImages") });
  await editor.open("iam/aws.json");
  expect(await findingsIn(editor, "iam/aws.json")).toEqual([]);
  await editor.type("iam/aws.json", policy("1.1", "ims:images:lst"));
  expect(await marksIn(editor, "iam/aws.json")).toContain("no-unknown-action at lst");
});
