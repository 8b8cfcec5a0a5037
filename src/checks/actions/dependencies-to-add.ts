import type { Catalog } from "../../catalog/catalog.js";
import type { Dependency } from "../../catalog/dependencies.js";
import { commonSupport } from "../../catalog/support.js";
import { covers, isStar } from "../../policy/pattern.js";

/**
 * The missing dependency actions to suggest, without those that another one covers. Empty if one of them would grant a
 * whole service, which nobody needs, or has no effect on the enterprise project that the policy is granted on.
 */
export function dependenciesToAdd(
  missing: readonly Dependency[],
  catalog: Catalog,
  isOnEnterpriseProject: boolean,
): readonly string[] {
  const isEffective = ({ pattern }: Dependency) =>
    !isOnEnterpriseProject || commonSupport(catalog.matching(pattern), "enterpriseProject") !== "none";
  return missing.every((dependency) => !isWholeService(dependency) && isEffective(dependency))
    ? missing.filter((dependency) => !isCoveredIn(missing, dependency)).map(({ name }) => name)
    : [];
}

function isWholeService({ pattern }: Dependency): boolean {
  return isStar(pattern.resourceType) && isStar(pattern.operation);
}

function isCoveredIn(dependencies: readonly Dependency[], dependency: Dependency): boolean {
  return dependencies.some((other) => other !== dependency && covers(other.pattern, dependency.pattern));
}
