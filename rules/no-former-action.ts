import { formerActions } from "../src/checks/actions/former-actions.js";
import { createRule } from "../src/eslint/create-rule.js";

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
      former: '"{{action}}" is a former name: its APIs now need {{present}}. {{advice}} Documented by {{clouds}}.',
      replace: "Replace with {{text}}",
    },
  },
  create: () => ({
    customPolicy: formerActions,
    actionList: formerActions,
  }),
});
