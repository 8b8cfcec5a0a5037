/** Values that refer to each other more deeply than this are unknown, to protect the call stack. */
const maxDepth = 300;

/** How many expressions are read for a file: locals that double each other are unknown in the end. */
const maxReads = 100_000;

/** How far the evaluation of a file and the rest of its module has come. */
export class Limits {
  #depth = 0;
  #reads = 0;

  /** Reads at the next level; returns `fallback` if that is too deep, or if too much has been read. */
  within<Result>(fallback: () => Result, read: () => Result): Result {
    if (this.#depth >= maxDepth || this.#reads >= maxReads) {
      return fallback();
    }
    this.#depth++;
    this.#reads++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
