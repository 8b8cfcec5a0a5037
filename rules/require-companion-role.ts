import { missingCompanionRoles } from "../src/checks/actions/missing-companion-roles.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "require-companion-role",
  meta: {
    type: "problem",
    docs: {
      description: "Require the system roles that an action needs in addition to the policy",
      config: "strict",
      severity: "warn",
    },
    schema: [
      {
        type: "object",
        properties: {
          apis: {
            description: "Whether to report what all APIs of an action need, or also what only some of them need.",
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
        '{{subject}} the system role {{roles}}. Grant it to the same group, then list it in the setting "companionRoles". Documented by {{clouds}}.',
    },
  },
  create: ([{ apis }]) => ({ customPolicy: missingCompanionRoles(apis) }),
});
