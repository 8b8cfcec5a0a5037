import { describe, expect, it } from "vitest";
import { isReport, reportOf } from "./code-quality.js";
import { readExample } from "./example.js";
import { markedText } from "./findings.js";
import { guide } from "./guide.js";
import { createClone, runPipeline, type PipelineEvent } from "./pipeline.js";
import { blockOf } from "./page.js";
import { policy } from "./policies.js";
import type { Project } from "./project.js";

const page = guide("docs/gitlab.md");
const example = readExample("gitlab");
const job = example.files[".gitlab-ci.yml"] ?? "";

const publisher = "iam/image-publisher.json";
const updaet =
  '"ims:images:updaet" is not an action of IMS on Open Telekom Cloud, Swiss OTC or Huawei Cloud. Did you mean "ims:images:update"?';

const mergeRequest: PipelineEvent = { CI_PIPELINE_SOURCE: "merge_request_event", CI_COMMIT_BRANCH: "" };
const pushToDefaultBranch: PipelineEvent = { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "main" };
const pushToOtherBranch: PipelineEvent = { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "topic" };

describe("the page", () => {
  it("shows the job of the example", () => {
    expect(page.block("job")).toBe(job);
  });

  it("installs what the example has", () => {
    expect(page.block("install")).toBe("npm install --save-dev eslint-formatter-gitlab\n");
    expect(example.packages).toEqual(["eslint", "eslint-formatter-gitlab", "eslint-plugin-huaweicloud-iam"]);
  });
});

describe("the job", () => {
  it("installs from the lock file, reports each finding and fails", () => {
    const project = repository();
    const { status, stdout } = runPipeline(project, mergeRequest);
    expect(status).toBe(1);
    expect(project.read("npm.log")).toBe("ci --cache .npm --prefer-offline\n");
    const commit = project.shell("git rev-parse --short=8 HEAD").stdout.trim();
    const link = `https://gitlab.example.com/team/policies/-/blob/${commit}/${publisher}#L6`;
    expect(stdout).toContain(`> error  huaweicloud-iam/no-unknown-action  ${updaet}  ${link}\n`);
    expect(reportOf(project)).toMatchObject([
      {
        check_name: "huaweicloud-iam/no-unknown-action",
        description: updaet,
        severity: "major",
        location: { path: publisher, positions: { begin: { line: 6, column: 49 }, end: { line: 6, column: 55 } } },
      },
    ]);
  });

  it("passes where there are only warnings, and reports them", () => {
    const project = repository({ [publisher]: policy("*:*:*") });
    expect(runPipeline(project, mergeRequest).status).toBe(0);
    expect(reportOf(project)).toMatchObject([{ check_name: "huaweicloud-iam/no-broad-grant", severity: "minor" }]);

    const strict = repository({
      [publisher]: policy("*:*:*"),
      ".gitlab-ci.yml": job.replace("--format", "--max-warnings 0 --format"),
    });
    expect(runPipeline(strict, mergeRequest).status).toBe(1);
  });

  it("passes where there is nothing to report, and reports that", () => {
    const project = repository({ [publisher]: policy("ims:images:update") });
    expect(runPipeline(project, mergeRequest).status).toBe(0);
    expect(reportOf(project)).toEqual([]);
  });

  it("reports what is wrong in Terraform's files", () => {
    const role = `locals {\n  policy = ${policy("ims:images:updaet").trimEnd()}\n}\n`;
    const project = repository({ "eslint.config.mjs": blockOf("README.md", "terraform"), "roles.tf": role });
    expect(runPipeline(project, mergeRequest).status).toBe(1);
    const [begin, end] = [
      { line: 8, column: 21 },
      { line: 8, column: 27 },
    ];
    expect(reportOf(project)).toMatchObject([
      { description: updaet, location: { path: "roles.tf", positions: { begin, end } } },
    ]);
  });

  it("fails for text that is no JSON, and reports that", () => {
    const project = repository({ [publisher]: '{ "Version": "1.1", }\n' });
    expect(runPipeline(project, mergeRequest).status).toBe(1);
    expect(reportOf(project)).toMatchObject([
      { description: "Parsing error: Unexpected token RBrace found.", severity: "critical" },
    ]);
  });

  it("leaves out what is suppressed", () => {
    const project = repository();
    expect(project.shell("npx eslint . --suppress-all").status).toBe(0);
    expect(runPipeline(project, mergeRequest).status).toBe(0);
    expect(reportOf(project)).toEqual([]);
  });

  it("runs for merge requests and on the branch that they are compared with", () => {
    const ran = (event: PipelineEvent) => runPipeline(repository(), event).stdout.includes("iam-policies starting");
    expect([mergeRequest, pushToDefaultBranch, pushToOtherBranch].map(ran)).toEqual([true, true, false]);
  });

  it.each([
    ["included", { ".gitlab-ci.yml": "include: ci/iam.yml\n", "ci/iam.yml": job }, "ci/iam.yml"],
    [
      "extended",
      { ".gitlab-ci.yml": `iam-policies:\n  extends: .lint\n\n${job.replace("iam-policies", ".lint")}` },
      ".gitlab-ci.yml",
    ],
  ])("needs the name of the report as a variable where it is %s", (_, files: Files, path) => {
    const { status, stderr } = runPipeline(repository(files), mergeRequest);
    expect(status).toBe(1);
    expect(stderr).toContain("Expected iam-policies.artifacts.reports.codequality to be one exact path");

    const variables = page.block("variables").trimEnd().replace(/^/gm, "  ");
    const project = repository({ ...files, [path]: `${files[path]}${variables}\n` });
    runPipeline(project, mergeRequest);
    expect(reportOf(project)).toHaveLength(1);
  });

  it("would be refused with a mistake in a key", () => {
    const project = repository({ ".gitlab-ci.yml": job.replace("codequality:", "codequalty:") });
    const { status, stderr } = runPipeline(project, mergeRequest);
    expect(status).toBe(1);
    expect(stderr).toContain("'codequalty' property is not expected to be here at iam-policies.artifacts.reports");
  });
});

