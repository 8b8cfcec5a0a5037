import { memoize } from "../text/memoize.js";
import type { CompanionRole, PermissionRow, Remark } from "./format.js";
import type { DependencyReach } from "./dependencies.js";
import type { CatalogAction } from "./service.js";

/** A system role that is needed besides the policy, or one of several that do. */
export interface RequiredRole {
  /** The roles of which each is enough wherever one is needed. */
  readonly names: readonly [string, ...string[]];
  /** The roles of which each is enough for some API or cloud at least. */
  readonly accepted: readonly string[];
  /** The service whose role it is, where the name alone does not say. */
  readonly service: string | undefined;
  /** Set when it is needed in one case only. */
  readonly remark: Remark | undefined;
}

/**
 * The system roles that must be granted too for an action to work: those that every API of it needs, or also
 * those that only some do. Of several clouds, what they agree on.
 */
export function companionRolesOf(action: CatalogAction, reach: DependencyReach): readonly RequiredRole[] {
  return reach === "common" ? commonRolesOf(action) : everyRoleOf(action);
}

const commonRolesOf = memoize((action: CatalogAction) => readRoles(action, "common"));
const everyRoleOf = memoize((action: CatalogAction) => readRoles(action, "every"));

function readRoles({ facts }: CatalogAction, reach: DependencyReach): readonly RequiredRole[] {
  const clouds = facts.filter(({ rows }) => rows.length > 0);
  return inAll(
    clouds.map(({ rows }) => {
      const required = rows.map(rolesOf);
      // A role that only one case needs is not one that the API cannot do without.
      return reach === "common" ? inAll(required.map(withoutCases)) : inAny(required);
    }),
  );
}

function rolesOf({ companionRoles = [] }: PermissionRow): RequiredRole[] {
  return companionRoles.flatMap(readRole);
}

function readRole({ anyOf, service, remark }: CompanionRole): RequiredRole[] {
  const [first, ...others] = anyOf;
  return first === undefined ? [] : [{ names: [first, ...others], accepted: anyOf, service, remark }];
}

function withoutCases(roles: readonly RequiredRole[]): RequiredRole[] {
  return roles.filter(({ remark }) => remark === undefined);
}

function inAll([first = [], ...others]: readonly (readonly RequiredRole[])[]): RequiredRole[] {
  return others.reduce<RequiredRole[]>(
    (agreed, roles) => agreed.flatMap((role) => roles.flatMap((other) => commonRole(role, other) ?? []).slice(0, 1)),
    [...first],
  );
}

/** Each once; what is needed in one case here and in all cases there is needed in all. */
function inAny(all: readonly (readonly RequiredRole[])[]): RequiredRole[] {
  return all.flat().reduce<RequiredRole[]>((found, role) => {
    const index = found.findIndex((other) => commonRole(other, role));
    const known = found[index];
    const both = known && commonRole(known, role);
    return both ? found.with(index, { ...both, remark: known.remark && role.remark }) : [...found, role];
  }, []);
}

/** What does for both of two requirements; `undefined` when nothing does. */
function commonRole(one: RequiredRole, other: RequiredRole): RequiredRole | undefined {
  const [first, ...others] = one.names.filter((name) => other.names.includes(name));
  return first === undefined || one.service !== other.service
    ? undefined
    : { ...one, names: [first, ...others], accepted: [...new Set([...one.accepted, ...other.accepted])] };
}
