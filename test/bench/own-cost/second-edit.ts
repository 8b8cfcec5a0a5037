import { join } from "node:path";
import { longPolicy } from "../long-policy.js";
import { hasLanguageServer, openPolicy, policyName } from "../open-policy.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import type { Setting } from "./costs.js";

const sessions = 9;

/** How long the findings take after the second edit of a session: nothing is warm yet, but all is loaded. */
export async function secondEdit({ folder, node }: Setting): Promise<readonly Row[]> {
  if (!hasLanguageServer) {
    console.log("  The language server is not installed. `npm ci --prefix test/e2e` installs it.");
    return [];
  }
  const rounds = await inRounds(sessions, {
    idle: (round) => timeOfEdit(join(folder, `idle-${round}`), "json-idle", node.program),
    ours: (round) => timeOfEdit(join(folder, `ours-${round}`), "json-recommended", node.program),
  });
  return [
    {
      what: "language server, second edit / a rule that does nothing",
      samples: rounds.map(({ idle, ours }) => ours / idle),
      target: { atMost: 1.25 },
    },
  ];
}

async function timeOfEdit(project: string, config: string, program: string): Promise<number> {
  const editor = await openPolicy(project, config, program);
  try {
    await editor.type(policyName, longPolicy("ecs:cloudServers:r"));
    await editor.diagnostics(policyName);
    const start = performance.now();
    await editor.type(policyName, longPolicy("ecs:cloudServers:re"));
    await editor.diagnostics(policyName);
    return performance.now() - start;
  } finally {
    await editor.stop();
  }
}
