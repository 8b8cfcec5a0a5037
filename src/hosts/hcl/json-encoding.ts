import type { Member, ObjectValue, PolicyString, Value } from "../../policy/value.js";
import { hole, type MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";

/** A longer text is not put into another: values that hold each other twice would exhaust memory. */
const maxCharacters = 100_000;

/**
 * The JSON text of a value, as `jsonencode` writes it. The characters of texts have their places. What is not known is a
 * hole, as is an object with members that are not known.
 *
 * @param place of everything that is no text, in `source`
 * @returns `undefined` if it is too long
 */
export function jsonTextOf(value: Value, place: Range, source: MappedText): MappedText | undefined {
  const writer = new JsonWriter(place, source);
  writer.append(value);
  return writer.text;
}

class JsonWriter {
  readonly #decoder: Decoder;
  readonly #place: Range;
  readonly #source: MappedText;
  #left = maxCharacters;

  constructor(place: Range, source: MappedText) {
    this.#decoder = new Decoder(place[0]);
    this.#place = place;
    this.#source = source;
  }

  get text(): MappedText | undefined {
    return this.#left < 0 ? undefined : this.#decoder.finish();
  }

  append(value: Value): void {
    if (this.#left < 0) {
      return;
    }
    if (value.kind === "string") {
      this.#string(value);
    } else if (value.kind === "array") {
      this.#list("[]", value.elements, (element) => this.append(element));
    } else if (value.kind === "object" && value.isComplete) {
      this.#list("{}", countingMembers(value), (member) => this.#member(member));
    } else {
      this.#sign(value.kind === "scalar" ? String(value.value) : hole);
    }
  }

  #list<Part>(signs: string, parts: readonly Part[], append: (part: Part) => void): void {
    this.#sign(signs.charAt(0));
    for (const [index, part] of parts.entries()) {
      if (this.#left < 0) {
        return;
      }
      this.#sign(index > 0 ? "," : "");
      append(part);
    }
    this.#sign(signs.charAt(1));
  }

  #member({ key, value }: Member): void {
    this.#sign(`${JSON.stringify(key)}:`);
    this.append(value);
  }

  /** Characters that are written nowhere, but stand for a value. */
  #sign(sign: string): void {
    this.#left -= sign.length;
    this.#decoder.startPiece();
    this.#decoder.appendAs(sign, this.#source, ...this.#place);
    this.#decoder.startPiece();
  }

  /** A text in quotes. Each character keeps its place; one that needs an escape has that of its character. */
  #string({ text }: PolicyString): void {
    this.#left -= text.text.length;
    if (this.#left < 0) {
      return;
    }
    this.#sign('"');
    for (let index = 0; index < text.text.length; index++) {
      if (index > 0 && !text.isOnePiece(index - 1, index + 1)) {
        this.#decoder.startPiece();
      }
      this.#decoder.appendAs(JSON.stringify(text.text.charAt(index)).slice(1, -1), text, index, index + 1);
    }
    this.#sign('"');
  }
}

/** Of a key that is set twice, the last value counts. */
function countingMembers({ members }: ObjectValue): readonly Member[] {
  return [...new Map(members.map((member) => [member.key, member])).values()];
}
