import { Ajv } from "ajv";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../lint-process.js";
import { misspeltIn, rightNames } from "../policy-corpus.js";
import { findingsIn, writePolicies } from "../policy-files.js";
import { inRounds } from "../rounds.js";
import type { Row } from "../row.js";
import { inTemporaryFolder } from "../temporary-folder.js";

const fileCount = 1000;
const rounds = 3;

/** What a user can do without the plugin: have a JSON Schema list the actions that are right, and nothing more. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const schema = schemaOf(rightNames());
    writeFileSync(join(folder, "schema.json"), JSON.stringify(schema));
    writePolicies(join(folder, "policies"), "json", fileCount);
    const run = { folder, paths: ["policies"], files: fileCount };
    const ours = { ...run, config: "json-strict", findings: findingsIn(fileCount) };
    const theirs = {
      ...run,
      config: "json-schema",
      findings: { "json-schema-validator/no-invalid": misspeltIn(fileCount) },
    };
    const whole = await inRounds(rounds, { theirs: () => lint(theirs), ours: () => lint(ours) });
    const bare = await inRounds(rounds, {
      theirs: () => timeOfAjv(schema, join(folder, "policies")),
      ours: () => lint({ ...ours, options: ["--stats"] }).ruleTime,
    });
    return [
      {
        what: `${fileCount} policies, eslint-plugin-json-schema-validator / all rules`,
        samples: whole.map((costs) => costs.theirs.processorTime / costs.ours.processorTime),
        target: { atLeast: 10 },
      },
      {
        what: "the same without ESLint, ajv / our rules' own time",
        samples: bare.map((times) => times.theirs / times.ours),
      },
    ];
  });
}

function schemaOf(names: readonly string[]): object {
  const action = { type: "array", items: { enum: names } };
  const statement = { type: "object", properties: { Action: action } };
  return { type: "object", properties: { Statement: { type: "array", items: statement } } };
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
