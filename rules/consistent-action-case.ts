import { miscasedActions } from "../src/checks/actions/miscased-actions.js";
import { miscasedIdentityActions } from "../src/checks/actions/miscased-identity-actions.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "consistent-action-case",
  meta: {
    type: "layout",
    docs: {
      description: "Require actions to be spelt in the documented case",
      config: "strict",
      severity: "warn",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      case: '"{{action}}" is documented as "{{name}}"{{where}}. Use that spelling so that searches find it.',
      patternCase:
        '"{{action}}" covers actions documented as "{{name}}"{{where}}. Use that spelling so that searches find it.',
      replace: "Replace with {{text}}",
    },
  },
  create: () => ({
    customPolicy: miscasedActions,
    identityPolicy: miscasedIdentityActions,
    actionList: miscasedActions,
  }),
});
