import type { CandidateMarks } from "../hosts/candidates.js";
import { sdkCallees } from "./huaweicloud-sdk-models.js";
import type { OwnCarrier } from "./own-carrier.js";

/**
 * What the carriers look at: the keys of a policy, of API bodies and of a tf.json file, the word that
 * no policy text does without, the classes and functions that take a policy or assign a role, and what the user
 * names.
 */
export function candidateMarks(own: readonly OwnCarrier[]): CandidateMarks {
  return own.length === 0
    ? ownlessMarks
    : {
        ...ownlessMarks,
        keys: new Set([...ownlessMarks.keys, ...own.flatMap((entry) => ("property" in entry ? entry.property : []))]),
        callees: new Set([
          ...ownlessMarks.callees,
          ...own.flatMap((entry) => ("function" in entry ? entry.function : [])),
        ]),
      };
}

/** A file without any of these words holds no policy and no role: it is not looked at. */
export function fileWords(own: readonly OwnCarrier[]): readonly string[] {
  return [
    ...["Statement", "display_name", "IdentityRole", "huaweicloud", "opentelekomcloud"],
    ...own.map((entry) => ("function" in entry ? entry.function : entry.property)),
  ];
}

const ownlessMarks: CandidateMarks = {
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
};
