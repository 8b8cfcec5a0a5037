import { cpSync, realpathSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clouds, type ServiceFile } from "../../src/catalog/format.js";
import { readIndex, readServiceFiles } from "../../tools/import-catalog/read-catalogue.js";
import { renderCatalogue, writeCatalogue } from "../../tools/import-catalog/write.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import { createProject, type Project } from "./project.js";

const largeRepositories = guide("docs/large-repositories.md");

const config = { "eslint.config.mjs": blockOf("README.md", "typescript") };

const policy = (...actions: readonly string[]) =>
  JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] }, undefined, 2);

describe("with a cache", () => {
  it("files are linted again when the plugin has new tables", () => {
    const project = createProject({ ...config, "iam/uploader.json": policy("ims:images:update") });
    const catalogue = join(copyPlugin(project), "catalog");
    const lintCached = () => project.shell(largeRepositories.block("cache"));
    expect(lintCached()).toMatchObject({ status: 0, stdout: "" });

    // Without their checksum, nobody knows that the tables are new: what the cache has, counts. A run that reads them refuses them.
    const { tables, identity } = withRenamedAction(catalogue, "ims:images:update", "ims:images:updates");
    writeCatalogue(catalogue, tables);
    expect(lintCached()).toMatchObject({ status: 0, stdout: "" });
    const refused = project.run("eslint", ".");
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(
      'The file "catalog/index.json" of eslint-plugin-huaweicloud-iam is missing or damaged',
    );

    writeCatalogue(catalogue, new Map([...tables, ...identity]));
    const outcome = lintCached();
    expect(outcome.status).toBe(1);
    expect(outcome.stdout).toContain('Did you mean "ims:images:updates"?');
  });

  it("a change in an imported file does not show, until the cache is gone", () => {
    const using =
      'import { actions } from "./actions.js";\nuse({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n';
    const exporting = (name: string) => `export const actions = ["ims:images:${name}"];\n`;
    const project = createProject({ ...config, "src/role.ts": using, "src/actions.ts": exporting("list") });
    const cached = `${largeRepositories.block("cache").trimEnd()} --cache-strategy content`;
    expect(project.shell(cached).status).toBe(0);

    project.write({ "src/actions.ts": exporting("lst") });
    expect(project.shell(cached), "if ESLint learns to see this, the page must say so").toMatchObject({
      status: 0,
      stdout: "",
    });
    const anew = project.shell(largeRepositories.block("without-cache"));
    expect(anew.status).toBe(1);
    expect(anew.stdout).toContain('"ims:images:lst" (in actions.ts) is not an action of IMS');
  });

  it.each([
    ["content", largeRepositories.block("content"), []],
    ["times", largeRepositories.block("cache"), ["iam/images.json"]],
  ])("that goes by %s, a new checkout is linted as far as that has changed", (_, command, expected) => {
    const project = createProject({ ...config, "iam/images.json": policy("ims:images:lst") });
    const path = join(project.folder, "iam/images.json");
    expect(lintedBy(command, project)).toContain(path);
    utimesSync(path, new Date(0), new Date(0));
    expect(lintedBy(command, project)).toEqual(expected.map((name) => join(project.folder, name)));
    project.write({ "iam/images.json": policy("ims:images:get") });
    expect(lintedBy(command, project)).toEqual([path]);
  });
});

