import { identityActionProblems } from "../src/checks/actions/identity-actions.js";
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
      strictOptions: { aliases: "report" },
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
          aliases: {
            description:
              "What to do with a name of version 1.1 in an identity policy (5.0), which takes it as an alias.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ undocumented: "ignore", aliases: "ignore" }],
    messages: {
      unknownAction: "{{action}} is not an action of {{service}} on {{clouds}}. {{advice}}",
      unknownPattern: "{{action}} matches no action of {{service}} on {{clouds}}. {{advice}}",
      unlikelyAction: "{{action}} is probably not an action of {{service}} on {{clouds}}. {{advice}}",
      unlikelyPattern: "{{action}} probably matches no action of {{service}} on {{clouds}}. {{advice}}",
      unknownService: '"{{service}}" is not a documented service. {{advice}}',
      undocumented: "{{action}} cannot be checked: its service has no permission table. {{advice}}",
      expired:
        '{{action}} was listed in "knownActions" until {{expires}} ({{reason}}). Check whether it is documented now; if not, set a later date.',
      identityAction: "{{action}} is a name of identity policies (5.0). In version 1.1, write {{names}} instead.",
      newIdentityAction:
        "{{action}} is an action of identity policies (5.0) that version 1.1 has no name for. Remove it, or write the policy in version 5.0.",
      unknownIdentityAction:
        "{{action}} is not a documented action of identity policies (5.0). Did you mean {{choices}}?",
      unlistedIdentityAction:
        '{{action}} is not an action of {{service}} in identity policies (5.0) on {{clouds}}. Remove it, or list it in the setting "knownActions" if it works.',
      unlistedIdentityPattern:
        '{{action}} matches no action of {{service}} in identity policies (5.0) on {{clouds}}. Remove it, or list it in the setting "knownActions" if it works.',
      alias:
        "{{action}} is a name of version 1.1, which identity policies (5.0) take as an alias only. Write {{names}} instead.",
      variable:
        '"{{variable}}" stays as it is here: identity policies (5.0) have variables in resources and in values of conditions only. Write the action itself.',
      joinedActions:
        "This string contains {{number}} actions, but the cloud reads it as a single unknown one. Put each in its own string.",
      replace: "Replace with {{text}}",
      remove: "Remove {{action}}",
      split: "Split into {{number}} strings",
    },
  },
  create: ([{ undocumented, aliases }]) => ({
    customPolicy: unknownActions(undocumented),
    identityPolicy: identityActionProblems(aliases),
    importedPolicy: unknownActionsOfData(undocumented),
    actionList: unknownActions(undocumented),
  }),
});
