import type { Node } from "../tree/nodes.js";
import type { Frame } from "./frame.js";
import type { FunctionValue } from "./functions.js";

/** Keeps the code that conditions have kept from running. */
export class SkippedCode {
  /** By what it is. */
  readonly #skipped = new Map<Node, Skipped>();
  readonly #taken = new Set<Node>();

  /** Notes code that does not run here. What it says is still worth judging, once. */
  skips(node: Node, { activation: { made, module } }: Frame, run: () => void): void {
    if (!this.#taken.has(node) && module.origin === undefined) {
      this.#skipped.set(node, { node, made, run });
    }
  }

  takes(node: Node): void {
    this.#taken.add(node);
    this.#skipped.delete(node);
  }

  hasTaken(node: Node): boolean {
    return this.#taken.has(node);
  }

  /** The code that has not run anywhere. */
  takeAll(): readonly Skipped[] {
    const skipped = [...this.#skipped.values()];
    this.#skipped.clear();
    return skipped;
  }
}

/** Code that a condition has kept from running. */
export interface Skipped {
  readonly node: Node;
  /** The function that it is in. */
  readonly made: FunctionValue | undefined;
  /** Runs it with what was known when it was skipped. */
  readonly run: () => void;
}
