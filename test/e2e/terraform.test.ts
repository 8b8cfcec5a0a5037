import { expect, it } from "vitest";
import { configurationsOf, exampleFiles } from "./configurations.js";
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
