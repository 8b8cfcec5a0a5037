import { unsupportedOnEnterpriseProject } from "../src/checks/actions/enterprise-project-support.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "require-enterprise-project-support",
  meta: {
    type: "problem",
    docs: {
      description: "Require actions granted on an enterprise project to have APIs that support enterprise projects",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          mixed: {
            description: "What to do with an action of which only some APIs support enterprise projects.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ mixed: "ignore" }],
    messages: {
      none: "{{action}} has no effect on {{place}}: {{apis}} IAM projects only on {{clouds}}. Move it to a second policy and grant that on an IAM project.",
      mixed:
        "{{action}} works only in part on {{place}}: {{apis}} IAM projects only on {{clouds}}. To use {{them}}, grant the action on an IAM project too.",
    },
  },
  create: ([{ mixed }]) => ({
    policy: (policy, context) => unsupportedOnEnterpriseProject(policy, context, mixed),
    importedPolicy: (policy, context) => unsupportedOnEnterpriseProject(policy, context, mixed),
  }),
});
