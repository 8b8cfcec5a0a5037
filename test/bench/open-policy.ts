import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEditor, type Editor } from "../e2e/editor/language-server.js";
import { longPolicy } from "./long-policy.js";

const programs = join(import.meta.dirname, "../e2e/node_modules");

export const hasLanguageServer = existsSync(programs);

/** The file that {@link openPolicy} opens. */
export const policyName = "policy.json";

/** Opens a policy of 200 lines in an editor, in a project of its own. */
export async function openPolicy(project: string, config: string, program?: string): Promise<Editor> {
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(join(programs, "eslint"), join(project, "node_modules/eslint"));
  const configFile = join(import.meta.dirname, "configs", `${config}.js`);
  writeFileSync(join(project, "eslint.config.mjs"), `export { default } from ${JSON.stringify(configFile)};\n`);
  writeFileSync(join(project, policyName), longPolicy(""));
  const editor = await startEditor(project, {}, program);
  await editor.open(policyName);
  return editor;
}
