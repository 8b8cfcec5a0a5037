import { actionsWithoutRow, rowsOf } from "../catalog/apis.js";
import type { Tables } from "../catalog/catalog.js";
import { clouds as allClouds, type Cloud } from "../catalog/format.js";
import { nameOf } from "../catalog/service.js";
import { identityActionNameOf, parsePattern, serviceOf } from "../policy/pattern.js";

/** An API with the actions that it needs, or an action without an API. */
export interface SearchResult {
  /** `null` for an action that no row has. */
  readonly api: string | null;
  readonly actions: readonly string[];
  readonly service: string;
  /** The version of the language that has the actions. */
  readonly version: "1.1" | "5.0";
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
export function searchWords(tables: Tables, words: readonly string[], clouds: readonly Cloud[]): SearchResults {
  const all = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== "");
  const named = clouds.filter((cloud) => all.includes(cloud) || (cloud === "otc-swiss" && all.includes("swiss")));
  const wanted = all.filter(
    (word) => !emptyWords.has(word) && !(allClouds as readonly string[]).includes(word) && word !== "swiss",
  );
  const stems = (wanted.length > 0 ? wanted : all).map(stemOf);
  const scored = entriesOf(tables, named.length > 0 ? named : clouds, stems).map((entry) => ({
    entry,
    ...scoreOf(entry, stems),
  }));
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
}

/** What has at least one of some words. */
function entriesOf(tables: Tables, clouds: readonly Cloud[], stems: readonly string[]): readonly Entry[] {
  const results = new Map<string, Entry & { readonly result: { clouds: Cloud[] } }>();
  for (const cloud of clouds) {
    for (const { row, service } of rowsOf(tables, cloud).rows) {
      const actions = row.actions.map(nameOf);
      for (const api of row.apis.length > 0 ? row.apis : [null]) {
        add(cloud, { api, actions, service, version: "1.1" });
      }
    }
    for (const { service, name } of actionsWithoutRow(tables, cloud)) {
      add(cloud, { api: null, actions: [name], service, version: "1.1" });
    }
    for (const name of identityNames(tables, cloud)) {
      add(cloud, { api: null, actions: [name], service: serviceOf(identityActionNameOf(name)), version: "5.0" });
    }
  }
  return [...results.values()];

  function add(cloud: Cloud, found: Omit<SearchResult, "clouds">): void {
    const { api, actions, service } = found;
    const text = `${service} ${actions.join(" ")} ${api ?? ""}`.toLowerCase();
    if (stems.some((stem) => text.includes(stem))) {
      const entry = results.get(text) ?? { text, result: { ...found, clouds: [] } };
      results.set(text, entry);
      if (!entry.result.clouds.includes(cloud)) {
        entry.result.clouds.push(cloud);
      }
    }
  }
}

/** The actions that only identity policies have. */
function identityNames(tables: Tables, cloud: Cloud): readonly string[] {
  const catalog = tables.catalogOf(cloud);
  return catalog.identity.all().flatMap(({ name }) => {
    const pattern = parsePattern(name);
    return pattern && catalog.action(pattern) ? [] : [name];
  });
}

/** How many of the words an entry has, and how well: as words of its actions, of its API, or within other words. */
function scoreOf({ text, result }: Entry, stems: readonly string[]): { found: number; score: number } {
  const found = stems.filter((stem) => text.includes(stem));
  const [ofActions, ofApi] = [result.actions.join(" "), `${result.service} ${result.api ?? ""}`].map(stemsIn);
  const score = found.reduce((sum, stem) => sum + 1 + (ofActions?.has(stem) ? 4 : 0) + (ofApi?.has(stem) ? 2 : 0), 0);
  return { found: found.length, score };
}

function stemsIn(text: string): ReadonlySet<string> {
  const words = text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ").toLowerCase();
  return new Set(words.split(/[^\p{L}\p{N}]+/u).map(stemOf));
}

/** The beginning that the forms of a word share: `imag` of `image`, `images` and `imaging`. */
function stemOf(word: string): string {
  return word.length < 5 ? word.replace(/(?<=[^su])s$/u, "") : word.replace(/(?:ies|es|ing|[esy])$/u, "");
}
