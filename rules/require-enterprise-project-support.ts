import { unsupportedOnEnterpriseProject } from "../src/checks/actions/enterprise-project-support.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "require-enterprise-project-support",
  meta: {
    type: "problem",
    docs: {
      description: "Require actions granted on an enterprise project to support enterprise projects",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          mixed: {
            description: "What to do with an action if only some of its APIs support enterprise projects.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ mixed: "ignore" }],
    messages: {
      none: "{{action}} has no effect on {{place}}: {{apis}} IAM projects only. Move it to a policy that you grant on an IAM project. Documented by {{clouds}}.",
      mixed:
        "{{action}} works only in part on {{place}}: {{apis}} IAM projects only. To use {{them}}, grant the action on an IAM project too. Documented by {{clouds}}.",
    },
  },
  create: ([{ mixed }]) => ({
    policy: unsupportedOnEnterpriseProject(mixed),
    importedPolicy: unsupportedOnEnterpriseProject(mixed),
  }),
});
