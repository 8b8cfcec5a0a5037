import { lint } from "../lint-process.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { projectModule } from "../project-module.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { inTemporaryFolder, writeNumbered } from "../temporary-folder.js";
import { join } from "node:path";

const policyCount = 1000;
const policyRounds = 5;
const moduleCount = 300;
const moduleRounds = 9;

/** Whole runs of ESLint on TypeScript, with policies in it and without, against the same with a rule that does nothing. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const policies = { folder: join(folder, "policies"), files: policyCount };
    writePolicies(policies.folder, "ts", policyCount);
    const withPolicies = await inRounds(policyRounds, {
      idle: () => lint({ ...policies, config: "typescript-idle", findings: {} }),
      recommended: () => lint({ ...policies, config: "typescript-recommended", findings: findingsIn(policyCount) }),
    });
    const project = { folder: join(folder, "project"), files: moduleCount, findings: {} };
    writeNumbered(
      project.folder,
      "ts",
      Array.from({ length: moduleCount }, (_, index) => projectModule(index)),
    );
    const without = await inRounds(moduleRounds, {
      idle: () => lint({ ...project, config: "typescript-idle" }),
      recommended: () => lint({ ...project, config: "typescript-recommended", options: ["--stats"] }),
    });
    return [
      {
        what: `${policyCount} modules with a policy, recommended / a rule that does nothing`,
        samples: withPolicies.map(({ idle, recommended }) => recommended.processorTime / idle.processorTime),
        target: { atMost: 1.1 },
      },
      {
        what: `${moduleCount} modules without one, recommended / a rule that does nothing`,
        samples: without.map(({ idle, recommended }) => recommended.processorTime / idle.processorTime),
        target: { atMost: 1.03 },
      },
      {
        what: "the same, 1 + rule time by ESLint's clock / the run with that rule",
        samples: without.map(({ idle, recommended }) => 1 + recommended.ruleTime / idle.processorTime),
        target: { atMost: 1.03 },
      },
    ];
  });
}
