import { catalogOf } from "../catalog/catalog.js";
import { verdictOn } from "../catalog/coverage.js";
import { clouds as allClouds, type Cloud } from "../catalog/format.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { similarActions } from "../checks/actions/similar-actions.js";
import { hasExpired, knownAction, type KnownAction } from "../checks/policy-context.js";
import type { ActionPattern } from "../policy/pattern.js";
import { count, fewerAndFewerChoices, listNames, truncate } from "../text/wording.js";
import { apisMatching, similarApis, type ApiRequest } from "./api-request.js";
import { paragraph, table } from "./columns.js";
import { describeAction, describeRows, describeService, describeSources } from "./describe.js";
import { actionFacts, rowsOfApi, serviceFacts, type ActionFacts, type RowFacts, type ServiceFacts } from "./facts.js";
import { namesMatching, readQuestion, type Question } from "./question.js";
import { nothingFor, renderResults } from "./search.js";
import { searchWords } from "./search-words.js";
import { exitCodes, WrongUse, type Answer, type Request, type Terminal, type Verb } from "./verb.js";

export const explain: Verb = {
  usage: '<action | pattern | service | "METHOD /path" | words>',
  summary: "what an action or API needs, where it works, and where that is documented",
  examples: [
    "explain ims:images:export",
    'explain "ims:images:*" --cloud otc',
    'explain "POST https://ims.eu-de.otc.t-systems.com/v2/cloudimages/action"',
    "explain export image --cloud otc",
  ],
  options: {},
  answer: async (request) => {
    if (request.words.length === 0) {
      throw new WrongUse('Say what to explain: an action, a pattern, a service or a "METHOD /path".');
    }
    const question = readQuestion(request.words, request.clouds);
    switch (question.kind) {
      case "action":
      case "pattern":
        return explainPattern(question.pattern, request);
      case "api":
        return question.apis.length > 0
          ? explainApis(question.apis, request.clouds)
          : unknownApi(question.request, request);
      case "words":
        return explainWords(question.words, request.clouds);
    }
  },
};

/** What `--json` prints. */
interface Explanation {
  readonly kind: Question["kind"];
  readonly found: boolean;
  /** One entry for each action and cloud that has it. */
  readonly actions?: readonly ActionFacts[];
  /** One entry for each permission row of the APIs asked for. */
  readonly rows?: readonly RowFacts[];
  /** The services that are concerned, in each cloud. */
  readonly services?: readonly ServiceFacts[];
  readonly didYouMean?: readonly string[];
  /** The entry of the project's setting `knownActions`. */
  readonly knownAction?: KnownAction;
}

function answerOf(data: Explanation, render: (terminal: Terminal) => string, notes: readonly string[] = []): Answer {
  return { exitCode: data.found ? exitCodes.found : exitCodes.nothingFound, data, render, notes };
}

async function explainPattern(pattern: ActionPattern, request: Request): Promise<Answer> {
  const { clouds } = request;
  const names = namesMatching(pattern, clouds);
  if (names.length === 0) {
    return unknownName(pattern, request);
  }
  const actions = names.flatMap((name) => clouds.flatMap((cloud) => actionFacts(cloud, name) ?? []));
  const services = servicesOf(
    actions.map(({ service }) => service),
    clouds,
  );
  const data: Explanation = { kind: pattern.hasWildcard ? "pattern" : "action", found: true, actions, services };
  return answerOf(data, (terminal) =>
    names.length > maxInDetail
      ? describeMany(names, actions, services, terminal)
      : names.map((name) => describeOne(name, actions, services, clouds, terminal)).join("\n"),
  );
}

/** A pattern that matches more actions is a table of them. */
const maxInDetail = 3;

function describeOne(
  name: string,
  actions: readonly ActionFacts[],
  services: readonly ServiceFacts[],
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const own = actions.filter((facts) => facts.name.toLowerCase() === name.toLowerCase());
  const parts = own.map((facts) => {
    const service = services.find(({ cloud, service: of }) => cloud === facts.cloud && of === facts.service);
    return [
      describeService(service, facts.cloud, terminal),
      describeAction(facts, terminal),
      describeRows(facts.rows, terminal),
      describeSources(facts.rows, terminal),
    ].join("");
  });
  const absent = clouds.filter((cloud) => !own.some((facts) => facts.cloud === cloud));
  return [`${terminal.style("bold", name)}\n`, ...parts, ...absentLine(absent, terminal)].join("\n");
}

