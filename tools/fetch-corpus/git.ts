/** Runs git without a shell, without prompts and only on the given repository. */
import { spawnSync } from "node:child_process";
import { ToolError } from "../import-catalog/tool-error.js";

export interface GitAnswer {
  readonly succeeded: boolean;
  readonly output: Buffer;
  /** Git's error message, on one line. */
  readonly errorText: string;
}

/**
 * @param gitFolder the git directory of the repository
 * @param input the standard input of the command
 * @throws {ToolError} if git cannot be started
 */
export function git(gitFolder: string, args: readonly string[], input = ""): GitAnswer {
  const { error, status, stdout, stderr } = spawnSync("git", [`--git-dir=${gitFolder}`, ...settings, ...args], {
    cwd: gitFolder,
    env: environment(),
    input,
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error !== undefined) throw new ToolError(`cannot run git, which fetches the pages: ${error.message}`, 1);
  return { succeeded: status === 0, output: stdout, errorText: errorTextOf(stderr.toString("utf8")) };
}

/** The repository is temporary, so maintenance would be a waste of time. */
const settings = ["-c", "gc.auto=0", "-c", "maintenance.auto=false"];

/** Variables that a git hook sets, and that would direct git to another repository. */
const repositoryVariables = new Set([
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE",
]);

/**
 * Disables password prompts: GitHub asks for a password when a repository does not exist. The locale makes error
 * messages English, because callers compare them.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !repositoryVariables.has(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GIT_ASKPASS: "", LC_ALL: "C" };
}

/** The first fatal error, which causes the others. */
function errorTextOf(text: string): string {
  const lines = text.trimEnd().split("\n");
  const fatal = lines.find((line) => line.includes("fatal: "));
  return fatal?.replace(/^.*?fatal: /u, "") ?? lines.at(-1) ?? "";
}
