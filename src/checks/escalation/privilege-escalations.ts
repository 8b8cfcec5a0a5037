import type { Catalog } from "../../catalog/catalog.js";
import { documentedBy } from "../../catalog/provenance.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { quoteAction, referenceRange, type Action, type PolicyDocument } from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { shorterAndShorter } from "../../text/wording.js";
import { mayBeDenied } from "../effect/possible-denies.js";
import { grantsOnEveryResource, type GrantOnEveryResource } from "../effect/resource-scope.js";
import type { PolicyContext } from "../policy-context.js";
import {
  escalatingActions,
  escalatingCombinations,
  hasEscalations,
  type EscalatingCombination,
  type IsGranted,
} from "./escalating-grants.js";

export type EscalationProblem = Problem<"one" | "several" | "agency" | "together">;

/** Grants with which somebody can raise their own rights, each alone or several together. */
export function privilegeEscalations(policy: PolicyDocument, context: PolicyContext): readonly EscalationProblem[] {
  // Most policies have none: then nothing needs to be gathered.
  if (![...overviewOf(policy).services].some(hasEscalations)) {
    return [];
  }
  const known = [...context.grantedTogether, ...context.perhapsGrantedTogether];
  const isGranted: IsGranted = ({ pattern }) => !mayBeDenied(pattern, known);
  return [
    ...grantsOnEveryResource(policy).flatMap((grant) => escalationAlone(grant, context.catalog, isGranted)),
    ...combinationsIn(policy, context, isGranted),
  ];
}

function escalationAlone(
  grant: GrantOnEveryResource,
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalationProblem[] {
  const found = escalatingActions(grant.pattern, catalog, isGranted);
  const [first] = found;
  if (!first) {
    return [];
  }
  const { action, pattern } = grant;
  if (found.length > 1) {
    return [
      severalActions(
        action,
        found.map((one) => one.action),
        catalog,
      ),
    ];
  }
  const range = referenceRange(action);
  const clouds = { variants: documentedBy(catalog, [first.action]) };
  const subject = pattern.hasWildcard
    ? `${quoteAction(action)} covers "${first.action.name}", which`
    : quoteAction(action);
  if (first.gain === undefined) {
    return [{ range, id: "agency", data: { subject, clouds } }];
  }
  const advice = pattern.hasWildcard
    ? "List only the actions needed."
    : "Remove it, or grant it to administrators only.";
  return [{ range, id: "one", data: { subject, clouds, gain: first.gain, advice } }];
}

function severalActions(action: Action, actions: readonly CatalogAction[], catalog: Catalog): EscalationProblem {
  return {
    range: referenceRange(action),
    id: "several",
    data: {
      action: quoteAction(action),
      number: actions.length,
      names: { variants: shorterAndShorter(actions.map(({ name }) => name)) },
      clouds: { variants: documentedBy(catalog, actions) },
    },
  };
}

/** Each combination once, at the action that completes it. */
function combinationsIn(
  { statements }: PolicyDocument,
  { catalog, grantedTogether }: PolicyContext,
  isGranted: IsGranted,
): readonly EscalationProblem[] {
  const grants = grantedTogether
    .filter(({ origin }) => origin === undefined)
    .flatMap(grantsOnEveryResource)
    .filter(({ statement }) => statement.isComplete)
    .sort((one, other) => one.action.string.range[0] - other.action.string.range[0]);
  return escalatingCombinations(grants, catalog, isGranted)
    .filter(({ last }) => statements.includes(last.statement))
    .map((combination) => combinationProblem(combination, catalog));
}

function combinationProblem(
  { actions, gain, last, others: [first, ...more] }: EscalatingCombination,
  catalog: Catalog,
): EscalationProblem {
  if (!first) {
    return severalActions(last.action, actions, catalog);
  }
  const place = { linesOf: [referenceRange(first.action)] };
  return {
    range: referenceRange(last.action),
    id: "together",
    data: {
      action: quoteAction(last.action),
      others: [
        { variants: [quoteAction(first.action), "another action"] },
        " (",
        place,
        ")",
        more.length > 0 ? ` and ${more.length} more` : "",
      ],
      gain,
      clouds: { variants: documentedBy(catalog, actions) },
    },
  };
}
