import { Ajv } from "ajv";
import type { Project } from "./project.js";

/** A finding in a code quality report of GitLab. */
export interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly positions: Readonly<Record<"begin" | "end", Position>> };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const text = { type: "string", minLength: 1 };
const position = { type: "object", required: ["line"], properties: { line: { type: "integer" } } };

/** Whether a report has what GitLab asks for. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const isReport = new Ajv({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "positions"],
        properties: {
          path: { type: "string", pattern: "^[^/]" },
          positions: { type: "object", required: ["begin"], properties: { begin: position } },
        },
      },
    },
  },
});

/** The report that a pipeline has left in a project. */
export function reportOf(project: Project): readonly Issue[] {
  return JSON.parse(project.read("gl-code-quality-report.json")) as readonly Issue[];
}
