import type { Catalog } from "../../catalog/catalog.js";
import { dependenciesOf, type Dependency, type DependencyMode } from "../../catalog/dependencies.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Grants } from "../effect/grants.js";
import { lookUpActions } from "./action-lookup.js";
import { allowedActions } from "./allowed-actions.js";
import { mayHold, type Level } from "../../catalog/level.js";
import { actionsByLevel } from "./levels.js";

/** An allowed action, some of whose dependency actions are not granted. */
export interface UnmetDependencies {
  readonly documented: CatalogAction;
  readonly action: Action;
  /** The dependency actions that belong in the same policy. */
  readonly dependencies: readonly Dependency[];
  /** The subset of `dependencies` that is not granted. */
  readonly missing: readonly Dependency[];
  /** Dependency actions that belong in a policy of the other level and are not granted either. */
  readonly missingElsewhere: readonly Dependency[];
}

/**
 * The allowed actions of a policy that lack dependency actions. Excludes actions that a working action depends on: they
 * may be granted for that action only, so their own dependencies need not be met.
 */
export function unmetDependencies(
  policy: PolicyDocument,
  grants: Grants,
  catalog: Catalog,
  mode: DependencyMode,
): readonly UnmetDependencies[] {
  const all = [...lookUpActions(policy, catalog).allowedWithRequirements]
    .filter(([documented]) => dependenciesOf(documented, mode).length > 0 && !grants.denyOf(documented.pattern))
    .map(([documented, action]) => dependenciesIn(documented, action));
  const working = all.filter(({ missing }) => missing.length === 0);
  const neededByWorking = new Set(
    working.flatMap(({ dependencies }) => dependencies.map(({ pattern }) => pattern.text)),
  );
  return all.filter(({ missing, documented }) => missing.length > 0 && !neededByWorking.has(documented.pattern.text));

  function dependenciesIn(documented: CatalogAction, action: Action): UnmetDependencies {
    const level = catalog.service(documented.pattern.service)?.level ?? commonLevel(policy, catalog);
    const required = dependenciesOf(documented, mode);
    const dependencies = required.filter(({ pattern }) => mayHold(level, pattern, catalog));
    const notGranted = required.filter(({ pattern }) => !grants.isGranted(pattern));
    return {
      documented,
      action,
      dependencies,
      missing: notGranted.filter((dependency) => dependencies.includes(dependency)),
      missingElsewhere: notGranted.filter((dependency) => !dependencies.includes(dependency)),
    };
  }
}

/** The level that a policy's allowed actions share; `undefined` if they differ or no source documents it. */
function commonLevel(policy: PolicyDocument, catalog: Catalog): Level | undefined {
  const { global, project } = actionsByLevel(allowedActions(policy), catalog);
  const isGlobal = global.actions.length > 0;
  return isGlobal === project.actions.length > 0 ? undefined : isGlobal ? "global" : "project";
}
