import type { Range } from "./range.js";

/**
 * Placeholder in a {@link MappedText} for an expression whose value is not known (OBJECT REPLACEMENT CHARACTER, which no
 * policy contains).
 */
export const hole = "\uFFFC";

/** The source ranges of the characters of a text, one entry for each character. */
export interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Characters of the same piece are contiguous in the source. */
  readonly pieces: readonly number[];
}

/** Places that are still being collected. */
export interface PlaceLists {
  readonly starts: number[];
  readonly ends: number[];
  readonly pieces: number[];
}

/**
 * Decoded text with a source map: the value of a string literal with its escapes resolved, or the JSON text inside one.
 * Texts nest: text that is decoded from a mapped text is mapped to the source file too. A text may be composed of
 * several literals.
 */
export class MappedText {
  readonly text: string;
  /** For text that is in the source as it is, where it starts; for text that is only referenced, the range. */
  readonly #places: Places | Range | number;

  private constructor(text: string, places: Places | Range | number) {
    this.text = text;
    this.#places = places;
  }

  /** Text that is in the source exactly as it is, from offset `start` on. */
  static verbatim(text: string, start = 0): MappedText {
    return new MappedText(text, start);
  }

  /** Text whose characters are in the source where `places` says. */
  static pieced(text: string, places: Places): MappedText {
    return new MappedText(text, places);
  }

  /** Text that is written elsewhere and only referenced in a range of the source: no part of it has a range of its own. */
  static at(text: string, range: Range): MappedText {
    return new MappedText(text, range);
  }

  /** A part of a text that is in the source exactly as it is; `undefined` for any other text. */
  verbatimPart(start: number, part: string): MappedText | undefined {
    return typeof this.#places === "number" ? new MappedText(part, this.#places + start) : undefined;
  }

  /**
   * The source range that the characters from `start` up to `end` were decoded from; the union of the ranges if they are
   * not contiguous.
   */
  sourceRange(start: number, end: number): Range {
    if (typeof this.#places === "number") {
      return [this.#places + start, this.#places + end];
    }
    if (!("pieces" in this.#places)) {
      const [from, to] = this.#places;
      const place = start < this.text.length ? from : to;
      return end <= start ? [place, place] : [from, to];
    }
    const { starts, ends } = this.#places;
    if (end <= start) {
      const place = starts[start] ?? ends.at(-1) ?? 0;
      return [place, place];
    }
    let range: Range = [starts[start] ?? 0, ends[end - 1] ?? 0];
    if (!this.isOnePiece(start, end)) {
      for (let index = start; index < end; index++) {
        range = [Math.min(range[0], starts[index] ?? 0), Math.max(range[1], ends[index] ?? 0)];
      }
    }
    return range;
  }

  /**
   * Adds the places of the characters from `start` up to `end` to others.
   *
   * @param piece the number of the first piece among theirs
   */
  addPlaces(start: number, end: number, { starts, ends, pieces }: PlaceLists, piece: number): void {
    const places = this.#places;
    for (let index = start; index < end; index++) {
      if (typeof places === "number") {
        starts.push(places + index);
        ends.push(places + index + 1);
        pieces.push(piece);
      } else if ("pieces" in places) {
        starts.push(places.starts[index] ?? 0);
        ends.push(places.ends[index] ?? 0);
        pieces.push(piece + (places.pieces[index] ?? 0));
      } else {
        starts.push(places[0]);
        ends.push(places[1]);
        pieces.push(piece + index);
      }
    }
  }

  /** Whether the characters from `start` up to `end` are contiguous in the source. */
  isOnePiece(start: number, end: number): boolean {
    return typeof this.#places === "number" || this.#pieceOf(start) === this.#pieceOf(end - 1);
  }

  /** The piece of the text that a character belongs to. */
  pieceAt(index: number): number {
    return this.#pieceOf(index) ?? 0;
  }

  /** Each character of a text that is only referenced is a piece of its own. */
  #pieceOf(index: number): number | undefined {
    if (typeof this.#places === "number") {
      return 0;
    }
    const isCharacter = index >= 0 && index < this.text.length;
    return "pieces" in this.#places ? this.#places.pieces[index] : isCharacter ? index : undefined;
  }

  /** Whether the characters from `start` up to `end` are all known. */
  isKnown(start: number, end: number): boolean {
    return !this.text.slice(start, end).includes(hole);
  }
}
