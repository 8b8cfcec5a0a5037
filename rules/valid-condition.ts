import { conditionProblems } from "../src/checks/condition/condition-checks.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "valid-condition",
  meta: {
    type: "problem",
    docs: {
      description: "Require the operators, keys and values of conditions to be ones that the cloud understands",
      config: "recommended",
      severity: "error",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      noOperator:
        "This condition is empty, and the cloud asks for 1 to 10 operators (IAM.1050). Write one or remove the condition.",
      tooManyOperators:
        "This condition has {{number}} operators, and the cloud takes at most 10 (IAM.1050). Remove some of them.",
      nullOperator:
        '"{{operator}}" is null, which the cloud refuses (IAM.1051). Give it condition keys or remove the operator.',
      operatorValue:
        'What belongs under "{{operator}}" is an object of condition keys, each with a list of values, such as { "g:UserName": ["..."] }.',
      noKey:
        '"{{operator}}" has no condition key, and the cloud asks for 1 to 10 (IAM.1054). Write one or remove the operator.',
      tooManyKeys:
        '"{{operator}}" has {{number}} condition keys, and the cloud takes at most 10 (IAM.1054). Remove some of them.',
      overwritten: 'This "{{name}}" has no effect: of equal keys, only the last one is kept. Join the two.',
      misspeltOperator: '"{{name}}" is no condition operator{{outside}}. Did you mean {{choices}}?',
      unknownOperator:
        '"{{name}}" is no condition operator of a policy of version 1.1 on Huawei Cloud. Choose one of the table under "Policy Syntax" in the IAM user guide.',
      nullSuffix: '"Null" asks whether a key exists, so "IfExists" has no meaning behind it. Remove the suffix.',
      emptyKey: 'This condition key is empty, which the cloud refuses (IAM.1052). Name one, such as "g:UserName".',
      misspeltKey: '"{{name}}" is no condition key that the clouds document (IAM.1052). Did you mean {{choices}}?',
      identityPolicyKey:
        '"{{name}}" is a condition key of identity policies (version 5.0); for policies of version 1.1 no cloud documents it (IAM.1052). Remove it, or write the policy in version 5.0.',
      enterpriseProjectKey:
        '"{{name}}" is a condition key of identity policies (version 5.0). A policy of version 1.1 gets its enterprise project from the grant: remove the key and grant the policy on that enterprise project.',
      mfaAge: '"{{name}}" counts only together with "g:MFAPresent". Add "Bool": { "g:MFAPresent": ["true"] }.',
      keyType:
        '"{{name}}" is {{type}}, and "{{operator}}" compares {{family}} (IAM.1055). Use an operator for {{types}}.',
      notList: 'The values of "{{name}}" must be a list, even if there is but one (IAM.1053). Put them in brackets.',
      notString: "The values of a condition key must be strings, and {{value}} is none. Write a string.",
      noValue:
        '"{{name}}" has no value, and the cloud asks for 1 to 1,024 characters (IAM.1056). Write a value or remove the key.',
      tooLong:
        'The values of "{{name}}" have {{number}} characters in all, and the cloud takes at most 1,024 (IAM.1056). Shorten the list.',
      valueFormat: '"{{operator}}" takes {{form}}, and "{{value}}" is no such value.',
      pattern:
        '"{{operator}}" reads the "*" in "{{value}}" as a letter, not as a pattern. For a pattern, use "{{matching}}".',
      replace: "Replace with {{text}}",
      wrap: "Put it in brackets",
      quote: "Put it in quotes",
    },
  },
  create: () => ({ policy: conditionProblems }),
});
