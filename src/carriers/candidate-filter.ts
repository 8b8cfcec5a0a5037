import type { CandidateFilter } from "../hosts/candidates.js";
import { sdkCallees } from "./huaweicloud-sdk-models.js";
import { sourceName, type PolicySource } from "./policy-source.js";

/**
 * The filter for the candidates that carriers accept: the keys of policies, API bodies, resources of Kubernetes and
 * tf.json files, a word that every policy in a string contains, the classes and functions that take a policy or assign a
 * role, and the names in the setting `policySources`.
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

/**
 * Whether a file may contain a policy, a role or a list of actions. A cheap text search, so that most files are skipped
 * before their tree is walked.
 */
export function mayHoldPolicy(text: string, sources: readonly PolicySource[]): boolean {
  return (
    namesStatements(text) ||
    keywords.some((word) => text.includes(word)) ||
    sources.some((source) => text.includes(sourceName(source))) ||
    hasActionName(text)
  );
}

const keywords: readonly string[] = [
  "display_name",
  "identity_role",
  "IdentityRole",
  "huaweicloud",
  "opentelekomcloud",
];

/** Whether a file has the key of a policy. As a part of other names, the word is a common one. */
function namesStatements(text: string): boolean {
  // An escaped quote before it may end with a digit.
  return text.includes("Statement") && /(?<![A-Za-z_$])Statement(?![\w$])/u.test(text);
}

/** Whether a file has a text of three parts, as actions are, or a template of one. */
function hasActionName(text: string): boolean {
  return /["'`][a-z][\w-]*:[\w-]+:(?:[\w*-]+["'`]|\$\{)/iu.test(text);
}

const builtInFilter: CandidateFilter = {
  keys: new Set(["Statement", "apiVersion", "catalog", "role", "role_assignments"]),
  rootKeys: new Set(["resource"]),
  resourceWord: "identity",
  referredType: "identity_role",
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
