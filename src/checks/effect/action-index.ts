import type { Action } from "../../policy/document.js";
import { covers, type ActionPattern } from "../../policy/pattern.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { memoize } from "../../text/memoize.js";

/**
 * An index of actions that answers which of them cover another one. Equal actions are found by name; only patterns with
 * a wildcard in the same service, or across services, are compared one by one.
 */
export class ActionIndex {
  /** The first action of each name. */
  readonly byText = new Map<string, Action>();
  /** Wildcard patterns by service; those that span services under `*`. */
  readonly #wildcards = new Map<string, Wildcard[]>();

  constructor(actions: readonly Action[] = []) {
    this.add(actions);
  }

  add(actions: readonly Action[]): void {
    for (const action of actions) {
      if (!this.byText.has(action.text)) {
        this.byText.set(action.text, action);
        this.#addWildcard(action, action.pattern ?? action.name.shorthand);
      }
    }
  }

  #addWildcard(action: Action, pattern: ActionPattern | undefined): void {
    if (pattern?.hasWildcard) {
      const service = serviceOf(pattern);
      const wildcards = this.#wildcards.get(service) ?? [];
      wildcards.push({ action, pattern });
      this.#wildcards.set(service, wildcards);
    }
  }

  get hasWildcards(): boolean {
    return this.#wildcards.size > 0;
  }

  /** Whether an action of the index covers a pattern. */
  covers(pattern: ActionPattern): boolean {
    return this.byText.has(pattern.text) || (this.hasWildcards && this.covering(pattern).next().done === false);
  }

  /**
   * Yields the actions that cover a pattern: an equal one, then patterns that span services, then those of its service.
   */
  *covering(pattern: ActionPattern): Generator<Action, undefined> {
    const equal = this.byText.get(pattern.text);
    if (equal) {
      yield equal;
    }
    for (const service of this.hasWildcards ? new Set([multipleServices, serviceOf(pattern)]) : []) {
      for (const wildcard of this.#wildcards.get(service) ?? []) {
        if (wildcard.action !== equal && covers(wildcard.pattern, pattern)) {
          yield wildcard.action;
        }
      }
    }
    return undefined;
  }
}

/** An action that covers more than itself. */
interface Wildcard {
  readonly action: Action;
  readonly pattern: ActionPattern;
}

/** The index of a statement's action list. */
export const actionIndexOf = memoize((actions: readonly Action[]) => new ActionIndex(actions));

const multipleServices = "*";

function serviceOf({ service }: ActionPattern): string {
  return isWildcardIn(service) ? multipleServices : service;
}
