import { privilegeEscalations } from "../src/checks/escalation/privilege-escalations.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-privilege-escalation",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow grants with which somebody can raise their own rights",
      config: "strict",
      severity: "warn",
    },
    schema: [],
    defaultOptions: [],
    messages: {
      escalatingAction:
        "{{subject}} lets its holders raise their own rights on {{clouds}}: they can {{gain}}. {{advice}}",
      escalatingActions:
        "{{action}} covers {{number}} actions with which its holders can raise their own rights on {{clouds}}: {{names}}. Name only the actions that they need.",
      assumableAgencies:
        '{{subject}} {{where}} lets its holders act as every agency that trusts their account on {{clouds}}. Name the agencies in a statement of its own, with "Resource": { "uri": ["/iam/agencies/..."] }.',
      escalatingCombination:
        "{{action}} together with {{others}} lets its holders raise their own rights on {{clouds}}: they can {{gain}}. Do not grant them to the same people.",
    },
  },
  create: () => ({ customPolicy: privilegeEscalations }),
});
