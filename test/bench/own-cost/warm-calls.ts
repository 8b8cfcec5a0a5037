import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { longPolicy, longPolicyWithoutFindings } from "../long-policy.js";
import type { NodeVersion } from "../nodes.js";
import { corpusOf } from "../policy-corpus.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { ownCost, type Costs, type Setting } from "./costs.js";

const runs = 3;

/** How often a text is linted: all that is allocated meanwhile has to fit into the young generation. */
const callsFor: Readonly<Record<keyof WarmCost, number>> = { bytes: 200, processorTime: 1000 };

/** What one more call takes in a process that has linted the same text before. */
export async function warmCalls(setting: Setting): Promise<readonly Row[]> {
  const clean = `${JSON.stringify(corpusOf(1)[0], undefined, 2)}\n`;
  return [
    await row("allocated bytes of a clean policy", clean, "bytes", 0.3),
    await row("lintText on 200 lines, 155 actions, warm", longPolicyWithoutFindings(), "processorTime", 0.4),
    await row("the same with four findings", longPolicy("ecs:cloudServers:resize"), "processorTime", 0.4),
  ];

  async function row(what: string, text: string, of: keyof WarmCost, atMost: number): Promise<Row> {
    return ownCost(what, await costsOf(setting, text, of), atMost);
  }
}

async function costsOf({ folder, node, peer }: Setting, text: string, of: keyof WarmCost): Promise<readonly Costs[]> {
  const file = join(folder, "warm.json");
  writeFileSync(file, text);
  return inRounds(runs, {
    idle: () => lintWarm(node, "json-idle", file, callsFor[of])[of],
    peer: () => lintWarm(node, "json-recommended", file, callsFor[of], peer)[of],
    ours: () => lintWarm(node, "json-recommended", file, callsFor[of])[of],
  });
}

/** What one call takes: in milliseconds, and in bytes. */
interface WarmCost {
  readonly processorTime: number;
  readonly bytes: number;
}

function lintWarm({ program }: NodeVersion, config: string, file: string, calls: number, plugin?: string): WarmCost {
  const youngGeneration = ["--min-semi-space-size=512", "--max-semi-space-size=512"];
  const script = join(import.meta.dirname, "../warm-process.js");
  const output = execFileSync(program, ["--expose-gc", ...youngGeneration, script, config, file, String(calls)], {
    encoding: "utf8",
    env: { ...process.env, ...(plugin === undefined ? {} : { BENCH_PLUGIN: plugin }) },
  });
  return JSON.parse(output) as WarmCost;
}
