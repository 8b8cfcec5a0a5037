import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../lint-process.js";
import { longPolicy } from "../long-policy.js";
import { nodeVersions, type NodeVersion } from "../nodes.js";
import { buildPeer, peerCommit } from "../peer.js";
import { corpusOf } from "../policy-corpus.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fileCount = 1000;
const runs = 5;
const warmRuns = 3;
const warmCalls = 200;

/**
 * What the plugin itself costs, which is a run without that of the same run with a rule that does nothing, against what
 * an earlier build of it costs on the same machine at the same time.
 */
export async function measure(): Promise<readonly Row[]> {
  const peer = buildPeer();
  if (peer === undefined) {
    console.log(`  There is no commit ${peerCommit} to measure against: the history is too short.`);
    return [];
  }
  return inTemporaryFolder(async (folder) => {
    const rows: Row[] = [];
    for (const node of nodeVersions()) {
      rows.push(...(await wholeRuns(folder, node, peer)), ...(await warmCallsOf(folder, node, peer)));
    }
    return rows;
  });
}

/** A kind of run: the configuration, and the rule that does nothing in the same language. */
interface Kind {
  readonly extension: "json" | "ts";
  readonly config: string;
  readonly idle: string;
  /** For the own cost against that of the peer, and for the whole run against the one that does nothing. */
  readonly atMost: readonly [own: number, whole: number];
}

const kinds: readonly Kind[] = [
  { extension: "json", config: "json-recommended", idle: "json-idle", atMost: [0.35, 1.25] },
  { extension: "json", config: "json-strict", idle: "json-idle", atMost: [0.4, 1.3] },
  { extension: "ts", config: "typescript-recommended", idle: "typescript-idle", atMost: [0.5, 1.25] },
];

async function wholeRuns(folder: string, node: NodeVersion, peer: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { extension, config, idle, atMost } of kinds) {
    const files = join(folder, extension);
    writePolicies(files, extension, fileCount);
    const run = { folder: files, files: fileCount, node: node.program };
    const findings = findingsIn(fileCount);
    const rounds = await inRounds(runs, {
      idle: () => lint({ ...run, config: idle, findings: {} }).processorTime,
      peer: () => lint({ ...run, config, findings, plugin: peer }).processorTime,
      ours: () => lint({ ...run, config, findings }).processorTime,
    });
    const what = `Node.js ${node.major}, ${fileCount} policies, ${config}`;
    rows.push(ownCost(what, rounds, atMost[0]), {
      what: "the same, whole run / a rule that does nothing",
      samples: rounds.map((round) => round.ours / round.idle),
      target: { atMost: atMost[1] },
    });
  }
  return rows;
}

interface Costs {
  readonly idle: number;
  readonly peer: number;
  readonly ours: number;
}

function ownCost(what: string, rounds: readonly Costs[], atMost: number): Row {
  return {
    what: `${what}, own cost / that of ${peerCommit}`,
    samples: rounds.map(({ idle, peer, ours }) => (ours - idle) / (peer - idle)),
    target: { atMost },
  };
}

async function warmCallsOf(folder: string, node: NodeVersion, peer: string): Promise<readonly Row[]> {
  const [clean, long] = [join(folder, "clean.json"), join(folder, "long.json")];
  writeFileSync(clean, JSON.stringify(corpusOf(1)[0], undefined, 2));
  writeFileSync(long, longPolicy("ecs:cloudServers:resize"));
  const roundsOf = (file: string) =>
    inRounds(warmRuns, {
      idle: () => lintWarm(node, "json-idle", file),
      peer: () => lintWarm(node, "json-recommended", file, peer),
      ours: () => lintWarm(node, "json-recommended", file),
    });
  const pick = (rounds: Awaited<ReturnType<typeof roundsOf>>, of: keyof WarmCost) =>
    rounds.map(({ idle, peer: theirs, ours }) => ({ idle: idle[of], peer: theirs[of], ours: ours[of] }));
  const bytes = pick(await roundsOf(clean), "bytes");
  const times = pick(await roundsOf(long), "processorTime");
  return [
    ownCost(`Node.js ${node.major}, allocated bytes of a clean policy`, bytes, 0.3),
    ownCost(`Node.js ${node.major}, lintText on 200 lines, warm`, times, 0.4),
  ];
}

/** What one call takes: in milliseconds, and in bytes. */
interface WarmCost {
  readonly processorTime: number;
  readonly bytes: number;
}

function lintWarm({ program }: NodeVersion, config: string, file: string, plugin?: string): WarmCost {
  const youngGeneration = ["--min-semi-space-size=512", "--max-semi-space-size=512"];
  const script = join(import.meta.dirname, "../warm-process.js");
  const output = execFileSync(program, ["--expose-gc", ...youngGeneration, script, config, file, String(warmCalls)], {
    encoding: "utf8",
    env: { ...process.env, ...(plugin === undefined ? {} : { BENCH_PLUGIN: plugin }) },
  });
  return JSON.parse(output) as WarmCost;
}
