import type { GrantScope, GrantSite } from "../policy/grant-site.js";
import { variesByInstance } from "../policy/placeholder.js";
import { memberOf, type Member, type ObjectValue, type Value } from "../policy/value.js";
import type { Detection, RoleKey } from "./carrier.js";

/** The property names of a role assignment: `enterpriseProjectId` in constructs, `enterprise_project_id` in JSON. */
export interface AssignmentNames {
  readonly role: string;
  readonly principals: readonly string[];
  readonly enterpriseProject: string;
  readonly project: string;
  readonly domain: string;
  readonly allProjects: string;
}

export const constructAssignmentNames: AssignmentNames = {
  role: "roleId",
  principals: ["groupId", "userId", "agencyId"],
  enterpriseProject: "enterpriseProjectId",
  project: "projectId",
  domain: "domainId",
  allProjects: "allProjects",
};

export const snakeCaseAssignmentNames: AssignmentNames = {
  role: "role_id",
  principals: ["group_id", "user_id", "agency_id"],
  enterpriseProject: "enterprise_project_id",
  project: "project_id",
  domain: "domain_id",
  allProjects: "all_projects",
};

/**
 * The grants of a role assignment (facts.md#scope-of-a-grant, facts.md#terraform-roles). The presence of a property
 * decides the scope, whichever project it refers to.
 *
 * @param roleOf returns the role that a value refers to; `undefined` if it is unknown
 */
export function grantsOf(
  assignment: ObjectValue,
  names: AssignmentNames,
  roleOf: (value: Value | undefined) => RoleKey | undefined,
): readonly Detection[] {
  const role = roleOf(memberOf(assignment, names.role));
  const principal = names.principals
    .map((name) => memberOf(assignment, name))
    .map(identityOf)
    .find(Boolean);
  return role === undefined
    ? []
    : sitesOf(assignment, names).map((site) => ({
        kind: "grant",
        role,
        site: { ...site, ...(principal === undefined ? {} : { principal }) },
      }));
}

function sitesOf(assignment: ObjectValue, names: AssignmentNames): GrantSite[] {
  return assignment.members.flatMap((member) => {
    const scope = scopeOf(member, names, assignment);
    return scope ? [{ scope, range: member.range, ...targetOf(member.value) }] : [];
  });
}

/** Identifies the project or enterprise project that a property refers to; empty if it is unknown. */
export function targetOf(value: Value): Pick<GrantSite, "target"> {
  const target = identityOf(value);
  return target === undefined ? {} : { target };
}

function scopeOf({ key, value }: Member, names: AssignmentNames, assignment: ObjectValue): GrantScope | undefined {
  if (isUnset(value)) {
    return undefined;
  }
  switch (key) {
    case names.enterpriseProject:
      return "enterprise-project";
    case names.project:
      return value.kind === "string" && value.value === "all" ? "all-projects" : "iam-project";
    case names.allProjects:
      return isTrue(value) ? "all-projects" : undefined;
    case names.domain:
      // With `all_projects`, the domain only says which account owns the projects.
      return isUnset(memberOf(assignment, names.allProjects)) ? "domain" : undefined;
    default:
      return undefined;
  }
}

/** Whether a value is true. Terraform converts strings to booleans. */
export function isTrue(value: Value | undefined): boolean {
  return stringOf(value) === "true";
}

/** Whether a property has no effect: it is missing, empty, null or false. */
export function isUnset(value: Value | undefined): boolean {
  return value === undefined || ["", "null", "false"].includes(stringOf(value) ?? "unknown");
}

function stringOf(value: Value | undefined): string | undefined {
  return value?.kind === "scalar" || value?.kind === "string" ? String(value.value) : undefined;
}

/** Identifies a group, user or agency: by its construct, or by its id if that is a string. */
export function identityOf(value: Value | undefined): object | string | undefined {
  switch (value?.kind) {
    case "unknown":
      return value.construct?.identity;
    case "string":
      return value.isStatic && value.value !== "" && !variesByInstance(value.value) ? value.value : undefined;
    default:
      return undefined;
  }
}
