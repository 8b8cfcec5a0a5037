import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { GrantScope } from "../../policy/grant-site.js";
import { serviceOf } from "../../policy/pattern.js";
import type { Check } from "../summary/check.js";
import type { Level } from "../../catalog/level.js";
import { allowedByLevel, describeServices } from "./levels.js";

/**
 * Grants at a scope where some actions of the policy have no effect, because their services are of the other level.
 *
 * @param ignored services that may be combined with either level
 */
export function grantLevelProblems(ignored: readonly string[]): Check<"grantLevel"> {
  return {
    when: (summary) => summary.isPlaced,
    problems: (policy, { catalog }) => grantLevelMismatches(policy, catalog, ignored),
  };
}

/** @param ignored services that may be combined with either level */
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
              odd: describeServices(new Set(actions.map(serviceOf)), level),
              place: places[scope],
              line: { linesOf: [range] },
              remedy: level === "project" ? "Grant it on a project instead." : "Grant it on the domain instead.",
            },
          },
        ]
      : [];
  });
}

const places: Readonly<Record<GrantScope, string>> = {
  "iam-project": "a project",
  "enterprise-project": "an enterprise project",
  domain: "the domain",
  "all-projects": "all projects",
};

/** The level of the actions that have no effect at a scope (facts.md#scope-of-a-grant). */
function ineffectiveLevel(scope: GrantScope): Level | undefined {
  return scope === "domain" ? "project" : scope === "all-projects" ? undefined : "global";
}

/**
 * Whether an action works on a grant of the other level after all. OBS is granted on projects, too
 * (facts.md#obs-is-granted-twice), and the tables of some global services mark their APIs as supporting enterprise
 * projects. Tables of other clouds have no such marks.
 */
function isSupportedAt(scope: GrantScope, action: Action, catalog: Catalog): boolean {
  const isGlobal = scope !== "domain";
  const { pattern } = action;
  return (
    isGlobal &&
    (serviceOf(action) === "obs" ||
      (scope === "enterprise-project" &&
        pattern !== undefined &&
        catalog.matching(pattern).some(supportsEnterpriseProjects)))
  );
}

function supportsEnterpriseProjects({ facts }: CatalogAction): boolean {
  return facts.some(({ rows }) => rows.some(({ enterpriseProject }) => enterpriseProject === true));
}
