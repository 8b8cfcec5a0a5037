import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { GrantScope } from "../../policy/grant-site.js";
import { allowedByLevel, describeServices, type Level } from "./levels.js";

/**
 * Grants of a policy at a scope that some of its actions do not work on, because their services are of the other level.
 *
 * @param ignored services that may stand beside those of either level
 */
export function grantsOfOtherLevel(
  policy: PolicyDocument,
  catalog: Catalog,
  ignored: readonly string[],
): readonly Problem<"grant">[] {
  const levels = allowedByLevel(policy, catalog, ignored);
  return policy.grantSites.flatMap(({ scope, range }) => {
    const level = levelWithoutEffect(scope);
    const actions = level ? levels[level].actions.filter((action) => !worksOn(scope, action, catalog)) : [];
    const [first] = actions;
    return level && first
      ? [
          {
            range: first.string.contentRange,
            id: "grant",
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

/** The level whose actions a grant cannot reach. A project may be the one that OBS is granted on. */
function levelWithoutEffect(scope: GrantScope): Level | undefined {
  return scope === "domain" ? "project" : scope === "enterprise-project" ? "global" : undefined;
}

/**
 * Whether an action works on a grant of the other level all the same: the tables of some global services, such as
 * OBS on Huawei Cloud, say that their APIs support enterprise projects. Those of the other clouds do not say.
 */
function worksOn(scope: GrantScope, { pattern }: Action, catalog: Catalog): boolean {
  return (
    scope === "enterprise-project" &&
    pattern !== undefined &&
    (pattern.service === "obs" || catalog.matching(pattern).some(isForEnterpriseProjects))
  );
}

function isForEnterpriseProjects({ facts }: CatalogAction): boolean {
  return facts.some(({ rows }) => rows.some(({ enterpriseProject }) => enterpriseProject === true));
}
