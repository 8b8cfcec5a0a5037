import type { Catalog } from "../../catalog/catalog.js";
import { isNamedByPatterns, verdictOn } from "../../catalog/coverage.js";
import { cloudTitles, documentationMonth, documentingClouds, serviceTitle } from "../../catalog/provenance.js";
import type { CatalogService } from "../../catalog/service.js";
import { splitString } from "../../edit/lists.js";
import type { Problem, ProblemData, ProblemDataValue } from "../../edit/problem.js";
import { replaceIn, replaceString } from "../../edit/strings.js";
import { quoteAction, type Action, type PolicyDocument } from "../../policy/document.js";
import { partsOf, type ActionPattern } from "../../policy/pattern.js";
import { isOfDataFile, type PolicyString } from "../../policy/value.js";
import { fewerAndFewerChoices, truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import { hasExpired, knownAction, type KnownAction, type PolicyContext } from "../policy-context.js";
import { lookUpActions } from "./action-lookup.js";
import { differingRange } from "./differing-range.js";
import { splitJoinedActions } from "./joined-actions.js";
import { identityActionName, type OtherVersionProblemId } from "./names-of-other-version.js";
import { similarActions, type SimilarAction } from "./similar-actions.js";

export type UnknownActionProblem = Problem<
  UnknownName["id"] | OtherVersionProblemId | "expired" | "joinedActions" | "replace" | "split"
>;

interface UnknownName {
  readonly id:
    "unknownAction" | "unknownPattern" | "unlikelyAction" | "unlikelyPattern" | "unknownService" | "undocumented";
  readonly data?: ProblemData;
}

/** How to treat a name that resembles no documented one if the tables of its service are incomplete or missing. */
type OnUndocumented = "ignore" | "report";

/** Actions that no cloud documents, patterns that match no documented action, and strings that hold several actions. */
export function unknownActions(undocumented: OnUndocumented): Check<UnknownActionProblem["id"]> {
  return {
    when: (summary) => summary.hasUndocumentedName,
    problems: (policy, context) => problemsOf(policy, context, undocumented),
  };
}

/**
 * The same in a policy that another file has, which is no program: often nobody lints that. A program is linted itself, and
 * so is a file with the role, where this one only has its assignment.
 */
export function unknownActionsOfData(undocumented: OnUndocumented): Check<UnknownActionProblem["id"]> {
  return {
    when: (summary) => summary.hasUndocumentedName,
    problems: (policy, context) => (isOfOwnData(policy) ? problemsOf(policy, context, undocumented) : []),
  };
}

function isOfOwnData(policy: PolicyDocument): boolean {
  const isRoleElsewhere = policy.role?.value.origin !== undefined;
  return isOfDataFile(policy) && policy.dialect === "1.1" && !isRoleElsewhere;
}

function problemsOf(
  policy: PolicyDocument,
  context: PolicyContext,
  undocumented: OnUndocumented,
): readonly UnknownActionProblem[] {
  return lookUpActions(policy, context.catalog).withoutEntry.flatMap((action) =>
    action.pattern
      ? unknownAction(action, action.pattern, policy, context, undocumented)
      : joinedActions(action, context.catalog),
  );
}

function joinedActions(action: Action, catalog: Catalog): readonly UnknownActionProblem[] {
  const names = splitJoinedActions(action.string.value, catalog);
  const data = { number: names.length };
  const edits = splitString(action, names, { id: "split", data });
  return names.length > 1 ? [{ range: action.string.contentRange, id: "joinedActions", data, edits }] : [];
}

function unknownAction(
  action: Action,
  pattern: ActionPattern,
  policy: PolicyDocument,
  { catalog, settings }: PolicyContext,
  undocumented: OnUndocumented,
): readonly UnknownActionProblem[] {
  // A pattern that spans services matches more than the catalogue has.
  if (pattern.service.includes("*") || catalog.isDocumented(pattern)) {
    return [];
  }
  const known = knownAction(settings, pattern);
  if (known) {
    return expiredEntry(action, known);
  }
  const ofOtherVersion = identityActionName(action, pattern, policy, catalog);
  return ofOtherVersion.length > 0 ? ofOtherVersion : unknownName(action, pattern, catalog, undocumented);
}

function expiredEntry(action: Action, known: KnownAction): readonly UnknownActionProblem[] {
  const { expires = "", reason } = known;
  const data = { action: quoteAction(action), expires, reason: truncate(reason) };
  return hasExpired(known) ? [{ range: differingRange(action, undefined), id: "expired", data }] : [];
}

function unknownName(
  action: Action,
  pattern: ActionPattern,
  catalog: Catalog,
  undocumented: OnUndocumented,
): readonly UnknownActionProblem[] {
  const similar = similarActions(catalog, pattern);
  const certainty = certaintyOf(pattern, catalog, similar);
  if (certainty === "none" && undocumented === "ignore") {
    return [];
  }
  const names = similar.map(({ name }) => name);
  const { id, data } = messageFor(pattern, catalog, certainty);
  return [
    {
      range: differingRange(action, names[0]),
      id,
      data: { ...data, action: quoteAction(action), advice: adviceFor(pattern, names, catalog) },
      edits: names.flatMap((name) => replaceName(action.string, name)),
    },
  ];
}

/** How certain it is that an undocumented name is a mistake. */
type Certainty = "certain" | "likely" | "none";

/**
 * A near miss of a documented name is a mistake whatever else the tables lack, and so is the near miss of a service.
 * Otherwise, the verdict on the tables decides. A name that another cloud lists is no invention: it may well work where
 * the tables are only likely to have everything.
 */
function certaintyOf(pattern: ActionPattern, catalog: Catalog, [nearest]: readonly SimilarAction[]): Certainty {
  const service = catalog.service(pattern.service);
  const verdict = service && verdictOn(service, pattern, catalog.clouds);
  const mayBeMisspelt = !service || (service.hasTable && !isNamedByPatterns(service, pattern.resourceType));
  if (verdict === "complete" || (mayBeMisspelt && nearest?.isNearMiss)) {
    return "certain";
  }
  return verdict === "likely" && !catalog.ofAllClouds.isDocumented(pattern) ? "likely" : "none";
}

function messageFor(pattern: ActionPattern, catalog: Catalog, certainty: Certainty): UnknownName {
  const service = serviceWithTables(pattern, catalog);
  if (service) {
    return {
      id: `${certainty === "certain" ? "unknown" : "unlikely"}${pattern.hasWildcard ? "Pattern" : "Action"}`,
      data: { service: serviceTitle(service.name), clouds: documentingClouds(service) },
    };
  }
  return certainty === "certain" && !catalog.service(pattern.service)
    ? { id: "unknownService", data: { service: pattern.service } }
    : { id: "undocumented" };
}

/** Replaces a name; in a text that a program composes, the only part that differs. */
function replaceName(string: PolicyString, name: string): UnknownActionProblem["edits"] & object {
  if (string.isLiteral) {
    return replaceString(string, name);
  }
  const replacements = name.split(":");
  const parts = partsOf(string.value);
  const differing = parts.flatMap((part, place) => {
    const text = replacements[place] ?? "";
    return part.text.toLowerCase() === text.toLowerCase() ? [] : [{ part, text }];
  });
  const [only, ...others] = differing;
  return only && others.length === 0 && parts.length === replacements.length
    ? replaceIn(string, string.slice(only.part.start, only.part.end), only.text, {
        id: "replace",
        data: { text: name },
      })
    : [];
}

function adviceFor(pattern: ActionPattern, names: readonly string[], catalog: Catalog): ProblemDataValue {
  const elsewhere = catalog.ofAllClouds.matching(pattern)[0]?.facts[0];
  if (elsewhere) {
    return `${cloudTitles[elsewhere.cloud]} has it. Is this policy meant for ${cloudTitles[elsewhere.cloud]}?`;
  }
  if (names.length > 0) {
    return ["Did you mean ", { variants: fewerAndFewerChoices(names) }, "?"];
  }
  const service = serviceWithTables(pattern, catalog);
  if (!service) {
    return 'Look it up, then list it in the setting "knownActions".';
  }
  const month = documentationMonth(service);
  const known = month === undefined ? "" : ` (known here up to ${month})`;
  return `Remove it, or check "Permissions" in the service's API reference${known}.`;
}

/** The service of a pattern, if it has tables; a service that is only mentioned has none. */
function serviceWithTables({ service }: ActionPattern, catalog: Catalog): CatalogService | undefined {
  const found = catalog.service(service);
  return found?.hasTable ? found : undefined;
}
