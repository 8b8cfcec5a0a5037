import type { UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { Cell, type Store } from "./store.js";

/**
 * A value that is read when somebody asks for it: it depends on another file, and most of what a program does with its
 * imports has nothing to do with policies. To everybody who does not ask, it is unknown.
 */
export class Deferred implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly store: Store;
  readonly born: number;
  #read: (() => Value) | undefined;
  #value: Value | undefined;
  #isForgotten = false;

  constructor(store: Store, range: Range, read: () => Value) {
    this.store = store;
    this.born = store.tick();
    this.range = range;
    this.#read = read;
  }

  /** Takes into account that code which is not known may have changed the value. */
  forget(): void {
    this.#isForgotten = true;
    if (this.#value instanceof Cell) {
      this.#value.forget();
    }
  }

  /** The value; unknown while it is read, so that modules that import each other end. */
  get value(): Value {
    const read = this.#read;
    if (read && this.store.budget.enter()) {
      this.#read = undefined;
      this.#value = settled(this.store.asOf(this.born, read));
      this.store.budget.leave();
      if (this.#isForgotten && this.#value instanceof Cell) {
        this.#value.forget();
      }
    }
    return this.#value ?? unknown(this.range);
  }
}

/** The value itself, read if it has been deferred. */
export function settled(value: Value): Value {
  return value instanceof Deferred ? value.value : value;
}

/** Composes a value of others; later, if one of them is deferred. */
export function composed(range: Range, parts: readonly Value[], compose: () => Value): Value {
  const deferred = parts.find((part) => part instanceof Deferred);
  return deferred ? new Deferred(deferred.store, range, compose) : compose();
}
