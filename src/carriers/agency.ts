import type { GrantScope } from "../policy/grant-site.js";
import { memberOf } from "../policy/members.js";
import type { Member, ObjectValue, Value } from "../policy/value.js";
import { isTrue, isUnset, targetOf } from "./assignment.js";
import type { DetectedGrant, RoleReference } from "./carrier.js";
import { objectsIn } from "./terraform-resources.js";

/** The property names of an agency resource. */
export interface AgencyNames {
  readonly roles: string;
  readonly projectRole: string;
  readonly project: string;
  readonly allProjects: string;
  readonly enterpriseProjectRoles: string;
  readonly enterpriseProject: string;
  readonly domainRoles: string;
  readonly allResourcesRoles: string;
}

export const snakeCaseAgencyNames: AgencyNames = {
  roles: "roles",
  projectRole: "project_role",
  project: "project",
  allProjects: "all_projects",
  enterpriseProjectRoles: "enterprise_project_roles",
  enterpriseProject: "enterprise_project",
  domainRoles: "domain_roles",
  allResourcesRoles: "all_resources_roles",
};

/**
 * The names that all construct libraries share. Project roles are `projectRole` in some and `projectRoles` in others.
 */
export const constructAgencyNames: Omit<AgencyNames, "projectRole"> = {
  roles: "roles",
  project: "project",
  allProjects: "allProjects",
  enterpriseProjectRoles: "enterpriseProjectRoles",
  enterpriseProject: "enterpriseProject",
  domainRoles: "domainRoles",
  allResourcesRoles: "allResourcesRoles",
};

/** The roles that one property of an agency grants, and their scope. */
interface AgencyGrant {
  readonly scope: GrantScope;
  readonly member: Member;
  readonly roles: Value | undefined;
}

/**
 * The grants of an agency, which lists its roles for each scope itself (facts.md#roles-of-agencies).
 *
 * @param principal identifies the agency
 * @param roleOf returns the role that a value refers to
 */
export function agencyGrants(
  agency: ObjectValue,
  names: AgencyNames,
  principal: object | string,
  roleOf: (value: Value | undefined) => RoleReference,
): readonly DetectedGrant[] {
  return agency.members
    .flatMap((member) => grantsOfMember(member, names))
    .flatMap(({ scope, member, roles }) =>
      (roles?.kind === "array" ? roles.elements : [roles]).map((role) => ({
        kind: "grant",
        role: roleOf(role),
        site: { scope, range: member.range, principal, principalKind: "agency", ...targetOf(member.value) },
      })),
    );
}

function grantsOfMember(member: Member, names: AgencyNames): readonly AgencyGrant[] {
  const { key, value } = member;
  switch (key) {
    case names.projectRole:
      return objectsIn(value).flatMap((block) => projectGrant(block, names));
    case names.enterpriseProjectRoles:
      return objectsIn(value).flatMap((block) =>
        blockGrant(block, names, names.enterpriseProject, "enterprise-project"),
      );
    case names.domainRoles:
      return [{ scope: "domain", member, roles: value }];
    case names.allResourcesRoles:
      return [{ scope: "all-projects", member, roles: value }];
    default:
      return [];
  }
}

function projectGrant(block: ObjectValue, names: AgencyNames): readonly AgencyGrant[] {
  return isTrue(memberOf(block, names.allProjects))
    ? blockGrant(block, names, names.allProjects, "all-projects")
    : blockGrant(block, names, names.project, "iam-project");
}

function blockGrant(block: ObjectValue, names: AgencyNames, key: string, scope: GrantScope): readonly AgencyGrant[] {
  const member = block.members.findLast((candidate) => candidate.key === key);
  return member && !isUnset(member.value) ? [{ scope, member, roles: memberOf(block, names.roles) }] : [];
}
