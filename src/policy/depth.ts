import type { Value } from "./value.js";

/** Nesting levels beyond those of any policy. */
export const maxDepth = 1000;

/** The heights of values, in levels, each itself included; `Infinity` for those that contain themselves. */
export type Heights = WeakMap<Value, number>;

/**
 * Whether a value contains itself, as in `const list = ["a", list]`, or nests deeper than any policy. Nobody means to
 * write either, but an editor shows both while somebody types.
 *
 * @param heights those that are known; new ones are added
 */
export function isCyclicOrTooDeep(value: Value, heights: Heights): boolean {
  return heightOf(value, heights) > maxDepth;
}

/** Whether a value contains itself. */
export function isCyclic(value: Value, heights: Heights): boolean {
  return heightOf(value, heights) === Infinity;
}

/** Values that are read when they are asked for may never end. */
const maxPath = 10 * maxDepth;

/** A value of which some parts have been looked at. */
interface Open {
  readonly value: Value;
  readonly parts: readonly Value[];
  next: number;
  height: number;
}

function heightOf(value: Value, heights: Heights): number {
  if (hasNoParts(value)) {
    return 1;
  }
  return heights.get(value) ?? new Glance().heightOf(value, fewLevels) ?? new Measuring(heights).heightOf(value);
}

/** Almost every policy has fewer parts, and levels, than these. */
const fewParts = 400;
const fewLevels = 12;

/** Looks at values that are small and end, as almost all do, without noting anything of their parts. */
class Glance {
  #parts = 0;

  /** `undefined` for a value that is too large, or nested too deeply, for a glance. */
  heightOf(value: Value, levels: number): number | undefined {
    const parts = partsOf(value);
    this.#parts += parts.length;
    if (levels === 0 || this.#parts > fewParts) {
      return undefined;
    }
    let height = 1;
    for (const part of parts) {
      const known = hasNoParts(part) ? 1 : this.heightOf(part, levels - 1);
      if (known === undefined) {
        return undefined;
      }
      height = Math.max(height, 1 + known);
    }
    return height;
  }
}

/** Looks at each value once, and without recursion, however deep it is and however often its parts are shared. */
class Measuring {
  readonly #heights: Heights;
  readonly #path: Open[] = [];
  readonly #onPath = new Set<Value>();

  constructor(heights: Heights) {
    this.#heights = heights;
  }

  heightOf(value: Value): number {
    let height = 1;
    this.#open(value);
    for (let top = this.#path.at(-1); top; top = this.#path.at(-1)) {
      const part = top.parts[top.next];
      const known = part && this.#known(part);
      if (known !== undefined) {
        top.height = Math.max(top.height, 1 + known);
        top.next++;
      } else if (part) {
        this.#open(part);
      } else {
        height = top.height;
        this.#heights.set(top.value, height);
        this.#onPath.delete(top.value);
        this.#path.pop();
      }
    }
    return height;
  }

  #open(value: Value): void {
    this.#path.push({ value, parts: partsOf(value), next: 0, height: 1 });
    this.#onPath.add(value);
  }

  #known(part: Value): number | undefined {
    if (hasNoParts(part)) {
      return 1;
    }
    return this.#onPath.has(part) || this.#path.length > maxPath ? Infinity : this.#heights.get(part);
  }
}

function hasNoParts({ kind }: Value): boolean {
  return kind === "string" || kind === "scalar" || kind === "unknown";
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "object":
      return [...value.members.map((member) => member.value), ...(value.spreadConstructs ?? [])];
    case "array":
      return value.elements;
    case "choice":
      return value.branches;
    case "construct":
      return [
        ...value.arguments,
        ...value.updates.flatMap((update) => (update.kind === "call" ? update.arguments : [update.value])),
      ];
    default:
      return [];
  }
}
