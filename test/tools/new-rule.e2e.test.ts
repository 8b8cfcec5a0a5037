import { ESLint } from "eslint";
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { newRuleProject } from "./new-rule-project.js";

const root = join(import.meta.dirname, "..", "..");

const project = newRuleProject();

describe("in a copy of the project", () => {
  it("generates a rule that passes lint and type check, with a page and a test of its finding", async () => {
    copyProject();
    expect(await project.newRule("no-stale-grant", "effect")).toBe(0);
    const [page, test] = ["docs/rules/no-stale-grant.md", "test/rules/no-stale-grant.test.ts"];
    const files = ["rules/no-stale-grant.ts", "src/checks/effect/stale-grant-problems.ts", test, page];
    expect(project.printed.filter((line) => line.startsWith("Wrote"))).toEqual(
      [...files, "rules/index.ts", "CHANGELOG.md"].map((path) => `Wrote ${path}.`),
    );

    expect(await typeAndLintProblems(files.filter((path) => path.endsWith(".ts")))).toEqual([]);
    run("prettier", "--check", ...files, "rules/index.ts", "CHANGELOG.md");

    // The generated page is complete: eslint-doc-generator only adds the row of the README.
    const written = project.read(page);
    run(
      "esbuild",
      "src/index.ts",
      "--bundle",
      "--format=esm",
      "--platform=node",
      "--packages=external",
      "--outdir=dist/src",
    );
    run("eslint-doc-generator");
    expect(project.read(page)).toBe(written);
    expect(project.read("README.md")).toContain("](docs/rules/no-stale-grant.md)");

    expect(await project.newRule("no-other-grant", "effect")).toBe(0);
    const other = "src/checks/effect/other-grant-problems.ts";
    writeFileSync(join(project.folder, other), project.read(other).replace('"ims:images:get"', '"ims:images:put"'));
    const tests = resultsOf("no-(?:other|stale)-grant", test, test.replace("stale", "other"), "test/docs.test.ts");
    expect(tests.get("test/rules/no-stale-grant.test.ts")).toEqual(new Set(["passed"]));
    expect(tests.get("the page of no-stale-grant")).toEqual(new Set(["passed"]));
    expect(tests.get("test/rules/no-other-grant.test.ts")).toContain("failed");
    expect(tests.get("the page of no-other-grant")).toContain("failed");
  }, 300_000);

  /** Copies the project, with links to the catalogue and the installed packages. */
  function copyProject(): void {
    const copied = readdirSync(root).filter((name) => !["catalog", "coverage", "dist", "node_modules"].includes(name));
    for (const name of copied.filter((name) => !name.startsWith(".git"))) {
      cpSync(join(root, name), join(project.folder, name), {
        recursive: true,
        filter: (path) => !path.endsWith("node_modules"),
      });
    }
    for (const name of ["catalog", "node_modules"]) {
      symlinkSync(join(root, name), join(project.folder, name), "junction");
    }
  }
});

/**
 * What `npm run typecheck` and `npm run lint` say of some of the copy's files. Both ask one program, which knows no other
 * files than those and what they import: the two commands take three times as long. The configuration of ESLint is the
 * original, as a process can load but one that uses typescript-eslint.
 */
async function typeAndLintProblems(paths: readonly string[]): Promise<string[]> {
  const files = paths.map((path) => join(project.folder, path));
  const { config } = ts.readConfigFile(join(project.folder, "tsconfig.json"), ts.sys.readFile) as { config: unknown };
  const program = ts.createProgram(files, ts.parseJsonConfigFileContent(config, ts.sys, project.folder).options);
  const diagnostics = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  const eslint = new ESLint({
    cwd: project.folder,
    overrideConfigFile: join(root, "eslint.config.js"),
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
      settings: { "boundaries/root-path": project.folder },
    },
  });
  const results = await eslint.lintFiles([...files]);
  expect(results.map(({ filePath }) => filePath).sort()).toEqual(files.toSorted());
  return [
    ...diagnostics.map(
      ({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    ),
    ...results.flatMap(({ filePath, messages }) => messages.map(({ message }) => `${filePath}: ${message}`)),
  ];
}

/** Runs a program of the project and returns its output. */
function run(program: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = start(program, args);
  expect({ program, status, output: status === 0 ? "" : stdout + stderr }).toEqual({ program, status: 0, output: "" });
  return stdout;
}

/** What became of the tests with a name, for each file or page that they are about. */
function resultsOf(name: string, ...paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const { stdout } = start("vitest", ["run", "--reporter=json", "-t", name, ...paths]);
  const { testResults } = JSON.parse(stdout) as {
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  const results = new Map<string, Set<string>>();
  for (const { name: file, assertionResults } of testResults) {
    for (const { fullName, status } of assertionResults.filter((result) => result.status !== "skipped")) {
      const subject = /^the page of [\w-]+/u.exec(fullName)?.[0] ?? relative(realpathSync(project.folder), file);
      results.set(subject, (results.get(subject) ?? new Set()).add(status));
    }
  }
  return results;
}

function start(program: string, args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: "1" };
  return spawnSync(join(project.folder, "node_modules", ".bin", program), args, {
    cwd: project.folder,
    env,
    encoding: "utf8",
  });
}