function absentLine(absent: readonly Cloud[], terminal: Terminal): readonly string[] {
  const titles = absent.map((cloud) => cloudTitles[cloud]);
  return absent.length === 0 ? [] : [paragraph(`Not in the tables of ${listNames(titles, "or")}.`, terminal)];
}

function describeMany(
  names: readonly string[],
  actions: readonly ActionFacts[],
  services: readonly ServiceFacts[],
  terminal: Terminal,
): string {
  const byName = new Map<string, ActionFacts[]>();
  for (const facts of actions) {
    const key = facts.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), facts]);
  }
  const clouds = new Set(actions.map(({ cloud }) => cloud));
  const rows = names.map((name) => {
    const facts = byName.get(name.toLowerCase()) ?? [];
    const [first = "", ...others] = [...new Set(facts.flatMap((one) => one.rows.flatMap(({ apis }) => apis)))];
    return [
      name,
      ...(clouds.size > 1 ? [facts.map(({ cloud }) => cloud).join(" ")] : []),
      describeScopes(facts),
      describeRequirements(facts),
      others.length === 0 ? first : `${first} and ${others.length} more`,
    ];
  });
  return [
    `${count(names.length, "action")}\n\n`,
    table(
      [
        { heading: "Action" },
        ...(clouds.size > 1 ? [{ heading: "Clouds" }] : []),
        { heading: "Enterprise projects" },
        { heading: "Needs" },
        { heading: "APIs", isLong: true },
      ],
      rows,
      terminal,
    ),
    "\n",
    ...services.map((facts) => describeService(facts, facts.cloud, terminal)),
  ].join("");
}

/** Whether an action works on enterprise projects, if the clouds agree. */
function describeScopes(facts: readonly ActionFacts[]): string {
  const supports = new Set(facts.filter(({ evidence }) => evidence === "table").map((one) => one.enterpriseProject));
  const [support] = supports;
  if (supports.size !== 1) {
    return supports.size === 0 ? "" : "differs";
  }
  return support === undefined || support === "unknown" ? "" : supportWords[support];
}

const supportWords = { all: "yes", none: "no", mixed: "some APIs" } as const;

function describeRequirements(facts: readonly ActionFacts[]): string {
  const most = Math.max(0, ...facts.map(({ dependencies }) => dependencies.length));
  const roles = Math.max(0, ...facts.map(({ companionRoles }) => companionRoles.length));
  return [...(most > 0 ? [count(most, "action")] : []), ...(roles > 0 ? ["a role"] : [])].join(", ");
}

function explainApis(apis: readonly string[], clouds: readonly Cloud[]): Answer {
  const rows = apis.flatMap((api) => clouds.flatMap((cloud) => rowsOfApi(cloud, api)));
  const services = servicesOf(
    rows.map(({ service }) => service),
    clouds,
  ).filter((facts) => rows.some(({ cloud, service }) => facts.cloud === cloud && facts.service === service));
  return answerOf({ kind: "api", found: true, rows, services }, (terminal) =>
    apis.map((api) => describeApi(api, rows, services, clouds, terminal)).join("\n"),
  );
}

function describeApi(
  api: string,
  rows: readonly RowFacts[],
  services: readonly ServiceFacts[],
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const own = rows.filter(({ apis }) => apis.includes(api)).map((row) => ({ ...row, apis: [api] }));
  const parts = services.flatMap((facts) => {
    const ofService = own.filter(({ cloud, service }) => cloud === facts.cloud && service === facts.service);
    return ofService.length === 0
      ? []
      : [
          [
            describeService(facts, facts.cloud, terminal),
            describeRows(ofService, terminal),
            describeSources(ofService, terminal),
          ].join(""),
        ];
  });
  const absent = clouds.filter((cloud) => !own.some((row) => row.cloud === cloud));
  return [...parts, ...absentLine(absent, terminal)].join("\n");
}

function servicesOf(names: readonly string[], clouds: readonly Cloud[]): readonly ServiceFacts[] {
  return [...new Set(names)].flatMap((name) => clouds.flatMap((cloud) => serviceFacts(cloud, name) ?? []));
}

