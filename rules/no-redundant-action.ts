import { redundantActionProblems } from "../src/checks/effect/redundant-action-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-redundant-action",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow actions that are listed twice or covered by a wider pattern",
      config: "recommended",
      severity: "warn",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      duplicate: "{{action}} is already listed on {{line}}. {{remedy}}",
      covered: "{{action}} is already covered by {{cover}} on {{line}}. {{remedy}}",
      remove: "Remove {{action}}",
    },
  },
  create: () => ({ customPolicy: redundantActionProblems, identityPolicy: redundantActionProblems }),
});
