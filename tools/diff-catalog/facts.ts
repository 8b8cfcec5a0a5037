/** The facts of each action of a service, rolled up over its permission rows. */
import type { PermissionRow, ServiceFile, ActionWithoutRow } from "../../src/catalog/format.js";
import { compare, isExactName, nameKey, nameOf, serviceOf } from "../import-catalog/names.js";

export type RolledUp = "all" | "mixed" | "none" | "unknown";

export interface ActionFacts {
  readonly name: string;
  readonly evidence: ActionWithoutRow["evidence"] | "table";
  readonly iamProject: RolledUp;
  readonly enterpriseProject: RolledUp;
  /** The other actions that every row of the action requires unconditionally. Sorted. */
  readonly requires: readonly string[];
}

/** The facts of all actions of a service, by name in lower case. */
export function actionFacts(file: ServiceFile): ReadonlyMap<string, ActionFacts> {
  const rowsOf = new Map<string, PermissionRow[]>();
  const facts = new Map<string, ActionFacts>();
  const names = new Map<string, string>();
  for (const row of file.rows) {
    for (const name of row.actions.map(nameOf)) {
      if (serviceOf(name) !== file.service || !isExactName(name)) continue;
      names.set(nameKey(name), name);
      rowsOf.set(nameKey(name), [...(rowsOf.get(nameKey(name)) ?? []), row]);
    }
  }
  for (const [key, rows] of rowsOf) facts.set(key, rollUp(names.get(key) ?? key, rows));
  for (const { name, evidence } of file.withoutRow) {
    facts.set(nameKey(name), { name, evidence, iamProject: "unknown", enterpriseProject: "unknown", requires: [] });
  }
  return facts;
}

function rollUp(name: string, rows: readonly PermissionRow[]): ActionFacts {
  const [first = [], ...others] = rows.map((row) => requirements(row, name));
  return {
    name,
    evidence: "table",
    iamProject: support(rows.map((row) => row.iamProject)),
    enterpriseProject: support(rows.map((row) => row.enterpriseProject)),
    requires: first.filter((one) => others.every((other) => other.includes(one))).sort(compare),
  };
}

function requirements(row: PermissionRow, name: string): readonly string[] {
  const unconditional = [...row.actions, ...(row.dependencies ?? [])].filter((named) => typeof named === "string");
  return [...new Set(unconditional)].filter((one) => nameKey(one) !== nameKey(name));
}

function support(marks: readonly (boolean | undefined)[]): RolledUp {
  const known = marks.filter((mark) => mark !== undefined);
  if (known.length === 0) return "unknown";
  if (known.every((mark) => mark)) return "all";
  return known.some((mark) => mark) ? "mixed" : "none";
}
