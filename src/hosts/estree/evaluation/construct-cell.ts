import type { Callee, ConstructUpdate, ConstructValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { settled } from "./deferred.js";
import type { Making } from "./list.js";
import { Cell, type Store } from "./store.js";

/** The result of a class or function that the program does not define, with what the program does with it. */
export class ConstructCell extends Cell<readonly ConstructUpdate[]> implements ConstructValue {
  readonly kind = "construct";
  readonly callee: Callee;
  readonly origin?: string;
  readonly run?: number;
  readonly #identity: object | undefined;
  #arguments: readonly Value[];
  #range: Range;

  /** @param identity of the construct that this one is a copy of */
  constructor(
    store: Store,
    { range, origin, run }: Making,
    callee: Callee,
    values: readonly Value[],
    identity?: object,
  ) {
    super(store, []);
    this.#identity = identity;
    this.#range = range;
    this.callee = callee;
    this.#arguments = values;
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
  }

  get range(): Range {
    return this.#range;
  }

  get identity(): object {
    return this.#identity ?? this;
  }

  /** Gives a copy its parts: a construct may lead back to itself. */
  fill(values: readonly Value[], updates: readonly ConstructUpdate[]): void {
    this.#arguments = values;
    this.state = updates;
  }

  get arguments(): readonly Value[] {
    return this.#arguments.map(settled);
  }

  /** The arguments as the program sees them: they may be deferred. */
  get rawArguments(): readonly Value[] {
    return this.#arguments;
  }

  get updates(): readonly ConstructUpdate[] {
    return this.state.map((update) =>
      update.kind === "call"
        ? { ...update, arguments: update.arguments.map(settled) }
        : { ...update, value: settled(update.value) },
    );
  }

  /** The value that the program has certainly set a property to. */
  property(name: string): Value | undefined {
    const update = this.state[this.#assigned(name)];
    return update?.kind === "assignment" && update.isCertain ? settled(update.value) : undefined;
  }

  #assigned(name: string): number {
    return this.state.findLastIndex((one) => one.kind === "assignment" && one.name === name);
  }

  /** Whether a method has been called since the program has set a property: that may have set it, too. */
  hasCalledSince(name: string): boolean {
    return this.state.slice(this.#assigned(name)).some(({ kind }) => kind === "call");
  }

  /** What the program has set properties to. */
  get assignedValues(): readonly Value[] {
    return this.state.flatMap((update) => (update.kind === "assignment" ? [update.value] : []));
  }

  /** Adds an update. A call that is chained to the construct becomes part of its text. */
  update(update: ConstructUpdate, chain?: Range): void {
    if (!this.store.budget.takeRead(this.state.length)) {
      return;
    }
    this.state = [...this.state, update];
    if (chain) {
      this.#range = chain;
    }
  }

  countParts(updates: readonly ConstructUpdate[]): number {
    return updates.length;
  }

  merge(states: readonly (readonly ConstructUpdate[])[]): void {
    const [first = [], ...others] = states;
    const length = first.findIndex((update, index) => others.some((other) => other[index] !== update));
    const common = length < 0 ? first : first.slice(0, length);
    const more = new Set(states.flatMap((updates) => updates.slice(common.length)));
    this.state = [...common, ...[...more].map((update) => ({ ...update, isCertain: false }))];
  }

  lose(): void {
    this.forget();
  }

  /** A call of a method without a name stands for all that code which is not known may do. */
  forget(after?: readonly (readonly ConstructUpdate[])[]): void {
    if (!after && this.state.at(-1)?.name !== "") {
      const { range } = this;
      this.state = [...this.state, { kind: "call", name: "", range, arguments: [], isCertain: false }];
    }
  }
}
