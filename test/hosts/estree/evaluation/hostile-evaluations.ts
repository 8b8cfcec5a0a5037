import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import type { Evaluation } from "./hostile-process.js";

/** Above what the slowest of them may take, in milliseconds. */
const patience = 20_000;

/** Evaluates hostile programs in another process, and begins another one where one of them ends it. */
export class HostileEvaluations {
  #process: ChildProcess | undefined;

  /**
   * @param index of the program in the list of them
   * @throws Error if it does not end, or ends the process
   */
  async evaluationOf(index: number): Promise<Evaluation> {
    this.#process ??= await started();
    try {
      this.#process.send(index);
      return await answerOf(this.#process);
    } catch (error) {
      this.stop();
      throw error;
    }
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }
}

let bundle: Promise<string> | undefined;

/** What is published, not what a loader makes of each function. */
async function bundled(): Promise<string> {
  const outfile = join(import.meta.dirname, "../../../../dist/hostile-process.js");
  await build({
    entryPoints: [join(import.meta.dirname, "hostile-process.ts")],
    ...{ bundle: true, format: "esm", platform: "node", target: "node20.19", packages: "external", outfile },
  });
  return outfile;
}

async function started(): Promise<ChildProcess> {
  bundle ??= bundled();
  const child = fork(await bundle, {
    execArgv: ["--max-old-space-size=600"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await answerOf(child);
  return child;
}

/** The next message of a process. */
async function answerOf(child: ChildProcess): Promise<Evaluation> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error("It does not end."));
    }, patience);
    child.once("message", (message) => {
      resolve(message as Evaluation);
    });
    child.once("exit", (code, signal) => {
      reject(new Error(`It ends the process: ${signal ?? String(code)}.`));
    });
    child.once("message", () => {
      clearTimeout(timer);
      child.removeAllListeners();
    });
  });
}
