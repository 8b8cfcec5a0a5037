/** Names of a cloud that have no permission row of their own. */
import type { ActionWithoutRow } from "../../src/catalog/format.js";
import { isExactName, nameKey } from "./names.js";
import type { PresentNames } from "./present-names.js";

export interface NameUses {
  /** Names in the Action column of a service's own rows. */
  readonly withRow: readonly string[];
  /** Names in other rows: dependencies, and actions of other services in an Action column. */
  readonly required: readonly string[];
  /** Names of pages and revisions that are gone. */
  readonly former: readonly string[];
  /** What the APIs of former names need today. */
  readonly present: PresentNames;
  /** Names of the cloud's example policies. */
  readonly examples: readonly string[];
}

/**
 * Each name once, with the strongest evidence that it has: a name that some row requires is in use whatever old
 * pages say of it, and a name that was documented once is better known than one that only an example uses.
 * Patterns are left out.
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
  ];
}

function withPresentNames(former: ActionWithoutRow, present: PresentNames): ActionWithoutRow {
  const presentNames = present.get(nameKey(former.name)) ?? [];
  return presentNames.length === 0 ? former : { ...former, presentNames };
}
