import { rowsOf } from "../catalog/apis.js";
import { catalogOf } from "../catalog/catalog.js";
import { clouds as allClouds, type Cloud } from "../catalog/format.js";
import { nameOf } from "../catalog/service.js";

/** An API with the actions that it needs, or an action without an API. */
export interface SearchResult {
  /** `null` for an action that no row has. */
  readonly api: string | null;
  readonly actions: readonly string[];
  readonly service: string;
  readonly clouds: readonly Cloud[];
}

export interface SearchResults {
  /** The words that counted. */
  readonly words: readonly string[];
  /** Whether the results have all of the words; otherwise, those that have most of them. */
  readonly hasAllWords: boolean;
  /** Best first. */
  readonly results: readonly SearchResult[];
}

/** Searches actions, APIs and services; a cloud among the words is where to search. */
export function searchWords(words: readonly string[], clouds: readonly Cloud[]): SearchResults {
  const all = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== "");
  const named = clouds.filter((cloud) => all.includes(cloud) || (cloud === "otc-swiss" && all.includes("swiss")));
  const wanted = all.filter(
    (word) => !emptyWords.has(word) && !(allClouds as readonly string[]).includes(word) && word !== "swiss",
  );
  const stems = (wanted.length > 0 ? wanted : all).map(stemOf);
  const scored = entriesOf(named.length > 0 ? named : clouds)
    .map((entry) => ({ entry, ...scoreOf(entry, stems) }))
    .filter(({ found }) => found > 0);
  const most = Math.max(0, ...scored.map(({ found }) => found));
  const best = scored
    .filter(({ found }) => found === most)
    .sort((one, other) => other.score - one.score || one.entry.text.length - other.entry.text.length);
  return { words: wanted, hasAllWords: most === stems.length, results: best.map(({ entry }) => entry.result) };
}

/** Words of a question that no name has. */
const emptyWords: ReadonlySet<string> = new Set([
  ...["a", "an", "and", "are", "can", "do", "does", "for", "from", "how", "i", "in", "is", "it", "me", "my", "need"],
  ...["needed", "needs", "of", "on", "or", "our", "permission", "permissions", "required", "the", "to", "we", "what"],
  ...["which", "with", "your"],
]);

interface Entry {
  readonly result: SearchResult;
  /** In lower case, for words within words: `cloudimages` for `image`. */
  readonly text: string;
  readonly ofActions: ReadonlySet<string>;
  readonly ofApi: ReadonlySet<string>;
}

function entriesOf(clouds: readonly Cloud[]): readonly Entry[] {
  const results = new Map<string, SearchResult & { clouds: Cloud[] }>();
  for (const cloud of clouds) {
    for (const { row, service } of rowsOf(cloud)) {
      for (const api of row.apis.length > 0 ? row.apis : [null]) {
        add(cloud, { api, actions: row.actions.map(nameOf), service });
      }
    }
    for (const service of catalogOf(cloud).serviceNames()) {
      for (const { name, facts } of catalogOf(cloud).service(service)?.actions.values() ?? []) {
        if (facts.every(({ rows }) => rows.length === 0)) {
          add(cloud, { api: null, actions: [name], service });
        }
      }
    }
  }
  return [...results.values()].map(entryOf);

  function add(cloud: Cloud, result: Omit<SearchResult, "clouds">): void {
    const key = JSON.stringify([result.api, result.actions.map((name) => name.toLowerCase()).sort()]);
    const known = results.get(key) ?? { ...result, clouds: [] };
    results.set(key, known);
    if (!known.clouds.includes(cloud)) {
      known.clouds.push(cloud);
    }
  }
}

function entryOf(result: SearchResult): Entry {
  const { actions, api, service } = result;
  const all = [service, ...actions, api ?? ""].join(" ");
  return {
    result,
    text: all.toLowerCase(),
    ofActions: new Set(actions.flatMap(stemsIn)),
    ofApi: new Set(stemsIn(`${service} ${api ?? ""}`)),
  };
}

/** How many of the words an entry has, and how well. */
function scoreOf({ text, ofActions, ofApi }: Entry, stems: readonly string[]): { found: number; score: number } {
  const scores = stems.map(
    (stem) => (ofActions.has(stem) ? 4 : 0) + (ofApi.has(stem) ? 2 : 0) || (text.includes(stem) ? 1 : 0),
  );
  return { found: scores.filter((score) => score > 0).length, score: scores.reduce((sum, score) => sum + score, 0) };
}

function stemsIn(text: string): readonly string[] {
  return text
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(stemOf);
}

/** `images`, `imaging` and `image` are searched for alike. */
function stemOf(word: string): string {
  return word.length < 5
    ? word.replace(/(?<=[^su])s$/u, "")
    : word.replace(/(?:ies|y)$/u, "i").replace(/(?:es?|ing|s)$/u, "");
}
