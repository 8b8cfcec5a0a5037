import leven from "leven";
import { ActionPattern } from "../../policy/pattern.js";
import { memoizeByText } from "../../text/memoize.js";
import type { Catalog } from "../../catalog/catalog.js";
import { hasDifferentVerb } from "./operation-verbs.js";
import { correctPart, isReplacedLetter, type CorrectedPart } from "../../policy/typos.js";
import type { CatalogService } from "../../catalog/service.js";
import { resourceService, resourceTypeOf } from "../../policy/resource-types.js";
import { hasWord, reordered, typesOf } from "./service-words.js";

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

/**
 * The documented names most similar to an unknown action or pattern, for a misspelt part, parts in the wrong order or a
 * misspelt service. Best match first, at most three.
 */
export function similarActions(catalog: Catalog, pattern: ActionPattern): readonly SimilarAction[] {
  const candidates = new Map<string, SimilarAction>();
  for (const service of similarServices(catalog, pattern.service)) {
    for (const similar of spelledAlike(service, pattern)) {
      const known = candidates.get(similar.name.toLowerCase());
      if (!known || similar.distance < known.distance) {
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
  const [service, ...others] = isPlain ? catalog.ofAllClouds.servicesWith(resourceType) : [];
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

/** Names of the same words as a pattern in another order, or of words that each of its parts may be a typo of. */
function spelledAlike(service: CatalogService, pattern: ActionPattern): readonly SimilarAction[] {
  const similar: SimilarAction[] = reordered(service, pattern).map(({ name }) => ({
    name,
    distance: 1,
    isNearMiss: true,
  }));
  const operations = memoizeByText((word) => correctPart(pattern.operation, word));
  for (const type of typesOf(service)) {
    const resourceType = correctPart(pattern.resourceType, type.resourceType);
    const prefix = resourceType && correctPart(pattern.service, type.service);
    for (const word of prefix ? type.operations : []) {
      const operation = operations(word);
      if (prefix && operation) {
        similar.push(correctedName(pattern, [prefix, resourceType, operation], word, service));
      }
    }
  }
  return similar;
}

/** @param documented the operation that the corrected one is or begins */
function correctedName(
  pattern: ActionPattern,
  parts: readonly [CorrectedPart, CorrectedPart, CorrectedPart],
  documented: string,
  service: CatalogService,
): SimilarAction {
  const [prefix, resourceType, operation] = parts;
  return {
    name: `${prefix.text}:${resourceType.text}:${operation.text}`,
    distance: prefix.distance + resourceType.distance + operation.distance,
    isNearMiss:
      parts.every(({ isTypo }) => isTypo) &&
      parts.every(({ distance }, place) => distance === 0 || !hasWord(service, place, pattern.parts[place] ?? "")) &&
      !hasDifferentVerb(pattern.operation, documented.toLowerCase()) &&
      !isOtherAbbreviation(pattern.resourceType, resourceType.text),
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
