import { join } from "node:path";
import { lint, type LintRun } from "../lint-process.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { ownCost, type Setting } from "./costs.js";

const fileCount = 1000;
const runs = 5;
const shortRuns = 15;
const languageRuns = 3;

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

/** Runs over a thousand policies, each in a file. */
export async function wholeRuns({ folder, node, peer }: Setting): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { extension, config, idle, atMost } of kinds) {
    const run = policiesIn(folder, extension, node.program);
    const rounds = await inRounds(runs, {
      idle: () => lint({ ...run, config: idle, findings: {} }).processorTime,
      peer: () => lint({ ...run, config, plugin: peer }).processorTime,
      ours: () => lint({ ...run, config }).processorTime,
    });
    rows.push(ownCost(`${fileCount} policies, ${config}`, rounds, atMost[0]), {
      what: "the same, whole run / a rule that does nothing",
      samples: rounds.map((round) => round.ours / round.idle),
      target: { atMost: atMost[1] },
    });
  }
  return rows;
}

function policiesIn(folder: string, extension: "json" | "ts" | "tf" | "yaml", node: string): Omit<LintRun, "config"> {
  const files = join(folder, extension);
  writePolicies(files, extension, fileCount);
  return { folder: files, files: fileCount, node, findings: findingsIn(fileCount) };
}

/** The whole process for one policy, with all rules. */
export async function onePolicy({ folder, node }: Setting): Promise<Row> {
  const { folder: files } = policiesIn(folder, "json", node.program);
  const one = { folder: files, paths: ["0.json"], files: 1, node: node.program, findings: {} };
  const rounds = await inRounds(shortRuns, {
    idle: () => lint({ ...one, config: "json-idle" }).processorTime,
    ours: () => lint({ ...one, config: "json-strict" }).processorTime,
  });
  return {
    what: "one policy, strict-json, whole process / a rule that does nothing",
    samples: rounds.map(({ idle, ours }) => ours / idle),
    target: { atMost: 1.1 },
  };
}

/** The same policies in the languages that the plugin reads itself: without reading the text, which the no-op does too. */
export async function otherLanguages({ folder, node }: Setting): Promise<readonly Row[]> {
  const [json, tf, yaml] = (["json", "tf", "yaml"] as const).map((name) => policiesIn(folder, name, node.program)) as [
    Omit<LintRun, "config">,
    Omit<LintRun, "config">,
    Omit<LintRun, "config">,
  ];
  const own = (run: Omit<LintRun, "config">, language: string) =>
    lint({ ...run, config: `${language}-recommended` }).processorTime -
    lint({ ...run, config: `${language}-idle`, findings: {} }).processorTime;
  const rounds = await inRounds(languageRuns, {
    json: () => own(json, "json"),
    terraform: () => own(tf, "terraform"),
    yaml: () => own(yaml, "yaml"),
  });
  return (["terraform", "yaml"] as const).map((language) => ({
    what: `${fileCount} policies, ${language}-recommended, own cost / that in JSON`,
    samples: rounds.map((round) => round[language] / round.json),
  }));
}
