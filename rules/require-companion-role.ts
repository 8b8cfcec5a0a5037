import { documentedActions } from "../src/checks/actions/documented-actions.js";
import { companionRolesOf, type RequiredRole } from "../src/catalog/companion-roles.js";
import { knowingClouds, serviceTitle } from "../src/catalog/provenance.js";
import { remarkPhrases } from "../src/catalog/qualifier-phrases.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { locOf } from "../src/eslint/locations.js";
import type { Action } from "../src/policy/document.js";
import { mayBeDenied } from "../src/checks/effect/possible-denies.js";
import { createRule } from "../src/eslint/create-rule.js";
import { hasCompanionRole } from "../src/checks/policy-context.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { listChoices } from "../src/text/wording.js";

export default createRule({
  name: "require-companion-role",
  meta: {
    type: "problem",
    docs: {
      description: "Require the system roles that an action needs besides the policy",
      config: "strict",
      severity: "warn",
    },
    schema: [
      {
        type: "object",
        properties: {
          apis: {
            description: "Whether to report what all APIs of an action need, or also what every single one needs.",
            enum: ["common", "every"],
            default: "common",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ apis: "common" }],
    messages: {
      missing:
        '{{subject}} the system role {{roles}} besides the policy on {{clouds}}. Grant the role to the same group, then list it in the setting "companionRoles".',
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ apis }] = options;
    return definePolicyVisitor(context, {
      customPolicy(document, facts) {
        const known = [...facts.grantedTogether, ...facts.perhapsGrantedTogether];
        for (const [documented, action] of documentedActions(document, facts.catalog).withRequirements) {
          const missing = companionRolesOf(documented, apis).filter((role) => !isListed(role, facts));
          if (missing.length > 0 && !mayBeDenied(documented.pattern, known)) {
            reportMissing(action, documented, missing, facts);
          }
        }
      },
    });

    function reportMissing(
      action: Action,
      documented: CatalogAction,
      missing: readonly RequiredRole[],
      { catalog }: PolicyContext,
    ): void {
      const common = companionRolesOf(documented, "common").flatMap(({ names }) => names);
      for (const role of missing) {
        context.report({
          loc: locOf(sourceCode, action.string.contentRange),
          messageId: "missing",
          data: {
            subject: role.names.some((name) => common.includes(name))
              ? `"${documented.name}" needs`
              : `Some APIs of "${documented.name}" need`,
            roles: describeRole(role),
            clouds: knowingClouds(catalog, [documented]),
          },
        });
      }
    }
  },
});

function isListed({ accepted }: RequiredRole, { settings }: PolicyContext): boolean {
  return hasCompanionRole(settings, accepted);
}

/** `"CSBS Administrator" or "CBR Admin"`, `"Tenant Administrator" for OBS`, `"KMS Administrator" (only for encryption)`. */
function describeRole({ names, service, remark }: RequiredRole): string {
  const named = service === undefined ? listChoices(names) : `${listChoices(names)} for ${serviceTitle(service)}`;
  return remark === undefined ? named : `${named} (${remarkPhrases[remark]})`;
}
