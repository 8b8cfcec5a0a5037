import { expect, it } from "vitest";
import { configurationsOf, exampleFiles } from "./configurations.js";
import { findingsOf } from "./findings.js";
import { guide } from "./guide.js";
import { createProject } from "./project.js";

const page = guide("docs/set-up.md");

it.each(configurationsOf("docs/set-up.md"))("$block finds what it should and nothing else", (configuration) => {
  const { block, file, findings } = configuration;
  const project = createProject({ ...exampleFiles, [file]: page.block(block) });
  const { stdout, stderr } = project.run("eslint", ".", "--format", "json");
  expect(findingsOf(stdout || stderr, project.folder)).toEqual(findings);
});
