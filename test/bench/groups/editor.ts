import { ESLint } from "eslint";
import { join } from "node:path";
import type { Editor } from "../../e2e/editor/language-server.js";
import { longPolicy } from "../long-policy.js";
import { hasLanguageServer, openPolicy, policyName } from "../open-policy.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { percentile } from "../statistics.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const repository = join(import.meta.dirname, "../../..");

const typings = 7;
const edits = 200;

/** What somebody types at the end of a list, letter by letter. */
const typed = ["ecs:cloudServers:resize", "ecs:servers:createImage", "ims:images:update", "evs:snapshots:create"];
const letters = typed.flatMap((action) => Array.from(action, (_, index) => action.slice(0, index + 1)));
const texts = Array.from({ length: edits }, (_, edit) => longPolicy(letters[edit % letters.length] ?? ""));

/** How long somebody who types in a policy of 200 lines waits: inside ESLint, and until an editor shows the findings. */
export async function measure(): Promise<readonly Row[]> {
  const inside = rowsOf("lintText, strict-json", await lintTexts());
  if (hasLanguageServer) {
    return [...inside, ...rowsOf("language server, recommended-json", await typeInEditors())];
  }
  console.log("  The language server is not installed. `npm ci --prefix test/e2e` installs it.");
  return inside;
}

/** The milliseconds that a text took with a rule that does nothing and with ours. */
interface Times {
  readonly idle: number;
  readonly ours: number;
}

/** Lints a text, and tells how many findings it has. */
type Linting = (text: string) => Promise<number>;

async function lintTexts(): Promise<readonly (readonly Times[])[]> {
  const [idle, ours] = ["json-idle", "json-strict"].map((config): Linting => {
    const eslint = new ESLint({ overrideConfigFile: join(repository, "test/bench/configs", `${config}.js`) });
    return async (text) => {
      const [result] = await eslint.lintText(text, { filePath: policyName });
      return result?.messages.length ?? NaN;
    };
  }) as [Linting, Linting];
  return timesOf(idle, ours);
}

async function typeInEditors(): Promise<readonly (readonly Times[])[]> {
  return inTemporaryFolder(async (folder) => {
    const editors: Editor[] = [];
    try {
      for (const config of ["json-idle", "json-recommended"]) {
        editors.push(await openPolicy(join(folder, config), config));
      }
      const [idle, ours] = editors.map((editor): Linting => async (text) => {
        await editor.type(policyName, text);
        return (await editor.diagnostics(policyName)).length;
      }) as [Linting, Linting];
      return await timesOf(idle, ours);
    } finally {
      await Promise.all(editors.map((editor) => editor.stop()));
    }
  });
}

/** The first time, which loads the plugin and warms up, says how many findings there must be in all others. */
async function timesOf(idle: Linting, ours: Linting): Promise<readonly (readonly Times[])[]> {
  const expected: number[] = [];
  for (const text of texts) {
    await idle(text);
    expected.push(await ours(text));
  }
  const samples: (readonly Times[])[] = [];
  for (let sample = 0; sample < typings; sample++) {
    samples.push(
      await inRounds(edits, {
        idle: (edit) => timeOf(idle, texts[edit] ?? "", 0),
        ours: (edit) => timeOf(ours, texts[edit] ?? "", expected[edit] ?? 0),
      }),
    );
  }
  return samples;
}

async function timeOf(linting: Linting, text: string, expected: number): Promise<number> {
  const start = performance.now();
  const findings = await linting(text);
  const time = performance.now() - start;
  if (findings !== expected) {
    throw new Error(`A policy that has ${expected} findings has ${findings} the next time.`);
  }
  return time;
}

function rowsOf(what: string, samples: readonly (readonly Times[])[]): readonly Row[] {
  return [
    { what: `${what}, median`, unit: "ms", samples: samples.map((times) => at(0.5, times).ours) },
    ...[0.5, 0.95].map((share) => ({
      what: `${what} / a rule that does nothing, ${share === 0.5 ? "median" : "95th percentile"}`,
      samples: samples.map((times) => at(share, times).ours / at(share, times).idle),
      target: { atMost: 1.3 },
    })),
  ];
}

function at(share: number, times: readonly Times[]): Times {
  const of = (name: keyof Times) =>
    percentile(
      times.map((time) => time[name]),
      share,
    );
  return { idle: of("idle"), ours: of("ours") };
}
