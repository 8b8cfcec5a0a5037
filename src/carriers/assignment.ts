import type { GrantScope, GrantSite, PrincipalKind } from "../policy/grant-site.js";
import { isKnownText, variesByInstance } from "../policy/placeholder.js";
import { memberOf } from "../policy/members.js";
import type { Member, ObjectValue, Value } from "../policy/value.js";
import type { DetectedGrant, RoleReference } from "./carrier.js";

/** The property names of a role assignment: `enterpriseProjectId` in constructs, `enterprise_project_id` in JSON. */
export interface AssignmentNames {
  readonly role: string;
  readonly principals: Readonly<Record<PrincipalKind, string>>;
  readonly enterpriseProject: string;
  readonly project: string;
  readonly domain: string;
  readonly allProjects: string;
}

export const constructAssignmentNames: AssignmentNames = {
  role: "roleId",
  principals: { group: "groupId", user: "userId", agency: "agencyId" },
  enterpriseProject: "enterpriseProjectId",
  project: "projectId",
  domain: "domainId",
  allProjects: "allProjects",
};

export const snakeCaseAssignmentNames: AssignmentNames = {
  role: "role_id",
  principals: { group: "group_id", user: "user_id", agency: "agency_id" },
  enterpriseProject: "enterprise_project_id",
  project: "project_id",
  domain: "domain_id",
  allProjects: "all_projects",
};

/**
 * The grants of a role assignment (facts.md#scope-of-a-grant, facts.md#terraform-roles). The presence of a property
 * decides the scope, whichever project it refers to.
 *
 * @param roleOf returns the role that a value refers to
 */
export function grantsOf(
  assignment: ObjectValue,
  names: AssignmentNames,
  roleOf: (value: Value | undefined) => RoleReference,
): readonly DetectedGrant[] {
  const role = roleOf(memberOf(assignment, names.role));
  const principal = principalOf(assignment, names);
  return sitesOf(assignment, names).map((site) => ({ kind: "grant", role, site: { ...site, ...principal } }));
}

function principalOf(assignment: ObjectValue, { principals }: AssignmentNames): Partial<GrantSite> {
  const kinds = Object.keys(principals) as PrincipalKind[];
  const principalKind = kinds.find((kind) => !isUnset(memberOf(assignment, principals[kind])));
  const principal = principalKind && identityOf(memberOf(assignment, principals[principalKind]));
  return { ...(principalKind ? { principalKind } : {}), ...(principal === undefined ? {} : { principal }) };
}

/** The role with an id: one of the file if it has that id, such as the response that created it. */
export function roleWithId(value: Value | undefined): RoleReference {
  const key = identityOf(value);
  return key === undefined ? {} : { key };
}

/** A system role, which constructs and Terraform refer to by its name; unknown if the value is not a plain string. */
export function systemRoleNamed(value: Value | undefined): RoleReference {
  return value?.kind === "string" && isKnownText(value) ? { name: value.value } : {};
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

/** Identifies a group, user or agency: by its construct, or by its id if that is a string or a reference. */
export function identityOf(value: Value | undefined): object | string | undefined {
  switch (value?.kind) {
    case "unknown":
      return value.construct?.identity ?? instanceFree(value.reference);
    case "choice":
      return instanceFree(value.reference);
    case "string":
      return value.isStatic && value.value !== "" ? instanceFree(value.value) : undefined;
    default:
      return undefined;
  }
}

/** A reference or id that is the same in all instances of a resource; `undefined` for any other. */
function instanceFree(text: string | undefined): string | undefined {
  return text === undefined || variesByInstance(text) ? undefined : text;
}
