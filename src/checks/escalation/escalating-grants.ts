import { covers, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import type { GrantOnEveryResource } from "../effect/resource-scope.js";
import type { Catalog } from "../../catalog/catalog.js";
import { assumingActions } from "../../policy/dialects.js";
import { escalations } from "./escalation-actions.js";
import type { CatalogAction } from "../../catalog/service.js";

/** An action with which alone somebody can raise their own rights. */
export interface EscalatingAction {
  readonly action: CatalogAction;
  /** The gain of those who have it, to follow "lets its holders"; `undefined`: assume an agency. */
  readonly gain: string | undefined;
}

/** Grants with which only together somebody can raise their own rights. */
export interface EscalatingCombination {
  readonly gain: string;
  readonly actions: readonly CatalogAction[];
  /** The grant that completes it. */
  readonly last: GrantOnEveryResource;
  /** The grants before it that give the other actions; none where one pattern gives all. */
  readonly others: readonly GrantOnEveryResource[];
}

/** Whether an action that is allowed is surely not denied. */
export type IsGranted = (action: CatalogAction) => boolean;

const alone: readonly { pattern: ActionPattern; gain: string | undefined }[] = [
  ...assumingActions.map((name) => ({ pattern: patternOf(name), gain: undefined })),
  ...escalations
    .filter(({ needs }) => needs.length === 1)
    .map(({ needs: [name], gain }) => ({ pattern: patternOf(name), gain })),
];

const together = escalations
  .filter(({ needs }) => needs.length > 1)
  .map(({ needs, gain }) => ({ patterns: needs.map(patternOf), gain }));

const escalationPatterns = [...alone.map(({ pattern }) => pattern), ...together.flatMap(({ patterns }) => patterns)];
const escalationServices = new Set(escalationPatterns.map(({ service }) => service));

/** Whether a service has actions with which somebody can raise their own rights. */
export function hasEscalations(service: string): boolean {
  return escalationServices.has(service);
}

/** The actions under a pattern that suffice alone, as far as the catalogue has them. */
export function escalatingActions(
  pattern: ActionPattern,
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalatingAction[] {
  return alone.flatMap((entry) => {
    const action = covers(pattern, entry.pattern) ? catalog.action(entry.pattern) : undefined;
    return action && isGranted(action) ? [{ action, gain: entry.gain }] : [];
  });
}

/**
 * The combinations that some grants make complete. One that has a part which suffices alone is left out: without
 * that part it is none.
 *
 * @param grants in the order of the file
 */
export function escalatingCombinations(
  grants: readonly GrantOnEveryResource[],
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalatingCombination[] {
  return together.flatMap(({ patterns, gain }) => {
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

/** @throws Error where a name of the table is no action */
function patternOf(name: string): ActionPattern {
  const pattern = parsePattern(name);
  if (!pattern) {
    throw new Error(`${name} is not an action.`);
  }
  return pattern;
}
