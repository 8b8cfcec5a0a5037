import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { main } from "../../tools/new-rule/cli.js";

/** A project to generate rules in, whose folder is a new one for each test of the file that calls this. */
export interface NewRuleProject {
  readonly folder: string;
  /** What `new-rule` printed, line by line. */
  readonly printed: readonly string[];
  /** Runs `new-rule` and returns its exit code. */
  readonly newRule: (...args: readonly string[]) => Promise<number>;
  readonly read: (path: string) => string;
}

export function newRuleProject(): NewRuleProject {
  let folder = "";
  let printed: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "new-rule-"));
    printed = [];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  return {
    get folder() {
      return folder;
    },
    get printed() {
      return printed;
    },
    newRule: (...args) => main(folder, args, (line) => printed.push(line)),
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}
