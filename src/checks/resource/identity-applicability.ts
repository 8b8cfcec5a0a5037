import type { Catalog } from "../../catalog/catalog.js";
import type { KnownIdentityAction, UrnType } from "../../catalog/identity-catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, Statement } from "../../policy/document.js";
import { isStar } from "../../policy/pattern.js";
import { isPlaceholderWord } from "../../policy/placeholder.js";
import type { PolicyString } from "../../policy/value.js";
import { matchesPart } from "../../policy/wildcards.js";
import { fewerAndFewerChoices, truncate } from "../../text/wording.js";
import type { PolicyName } from "../shape/identity-names.js";
import { readUri } from "./resource-uri.js";
import { resourcesOf } from "./resources.js";

export type ApplicabilityProblemId = "takesNoUrn" | "takesOtherUrns" | "unusedUrn";

type ApplicabilityProblem = Problem<ApplicabilityProblemId>;

/**
 * Actions of a policy of version 5.0 that take none of the statement's resources, or else resources that none of its actions
 * takes. Only of services with a source that lists what each action takes, be it of another service
 * (facts.md#resources-that-an-action-takes).
 */
export function inapplicableResources(
  statement: Statement,
  policy: PolicyName,
  catalog: Catalog,
): readonly ApplicabilityProblem[] {
  const [resources, ...others] = resourcesOf(statement);
  const { actions, notActions, isComplete } = statement;
  if (!resources?.isComplete || others.length > 0 || !isComplete || notActions.length > 0) {
    return [];
  }
  const strings = resources.uris.map(({ string }) => string);
  const urns = strings.flatMap((string) => urnPatternOf(string) ?? []);
  if (resources.form !== "list" || urns.length === 0 || urns.length < strings.length) {
    return [];
  }
  const taken = actions.map((action) => ({ action, types: typesTakenBy(action, catalog) }));
  const ineffective = taken.filter(({ types }) => types && !urns.some((urn) => fitsAny(urn, types)));
  return ineffective.length > 0
    ? ineffective.map(({ action, types = [] }) => problemOfAction(action, types, policy))
    : unusedUrns(
        strings,
        taken.map(({ types }) => types),
        statement,
        policy,
      );
}

/** The service and the type of a URN, in lower case; either may be a pattern. */
interface UrnPattern {
  readonly service: string;
  readonly type: string;
}

/** `undefined` if a part is not known, or stands for all: that may be what an action without resources is asked for. */
function urnPatternOf({ value }: PolicyString): UrnPattern | undefined {
  const { service, resourceType } = readUri(value) ?? {};
  const parts = [service?.text ?? "", resourceType?.text ?? ""];
  const [ofService = "", type = ""] = parts.map((part) => part.toLowerCase());
  return parts.some((part) => part === "" || isStar(part) || isPlaceholderWord(part))
    ? undefined
    : { service: ofService, type };
}

/** The types that an action, or those that a pattern matches, take; `undefined` if that is not known for sure. */
function typesTakenBy({ pattern }: Action, { identity }: Catalog): readonly UrnType[] | undefined {
  if (!pattern || !identity.isComplete(pattern.service)) {
    return undefined;
  }
  // An identity policy grants with a name of version 1.1 what has another name now.
  const meant = [...identity.matching(pattern), ...identity.withAliasMatching(pattern)];
  return meant.length > 0 && meant.every(takesKnownTypes) ? meant.flatMap(({ resources }) => resources) : undefined;
}

function takesKnownTypes(
  action: KnownIdentityAction,
): action is KnownIdentityAction & Required<Pick<KnownIdentityAction, "resources">> {
  return action.resources !== undefined;
}

function fitsAny(urn: UrnPattern, types: readonly UrnType[]): boolean {
  return types.some(
    ({ service, type }) => matchesPart(urn.service, service) && matchesPart(urn.type, type.toLowerCase()),
  );
}

function problemOfAction({ string }: Action, types: readonly UrnType[], policy: PolicyName): ApplicabilityProblem {
  const action = truncate(string.value.trim());
  return types.length === 0
    ? { range: string.contentRange, id: "takesNoUrn", data: { action } }
    : {
        range: string.contentRange,
        id: "takesOtherUrns",
        data: { ...policy, action, urns: { variants: examplesOf(types) } },
      };
}

/** `"dcaas:*:*:vgw:*" or "vpc:*:*:vpc:*"`, in shorter and shorter wordings */
function examplesOf(types: readonly UrnType[]): readonly string[] {
  return fewerAndFewerChoices([...new Set(types.map(({ service, type }) => `${service}:*:*:${type}:*`))]);
}

/** Resources that no action of the statement takes, if all of them are known. */
function unusedUrns(
  strings: readonly PolicyString[],
  taken: readonly (readonly UrnType[] | undefined)[],
  { actions }: Statement,
  policy: PolicyName,
): readonly ApplicabilityProblem[] {
  const types = taken.flatMap((some) => some ?? []);
  if (actions.length === 0 || taken.includes(undefined)) {
    return [];
  }
  return strings.flatMap((string) => {
    const urn = urnPatternOf(string);
    return urn && !fitsAny(urn, types)
      ? [
          {
            range: string.contentRange,
            id: "unusedUrn" as const,
            data: { ...policy, uri: truncate(string.value), urns: { variants: examplesOf(types) } },
          },
        ]
      : [];
  });
}
