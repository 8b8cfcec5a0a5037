import { join } from "node:path";
import type { Editor } from "../../e2e/editor/language-server.js";
import { longPolicy } from "../long-policy.js";
import { hasLanguageServer, openPolicy, policyName } from "../open-policy.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";
import type { Setting } from "./costs.js";

const sessions = 15;
const edits = 40;

/**
 * How long the findings take after the second edit of a session, when all is loaded and nothing is warm, and after those
 * that follow. Both editors are open at a time, and take turns edit by edit.
 */
export async function secondEdit({ folder, node }: Setting): Promise<readonly Row[]> {
  if (!hasLanguageServer) {
    console.log("  The language server is not installed. `npm ci --prefix test/e2e` installs it.");
    return [];
  }
  const found: SessionRatios[] = [];
  for (let session = 0; session < sessions; session++) {
    found.push(await ratiosOfSession(join(folder, `session-${session}`), node.program));
  }
  return [
    {
      what: "language server, second edit / a rule that does nothing",
      samples: found.map(({ second }) => second),
      target: { atMost: 1.25 },
    },
    { what: "the same, later edits", samples: found.map(({ later }) => later) },
  ];
}

/** What our rules take against the one that does nothing: each edit against the same edit. */
interface SessionRatios {
  readonly second: number;
  /** The median of the edits. */
  readonly later: number;
}

async function ratiosOfSession(folder: string, program: string): Promise<SessionRatios> {
  const editors: Editor[] = [];
  try {
    for (const config of ["json-idle", "json-recommended"]) {
      editors.push(await openPolicy(join(folder, config), config, program));
    }
    const [idle, ours] = editors as [Editor, Editor];
    const times = await inRounds(edits, {
      idle: (edit) => timeOfEdit(idle, edit),
      ours: (edit) => timeOfEdit(ours, edit),
    });
    const [, second = NaN, ...later] = times.map((time) => time.ours / time.idle);
    return { second, later: median(later) };
  } finally {
    await Promise.all(editors.map((editor) => editor.stop()));
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
