import type { Value } from "../../../policy/value.js";
import type { Budget } from "./budget.js";
import type { ClassValue } from "./class-value.js";
import type { Evaluator } from "./evaluator.js";
import type { Binding, Frame, ModuleScope } from "./frame.js";
import { runUncalled } from "./function-calls.js";
import type { FunctionNode, FunctionValue } from "./functions.js";

/** Keeps the functions and classes of a program that nothing is known to use, and those that other code may call. */
export class UncalledFunctions {
  readonly #entered = new Set<FunctionNode>();
  readonly #uncalled = new Map<FunctionNode, FunctionValue>();
  readonly #classes = new Set<ClassValue>();
  readonly #escaped = new Map<FunctionValue, SeenNames>();
  readonly #escaping = new Set<FunctionNode>();
  /** Set while a function runs only to see what it changes. */
  #isProbing = false;

  functionMade(made: FunctionValue): FunctionValue {
    if (!this.#entered.has(made.node)) {
      this.#uncalled.set(made.node, made);
    }
    return made;
  }

  classMade(made: ClassValue): void {
    this.#classes.add(made);
  }

  /** Notes that a function runs; true for the first time. */
  enters(node: FunctionNode): boolean {
    if (this.#entered.has(node)) {
      return false;
    }
    this.#entered.add(node);
    this.#uncalled.delete(node);
    return true;
  }

  /** Whether a function has run, and not only to see what it changes. */
  hasEntered({ node }: FunctionValue): boolean {
    return this.#entered.has(node);
  }

  /** The functions and classes of a module that nothing has used so far; from now on, others. */
  take(module: ModuleScope): Uncalled {
    const isOfModule = ({ frame }: FunctionValue | ClassValue) => frame.activation.module === module;
    const functions = [...this.#uncalled.values()].filter(isOfModule);
    const escaped = [...this.#escaped]
      .filter(([made]) => isOfModule(made))
      .map(([made, seen]): EscapedFunction => ({ made, seen }));
    const classes = [...this.#classes].filter(isOfModule);
    functions.forEach(({ node }) => this.#uncalled.delete(node));
    escaped.forEach(({ made }) => this.#escaped.delete(made));
    classes.forEach((made) => this.#classes.delete(made));
    return { functions, escaped, classes };
  }

  /**
   * A function that is given to code which is not known may be called at any time from now on, any number of times: it
   * counts for what it changes now, and for what it makes at the end, when everything has its value.
   */
  functionEscapes(evaluator: Evaluator, made: FunctionValue): void {
    if (this.#escaping.has(made.node)) {
      return;
    }
    if (this.#isProbing) {
      // Its changes are among those of the function around it.
      this.runEscaped(made, () => {
        runUncalled(evaluator, made);
      });
      return;
    }
    this.#escaped.set(made, seenBy(made, evaluator.budget));
    const mark = evaluator.recorder.mark();
    this.#isProbing = true;
    this.runEscaped(made, () => {
      evaluator.store.forget([
        evaluator.store.attempt(() => {
          runUncalled(evaluator, made);
        }),
      ]);
    });
    this.#isProbing = false;
    evaluator.recorder.forgetSince(mark);
  }

  /** Runs a function that other code may call. What it gives away itself, again, is known by then. */
  runEscaped({ node }: FunctionValue, run: () => void): void {
    this.#escaping.add(node);
    run();
    this.#escaping.delete(node);
  }
}

/** What the names that a function sees stood for when it was given to other code. */
type SeenNames = ReadonlyMap<Binding, Value | undefined>;

export interface EscapedFunction {
  readonly made: FunctionValue;
  readonly seen: SeenNames;
}

function seenBy({ frame }: FunctionValue, budget: Budget): SeenNames {
  const seen = new Map<Binding, Value | undefined>();
  for (let next: Frame | undefined = frame; next; next = next.parent) {
    for (const binding of budget.takeRead(next.countNames()) ? next.bindings : []) {
      if (!binding.isSettled && budget.takeMade(1)) {
        seen.set(binding, binding.state);
      }
    }
  }
  return seen;
}

/** Functions and classes that nothing is known to use. */
export interface Uncalled {
  readonly functions: readonly FunctionValue[];
  /** Functions that have been given to code which is not known. */
  readonly escaped: readonly EscapedFunction[];
  readonly classes: readonly ClassValue[];
}
