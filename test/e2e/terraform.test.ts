import { expect, it } from "vitest";
import { configurations, configurationsOf, exampleFiles } from "./configurations.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const page = guide("docs/terraform.md");

it.each(configurationsOf("docs/terraform.md"))("$block finds what it should and nothing else", (configuration) => {
  const { block, file, findings } = configuration;
  const project = createProject({ ...exampleFiles, [file]: page.block(block) });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual(findings);
});

it("lets findings stand where comments say so, also around a heredoc", () => {
  const action = '["ims:images:updaet"]';
  const project = createProject({
    "eslint.config.mjs": page.block("settings"),
    "roles.tf": [
      "locals {",
      '  one = { Version = "1.1", Statement = [{',
      '    Effect = "Allow"',
      "    # eslint-disable-next-line huaweicloud-iam/no-unknown-action -- not documented yet",
      `    Action = ${action}`,
      "  }] }",
      "  # eslint-disable huaweicloud-iam/no-unknown-action",
      "  two = <<-EOT",
      `    { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ${action} }] }`,
      "  EOT",
      "  # eslint-enable",
      `  three = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ${action} }] }`,
      "}",
      "",
    ].join("\n"),
  });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json", "--report-unused-disable-directives");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual([
    'roles.tf: huaweicloud-iam/no-unknown-action at "updaet"',
  ]);
});

const assigned = (action: string) =>
  `locals {\n  policy = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["${action}"] }] }\n}\n`;

it("lets the findings of an old repository stand, and reports what is new", () => {
  const project = createProject({
    "eslint.config.mjs": page.block("settings"),
    "old.tf": assigned("ims:images:updaet"),
  });
  expect(project.run("eslint", ".").status).toBe(1);
  expect(project.run("eslint", ".", "--suppress-all").status).toBe(0);
  expect(project.run("eslint", ".").status).toBe(0);
  project.write({ "new.tf": assigned("ims:images:lst") });
  const { stdout } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout, project.folder)).toEqual(['new.tf: huaweicloud-iam/no-unknown-action at "lst"']);
});

it("has the same findings from a cache, and new ones when the file changes", () => {
  const project = createProject({
    "eslint.config.mjs": page.block("settings"),
    "roles.tf": assigned("ims:images:lst"),
  });
  const lint = () => findingsOf(project.run("eslint", ".", "--cache", "--format", "json").stdout, project.folder);
  const found = ['roles.tf: huaweicloud-iam/no-unknown-action at "lst"'];
  expect(lint()).toEqual(found);
  expect(lint()).toEqual(found);
  project.write({ "roles.tf": assigned("ims:images:get") });
  expect(lint()).toEqual([]);
});

it("takes the rules for JavaScript behind its own, too", () => {
  const config = page.block("javascript").replace(/^ {2}js\.configs\.recommended,\n/mu, "");
  const project = createProject({
    ...exampleFiles,
    "eslint.config.mjs": config.replace(/\]\);\s*$/u, "  js.configs.recommended,\n]);\n"),
  });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual(configurations["terraform-javascript"].findings);
});
