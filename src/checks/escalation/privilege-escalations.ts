import type { Catalog } from "../../catalog/catalog.js";
import { documentedBy } from "../../catalog/provenance.js";
import { clouds } from "../../catalog/format.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { quoteAction, referenceRange, type Action, type PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import { mayBeDenied } from "../effect/possible-denies.js";
import { unrestrictedGrants, type UnrestrictedGrant } from "../effect/resource-scope.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import {
  escalatingActions,
  escalatingCombinations,
  type EscalatingCombination,
  type IsGranted,
} from "./escalating-grants.js";

export type EscalationProblem = Problem<
  "escalatingAction" | "escalatingActions" | "assumableAgencies" | "escalatingCombination"
>;

/** Grants that allow privilege escalation, alone or in combination. */
export const privilegeEscalations: Check<EscalationProblem["id"]> = {
  when: (summary) => summary.hasIamName,
  problems: problemsOf,
};

function problemsOf(policy: PolicyDocument, context: PolicyContext): readonly EscalationProblem[] {
  const known = [...context.grantedTogether, ...context.possiblyGrantedTogether];
  const isGranted: IsGranted = ({ pattern }) => !mayBeDenied(pattern, known);
  return [
    ...unrestrictedGrants(policy).flatMap((grant) => singleGrantProblems(grant, context.catalog, isGranted)),
    ...combinationProblems(policy, context, isGranted),
  ];
}

function singleGrantProblems(
  grant: UnrestrictedGrant,
  catalog: Catalog,
  isGranted: IsGranted,
): readonly EscalationProblem[] {
  const found = ofOneCloud(escalatingActions(grant.pattern, catalog, isGranted));
  const [first] = found;
  if (!first) {
    return [];
  }
  const { action, pattern } = grant;
  if (found.length > 1) {
    return [
      multipleActionsProblem(
        action,
        found.map((one) => one.action),
        catalog,
      ),
    ];
  }
  const range = referenceRange(action);
  const sources = { variants: documentedBy(catalog, [first.action]) };
  const subject = pattern.hasWildcard
    ? `${quoteAction(action)} covers "${first.action.name}", which`
    : quoteAction(action);
  if (first.gain === undefined) {
    return [{ range, id: "assumableAgencies", data: { subject, clouds: sources } }];
  }
  const advice = pattern.hasWildcard
    ? "List only the actions needed."
    : "Remove it, or grant it to administrators only.";
  return [{ range, id: "escalatingAction", data: { subject, clouds: sources, gain: first.gain, advice } }];
}

/**
 * The actions of the cloud that documents most of them. A sum over several clouds would be true of none of them.
 */
function ofOneCloud<Found extends { readonly action: CatalogAction }>(found: readonly Found[]): readonly Found[] {
  const byCloud = clouds.map((cloud) =>
    found.filter(({ action }) => action.facts.some((facts) => facts.cloud === cloud)),
  );
  return byCloud.reduce((most, some) => (some.length > most.length ? some : most), []);
}

/** The clouds that document all of some actions. */
function documentedByAll(catalog: Catalog, actions: readonly CatalogAction[]): readonly string[] {
  return documentedBy(catalog, actions, (cloud) =>
    actions.every(({ facts }) => facts.some((one) => one.cloud === cloud)),
  );
}

function multipleActionsProblem(
  action: Action,
  actions: readonly CatalogAction[],
  catalog: Catalog,
): EscalationProblem {
  return {
    range: referenceRange(action),
    id: "escalatingActions",
    data: {
      action: quoteAction(action),
      number: actions.length,
      names: { variants: shorterAndShorter(actions.map(({ name }) => name)) },
      clouds: { variants: documentedByAll(catalog, actions) },
    },
  };
}

/** Reports each combination once, at the action that completes it. */
function combinationProblems(
  { statements }: PolicyDocument,
  { catalog, grantedTogether }: PolicyContext,
  isGranted: IsGranted,
): readonly EscalationProblem[] {
  const grants = grantedTogether
    .filter(({ origin }) => origin === undefined)
    .flatMap(unrestrictedGrants)
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
    return multipleActionsProblem(last.action, actions, catalog);
  }
  const place = { linesOf: [referenceRange(first.action)] };
  return {
    range: referenceRange(last.action),
    id: "escalatingCombination",
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
      clouds: { variants: documentedByAll(catalog, actions) },
    },
  };
}
