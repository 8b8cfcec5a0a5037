import { expect, it } from "vitest";
import { configurationsOf, exampleFiles } from "./configurations.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const page = guide("docs/yaml.md");

it.each(configurationsOf("docs/yaml.md"))("$block finds what it should and nothing else", (configuration) => {
  const { block, file, findings } = configuration;
  const project = createProject({ ...exampleFiles, [file]: page.block(block) });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual(findings);
});

const policyWith = (...actions: readonly string[]) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n${actions.map((action) => `      - ${action}\n`).join("")}`;

it("lets findings stand where comments say so, also around a text", () => {
  const text = '  { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:updaet"] }] }';
  const project = createProject({
    "eslint.config.mjs": page.block("settings"),
    "iam/roles.yaml": [
      policyWith("ims:images:updaet # eslint-disable-line huaweicloud-iam/no-unknown-action -- not documented yet"),
      "---",
      "# eslint-disable huaweicloud-iam/no-unknown-action",
      "two: |",
      text,
      "# eslint-enable",
      "three: |",
      text,
      "",
    ].join("\n"),
  });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json", "--report-unused-disable-directives");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual([
    'iam/roles.yaml: huaweicloud-iam/no-unknown-action at "updaet"',
  ]);
});

it("repairs, records findings, and remembers them in the cache", () => {
  const project = createProject({
    "eslint.config.mjs": page.block("settings"),
    "iam/roles.yaml": policyWith("ims:images:get", "ims:images:get", "ims:images:updaet").replace('"1.1"', "1.1"),
  });
  expect(project.run("eslint", ".", "--fix").status).toBe(1);
  expect(project.read("iam/roles.yaml")).toBe(policyWith("ims:images:get", "ims:images:updaet"));
  const cached = () => project.run("eslint", ".", "--cache", "--format", "json").stdout;
  const first = cached();
  expect(findingsOf(first, project.folder)).toEqual(['iam/roles.yaml: huaweicloud-iam/no-unknown-action at "updaet"']);
  expect(cached()).toBe(first);
  expect(project.run("eslint", ".", "--suppress-all").status).toBe(0);
  expect(project.run("eslint", ".")).toMatchObject({ status: 0, stdout: "" });
});
