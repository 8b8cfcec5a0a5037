import { maxDepth } from "../../policy/depth.js";
import { targetOf } from "./aliases.js";
import { partsOf, type YamlDocument, type YamlValue } from "./nodes.js";

/** How many values aliases may add to one: more is no policy, but a text that is made to fill the memory. */
const maxAdded = 50_000;

/** What becomes of the values of a document when its aliases are replaced by what they stand for. */
export class Expansion {
  readonly #document: YamlDocument;
  readonly #sizes = new Map<YamlValue, Size>();

  constructor(document: YamlDocument) {
    this.#document = document;
    // In source order, what an alias stands for is known before it: no chain of aliases fills the stack.
    if (document.content) {
      this.#sizeOf(document.content);
    }
  }

  /** Whether a value is larger or deeper than checks can traverse. */
  isTooLarge(node: YamlValue): boolean {
    const { depth, added } = this.#sizeOf(node);
    return depth > maxDepth || added > maxAdded;
  }

  #sizeOf(node: YamlValue): Size {
    const known = this.#sizes.get(node);
    if (known) {
      return known;
    }
    const parts = partsOf(node).flatMap((part) => (part ? [this.#sizeOf(part)] : []));
    const target = node.type === "YAMLAlias" ? targetOf(node, this.#document) : undefined;
    const size = typeof target === "object" ? ofAlias(this.#sizeOf(target)) : ofParts(parts);
    this.#sizes.set(node, size);
    return size;
  }
}

interface Size {
  readonly depth: number;
  /** All values in it. */
  readonly all: number;
  /** Those of them that aliases stand for. */
  readonly added: number;
}

function ofAlias({ depth, all }: Size): Size {
  return { depth, all, added: all };
}

function ofParts(parts: readonly Size[]): Size {
  return parts.reduce(
    (sum, { depth, all, added }) => ({
      depth: Math.max(sum.depth, depth + 1),
      all: sum.all + all,
      added: sum.added + added,
    }),
    { depth: 1, all: 1, added: 0 },
  );
}
