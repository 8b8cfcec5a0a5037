/**
 * How many steps the evaluation of a file may take beyond running each part of its code once: each expression and
 * statement of code that runs again is one, and so is a number of parts of a value, below. A step takes about a
 * microsecond.
 */
export const maxSteps = 30_000;

/** A larger file leaves fewer, because running each part of it once takes longer: one less for each of them. */
const charactersForStep = 32;
/** However large the file is. */
const minSteps = 8_000;

/** The steps for a file of so many characters. */
export function stepsFor(characters: number): number {
  return Math.max(minSteps, maxSteps - Math.floor(characters / charactersForStep));
}

/** After them, for code that runs for the first time: none that takes more than one at once. */
const reserve = 4_000;

/** Alternatives that are tried. */
const alternativesPerStep = 1 / 2;
/** Elements or members that are looked at, or copied as they are. */
const readPerStep = 12;
/** Elements or members that are made anew, or compared with others. */
const madePerStep = 3;
const charactersPerStep = 12;
const perString = 1;

/** A longer list is not composed: a constant that is doubled repeatedly would exhaust memory. */
export const maxElements = 10_000;
/** The same for strings. */
export const maxCharacters = 30_000;

/** What is nested more deeply is evaluated later, from the top of the stack. */
const maxDepth = 200;

/** Thrown where a program goes on to ask for steps after its budget is exhausted. */
export class Exhausted extends Error {}

/**
 * Counts the steps of an evaluation. Whatever costs more for a larger value asks for its steps before it begins; if they
 * are refused, its result is not known.
 */
export class Budget {
  readonly #maxSteps: number;
  #steps = 0;
  #reserve = reserve;
  #leftOut = 0;
  #depth = 0;
  #isExhausted: boolean;
  #isComplete: boolean;

  /** @param steps if none, no code may run twice: then the evaluation ends soon, and nothing is complete */
  constructor(steps = maxSteps) {
    this.#maxSteps = steps;
    this.#isExhausted = steps === 0;
    this.#isComplete = steps > 0;
  }

  /** The steps so far. */
  get steps(): number {
    return Math.ceil(this.#steps);
  }

  /**
   * False once something was left out. What was left out may have changed anything, so that nothing is complete; what
   * is known until then stays true.
   */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** How often code was left out. */
  get leftOut(): number {
    return this.#leftOut;
  }

  get isExhausted(): boolean {
    return this.#isExhausted;
  }

  /** Takes one step of code that runs again; false if none is left. */
  take(): boolean {
    if (this.#steps + 1 > this.#maxSteps) {
      this.#isExhausted = true;
    }
    if (!this.#isExhausted) {
      this.#steps++;
      return true;
    }
    this.giveUp();
    if (this.#maxSteps > 0 && this.#leftOut > this.#maxSteps) {
      throw new Exhausted();
    }
    return false;
  }

  /** Takes the steps for elements or members that are looked at or copied; false if none are left. */
  takeRead(count: number): boolean {
    return this.#spend(count / readPerStep);
  }

  /** Takes the steps for elements or members that are made or compared; false if none are left. */
  takeMade(count: number): boolean {
    return this.#spend(count / madePerStep);
  }

  /** Takes the steps for alternatives that are tried, one each; false if none are left. */
  takeAlternatives(count: number): boolean {
    return this.#spend(count / alternativesPerStep);
  }

  /** Takes the steps for a list; false if it is too long, or none are left. */
  takeElements(count: number): boolean {
    return count <= maxElements && this.takeMade(count);
  }

  /** Takes the steps for a string, even if it is empty; false if it is too long, or none are left. */
  takeCharacters(count: number): boolean {
    return count <= maxCharacters && this.#spend(perString + count / charactersPerStep);
  }

  #spend(steps: number): boolean {
    if (this.#steps + steps > this.#maxSteps) {
      this.#isExhausted = true;
    }
    if (!this.#isExhausted) {
      this.#steps += steps;
      return true;
    }
    this.#isComplete = false;
    if (steps <= 1 && this.#reserve >= steps) {
      this.#reserve -= steps;
      return true;
    }
    return false;
  }

  /** Goes one level down the call stack; false, and no level, if there are too many. */
  enter(): boolean {
    if (this.#depth >= maxDepth) {
      this.giveUp();
      return false;
    }
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  /** Some code is left out. */
  giveUp(): void {
    this.#isComplete = false;
    this.#leftOut++;
  }
}
