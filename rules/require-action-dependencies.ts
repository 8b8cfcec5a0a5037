import { missingDependencies } from "../src/checks/actions/missing-dependencies.js";
import { createRule } from "../src/eslint/create-rule.js";

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
  create: ([options]) => ({
    customPolicy: (policy, context) => missingDependencies(policy, context, options),
  }),
});
