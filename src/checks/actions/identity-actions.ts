import type { Catalog } from "../../catalog/catalog.js";
import { cloudTitles, serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import { splitString } from "../../edit/lists.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf, quoteAction, type Action, type PolicyDocument } from "../../policy/document.js";
import type { ActionPattern } from "../../policy/pattern.js";
import { policyVariablesIn } from "../../policy/policy-variables.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { isGlobalKey } from "../../policy/key-table.js";
import { listedElements } from "../../policy/listed.js";
import { memberOf } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { PolicyString } from "../../policy/value.js";
import { listChoices, listNames, truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import { hasExpired, knownAction, type PolicyContext } from "../policy-context.js";
import { differingRange } from "./differing-range.js";
import { namesToWrite } from "./names-to-write.js";
import { similarIdentityActions } from "./similar-identity-actions.js";

export type IdentityActionProblemId =
  | "unknownIdentityAction"
  | "unlistedIdentityAction"
  | "unlistedIdentityPattern"
  | "alias"
  | "variable"
  | "replace"
  | "split";

type IdentityActionProblem = Problem<IdentityActionProblemId>;

/** Whether to report names of version 1.1, which version 5.0 takes too. */
type OnAlias = "ignore" | "report";

/**
 * Actions of a policy of version 5.0 that are misspelt or that a service does not have, and on request those with a name of
 * version 1.1. Few services have a public table of all their actions; of the others, nothing is said of other names.
 */
export function identityActionProblems(aliases: OnAlias): Check<IdentityActionProblemId> {
  return {
    when: (summary) => summary.statementCount > 0,
    problems: (policy, context) => [
      ...actionsOf(policy).flatMap((action) => problemOf(action, policy, context, aliases)),
      ...misplacedVariables(policy),
    ],
  };
}

function problemOf(
  action: Action,
  policy: PolicyDocument,
  context: PolicyContext,
  aliases: OnAlias,
): readonly IdentityActionProblem[] {
  const { pattern } = action;
  const { identity } = context.catalog;
  if (!pattern || isWildcardIn(pattern.service) || identity.matching(pattern).length > 0) {
    return [];
  }
  const renamed = identity.withAlias(pattern.text).map(({ name }) => name);
  if (renamed.length > 0) {
    // Beside all of its new names, an old one is meant for calls that only know that.
    const names = aliases === "report" ? namesToWrite(renamed, action, policy) : [];
    return names.length > 0 ? [aliasProblem(action, names)] : [];
  }
  return isKnownElsewhere(pattern, context) ? [] : unknownName(action, pattern, context.catalog);
}

/** Version 5.0 has kept many names of version 1.1, and takes others. */
function isKnownElsewhere(pattern: ActionPattern, { settings, catalog }: PolicyContext): boolean {
  const known = knownAction(settings, pattern);
  return (known !== undefined && !hasExpired(known)) || catalog.ofAllClouds.isDocumented(pattern);
}

function unknownName(action: Action, pattern: ActionPattern, catalog: Catalog): readonly IdentityActionProblem[] {
  const { identity, clouds } = catalog;
  const names = similarIdentityActions(pattern, identity);
  if (names.length > 0) {
    return [
      {
        range: differingRange(action, names[0]),
        id: "unknownIdentityAction",
        data: { action: quoteAction(action), choices: listChoices(names) },
        edits: names.flatMap((name) => replaceString(action.string, name)),
      },
    ];
  }
  // What another cloud has may be newer than the sources of this one.
  const isUnlisted =
    identity.isComplete(pattern.service) &&
    identity.withAliasMatching(pattern).length === 0 &&
    catalog.ofAllClouds.identity.matching(pattern).length === 0;
  return isUnlisted
    ? [
        {
          range: differingRange(action, undefined),
          id: pattern.hasWildcard ? "unlistedIdentityPattern" : "unlistedIdentityAction",
          data: {
            action: quoteAction(action),
            service: serviceTitle(pattern.service),
            clouds: listNames(
              clouds.map((cloud) => cloudTitles[cloud]),
              "or",
            ),
          },
        },
      ]
    : [];
}

function aliasProblem(action: Action, names: readonly string[]): IdentityActionProblem {
  const [name = "", ...others] = names;
  return {
    range: action.string.contentRange,
    id: "alias",
    data: { action: quoteAction(action), names: listNames(names.map((one) => `"${one}"`)) },
    edits:
      others.length === 0
        ? replaceString(action.string, name)
        : splitString(action, names, { id: "split", data: { number: names.length } }),
  };
}

/** Variables in actions: they stand in resources and in values of conditions only (facts.md#policy-variables). */
function misplacedVariables({ statements }: PolicyDocument): readonly IdentityActionProblem[] {
  return statements
    .flatMap(({ value }) => [memberOf(value, "Action"), memberOf(value, "NotAction")])
    .flatMap(listedElements)
    .flatMap(possibleValues)
    .flatMap((action) => (action.kind === "string" ? variablesIn(action) : []));
}

function variablesIn(string: PolicyString): readonly IdentityActionProblem[] {
  return policyVariablesIn(string.value)
    .filter(({ key }) => isGlobalKey(key))
    .map(({ start, end }) => ({
      range: string.slice(start, end) ?? string.contentRange,
      id: "variable",
      data: { variable: truncate(string.value.slice(start, end)) },
    }));
}
