import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Statement } from "../../policy/document.js";
import { covers, type ActionName, type ActionPattern } from "../../policy/pattern.js";
import { actionFactsIn, type ActionFacts } from "./action-facts.js";

/**
 * The names in a policy, whether allowed, denied or excepted, and what tables say of them.
 *
 * This is all that the actions of a clean policy are asked. Its loops count, and call small functions: a run over a
 * thousand files is over before the engine has compiled much more.
 */
export class Names {
  count = 0;
  /** The characters of all names. */
  characters = 0;
  /** The smallest number of parts of a name that are something other than `*`. */
  fewestSegments = 3;
  /** The documented actions that may have requirements. */
  readonly requiring: CatalogAction[] = [];
  #traits = 0;
  readonly #texts = new Set<string>();
  readonly #patterns: ActionPattern[] = [];
  readonly #wildcards: ActionPattern[] = [];

  constructor(statements: readonly Statement[], catalog: Catalog) {
    const factsOf = actionFactsIn(catalog);
    for (const { names } of statements) {
      this.#addAll(names, factsOf);
    }
  }

  #addAll(names: readonly ActionName[], factsOf: (name: ActionName) => ActionFacts): void {
    for (let index = 0; index < names.length; index++) {
      const name = names[index];
      if (name) {
        this.#add(name, factsOf(name));
      }
    }
  }

  #add({ text, pattern }: ActionName, { traits, segments, requiring }: ActionFacts): void {
    this.count++;
    this.characters += text.length;
    this.#traits |= traits;
    this.#texts.add(text);
    if (pattern) {
      this.#patterns.push(pattern);
    }
    if (pattern?.hasWildcard) {
      this.#wildcards.push(pattern);
      this.fewestSegments = Math.min(this.fewestSegments, segments);
    }
    if (requiring) {
      this.requiring.push(requiring);
    }
  }

  /** Whether one of the names has a trait. */
  has(trait: number): boolean {
    return (this.#traits & trait) !== 0;
  }

  /** Whether a name is repeated, or another one covers it. */
  get overlap(): boolean {
    return this.#texts.size < this.count || this.#wildcards.some((wildcard) => this.#isCover(wildcard));
  }

  /** Whether a pattern covers another name. */
  #isCover(wildcard: ActionPattern): boolean {
    return this.#patterns.some((pattern) => pattern.text !== wildcard.text && covers(wildcard, pattern));
  }

  /** Whether an action or pattern is among the names, or one of them covers it. */
  cover(pattern: ActionPattern): boolean {
    return this.#texts.has(pattern.text) || this.#wildcards.some((wildcard) => covers(wildcard, pattern));
  }
}
