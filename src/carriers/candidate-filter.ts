import type { CandidateFilter } from "../hosts/candidates.js";
import type { Host } from "../hosts/host.js";
import { identityClasses } from "./cdktf.js";
import { bodyProperties, organisationBody } from "./identity-body.js";
import { sdkCallees } from "./huaweicloud-sdk-models.js";
import { sourceName, type PolicySource } from "./policy-source.js";

/**
 * The filter for the candidates that carriers accept: the keys of policies, API bodies, resources of Kubernetes and
 * tf.json files, a word that every policy in a string contains, the classes and functions that take a policy or assign a
 * role, and the names in the setting `policySources`.
 *
 * @param text the text of the file: many formats have as many objects with a `content` as they have lines
 */
export function candidateFilter(sources: readonly PolicySource[], text: string): CandidateFilter {
  const builtIn = text.includes(organisationBody.word) ? filterWithContent : builtInFilter;
  if (sources.length === 0) {
    return builtIn;
  }
  const functions = sources.flatMap((source) => ("function" in source ? source.function : []));
  const properties = sources.flatMap((source) => ("property" in source ? source.property : []));
  const variables = sources.flatMap((source) => ("variable" in source ? source.variable : []));
  return {
    ...builtIn,
    keys: new Set([...builtIn.keys, ...properties]),
    callees: new Set([...builtIn.callees, ...functions]),
    names: new Set([...properties, ...variables]),
  };
}

/**
 * Whether a file may contain a policy, a role or a list of actions. A cheap text search, so that most files are skipped
 * before their tree is walked.
 */
export function mayHoldPolicy(
  text: string,
  sources: readonly PolicySource[],
  { roleWords = providers }: Pick<Host, "roleWords"> = {},
): boolean {
  return (
    namesStatements(text) ||
    keywords.some((word) => text.includes(word)) ||
    roleWords.some((word) => text.includes(word)) ||
    sources.some((source) => text.includes(sourceName(source))) ||
    hasActionName(text)
  );
}

const keywords: readonly string[] = ["display_name", "identity_role", "IdentityRole"];

const providers: readonly string[] = ["huaweicloud", "opentelekomcloud"];

/** Whether a file has the key of a policy. As a part of other names, the word is a common one. */
function namesStatements(text: string): boolean {
  // An escaped quote before it may end with a digit.
  return text.includes("Statement") && /(?<![A-Za-z_$])Statement(?![\w$])/u.test(text);
}

/**
 * Whether a file has a text of three parts, as actions are, or a template of one. Most files have few colons, which are
 * found faster than texts.
 */
function hasActionName(text: string): boolean {
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    if (endsService(text, colon) && continuesAction(text, colon)) {
      return true;
    }
  }
  return false;
}

/** Whether a quote and a name stand before a colon. */
function endsService(text: string, colon: number): boolean {
  let start = colon;
  while (start > 0 && isNamePart(text.charCodeAt(start - 1))) {
    start--;
  }
  return start < colon && /^["'`][a-z]$/iu.test(text.slice(start - 1, start + 1));
}

function isNamePart(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}

function continuesAction(text: string, colon: number): boolean {
  restOfAction.lastIndex = colon;
  return restOfAction.test(text);
}

const restOfAction = /:[\w-]+:(?:[\w*-]+["'`]|\$\{)/y;

const builtInFilter: CandidateFilter = {
  keys: new Set(["Statement", "apiVersion", "catalog", "role", "role_assignments", ...bodyProperties]),
  rootKeys: new Set(["resource"]),
  resourceWords: ["identity", "organizations_", "vpcep_endpoint"],
  referredType: "identity_role",
  word: "Statement",
  callees: new Set([
    ...["IdentityRole", "IdentityRoleV3", "Role", ...Object.keys(identityClasses)],
    ...[
      "IdentityRoleAssignment",
      "IdentityRoleAssignmentV3",
      "IdentityGroupRoleAssignment",
      "IdentityUserRoleAssignment",
    ],
    ...["RoleAssignment", "GroupRoleAssignment", "UserRoleAssignment", "IdentityAgency", "IdentityAgencyV3", "Agency"],
    ...["ApiObject", "TerraformVariable"],
    ...sdkCallees,
  ]),
  names: new Set(),
};

const filterWithContent: CandidateFilter = {
  ...builtInFilter,
  keys: new Set([...builtInFilter.keys, organisationBody.property]),
};
