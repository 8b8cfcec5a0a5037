import { miscasedActions } from "../src/checks/actions/miscased-actions.js";
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
      case: '"{{action}}" works, but is documented as "{{name}}". Use that spelling so that searches find it.',
      patternCase:
        '"{{action}}" works, but the documented spelling of its actions is "{{name}}". Use it so that searches find it.',
      replace: "Replace with {{text}}",
    },
  },
  create: () => ({ customPolicy: (policy, { catalog }) => miscasedActions(policy, catalog) }),
});
