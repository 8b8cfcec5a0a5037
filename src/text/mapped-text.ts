import type { Range } from "./range.js";

/**
 * Stands in a {@link MappedText} where the source has an expression whose value is not known
 * (OBJECT REPLACEMENT CHARACTER, which no policy holds).
 */
export const hole = "\uFFFC";

/**
 * Decoded text that knows where each of its characters stands in the source file: the value of a string
 * literal with its escapes resolved, or the JSON text inside one. Texts nest: what is decoded from a mapped
 * text is mapped to the source again.
 */
export class MappedText {
  readonly text: string;
  readonly #starts: readonly number[] | number;
  readonly #ends: readonly number[] | undefined;

  private constructor(text: string, starts: readonly number[] | number, ends?: readonly number[]) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** Text that stands in the source exactly as it is, from offset `start` on. */
  static verbatim(text: string, start = 0): MappedText {
    return new MappedText(text, start);
  }

  /** Text whose character `i` stands in the source from `starts[i]` to `ends[i]`. */
  static pieced(text: string, starts: readonly number[], ends: readonly number[]): MappedText {
    return new MappedText(text, starts, ends);
  }

  /** The part of the source that the characters from `start` up to `end` were decoded from. */
  sourceRange(start: number, end: number): Range {
    if (typeof this.#starts === "number" || this.#ends === undefined) {
      const first = this.#starts as number;
      return [first + start, first + end];
    }
    const sourceStart = this.#starts[start] ?? this.#ends.at(-1) ?? 0;
    return [sourceStart, end > start ? (this.#ends[end - 1] ?? sourceStart) : sourceStart];
  }

  /** Whether the characters from `start` up to `end` are all known, so that their source may be replaced. */
  isKnown(start: number, end: number): boolean {
    return !this.text.slice(start, end).includes(hole);
  }
}
