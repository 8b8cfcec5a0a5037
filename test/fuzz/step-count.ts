import { matchesPart } from "../../src/policy/wildcards.js";

/**
 * How many characters the matcher walks over: a text that counts stands in for the one that is matched. A search
 * counts as far as it gets, with what it looks for: how many comparisons the engine makes on that way is its own
 * matter.
 */
export function countSteps(part: string, text: string): { readonly steps: number; readonly isMatch: boolean } {
  const counting = new CountingText(text);
  const isMatch = matchesPart(part, counting as unknown as string);
  return { steps: counting.steps, isMatch };
}

/** The part of a string's methods that matching uses. */
class CountingText {
  steps = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  startsWith(start: string, from: number): boolean {
    this.steps += start.length;
    return this.#text.startsWith(start, from);
  }

  indexOf(piece: string, from: number): number {
    const found = this.#text.indexOf(piece, from);
    this.steps += (found < 0 ? this.#text.length : found) - from + piece.length;
    return found;
  }
}
