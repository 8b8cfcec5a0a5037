import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleFiles } from "./configurations.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const page = guide("docs/troubleshooting.md");

/** A configuration file with these blocks. */
const configuration = (...blocks: readonly string[]) =>
  `import json from "@eslint/json";
  import markdown from "@eslint/markdown";
  import { defineConfig } from "eslint/config";
  import iam from "eslint-plugin-huaweicloud-iam";
  const plugins = { "huaweicloud-iam": iam };
  export default defineConfig([${blocks.join(", ")}]);`;

/** A project of one policy in each of two kinds of file, with a wrong configuration. */
const projectWith = (...blocks: readonly string[]) =>
  createProject({
    "eslint.config.mjs": configuration(...blocks),
    "iam/policy.json": exampleFiles["iam/policy.json"] ?? "",
    "src/policy.ts": exampleFiles["src/policy.ts"] ?? "",
  });

/** The names of the page's blocks that show a message, each with the configuration that leads to it. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  "json-without-language": ['{ files: ["**/*.json"], plugins, extends: ["huaweicloud-iam/recommended"] }'],
  "typescript-without-parser": ['{ files: ["**/*.ts"], plugins, extends: ["huaweicloud-iam/recommended"] }'],
  "language-for-all": ['{ plugins, extends: ["huaweicloud-iam/recommended-json"] }'],
  "two-copies": [
    '{ files: ["**/*.json"], plugins: { json }, language: "json/json" }',
    '{ files: ["iam/*.json"], plugins: { json: { ...json } } }',
  ],
  "no-plugin": ['{ files: ["iam/**/*.json"], extends: ["huaweicloud-iam/recommended-json"] }'],
  "other-language": [
    '{ files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm" }',
    '{ plugins, extends: ["huaweicloud-iam/recommended"] }',
  ],
  "unknown-setting": [
    '{ files: ["iam/**/*.json"], plugins, extends: ["huaweicloud-iam/recommended-json"] }',
    '{ settings: { "huaweicloud-iam": { clouds: "otc" } } }',
  ],
};

describe("the message", () => {
  it.each(Object.entries(mistakes))("of %s is what ESLint says", (block, blocks) => {
    const project = projectWith(...blocks);
    project.write({ "notes.md": "# Notes\n" });
    const { stdout, stderr } = project.run("eslint", ".");
    expect(`${stdout}${stderr}`.replaceAll(`${project.folder}/`, "")).toContain(page.block(block).trim());
  });

  it("of a comment in strict JSON is what ESLint says", () => {
    const project = projectWith('{ files: ["**/*.json"], plugins, extends: ["huaweicloud-iam/recommended-json"] }');
    project.write({ "iam/policy.json": `// eslint-disable-next-line\n${project.read("iam/policy.json")}` });
    const { stdout } = project.run("eslint", ".");
    expect(stdout.replaceAll(`${project.folder}/`, "")).toContain(page.block("comment-in-json").trim());
  });

  it("of a file that no configuration matches is what ESLint says, and can be left out", () => {
    const project = projectWith(
      '{ files: ["policies/*.json"], plugins, extends: ["huaweicloud-iam/recommended-json"] }',
    );
    const { stdout } = project.run("eslint", "iam/policy.json");
    expect(stdout.replaceAll(`${project.folder}/`, "")).toContain(page.block("no-match").trim());
    expect(project.run("eslint", "--no-warn-ignored", "iam/policy.json").stdout).toBe("");
  });

  it.each(["old-json", "no-define-config"])(
    "of %s, which needs older packages, is tried by the smoke test",
    (block) => {
      expect(page.block(block)).not.toBe("");
      expect(readFileSync(new URL("../../tools/smoke.ts", import.meta.url), "utf8")).toContain(`: "${block}" }`);
    },
  );
});

describe("the cure", () => {
  const inJson = 'iam/policy.json: huaweicloud-iam/no-unknown-action at "updaet"';
  const duplicateKey = 'settings.json: json/no-duplicate-keys at ""region""';

  it.each([
    { block: "json-with-language", findings: [inJson] },
    { block: "one-copy", findings: [inJson, duplicateKey] },
  ])("$block works", ({ block, findings }) => {
    const project = createProject({ ...exampleFiles, "eslint.config.mjs": page.block(block) });
    const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
    expect(findingsOf(stdout || stderr, project.folder)).toEqual(findings);
  });
});

it("tells how to see why nothing is found", () => {
  const command = page.block("print-config");
  const unmatched = projectWith(
    '{ files: ["policies/*.json"], plugins, extends: ["huaweicloud-iam/recommended-json"] }',
  );
  expect(unmatched.shell(command).stdout.trim()).toBe("undefined");
  const matched = projectWith('{ files: ["iam/*.json"], plugins, extends: ["huaweicloud-iam/recommended-json"] }');
  expect(matched.shell(command).stdout).toContain('"huaweicloud-iam/no-unknown-action": [');
});
