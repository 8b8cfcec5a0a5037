import { expect, it } from "vitest";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import { policy } from "./policies.js";
import { createProject } from "./project.js";
import { findingsOf } from "./findings.js";

const adoption = guide("docs/adoption.md");

const typescript = (text: string) => `export const policy = ${text.trimEnd()};\n`;

/** An old repository: two misspelt actions in two kinds of file, one action without its dependencies, one repeated. */
const oldRepository = {
  "eslint.config.mjs": blockOf("README.md", "typescript"),
  "iam/old.json": policy("ims:images:updaet", "vpc:vpcs:get", "vpc:vpcs:get"),
  "iam/image.json": policy("ecs:servers:createImage"),
  "src/old.ts": typescript(policy("ims:images:lst")),
};

it("lets the findings of an old repository stand, and reports what is new", () => {
  const project = createProject(oldRepository);
  const findings = () => findingsOf(project.run("eslint", ".", "--format", "json").stdout, project.folder);

  expect(project.shell(adoption.block("repair")).status).toBe(1);
  expect(project.read("iam/old.json")).toBe(policy("ims:images:updaet", "vpc:vpcs:get"));
  expect(findings()).toEqual([
    'iam/image.json: huaweicloud-iam/require-action-dependencies at "ecs:servers:createImage"',
    'iam/old.json: huaweicloud-iam/no-unknown-action at "updaet"',
    'src/old.ts: huaweicloud-iam/no-unknown-action at "lst"',
  ]);

  expect(project.shell(adoption.block("suppress"))).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(project.shell("npx eslint .")).toEqual({ status: 0, stdout: "", stderr: "" });

  project.write({ "iam/new.json": policy("ims:images:updaet") });
  expect(findings()).toEqual(['iam/new.json: huaweicloud-iam/no-unknown-action at "updaet"']);

  project.write({ "iam/new.json": policy("ims:images:update"), "src/old.ts": typescript(policy("ims:images:list")) });
  const corrected = project.shell("npx eslint .");
  expect(corrected.status).toBe(2);
  expect(corrected.stderr).toContain("--prune-suppressions");
  expect(project.shell(adoption.block("prune")).status).toBe(0);
  expect(JSON.parse(project.read("eslint-suppressions.json"))).toEqual({
    "iam/image.json": { "huaweicloud-iam/require-action-dependencies": { count: 1 } },
    "iam/old.json": { "huaweicloud-iam/no-unknown-action": { count: 1 } },
  });
});

it("lets the findings of one rule stand", () => {
  const project = createProject(oldRepository);
  const outcome = project.shell(adoption.block("suppress-rule"));
  expect(outcome.status).toBe(1);
  expect(outcome.stdout).not.toContain("require-action-dependencies");
  expect(outcome.stdout).toContain("no-unknown-action");
});
