import { memoize } from "../text/memoize.js";
import { type ActionPattern } from "../policy/pattern.js";
import { matchesPart } from "../policy/wildcards.js";
import type { Cloud, Coverage, Verdict } from "./format.js";
import type { CatalogService } from "./service.js";

/**
 * How likely a name or pattern that a service lacks is a mistake, on every one of some clouds that has the service: the
 * verdict of the most cautious of them. A cloud without a table of the service has nothing to say for or against the
 * name, so it allows no verdict either.
 *
 * @param clouds the clouds that may be meant
 */
export function verdictOn(service: CatalogService, pattern: ActionPattern, clouds: readonly Cloud[]): Verdict {
  if (clouds.includes(cloudWithAllServices) && !service.clouds.has(cloudWithAllServices)) {
    return "mentioned";
  }
  const verdicts = [...service.clouds].map(([cloud, { coverage }]) =>
    verdictOf(coverage, pattern.resourceType, tabledTypes(service).get(cloud)),
  );
  return cautious.find((verdict) => verdicts.includes(verdict)) ?? "mentioned";
}

/**
 * The other clouds offer services of Huawei Cloud. So one that is not in its pages, which it no longer updates, is there
 * all the same (facts.md#frozen-documentation).
 */
const cloudWithAllServices: Cloud = "huaweicloud";

/** Whether a resource type, in lower case, is in no table and stands in patterns of official policies. */
export function isNamedByPatterns({ clouds }: CatalogService, resourceType: string): boolean {
  return [...clouds.values()].some(({ coverage }) => coverage.partialTypes?.[resourceType]?.listed === 0);
}

/** From the most cautious to the least. */
const cautious: readonly Verdict[] = ["mentioned", "partial", "likely", "complete"];

function verdictOf(
  { verdict, partialTypes = {}, newTypes }: Coverage,
  resourceType: string,
  tabled: ReadonlySet<string> = new Set(),
): Verdict {
  const mayBeNewType = newTypes !== undefined && !tabled.has(resourceType);
  const isPartial = mayBeNewType || Object.keys(partialTypes).some((type) => matchesPart(resourceType, type));
  return isPartial ? "partial" : verdict;
}

/** The resource types, in lower case, that the tables of each cloud have. */
const tabledTypes = memoize(({ actions }: CatalogService): ReadonlyMap<Cloud, ReadonlySet<string>> => {
  const types = new Map<Cloud, Set<string>>();
  for (const { pattern, facts } of actions.values()) {
    for (const { cloud } of facts.filter(({ evidence }) => evidence === "table")) {
      types.set(cloud, (types.get(cloud) ?? new Set()).add(pattern.resourceType));
    }
  }
  return types;
});
