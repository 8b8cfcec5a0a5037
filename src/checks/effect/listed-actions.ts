import type { Action } from "../../policy/document.js";
import { covers, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";

/**
 * Which actions of a list cover another one: an equal one is found by its text, and only the patterns with a star that
 * are of the same service, or over several, are compared one by one.
 */
export class ListedActions {
  /** Each name once, by its text, with the action that has it first. */
  readonly first = new Map<string, Action>();
  /** By their service; those over several services under `*`. */
  readonly #wildcards = new Map<string, Wildcard[]>();

  constructor(actions: readonly Action[] = []) {
    this.add(actions);
  }

  add(actions: readonly Action[]): void {
    for (const action of actions) {
      if (!this.first.has(action.text)) {
        this.first.set(action.text, action);
        this.#addWildcard(action, action.pattern ?? shortPattern(action.text));
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

  /** Whether one of the actions covers a pattern. */
  covers(pattern: ActionPattern): boolean {
    return this.first.has(pattern.text) || (this.hasWildcards && this.covering(pattern).next().done === false);
  }

  /** The actions that cover a pattern: an equal one, then patterns over several services, then those of its service. */
  *covering(pattern: ActionPattern): Generator<Action, undefined> {
    const equal = this.first.get(pattern.text);
    if (equal) {
      yield equal;
    }
    for (const service of this.hasWildcards ? new Set([severalServices, serviceOf(pattern)]) : []) {
      for (const wildcard of this.#wildcards.get(service) ?? []) {
        if (wildcard.action !== equal && covers(wildcard.pattern, pattern)) {
          yield wildcard.action;
        }
      }
    }
    return undefined;
  }
}

/** A pattern that covers more than itself. */
interface Wildcard {
  readonly action: Action;
  readonly pattern: ActionPattern;
}

/** The actions of a statement's list. */
export const listedActionsOf = memoize((actions: readonly Action[]) => new ListedActions(actions));

const severalServices = "*";

function serviceOf({ service }: ActionPattern): string {
  return service.includes("*") ? severalServices : service;
}

/** `*` and `ims:*` are no patterns of this language; who writes them means everything behind them. */
function shortPattern(text: string): ActionPattern | undefined {
  const [first = "", second] = text.split(":");
  return second === undefined || second === "*" ? parsePattern(`${first}:*:*`) : undefined;
}
