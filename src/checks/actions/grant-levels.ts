import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { GrantScope } from "../../policy/grant-site.js";
import { allowedByLevel, describeServices, type Level } from "./levels.js";

/**
 * Grants at a scope where some actions of the policy have no effect, because their services are of the other level.
 *
 * @param ignored services that may be combined with either level
 */
export function grantLevelMismatches(
  policy: PolicyDocument,
  catalog: Catalog,
  ignored: readonly string[],
): readonly Problem<"grantLevel">[] {
  const levels = allowedByLevel(policy, catalog, ignored);
  return policy.grantSites.flatMap(({ scope, range }) => {
    const level = ineffectiveLevel(scope);
    const actions = level ? levels[level].actions.filter((action) => !isSupportedAt(scope, action, catalog)) : [];
    const [first] = actions;
    return level && first
      ? [
          {
            range: first.string.contentRange,
            id: "grantLevel",
            data: {
              odd: describeServices(new Set(actions.map(({ pattern }) => pattern?.service ?? "")), level),
              place: scope === "domain" ? "the domain" : "an enterprise project",
              line: { linesOf: [range] },
              remedy: level === "project" ? "Grant it on a project instead." : "Grant it on the domain instead.",
            },
          },
        ]
      : [];
  });
}

/**
 * The level of the actions that have no effect at a scope. `iam-project` has none: the project may be the one that OBS
 * is granted on.
 */
function ineffectiveLevel(scope: GrantScope): Level | undefined {
  return scope === "domain" ? "project" : scope === "enterprise-project" ? "global" : undefined;
}

/**
 * Whether an action works on a grant of the other level after all: the tables of some global services, such as OBS on
 * Huawei Cloud, mark their APIs as supporting enterprise projects. Tables of other clouds have no such marks.
 */
function isSupportedAt(scope: GrantScope, { pattern }: Action, catalog: Catalog): boolean {
  return (
    scope === "enterprise-project" &&
    pattern !== undefined &&
    (pattern.service === "obs" || catalog.matching(pattern).some(supportsEnterpriseProjects))
  );
}

function supportsEnterpriseProjects({ facts }: CatalogAction): boolean {
  return facts.some(({ rows }) => rows.some(({ enterpriseProject }) => enterpriseProject === true));
}
