import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

/** A run of ESLint in a process of its own. */
export interface LintRun {
  /** The folder to run in. */
  readonly folder: string;
  /** What to lint there; all of it without. */
  readonly paths?: readonly string[];
  /** The name of a file in `configs`. */
  readonly config: string;
  readonly options?: readonly string[];
  /** The URL of another build of the plugin than the one in `dist`. */
  readonly plugin?: string;
  /** Another program of Node.js than the one that runs the bench. */
  readonly node?: string | undefined;
  /** What it must come to. */
  readonly files: number;
  /** How many findings each rule must have; the others must have none. */
  readonly findings: Readonly<Record<string, number>>;
}

export interface LintCost {
  /** Of all processors, in milliseconds. Unlike the time on the clock, other programs have no part in it. */
  readonly processorTime: number;
  /** By the clock on the wall, in milliseconds: depends on what else the machine does. */
  readonly wallTime: number;
  /** Peak of the memory, in megabytes. */
  readonly memory: number;
  /** By ESLint's clock, in milliseconds, with the option `--stats`. */
  readonly parseTime: number;
  readonly ruleTime: number;
}

const eslint = join(import.meta.dirname, "../../node_modules/eslint/bin/eslint.js");
const formatter = join(import.meta.dirname, "summary-formatter.js");
const atExit = pathToFileURL(join(import.meta.dirname, "usage-at-exit.js")).href;

/**
 * Lints, and tells what that took.
 *
 * @throws Error where the run has linted something else than it should have, or found something else
 */
export function lint(run: LintRun): LintCost {
  const { folder, paths = ["."], config, options = [], plugin, node = process.execPath, files, findings } = run;
  const configFile = join(import.meta.dirname, "configs", `${config}.js`);
  const start = performance.now();
  const { output, status, error } = spawnSync(
    node,
    ["--import", atExit, eslint, "--config", configFile, "--format", formatter, ...options, ...paths],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      encoding: "utf8",
      maxBuffer: 1e8,
      env: { ...process.env, ...(plugin === undefined ? {} : { BENCH_PLUGIN: plugin }) },
    },
  );
  const wallTime = performance.now() - start;
  const [, stdout = "", stderr = "", usage = ""] = output as (string | undefined)[];
  if (error || status === null || status > 1) {
    throw new Error(`ESLint with the configuration ${config} has failed. ${stderr}`, { cause: error });
  }
  const summary = JSON.parse(stdout) as Summary;
  if (summary.files !== files || !isDeepStrictEqual(summary.findings, findings)) {
    const [found, expected] = [summary.findings, findings].map((counts) => JSON.stringify(counts));
    throw new Error(`${config}: ${summary.files} files with ${found}, expected ${files} with ${expected}.`);
  }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { ...summary, wallTime, processorTime: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
}

/** What the formatter prints. */
type Summary = Pick<LintRun, "files" | "findings"> & Pick<LintCost, "parseTime" | "ruleTime">;
