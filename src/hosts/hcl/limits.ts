/** Values that refer to each other more deeply than this are unknown, to protect the call stack. */
const maxDepth = 300;

/** How many expressions of loops are read for a file: loops in loops are unknown in the end. */
const maxRepeatedReads = 100_000;

/** How far the evaluation of a file and the rest of its module has come. */
export class Limits {
  #depth = 0;
  #repeatedReads = 0;

  /**
   * Reads at the next level; returns `fallback` if that is too deep, or if too much has been read.
   *
   * @param isRepeated whether the same expression may be read again, for another value
   */
  within<Result>(isRepeated: boolean, fallback: () => Result, read: () => Result): Result {
    if (this.#depth >= maxDepth || (isRepeated && this.#repeatedReads >= maxRepeatedReads)) {
      return fallback();
    }
    this.#depth++;
    this.#repeatedReads += isRepeated ? 1 : 0;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
