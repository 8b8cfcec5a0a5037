import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Editor } from "./language-server.js";

/** A finding as an editor shows it. */
export interface Finding {
  readonly severity: "error" | "warning";
  /** Of this plugin by its name alone; absent where the text cannot be parsed. */
  readonly rule: string | undefined;
  /** The line by its number, with marks around what is underlined: `8: "ecs:servers:[[lst]]",`. */
  readonly at: string;
  readonly message: string;
}

export async function findingsIn(editor: Editor, path: string): Promise<Finding[]> {
  const diagnostics = await editor.diagnostics(path);
  return diagnostics.map((diagnostic) => findingOf(diagnostic, editor.text(path)));
}

/** Findings without their messages, which name lines and counts that change with the text: `no-unknown-action at lst`. */
export async function marksIn(editor: Editor, path: string): Promise<string[]> {
  const findings = await findingsIn(editor, path);
  return findings.map(({ rule = "no syntax", at }) => `${rule} at ${/\[\[([^]*)\]\]/u.exec(at)?.[1] ?? ""}`);
}

function findingOf({ severity, code, range, message }: Diagnostic, text: string): Finding {
  return {
    severity: severity === DiagnosticSeverity.Warning ? "warning" : "error",
    rule: code?.toString().replace("huaweicloud-iam/", ""),
    at: markedLine(text, range),
    message: typeof message === "string" ? message : message.value,
  };
}

function markedLine(text: string, { start, end }: Diagnostic["range"]): string {
  const marked = TextDocument.applyEdits(TextDocument.create("", "", 0, text), [
    { range: { start, end: start }, newText: "[[" },
    { range: { start: end, end }, newText: "]]" },
  ]);
  const lines = marked.split("\n").slice(start.line, end.line + 1);
  return `${start.line + 1}: ${lines.join("\n").trim()}`;
}
