import type { Action, Statement } from "../policy/document.js";
import type { Grants } from "../policy/effect/grants.js";
import { covers, isStar } from "../policy/pattern.js";
import { allowedActions } from "./allowed-actions.js";
import type { Catalog } from "./catalog.js";
import { dependenciesOf, type Dependency, type DependencyReach } from "./dependencies.js";
import type { CatalogAction } from "./service.js";
import { commonSupport } from "./support.js";

/** What an allowed action needs besides itself. */
export interface Need {
  readonly documented: CatalogAction;
  readonly action: Action;
  readonly required: readonly Dependency[];
  /** Those that its policy can hold. */
  readonly dependencies: readonly Dependency[];
  readonly missing: readonly Dependency[];
}

/**
 * The allowed actions of a policy that lack dependency actions. Those that an action needs which lacks nothing are
 * left out: they are there for that one, and what it takes to use them by themselves need not be granted.
 */
export function needsOf(
  statements: readonly Statement[],
  grants: Grants,
  catalog: Catalog,
  reach: DependencyReach,
): readonly Need[] {
  const needs = [...allowedActions(statements, catalog)]
    .filter(([documented]) => dependenciesOf(documented, reach).length > 0 && !grants.denialOf(documented.pattern))
    .map(([documented, action]) => needOf(documented, action));
  const working = needs.filter(({ missing }) => missing.length === 0);
  const helpers = new Set(working.flatMap(({ dependencies }) => dependencies.map(({ pattern }) => pattern.text)));
  return needs.filter(({ missing, documented }) => missing.length > 0 && !helpers.has(documented.pattern.text));

  function needOf(documented: CatalogAction, action: Action): Need {
    const required = dependenciesOf(documented, reach);
    const dependencies = required.filter((dependency) => canBeGrantedWith(documented, dependency, catalog));
    const missing = dependencies.filter(({ pattern }) => !grants.isGranted(pattern));
    return { documented, action, required, dependencies, missing };
  }
}

/**
 * Whether one policy may hold both: those of a global service and those of a project's go into policies of
 * their own (facts: policy-language 2.3), and a second policy may stand anywhere.
 */
function canBeGrantedWith(action: CatalogAction, dependency: Dependency, catalog: Catalog): boolean {
  const [own, other] = [action, dependency].map(({ pattern }) => catalog.service(pattern.service)?.level);
  return own === undefined || other === undefined || own === other;
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