describe("in threads", () => {
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  /** Findings with a fix, with a suggestion, and of a constant of another file. */
  const files = {
    ...config,
    "src/actions.ts": 'export const writes = ["ims:images:updaet", "ims:images:update"];\n',
    ...Object.fromEntries(
      numbers.flatMap((number) => [
        [`iam/${number}.json`, policy("ims:images:*", "ims:images:lst", "ims:images:list")],
        [
          `src/${number}.ts`,
          `import { writes } from "./actions.js";\nuse(${number}, { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ecs:servers:createImage", ...writes] }] });\n`,
        ],
      ]),
    ),
  };
  const concurrency = largeRepositories.block("concurrency").trim();

  it("the findings are the same, in the same order, and nothing else is said", () => {
    const project = createProject(files);
    // How long the threads take is ESLint's matter: it warns where one would have been faster.
    const quiet = "export NODE_OPTIONS=--disable-warning=ESLintPoorConcurrencyWarning\n";
    const threaded = project.shell(`${quiet}${concurrency} --format json`);
    expect(threaded).toEqual(project.shell("npx eslint . --format json"));
    expect(threaded).toMatchObject({ status: 1, stderr: "" });

    const findings = findingsOf(threaded.stdout, project.folder);
    expect(findings.filter((finding) => finding.startsWith("iam/7.json"))).toEqual([
      'iam/7.json: huaweicloud-iam/no-redundant-action at "ims:images:lst"',
      'iam/7.json: huaweicloud-iam/no-unknown-action at "lst"',
      'iam/7.json: huaweicloud-iam/no-redundant-action at "ims:images:list"',
    ]);
    expect(findings.filter((finding) => finding.startsWith("src/7.ts"))).toEqual([
      'src/7.ts: huaweicloud-iam/require-action-dependencies at "ecs:servers:createImage"',
      'src/7.ts: huaweicloud-iam/no-unknown-action at "writes"',
    ]);
    expect(findings).toHaveLength(5 * numbers.length);
  });

  it("--fix writes the same files", () => {
    const [threaded, single] = [createProject(files), createProject(files)];
    expect(threaded.shell(`${concurrency} --fix`).stdout).toContain("problems");
    single.shell("npx eslint . --fix");
    const paths = Object.keys(files);
    expect(paths.map(threaded.read)).toEqual(paths.map(single.read));
    expect(threaded.read("iam/7.json")).toBe(policy("ims:images:*"));
  });

  it("the cache is used", () => {
    const project = createProject(files);
    const command = `${concurrency} --cache`;
    const paths = Object.keys(files).map((path) => join(project.folder, path));
    expect(lintedBy(command, project)).toEqual(expect.arrayContaining(paths));
    expect(lintedBy(command, project)).toEqual([]);
    project.write({ "iam/7.json": policy("ims:images:get") });
    expect(lintedBy(command, project)).toEqual([join(project.folder, "iam/7.json")]);
  });

  it("there are threads at all", () => {
    expect(createProject(files).shell(`export DEBUG=eslint:eslint\n${concurrency}`).stderr).toContain(
      "Linting using 2 worker thread(s)",
    );
  });
});

/** Puts a copy of the plugin in the place of the link to it, so that it can be changed; gives its folder. */
function copyPlugin({ folder }: Project): string {
  const plugin = join(folder, "node_modules", "eslint-plugin-huaweicloud-iam");
  const installed = realpathSync(plugin);
  rmSync(plugin);
  cpSync(installed, plugin, { recursive: true });
  return plugin;
}

/** A catalogue as the importer writes it, in which an action has another name; what tells of it apart from its tables. */
function withRenamedAction(folder: string, from: string, to: string) {
  const { services = {} } = readIndex(folder) ?? {};
  const files = readServiceFiles(folder).flatMap((file) => {
    const entry = services[file.cloud]?.[file.service];
    const renamed = JSON.parse(JSON.stringify(file).replaceAll(`"${from}"`, `"${to}"`)) as ServiceFile;
    return entry ? [{ entry, file: renamed }] : [];
  });
  const built = clouds.map((cloud) => ({ cloud, services: files.filter(({ file }) => file.cloud === cloud) }));
  const written = [...renderCatalogue(built)];
  return {
    tables: new Map(written.filter(([path]) => path !== "identity.json")),
    identity: new Map(written.filter(([path]) => path === "identity.json")),
  };
}

/** The files that a run has linted anew, as ESLint's account of its cache has it. */
function lintedBy(command: string, project: Project): string[] {
  const { stderr } = project.shell(`export DEBUG=eslint:lint-result-cache\n${command} || true`);
  expect(stderr).toContain("Persisting cached results");
  return [...stderr.matchAll(/Cache entry not found or no longer valid: (?<path>.+)$/gmu)].map(([, path = ""]) => path);
}
