import { privilegeEscalations } from "../src/checks/escalation/privilege-escalations.js";
import { identityPrivilegeEscalations } from "../src/checks/escalation/identity-escalations.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-privilege-escalation",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow grants that let their holders extend their own permissions",
      config: "strict",
      severity: "warn",
    },
    schema: [],
    defaultOptions: [],
    messages: {
      escalatingAction: "{{subject}} lets its holders {{gain}}. {{advice}} Documented by {{clouds}}.",
      escalatingActions:
        "{{action}} covers {{number}} actions that allow privilege escalation: {{names}}. List only the actions needed. Documented by {{clouds}}.",
      assumableAgencies:
        '{{subject}} lets its holders assume every agency that trusts their account. Name the agencies in a separate statement: "Resource": { "uri": ["/iam/agencies/<id>"] }. Documented by {{clouds}}.',
      escalatingCombination:
        "{{action}} together with {{others}} lets its holders {{gain}}. Do not combine them. Documented by {{clouds}}.",
      identityEscalation: "{{subject}} lets its holders {{gain}}, in this {{policy}}. {{advice}}",
      severalIdentityEscalations:
        "{{action}} in this {{policy}} covers {{number}} actions that allow privilege escalation: {{names}}. List only the actions needed.",
      assumableTrustAgencies:
        '{{subject}} lets its holders act as every agency that trusts their account, in this {{policy}}. Name the agencies in "Resource": ["iam::<account-id>:agency:<name>"].',
    },
  },
  create: () => ({ customPolicy: privilegeEscalations, identityPolicy: identityPrivilegeEscalations }),
});
