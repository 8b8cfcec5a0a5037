import type { Catalog } from "../src/catalog/catalog.js";
import { replaceAction } from "../src/edits.js";
import { locOf } from "../src/locate.js";
import { actionsOf, type Action } from "../src/policy/document.js";
import { createRule } from "../src/rule.js";
import { definePolicyVisitor } from "../src/visit.js";

export default createRule({
  name: "consistent-action-case",
  meta: {
    type: "layout",
    docs: {
      description: "Require actions to be written with the documented upper and lower case",
      config: "strict",
      severity: "warn",
    },
    fixable: "code",
    schema: [],
    defaultOptions: [],
    messages: {
      case: '"{{action}}" is documented as "{{name}}". The cloud reads both; write it one way to find it everywhere.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return definePolicyVisitor(context, {
      customPolicy(document, { catalog }) {
        for (const action of actionsOf(document)) {
          verifyAction(action, catalog);
        }
      },
    });

    function verifyAction(action: Action, catalog: Catalog): void {
      const documented = action.pattern && catalog.action(action.pattern);
      const written = action.string.value.trim();
      // A former name is not to be kept, in whatever case.
      if (documented?.facts.every(({ name }) => name !== written) && !documented.isFormer) {
        context.report({
          loc: locOf(sourceCode, action.string.contentRange),
          messageId: "case",
          data: { action: written, name: documented.name },
          fix: replaceAction(action, documented.name),
        });
      }
    }
  },
});
