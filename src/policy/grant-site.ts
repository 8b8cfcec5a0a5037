import type { Range } from "../text/range.js";

/** The scope of a role assignment. `all-projects` includes every IAM project and the global services. */
export type GrantScope = "iam-project" | "enterprise-project" | "domain" | "all-projects";

export type PrincipalKind = "group" | "user" | "agency";

/** The place that says where a policy is granted. */
export interface GrantSite {
  readonly scope: GrantScope;
  /** The property that says so, such as `enterpriseProjectId: ...`. */
  readonly range: Range;
  /** Identifies the group, user or agency; `undefined` when it is not known. */
  readonly principal?: object | string | undefined;
  /** `undefined` when it is not known. */
  readonly principalKind?: PrincipalKind;
  /** Identifies the project or enterprise project; `undefined` when it is not known. */
  readonly target?: object | string;
}

/** A grant of a role whose policy the file does not show. */
export interface OtherGrant {
  readonly site: GrantSite;
  /** The name of a system role; `undefined` if nothing is known about the role. */
  readonly roleName?: string;
}

/** Whether two grants may have the same principal: one is not known, or a user may be in a group. */
export function maySharePrincipal(site: GrantSite, other: GrantSite): boolean {
  const kinds = [site.principalKind, other.principalKind];
  return (
    site.principal === undefined ||
    other.principal === undefined ||
    site.principal === other.principal ||
    (kinds.includes("user") && kinds.includes("group"))
  );
}

/**
 * Whether a policy is granted on an enterprise project.
 *
 * @param scope used when the file has no assignment of the policy
 */
export function isOnEnterpriseProject(sites: readonly GrantSite[], scope: GrantScope | undefined): boolean {
  const scopes = sites.length > 0 ? sites.map((site) => site.scope) : [scope];
  return scopes.includes("enterprise-project");
}

/**
 * Whether a grant at one site applies wherever a grant at another one does (facts.md#iam-projects-come-first,
 * facts.md#scope-of-a-grant). A grant on an IAM project does not apply on an enterprise project, nor the other way
 * round.
 */
export function reaches(site: GrantSite, other: GrantSite): boolean {
  return site.principal !== undefined && site.principal === other.principal && isWherever(site, other);
}

/** The cloud checks grants on all projects first, and a Deny there ends the check. */
function isWherever({ scope, target }: GrantSite, other: GrantSite): boolean {
  const isSameTarget = scope === "domain" || (target !== undefined && target === other.target);
  return scope === "all-projects" || (scope === other.scope && isSameTarget);
}

/** The level of the services that a role is for: global (`domain`, AX) or project-level (`project`, XA). */
export interface RoleLevel {
  readonly level: "global" | "project";
  /** The property that says so, such as `displayLayer: "domain"`. */
  readonly range: Range;
  /** The property's word for the other level, such as `project`. */
  readonly opposite: string;
}
