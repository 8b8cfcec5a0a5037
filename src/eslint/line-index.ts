import type { Position } from "@eslint/core";

/** The lines of a text, and which one an offset is in. Lines and columns are counted from 1. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\r|\n/gu)) {
      this.#starts.push(index + lineBreak.length);
    }
  }

  get lines(): string[] {
    return this.#text.split(/\r\n|\r|\n/u);
  }

  positionOf(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a position; the end of the text behind its last line. */
  offsetOf({ line, column }: Position): number {
    return Math.min((this.#starts[line - 1] ?? this.#text.length) + column - 1, this.#text.length);
  }
}
