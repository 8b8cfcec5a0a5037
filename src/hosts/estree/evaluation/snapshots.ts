import type { ArrayValue, ChoiceValue, ObjectValue, PlacedValue, Value } from "../../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../../values.js";
import { UndefinedValue } from "./absent-values.js";
import { InstanceCell } from "./class-value.js";
import { FunctionValue } from "./functions.js";
import { isInOrder, ListCell } from "./list.js";
import { RecordCell, seenMembersOf } from "./record.js";
import type { Store } from "./store.js";
import type { Budget } from "./budget.js";

/** More deeply nested parts of a value are not copied, to protect the call stack: nobody writes them. */
export const maxCopyDepth = 500;

/** A value as it is now: what the program changes afterwards does not change it. */
export function snapshotOf(value: Value, budget: Budget): Value {
  return new Snapshots(budget).of(value);
}

/** The same for what is written as JSON. */
export function jsonSnapshotOf(value: Value, budget: Budget): Value {
  return new JsonSnapshots(budget).of(value);
}

/** Shared parts stay shared: a value that doubles repeatedly would exhaust memory. */
class Snapshots {
  readonly #copies = new Map<Value, Value>();
  readonly #budget: Budget;
  #depth = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  of(value: Value): Value {
    if (!(value instanceof ListCell || value instanceof RecordCell || value.kind === "choice")) {
      return value;
    }
    const known = this.#copies.get(value);
    if (known) {
      return known;
    }
    if (this.#depth >= maxCopyDepth) {
      return unknown(value.range);
    }
    // A value may contain itself.
    this.#copies.set(value, value);
    this.#depth++;
    const copy = this.#copy(value);
    this.#depth--;
    this.#copies.set(value, copy);
    return copy;
  }

  protected element(value: Value): Value {
    return this.of(value);
  }

  #copy(value: ListCell | RecordCell | ChoiceValue): Value {
    if (value.kind === "choice") {
      return { ...value, branches: value.branches.map((branch) => this.of(branch)) };
    }
    if (!this.#budget.takeMade(countOf(value))) {
      return unknown(value.range);
    }
    if (value.kind === "array") {
      const placed = value.placed.map((element): PlacedValue => ({ ...element, value: this.element(element.value) }));
      return lazyArray(value.range, () => placed, value);
    }
    const members = value.seenMembers.map((member) => ({ ...member, value: this.of(member.value) }));
    const { isComplete } = value;
    return lazyObject(value.range, () => ({ members, isComplete }), value);
  }
}

class JsonSnapshots extends Snapshots {
  override of(value: Value): Value {
    if (value.kind === "scalar" && typeof value.value === "number" && !Number.isFinite(value.value)) {
      return { ...value, value: null };
    }
    return hasOwnJson(value) ? unknown(value.range) : super.of(value);
  }

  /** JSON has no other word for nothing in a list. */
  protected override element(value: Value): Value {
    if (value.kind === "choice") {
      return { ...value, branches: value.branches.map((branch) => this.element(branch)) };
    }
    const isNothing = value instanceof UndefinedValue || value instanceof FunctionValue;
    return isNothing ? { kind: "scalar", range: value.range, value: null } : this.of(value);
  }
}

/** Whether an object says itself what is written of it. */
function hasOwnJson(value: Value): boolean {
  return value instanceof InstanceCell
    ? value.classValue.method("toJSON") !== undefined
    : value instanceof RecordCell && value.member("toJSON") !== undefined;
}

/** Values that stand for texts, which are copied as they are. */
type Texts = Pick<WeakMap<Value, unknown>, "has">;

/**
 * A copy of a list or object, and of those in it, which the program may change by itself.
 *
 * @param run what tells the copy from the original, which is written at the same place
 */
export function copyOf(value: Value, store: Store, texts: Texts, run?: number): Value {
  return new Copies(store, texts, run).of(value);
}

/** The same for what is read from a text, which has no part twice. */
export function parsedCopyOf(value: Value, store: Store, texts: Texts, run?: number): Value {
  return new ParsedCopies(store, texts, run).of(value);
}

class Copies {
  readonly #store: Store;
  readonly #texts: Texts;
  readonly #run: number | undefined;
  #depth = 0;
  readonly #copies = new Map<Value, Value>();

  constructor(store: Store, texts: Texts, run: number | undefined) {
    this.#store = store;
    this.#texts = texts;
    this.#run = run;
  }

  protected known(value: Value): Value | undefined {
    return this.#copies.get(value);
  }

  of(value: Value): Value {
    if (this.#depth > 0 && this.#texts.has(value)) {
      return value;
    }
    const known = this.known(value);
    if (value.kind === "choice") {
      return { ...value, branches: value.branches.map((branch) => this.of(branch)) };
    }
    if (known || (value.kind !== "array" && value.kind !== "object")) {
      return known ?? value;
    }
    if (this.#depth >= maxCopyDepth || !this.#store.budget.takeMade(countOf(value))) {
      return unknown(value.range);
    }
    this.#depth++;
    const copy = this.#copy(value);
    this.#depth--;
    return copy;
  }

  #copy(value: ArrayValue | ObjectValue): Value {
    // A value may contain itself, so a copy is known before it has its parts.
    const { range, origin, run } = value;
    const making = { range, origin, run: this.#run ?? run };
    if (value.kind === "array") {
      const list = new ListCell(this.#store, making, [], isInOrder(value));
      this.#copies.set(value, list);
      list.set(value.placed.map((element) => ({ ...element, value: this.of(element.value) })));
      return list;
    }
    const isInstance = value instanceof InstanceCell;
    const object = isInstance ? value.copiedTo(making) : new RecordCell(this.#store, making, noMembers);
    this.#copies.set(value, object);
    const members = isInstance ? value.state.members : seenMembersOf(value);
    object.setMembers(
      members.map((member) => ({ ...member, value: this.of(member.value) })),
      value.isComplete,
    );
    return object;
  }
}

class ParsedCopies extends Copies {
  protected override known(): undefined {
    return undefined;
  }
}

function countOf(value: ArrayValue | ObjectValue): number {
  return value.kind === "array" ? value.placed.length : value.members.length;
}

const noMembers = { members: [], isComplete: true };
