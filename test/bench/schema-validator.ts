import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "./lint-process.js";
import { misspeltIn, rightNames } from "./policy-corpus.js";
import { findingsIn, writePolicies } from "./policy-files.js";
import { inRounds } from "./rounds.js";
import type { Row } from "./row.js";

const fileCount = 1000;
const rounds = 3;

/**
 * Lints policies with a JSON Schema that lists the actions that are right, and nothing more, and with all our rules.
 *
 * @param folder holds the policies in `policies` afterwards
 * @param node the program of Node.js, if it is not the one that runs the bench
 */
export async function validatorBesideUs(folder: string, atLeast: number, node?: string): Promise<Row> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "schema.json"), JSON.stringify(schemaOfNames()));
  writePolicies(join(folder, "policies"), "json", fileCount);
  const run = { folder, paths: ["policies"], files: fileCount, node };
  const invalid = { "json-schema-validator/no-invalid": misspeltIn(fileCount) };
  const costs = await inRounds(rounds, {
    theirs: () => lint({ ...run, config: "json-schema", findings: invalid }).processorTime,
    ours: () => lint({ ...run, config: "json-strict", findings: findingsIn(fileCount) }).processorTime,
  });
  return {
    what: `${fileCount} policies, eslint-plugin-json-schema-validator / all rules`,
    samples: costs.map(({ theirs, ours }) => theirs / ours),
    target: { atLeast },
  };
}

/** A schema of policies whose actions are in one list of names. */
export function schemaOfNames(): object {
  const action = { type: "array", items: { enum: rightNames() } };
  const statement = { type: "object", properties: { Action: action } };
  return { type: "object", properties: { Statement: { type: "array", items: statement } } };
}
