import { covers, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import type { UnrestrictedGrant } from "../effect/resource-scope.js";
import type { Catalog } from "../../catalog/catalog.js";
import { assumingActions } from "../../policy/dialects.js";
import { escalations } from "./escalation-actions.js";
import type { CatalogAction } from "../../catalog/service.js";

/** An action that is sufficient by itself to escalate privileges. */
export interface EscalatingAction {
  readonly action: CatalogAction;
  /** The privilege gained, completing "lets its holders ..."; `undefined` for assuming an agency. */
  readonly gain: string | undefined;
}

/** Grants that escalate privileges only in combination. */
export interface EscalatingCombination {
  readonly gain: string;
  readonly actions: readonly CatalogAction[];
  /** The grant that completes the combination. */
  readonly last: UnrestrictedGrant;
  /** The earlier grants of the other actions; empty if one pattern grants all of them. */
  readonly others: readonly UnrestrictedGrant[];
}

/** Whether an allowed action is certainly not denied. */
export type IsGranted = (action: CatalogAction) => boolean;

const singleActions: readonly { pattern: ActionPattern; gain: string | undefined }[] = [
  ...assumingActions.map((name) => ({ pattern: patternOf(name), gain: undefined })),
  ...escalations
    .filter(({ needs }) => needs.length === 1)
    .map(({ needs: [name], gain }) => ({ pattern: patternOf(name), gain })),
];

const combinations = escalations
  .filter(({ needs }) => needs.length > 1)
  .map(({ needs, gain }) => ({ patterns: needs.map(patternOf), gain }));

/** The documented actions covered by a pattern that are sufficient by themselves. */
export function escalatingActions(
  pattern: ActionPattern,
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalatingAction[] {
  return singleActions.flatMap((entry) => {
    const action = covers(pattern, entry.pattern) ? catalog.action(entry.pattern) : undefined;
    return action && isGranted(action) ? [{ action, gain: entry.gain }] : [];
  });
}

/**
 * The combinations that a list of grants completes, without those that contain an action sufficient by itself, which is
 * reported instead.
 *
 * @param grants in source order
 */
export function escalatingCombinations(
  grants: readonly UnrestrictedGrant[],
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalatingCombination[] {
  return combinations.flatMap(({ patterns, gain }) => {
    const granting = patterns.map((pattern) => grants.find((grant) => covers(grant.pattern, pattern)));
    const others = granting.includes(undefined) ? [] : grants.filter((grant) => granting.includes(grant));
    const last = others.pop();
    if (!last || [...others, last].some(({ pattern }) => escalatingActions(pattern, catalog, isGranted).length > 0)) {
      return [];
    }
    const actions = patterns.flatMap((pattern) => catalog.action(pattern) ?? []).filter(isGranted);
    return actions.length === patterns.length ? [{ gain, actions, last, others }] : [];
  });
}

/** @throws Error if a name in the table is not an action */
function patternOf(name: string): ActionPattern {
  const pattern = parsePattern(name);
  if (!pattern) {
    throw new Error(`${name} is not an action.`);
  }
  return pattern;
}
