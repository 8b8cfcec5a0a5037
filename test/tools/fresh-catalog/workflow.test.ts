import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly name?: string;
  readonly run?: string;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const root = join(import.meta.dirname, "..", "..", "..");
const workflow = parse(readFileSync(join(root, ".github/workflows/fresh-catalog.yml"), "utf8")) as Workflow;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fresh-workflow-"));
  for (const name of ["bin", "runner/fresh", "project/catalog", "project/docs", "project/tools/fetch-corpus"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  write("project/catalog/index.json", "old\n");
  write("project/docs/coverage.md", "old\n");
  write("project/tools/fetch-corpus/SOURCES.tsv", "old\n");
  git("init", "--quiet", "--bare", "../origin");
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", "../origin");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "First");
  // Stands in for GitHub's program: writes down what it is asked, and lists what `open` says.
  write(
    "bin/gh",
    '#!/bin/sh\nprintf "%s\\n" "$*" >> "$RUNNER_TEMP/asked"\nif [ "$1 $2" = "pr list" ]; then cat "$RUNNER_TEMP/open"; fi\n',
  );
  chmodSync(join(folder, "bin", "gh"), 0o755);
  write("runner/open", "");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

const read = (path: string) => readFileSync(join(folder, path), "utf8");

function git(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync("git", args, { cwd: join(folder, "project"), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Runs a step as GitHub does. */
function runStep(job: string, name: string): void {
  const command = workflow.jobs[job]?.steps.find((step) => step.name === name)?.run ?? "exit 1";
  const { status, stderr } = spawnSync("bash", ["-e", "-c", command], {
    cwd: join(folder, "project"),
    encoding: "utf8",
    env: {
      PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      HOME: folder,
      RUNNER_TEMP: join(folder, "runner"),
      GITHUB_OUTPUT: join(folder, "runner", "output"),
    },
  });
  if (status !== 0) throw new Error(stderr);
}

function importChange(text: string): void {
  write("project/catalog/index.json", text);
  write("project/catalog/new.json", text);
  write("runner/fresh/body.md", "What changed.\n");
  runStep("import", "Pack what has changed");
  git("reset", "--quiet", "--hard", "main");
}

describe("the scheduled workflow", () => {
  it("packs nothing if nothing changed", () => {
    write("runner/output", "");
    runStep("import", "Pack what has changed");
    expect(read("runner/output")).toBe("");
  });

  it("opens a pull request on a branch with what changed, new files included", () => {
    write("project/notes.txt", "not of the catalogue\n");
    importChange("fresh\n");
    expect(read("runner/output")).toBe("changed=true\n");
    runStep("propose", "Open the pull request, or renew it");
    expect(git("show", "--name-only", "--format=%an: %s", "origin/fresh-catalog").split("\n")).toEqual([
      "github-actions[bot]: The catalogue follows the clouds' newest documentation",
      "",
      "catalog/index.json",
      "catalog/new.json",
    ]);
    expect(read("runner/asked")).toContain("pr create --head fresh-catalog --base main --title The catalogue follows");
    expect(read("runner/asked")).not.toContain("pr edit");
  });

  it("renews the branch and the words of a pull request that is open", () => {
    importChange("fresh\n");
    runStep("propose", "Open the pull request, or renew it");
    git("switch", "--quiet", "main");
    git("branch", "--quiet", "--delete", "--force", "fresh-catalog");
    rmSync(join(folder, "runner", "changes"), { recursive: true });
    write("runner/asked", "");
    write("runner/open", "7\n");
    importChange("fresher\n");
    runStep("propose", "Open the pull request, or renew it");
    expect(git("show", "origin/fresh-catalog:catalog/index.json")).toBe("fresher");
    expect(git("rev-list", "--count", "main..origin/fresh-catalog")).toBe("1");
    expect(read("runner/asked")).toContain("pr edit fresh-catalog --body-file");
    expect(read("runner/asked")).not.toContain("pr create");
  });
});
