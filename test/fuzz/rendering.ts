/** A text made of another one, character by character, so that each place of the one is known in the other. */
export class Rendering {
  /** What each character of the source has become. */
  readonly #pieces: readonly string[];
  readonly #before: string;
  readonly #after: string;

  private constructor(pieces: readonly string[], before = "", after = "") {
    this.#pieces = pieces;
    this.#before = before;
    this.#after = after;
  }

  static of(source: string): Rendering {
    return new Rendering(source.split(""));
  }

  /** Writes each character in another way, by its index in the source. */
  map(write: (piece: string, index: number) => string): Rendering {
    return new Rendering(this.#pieces.map(write), this.#before, this.#after);
  }

  between(before: string, after: string): Rendering {
    return new Rendering(this.#pieces, before, after);
  }

  get text(): string {
    return this.#before + this.#pieces.join("") + this.#after;
  }

  /** Where the characters of the source from `start` up to `end` have come to stand. */
  placeOf(start: number, end: number): readonly [start: number, end: number] {
    const lengthOf = (count: number) => this.#pieces.slice(0, count).join("").length;
    const before = this.#before.length;
    // A line continuation before a character is no part of it.
    const lead = /^\\(?:\r\n|\n)/u.exec(this.#pieces[start] ?? "")?.[0].length ?? 0;
    const first = before + lengthOf(start) + lead;
    return [first, end > start ? before + lengthOf(end) : first];
  }
}
