import type { Catalog } from "../../catalog/catalog.js";
import { companionRolesOf, type RequiredRole } from "../../catalog/companion-roles.js";
import type { DependencyMode } from "../../catalog/dependencies.js";
import { documentedBy, serviceTitle } from "../../catalog/provenance.js";
import { qualifierPhrases } from "../../catalog/qualifier-phrases.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument } from "../../policy/document.js";
import { listChoices } from "../../text/wording.js";
import { mayBeDenied } from "../effect/possible-denies.js";
import type { Check } from "../summary/check.js";
import { hasCompanionRole, type PolicyContext } from "../policy-context.js";
import { lookUpActions } from "./action-lookup.js";

/**
 * Allowed actions that need a system role besides the policy, unless the settings list it.
 *
 * @param mode whether to require the roles that all APIs of an action need, or also those that only some need
 */
export function missingCompanionRoles(mode: DependencyMode): Check<"missing"> {
  return {
    when: (summary) => summary.needsRoles(mode),
    problems: (policy, context) => problemsOf(policy, context, mode),
  };
}

function problemsOf(
  policy: PolicyDocument,
  { catalog, settings, grantedTogether, possiblyGrantedTogether, otherGrants }: PolicyContext,
  mode: DependencyMode,
): readonly Problem<"missing">[] {
  const known = [...grantedTogether, ...possiblyGrantedTogether];
  const isGranted = ({ accepted }: RequiredRole) =>
    hasCompanionRole(settings, accepted) || otherGrants.some(({ roleName }) => isOneOf(accepted, roleName));
  return [...lookUpActions(policy, catalog).allowedWithRequirements].flatMap(([documented, { string }]) => {
    const missing = companionRolesOf(documented, mode).filter((role) => !isGranted(role));
    return missing.length > 0 && !mayBeDenied(documented.pattern, known)
      ? missing.map((role) => ({
          range: string.contentRange,
          id: "missing",
          data: messageData(documented, role, catalog),
        }))
      : [];
  });
}

/** An unknown role may be any. */
function isOneOf(names: readonly string[], roleName: string | undefined): boolean {
  return roleName === undefined || names.some((name) => name.toLowerCase() === roleName.trim().toLowerCase());
}

function messageData(documented: CatalogAction, role: RequiredRole, catalog: Catalog) {
  const common = companionRolesOf(documented, "common").flatMap(({ names }) => names);
  return {
    subject: role.names.some((name) => common.includes(name))
      ? `"${documented.name}" also needs`
      : `Some APIs of "${documented.name}" also need`,
    roles: describeRole(role),
    clouds: { variants: documentedBy(catalog, [documented]) },
  };
}

/**
 * Describes a role: `"CSBS Administrator" or "CBR Admin"`, `"Tenant Administrator" for OBS`,
 * `"KMS Administrator" (only for encryption)`.
 */
function describeRole({ names, service, qualifier }: RequiredRole): string {
  const named = service === undefined ? listChoices(names) : `${listChoices(names)} for ${serviceTitle(service)}`;
  return qualifier === undefined ? named : `${named} (${qualifierPhrases[qualifier]})`;
}
