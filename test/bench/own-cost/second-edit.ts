import { join } from "node:path";
import type { Editor } from "../../e2e/editor/language-server.js";
import { longPolicy } from "../long-policy.js";
import { hasLanguageServer, openPolicy, policyName } from "../open-policy.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";
import type { Setting } from "./costs.js";

const sessions = 9;
const laterEdits = 40;

/**
 * How long the findings take after the second edit of a session, when all is loaded and nothing is warm, and after those
 * that follow.
 */
export async function secondEdit({ folder, node }: Setting): Promise<readonly Row[]> {
  if (!hasLanguageServer) {
    console.log("  The language server is not installed. `npm ci --prefix test/e2e` installs it.");
    return [];
  }
  const rounds = await inRounds(sessions, {
    idle: (round) => timesOfEdits(join(folder, `idle-${round}`), "json-idle", node.program),
    ours: (round) => timesOfEdits(join(folder, `ours-${round}`), "json-recommended", node.program),
  });
  return [
    {
      what: "language server, second edit / a rule that does nothing",
      samples: rounds.map(({ idle, ours }) => ours.second / idle.second),
      target: { atMost: 1.25 },
    },
    {
      what: "the same, later edits",
      samples: rounds.map(({ idle, ours }) => median(ours.later) / median(idle.later)),
    },
  ];
}

/** In milliseconds. */
interface EditTimes {
  readonly second: number;
  readonly later: readonly number[];
}

async function timesOfEdits(project: string, config: string, program: string): Promise<EditTimes> {
  const editor = await openPolicy(project, config, program);
  try {
    await timeOfEdit(editor, 0);
    const second = await timeOfEdit(editor, 1);
    const later: number[] = [];
    for (let edit = 2; edit < laterEdits; edit++) {
      later.push(await timeOfEdit(editor, edit));
    }
    return { second, later };
  } finally {
    await editor.stop();
  }
}

const typed = "ecs:cloudServers:resize";

/** Letter by letter, from the beginning again behind the last one. */
async function timeOfEdit(editor: Editor, edit: number): Promise<number> {
  const text = longPolicy(typed.slice(0, 1 + (edit % typed.length)));
  const start = performance.now();
  await editor.type(policyName, text);
  await editor.diagnostics(policyName);
  return performance.now() - start;
}
