import { rowsOfService } from "../../src/catalog/apis.js";
import { catalogOf, publishedTables } from "../../src/catalog/catalog.js";
import { clouds, type Cloud } from "../../src/catalog/format.js";
import { readIndex } from "../../src/catalog/store.js";
import { supportOf, type Support } from "../../src/catalog/support.js";
import {
  actionFacts,
  rowFacts,
  rowsOfApi,
  serviceFacts,
  type ActionFacts,
  type RowFacts,
  type ServiceFacts,
} from "../../src/command/facts.js";
import { readQuestion } from "../../src/command/question.js";
import { searchWords } from "../../src/command/search-words.js";
import { similarApis } from "../../src/command/api-request.js";

/** What is behind a link to the catalogue. */
export type CatalogPlace =
  { readonly kind: "start" } | { readonly kind: "service" | "action" | "api"; readonly name: string };

/** What a fragment asks for: `#ims`, `#ims:images:list` (or `#ims/images:list`), `#POST /v2/images`. */
export function placeOf(fragment: string): CatalogPlace {
  const name = decoded(fragment.replace(/^#/u, "")).trim();
  if (name === "") {
    return { kind: "start" };
  }
  if (/^[\w-]+[/:][\w.-]+:[\w-]+$/u.test(name)) {
    return { kind: "action", name: name.replace("/", ":") };
  }
  return /^[\w-]+$/u.test(name) ? { kind: "service", name: name.toLowerCase() } : { kind: "api", name };
}

export function fragmentFor(name: string): string {
  return `#${encodeURIComponent(name).replaceAll("%3A", ":").replaceAll("%2F", "/")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The services of all clouds, by name, with what each cloud says of them. */
export function allServiceFacts(): readonly { readonly name: string; readonly facts: readonly ServiceFacts[] }[] {
  const names = new Set(clouds.flatMap((cloud) => Object.keys(readIndex().services[cloud] ?? {})));
  return [...names].sort().map((name) => ({ name, facts: factsOfService(name) }));
}

export function factsOfService(name: string): readonly ServiceFacts[] {
  return clouds.flatMap((cloud) => serviceFacts(publishedTables, cloud, name) ?? []);
}

/** What a cloud's tables say of where an action works; absent where the cloud does not have the name. */
export interface Marks {
  readonly iamProject: Support;
  readonly enterpriseProject: Support;
  /** Without a permission row, the only other place where the name was seen. */
  readonly evidence: ActionFacts["evidence"];
}

/** An action in the list of its service. */
export interface ListedAction {
  readonly name: string;
  readonly apis: readonly string[];
  readonly presentNames: readonly string[];
  readonly marks: { readonly [cloud in Cloud]?: Marks };
}

export interface ServiceView {
  readonly facts: readonly ServiceFacts[];
  readonly actions: readonly ListedAction[];
  /** The rows of APIs that need no permission. */
  readonly free: readonly RowFacts[];
}

/** A service with its actions; `undefined` if no cloud has it. Its files must be there. */
export function serviceView(name: string): ServiceView | undefined {
  const service = catalogOf(undefined).service(name);
  return (
    service && {
      facts: factsOfService(name),
      actions: [...service.actions.values()].map((action) => ({
        name: action.name,
        apis: [...new Set(action.facts.flatMap(({ rows }) => rows.flatMap(({ apis }) => apis)))],
        presentNames: [...new Set(action.facts.flatMap(({ presentNames }) => presentNames))],
        marks: Object.fromEntries(
          action.facts.map((facts) => {
            const own = { ...action, facts: [facts] };
            const marks: Marks = {
              iamProject: supportOf(own, "iamProject"),
              enterpriseProject: supportOf(own, "enterpriseProject"),
              evidence: facts.evidence,
            };
            return [facts.cloud, marks];
          }),
        ),
      })),
      free: clouds
        .filter((cloud) => readIndex().services[cloud]?.[name])
        .flatMap((cloud) => rowsOfService(publishedTables, cloud, name))
        .filter(({ row }) => row.actions.length === 0)
        .map(rowFacts),
    }
  );
}

/** What each cloud says of an action; empty if none has it. The files of all services must be there. */
export function actionView(name: string): readonly ActionFacts[] {
  return clouds.flatMap((cloud) => actionFacts(publishedTables, cloud, name) ?? []);
}

/** What each cloud says of an API, row by row. The files of all services must be there. */
export function apiView(api: string): readonly RowFacts[] {
  return clouds.flatMap((cloud) => rowsOfApi(publishedTables, cloud, api));
}

/** Something that a search finds. */
export interface Found {
  readonly kind: "service" | "action" | "api";
  readonly name: string;
  readonly actions: readonly string[];
  readonly clouds: readonly Cloud[];
}

export interface SearchAnswer {
  readonly found: readonly Found[];
  /** What is nearest, where nothing is what was asked for. */
  readonly isNear: boolean;
}

const maxFound = 60;

/**
 * Answers what somebody types: an action, a pattern, a service, an API by path or by URL, or words. The files of all
 * services must be there.
 */
export function search(text: string): SearchAnswer {
  const question = readQuestion(publishedTables, [text], clouds);
  const services = allServiceFacts()
    .filter(({ name }) => name === text.trim().toLowerCase())
    .map(({ name, facts }): Found => ({ kind: "service", name, actions: [], clouds: facts.map(({ cloud }) => cloud) }));
  if (question.kind === "api") {
    const isNear = question.apis.length === 0;
    const apis = isNear && question.request ? similarApis(publishedTables, question.request, clouds) : question.apis;
    return apis.length > 0 ? { found: apis.map(foundApi), isNear } : searchForWords(text);
  }
  if (question.kind === "action") {
    const facts = actionView(question.pattern.text);
    const [first] = facts;
    return first ? { found: [foundAction(first.name, facts)], isNear: false } : searchForWords(text);
  }
  const answer = searchForWords(text);
  return { found: [...services, ...answer.found].slice(0, maxFound), isNear: answer.isNear };
}

function searchForWords(text: string): SearchAnswer {
  const { results, hasAllWords } = searchWords(publishedTables, text.split(/\s+/u), clouds);
  const found = results
    .slice(0, maxFound)
    .map(({ api, actions, clouds: of }): Found =>
      api === null
        ? { kind: "action", name: actions[0] ?? "", actions: [], clouds: of }
        : { kind: "api", name: api, actions, clouds: of },
    );
  return { found, isNear: !hasAllWords };
}

function foundApi(api: string): Found {
  const rows = apiView(api);
  return {
    kind: "api",
    name: api,
    actions: [...new Set(rows.flatMap(({ actions }) => actions.map(({ name }) => name)))],
    clouds: [...new Set(rows.map(({ cloud }) => cloud))],
  };
}

function foundAction(name: string, facts: readonly ActionFacts[]): Found {
  return { kind: "action", name, actions: [], clouds: facts.map(({ cloud }) => cloud) };
}
