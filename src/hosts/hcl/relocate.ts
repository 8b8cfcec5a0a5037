import type { PolicyString, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { computedString, referencedString } from "../strings.js";
import { lazyArray, lazyObject } from "../values.js";

/**
 * Moves a value of another file to the reference in this file. It can be reported there but not edited.
 *
 * @param reference the range of the reference in this file
 * @param origin the base name of the file that contains the value, for messages: `locals.tf`
 */
export function relocate(value: Value, reference: Range, origin: string): Value {
  return new Relocation(reference, origin, () => true).move(value);
}

/**
 * Moves a value that a text of another file has to the reference to that text in this file. What this file has put into
 * the text, such as the variables of a template, stays where it is written.
 */
export function relocateContent(value: Value, { range, origin = "" }: PolicyString): Value {
  return new Relocation(range, origin, ({ text }) => isPartlyAt(text, range)).move(value);
}

/** Whether a character of a text, if there is one, has the place of a reference. */
function isPartlyAt(text: MappedText, [start, end]: Range): boolean {
  for (let index = 0; index < text.text.length; index++) {
    const [from, to] = text.sourceRange(index, index + 1);
    if (from === start && to === end) {
      return true;
    }
  }
  return text.text === "";
}

class Relocation {
  readonly #reference: Range;
  readonly #origin: string;
  readonly #isElsewhere: (string: PolicyString) => boolean;
  /**
   * Keeps shared parts shared. Otherwise a value that each of twenty others uses twice would become a million values.
   */
  readonly #copies = new Map<Value, Value>();

  /** @param isElsewhere whether a text is not written in this file */
  constructor(reference: Range, origin: string, isElsewhere: (string: PolicyString) => boolean) {
    this.#reference = reference;
    this.#origin = origin;
    this.#isElsewhere = isElsewhere;
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
        return this.#isElsewhere(value)
          ? referencedString(range, MappedText.at(value.value, range), origin)
          : computedString(value.text.sourceRange(0, value.value.length), value.text);
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
