import type { CandidateFilter } from "../hosts/candidates.js";
import { sdkCallees } from "./huaweicloud-sdk-models.js";
import { sourceName, type PolicySource } from "./policy-source.js";

/**
 * The filter for the candidates that carriers accept: the keys of policies, API bodies, resources of Kubernetes and tf.json files, a word that
 * every policy in a string contains, the classes and functions that take a policy or assign a role, and the names in
 * the setting `policySources`.
 */
export function candidateFilter(sources: readonly PolicySource[]): CandidateFilter {
  if (sources.length === 0) {
    return builtInFilter;
  }
  const functions = sources.flatMap((source) => ("function" in source ? source.function : []));
  const properties = sources.flatMap((source) => ("property" in source ? source.property : []));
  const variables = sources.flatMap((source) => ("variable" in source ? source.variable : []));
  return {
    ...builtInFilter,
    keys: new Set([...builtInFilter.keys, ...properties]),
    callees: new Set([...builtInFilter.callees, ...functions]),
    names: new Set([...properties, ...variables]),
  };
}

/** A file that contains none of these words has no policy and no role, and is skipped. */
export function fileKeywords(sources: readonly PolicySource[]): readonly string[] {
  return [
    ...["Statement", "display_name", "IdentityRole", "huaweicloud", "opentelekomcloud"],
    ...sources.map(sourceName),
  ];
}

/** Whether a file has a text of three parts, as actions are. Without it, and the words above, it has no list of actions. */
export function hasActionName(text: string): boolean {
  return /["'`][a-z][\w-]*:[\w-]+:[\w*-]+["'`]/iu.test(text);
}

const builtInFilter: CandidateFilter = {
  keys: new Set(["Statement", "apiVersion", "catalog", "role", "role_assignments"]),
  rootKeys: new Set(["resource"]),
  word: "Statement",
  callees: new Set([
    ...["IdentityRole", "IdentityRoleV3", "IdentityPolicy", "Identityv5Policy", "Role"],
    ...[
      "IdentityRoleAssignment",
      "IdentityRoleAssignmentV3",
      "IdentityGroupRoleAssignment",
      "IdentityUserRoleAssignment",
    ],
    ...["RoleAssignment", "GroupRoleAssignment", "UserRoleAssignment", "IdentityAgency", "IdentityAgencyV3", "Agency"],
    ...sdkCallees,
  ]),
  names: new Set(),
};
