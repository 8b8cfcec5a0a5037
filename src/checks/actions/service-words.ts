import type { CatalogAction, CatalogService } from "../../catalog/service.js";
import type { ActionPattern } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";

/** A resource type of a service, with the words of its actions in the documented spelling. */
export interface TypeWords {
  readonly service: string;
  readonly resourceType: string;
  readonly operations: string[];
}

/**
 * The words that the names of a service's actions are made of. A misspelt name is compared with each type first, since
 * most types are nothing like it, and their actions need not be looked at.
 */
export class ServiceWords {
  readonly #types = new Map<string, TypeWords>();
  /** In lower case, by their place in a name. */
  readonly #words: readonly Set<string>[] = [new Set(), new Set(), new Set()];
  readonly #bySortedParts = new Map<string, CatalogAction[]>();

  constructor(service: CatalogService) {
    for (const action of service.actions.values()) {
      this.#add(action);
    }
  }

  #add(action: CatalogAction): void {
    const { name, pattern } = action;
    const [service = "", resourceType = "", operation = ""] = name.split(":");
    const key = name.slice(0, -operation.length);
    const type = this.#types.get(key) ?? { service, resourceType, operations: [] };
    type.operations.push(operation);
    this.#types.set(key, type);
    pattern.parts.forEach((part, place) => this.#words[place]?.add(part));
    const sorted = sortedParts(pattern);
    this.#bySortedParts.set(sorted, [...(this.#bySortedParts.get(sorted) ?? []), action]);
  }

  get types(): Iterable<TypeWords> {
    return this.#types.values();
  }

  /** Whether a word, in lower case, is one of those that names have in a place. */
  has(place: number, word: string): boolean {
    return this.#words[place]?.has(word) ?? false;
  }

  /** The actions that have the same parts as a pattern, in another order. */
  reordered(pattern: ActionPattern): readonly CatalogAction[] {
    const actions = this.#bySortedParts.get(sortedParts(pattern)) ?? [];
    return actions.filter((action) => action.pattern.text !== pattern.text);
  }
}

function sortedParts({ parts }: ActionPattern): string {
  return [...parts].sort().join(":");
}

/** The words of a service, gathered once. */
export const wordsOf = memoize((service: CatalogService) => new ServiceWords(service));
