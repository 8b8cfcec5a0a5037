import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import * as files from "./committed-files.js";
import { policy } from "./policies.js";
import { createRepository, type Repository } from "./repository.js";

/** What a user writes into `.pre-commit-config.yaml`. */
interface Configuration {
  repos: { hooks: { additional_dependencies?: string[] }[] }[];
}

const page = guide("docs/pre-commit.md");
const configFile = ".pre-commit-config.yaml";
const hooksFile = ".pre-commit-hooks.yaml";
const root = join(import.meta.dirname, "../..");
const hooks = readFileSync(join(root, hooksFile), "utf8");
const plugin = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string;
  version: string;
  repository: { url: string };
};

const isInstalled = spawnSync("pre-commit", ["--version"]).status === 0;
const title = isInstalled ? "pre-commit" : "pre-commit, which is not installed on this machine";

describe.skipIf(!isInstalled)(title, () => {
  it.each(["repository", "local"])("stops a commit with a mistake and no other (%s)", (name) => {
    const project = projectWith(page.block(name));
    expect(project.shell(page.block("install")).stdout).toMatch(/^IAM policies \(ESLint\)\.+Passed$/mu);

    const refused = project.commit({ "iam/policy.json": files.mistaken, "iam/größe 2.json": files.correct });
    expect(refused.status).toBe(1);
    expect(printed(project, refused.stderr)).toBe(page.block("blocked"));
    expect(project.changes()).toEqual(['A  "iam/größe 2.json"', "A  iam/policy.json"]);

    const bothMistaken = project.commit({ "iam/größe 2.json": files.mistaken });
    expect(bothMistaken.stderr).toContain(`${project.folder}/iam/größe 2.json\n`);
    expect(bothMistaken.stderr).toContain("✖ 2 problems (2 errors, 0 warnings)");

    const passed = project.commit({ "iam/policy.json": files.correct, "iam/größe 2.json": files.correct });
    expect(passed).toMatchObject({ status: 0, stderr: expect.stringMatching(/\.Passed\n$/u) as string });
    expect(project.committed("iam/policy.json")).toBe(files.correct);

    expect(project.commit(files.otherFiles)).toMatchObject({ status: 0, stderr: passed.stderr });
    expect(project.commit({ "notes.txt": files.mistaken }).stderr).toContain("(no files to check)Skipped\n");
    expect(project.changes()).toEqual([]);
  });

  it("edits, so that the second commit passes, and stops one with a warning", () => {
    const [source] = (parse(page.block("repository")) as Configuration).repos;
    const project = projectWith(stringify({ repos: [{ ...source, hooks: parse(page.block("fix")) as object }] }));
    project.shell(page.block("install"));

    const repairing = project.commit({ "iam/policy.json": files.repairable });
    expect(repairing.status).toBe(1);
    expect(repairing.stderr).toContain("- files were modified by this hook\n");
    expect(project.changes()).toEqual(["AM iam/policy.json"]);
    expect(project.commit({}).status).toBe(0);
    expect(project.committed("iam/policy.json")).toBe(files.repaired);

    const warned = project.commit({ "iam/policy.json": policy("*:*:*") });
    expect(warned.status).toBe(1);
    expect(warned.stderr).toContain("huaweicloud-iam/no-broad-grant\n");
    expect(warned.stderr).toContain("ESLint found too many warnings (maximum: 0).");
  });

  it("gives ESLint each kind of file that a policy may stand in", () => {
    const project = projectWith(page.block("repository"));
    project.write({ "eslint.config.mjs": files.everyKindConfig });
    project.shell(page.block("install"));
    const { stderr } = project.commit(files.everyKind);
    expect(stderr.match(/(?<=^\/.*\/)iam\/.*$/gmu)).toEqual(Object.keys(files.everyKind).sort());
  });

  it("sees a mistake of a constant in the file that uses it", () => {
    const project = projectWith(page.block("local"));
    const roles =
      'import { read } from "./actions";\nexport const role = { Version: "1.1", Statement: [{ Effect: "Allow", Action: read }] };\n';
    const constant = (action: string) => `export const read = ["${action}"];\n`;
    project.commit({ "src/actions.ts": constant("ims:images:get"), "src/roles.ts": roles });
    project.shell("pre-commit install");
    expect(project.commit({ "src/actions.ts": constant("ims:images:gte") }).status).toBe(0);
    expect(project.shell(page.block("install")).stdout).toContain('"ims:images:gte" (in actions.ts)');
  });

  it("takes the hook of this repository as it stands, and the page has the same as a local one", () => {
    const hookRepository = publishedHook();
    expect(hookRepository.run("pre-commit", "validate-manifest", hooksFile)).toMatchObject({ status: 0, stdout: "" });
    const project = createRepository({
      "eslint.config.mjs": blockOf("README.md", "json"),
      "iam/a.json": files.mistaken,
    });
    const tried = project.run("pre-commit", "try-repo", hookRepository.folder, "huaweicloud-iam", "--all-files");
    expect(tried.stdout).toContain("huaweicloud-iam/valid-condition");

    const [local] = hooksOf(page.block("local"));
    expect(parse(hooks)).toEqual([{ ...local, description: expect.any(String) as string }]);
  });

  it("installs ESLint and the plugin in a repository without package.json", ({ skip }) => {
    const project = createRepository({ "eslint.config.cjs": files.withIgnored(page.block("node-config")) });
    const released = `${plugin.name}@${plugin.version}`;
    const [eslint = "", ...others] = hooksOf(page.block("node")).flatMap((hook) => hook.additional_dependencies ?? []);
    expect(others).toEqual([released]);
    skip(
      project.install("npm", "view", eslint, "version", "--fetch-retries=0").status !== 0,
      "npm's registry does not answer",
    );

    const tarball = packedPlugin(project);
    project.shell("rm -r node_modules package.json");
    project.write({ [configFile]: page.block("node").replace(released, tarball) });
    expect(project.install("pre-commit", "install", "--install-hooks")).toMatchObject({ status: 0 });

    const refused = project.commit({ "iam/policy.json": files.mistaken });
    expect(printed(project, refused.stderr)).toBe(page.block("blocked"));
    expect(project.commit({ "iam/policy.json": policy("*:*:*") }).stderr).toContain("(maximum: 0)");
    expect(project.commit({ "iam/policy.json": files.correct })).toMatchObject({ status: 0 });
    expect(project.commit(files.otherFiles)).toMatchObject({ status: 0 });
  });
});

