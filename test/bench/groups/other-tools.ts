import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../lint-process.js";
import { misspeltIn } from "../policy-corpus.js";
import { findingsIn } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { schemaOfNames, validatorBesideUs } from "../schema-validator.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fileCount = 1000;
const rounds = 3;

/** What a user can do without the plugin: have a JSON Schema list the actions that are right, and nothing more. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const whole = await validatorBesideUs(folder, 10);
    const ours = { folder, paths: ["policies"], files: fileCount, findings: findingsIn(fileCount) };
    const bare = await inRounds(rounds, {
      theirs: () => timeOfAjv(schemaOfNames(), join(folder, "policies")),
      ours: () => lint({ ...ours, config: "json-strict", options: ["--stats"] }).ruleTime,
    });
    return [
      whole,
      {
        what: "the same without ESLint, ajv / our rules' own time",
        samples: bare.map((times) => times.theirs / times.ours),
      },
    ];
  });
}

/** The compiled schema alone, on policies that are parsed already. */
function timeOfAjv(schema: object, folder: string): number {
  const policies = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown);
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const start = performance.now();
  const wrong = policies.filter((policy) => !validate(policy));
  const time = performance.now() - start;
  if (wrong.length !== misspeltIn(fileCount)) {
    throw new Error(`ajv finds fault with ${wrong.length} policies.`);
  }
  return time;
}
