import { ineffectiveStatements } from "../src/checks/effect/ineffective-statements.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-ineffective-statement",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow statements that have no effect",
      config: "recommended",
      severity: "warn",
      strictOptions: { denyOnly: "report" },
    },
    schema: [
      {
        type: "object",
        properties: {
          denyOnly: {
            description: "What to do with a policy that only denies, if the file grants nothing else.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ denyOnly: "ignore" }],
    messages: {
      empty: '"{{key}}" is empty, so this statement has no effect. List some actions, or remove the statement.',
      duplicate: "This statement repeats the one on {{line}}. Remove it.",
      cancelled: "This Allow has no effect: {{denials}} away everything it grants. Remove one or the other.",
      cancelledAction: "Allowing {{action}} has no effect: {{denials}} it away. Remove one or the other.",
      overriddenDeny:
        "Denying {{action}} here has no effect: the Allow on {{line}} is granted on {{place}}, which the cloud checks first. Grant the Deny there too.",
      denyOnly:
        "This policy only denies, so it grants nothing by itself. Grant it together with a policy that allows something.",
    },
  },
  create: ([options]) => ({
    customPolicy: ineffectiveStatements(options),
    identityPolicy: ineffectiveStatements(options),
  }),
});
