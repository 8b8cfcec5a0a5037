import type { ESLint } from "eslint";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { annotationsOf } from "./annotations.js";
import { installedVersions, readExample } from "./example.js";
import { findingsOf, markedText } from "./findings.js";
import { guide } from "./guide.js";
import { policy } from "./policies.js";
import { createProject, type Project } from "./project.js";
import { readSarif, type Run } from "./sarif.js";
import { readWorkflow, runCommands, stepsOf } from "./workflow.js";

const page = guide("docs/github.md");
const example = readExample("github");
const checkFile = example.files[".github/workflows/iam-policies.yml"] ?? "";
const scanningFile = example.files[".github/workflows/iam-code-scanning.yml"] ?? "";
const check = await readWorkflow(checkFile);
const scanning = await readWorkflow(scanningFile);

/** Files with a finding of nearly every rule, in JSON and TypeScript. */
const manyMistakes = readExample("quickstart").files;

const publisher = "iam/image-publisher.json";
const updaet =
  '"ims:images:updaet" is not an action of IMS on Open Telekom Cloud, Swiss OTC or Huawei Cloud. Did you mean "ims:images:update"?';

const edit = (project: Project) => project.write({ [publisher]: project.read(publisher).replace("updaet", "update") });

describe("the page", () => {
  it("shows the files of the example", () => {
    expect(page.block("check")).toBe(checkFile);
    expect(page.block("scanning")).toBe(scanningFile);
  });

  it("installs what the example has", () => {
    expect(page.block("install")).toBe("npm install --save-dev @microsoft/eslint-formatter-sarif\n");
    expect(example.packages).toEqual(["@microsoft/eslint-formatter-sarif", "eslint", "eslint-plugin-huaweicloud-iam"]);
  });
});

describe("workflow files", () => {
  it("may do no more than they need", () => {
    expect(check.permissions).toEqual({ contents: "read" });
    expect(check.jobs["eslint"]?.permissions).toBeUndefined();
    expect(scanning.permissions).toEqual({ contents: "read" });
    expect(scanning.jobs["eslint"]?.permissions).toEqual({
      actions: "read",
      contents: "read",
      "security-events": "write",
    });
  });

  it.each([
    ["iam-policies.yml", check],
    ["iam-code-scanning.yml", scanning],
  ])("%s runs for pull requests and on the default branch, and leaves no token behind", (_, workflow) => {
    expect(workflow.on).toEqual({ pull_request: null, push: { branches: ["main"] } });
    const [checkout] = stepsOf(workflow);
    expect(checkout?.uses).toMatch(/^actions\/checkout@/);
    expect(checkout?.with).toEqual({ "persist-credentials": false });
  });

  it.each([
    ["a key", "steps:", "step:", /Unexpected value 'step'/],
    ["a permission", "security-events: write", "security-event: write", /Unexpected value 'security-event'/],
    ["an expression", "run: npm ci", "run: echo ${{ nothing( }}", /Unexpected end of expression/],
  ])("would be refused with a mistake in %s", async (_, text, mistake, message) => {
    await expect(readWorkflow(scanningFile.replace(text, mistake))).rejects.toThrow(message);
  });
});

describe("annotations", () => {
  it("are made of errors and warnings; errors fail the check", () => {
    const project = createProject(example.files);
    project.write({ "iam/everything.json": policy("*:*:*") });
    const [failed] = runCommands(check, project);
    expect(failed?.status).toBe(1);
    const warning =
      'iam/everything.json:7:10 warning huaweicloud-iam/no-broad-grant: "*:*:*" grants every action of every service. Name the services you need';
    expect(annotationsOf(failed?.stdout ?? "", project.folder)).toEqual([
      warning,
      `${publisher}:6:49 error huaweicloud-iam/no-unknown-action: ${updaet}`,
    ]);

    edit(project);
    const [passed] = runCommands(check, project);
    expect(passed?.status).toBe(0);
    expect(annotationsOf(passed?.stdout ?? "", project.folder)).toEqual([warning]);
  });

  it("are made of every finding of the quickstart", () => {
    const project = createProject(manyMistakes);
    const results = JSON.parse(project.run("eslint", ".", "--format", "json").stdout) as ESLint.LintResult[];
    const expected = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, severity, ruleId, message }) => {
        const path = filePath.slice(project.folder.length + 1);
        return `${path}:${line}:${column} ${severity === 2 ? "error" : "warning"} ${ruleId}: ${message.replace(/\.$/, "")}`;
      }),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.some((finding) => finding.startsWith("terraform/mistakes/"))).toBe(true);
    const [{ stdout } = { stdout: "" }] = runCommands(check, project);
    expect(annotationsOf(stdout, project.folder)).toEqual(expected);
  });

  it("are not made of text that is no JSON; the check fails all the same", () => {
    const project = createProject(example.files);
    project.write({ [publisher]: '{ "Version": "1.1", }\n' });
    const [failed] = runCommands(check, project);
    expect(failed?.status).toBe(1);
    expect(failed?.stdout).toContain("1:21  error  Parsing error: Unexpected token RBrace found");
    expect(annotationsOf(failed?.stdout ?? "", project.folder)).toEqual([]);
  });
});

