import { remembered } from "../../remembered.js";
import type { Action } from "../document.js";
import { covers, hasWildcard, parsePattern, patternText, type ActionPattern } from "../pattern.js";

/** Asks whether a list covers an action without going through all of it: only patterns with a star cover another. */
export class ListedPatterns {
  readonly #texts = new Set<string>();
  readonly #wide: ActionPattern[] = [];

  constructor(actions: readonly Action[]) {
    for (const action of actions) {
      const pattern = coveringPattern(action);
      if (pattern) {
        this.#texts.add(patternText(pattern));
        if (hasWildcard(pattern)) {
          this.#wide.push(pattern);
        }
      }
    }
  }

  cover(pattern: ActionPattern): boolean {
    return this.#texts.has(patternText(pattern)) || this.#wide.some((wide) => covers(wide, pattern));
  }
}

/** What the lists of a statement cover. */
export const listedPatternsOf = remembered((actions: readonly Action[]) => new ListedPatterns(actions));

/** What an action of a list stands for: `*` and `ims:*` are no patterns, and who writes them means all behind them. */
export function coveringPattern({ pattern, string }: Action): ActionPattern | undefined {
  return pattern ?? shortPattern(string.value);
}

function shortPattern(text: string): ActionPattern | undefined {
  const [first = "", second] = text.trim().split(":");
  return second === undefined || second === "*" ? parsePattern(`${first}:*:*`) : undefined;
}
