import leven from "leven";
import { ActionPattern } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";
import { catalogOf, type Catalog } from "../../catalog/catalog.js";
import { correctPart, isReplacedLetter, type CorrectedPart } from "../../policy/typos.js";
import type { CatalogAction, CatalogService } from "../../catalog/service.js";
import { resourceService, resourceTypeOf } from "../../policy/resource-types.js";

/** A documented action, or a pattern derived from one, that may have been intended. */
export interface SimilarAction {
  /** In the documented spelling. */
  readonly name: string;
  /** The edit distance between the two. */
  readonly distance: number;
  /** Whether the two are so similar that the written name is almost certainly a typo. */
  readonly isNearMiss: boolean;
}

const maxSimilarActions = 3;

/** Verbs that operations begin with. A name that begins with one of them is intended, not mistyped. */
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
 * The documented names most similar to an unknown action or pattern, for a misspelt part, parts in the wrong order or a
 * misspelt service. Best match first, at most three.
 */
export function similarActions(catalog: Catalog, pattern: ActionPattern): readonly SimilarAction[] {
  const candidates = new Map<string, SimilarAction>();
  const corrections = new PartCorrections(pattern);
  for (const service of similarServices(catalog, pattern.service)) {
    const vocabulary = vocabularyOf(service);
    for (const action of service.actions.values()) {
      const similar = similarAction(corrections, action, vocabulary);
      const known = similar && candidates.get(similar.name.toLowerCase());
      if (similar && (!known || similar.distance < known.distance)) {
        candidates.set(similar.name.toLowerCase(), similar);
      }
    }
  }
  const swapped = ofOtherType(catalog, pattern);
  const similar = swapped.length > 0 ? swapped : [...candidates.values()];
  const found = similar.length > 0 ? similar : withSameMeaning(catalog, pattern);
  const sorted = found.sort((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1));
  return sorted.filter(({ distance }) => distance <= (sorted[0]?.distance ?? 0) + 1).slice(0, maxSimilarActions);
}

/** Names that are not spelt alike: what an API needs that is called like the operation, or an action of another service. */
function withSameMeaning(catalog: Catalog, pattern: ActionPattern): SimilarAction[] {
  const service = pattern.hasWildcard ? undefined : catalog.service(pattern.service);
  const ofService = service ? ofApi(service, pattern) : [];
  return ofService.length > 0 ? ofService : fromOtherService(catalog, pattern);
}

/**
 * The same operation on the other type of a service whose types are all known: `obs:object:PutObject` for
 * `obs:bucket:PutObject`. Other services have the same operations on several types, and some in no table.
 */
function ofOtherType(catalog: Catalog, { service, resourceType, operation }: ActionPattern): SimilarAction[] {
  const isOfKnownType = resourceService(service)?.isComplete && resourceTypeOf(service, resourceType) !== undefined;
  const actions = isOfKnownType ? catalog.service(service)?.actions.values() : undefined;
  return [...(actions ?? [])]
    .filter((action) => action.pattern.operation === operation)
    .map(({ name }) => ({ name, distance: 1, isNearMiss: true }));
}

/**
 * The action of the only row with an API that is titled like the operation: `obs:object:PutObject` for
 * `CompleteMultipartUpload`, as the table has it under "Completing a Multipart Upload".
 */
function ofApi({ actions }: CatalogService, { operation }: ActionPattern): SimilarAction[] {
  const needed = [...actions.values()].filter(({ facts }) =>
    facts.some(({ rows }) => rows.some(({ apis }) => apis.some((title) => isNamedAfter(operation, title)))),
  );
  const [action] = needed;
  return action && needed.length === 1 ? [{ name: action.name, distance: 1, isNearMiss: true }] : [];
}

/** Whether an operation is the title of an API in the imperative, of three words at least: fewer are a coincidence. */
function isNamedAfter(operation: string, title: string): boolean {
  const [first = "", ...others] = title
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => !articles.has(word));
  const stem = /^(?<stem>[a-z]{3,})ing$/u.exec(first)?.groups?.["stem"];
  return (
    stem !== undefined && others.length >= 2 && [stem, `${stem}e`].some((verb) => operation === verb + others.join(""))
  );
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);

