import type { Value } from "./value.js";

/** Nesting levels beyond those of any policy. */
export const maxDepth = 1000;

/**
 * Whether a value contains itself, as in `const list = ["a", list]`, or nests deeper than any policy. Nobody means to
 * write either, but an editor shows both while somebody types.
 *
 * @param heights the heights of values that are known to end, in levels; new ones are added
 */
export function isCyclicOrTooDeep(value: Value, heights: WeakMap<Value, number>): boolean {
  return heightOf(value, heights, 0) > maxDepth;
}

/** The levels of a value, itself included; `Infinity` beyond {@link maxDepth}. */
function heightOf(value: Value, heights: WeakMap<Value, number>, depth: number): number {
  const known = heights.get(value);
  if (known !== undefined || depth > maxDepth) {
    return known ?? Infinity;
  }
  let height = 1;
  for (const part of partsOf(value)) {
    height = Math.max(height, part.kind === "string" ? 2 : 1 + heightOf(part, heights, depth + 1));
    if (height > maxDepth) {
      return Infinity;
    }
  }
  heights.set(value, height);
  return height;
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