describe("code scanning", () => {
  const upload = stepsOf(scanning).find(({ uses }) => uses?.startsWith("github/codeql-action/upload-sarif@"));
  const sarifFile = String(upload?.with?.["sarif_file"]);
  const uploaded = (project: Project): Run => readSarif(project.read(sarifFile)).runs[0];

  it("uploads the findings, then fails", () => {
    const project = createProject(example.files);
    const [written, failed] = runCommands(scanning, project);
    expect(written).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(failed?.status).toBe(1);
    expect(annotationsOf(failed?.stdout ?? "", project.folder)).toHaveLength(1);
    const { results, tool } = uploaded(project);
    expect(results).toEqual([
      {
        level: "error",
        ruleId: "huaweicloud-iam/no-unknown-action",
        ruleIndex: 0,
        message: { text: updaet },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { index: 1, uri: pathToFileURL(`${project.folder}/${publisher}`).href },
              region: { startLine: 6, startColumn: 49, endLine: 6, endColumn: 55 },
            },
          },
        ],
      },
    ]);
    // The formatter brings a copy of ESLint 8 along, which has no part in this.
    expect(tool.driver.version).toBe(installedVersions()["eslint"]);
  });

  it("passes where there is nothing to report", () => {
    const project = createProject(example.files);
    edit(project);
    expect(runCommands(scanning, project).map(({ status }) => status)).toEqual([0, 0]);
    expect(uploaded(project).results).toEqual([]);
  });

  it("stops before the upload where ESLint itself fails", () => {
    const project = createProject(example.files);
    project.write({ "eslint.config.mjs": "export default [{ no: 1 }];\n" });
    const [written, ...others] = runCommands(scanning, project);
    expect(written?.status).toBe(1);
    expect(written?.stderr).toContain('Unexpected key "no" found');
    expect(others).toEqual([]);
    expect(existsSync(`${project.folder}/${sarifFile}`)).toBe(false);
  });

  it("has every finding of the quickstart with its text, its severity, its rule and the rule's page", () => {
    const project = createProject(manyMistakes);
    const json = project.run("eslint", ".", "--format", "json").stdout;
    runCommands(scanning, project);
    const { artifacts, results, tool } = uploaded(project);

    const checkout = pathToFileURL(`${project.folder}/`).href;
    expect(artifacts.filter(({ location }) => !location.uri.startsWith(checkout))).toEqual([]);
    const found = results.map(({ ruleId, locations: [{ physicalLocation }] }) => {
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      const path = fileURLToPath(physicalLocation.artifactLocation.uri).slice(project.folder.length + 1);
      const marks = { line: startLine, column: startColumn, endLine, endColumn };
      return `${path}: ${ruleId} at "${markedText(project.read(path), marks)}"`;
    });
    expect(found).toEqual(findingsOf(json, project.folder));
    const severities = (JSON.parse(json) as ESLint.LintResult[]).flatMap(({ messages }) =>
      messages.map(({ severity }) => (severity === 2 ? "error" : "warning")),
    );
    expect(results.map(({ level }) => level)).toEqual(severities);
    expect(new Set(severities).size).toBe(2);

    const { rules } = tool.driver;
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules.map(({ id }) => id)));
    for (const { id, helpUri, shortDescription } of rules) {
      const name = id.replace("huaweicloud-iam/", "");
      expect(shortDescription?.text).toMatch(/^(?:Disallow|Require) .{20,150}$/);
      expect(helpUri).toMatch(new RegExp(`^https://github\\.com/.*/docs/rules/${name}\\.md$`));
      expect(existsSync(new URL(`../../docs/rules/${name}.md`, import.meta.url))).toBe(true);
    }
  });

  it("opens no alert for what is suppressed", async () => {
    const project = createProject(example.files);
    expect(project.shell("npx eslint . --suppress-all").status).toBe(0);
    expect(runCommands(scanning, project).map(({ status }) => status)).toEqual([0, 0]);
    expect(uploaded(project).results).toEqual([]);

    runCommands(await readWorkflow(scanningFile.replace("SARIF_ESLINT_IGNORE_SUPPRESSED", "OTHER")), project);
    expect(uploaded(project).results).toMatchObject([{ suppressions: [{ kind: "external" }] }]);
  });

  it("has no alert for text that is no JSON; the last step fails all the same", () => {
    const project = createProject(example.files);
    project.write({ [publisher]: '{ "Version": "1.1", }\n' });
    expect(runCommands(scanning, project).map(({ status }) => status)).toEqual([0, 1]);
    expect(uploaded(project)).toMatchObject({
      results: [],
      invocations: [
        {
          executionSuccessful: false,
          toolConfigurationNotifications: [{ message: { text: "Parsing error: Unexpected token RBrace found." } }],
        },
      ],
    });
  });

  it("would be refused with a file that is no SARIF", () => {
    const sarif = (level: string) =>
      JSON.stringify({
        version: "2.1.0",
        runs: [{ tool: { driver: { name: "ESLint" } }, results: [{ message: { text: updaet }, level }] }],
      });
    expect(() => readSarif(sarif("error"))).not.toThrow();
    expect(() => readSarif(sarif("fatal"))).toThrow(
      "data/runs/0/results/0/level must be equal to one of the allowed values",
    );
  });
});
