import type { ConstructValue, Value } from "../policy/value.js";
import { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";
import { lazyArray, lazyObject, referencedString } from "./values.js";

/**
 * Moves a value of another file to the reference in this file. It can be reported there but not edited.
 *
 * @param reference the range of the reference in this file
 * @param origin the base name of the file that contains the value, for messages: `actions.ts`
 */
export function relocate(value: Value, reference: Range, origin: string): Value {
  return new Relocation(reference, origin).move(value);
}

class Relocation {
  readonly #reference: Range;
  readonly #origin: string;
  /**
   * Keeps shared parts shared. Otherwise a value that each of twenty others uses twice would become a million values.
   */
  readonly #copies = new Map<Value, Value>();

  constructor(reference: Range, origin: string) {
    this.#reference = reference;
    this.#origin = origin;
  }

  move(value: Value): Value {
    const moved = this.#copies.get(value) ?? this.#copy(value);
    this.#copies.set(value, moved);
    return moved;
  }

  #copy(value: Value): Value {
    const range = this.#reference;
    switch (value.kind) {
      case "string":
        return referencedString(range, MappedText.at(value.value, range), value.origin ?? this.#origin);
      case "array":
        return lazyArray(range, () =>
          value.elements.map((element) => ({ value: this.move(element), place: undefined })),
        );
      case "object":
        return lazyObject(
          range,
          () => ({
            members: value.members.map(({ key, value: inner }) => ({
              key,
              keyRange: range,
              range,
              value: this.move(inner),
            })),
            isComplete: value.isComplete,
          }),
          { origin: value.origin ?? this.#origin },
        );
      case "construct":
        return this.#copyConstruct(value);
      case "choice":
        return { ...value, range, branches: value.branches.map((branch) => this.move(branch)) };
      case "scalar":
        return { ...value, range };
      case "unknown":
        // `export const readerId = reader.id` still refers to the same role.
        return { ...value, range, ...(value.construct ? { construct: this.#copyConstruct(value.construct) } : {}) };
    }
  }

  #copyConstruct(construct: ConstructValue): ConstructValue {
    return {
      ...construct,
      range: this.#reference,
      arguments: construct.arguments.map((argument) => this.move(argument)),
      updates: construct.updates.map((update) =>
        update.kind === "call"
          ? { ...update, range: this.#reference, arguments: update.arguments.map((argument) => this.move(argument)) }
          : { ...update, range: this.#reference, value: this.move(update.value) },
      ),
    };
  }
}
