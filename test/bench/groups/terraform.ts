import { parse } from "@cdktn/hcl2json";
import { Linter } from "eslint";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import plugin from "../../../src/index.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { median, tenfoldExponent } from "../statistics.js";
import { inTemporaryFolder } from "../temporary-folder.js";
import { networkOf, terraformOf } from "../terraform-modules.js";
import { installedWasmGrammar } from "../wasm-grammar.js";

const rounds = 15;
const lintRounds = 60;

/** What it takes to read Terraform's files, beside other parsers, and to lint those without a policy. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => measureBeside(await installedWasmGrammar(folder)));
}

async function measureBeside(treeSitter: (text: string) => number): Promise<readonly Row[]> {
  const [short, long, longest] = [200, 5000, 50_000].map(terraformOf) as [string, string, string];
  // The first run, which warms up, is left out.
  const times = (
    await inRounds(rounds + 1, {
      short: () => timeOf(() => parseHcl(short)),
      long: () => timeOf(() => parseHcl(long)),
      longest: () => timeOf(() => parseHcl(longest)),
      shortHashicorp: () => timeOfPromise(() => parse("main.tf", short)),
      hashicorp: () => timeOfPromise(() => parse("main.tf", long)),
      shortTreeSitter: () => timeOf(() => treeSitter(short)),
      treeSitter: () => timeOf(() => treeSitter(long)),
    })
  ).slice(1);
  return [
    { what: "200 lines", unit: "ms", samples: times.map((round) => round.short), target: { atMost: 2 } },
    { what: "5,000 lines", unit: "ms", samples: times.map((round) => round.long), target: { atMost: 30 } },
    { what: "200 lines / HashiCorp's parser", samples: times.map((round) => round.short / round.shortHashicorp) },
    { what: "5,000 lines / HashiCorp's parser", samples: times.map((round) => round.long / round.hashicorp) },
    { what: "200 lines / tree-sitter", samples: times.map((round) => round.short / round.shortTreeSitter) },
    { what: "5,000 lines / tree-sitter", samples: times.map((round) => round.long / round.treeSitter) },
    {
      what: "growth from 5,000 lines to ten times as many, exponent",
      samples: [tenfoldExponent(median(times.map((round) => round.long)), median(times.map((round) => round.longest)))],
      target: { atMost: 1.15 },
    },
    {
      what: "files without a policy / a rule that does nothing",
      samples: await lintWithoutPolicy(),
      target: { atMost: 1.05 },
    },
  ];
}

const idle = { create: () => ({ HclFile: () => undefined }) };

async function lintWithoutPolicy(): Promise<readonly number[]> {
  const files = Array.from({ length: 40 }, (_, index) => networkOf(50 + 10 * index));
  const { plugins, language, rules = {} } = plugin.configs["recommended-terraform"];
  const lint = (config: Linter.Config) => {
    const linter = new Linter();
    return () => timeOf(() => files.forEach((text) => linter.verify(text, [{ ...config, files: ["**"] }], "main.tf")));
  };
  const base = { plugins: { ...plugins, idle: { rules: { idle } } }, language: language ?? "" };
  const times = await inRounds(lintRounds + 5, {
    idle: lint({ ...base, rules: { "idle/idle": "error" } }),
    ours: lint({ ...base, rules: { "idle/idle": "error", ...rules } }),
  });
  return times.slice(5).map((round) => round.ours / round.idle);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function timeOfPromise(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
