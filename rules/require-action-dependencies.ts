import { missingDependencies } from "../src/checks/actions/missing-dependencies.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "require-action-dependencies",
  meta: {
    type: "problem",
    docs: {
      description: "Require an action's dependency actions to be granted with it",
      config: "recommended",
      severity: "error",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          reads: {
            description: "Whether to check read-only actions, too.",
            type: "boolean",
            default: false,
          },
          apis: {
            description: "Whether to report what all APIs of an action need, or also what only some of them need.",
            enum: ["common", "every"],
            default: "common",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ reads: false, apis: "common" }],
    messages: {
      missing: "{{subject}} missing {{shortfall}}. Grant {{them}} too.{{elsewhere}} Documented by {{clouds}}.",
      denied:
        "{{subject}} missing {{shortfall}}. The Deny on {{line}} takes {{denied}} away: narrow it.{{elsewhere}} Documented by {{clouds}}.",
      add: "Add {{what}}",
    },
  },
  create: ([options]) => ({ customPolicy: missingDependencies(options) }),
});
