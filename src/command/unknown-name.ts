import type { Tables } from "../catalog/catalog.js";
import { verdictOn } from "../catalog/coverage.js";
import { clouds as allClouds, type Cloud } from "../catalog/format.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { similarActions } from "../checks/actions/similar-actions.js";
import { similarIdentityActions } from "../checks/actions/similar-identity-actions.js";
import { hasExpired, knownAction, type KnownAction } from "../checks/policy-context.js";
import type { ActionPattern } from "../policy/pattern.js";
import { fewerAndFewerChoices, listNames, truncate } from "../text/wording.js";
import { apisMatching, similarApis, type ApiRequest } from "./api-request.js";
import { paragraph } from "./columns.js";
import { explanationOf, noTable, servicesOf, type Explanation } from "./explanation.js";
import { namesMatching } from "./question.js";
import { similarServices } from "./similar-services.js";
import type { Answer, Request } from "./verb.js";

/** What to say of a name that no table has. */
export async function unknownName(
  pattern: ActionPattern,
  { clouds, words, tables, settings }: Request,
): Promise<Answer> {
  const kind = pattern.hasWildcard ? "pattern" : "action";
  const { knownActions } = await settings(["knownActions"]);
  const known = knownAction({ knownActions }, pattern);
  if (known) {
    return explainKnown(kind, pattern, known);
  }
  const didYouMean = suggestionsFor(tables, pattern, clouds);
  const name = truncate(words.join(" "));
  const data: Explanation = { kind, found: false, didYouMean, services: servicesOf(tables, [pattern.service], clouds) };
  return explanationOf(data, () => "", [
    `${noTable(clouds)} has ${kind === "pattern" ? `an action that matches "${name}"` : `"${name}"`}.${elsewhere(tables, pattern, clouds)}`,
    ...suggestionSentence(didYouMean),
    ...certaintySentences(tables, pattern, clouds),
  ]);
}

/** The documented names that may be meant, in any of the clouds; of identity policies, if version 1.1 has none. */
function suggestionsFor(tables: Tables, pattern: ActionPattern, clouds: readonly Cloud[]): readonly string[] {
  const catalog = tables.catalogOf(clouds.length === 1 ? clouds[0] : undefined);
  const names = similarActions(catalog, pattern).map(({ name }) => name);
  return names.length > 0 ? names : similarIdentityActions(pattern, catalog.identity);
}

export function suggestionSentence(names: readonly string[]): readonly string[] {
  const [choices] = fewerAndFewerChoices(names);
  return choices === undefined ? [] : [`Did you mean ${choices}?`];
}

function elsewhere(tables: Tables, pattern: ActionPattern, clouds: readonly Cloud[]): string {
  const others = allClouds.filter(
    (cloud) => !clouds.includes(cloud) && namesMatching(tables, pattern, [cloud]).length > 0,
  );
  const titles = others.map((cloud) => cloudTitles[cloud]);
  return titles.length === 0 ? "" : ` ${listNames(titles)} ${titles.length === 1 ? "has" : "have"} it.`;
}

/** How much it says that a name is not listed. */
function certaintySentences(tables: Tables, pattern: ActionPattern, clouds: readonly Cloud[]): readonly string[] {
  const known = clouds.flatMap((cloud) => {
    const service = tables.catalogOf(cloud).service(pattern.service);
    return service ? [{ cloud, verdict: verdictOn(service, pattern, [cloud]) }] : [];
  });
  if (known.length === 0) {
    const similar = similarServices(tables, pattern.service, clouds);
    return [
      `${noTable(clouds)} has a service "${truncate(pattern.service, 30)}".${similar.length > 0 ? ` The nearest: ${listNames(similar)}.` : ""}`,
    ];
  }
  const title = serviceTitle(pattern.service);
  const sure = known.filter(({ verdict }) => verdict === "complete").map(({ cloud }) => cloudTitles[cloud]);
  const unsure = known.filter(({ verdict }) => verdict !== "complete").map(({ cloud }) => cloudTitles[cloud]);
  return [
    ...(sure.length > 0
      ? [`The tables of ${title} are complete on ${listNames(sure)}: it is not an action there.`]
      : []),
    ...(unsure.length > 0 ? [`The tables of ${title} may have gaps on ${listNames(unsure)}: it may exist there.`] : []),
  ];
}

function explainKnown(kind: "action" | "pattern", pattern: ActionPattern, known: KnownAction): Answer {
  const expiry =
    known.expires === undefined
      ? ""
      : hasExpired(known)
        ? ` The entry expired on ${known.expires}.`
        : ` The entry expires on ${known.expires}.`;
  return explanationOf({ kind, found: true, knownAction: known }, (terminal) =>
    [
      `${terminal.style("bold", pattern.text)}\n`,
      paragraph(
        `No table has it. This project's setting "knownActions" lists "${known.action}": ${truncate(known.reason, 200)}.${expiry}`.replaceAll(
          "..",
          ".",
        ),
        terminal,
        "  ",
      ),
    ].join(""),
  );
}

/** What to say of an API that no table has, as an answer. */
export function unknownApi(request: ApiRequest | undefined, { clouds, words, tables }: Request): Answer {
  const didYouMean = request ? similarApis(tables, request, clouds) : [];
  const data: Explanation = { kind: "api", found: false, didYouMean };
  return explanationOf(data, () => "", unknownApiNotes(tables, words.join(" "), request, clouds, didYouMean));
}

/** What to say of an API that no table has. */
export function unknownApiNotes(
  tables: Tables,
  text: string,
  request: ApiRequest | undefined,
  clouds: readonly Cloud[],
  similar: readonly string[] = request ? similarApis(tables, request, clouds) : [],
): readonly string[] {
  const titles = clouds.map((cloud) => cloudTitles[cloud]);
  const others = request
    ? allClouds.filter((cloud) => !clouds.includes(cloud) && apisMatching(tables, request, [cloud]).length > 0)
    : [];
  return [
    `No table of ${listNames(titles, "or")} has the API "${truncate(text, 120)}".`,
    ...(others.length > 0 ? [`${listNames(others.map((cloud) => cloudTitles[cloud]))} has it.`] : []),
    ...(similar.length > 0 ? ["The nearest are:", ...similar.map((api) => `  ${api}`)] : []),
  ];
}
