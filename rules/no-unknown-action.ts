import { unknownActions, unknownActionsOfData } from "../src/checks/actions/unknown-actions.js";
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
              "What to do with a name that resembles no documented one, if the tables of its service are incomplete or missing.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ undocumented: "ignore" }],
    messages: {
      unknownAction: "{{action}} is not an action of {{service}} on {{clouds}}. {{advice}}",
      unknownPattern: "{{action}} matches no action of {{service}} on {{clouds}}. {{advice}}",
      unlikelyAction: "{{action}} is probably not an action of {{service}} on {{clouds}}. {{advice}}",
      unlikelyPattern: "{{action}} probably matches no action of {{service}} on {{clouds}}. {{advice}}",
      unknownService: '"{{service}}" is not a documented service. {{advice}}',
      undocumented: "{{action}} cannot be checked: its service has no permission table. {{advice}}",
      expired:
        '{{action}} was listed in "knownActions" until {{expires}} ({{reason}}). Check whether it is documented now; if not, set a later date.',
      joinedActions:
        "This string contains {{number}} actions, but the cloud reads it as a single unknown one. Put each in its own string.",
      replace: "Replace with {{text}}",
      split: "Split into {{number}} strings",
    },
  },
  create: ([{ undocumented }]) => ({
    customPolicy: unknownActions(undocumented),
    importedPolicy: unknownActionsOfData(undocumented),
    actionList: unknownActions(undocumented),
  }),
});
