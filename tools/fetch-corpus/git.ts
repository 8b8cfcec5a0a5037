/** Runs git: without a shell, without asking anybody anything, and only in the folder that it is told. */
import { spawnSync } from "node:child_process";
import { ToolError } from "../import-catalog/tool-error.js";

export interface GitAnswer {
  readonly succeeded: boolean;
  readonly output: Buffer;
  /** What git said that it failed of, on one line. */
  readonly complaint: string;
}

/**
 * @param gitFolder the repository's own folder, what others keep in `.git`
 * @param input what the command reads
 * @throws {ToolError} when there is no git on this machine
 */
export function git(gitFolder: string, args: readonly string[], input = ""): GitAnswer {
  const { error, status, stdout, stderr } = spawnSync("git", [`--git-dir=${gitFolder}`, ...settings, ...args], {
    cwd: gitFolder,
    env: environment(),
    input,
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error !== undefined) throw new ToolError(`git cannot be run, which fetches the pages: ${error.message}`, 1);
  return { succeeded: status === 0, output: stdout, complaint: complaintOf(stderr.toString("utf8")) };
}

/** A repository that is thrown away in a minute needs no cleaning up. */
const settings = ["-c", "gc.auto=0", "-c", "maintenance.auto=false"];

/** Who runs this from a hook of git has variables that lead to another repository. */
const ofAnotherRepository = new Set([
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
 * A repository that is gone looks like one that wants a password: then git shall fail and not ask for one. What it
 * says is read, so that it has to be English.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ofAnotherRepository.has(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GIT_ASKPASS: "", LC_ALL: "C" };
}

/** The first thing that was fatal is the reason of all others. */
function complaintOf(text: string): string {
  const lines = text.trimEnd().split("\n");
  const fatal = lines.find((line) => line.includes("fatal: "));
  return fatal?.replace(/^.*?fatal: /u, "") ?? lines.at(-1) ?? "";
}
