/**
 * `npm run bench`: what the recommended rules cost a TypeScript project that has no policy, against the same run with
 * one rule that does nothing. Prints, never fails; build first. What counts is the processor's time, as other programs
 * take none of that, and the two take turns, so that a machine that gets slower or faster does so for both. A machine
 * with other work still spreads the ratio; what ESLint itself counts for the rules tells the share that is theirs.
 */
import * as typescriptParser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectModule } from "./project-module.js";

const fileCount = 300;
const pairs = 11;

const { default: plugin } = (await import(new URL("../../dist/src/index.js", import.meta.url).href)) as {
  default: { readonly configs: { readonly recommended: Linter.Config } };
};

const idle: Linter.Config = {
  plugins: { bench: { rules: { idle: { create: () => ({ Program: () => undefined }) } } } },
  rules: { "bench/idle": "error" },
};

const folder = mkdtempSync(join(tmpdir(), "typescript-project-"));
try {
  for (let index = 0; index < fileCount; index++) {
    writeFileSync(join(folder, `module-${index}.ts`), projectModule(index));
  }
  const without = linterWith(idle);
  const recommended = linterWith(plugin.configs.recommended);
  // The first runs load the parser and warm it up.
  await millisecondsOf(without);
  await millisecondsOf(recommended);
  const samples: { readonly without: number; readonly recommended: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    samples.push(await samplePair(pair % 2 === 0));
  }
  const ratios = samples.map((sample) => sample.recommended / sample.without);
  console.table({
    [`${fileCount} files, a rule that does nothing, ms`]: spread(samples.map((sample) => sample.without)),
    "the same files, recommended, ms": spread(samples.map((sample) => sample.recommended)),
    "ratio of a pair (target 1.03 for the median)": spread(ratios, 3),
    "1 + the rules' share of a run, by ESLint's clock": spread(await sharesOfRules(), 3),
  });

  async function samplePair(isRecommendedLast: boolean) {
    if (isRecommendedLast) {
      const before = await millisecondsOf(without);
      return { without: before, recommended: await millisecondsOf(recommended) };
    }
    const before = await millisecondsOf(recommended);
    return { recommended: before, without: await millisecondsOf(without) };
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** What the rules take of a few runs, as ratios that compare with those of the pairs. */
async function sharesOfRules(): Promise<number[]> {
  const eslint = linterWith(plugin.configs.recommended, { stats: true });
  const shares: number[] = [];
  for (let run = 0; run < 3; run++) {
    const passes = (await eslint.lintFiles(["."])).flatMap(({ stats }) => stats?.times.passes ?? []);
    const ofRules = sum(passes.flatMap(({ rules }) => Object.values(rules ?? {}).map(({ total }) => total)));
    const total = sum(passes.map((pass) => pass.total));
    shares.push(total / (total - ofRules));
  }
  return shares;
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}

function linterWith(config: Linter.Config, options: ESLint.Options = {}): ESLint {
  const files = { files: ["**/*.ts"] };
  return new ESLint({
    ...options,
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      { ...config, ...files },
      { ...files, languageOptions: { parser: typescriptParser } },
    ],
  });
}

async function millisecondsOf(eslint: ESLint): Promise<number> {
  const start = process.cpuUsage();
  const results = await eslint.lintFiles(["."]);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const problems = results.flatMap(({ messages }) => messages.map(({ message }) => message));
  if (results.length !== fileCount || problems.length > 0) {
    throw new Error(`${results.length} files have ${problems.length} findings: ${problems.slice(0, 3).join(" ")}`);
  }
  return milliseconds;
}

function spread(values: readonly number[], digits = 0): Record<"min" | "median" | "max", string> {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.round((sorted.length - 1) * share)] ?? 0).toFixed(digits);
  return { min: at(0), median: at(0.5), max: at(1) };
}
