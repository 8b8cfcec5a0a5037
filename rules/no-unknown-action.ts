import { unknownActions } from "../src/checks/actions/unknown-actions.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-unknown-action",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow actions that no cloud documents and patterns that match nothing",
      config: "recommended",
      severity: "error",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          undocumented: {
            description:
              "What to do with a name that resembles no documented one where the tables of its service are incomplete or missing.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ undocumented: "ignore" }],
    messages: {
      unknownAction: "{{action}} is no action of {{service}} on {{clouds}}. {{advice}}",
      unknownPattern: "{{action}} matches no action of {{service}} on {{clouds}}. {{advice}}",
      unlikelyAction:
        "{{action}} is probably not an action of {{service}} on {{clouds}}: no permission table lists it. {{advice}}",
      unlikelyPattern:
        "{{action}} probably matches no action of {{service}} on {{clouds}}: no permission table lists one. {{advice}}",
      unknownService: '"{{service}}" is no service that the clouds document. {{advice}}',
      undocumented:
        '{{action}} is in no table, and no table covers its service. Look it up, then list it in the setting "knownActions".',
      expired:
        '{{action}} was taken as known until {{expires}} ({{reason}}). Look whether it is documented by now, or set a later date in the setting "knownActions".',
      joinedActions:
        "This string holds {{number}} actions, which the cloud reads as one unknown name. Write each as a string of its own.",
      replace: "Replace with {{text}}",
      split: "Split into {{number}} strings",
    },
  },
  create: ([{ undocumented }]) => ({
    customPolicy: (policy, context) => unknownActions(policy, context, undocumented),
  }),
});
