import type { ConstructUpdate, ConstructValue, ObjectValue, Value } from "../../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../../values.js";

/**
 * Marks a value as incomplete because the program adds to it, or changes a part of it, after its literal. The parts
 * that are written there are kept.
 */
export function markIncomplete(value: Value): Value {
  return new Marking().of(value);
}

/** Marks several values. Parts that they share stay shared: a value may contain itself, or double repeatedly. */
export class Marking {
  readonly #marked = new Map<Value, Value>();

  readonly of = (value: Value): Value => {
    const marked = this.#marked.get(value) ?? this.#mark(value);
    this.#marked.set(value, marked);
    return marked;
  };

  #mark(value: Value): Value {
    switch (value.kind) {
      case "object":
        return this.#object(value);
      case "array":
        return lazyArray(
          value.range,
          () => [
            ...value.placed.map(({ value: element, place }) => ({ value: this.of(element), place })),
            { value: unknown(value.range), place: undefined },
          ],
          value,
        );
      case "choice":
        return { ...value, branches: value.branches.map(this.of) };
      case "construct":
        return this.#construct(value);
      default:
        return value;
    }
  }

  #object(object: ObjectValue): ObjectValue {
    return lazyObject(
      object.range,
      () => ({
        members: object.members.map((member) => ({ ...member, value: this.of(member.value) })),
        isComplete: false,
      }),
      object,
    );
  }

  /** A construct may lead back to itself: it is known before its parts are. */
  #construct(value: ConstructValue): ConstructValue {
    const { kind, range, callee, identity, origin, run } = value;
    const parts: Value[] = [];
    const updates: ConstructUpdate[] = [];
    const marked: ConstructValue = {
      ...{ kind, range, callee, identity },
      ...(origin === undefined ? {} : { origin }),
      ...(run === undefined ? {} : { run }),
      arguments: parts,
      updates,
    };
    this.#marked.set(value, marked);
    parts.push(...value.arguments.map(this.of));
    updates.push(
      ...value.updates.map((update) =>
        update.kind === "call"
          ? { ...update, arguments: update.arguments.map(this.of) }
          : { ...update, value: this.of(update.value) },
      ),
    );
    return marked;
  }
}
