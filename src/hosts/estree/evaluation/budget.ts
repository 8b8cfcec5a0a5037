/**
 * How many steps the evaluation of a file may take beyond running each part of its code once: each expression and
 * statement of code that runs again is one, and so are four elements or sixteen characters that are copied. Enough for
 * a thousand calls of a helper, and 20 to 50 ms.
 */
const maxSteps = 50_000;

const elementsPerStep = 4;
const charactersPerStep = 16;

/** A longer list is not composed: a constant that is doubled repeatedly would exhaust memory. */
export const maxElements = 10_000;
/** The same for strings. */
export const maxCharacters = 30_000;

/** Counts the steps of an evaluation. */
export class Budget {
  #steps = 0;
  #isComplete = true;

  /** The steps so far. */
  get steps(): number {
    return this.#steps;
  }

  /**
   * False once something was left out. What was left out may have changed anything, so that nothing is complete; what
   * is known until then stays true.
   */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get isExhausted(): boolean {
    return this.#steps > maxSteps;
  }

  /** Takes one step; false if none is left. */
  take(): boolean {
    this.#steps++;
    if (this.#steps > maxSteps) {
      this.#isComplete = false;
      return false;
    }
    return true;
  }

  /** Takes the steps for a list; false if it is too long, or none are left. */
  takeElements(count: number): boolean {
    this.#steps += Math.floor(count / elementsPerStep);
    return count <= maxElements && this.take();
  }

  /** Takes the steps for a string; false if it is too long, or none are left. */
  takeCharacters(count: number): boolean {
    this.#steps += Math.floor(count / charactersPerStep);
    return count <= maxCharacters && this.take();
  }

  /** Something was left out for another reason: it is nested too deeply, or jumps in a way that is not followed. */
  giveUp(): void {
    this.#isComplete = false;
  }
}
