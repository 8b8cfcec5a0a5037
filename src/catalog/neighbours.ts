import leven from "leven";
import { matchesPart, type ActionPattern } from "../policy/pattern.js";
import type { Catalog } from "./catalog.js";
import type { CatalogService } from "./service.js";

/** A documented action, or a pattern made from one, that may have been meant. */
export interface Neighbour {
  /** In the documented spelling. */
  readonly name: string;
  /** The number of edits between the two; less is nearer. */
  readonly cost: number;
  /** So near that the text can hardly be the name of something else. */
  readonly isNearMiss: boolean;
}

const mostNeighbours = 3;

/** An operation that services have in common: where it is written, it is meant, not mistyped. */
const commonOperation =
  /^(?:add|batch\w*|check|copy|count|create|delete|describe|disable|enable|export|get|import|list|modify|put|query|remove|reset|restore|search|set|share|show|start|stop|switch|tag|untag|update|upload)$/u;

/**
 * The documented names nearest to an action or pattern that is not one: a misspelt part, the right words in
 * the wrong places, a misspelt service. Best first, at most three.
 */
export function neighboursOf(catalog: Catalog, pattern: ActionPattern): readonly Neighbour[] {
  const candidates = new Map<string, Neighbour>();
  for (const service of nearServices(catalog, pattern[0])) {
    const vocabulary = new Vocabulary(service);
    for (const name of vocabulary.names) {
      const neighbour = neighbourOf(pattern, name, vocabulary);
      const known = neighbour && candidates.get(neighbour.name.toLowerCase());
      if (neighbour && (!known || neighbour.cost < known.cost)) {
        candidates.set(neighbour.name.toLowerCase(), neighbour);
      }
    }
  }
  const sorted = [...candidates.values()].sort(
    (one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1),
  );
  return sorted.filter(({ cost }) => cost <= (sorted[0]?.cost ?? 0) + 1).slice(0, mostNeighbours);
}

/**
 * The service itself when it is documented, else those that its name may be a slip of. A name of three or
 * four letters is one edit away from too many services to guess.
 */
function nearServices(catalog: Catalog, name: string): readonly CatalogService[] {
  const service = catalog.service(name);
  if (service) {
    return [service];
  }
  const names = catalog.serviceNames().filter((known) => isSlipOf(known, name));
  return names.flatMap((known) => catalog.service(known) ?? []);
}

function isSlipOf(known: string, written: string): boolean {
  return Math.min(known.length, written.length) >= 5 && !written.includes("*") && leven(known, written) <= 2;
}

/** The words of a service, in every place. */
class Vocabulary {
  readonly names: readonly string[];
  readonly #parts: readonly ReadonlySet<string>[];

  constructor(service: CatalogService) {
    const actions = [...service.actions.values()];
    this.names = actions.map(({ name }) => name);
    this.#parts = [0, 1, 2].map((place) => new Set(actions.map(({ pattern }) => pattern[place] ?? "")));
  }

  has(place: number, part: string): boolean {
    return this.#parts[place]?.has(part) ?? false;
  }
}

function neighbourOf(pattern: ActionPattern, name: string, vocabulary: Vocabulary): Neighbour | undefined {
  const parts = name.split(":");
  if (isReordered(pattern, parts)) {
    return { name, cost: 1, isNearMiss: true };
  }
  const fits = parts.map((part, place) => fitPart(pattern[place] ?? "", part));
  if (!fits.every((fit) => fit !== undefined)) {
    return undefined;
  }
  const cost = fits.reduce((sum, fit) => sum + fit.cost, 0);
  const wrongPlaces = [0, 1, 2].filter((place) => (fits[place]?.cost ?? 0) > 0);
  const fitted = fits.map((fit) => fit.text).join(":");
  const isNearMiss =
    wrongPlaces.length === 1 &&
    wrongPlaces.every((place) => {
      const written = pattern[place] ?? "";
      return !vocabulary.has(place, written) && !(place === 2 && commonOperation.test(written));
    });
  return { name: fitted, cost, isNearMiss };
}

/** The same three words in another order. */
function isReordered(pattern: ActionPattern, parts: readonly string[]): boolean {
  const words = parts.map((part) => part.toLowerCase());
  return words.join(":") !== pattern.join(":") && words.sort().join(":") === [...pattern].sort().join(":");
}

/** How a written part comes to a documented one: the text to write, and the number of edits to it. */
function fitPart(written: string, documented: string): { text: string; cost: number } | undefined {
  const target = documented.toLowerCase();
  if (!written.includes("*")) {
    const cost = editsBetween(written, target);
    return cost <= slack(written) ? { text: documented, cost } : undefined;
  }
  if (matchesPart(written, target)) {
    return { text: written, cost: 0 };
  }
  return fitPrefix(written, documented);
}

/** For `lst*`: the beginning of the documented word that is nearest to what stands before the star. */
function fitPrefix(written: string, documented: string): { text: string; cost: number } | undefined {
  const prefix = written.slice(0, -1);
  if (prefix.includes("*") || !written.endsWith("*")) {
    return undefined;
  }
  const fits = [0, 1, -1]
    .map((extra) => documented.slice(0, prefix.length + extra))
    .map((beginning) => ({ text: `${beginning}*`, cost: editsBetween(prefix, beginning.toLowerCase()) }))
    .sort((one, other) => one.cost - other.cost);
  const [best] = fits;
  return best && best.cost <= slack(prefix) ? best : undefined;
}

/** Levenshtein distance, in which two letters that changed places are one edit. */
function editsBetween(one: string, other: string): number {
  const distance = leven(one, other);
  return distance === 2 && one.length === other.length && sortedLetters(one) === sortedLetters(other) ? 1 : distance;
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}

/** How many edits a slip in a word of this length can be. */
function slack(word: string): number {
  return word.length < 5 ? 1 : word.length < 10 ? 2 : 3;
}
