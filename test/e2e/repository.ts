import { createProject, type Outcome, type Project } from "./project.js";

/** A user's project under Git, all of it committed. */
export interface Repository extends Project {
  git(...args: readonly string[]): Outcome;
  /** Writes files, adds everything there is, and commits it: whatever hook is installed runs. */
  commit(files: Readonly<Record<string, string>>): Outcome;
  /** The text of a file as it was committed last; empty where it was not. */
  committed(path: string): string;
  /** What is not committed, as `git status --short` has it: `M  iam/policy.json` is staged, ` M` is not. */
  changes(): string[];
}

/**
 * Makes a repository for the test that runs, without any hook.
 *
 * @param files what stands in it, by path
 */
export function createRepository(files: Readonly<Record<string, string>>): Repository {
  const project = createProject({ ".gitignore": "node_modules/\n", ...files });
  const git = (...args: readonly string[]) => project.run("git", "-c", "core.quotePath=off", ...args);
  const repository: Repository = {
    ...project,
    git,
    commit(written) {
      project.write(written);
      git("add", ".");
      return git("commit", "--message", "A change");
    },
    committed: (path) => git("show", `HEAD:${path}`).stdout,
    changes: () => git("status", "--short").stdout.split("\n").filter(Boolean),
  };
  git("init", "--initial-branch", "main");
  repository.commit({});
  return repository;
}
