import { isGlobalKey } from "../../policy/key-table.js";
import { identityKeys, isMultiValuedKey, similarIdentityKeys } from "../../policy/identity-keys.js";
import { isQuotedFallback, policyVariablesIn, type PolicyVariable } from "../../policy/policy-variables.js";
import type { PolicyString } from "../../policy/value.js";
import type { Problem } from "../../edit/problem.js";
import { replaceIn } from "../../edit/strings.js";
import { listChoices, truncate } from "../../text/wording.js";
import type { Where } from "./condition-problem.js";

/** The mistakes in policy variables; the rules that look at texts with variables have a message for each. */
export type VariableProblemId = "variableKey" | "variableOfSeveral" | "variableFallback" | "replace";

type VariableProblem = Problem<VariableProblemId>;

/** The messages of all rules that look at texts with variables. */
export const variableMessages = {
  variableKey:
    '"{{name}}" in a policy variable is not a documented condition key of identity policies (5.0). Did you mean {{choices}}?',
  variableOfSeveral:
    'The key "{{name}}" has several values, so a statement{{where}} with "{{variable}}" never matches. Name a key with one value.',
  variableFallback:
    'The default in "{{variable}}" must be in single quotes{{where}}, with those inside doubled. Write {{wanted}}.',
};

/**
 * Mistakes in the policy variables of a text of an identity policy (facts.md#policy-variables). Only those of global keys
 * are surely variables of the policy: templates have `${env:NAME}` and the like.
 */
export function variableProblems(string: PolicyString, where: Where): readonly VariableProblem[] {
  return policyVariablesIn(string.value)
    .filter(({ key }) => isGlobalKey(key))
    .flatMap((variable) => problemOf(string, variable, where));
}

function problemOf(string: PolicyString, variable: PolicyVariable, where: Where): readonly VariableProblem[] {
  const { key, keyStart, keyEnd, start, end, fallback } = variable;
  const names = identityKeys.isDocumented(key) ? [] : similarIdentityKeys(key);
  if (names.length > 0) {
    const range = string.slice(keyStart, keyEnd);
    return [
      {
        range: range ?? string.contentRange,
        id: "variableKey",
        data: { name: truncate(key), choices: listChoices(names) },
        edits: names.flatMap((name) =>
          replaceIn(string, range, name, { id: "replace" as const, data: { text: name } }),
        ),
      },
    ];
  }
  const range = string.slice(start, end) ?? string.contentRange;
  const data = { variable: truncate(string.value.slice(start, end)), name: truncate(key), where };
  if (fallback === undefined) {
    return isMultiValuedKey(key) ? [{ range, id: "variableOfSeveral", data }] : [];
  }
  return isQuotedFallback(fallback)
    ? []
    : [{ range, id: "variableFallback", data: { ...data, wanted: `"\${${truncate(key)}, '...'}"` } }];
}
