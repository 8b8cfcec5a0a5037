import type { CandidateFilter } from "../hosts/candidates.js";
import { sdkCallees } from "./huaweicloud-sdk-models.js";
import { nameOfSource, type PolicySource } from "./policy-source.js";

/**
 * What carriers look at: the keys of a policy, of API bodies and of a tf.json file, the word that no policy text does
 * without, the classes and functions that take a policy or assign a role, and the names in the setting `policySources`.
 */
export function candidateFilter(sources: readonly PolicySource[]): CandidateFilter {
  if (sources.length === 0) {
    return ownMarks;
  }
  const functions = sources.flatMap((source) => ("function" in source ? source.function : []));
  const properties = sources.flatMap((source) => ("property" in source ? source.property : []));
  const variables = sources.flatMap((source) => ("variable" in source ? source.variable : []));
  return {
    ...ownMarks,
    keys: new Set([...ownMarks.keys, ...properties]),
    callees: new Set([...ownMarks.callees, ...functions]),
    names: new Set([...properties, ...variables]),
  };
}

/** A file without any of these words holds no policy and no role: it is not looked at. */
export function fileWords(sources: readonly PolicySource[]): readonly string[] {
  return [
    ...["Statement", "display_name", "IdentityRole", "huaweicloud", "opentelekomcloud"],
    ...sources.map(nameOfSource),
  ];
}

const ownMarks: CandidateFilter = {
  keys: new Set(["Statement", "catalog", "role", "role_assignments"]),
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
