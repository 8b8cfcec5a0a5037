import type { Value } from "../../../policy/value.js";
import { MappedText } from "../../../text/mapped-text.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { FalsyValue, UndefinedValue } from "./absent-values.js";
import { choiceOf } from "./choices.js";
import type { ClassValue } from "./class-value.js";
import type { FunctionValue } from "./functions.js";
import { ListCell } from "./list.js";
import { Cell, type Store } from "./store.js";

/** A module that is evaluated. */
export interface ModuleScope {
  /** The absolute path of the file. */
  readonly file: string;
  /** The base name of the file; `undefined` for the file that is linted. */
  readonly origin: string | undefined;
  readonly text: MappedText;
}

/** One run of a function, or of the top level of a module. */
export interface Activation {
  readonly module: ModuleScope;
  /** The place in the linted file that makes code of another file run: what that code makes is located there. */
  readonly reference: Range | undefined;
  /** Set if the code runs more than once. */
  readonly run: number | undefined;
  /** The function that code of the linted file has called by name. */
  readonly functionName: string | undefined;
  readonly thisValue: Value | undefined;
  /** The class that the function is a member of. */
  readonly homeClass: ClassValue | undefined;
  /** The function itself; `undefined` at the top level. */
  readonly made: FunctionValue | undefined;
  /** What the function is called with: its `arguments`, or those of the function around an arrow function. */
  readonly values: readonly Value[];
}

/** The top level of a module. */
export function topLevelOf(module: ModuleScope): Activation {
  return {
    module,
    reference: undefined,
    run: undefined,
    functionName: undefined,
    thisValue: undefined,
    homeClass: undefined,
    made: undefined,
    values: [],
  };
}

/** The names that a block, function or module defines, in one run of it. */
export class Frame {
  readonly parent: Frame | undefined;
  readonly activation: Activation;
  /** The outermost frame of the function, or of the top level of the module: `var` defines names there. */
  readonly functionFrame: Frame;
  readonly #bindings = new Map<string, Binding>();

  constructor(activation: Activation, parent: Frame | undefined, isOfFunction = false) {
    this.activation = activation;
    this.parent = parent;
    this.functionFrame = parent && !isOfFunction ? parent.functionFrame : this;
  }

  /** The same names with the same values, for the next run of a loop: closures keep those of theirs. */
  forNextRun(store: Store): Frame {
    const frame = new Frame(this.activation, this.parent);
    for (const [name, binding] of this.#bindings) {
      frame.#bindings.set(name, binding.copiedTo(store));
    }
    return frame;
  }

  define(store: Store, name: string, value: Value | undefined): Binding {
    const binding = new Binding(store, value);
    this.#bindings.set(name, binding);
    return binding;
  }

  own(name: string): Binding | undefined {
    return this.#bindings.get(name);
  }

  lookUp(name: string): Binding | undefined {
    let binding = this.#bindings.get(name);
    for (let { parent } = this; parent && !binding; { parent } = parent) {
      binding = parent.#bindings.get(name);
    }
    return binding;
  }

  get bindings(): Iterable<Binding> {
    return this.#bindings.values();
  }

  countNames(): number {
    return this.#bindings.size;
  }

  get names(): Iterable<string> {
    return this.#bindings.keys();
  }
}

/** A variable; `undefined` before its declaration has run. */
export class Binding extends Cell<Value | undefined> {
  /** Whether an assignment throws, and changes nothing. */
  isConstant = false;
  /** How often code had been left out when it got its value. */
  #leftOut: number;

  constructor(store: Store, value: Value | undefined) {
    super(store, value);
    this.#leftOut = store.budget.leftOut;
  }

  copiedTo(store: Store): Binding {
    const copy = new Binding(store, this.state);
    copy.isConstant = this.isConstant;
    copy.#leftOut = this.#leftOut;
    return copy;
  }

  /** Gives it another value. */
  assign(value: Value): void {
    this.state = value;
    this.#leftOut = this.store.budget.leftOut;
  }

  /** Code that is left out may have given it another value since then. */
  get mayBeOther(): boolean {
    return !this.isConstant && this.#leftOut !== this.store.budget.leftOut;
  }

  override restore(value: Value | undefined): void {
    super.restore(value);
    this.#leftOut = 0;
  }

  /** Whether it has its value for good. */
  get isSettled(): boolean {
    return this.isConstant && this.state !== undefined;
  }

  countParts(value: Value | undefined): number {
    return value instanceof ListCell ? value.length : 1;
  }

  merge(states: readonly (Value | undefined)[]): void {
    this.#leftOut = 0;
    const [first] = states;
    if (states.every((state) => state === first)) {
      this.state = first;
    } else {
      const list = extendedList(states);
      if (list) {
        this.state = list;
        return;
      }
      const values = states.map((state) => (state === undefined || isPlaceholder(state) ? unknownOf(state) : state));
      this.state = choiceOf(values[0]?.range ?? [0, 0], values);
    }
  }

  lose(): void {
    this.state = unknownOf(this.state);
  }

  forget(): void {
    const value = this.state;
    if (value) {
      this.state = choiceOf(value.range, [isPlaceholder(value) ? unknownOf(value) : value, unknown(value.range)]);
    }
  }
}

/**
 * A list that some alternatives only make longer: `if (prod) { list = [...list, "a"]; }`. A list that was there before
 * has another name, and what the program does to the variable is done to that list, too.
 */
function extendedList(states: readonly (Value | undefined)[]): ListCell | undefined {
  const lists = states.filter((state) => state instanceof ListCell);
  const [shortest] = lists.toSorted((one, other) => one.state.placed.length - other.state.placed.length);
  const isExtended =
    shortest &&
    lists.length === states.length &&
    lists.every((list) => list === shortest || list.store.isNewIn(list)) &&
    lists.every((list) => shortest.state.placed.every(({ value }, index) => list.state.placed[index]?.value === value));
  if (!isExtended) {
    return undefined;
  }
  const joined = new ListCell(shortest.store, shortest, shortest.state.placed);
  joined.merge(lists.map((list) => list.state));
  joined.mayBe(lists);
  return joined;
}

function unknownOf(value: Value | undefined): Value {
  return unknown(value?.range ?? [0, 0]);
}

/** Whether a value only fills a variable until the program sets it, as in `let effect = "";`. */
function isPlaceholder(value: Value): boolean {
  switch (value.kind) {
    case "string":
      return value.value === "";
    case "scalar":
      return value.value === null;
    default:
      return value instanceof UndefinedValue || value instanceof FalsyValue;
  }
}
