import { lint } from "../lint-process.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fileCount = 1000;
const manyRounds = 7;
const shortRounds = 15;

/** Whole runs of ESLint on policies in JSON, against the same runs with a rule that does nothing. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    writePolicies(folder, "json", fileCount);
    const many = { folder, files: fileCount };
    const rounds = await inRounds(manyRounds, {
      idle: () => lint({ ...many, config: "json-idle", findings: {} }),
      recommended: () => lint({ ...many, config: "json-recommended", findings: findingsIn(fileCount) }),
      strict: () => lint({ ...many, config: "json-strict", findings: findingsIn(fileCount) }),
    });
    const one = { folder, paths: ["0.json"], files: 1, findings: {} };
    const shorts = await inRounds(shortRounds, {
      idle: () => lint({ ...one, config: "json-idle" }),
      strict: () => lint({ ...one, config: "json-strict" }),
    });
    return [
      {
        what: `${fileCount} policies, a rule that does nothing`,
        unit: "ms",
        samples: rounds.map(({ idle }) => idle.processorTime),
      },
      {
        what: "the same, recommended-json / that rule",
        samples: rounds.map(({ idle, recommended }) => recommended.processorTime / idle.processorTime),
        target: { atMost: 1.1 },
      },
      {
        what: "the same, strict-json / that rule",
        samples: rounds.map(({ idle, strict }) => strict.processorTime / idle.processorTime),
        target: { atMost: 1.15 },
      },
      {
        what: "one policy, strict-json / that rule",
        samples: shorts.map(({ idle, strict }) => strict.processorTime / idle.processorTime),
        target: { atMost: 1.05 },
      },
    ];
  });
}
