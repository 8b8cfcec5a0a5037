import type { Catalog } from "../../catalog/catalog.js";
import { dependenciesOf, type Dependency, type DependencyMode } from "../../catalog/dependencies.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Grants } from "../effect/grants.js";
import { lookUpActions } from "./action-lookup.js";
import { allowedActions } from "./allowed-actions.js";
import { actionsByLevel, type Level } from "./levels.js";

/** An allowed action with its dependency actions, of which some are not granted. */
export interface UnmetDependencies {
  readonly documented: CatalogAction;
  readonly action: Action;
  /** Those that its policy can hold. */
  readonly dependencies: readonly Dependency[];
  /** Those among them that are not granted. */
  readonly missing: readonly Dependency[];
  /** Those that belong in a policy of the other level, and are not granted either. */
  readonly missingElsewhere: readonly Dependency[];
}

/**
 * The allowed actions of a policy that lack dependency actions. Left out are those that another one needs which lacks
 * nothing: they may be there for that one only, and what it takes to use them by themselves need not be granted.
 */
export function unmetDependencies(
  policy: PolicyDocument,
  grants: Grants,
  catalog: Catalog,
  reach: DependencyMode,
): readonly UnmetDependencies[] {
  const all = [...lookUpActions(policy, catalog).allowedWithRequirements]
    .filter(([documented]) => dependenciesOf(documented, reach).length > 0 && !grants.denialOf(documented.pattern))
    .map(([documented, action]) => dependenciesIn(documented, action));
  const working = all.filter(({ missing }) => missing.length === 0);
  const helpers = new Set(working.flatMap(({ dependencies }) => dependencies.map(({ pattern }) => pattern.text)));
  return all.filter(({ missing, documented }) => missing.length > 0 && !helpers.has(documented.pattern.text));

  function dependenciesIn(documented: CatalogAction, action: Action): UnmetDependencies {
    const level = catalog.service(documented.pattern.service)?.level ?? commonLevel(policy, catalog);
    const required = dependenciesOf(documented, reach);
    const dependencies = required.filter((dependency) => isOfLevel(level, dependency, catalog));
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

/**
 * Whether a policy of a level may hold a dependency action: those of global services and those of a project's go into
 * policies of their own (facts.md#one-level-in-a-policy), and a second policy may stand anywhere.
 */
function isOfLevel(level: Level | undefined, { pattern }: Dependency, catalog: Catalog): boolean {
  const other = catalog.service(pattern.service)?.level;
  return level === undefined || other === undefined || level === other;
}

/** The level that the allowed actions of a policy have, as far as they have one; no source tells that of some services. */
function commonLevel(policy: PolicyDocument, catalog: Catalog): Level | undefined {
  const { global, project } = actionsByLevel(allowedActions(policy), catalog);
  const isGlobal = global.actions.length > 0;
  return isGlobal === project.actions.length > 0 ? undefined : isGlobal ? "global" : "project";
}
