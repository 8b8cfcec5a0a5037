import { Budget } from "./budget.js";

/** What a cell needs to take part in alternatives. */
interface Changeable<State = unknown> {
  /** When the cell was made, by the clock of its store. */
  readonly born: number;
  readonly state: State;
  /** How many parts are compared where a state is merged with others. */
  countParts(state: State): number;
  /** Puts back an earlier state. */
  restore(state: State): void;
  /** Takes on what any of several states has, as the program leaves one of them. */
  merge(states: readonly State[]): void;
  /**
   * Takes into account that code which is not known may have changed the content.
   *
   * @param after the states that code leaves which may run any number of times
   */
  forget(after?: readonly State[]): void;
  /** Nothing of the content is known any more. */
  lose(): void;
}

/** The states that some code leaves in the cells that it changes. */
export type Changes = ReadonlyMap<Changeable, unknown>;

const nothing: Changes = new Map();

interface Attempt {
  readonly start: number;
  /** The states before the attempt, of the cells that it changes; `undefined` as long as it has changed none. */
  before: Map<Changeable, unknown> | undefined;
}

/**
 * Keeps track of what code changes, so that alternatives can be tried one after another from the same state. A program
 * branches on conditions that are not known: both branches are run, and every cell then has what any of them leaves.
 */
export class Store {
  readonly #attempts: Attempt[] = [];
  readonly budget: Budget;
  #clock = 0;
  #birth: number | undefined;
  #chosenSince = 0;

  constructor(budget = new Budget()) {
    this.budget = budget;
  }

  /** The birth of a new cell. */
  tick(): number {
    if (this.#birth !== undefined) {
      return this.#birth;
    }
    this.#clock++;
    return this.#clock;
  }

  /** The birth of the newest cell. */
  get now(): number {
    return this.#clock;
  }

  /** Whether a cell was made by one of the alternatives that are merged: nothing before them has it. */
  isNewIn(cell: Changeable): boolean {
    return cell.born > this.#chosenSince;
  }

  /** Runs code late: the cells that it makes were there from an earlier time on. */
  asOf<Result>(birth: number, run: () => Result): Result {
    const before = this.#birth;
    this.#birth = birth;
    const result = run();
    this.#birth = before;
    return result;
  }

  /** Must be called before each change of a cell. */
  willChange(cell: Changeable): void {
    const attempt = this.#attempts.at(-1);
    // Nothing outside of an attempt refers to a cell that it has made.
    if (attempt && cell.born <= attempt.start && !attempt.before?.has(cell)) {
      attempt.before ??= new Map();
      attempt.before.set(cell, cell.state);
    }
  }

  /** Whether the code that runs may not run in the program. */
  get isTrying(): boolean {
    return this.#attempts.length > 0;
  }

  /** Runs code and takes back what it changes. */
  attempt(run: () => void): Changes {
    const attempt: Attempt = { start: this.#clock, before: undefined };
    this.#attempts.push(attempt);
    try {
      run();
    } finally {
      this.#attempts.pop();
    }
    if (!attempt.before) {
      return nothing;
    }
    const after = new Map<Changeable, unknown>();
    for (const [cell, before] of attempt.before) {
      after.set(cell, cell.state);
      cell.restore(before);
    }
    return after;
  }

  /** Makes the changes of an attempt, from the state that it began with. */
  apply(changes: Changes): void {
    for (const [cell, after] of changes) {
      this.willChange(cell);
      cell.restore(after);
    }
  }

  /** Runs code of which the program takes one alternative. */
  choose(alternatives: readonly (() => void)[]): void {
    const start = this.#clock;
    const outcomes = alternatives.map((run) => this.attempt(run));
    this.#chosenSince = start;
    for (const cell of new Set(outcomes.flatMap((outcome) => [...outcome.keys()]))) {
      this.willChange(cell);
      const before = cell.state;
      this.#merge(
        cell,
        outcomes.map((outcome) => (outcome.has(cell) ? outcome.get(cell) : before)),
      );
    }
  }

  /** What is too much to compare may be anything. */
  #merge(cell: Changeable, states: readonly unknown[]): boolean {
    const isLittle = this.budget.takeRead(states.reduce((sum: number, state) => sum + cell.countParts(state), 0));
    if (isLittle) {
      cell.merge(states);
    } else {
      cell.lose();
    }
    return isLittle;
  }

  /** Runs code that the program may run or not. */
  maybe(run: () => void): void {
    this.choose([run, () => undefined]);
  }

  /** Takes into account that the program runs code any number of times. */
  forgetRepeated(run: () => void): void {
    let known = 0;
    for (let round = 0; round < maxRounds; round++) {
      const start = this.#clock;
      const changes = this.attempt(run);
      this.#chosenSince = start;
      this.forget([changes]);
      if (changes.size === known || this.budget.isExhausted) {
        return;
      }
      known = changes.size;
    }
  }

  /** Takes into account that the program makes changes any number of times, at any time from now on. */
  forget(changes: readonly Changes[]): void {
    const left = new Map<Changeable, unknown[]>();
    for (const [cell, after] of changes.flatMap((change) => [...change])) {
      const states = left.get(cell);
      if (states) {
        states.push(after);
      } else {
        left.set(cell, [after]);
      }
    }
    for (const [cell, after] of left) {
      this.willChange(cell);
      if (this.#merge(cell, [cell.state, ...after])) {
        cell.forget(after);
      }
    }
  }
}

/** How often code is run to see what it changes, as one change may lead to another. */
const maxRounds = 4;

/** A place whose content the program may change: a variable, a list, an object. Its states are immutable. */
export abstract class Cell<State> implements Changeable<State> {
  readonly born: number;
  readonly store: Store;
  #state: State;

  constructor(store: Store, state: State) {
    this.store = store;
    this.born = store.tick();
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  set state(state: State) {
    this.store.willChange(this);
    this.#state = state;
  }

  restore(state: State): void {
    this.#state = state;
  }

  abstract countParts(state: State): number;
  abstract merge(states: readonly State[]): void;
  abstract forget(after?: readonly State[]): void;
  abstract lose(): void;
}
