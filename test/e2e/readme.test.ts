import { cpSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configurationsOf, exampleFiles } from "./configurations.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const readme = guide("README.md");

const repositoryFile = (path: string) => new URL(`../../${path}`, import.meta.url);

describe("the configuration", () => {
  it.each(configurationsOf("README.md"))("$block, in $file, finds what it should and nothing else", (configuration) => {
    const { block, file, findings } = configuration;
    const project = createProject({ ...exampleFiles, [file]: readme.block(block) });
    const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
    expect(findingsOf(stdout || stderr, project.folder)).toEqual(findings);
  });
});

it("shows what ESLint says of the example project", () => {
  const project = createProject({});
  cpSync(repositoryFile("examples/quickstart"), project.folder, { recursive: true });
  const printed = project.run("eslint", "iam/mistakes", "src/mistakes", "terraform/mistakes").stdout;
  const shown = readme
    .block("demo")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("✖"));
  expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
  expect(shown.length).toBeGreaterThan(6);
});

it("shows what the command answers", () => {
  const { status, stdout, stderr } = createProject({}).shell(readme.block("question"));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.startsWith(readme.block("answer"))).toBe(true);
});

it("says how a file tells its cloud and its scope", () => {
  const policy =
    'export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:create"] }] };\n';
  const project = createProject({
    "eslint.config.mjs": readme.block("typescript"),
    "src/silent.ts": policy,
    "src/told.ts": `${readme.block("comments")}${policy}`,
  });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual([
    'src/told.ts: huaweicloud-iam/require-enterprise-project-support at "ims:images:create"',
  ]);
});

it("tells to install what these tests have installed", () => {
  const [, packages = ""] = /^npm install --save-dev (.*)$/mu.exec(readme.block("install")) ?? [];
  const { devDependencies } = JSON.parse(readFileSync(repositoryFile("test/e2e/package.json"), "utf8")) as {
    devDependencies: object;
  };
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(packages.split(" ")));
});

it("tells to run what CI runs in a fresh clone", () => {
  const commands = readme.block("clone").match(/npm (?:cit|ci|run \w+)/gu);
  expect(commands).toEqual(["npm ci", "npm run demo", "npm cit"]);
  const ci = readFileSync(repositoryFile(".ci/run"), "utf8");
  expect(ci).toContain("\nrun npm cit\n");
  expect(ci).toContain("\nrun npm run demo\n");
});