/** A project that is set up as the README says, with this configuration of pre-commit. */
function projectWith(configuration: string): Repository {
  const address = plugin.repository.url.replace(/^git\+|\.git$/gu, "");
  return createRepository({
    "eslint.config.mjs": files.withIgnored(blockOf("README.md", "typescript")),
    [configFile]: configuration.replace(address, () => publishedHook().folder),
  });
}

/** A repository with this checkout's hook, released in the version that the checkout has: what users get from us. */
function publishedHook(): Repository {
  const repository = createRepository({ [hooksFile]: hooks });
  repository.git("tag", `v${plugin.version}`);
  return repository;
}

/** What a blocked commit prints, as it would in the folder that the page shows. */
function printed(project: Repository, text: string): string {
  return text.replaceAll(project.folder, "/home/you/project").replace(/\n+$/u, "\n");
}

function hooksOf(configuration: string): Configuration["repos"][number]["hooks"] {
  return (parse(configuration) as Configuration).repos.flatMap(({ hooks }) => hooks);
}

/** Packs the plugin as it is installed in the project, into the folder beside it. */
function packedPlugin({ folder, run }: Repository): string {
  const beside = dirname(folder);
  const installed = join(folder, "node_modules", plugin.name);
  const packed = run("npm", "pack", installed, "--silent", "--ignore-scripts", "--pack-destination", beside);
  return join(beside, packed.stdout.trim());
}
