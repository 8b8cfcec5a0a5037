import type { ConstructValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { lazyArray, lazyObject, referencedText } from "../values.js";

/**
 * A value of another file, placed at the mention of it in this one: it can be pointed at there and not be
 * changed.
 *
 * @param origin where the value is written, for a message: `actions.ts`
 */
export function relocate(value: Value, mention: Range, origin: string): Value {
  return new Relocation(mention, origin).move(value);
}

class Relocation {
  readonly #mention: Range;
  readonly #origin: string;
  /** What is a part of many things stays one: each part twice in the next one is a million parts after twenty. */
  readonly #moved = new Map<Value, Value>();

  constructor(mention: Range, origin: string) {
    this.#mention = mention;
    this.#origin = origin;
  }

  move(value: Value): Value {
    const moved = this.#moved.get(value) ?? this.#place(value);
    this.#moved.set(value, moved);
    return moved;
  }

  #place(value: Value): Value {
    const range = this.#mention;
    switch (value.kind) {
      case "string":
        return referencedText(range, MappedText.at(value.value, range), value.origin ?? this.#origin);
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
        return this.#placeConstruct(value);
      case "choice":
        return { ...value, range, branches: value.branches.map((branch) => this.move(branch)) };
      case "scalar":
        return { ...value, range };
      case "unknown":
        // `export const readerId = reader.id` is still the id of the same role.
        return { ...value, range, ...(value.construct ? { construct: this.#placeConstruct(value.construct) } : {}) };
    }
  }

  #placeConstruct(construct: ConstructValue): ConstructValue {
    return {
      ...construct,
      range: this.#mention,
      arguments: construct.arguments.map((argument) => this.move(argument)),
      chainedCalls: construct.chainedCalls.map((chainedCall) => ({
        ...chainedCall,
        arguments: chainedCall.arguments.map((argument) => this.move(argument)),
      })),
    };
  }
}
