import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { parse } from "yaml";
import type { Outcome, Project } from "./project.js";

/** A workflow file of GitHub with one job, as far as the tests look at it. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  /** The action that a step runs; only GitHub can. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Reads a workflow file.
 *
 * @throws where GitHub's own parser finds an error in it
 */
export async function readWorkflow(text: string): Promise<Workflow> {
  const { context, value } = parseWorkflow({ name: "workflow.yml", content: text }, new NoOperationTraceWriter());
  if (value) {
    await convertWorkflowTemplate(context, value);
  }
  const errors = context.errors.getErrors();
  if (errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join("\n"));
  }
  return parse(text) as Workflow;
}

export function stepsOf(workflow: Workflow): readonly Step[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps);
}

/**
 * Runs the commands of a workflow as GitHub does, up to the first that fails: each with
 * {@link https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax `bash -e`} and the variables of
 * a runner. What installs packages is left out: they are there.
 */
export function runCommands(workflow: Workflow, project: Project): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { run, env } of stepsOf(workflow)) {
    if (run !== undefined && run !== "npm ci") {
      outcomes.push(runCommand(run, env ?? {}, project));
    }
    if (outcomes.at(-1)?.status) {
      break;
    }
  }
  return outcomes;
}

function runCommand(command: string, env: Readonly<Record<string, string>>, project: Project): Outcome {
  const variables = { CI: "true", GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: project.folder, ...env };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return project.run("env", ...assignments, "bash", "-e", "-c", command);
}
