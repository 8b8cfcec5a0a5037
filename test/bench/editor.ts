/**
 * `npm run bench`: how long somebody who types in a policy of 200 lines waits for the findings, against the same server
 * with one rule that does nothing. Prints, never fails; build first. Each letter is sent to both, which take turns at
 * being the first, so that a machine that gets slower or faster does so for both. Other programs still take time of
 * either: the fastest of all rounds at each letter tells what there is without them.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEditor, type Editor } from "../e2e/editor/language-server.js";
import { longPolicy } from "./long-policy.js";

const rounds = 7;
const edits = 200;
const policy = "policy.json";

const typed = ["ecs:cloudServers:resize", "ecs:servers:createImage", "ims:images:update", "evs:snapshots:create"];
const letters = typed.flatMap((action) => Array.from(action, (_, index) => action.slice(0, index + 1)));
const texts = Array.from({ length: edits }, (_, edit) => longPolicy(letters[edit % letters.length] ?? ""));

const idle = `
  import iam from "eslint-plugin-huaweicloud-iam";
  const bench = { rules: { idle: { create: () => ({ Document: () => undefined }) } } };
  const { plugins, language } = iam.configs["recommended-json"];
  export default [{ files: ["*.json"], plugins: { ...plugins, bench }, language, rules: { "bench/idle": "error" } }];
`;
const recommended = `
  import iam from "eslint-plugin-huaweicloud-iam";
  export default [{ files: ["*.json"], ...iam.configs["recommended-json"] }];
`;

const repository = join(import.meta.dirname, "../..");
const programs = join(repository, "test/e2e/node_modules");

if (existsSync(programs)) {
  await measure();
} else {
  console.log("The editor is not measured: its server is not installed. `npm ci --prefix test/e2e` installs it.");
}

/** The milliseconds of each edit. */
interface Round {
  readonly without: readonly number[];
  readonly recommended: readonly number[];
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "editor-"));
  const editors: Editor[] = [];
  try {
    for (const [name, config] of Object.entries({ idle, recommended })) {
      editors.push(await openPolicy(join(folder, name), config));
    }
    const [without, withRules] = editors as [Editor, Editor];
    // The first round loads the plugin and warms up.
    await typeAll(without, withRules);
    const samples: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      samples.push(await typeAll(without, withRules));
    }
    print(samples);
  } finally {
    await Promise.all(editors.map((editor) => editor.stop()));
    rmSync(folder, { recursive: true });
  }
}

async function openPolicy(project: string, config: string): Promise<Editor> {
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(join(programs, "eslint"), join(project, "node_modules/eslint"));
  symlinkSync(repository, join(project, "node_modules/eslint-plugin-huaweicloud-iam"));
  writeFileSync(join(project, "eslint.config.mjs"), config);
  writeFileSync(join(project, policy), longPolicy(""));
  const editor = await startEditor(project);
  await editor.open(policy);
  return editor;
}

async function typeAll(without: Editor, withRules: Editor): Promise<Round> {
  const round = { without: [] as number[], recommended: [] as number[] };
  for (const [edit, text] of texts.entries()) {
    const isRecommendedLast = edit % 2 === 0;
    const [first, last] = isRecommendedLast ? [without, withRules] : [withRules, without];
    const [before, after] = [await millisecondsOf(first, text), await millisecondsOf(last, text)];
    round.without.push(isRecommendedLast ? before : after);
    round.recommended.push(isRecommendedLast ? after : before);
  }
  return round;
}

async function millisecondsOf(editor: Editor, text: string): Promise<number> {
  const start = performance.now();
  await editor.type(policy, text);
  await editor.diagnostics(policy);
  return performance.now() - start;
}

function print(samples: readonly Round[]): void {
  console.table({
    "a rule that does nothing, ms": ofRounds(samples, ({ without }) => without),
    "recommended, ms (target 50 for the 95th percentile)": ofRounds(samples, (round) => round.recommended),
    "a rule that does nothing, ms, fastest of the rounds": describe(fastest(samples.map(({ without }) => without))),
    "recommended, ms, fastest of the rounds": describe(fastest(samples.map((round) => round.recommended))),
    "ratio in a round (target 1.3)": describeRatios(samples),
  });
}

/** The median of the rounds for each percentile. */
function ofRounds(samples: readonly Round[], timesOf: (round: Round) => readonly number[]): Percentiles {
  const at = (share: number) =>
    percentile(
      samples.map((round) => percentile(timesOf(round), share)),
      0.5,
    );
  return format(at(0.5), at(0.95));
}

function describeRatios(samples: readonly Round[]): Percentiles {
  const ratioAt = (share: number) =>
    percentile(
      samples.map((round) => percentile(round.recommended, share) / percentile(round.without, share)),
      0.5,
    );
  return format(ratioAt(0.5), ratioAt(0.95));
}

function fastest(rounds: readonly (readonly number[])[]): number[] {
  return texts.map((_, edit) => Math.min(...rounds.map((times) => times[edit] ?? Infinity)));
}

type Percentiles = Record<"median" | "95th percentile", string>;

function describe(times: readonly number[]): Percentiles {
  return format(percentile(times, 0.5), percentile(times, 0.95));
}

function format(median: number, high: number): Percentiles {
  return { median: median.toFixed(2), "95th percentile": high.toFixed(2) };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0;
}