/**
 * The same resource type and operation in another service. Only if no third service has the resource type in any cloud,
 * because types such as "jobs" and "quotas" are common to many services.
 */
function fromOtherService(catalog: Catalog, pattern: ActionPattern): SimilarAction[] {
  const { resourceType, operation } = pattern;
  const isPlain = catalog.service(pattern.service) !== undefined && !pattern.hasWildcard;
  const [service, ...others] = isPlain ? catalogOf(undefined).servicesWith(resourceType) : [];
  const action =
    service && others.length === 0 ? catalog.action(new ActionPattern(service, resourceType, operation)) : undefined;
  return action ? [{ name: action.name, distance: 1, isNearMiss: false }] : [];
}

/**
 * The service itself if it is documented, else those whose name may have been misspelt. Names of three or four letters
 * are one edit away from too many services to guess.
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

/** The words of a service's actions, by position. */
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

/**
 * Corrections of a pattern's parts to documented words. The actions of a service share their words, so results are
 * cached by word.
 */
class PartCorrections {
  readonly pattern: ActionPattern;
  readonly #corrected: readonly Map<string, CorrectedPart | undefined>[];

  constructor(pattern: ActionPattern) {
    this.pattern = pattern;
    this.#corrected = pattern.parts.map(() => new Map<string, CorrectedPart | undefined>());
  }

  /** Corrects all parts to a documented name; `undefined` if a part is too different. */
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
    const known = this.#corrected[place];
    if (known && !known.has(word)) {
      known.set(word, correctPart(this.pattern.parts[place] ?? "", word));
    }
    return known?.get(word);
  }
}

function similarAction(
  corrections: PartCorrections,
  action: CatalogAction,
  vocabulary: Vocabulary,
): SimilarAction | undefined {
  const { name } = action;
  const { pattern } = corrections;
  if (isReordered(pattern, action.pattern)) {
    return { name, distance: 1, isNearMiss: true };
  }
  const parts = corrections.to(name);
  if (!parts) {
    return undefined;
  }
  const distance = parts.reduce((sum, part) => sum + part.distance, 0);
  const correctedPlaces = [0, 1, 2].filter((place) => (parts[place]?.distance ?? 0) > 0);
  return {
    name: parts.map(({ text }) => text).join(":"),
    distance,
    isNearMiss:
      parts.every(({ isTypo }) => isTypo) &&
      correctedPlaces.every((place) => !vocabulary.has(place, pattern.parts[place] ?? "")) &&
      !hasDifferentVerb(pattern.operation, action.pattern.operation) &&
      !isOtherAbbreviation(pattern.resourceType, parts[1]?.text ?? ""),
  };
}

/**
 * Whether two resource types are so short that one letter makes another one of them: `apis` and `apps` are both
 * documented, and system policies name `vpns` beside `vpcs`. Operations are no abbreviations, so this is no matter
 * there.
 */
function isOtherAbbreviation(written: string, documented: string): boolean {
  const [one, other] = [written, documented].map((part) => part.toLowerCase().replace(/\*$/u, "")) as [string, string];
  return one !== other && one.length <= maxAbbreviation && isReplacedLetter(one, other);
}

const maxAbbreviation = 4;

/** Whether two operations begin with different verbs, both intended: `getAutoRecovery` and `setAutoRecovery`. */
function hasDifferentVerb(written: string, documented: string): boolean {
  const [own, other] = [written, documented].map(verbOf);
  return own !== undefined && own !== other;
}

/** The verb that an operation begins with. No verb of the list is a prefix of another. */
function verbOf(operation: string): string | undefined {
  return verbs.find((verb) => operation.startsWith(verb));
}

/** Whether two patterns have the same parts in a different order. */
function isReordered(one: ActionPattern, other: ActionPattern): boolean {
  return sortedParts(one) === sortedParts(other) && one.text !== other.text;
}

const sortedParts = memoize((pattern: ActionPattern) => [...pattern.parts].sort().join(":"));
