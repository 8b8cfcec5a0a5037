import type { CodeAction, Diagnostic } from "vscode-languageserver-protocol/node";
import type { Editor } from "./language-server.js";

/** What a menu offers to change the policy with: neither a comment that hides the finding, nor the documentation. */
export async function repairsOf(editor: Editor, path: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const actions = await editor.codeActions(path, diagnostic);
  return actions.filter(({ title }) => !/^(?:Disable|Show documentation|Fix all) /u.test(title));
}

/** @throws where no action, or more than one, begins so */
export function actionNamed(beginning: string, actions: readonly CodeAction[]): CodeAction {
  const [action, ...others] = actions.filter(({ title }) => title.startsWith(beginning));
  if (!action || others.length > 0) {
    throw new Error(`Not one "${beginning}" among: ${actions.map(({ title }) => title).join(", ")}`);
  }
  return action;
}

/** What one change of a text has made of its lines: the old ones after `-`, then the new ones after `+`. */
export function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) {
    start++;
  }
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) {
    end++;
  }
  const changed = (lines: readonly string[], mark: string) =>
    lines.slice(start, lines.length - end).map((line) => `${mark}${line}`);
  return [...changed(old, "-"), ...changed(now, "+")];
}
