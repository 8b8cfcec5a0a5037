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
  return heights.get(value) ?? new Glance().heightOf(value) ?? new Measuring(heights).heightOf(value);
}

/** Almost every policy has fewer parts, and levels, than these. */
const fewParts = 400;
const fewLevels = 12;

/** Looks at values that are small and end, as almost all do, without noting anything of their parts. */
class Glance {
  #parts = 0;
  #height = 1;

  /** `undefined` for a value that is too large, or nested too deeply, for a glance. */
  heightOf(value: Value): number | undefined {
    return this.#isSmall(value, 1) ? this.#height : undefined;
  }

  #isSmall(value: Value, level: number): boolean {
    if (value.kind === "object" && !value.spreadConstructs) {
      const { members } = value;
      return this.#areFew(members.length, level) && members.every((member) => this.#isSmallPart(member.value, level));
    }
    const parts = partsOf(value);
    return this.#areFew(parts.length, level) && parts.every((part) => this.#isSmallPart(part, level));
  }

  #areFew(count: number, level: number): boolean {
    this.#parts += count;
    if (count > 0) {
      this.#height = Math.max(this.#height, level + 1);
    }
    return this.#parts <= fewParts && this.#height <= fewLevels;
  }

  #isSmallPart(part: Value, level: number): boolean {
    return hasNoParts(part) || this.#isSmall(part, level + 1);
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
