import { memoize } from "../text/memoize.js";
import type { CompanionRole, PermissionRow, Qualifier } from "./format.js";
import type { DependencyMode } from "./dependencies.js";
import type { CatalogAction } from "./service.js";

/** A system role that an action needs besides the policy, or several roles any of which is enough. */
export interface RequiredRole {
  /** Roles any of which is enough for every API and cloud. */
  readonly names: readonly [string, ...string[]];
  /** Roles any of which is enough for at least one API or cloud. */
  readonly accepted: readonly string[];
  /** The service that the role belongs to, if the name alone is ambiguous. */
  readonly service: string | undefined;
  /** Set when it is needed in one case only. */
  readonly qualifier: Qualifier | undefined;
}

/**
 * The system roles that an action needs besides the policy (facts.md#roles-that-tables-name). For several clouds, the
 * roles that they agree on.
 *
 * @param mode whether every API of the action must need the role, or some API
 */
export function companionRolesOf(action: CatalogAction, mode: DependencyMode): readonly RequiredRole[] {
  return mode === "common" ? commonRolesOf(action) : everyRoleOf(action);
}

const commonRolesOf = memoize((action: CatalogAction) => readRoles(action, "common"));
const everyRoleOf = memoize((action: CatalogAction) => readRoles(action, "every"));

function readRoles({ facts }: CatalogAction, mode: DependencyMode): readonly RequiredRole[] {
  const clouds = facts.filter(({ rows }) => rows.length > 0);
  return intersection(
    clouds.map(({ rows }) => {
      const required = rows.map(rolesOf);
      // An API works without a role that only a special case needs.
      return mode === "common" ? intersection(required.map(withoutConditional)) : union(required);
    }),
  );
}

function rolesOf({ companionRoles = [] }: PermissionRow): RequiredRole[] {
  return companionRoles.flatMap(readRole);
}

function readRole({ anyOf, service, qualifier }: CompanionRole): RequiredRole[] {
  const [first, ...others] = anyOf;
  return first === undefined ? [] : [{ names: [first, ...others], accepted: anyOf, service, qualifier }];
}

function withoutConditional(roles: readonly RequiredRole[]): RequiredRole[] {
  return roles.filter(({ qualifier }) => qualifier === undefined);
}

function intersection([first = [], ...others]: readonly (readonly RequiredRole[])[]): RequiredRole[] {
  return others.reduce<RequiredRole[]>(
    (agreed, roles) => agreed.flatMap((role) => roles.flatMap((other) => sharedRole(role, other) ?? []).slice(0, 1)),
    [...first],
  );
}

/**
 * Merges duplicates. A role that is needed conditionally in one row and unconditionally in another is needed
 * unconditionally.
 */
function union(all: readonly (readonly RequiredRole[])[]): RequiredRole[] {
  return all.flat().reduce<RequiredRole[]>((found, role) => {
    const index = found.findIndex((other) => sharedRole(other, role));
    const known = found[index];
    const both = known && sharedRole(known, role);
    return both ? found.with(index, { ...both, qualifier: known.qualifier && role.qualifier }) : [...found, role];
  }, []);
}

/** The roles that satisfy both requirements; `undefined` if there are none. */
function sharedRole(one: RequiredRole, other: RequiredRole): RequiredRole | undefined {
  const [first, ...others] = one.names.filter((name) => other.names.includes(name));
  return first === undefined || one.service !== other.service
    ? undefined
    : { ...one, names: [first, ...others], accepted: [...new Set([...one.accepted, ...other.accepted])] };
}
