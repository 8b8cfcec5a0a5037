import { isReadAction } from "../src/catalog/access.js";
import type { Catalog } from "../src/catalog/catalog.js";
import { dependenciesOf, type Dependency } from "../src/catalog/dependencies.js";
import { knowingClouds } from "../src/catalog/provenance.js";
import {
  namesToAdd,
  missingDependencies,
  type MissingDependencies,
} from "../src/checks/actions/missing-dependencies.js";
import { remarkPhrases } from "../src/catalog/qualifier-phrases.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { addActions } from "../src/eslint/edits.js";
import { lineNames, locOf } from "../src/eslint/locations.js";
import type { Action } from "../src/policy/document.js";
import { Grants } from "../src/checks/effect/grants.js";
import { isOnEnterpriseProject } from "../src/policy/grant-site.js";
import { createRule } from "../src/eslint/create-rule.js";
import { alsoGranted } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { listNames } from "../src/text/wording.js";

export default createRule({
  name: "require-action-dependencies",
  meta: {
    type: "problem",
    docs: {
      description: "Require the dependency actions of an action to be granted with it",
      config: "recommended",
      severity: "error",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          reads: {
            description: "Whether actions that only read are checked too.",
            type: "boolean",
            default: false,
          },
          apis: {
            description: "Whether to report what all APIs of an action need, or also what every single one needs.",
            enum: ["common", "every"],
            default: "common",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ reads: false, apis: "common" }],
    messages: {
      missing: "{{subject}} dependency actions on {{clouds}}, missing {{shortfall}}. Grant them too.{{elsewhere}}",
      denied:
        "{{subject}} dependency actions on {{clouds}}, missing {{shortfall}}. The Deny in {{line}} takes {{denied}} away.{{elsewhere}}",
      add: "Add {{what}}",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ reads, apis }] = options;
    return definePolicyVisitor(context, {
      customPolicy(document, { catalog, settings, grantedTogether, perhapsGrantedTogether: perhaps }) {
        // What is not known could be what is missing.
        if (![...grantedTogether, ...perhaps].every(({ isComplete }) => isComplete)) {
          return;
        }
        const statements = [
          ...grantedTogether.flatMap((policy) => policy.statements),
          // In doubt, what another policy allows counts, and what it denies does not.
          ...perhaps.flatMap((policy) => policy.statements).filter(({ effect }) => effect === "Allow"),
        ];
        const grants = new Grants(statements, alsoGranted(settings));
        const isOnEnterprise = isOnEnterpriseProject(document.grantSites, settings.scope);
        for (const need of missingDependencies(document, grants, catalog, apis)) {
          if (reads || !isReadAction(need.documented)) {
            report(need, grants, catalog, isOnEnterprise);
          }
        }
      },
    });

    function report(need: MissingDependencies, grants: Grants, catalog: Catalog, isOnEnterprise: boolean): void {
      const { documented, action, required, dependencies, missing } = need;
      const denied = missing.filter(({ pattern }) => grants.denialOf(pattern));
      const deny = denied[0] && grants.denialOf(denied[0].pattern);
      context.report({
        loc: locOf(sourceCode, action.string.contentRange),
        messageId: deny ? "denied" : "missing",
        data: {
          subject: isNeededByAll(documented, missing)
            ? `"${documented.name}" needs`
            : `Some APIs of "${documented.name}" need`,
          shortfall: `${missing.length} of ${dependencies.length}: ${listNames(missing.map(nameWithRemark))}`,
          clouds: knowingClouds(catalog, [documented]),
          line: deny ? lineNames(context, [deny.range]) : "",
          elsewhere: describeElsewhere(
            required.filter(
              (dependency) => !dependencies.includes(dependency) && !grants.isGranted(dependency.pattern),
            ),
          ),
          denied: denied.length > 1 ? `${denied.length} of them` : (denied[0]?.name ?? ""),
        },
        // What a Deny takes away stays away, and without it the others are of no use.
        suggest: deny ? [] : suggestAdding(action, namesToAdd(missing, catalog, isOnEnterprise)),
      });
    }

    function suggestAdding(action: Action, names: readonly string[]) {
      const fix = addActions(sourceCode, action, names);
      const what =
        names.length === 1 ? `the dependency action ${names.join("")}` : `the ${names.length} dependency actions`;
      return fix && names.length > 0 ? [{ messageId: "add" as const, data: { what }, fix }] : [];
    }
  },
});

/** Fewer than of what is missing here, so that the message stays short. */
const maxElsewhere = 3;

/** What a policy of this level cannot hold is named and never proposed. */
function describeElsewhere(dependencies: readonly Dependency[]): string {
  return dependencies.length > 0
    ? ` In a second policy, for the other level: ${listNames(dependencies.map(nameWithRemark), "and", maxElsewhere)}.`
    : "";
}

function isNeededByAll(action: CatalogAction, dependencies: readonly Dependency[]): boolean {
  const common = new Set(dependenciesOf(action, "common").map(({ name }) => name));
  return dependencies.every(({ name }) => common.has(name));
}

/** "ims:serverImages:create (only to import a system disk)". */
function nameWithRemark({ name, remark }: Dependency): string {
  return remark ? `${name} (${remarkPhrases[remark]})` : name;
}
