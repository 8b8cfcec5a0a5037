import type { Range } from "../text/range.js";

/** Where a role is assigned. `all-projects` takes in every IAM project and the global services. */
export type GrantScope = "iam-project" | "enterprise-project" | "domain" | "all-projects";

/** The place that says where a policy is granted. */
export interface GrantSite {
  readonly scope: GrantScope;
  /** The property that says so, such as `enterpriseProjectId: ...`. */
  readonly range: Range;
  /** The same for all grants to one group, user or agency; `undefined` when that is not known. */
  readonly principal?: object | string | undefined;
  /** The same for one project or enterprise project; `undefined` when it is not known which it is. */
  readonly target?: object | string;
}

/**
 * Whether a policy is granted on an enterprise project.
 *
 * @param scope where it is granted when no assignment is in sight
 */
export function isOnEnterpriseProject(sites: readonly GrantSite[], scope: GrantScope | undefined): boolean {
  const scopes = sites.length > 0 ? sites.map((site) => site.scope) : [scope];
  return scopes.includes("enterprise-project");
}

/**
 * Whether what is granted at one site holds for everything that is granted at another one (facts:
 * policy-language 1.12 and 3.1). A grant on an IAM project says nothing of one on an enterprise project, and the
 * other way round.
 */
export function reaches(site: GrantSite, other: GrantSite): boolean {
  return site.principal !== undefined && site.principal === other.principal && isWherever(site, other);
}

/** All projects are looked at first, and a Deny there ends the check. */
function isWherever({ scope, target }: GrantSite, other: GrantSite): boolean {
  const isSameTarget = scope === "domain" || (target !== undefined && target === other.target);
  return scope === "all-projects" || (scope === other.scope && isSameTarget);
}

/** Which services a role is for: `domain` roles (AX) for global ones, `project` roles (XA) for those of projects. */
export interface RoleLevel {
  readonly level: "global" | "project";
  /** The property that says so, such as `displayLayer: "domain"`. */
  readonly range: Range;
  /** What the property says for the other level, such as `project`. */
  readonly opposite: string;
}
