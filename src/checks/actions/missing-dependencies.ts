import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Grants } from "../effect/grants.js";
import { covers, isStar } from "../../policy/pattern.js";
import type { Catalog } from "../../catalog/catalog.js";
import { documentedActions } from "./documented-actions.js";
import { dependenciesOf, type Dependency, type DependencyMode } from "../../catalog/dependencies.js";
import { actionsByLevel, type Level } from "./levels.js";
import type { CatalogAction } from "../../catalog/service.js";
import { commonSupport } from "../../catalog/support.js";

/** What an allowed action needs besides itself. */
export interface MissingDependencies {
  readonly documented: CatalogAction;
  readonly action: Action;
  readonly required: readonly Dependency[];
  /** Those that its policy can hold. */
  readonly dependencies: readonly Dependency[];
  readonly missing: readonly Dependency[];
}

/**
 * The allowed actions of a policy that lack dependency actions. Left out are those that another one needs which lacks
 * nothing: they may be there for that one only, and what it takes to use them by themselves need not be granted.
 */
export function missingDependencies(
  document: PolicyDocument,
  grants: Grants,
  catalog: Catalog,
  mode: DependencyMode,
): readonly MissingDependencies[] {
  const needs: MissingDependencies[] = [];
  for (const [documented, action] of documentedActions(document, catalog).withRequirements) {
    if (dependenciesOf(documented, mode).length > 0 && !grants.denialOf(documented.pattern)) {
      needs.push(needOf(documented, action));
    }
  }
  const working = needs.filter(({ missing }) => missing.length === 0);
  const helpers = new Set(working.flatMap(({ dependencies }) => dependencies.map(({ pattern }) => pattern.text)));
  return needs.filter(({ missing, documented }) => missing.length > 0 && !helpers.has(documented.pattern.text));

  function needOf(documented: CatalogAction, action: Action): MissingDependencies {
    const required = dependenciesOf(documented, mode);
    const level = catalog.service(documented.pattern.service)?.level ?? levelOfAll(document, catalog);
    const dependencies = required.filter((dependency) => isOfLevel(level, dependency, catalog));
    const missing = dependencies.filter(({ pattern }) => !grants.isGranted(pattern));
    return { documented, action, required, dependencies, missing };
  }
}

/**
 * Whether a policy of a level may hold a dependency action: those of global services and those of a project's go into
 * policies of their own (facts: policy-language 2.3), and a second policy may stand anywhere.
 */
function isOfLevel(level: Level | undefined, { pattern }: Dependency, catalog: Catalog): boolean {
  const other = catalog.service(pattern.service)?.level;
  return level === undefined || other === undefined || level === other;
}

/** The level that the allowed actions of a policy have, as far as they have one; no source tells that of some services. */
function levelOfAll({ statements }: PolicyDocument, catalog: Catalog): Level | undefined {
  const allowed = statements.filter(({ effect }) => effect === "Allow").flatMap(({ actions }) => actions);
  const { global, project } = actionsByLevel(allowed, catalog);
  const isGlobal = global.actions.length > 0;
  return isGlobal === project.actions.length > 0 ? undefined : isGlobal ? "global" : "project";
}

/**
 * The dependency actions to propose for a policy, without those that others of them cover. None where one of them
 * would be a grant of a whole service, of which nobody needs all, or has no effect where the policy is granted.
 */
export function namesToAdd(
  dependencies: readonly Dependency[],
  catalog: Catalog,
  isOnEnterpriseProject: boolean,
): readonly string[] {
  const isEffective = ({ pattern }: Dependency) =>
    !isOnEnterpriseProject || commonSupport(catalog.matching(pattern), "enterpriseProject") !== "none";
  return dependencies.every((dependency) => !isWholeService(dependency) && isEffective(dependency))
    ? dependencies.filter((dependency) => !isCoveredIn(dependencies, dependency)).map(({ name }) => name)
    : [];
}

function isWholeService({ pattern }: Dependency): boolean {
  return isStar(pattern.resourceType) && isStar(pattern.operation);
}

function isCoveredIn(dependencies: readonly Dependency[], dependency: Dependency): boolean {
  return dependencies.some((other) => other !== dependency && covers(other.pattern, dependency.pattern));
}
