import leven from "leven";
import type { Catalog } from "../src/catalog/catalog.js";
import { documentedActions, type FormerName } from "../src/catalog/documented-actions.js";
import { knowingClouds } from "../src/catalog/provenance.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { replaceAction } from "../src/edits.js";
import { locOf } from "../src/locate.js";
import { createRule } from "../src/rule.js";
import { definePolicyVisitor } from "../src/visit.js";
import { listNames } from "../src/wording.js";

export default createRule({
  name: "no-former-action",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow actions that the cloud has renamed or split",
      config: "recommended",
      severity: "warn",
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      former: '"{{action}}" is a former name on {{clouds}}: its APIs need {{present}} today. Grant that instead.',
      replace: "Replace with {{action}}",
    },
  },
  create(context) {
    const { sourceCode } = context;
    return definePolicyVisitor(context, {
      customPolicy(document, { catalog }) {
        for (const formerName of documentedActions(document, catalog).former) {
          verifyName(formerName, catalog);
        }
      },
    });

    function verifyName({ action, documented }: FormerName, catalog: Catalog): void {
      const present = presentNamesOf(documented);
      if (present.length > 0) {
        context.report({
          loc: locOf(sourceCode, action.string.contentRange),
          messageId: "former",
          data: {
            action: documented.name,
            clouds: knowingClouds(catalog, [documented]),
            present: listNames(present, "or"),
          },
          suggest: present.slice(0, mostSuggestions).flatMap((name) => {
            const fix = replaceAction(action, name);
            return fix ? [{ messageId: "replace", data: { action: name }, fix }] : [];
          }),
        });
      }
    }
  },
});

const mostSuggestions = 3;

/**
 * The names of today of an action that no cloud has any more, the most similar ones first. A name that vanished
 * with its whole table proves nothing: the cloud may only have stopped to describe it.
 */
function presentNamesOf({ name, facts }: CatalogAction): readonly string[] {
  const present = new Set(facts.flatMap(({ presentNames }) => presentNames));
  return [...present].sort((one, other) => leven(name, one) - leven(name, other));
}
