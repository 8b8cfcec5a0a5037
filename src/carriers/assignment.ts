import type { GrantScope, GrantSite } from "../policy/grant-site.js";
import { memberOf, type Member, type ObjectValue, type Value } from "../policy/value.js";
import type { Detection, RoleKey } from "./carrier.js";

/** How an assignment calls what it is about: `enterpriseProjectId` in constructs, `enterprise_project_id` in JSON. */
export interface AssignmentNames {
  readonly role: string;
  readonly principals: readonly string[];
  readonly enterpriseProject: string;
  readonly project: string;
  readonly domain: string;
  readonly allProjects: string;
}

export const constructNames: AssignmentNames = {
  role: "roleId",
  principals: ["groupId", "userId", "agencyId"],
  enterpriseProject: "enterpriseProjectId",
  project: "projectId",
  domain: "domainId",
  allProjects: "allProjects",
};

export const snakeCaseNames: AssignmentNames = {
  role: "role_id",
  principals: ["group_id", "user_id", "agency_id"],
  enterpriseProject: "enterprise_project_id",
  project: "project_id",
  domain: "domain_id",
  allProjects: "all_projects",
};

/**
 * The grants of a role assignment (facts: policy-language 3.1 and 4). A property counts by being there: which
 * project it is makes no difference.
 *
 * @param roleOf what a value names as the role; `undefined` when it is not known
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

/** Which project or enterprise project a property names, where that is known. */
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
      // With all projects, the domain says whose they are.
      return isUnset(memberOf(assignment, names.allProjects)) ? "domain" : undefined;
    default:
      return undefined;
  }
}

/** Terraform reads a truth value from text, too. */
export function isTrue(value: Value | undefined): boolean {
  return textOf(value) === "true";
}

/** Whether a property is as good as not there. */
export function isUnset(value: Value | undefined): boolean {
  return value === undefined || ["", "null", "false"].includes(textOf(value) ?? "unknown");
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "scalar" || value?.kind === "string" ? String(value.value) : undefined;
}

/** What differs from one instance of a Terraform resource to the next: the same text is not the same thing. */
const isOneOfMany = /\b(?:each|count|self)\./u;

/** What tells one group, user or agency from another: its construct, or its id as text. */
export function identityOf(value: Value | undefined): object | string | undefined {
  switch (value?.kind) {
    case "unknown":
      return value.construct?.identity;
    case "string":
      return value.isStatic && value.value !== "" && !isOneOfMany.test(value.value) ? value.value : undefined;
    default:
      return undefined;
  }
}
