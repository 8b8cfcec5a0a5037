import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { createProject, type Project } from "../project.js";
import { startEditor, type Editor } from "./language-server.js";
import type { VscodeSettings } from "./vscode-settings.js";

/** A project that an editor has open. */
export interface OpenedProject {
  readonly project: Project;
  readonly editor: Editor;
}

/** Makes a project and opens it, until the test has finished. */
export async function openProject(
  files: Readonly<Record<string, string>>,
  settings?: VscodeSettings,
): Promise<OpenedProject> {
  const project = createProject({ "package.json": '{ "private": true, "type": "module" }\n', ...files });
  const editor = await startEditor(project.folder, settings);
  onTestFinished(() => editor.stop());
  return { project, editor };
}

/** The files of `examples/editor`, by path. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ["eslint.config.js", "iam/image-builder.json", "src/roles.ts"].map((path) => [
    path,
    readFileSync(new URL(`../../../examples/editor/${path}`, import.meta.url), "utf8"),
  ]),
);
