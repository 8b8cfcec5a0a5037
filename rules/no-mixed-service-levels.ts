import { grantLevelMismatches } from "../src/checks/actions/grant-levels.js";
import { levelProblems } from "../src/checks/actions/level-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-mixed-service-levels",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow global and project-level services in one policy, and levels at odds with the grant",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          ignore: {
            description: "Services that may stand beside those of either level.",
            type: "array",
            items: { type: "string" },
            uniqueItems: true,
            default: ["apm", "bss", "ucs"],
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ ignore: ["apm", "bss", "ucs"] }],
    messages: {
      mixedLevels:
        "This policy has actions of global services ({{global}}) and of project-level ones ({{project}}), and the cloud takes one level in a policy. Move one of them to a second policy.",
      roleLevel: 'This makes the role one for {{level}} services, and {{odd}}. Change it to "{{opposite}}".',
      grantLevel: "{{odd}}, so that the grant on {{place}} in {{line}} has no effect. {{remedy}}",
    },
  },
  create: ([{ ignore }]) => ({
    policy: (policy, { catalog }) => levelProblems(policy, catalog, ignore),
    importedPolicy: (policy, { catalog }) => grantLevelMismatches(policy, catalog, ignore),
  }),
});
