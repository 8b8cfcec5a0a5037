import { conditionProblems } from "../src/checks/condition/condition-checks.js";
import { identityConditionProblems } from "../src/checks/condition/identity-conditions.js";
import { variableMessages } from "../src/checks/condition/variable-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "valid-condition",
  meta: {
    type: "problem",
    docs: {
      description: "Require condition operators, keys and values that the cloud understands",
      config: "recommended",
      severity: "error",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      noOperator:
        "This condition is empty, but the cloud requires 1 to 10 operators (IAM.1050). Add one, or remove the condition.",
      tooManyOperators:
        "This condition has {{number}} operators, but the cloud allows at most 10 (IAM.1050). Remove some of them.",
      nullOperator:
        '"{{operator}}" is null, which the cloud rejects (IAM.1051). Give it condition keys, or remove the operator.',
      operatorValue:
        '"{{operator}}"{{where}} must be an object of condition keys, each with {{values}}, such as { "g:UserName": ["..."] }.',
      noKey:
        '"{{operator}}" has no condition key, but the cloud requires 1 to 10 (IAM.1054). Add one, or remove the operator.',
      tooManyKeys:
        '"{{operator}}" has {{number}} condition keys, but the cloud allows at most 10 (IAM.1054). Remove some of them.',
      overwritten:
        'This "{{name}}" has no effect{{where}}: if a key occurs twice, only the last one counts. Merge the two.',
      misspeltOperator: '"{{name}}" is not a condition operator{{where}}. Did you mean {{choices}}?',
      unknownOperator:
        '"{{name}}" is not a condition operator of version 1.1 on Huawei Cloud. Choose one from the table under "Policy Syntax" in the IAM user guide.',
      nullSuffix:
        '"Null" already checks whether a key exists{{where}}, so "IfExists" has no meaning after it. Remove the suffix.',
      emptyKey: 'This condition key is empty, which the cloud rejects (IAM.1052). Name one, such as "g:UserName".',
      misspeltKey: '"{{name}}" is not a documented condition key (IAM.1052). Did you mean {{choices}}?',
      identityPolicyKey:
        '"{{name}}" is a condition key of identity policies (version 5.0); no cloud documents it for version 1.1 (IAM.1052). Remove it, or write the policy in version 5.0.',
      enterpriseProjectKey:
        '"{{name}}" only exists in identity policies (version 5.0). In version 1.1, the grant decides the enterprise project: remove the key, and grant the policy on that enterprise project.',
      mfaAge: '"{{name}}" only counts together with "g:MFAPresent". Add "Bool": { "g:MFAPresent": ["true"] }.',
      keyType:
        '"{{name}}" is {{type}}, but "{{operator}}" compares {{family}} (IAM.1055). Use an operator for {{types}}.',
      misspeltIdentityKey:
        '"{{name}}" is not a documented condition key of identity policies (5.0). Did you mean {{choices}}?',
      identityKeyType:
        '"{{name}}" is {{type}}, but "{{operator}}" compares {{family}}, which never match it{{where}}. Use an operator for {{types}}.',
      ...variableMessages,
      notList:
        'The values of "{{name}}" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
      notString:
        "The values of a condition key{{where}} must be strings, but {{value}} is not. Write a string instead.",
      noValue:
        '"{{name}}" has no value, but the cloud requires 1 to 1,024 characters (IAM.1056). Add a value, or remove the key.',
      tooLong:
        'The values of "{{name}}" have {{number}} characters in total, but the cloud allows at most 1,024 (IAM.1056). Shorten the list.',
      valueFormat: '"{{operator}}"{{where}} takes {{form}}, not "{{value}}". Correct the value.',
      pattern:
        '"{{operator}}"{{where}} takes the "*" in "{{value}}" literally. To match a pattern, use "{{matching}}".',
      replace: "Replace with {{text}}",
      wrap: "Put it in square brackets",
      quote: "Put it in quotes",
    },
  },
  create: () => ({ customPolicy: conditionProblems, identityPolicy: identityConditionProblems }),
});
