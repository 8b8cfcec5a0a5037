import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The versions of Node.js that the targets are for. */
const wanted = [20, 24];

/** A version of Node.js, by its program. */
export interface NodeVersion {
  readonly major: number;
  readonly program: string;
}

/**
 * The versions that the targets are for, as far as they are on this machine: the one that runs the bench, those that
 * `BENCH_NODES` lists like a `PATH` of programs, and those of nvm. Says what is not there.
 */
export function nodeVersions(): readonly NodeVersion[] {
  const programs = [process.execPath, ...(process.env["BENCH_NODES"] ?? "").split(delimiter), ...programsOfNvm()];
  const found = new Map(
    programs
      .filter((program) => existsSync(program))
      .map((program) => ({ program, major: majorOf(program) }))
      .toReversed()
      .map((version) => [version.major, version]),
  );
  return wanted.flatMap((major) => {
    const version = found.get(major);
    if (!version) {
      console.log(`  Node.js ${major} is not measured: name its program in BENCH_NODES.`);
    }
    return version ?? [];
  });
}

function programsOfNvm(): readonly string[] {
  const folder = join(homedir(), ".nvm/versions/node");
  return existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, "bin/node")) : [];
}

function majorOf(program: string): number {
  return Number(execFileSync(program, ["--version"], { encoding: "utf8" }).replace(/^v(?<major>\d+).*$/su, "$<major>"));
}
