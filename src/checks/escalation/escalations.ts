import { covers, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import type { GrantOnEveryResource } from "../effect/resource-scope.js";
import type { Catalog } from "../../catalog/catalog.js";
import { assumingActions } from "../../policy/dialects.js";
import { escalations } from "./escalation-actions.js";
import type { CatalogAction } from "../../catalog/service.js";

/** An action that suffices alone to raise one's own rights. */
export interface RaisingAction {
  readonly action: CatalogAction;
  /** What those who have it can do: "they can ..."; `undefined`: act as an agency. */
  readonly gain: string | undefined;
}

/** Grants that only together raise rights. */
export interface RaisingCombination {
  readonly gain: string;
  readonly actions: readonly CatalogAction[];
  /** The grant that completes it. */
  readonly last: GrantOnEveryResource;
  /** The grants before it that give the other actions; none where one pattern gives all. */
  readonly others: readonly GrantOnEveryResource[];
}

/** Whether an action that is allowed is surely not denied. */
type IsGranted = (action: CatalogAction) => boolean;

const alone: readonly { pattern: ActionPattern; gain: string | undefined }[] = [
  ...assumingActions.map((name) => ({ pattern: patternOf(name), gain: undefined })),
  ...escalations
    .filter(({ needs }) => needs.length === 1)
    .map(({ needs: [name], gain }) => ({ pattern: patternOf(name), gain })),
];

const together = escalations
  .filter(({ needs }) => needs.length > 1)
  .map(({ needs, gain }) => ({ patterns: needs.map(patternOf), gain }));

const raisingPatterns = [...alone.map(({ pattern }) => pattern), ...together.flatMap(({ patterns }) => patterns)];
const raisingServices = new Set(raisingPatterns.map(({ service }) => service));

/** Whether a service has actions with which somebody can raise their own rights. */
export function isRaisingService(service: string): boolean {
  return raisingServices.has(service);
}

/** The actions under a pattern that suffice alone, as far as the catalogue has them. */
export function raisingActions(
  pattern: ActionPattern,
  catalog: Catalog,
  isGranted: IsGranted,
): readonly RaisingAction[] {
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
export function raisingCombinations(
  grants: readonly GrantOnEveryResource[],
  catalog: Catalog,
  isGranted: IsGranted,
): readonly RaisingCombination[] {
  return together.flatMap(({ patterns, gain }) => {
    const granting = patterns.map((pattern) => grants.find((grant) => covers(grant.pattern, pattern)));
    const others = granting.includes(undefined) ? [] : grants.filter((grant) => granting.includes(grant));
    const last = others.pop();
    if (!last || [...others, last].some(({ pattern }) => raisingActions(pattern, catalog, isGranted).length > 0)) {
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
    throw new Error(`${name} is no action.`);
  }
  return pattern;
}
