/** Finds the names of a cloud that have no permission row of their own. */
import type { ActionWithoutRow } from "../../src/catalog/format.js";
import { isExactName, nameKey } from "./names.js";
import type { PresentNames } from "./present-names.js";

export interface NameUses {
  /** Names in the action column of rows of their own service. */
  readonly withRow: readonly string[];
  /** Names that rows require: dependencies, and actions of other services in an action column. */
  readonly required: readonly string[];
  /** Names on deleted pages and in old revisions. */
  readonly former: readonly string[];
  /** The actions that replaced former names. */
  readonly present: PresentNames;
  /** Names in the cloud's example policies. */
  readonly examples: readonly string[];
  /** Names in policies that run in the cloud. */
  readonly policies: readonly string[];
}

/**
 * The names without a row, each once with its strongest evidence. Being required by a row outranks a former page: the
 * name is in use. A former page outranks an example policy, which may have typos. Patterns are left out.
 */
export function namesWithoutRow(uses: NameUses): readonly ActionWithoutRow[] {
  const seen = new Set(uses.withRow.map(nameKey));
  const unseen = (names: readonly string[], evidence: ActionWithoutRow["evidence"]): readonly ActionWithoutRow[] =>
    names
      .filter((name) => isExactName(name) && !seen.has(nameKey(name)) && seen.add(nameKey(name)))
      .map((name) => ({ name, evidence }));
  return [
    ...unseen(uses.required, "dependency-only"),
    ...unseen(uses.former, "former").map((one) => withPresentNames(one, uses.present)),
    ...unseen(uses.examples, "example-only"),
    ...unseen(uses.policies, "policy-only"),
  ];
}

function withPresentNames(former: ActionWithoutRow, present: PresentNames): ActionWithoutRow {
  const presentNames = present.get(nameKey(former.name)) ?? [];
  return presentNames.length === 0 ? former : { ...former, presentNames };
}
