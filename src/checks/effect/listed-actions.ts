import { memoize } from "../../text/memoize.js";
import type { Action } from "../../policy/document.js";
import { covers, parsePattern, type ActionPattern } from "../../policy/pattern.js";

/** What a list of actions says, asked without going through all of it: only patterns with a star cover another. */
export class ListedActions {
  /** Each name once, by its text, with the action that has it first. */
  readonly first = new Map<string, Action>();
  readonly #wide: ActionPattern[] = [];

  constructor(actions: readonly Action[]) {
    for (const action of actions) {
      const { pattern, text } = action;
      if (!this.first.has(text)) {
        this.first.set(text, action);
        const wide = pattern ?? shortPattern(text);
        if (wide?.hasWildcard) {
          this.#wide.push(wide);
        }
      }
    }
  }

  cover(pattern: ActionPattern): boolean {
    return this.first.has(pattern.text) || this.#wide.some((wide) => covers(wide, pattern));
  }
}

/** The actions of a statement's list. */
export const listedActionsOf = memoize((actions: readonly Action[]) => new ListedActions(actions));

/** What an action of a list stands for. */
export function coveringPattern(action: Action): ActionPattern | undefined {
  return action.pattern ?? shortPattern(action.text);
}

/** `*` and `ims:*` are no patterns of this language; who writes them means everything behind them. */
function shortPattern(text: string): ActionPattern | undefined {
  const [first = "", second] = text.split(":");
  return second === undefined || second === "*" ? parsePattern(`${first}:*:*`) : undefined;
}
