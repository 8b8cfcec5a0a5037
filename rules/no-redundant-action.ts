import { redundantActionProblems } from "../src/checks/effect/redundant-action-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-redundant-action",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow actions that the policy lists twice or covers with a wider pattern",
      config: "recommended",
      severity: "warn",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      duplicate: "{{action}} stands in {{line}} already. {{remedy}}",
      covered: "{{action}} is covered by {{cover}} in {{line}}. {{remedy}}",
      remove: "Remove {{action}}",
    },
  },
  create: () => ({ customPolicy: redundantActionProblems }),
});
