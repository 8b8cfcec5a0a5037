import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../lint-process.js";
import { corpusOf } from "../policy-corpus.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { tenfoldExponent } from "../statistics.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fewFiles = 1000;
const manyFiles = 10_000;
const rounds = 3;

/** Whether ten times as much takes more than ten times as long, or more memory than ESLint itself. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => [
    ...(await ofManyFiles(folder)),
    await ofLargeFile(folder, "policies", { smallest: 500, contentOf: corpusOf, findingsOf: findingsIn }),
    await ofLargeFile(folder, "statements", { smallest: 5500, contentOf: onePolicy, findingsOf: () => tooLong }),
  ]);
}

async function ofManyFiles(folder: string): Promise<readonly Row[]> {
  const [few, many] = [join(folder, "few"), join(folder, "many")];
  writePolicies(few, "json", fewFiles);
  writePolicies(many, "json", manyFiles);
  const all = { folder: many, files: manyFiles, findings: findingsIn(manyFiles), config: "json-strict" };
  const costs = await inRounds(rounds, {
    few: () => lint({ ...all, folder: few, files: fewFiles, findings: findingsIn(fewFiles) }),
    many: () => lint(all),
    idle: () => lint({ ...all, findings: {}, config: "json-idle" }),
    threads: () => lint({ ...all, options: ["--concurrency", "2"] }),
  });
  return [
    {
      what: `${fewFiles} to ${manyFiles} files, strict-json: exponent`,
      samples: costs.map((cost) => tenfoldExponent(cost.few.processorTime, cost.many.processorTime)),
      target: { atMost: 1.05 },
    },
    {
      what: `${manyFiles} files, strict-json / a rule that does nothing`,
      samples: costs.map((cost) => cost.many.processorTime / cost.idle.processorTime),
    },
    {
      what: "the same, peak memory",
      samples: costs.map((cost) => cost.many.memory / cost.idle.memory),
      target: { atMost: 1.1 },
    },
    {
      what: `${manyFiles} files, strict-json, two threads / one, processor time`,
      samples: costs.map((cost) => cost.threads.processorTime / cost.many.processorTime),
    },
    {
      what: "the same, time on the clock",
      samples: costs.map((cost) => cost.threads.wallTime / cost.many.wallTime),
    },
  ];
}

interface LargeFile {
  /** How many parts make about a megabyte. */
  readonly smallest: number;
  readonly contentOf: (parts: number) => unknown;
  readonly findingsOf: (parts: number) => Readonly<Record<string, number>>;
}

async function ofLargeFile(
  folder: string,
  parts: string,
  { smallest, contentOf, findingsOf }: LargeFile,
): Promise<Row> {
  const lintFile = (count: number) => {
    const file = `${count}-${parts}.json`;
    writeFileSync(join(folder, file), JSON.stringify(contentOf(count), undefined, 2));
    return () => lint({ folder, paths: [file], files: 1, findings: findingsOf(count), config: "json-strict" });
  };
  const costs = await inRounds(rounds, { small: lintFile(smallest), large: lintFile(10 * smallest) });
  return {
    what: `1 to 10 MB in one file, ${smallest} to ${10 * smallest} ${parts}: exponent`,
    samples: costs.map((cost) => tenfoldExponent(cost.small.processorTime, cost.large.processorTime)),
    target: { atMost: 1.05 },
  };
}

/** Far too long, and otherwise right: no two statements are about the same. */
function onePolicy(statements: number): object {
  const Statement = Array.from({ length: statements }, (_, index) => ({
    Effect: "Allow",
    Action: ["obs:object:GetObject", "obs:object:PutObject"],
    Resource: [`obs:*:*:object:bucket-${index}/*`],
  }));
  return { Version: "1.1", Statement };
}

/** Too many statements, too many characters. */
const tooLong = { "huaweicloud-iam/valid-policy": 2 };
