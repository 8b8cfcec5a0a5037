import { miscasedActions } from "../src/checks/actions/miscased-actions.js";
import { createRule } from "../src/eslint/create-rule.js";

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
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      case: '"{{action}}" is documented as "{{name}}". The cloud reads both; write it one way to find it everywhere.',
      replace: "Replace with {{text}}",
    },
  },
  create: () => ({ customPolicy: (policy, { catalog }) => miscasedActions(policy, catalog) }),
});
