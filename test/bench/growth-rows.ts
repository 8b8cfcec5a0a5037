import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint, type LintRun } from "./lint-process.js";
import { corpusOf } from "./policy-corpus.js";
import { findingsIn, writePolicies } from "./policy-files.js";
import { inRounds } from "./rounds.js";
import type { Row } from "./row.js";
import { tenfoldExponent } from "./statistics.js";

const fewFiles = 1000;
const manyFiles = 10_000;
const rounds = 3;

/**
 * Whether ten times as many files take more than ten times as long, or more memory than ESLint itself.
 *
 * @param node the program of Node.js, if it is not the one that runs the bench
 */
export async function ofManyFiles(folder: string, node?: string): Promise<readonly Row[]> {
  const few = { ...runOver(folder, fewFiles), node };
  const many = { ...runOver(folder, manyFiles), node };
  const costs = await inRounds(rounds, {
    few: () => lint(few),
    many: () => lint(many),
    idle: () => lint({ ...many, findings: {}, config: "json-idle" }),
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
      target: { atMost: 1.05 },
    },
  ];
}

/** What two threads gain. */
export async function ofTwoThreads(folder: string): Promise<readonly Row[]> {
  const run = runOver(folder, manyFiles);
  const costs = await inRounds(rounds, {
    one: () => lint(run),
    two: () => lint({ ...run, options: ["--concurrency", "2"] }),
  });
  return [
    {
      what: `${manyFiles} files, strict-json, two threads / one, processor time`,
      samples: costs.map(({ one, two }) => two.processorTime / one.processorTime),
    },
    {
      what: "the same, time on the clock",
      samples: costs.map(({ one, two }) => two.wallTime / one.wallTime),
    },
  ];
}

function runOver(folder: string, files: number): LintRun {
  const own = join(folder, String(files));
  writePolicies(own, "json", files);
  return { folder: own, files, findings: findingsIn(files), config: "json-strict" };
}

/** Whether a file of ten times the size takes more than ten times as long. */
export async function ofLargeFiles(folder: string, node?: string): Promise<readonly Row[]> {
  const run = { folder: join(folder, "large"), node };
  mkdirSync(run.folder, { recursive: true });
  return [
    await ofLargeFile(run, "policies", { smallest: 500, contentOf: corpusOf, findingsOf: findingsIn }),
    await ofLargeFile(run, "statements", { smallest: 5500, contentOf: onePolicy, findingsOf: () => tooLong }),
  ];
}

interface LargeFile {
  /** How many parts make about a megabyte. */
  readonly smallest: number;
  readonly contentOf: (parts: number) => unknown;
  readonly findingsOf: (parts: number) => Readonly<Record<string, number>>;
}

async function ofLargeFile(
  run: Pick<LintRun, "folder" | "node">,
  parts: string,
  { smallest, contentOf, findingsOf }: LargeFile,
): Promise<Row> {
  const lintFile = (count: number) => {
    const file = `${count}-${parts}.json`;
    writeFileSync(join(run.folder, file), JSON.stringify(contentOf(count), undefined, 2));
    return () => lint({ ...run, paths: [file], files: 1, findings: findingsOf(count), config: "json-strict" });
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
