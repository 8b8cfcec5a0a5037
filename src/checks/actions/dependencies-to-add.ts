import type { Catalog } from "../../catalog/catalog.js";
import type { Dependency } from "../../catalog/dependencies.js";
import { commonSupport } from "../../catalog/support.js";
import { covers, isStar } from "../../policy/pattern.js";

/**
 * Whether a missing dependency action may be suggested: not if it would grant a whole service, because no table says
 * which part of it is needed, or if it has no effect on the enterprise project that the policy is granted on.
 */
export function isSuggestible(dependency: Dependency, catalog: Catalog, isOnEnterpriseProject: boolean): boolean {
  return (
    !isWholeService(dependency) &&
    !(isOnEnterpriseProject && commonSupport(catalog.matching(dependency.pattern), "enterpriseProject") === "none")
  );
}

/** Some dependency actions without those that another one of them covers. */
export function withoutCovered(dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.filter(
    (dependency) => !dependencies.some((other) => other !== dependency && covers(other.pattern, dependency.pattern)),
  );
}

function isWholeService({ pattern }: Dependency): boolean {
  return isStar(pattern.resourceType) && isStar(pattern.operation);
}
