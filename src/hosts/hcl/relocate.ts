import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { lazyArray, lazyObject, referencedString } from "../values.js";

/**
 * Moves a value of another file to the reference in this file. It can be reported there but not edited.
 *
 * @param reference the range of the reference in this file
 * @param origin the base name of the file that contains the value, for messages: `locals.tf`
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
    const origin = value.origin ?? this.#origin;
    switch (value.kind) {
      case "string":
        return referencedString(range, MappedText.at(value.value, range), origin);
      case "array":
        return lazyArray(
          range,
          () => value.elements.map((element) => ({ value: this.move(element), place: undefined })),
          { origin },
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
          { origin },
        );
      case "choice":
        return { ...value, range, branches: value.branches.map((branch) => this.move(branch)) };
      // HCL has no constructs.
      case "construct":
      case "scalar":
      case "unknown":
        return { ...value, range };
    }
  }
}
