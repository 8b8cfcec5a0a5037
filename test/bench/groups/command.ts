import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../temporary-folder.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";

const bin = join(import.meta.dirname, "../../../dist/src/command.js");
const rounds = 15;
const api = "POST /v1/cloudimages/{image_id}/file";

/** A page that the project has added to the tables. */
const page = [
  "| API | Action | Dependencies |",
  "|:--|:--|:--|",
  "| POST /v2/images/{id}/shrink | ims:images:shrink | evs:volumes:get |",
].join("\n");

/**
 * One question of each kind and its exit code, in a project with a catalogue of its own and a configuration of ESLint
 * that names no setting which an answer depends on.
 */
const questions = {
  "explain an action": [0, "explain", "ims:images:export"],
  "explain an action of the project's own catalogue": [0, "explain", "ims:images:shrink"],
  "explain an API": [0, "explain", api],
  "explain a misspelt action": [1, "explain", "ims:images:lst"],
  "explain a misspelt API": [1, "explain", "POST /v1/cloudimage/1/file"],
  "search for words": [0, "search", "export", "image"],
  "policy for an API": [0, "policy", "--cloud", "otc", "--api", api],
  "coverage of all services": [0, "coverage"],
} as const;

/** The whole process for one question, beside a process of Node.js that does nothing. */
export function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, "eslint.config.mjs"), "export default [];");
    writeFileSync(join(folder, "toy.md"), page);
    timeOf([bin, "catalog", "add", "toy.md", "--cloud", "otc", "--date", "2999-12-31"], folder, 0);
    const asking = Object.entries(questions).map(([what, [status, ...words]]) => [
      what,
      () => timeOf([bin, ...words], folder, status),
    ]);
    const nothing = () => timeOf(["--eval", "0"], folder, 0);
    const subjects = { ...(Object.fromEntries(asking) as Record<string, () => number>), nothing };
    const times = await inRounds(rounds, subjects);
    return [
      { what: "node --eval 0", unit: "ms", samples: times.map((time) => time.nothing) },
      ...Object.keys(questions).flatMap((what): readonly Row[] => [
        { what, unit: "ms", samples: times.map((time) => time[what as "nothing"]), target: { atMost: 120 } },
        {
          what: "  over node --eval 0",
          samples: times.map((time) => time[what as "nothing"] / time.nothing),
          target: { atMost: 3 },
        },
      ]),
    ];
  });
}

/** @throws Error if the process ends with another exit code */
function timeOf(words: readonly string[], cwd: string, expected: number): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  const time = performance.now() - start;
  if (status !== expected) {
    throw new Error(`${words.join(" ")} has ended with ${String(status)}. ${stderr}`);
  }
  return time;
}
