import leven from "leven";
import { ActionPattern } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";
import type { Catalog } from "../../catalog/catalog.js";
import { fitPart, type CorrectedPart } from "./typos.js";
import type { CatalogAction, CatalogService } from "../../catalog/service.js";

/** A documented action, or a pattern made from one, that may have been meant. */
export interface SimilarAction {
  /** In the documented spelling. */
  readonly name: string;
  /** The number of edits between the two. */
  readonly cost: number;
  /** Whether the two are so similar that the text can hardly be the name of something else. */
  readonly isNearMiss: boolean;
}

const maxSimilarActions = 3;

/** The verbs of operations, alone or at the beginning: where one is written, it is meant, not mistyped. */
const verbs = [
  ...["add", "allow", "apply", "associate", "attach", "batch", "bind", "cancel", "change", "check", "clear", "clone"],
  ...["close", "commit", "confirm", "copy", "count", "create", "decrypt", "delete", "describe", "detach", "disable"],
  ...["disassociate", "download", "enable", "encrypt", "execute", "expand", "export", "extend", "freeze", "get"],
  ...["grant", "import", "install", "invoke", "list", "lock", "migrate", "modify", "mount", "move", "open", "operate"],
  ...["pause", "publish", "put", "query", "reboot", "rebuild", "recover", "refresh", "register", "release", "remove"],
  ...["renew", "replace", "reset", "resize", "restart", "restore", "resume", "retry", "revoke", "rotate", "run"],
  ...["save", "scale", "search", "send", "set", "share", "show", "sign", "start", "stop", "submit", "subscribe"],
  ...["switch", "sync", "tag", "terminate", "test", "transfer", "unbind", "unfreeze", "unlock", "unmount"],
  ...["unregister", "unsubscribe", "untag", "update", "upgrade", "upload", "use", "verify", "view", "write"],
];

/**
 * The documented names most similar to an action or pattern that is not one: a misspelt part, the right words in
 * the wrong places, a misspelt service. Best first, at most three.
 */
export function similarActions(catalog: Catalog, pattern: ActionPattern): readonly SimilarAction[] {
  const candidates = new Map<string, SimilarAction>();
  const corrections = new Corrections(pattern);
  for (const service of similarServices(catalog, pattern.service)) {
    const vocabulary = vocabularyOf(service);
    for (const action of service.actions.values()) {
      const similar = similarAction(corrections, action, vocabulary);
      const known = similar && candidates.get(similar.name.toLowerCase());
      if (similar && (!known || similar.cost < known.cost)) {
        candidates.set(similar.name.toLowerCase(), similar);
      }
    }
  }
  const found = candidates.size > 0 ? [...candidates.values()] : inOtherService(catalog, pattern);
  const sorted = found.sort((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1));
  return sorted.filter(({ cost }) => cost <= (sorted[0]?.cost ?? 0) + 1).slice(0, maxSimilarActions);
}

/**
 * The right words behind the wrong service: told only where no other service has the resource type, as "jobs"
 * and "quotas" are many services' own.
 */
function inOtherService(catalog: Catalog, pattern: ActionPattern): SimilarAction[] {
  const { resourceType, operation } = pattern;
  const isPlain = catalog.service(pattern.service) !== undefined && !pattern.hasWildcard;
  const [service, ...others] = isPlain ? catalog.servicesWith(resourceType) : [];
  const action =
    service && others.length === 0 ? catalog.action(new ActionPattern(service, resourceType, operation)) : undefined;
  return action ? [{ name: action.name, cost: 1, isNearMiss: false }] : [];
}

/**
 * The service itself when it is documented, else those that its name may be a typo of. A name of three or
 * four letters is one edit away from too many services to guess.
 */
function similarServices(catalog: Catalog, name: string): readonly CatalogService[] {
  const service = catalog.service(name);
  if (service) {
    return [service];
  }
  const names = catalog.serviceNames().filter((known) => isTypoOf(known, name));
  return names.flatMap((known) => catalog.service(known) ?? []);
}

function isTypoOf(known: string, written: string): boolean {
  return Math.min(known.length, written.length) >= 5 && !written.includes("*") && leven(known, written) <= 2;
}

/** The words of a service, in every place. */
class Vocabulary {
  readonly #parts: readonly ReadonlySet<string>[];

  constructor(service: CatalogService) {
    const actions = [...service.actions.values()];
    this.#parts = [0, 1, 2].map((place) => new Set(actions.map(({ pattern }) => pattern.parts[place] ?? "")));
  }

  has(place: number, part: string): boolean {
    return this.#parts[place]?.has(part) ?? false;
  }
}

const vocabularyOf = memoize((service: CatalogService) => new Vocabulary(service));

/** The parts of a pattern, corrected to documented words. The actions of a service share their words: each is tried once. */
class Corrections {
  readonly pattern: ActionPattern;
  readonly #known: readonly Map<string, CorrectedPart | undefined>[];

  constructor(pattern: ActionPattern) {
    this.pattern = pattern;
    this.#known = pattern.parts.map(() => new Map<string, CorrectedPart | undefined>());
  }

  /** All parts, corrected to a documented name; `undefined` where one of them is too far off. */
  to(name: string): readonly CorrectedPart[] | undefined {
    const parts: CorrectedPart[] = [];
    for (const [place, word] of name.split(":").entries()) {
      const part = this.#correct(place, word);
      if (!part) {
        return undefined;
      }
      parts.push(part);
    }
    return parts;
  }

  #correct(place: number, word: string): CorrectedPart | undefined {
    const known = this.#known[place];
    if (known && !known.has(word)) {
      known.set(word, fitPart(this.pattern.parts[place] ?? "", word));
    }
    return known?.get(word);
  }
}

function similarAction(
  corrections: Corrections,
  action: CatalogAction,
  vocabulary: Vocabulary,
): SimilarAction | undefined {
  const { name } = action;
  const { pattern } = corrections;
  if (isReordered(pattern, action.pattern)) {
    return { name, cost: 1, isNearMiss: true };
  }
  const parts = corrections.to(name);
  if (!parts) {
    return undefined;
  }
  const cost = parts.reduce((sum, part) => sum + part.cost, 0);
  const wrongPlaces = [0, 1, 2].filter((place) => (parts[place]?.cost ?? 0) > 0);
  return {
    name: parts.map(({ text }) => text).join(":"),
    cost,
    isNearMiss:
      parts.every(({ isTypo }) => isTypo) &&
      wrongPlaces.every((place) => !vocabulary.has(place, pattern.parts[place] ?? "")) &&
      !isOtherVerb(pattern.operation, action.pattern.operation),
  };
}

/** `getAutoRecovery` beside `setAutoRecovery`: two verbs, both meant. */
function isOtherVerb(written: string, documented: string): boolean {
  const [own, other] = [written, documented].map(verbOf);
  return own !== undefined && own !== other;
}

/** The verb that an operation begins with; no verb of the list begins with another one. */
function verbOf(operation: string): string | undefined {
  return verbs.find((verb) => operation.startsWith(verb));
}

/** The same three words in another order. */
function isReordered(one: ActionPattern, other: ActionPattern): boolean {
  return sortedText(one) === sortedText(other) && one.text !== other.text;
}

const sortedText = memoize((pattern: ActionPattern) => [...pattern.parts].sort().join(":"));
