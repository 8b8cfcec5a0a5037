import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import * as files from "./committed-files.js";
import { policy } from "./policies.js";
import { createRepository, type Repository } from "./repository.js";

const page = guide("docs/lint-staged.md");

it("stops a commit with a mistake, leaves everything as it was, and passes the twin", () => {
  const project = projectWithHook();
  const refused = project.commit({ "iam/policy.json": files.mistaken, "iam/größe 2.json": files.repairable });
  expect(refused.status).toBe(1);
  expect(refused.stderr.replaceAll(project.folder, "/home/you/project")).toContain(`\n${page.block("blocked")}`);
  expect(project.changes()).toEqual(['A  "iam/größe 2.json"', "A  iam/policy.json"]);
  expect(project.read("iam/größe 2.json")).toBe(files.repairable);
  expect(project.git("stash", "list").stdout).toBe("");

  const bothMistaken = project.commit({ "iam/größe 2.json": files.mistaken });
  expect(bothMistaken.stderr).toContain(`${project.folder}/iam/größe 2.json\n`);
  expect(bothMistaken.stderr).toContain("✖ 2 problems (2 errors, 0 warnings)");

  expect(project.commit({ "iam/policy.json": files.correct, "iam/größe 2.json": files.correct }).status).toBe(0);
  expect(project.committed("iam/policy.json")).toBe(files.correct);
});

it("commits what it has repaired", () => {
  const project = projectWithHook();
  expect(project.commit({ "iam/policy.json": files.repairable, "iam/größe 2.json": files.correct }).status).toBe(0);
  expect(project.committed("iam/policy.json")).toBe(files.repaired);
  expect(project.read("iam/policy.json")).toBe(files.repaired);
  expect(project.changes()).toEqual([]);
});

it("leaves what is not staged as it is, also in a file that it edits", () => {
  const project = projectWithHook();
  project.write({ "iam/policy.json": files.repairable, "iam/mistaken.json": files.correct });
  project.git("add", ".");
  project.write({ "iam/policy.json": `\n${files.repairable}\n`, "iam/mistaken.json": files.mistaken });
  expect(project.git("commit", "--message", "A part").status).toBe(0);
  expect(project.committed("iam/policy.json")).toBe(files.repaired);
  expect(project.read("iam/policy.json")).toBe(`\n${files.repaired}\n`);
  expect(project.committed("iam/mistaken.json")).toBe(files.correct);
  expect(project.changes()).toEqual([" M iam/mistaken.json", " M iam/policy.json"]);
});

it("stops a commit with a warning that cannot be repaired", () => {
  const { status, stderr } = projectWithHook().commit({ "iam/policy.json": policy("*:*:*") });
  expect(status).toBe(1);
  expect(stderr).toContain("huaweicloud-iam/no-broad-grant");
  expect(stderr).toContain("ESLint found too many warnings (maximum: 0).");
});

it("passes files without a policy of these clouds, and starts nothing for a file of another kind", () => {
  const project = projectWithHook();
  expect(project.commit(files.otherFiles).status).toBe(0);
  expect(project.commit({ "notes.txt": files.mistaken }).stderr).toContain("could not find any staged files matching");
  expect(project.changes()).toEqual([]);
});

it("gives ESLint each kind of file that a policy may stand in", () => {
  const project = projectWithHook();
  project.write({ "eslint.config.mjs": files.everyKindConfig });
  const { stderr } = project.commit(files.everyKind);
  expect(stderr.match(/(?<=^\/.*\/)iam\/.*$/gmu)).toEqual(Object.keys(files.everyKind).sort());
});

it("names packages that are installed here", () => {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as {
    devDependencies: object;
  };
  const packages = /(?<=^npm install --save-dev ).*$/mu.exec(page.block("packages"))?.[0] ?? "";
  expect(packages.split(" ").filter((name) => !(name in devDependencies))).toEqual([]);
});

/** A project that is set up as the README and the page say. */
function projectWithHook(): Repository {
  const project = createRepository({ "eslint.config.mjs": files.withIgnored(blockOf("README.md", "json")) });
  const written = {
    ...(JSON.parse(project.read("package.json")) as object),
    ...(JSON.parse(page.block("package")) as object),
  };
  project.write({ "package.json": JSON.stringify(written, undefined, 2) });
  expect(project.shell(page.block("init")).status).toBe(0);
  expect(project.commit({}).status).toBe(0);
  return project;
}