async function unknownName(pattern: ActionPattern, { clouds, words, settings }: Request): Promise<Answer> {
  const kind = pattern.hasWildcard ? "pattern" : "action";
  const { knownActions } = await settings();
  const known = knownAction({ knownActions }, pattern);
  if (known) {
    return explainKnown(kind, pattern, known);
  }
  const didYouMean = suggestionsFor(pattern, clouds);
  const name = truncate(words.join(" "));
  const data: Explanation = { kind, found: false, didYouMean, services: servicesOf([pattern.service], clouds) };
  return answerOf(data, () => "", [
    `${kind === "pattern" ? `No table has an action that matches "${name}".` : `No table has "${name}".`}${elsewhere(pattern, clouds)}`,
    ...suggestionSentence(didYouMean),
    ...certaintySentences(pattern, clouds),
  ]);
}

/** The documented names that may be meant, in any of the clouds. */
export function suggestionsFor(pattern: ActionPattern, clouds: readonly Cloud[]): readonly string[] {
  const catalog = catalogOf(clouds.length === 1 ? clouds[0] : undefined);
  return similarActions(catalog, pattern).map(({ name }) => name);
}

export function suggestionSentence(names: readonly string[]): readonly string[] {
  const [choices] = fewerAndFewerChoices(names);
  return choices === undefined ? [] : [`Did you mean ${choices}?`];
}

function elsewhere(pattern: ActionPattern, clouds: readonly Cloud[]): string {
  const others = allClouds.filter((cloud) => !clouds.includes(cloud) && namesMatching(pattern, [cloud]).length > 0);
  const titles = others.map((cloud) => cloudTitles[cloud]);
  return titles.length === 0 ? "" : ` ${listNames(titles)} ${titles.length === 1 ? "has" : "have"} it.`;
}

/** How much it says that a name is not listed. */
function certaintySentences(pattern: ActionPattern, clouds: readonly Cloud[]): readonly string[] {
  const known = clouds.flatMap((cloud) => {
    const service = catalogOf(cloud).service(pattern.service);
    return service ? [{ cloud, verdict: verdictOn(service, pattern, [cloud]) }] : [];
  });
  if (known.length === 0) {
    return [`No table has a service "${truncate(pattern.service, 30)}".`];
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
  return answerOf({ kind, found: true, knownAction: known }, (terminal) =>
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

function unknownApi(request: ApiRequest | undefined, { clouds, words }: Request): Answer {
  const didYouMean = request ? similarApis(request, clouds) : [];
  const data: Explanation = { kind: "api", found: false, didYouMean };
  return answerOf(data, () => "", unknownApiNotes(words.join(" "), request, clouds, didYouMean));
}

/** What to say of an API that no table has. */
export function unknownApiNotes(
  text: string,
  request: ApiRequest | undefined,
  clouds: readonly Cloud[],
  similar: readonly string[] = request ? similarApis(request, clouds) : [],
): readonly string[] {
  const titles = clouds.map((cloud) => cloudTitles[cloud]);
  const others = request
    ? allClouds.filter((cloud) => !clouds.includes(cloud) && apisMatching(request, [cloud]).length > 0)
    : [];
  return [
    `No table of ${listNames(titles, "or")} has the API "${truncate(text, 120)}".`,
    ...(others.length > 0 ? [`${listNames(others.map((cloud) => cloudTitles[cloud]))} has it.`] : []),
    ...(similar.length > 0 ? ["The nearest are:", ...similar.map((api) => `  ${api}`)] : []),
  ];
}

/** Words are searched for. What is found is explained if it is one API, and listed if not. */
function explainWords(words: readonly string[], clouds: readonly Cloud[]): Answer {
  const found = searchWords(words, clouds);
  const [first, ...others] = found.results;
  if (!first) {
    return answerOf({ kind: "words", found: false }, () => "", [nothingFor(words)]);
  }
  if (first.api !== null && others.length === 0) {
    const { data, ...answer } = explainApis([first.api], first.clouds);
    return { ...answer, data: { ...data, kind: "words" } };
  }
  return {
    exitCode: exitCodes.found,
    data: { kind: "words", found: true, results: found.results },
    render: (terminal) => renderResults(found, clouds, terminal),
    notes: ["To see what one of them needs, explain it by its name."],
  };
}
