import { grantLevelProblems } from "../src/checks/actions/grant-levels.js";
import { levelProblems } from "../src/checks/actions/level-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-mixed-service-levels",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow mixing global and project-level services in a policy, or granting them at the wrong level",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          ignore: {
            description: "Services that may be combined with those of either level.",
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
        "This policy mixes global services ({{global}}) and project-level services ({{project}}), but a custom policy must keep to one level. Move one of the two to a second policy.",
      roleLevel: 'This is a role for {{level}} services, but {{odd}}. Change it to "{{opposite}}".',
      grantLevel: "{{odd}}, so the grant on {{place}} ({{line}}) has no effect. {{remedy}}",
    },
  },
  create: ([{ ignore }]) => ({
    policy: levelProblems(ignore),
    importedPolicy: grantLevelProblems(ignore),
  }),
});
