import { join } from "node:path";
import { lint } from "../lint-process.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fileCount = 1000;
const rounds = 5;

/** The time of all rules against the time of the parser, by ESLint's own clock; reading the catalogue is in it. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const [json, typescript] = [join(folder, "json"), join(folder, "typescript")];
    writePolicies(json, "json", fileCount);
    writePolicies(typescript, "ts", fileCount);
    const run = { files: fileCount, findings: findingsIn(fileCount), options: ["--stats"] };
    const costs = await inRounds(rounds, {
      json: () => lint({ ...run, folder: json, config: "json-strict" }),
      typescript: () => lint({ ...run, folder: typescript, config: "typescript-strict" }),
    });
    return [
      {
        what: `${fileCount} policies in JSON, all rules / parser`,
        samples: costs.map((cost) => cost.json.ruleTime / cost.json.parseTime),
        target: { atMost: 0.25 },
      },
      {
        what: `${fileCount} policies in TypeScript, all rules / parser`,
        samples: costs.map((cost) => cost.typescript.ruleTime / cost.typescript.parseTime),
        target: { atMost: 0.08 },
      },
      {
        what: "all rules on a policy in JSON",
        unit: "ms",
        samples: costs.map((cost) => cost.json.ruleTime / fileCount),
      },
      {
        what: "all rules on a policy in TypeScript",
        unit: "ms",
        samples: costs.map((cost) => cost.typescript.ruleTime / fileCount),
      },
    ];
  });
}
