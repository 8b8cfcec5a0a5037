import { ineffectiveStatements } from "../src/checks/effect/ineffective-statements.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-ineffective-statement",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow statements that change nothing, and denials that an Allow overrules",
      config: "recommended",
      severity: "warn",
      strictOptions: { denyOnly: "report" },
    },
    schema: [
      {
        type: "object",
        properties: {
          denyOnly: {
            description: "What to do with a policy that only denies, when the file grants nothing beside it.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ denyOnly: "ignore" }],
    messages: {
      empty: '"{{key}}" is empty, so that its statement names no action. List some or remove the statement.',
      duplicate: "This statement says the same as the one in {{line}}. Remove it.",
      cancelled: "This Allow has no effect: {{denials}} away all that it grants. Remove it, or what denies it.",
      cancelledAction: "{{action}} is allowed in vain: {{denials}} it away. Remove one of the two.",
      overriddenDeny:
        "{{action}} is denied in vain here: the Allow in {{line}} is granted on {{place}}, and the cloud looks there first and stops at the first match. Grant the Deny there too.",
      denyOnly:
        "This policy only denies, so that it grants nothing by itself. Grant it together with a policy that allows something.",
    },
  },
  create: ([options]) => ({ customPolicy: (policy, context) => ineffectiveStatements(policy, context, options) }),
});
