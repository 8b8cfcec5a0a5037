import { missingCompanionRoles } from "../src/checks/actions/missing-companion-roles.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "require-companion-role",
  meta: {
    type: "problem",
    docs: {
      description: "Require the system roles that an action needs besides the policy",
      config: "strict",
      severity: "warn",
    },
    schema: [
      {
        type: "object",
        properties: {
          apis: {
            description: "Whether to report what all APIs of an action need, or also what every single one needs.",
            enum: ["common", "every"],
            default: "common",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ apis: "common" }],
    messages: {
      missing:
        '{{subject}} the system role {{roles}} besides the policy on {{clouds}}. Grant the role to the same group, then list it in the setting "companionRoles".',
    },
  },
  create: ([{ apis }]) => ({
    customPolicy: (policy, context) => missingCompanionRoles(policy, context, apis),
  }),
});
