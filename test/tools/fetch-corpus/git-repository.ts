import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files by path. `null` deletes one. */
export type Commit = Readonly<Record<string, string | null>>;

/**
 * Creates a repository to fetch from.
 *
 * @param servesParts whether it supports fetching without files, as public hosts do and plain copies do not
 * @returns the hashes of the commits
 */
export function makeRepository(folder: string, commits: readonly Commit[], servesParts = true): readonly string[] {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet");
  git(folder, "config", "uploadpack.allowFilter", String(servesParts));
  return commits.map((files, index) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      if (text === null) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--allow-empty", `--message=${index}`);
    return git(folder, "rev-parse", "HEAD");
  });
}

/** The git hash of a file with this content. */
export function blobOf(text: string): string {
  const content = Buffer.from(text);
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

function git(folder: string, ...args: readonly string[]): string {
  const author = ["-c", "user.name=Cook", "-c", "user.email=cook@example.com", "-c", "commit.gpgSign=false"];
  const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...author, ...args], {
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
