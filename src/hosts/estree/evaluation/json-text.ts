import type { Member, Value } from "../../../policy/value.js";
import { MappedText } from "../../../text/mapped-text.js";
import { Decoder } from "../../../text/string-literal.js";
import type { Range } from "../../../text/range.js";
import { UnknownElements } from "./absent-values.js";
import type { Budget } from "./budget.js";
import type { Evaluator } from "./evaluator.js";
import { isInOrder } from "./list.js";
import { isIndex } from "./record.js";

/** The text of a value that the program has written as JSON, without blanks; `undefined` if a part is not known. */
export function jsonTextOf(value: Value, { budget, encoded }: Evaluator): MappedText | undefined {
  const writer = new Writer(value.range, budget, encoded);
  return writer.write(value, 0) ? writer.text : undefined;
}

/** In levels: no policy is nested more deeply. */
const maxDepth = 20;

/** Characters that JSON escapes in a string; the names in a policy have none. */
const escaped = /["\\\p{Cc}]/u;

/** Whether members are written in the order in which they are made. */
function areInOrder(members: readonly Member[]): boolean {
  const keys = new Set(members.map(({ key }) => key));
  return keys.size === members.length && !members.some(({ key }) => isIndex(key));
}

/** Parts that are shared are written for each place that they are in, so that every character counts. */
class Writer {
  readonly #decoder: Decoder;
  readonly #budget: Budget;
  readonly #encoded: Evaluator["encoded"];

  constructor([start]: Range, budget: Budget, encoded: Evaluator["encoded"]) {
    this.#decoder = new Decoder(start);
    this.#budget = budget;
    this.#encoded = encoded;
  }

  get text(): MappedText {
    return this.#decoder.finish();
  }

  /** Writes a value; false if a part of it is not known, or it is too long. */
  write(value: Value, depth: number): boolean {
    const mark = (text: string) => this.#append(MappedText.at(text, value.range));
    // A text in a text has its quotes escaped.
    if (depth > maxDepth || (depth > 0 && this.#encoded.has(value))) {
      return false;
    }
    switch (value.kind) {
      case "string":
        return value.isStatic && !escaped.test(value.value) && mark('"') && this.#append(value.text) && mark('"');
      case "scalar":
        return mark(String(value.value));
      case "array":
        return (
          (isInOrder(value) || value.elements.length < 2) &&
          mark("[") &&
          this.#writeAll(value.elements, mark, (element) => this.write(element, depth + 1)) &&
          mark("]")
        );
      case "object":
        return (
          value.isComplete &&
          areInOrder(value.members) &&
          mark("{") &&
          this.#writeAll(
            value.members,
            mark,
            ({ key, value: member }) => !escaped.test(key) && mark(`"${key}":`) && this.write(member, depth + 1),
          ) &&
          mark("}")
        );
      default:
        return false;
    }
  }

  #writeAll<Part>(parts: readonly Part[], mark: (text: string) => boolean, write: (part: Part) => boolean): boolean {
    return parts.every(
      (part, index) => (index === 0 || mark(",")) && !(part instanceof UnknownElements) && write(part),
    );
  }

  #append(text: MappedText): boolean {
    const isLeft = this.#budget.takeCharacters(text.text.length);
    if (isLeft) {
      this.#decoder.appendPiece(text);
    }
    return isLeft;
  }
}