describe("the report", () => {
  it("has for every finding of the quickstart what GitLab asks for", () => {
    const project = repository({
      ...readExample("quickstart").files,
      "eslint.config.mjs": "export { default } from './eslint.config.js';",
    });
    expect(runPipeline(project, mergeRequest).status).toBe(1);
    const report = reportOf(project);
    expect(report.length).toBeGreaterThan(20);
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length);
  });

  it("tells two like findings of a file apart", () => {
    const twice = policy("ims:images:updaet").replace(/\{\s+"Effect".*?\}/s, "$&, $&");
    const project = repository({ [publisher]: twice });
    runPipeline(project, mergeRequest);
    const alike = reportOf(project).filter(({ description }) => description === updaet);
    const marked = alike.map(({ location: { positions } }) =>
      markedText(twice, { ...positions.begin, endLine: positions.end.line, endColumn: positions.end.column }),
    );
    expect(marked).toEqual(["updaet", "updaet"]);
    expect(new Set(alike.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("keeps a fingerprint when lines move, and has another for another mistake", () => {
    const fingerprints = (text: string) => {
      const project = repository({ [publisher]: text });
      runPipeline(project, mergeRequest);
      return fingerprintsOf(project);
    };
    const before = fingerprints(policy("ims:images:updaet"));
    expect(before).toHaveLength(1);
    expect(fingerprints(`\n\n${policy("ims:images:list", "ims:images:updaet")}`)).toEqual(before);
    expect(fingerprints(policy("ims:images:lst"))).not.toEqual(before);
  });

  it.each([
    ["a fingerprint", { fingerprint: undefined }, "must have required property 'fingerprint'"],
    ["a known severity", { severity: "error" }, "must be equal to one of the allowed values"],
    ["a path in the repository", { location: { path: "/iam/a.json" } }, 'must match pattern "^[^/]"'],
  ])("would be refused without %s", (_, change, message) => {
    const location = { path: publisher, positions: { begin: { line: 6 } } };
    const issue = { description: updaet, check_name: "a-rule", fingerprint: "1", severity: "major", location };
    expect(isReport([issue])).toBe(true);
    expect(isReport([JSON.parse(JSON.stringify({ ...issue, ...change }))])).toBe(false);
    expect(isReport.errors?.map((error) => error.message)).toContain(message);
  });
});

type Files = Readonly<Record<string, string>>;

/** The example as a repository, with other files in it. */
function repository(changes: Files = {}): Project {
  return createClone({ ...example.files, ...changes });
}

function fingerprintsOf(project: Project): readonly string[] {
  return reportOf(project).map(({ fingerprint }) => fingerprint);
}
