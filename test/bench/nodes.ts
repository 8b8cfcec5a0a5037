import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cacheFolder } from "./temporary-folder.js";

/** The versions of Node.js that the targets are for. */
const wanted = [20, 24];

/** A version of Node.js, by its program. */
export interface NodeVersion {
  readonly major: number;
  readonly program: string;
}

/**
 * The versions that the targets are for: the one that runs the bench, those that `BENCH_NODES` lists like a `PATH` of
 * programs, and the others from the registry of npm, in a folder that stays.
 */
export function nodeVersions(): readonly NodeVersion[] {
  const programs = [process.execPath, ...(process.env["BENCH_NODES"] ?? "").split(delimiter)];
  const found = new Map(
    programs
      .filter((program) => existsSync(program))
      .map((program) => [majorOf(program), program] as const)
      .toReversed(),
  );
  return wanted.map((major) => ({ major, program: found.get(major) ?? installed(major) }));
}

/** The newest of a major version, as npm has it for this machine. */
function installed(major: number): string {
  const folder = join(cacheFolder, `node-${major}`);
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const program = join(folder, "node_modules", name, process.platform === "win32" ? "bin/node.exe" : "bin/node");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const options = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
    execFileSync("npm", [...options, `${name}@${major}`], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  }
  return program;
}

function majorOf(program: string): number {
  return Number(execFileSync(program, ["--version"], { encoding: "utf8" }).replace(/^v(?<major>\d+).*$/su, "$<major>"));
}
