import { type Heights, isCyclic } from "../../policy/depth.js";
import type { ConstructUpdate, ConstructValue, Value } from "../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../values.js";

/** More deeply, nothing is a policy. */
const maxDepth = 100;

/**
 * After so many parts of the values of a file, what contains itself is not known inside of another value: parts that are
 * shared are copied for each way that leads to them.
 */
const maxCopies = 20_000;

/**
 * Makes values in which nothing that a construct is made of leads back to what the construct is a part of: constructs know
 * the scope that they are made in, and the scope may know them. What leads back is unknown; no carrier looks for a policy
 * there. A list or object that contains itself without a construct in between stays as it is.
 */
export class Cutter {
  /** What is being cut, from the outermost to the innermost value, with the number of constructs around each. */
  readonly #path = new Map<object, number>();
  #constructs = 0;
  readonly #heights: Heights;
  #copies = 0;

  /** @param heights those that are known of the values; new ones are added */
  constructor(heights: Heights) {
    this.#heights = heights;
  }

  #construct(value: ConstructValue): ConstructValue {
    this.#path.set(value.identity, this.#constructs);
    this.#constructs++;
    const { kind, range, callee, identity, origin, run } = value;
    const cut: ConstructValue = {
      ...{ kind, range, callee, identity },
      ...(origin === undefined ? {} : { origin }),
      ...(run === undefined ? {} : { run }),
      arguments: value.arguments.map((argument) => this.cut(argument)),
      updates: value.updates.map((update) => this.#update(update)),
    };
    this.#constructs--;
    this.#path.delete(value.identity);
    return cut;
  }

  #update(update: ConstructUpdate): ConstructUpdate {
    return update.kind === "call"
      ? { ...update, arguments: update.arguments.map((argument) => this.cut(argument)) }
      : { ...update, value: this.cut(update.value) };
  }

  /** What contains no value that contains itself stays as it is. */
  cut(value: Value): Value {
    if (!isCyclic(value, this.#heights)) {
      return value;
    }
    if (this.#copies > maxCopies && this.#path.size > 0) {
      return unknown(value.range);
    }
    this.#copies += countOf(value);
    const identity = value.kind === "construct" ? value.identity : value;
    const around = this.#path.get(identity);
    if (around !== undefined || this.#path.size > maxDepth) {
      const isBehindConstruct = around !== undefined && around < this.#constructs;
      return value.kind === "construct" || isBehindConstruct ? unknown(value.range) : value;
    }
    if (value.kind === "construct") {
      return this.#construct(value);
    }
    this.#path.set(value, this.#constructs);
    const cut = this.#cutParts(value);
    this.#path.delete(value);
    return cut;
  }

  #cutParts(value: Value): Value {
    switch (value.kind) {
      case "array": {
        const placed = value.placed.map((element) => ({ ...element, value: this.cut(element.value) }));
        return lazyArray(value.range, () => placed, value);
      }
      case "object": {
        const members = value.members.map((member) => ({ ...member, value: this.cut(member.value) }));
        return lazyObject(value.range, () => ({ members, isComplete: value.isComplete }), value);
      }
      case "choice":
        return { ...value, branches: value.branches.map((branch) => this.cut(branch)) };
      default:
        return value;
    }
  }
}

function countOf(value: Value): number {
  switch (value.kind) {
    case "array":
      return value.placed.length;
    case "object":
      return value.members.length;
    case "construct":
      return value.arguments.length + value.updates.length;
    default:
      return 1;
  }
}
