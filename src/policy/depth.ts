import type { Value } from "./value.js";

/** Deeper than anything that is a policy, in levels; a value that is made of itself has no bottom. */
export const maxDepth = 1000;

/**
 * Whether a value never ends, because a constant or a field is a part of itself: `const list = ["a", list]`. Nobody means
 * that, but it stands in an editor while somebody types. JSON has no such thing, only what is very deep.
 *
 * @param heights of the values that are known to end, and that is added to
 */
export function isCyclicOrTooDeep(value: Value, heights: WeakMap<Value, number>): boolean {
  return heightOf(value, heights, 0) > maxDepth;
}

/** How many levels there are in a value, itself included; more than {@link maxDepth} are not counted. */
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
      return value.members.map((member) => member.value);
    case "array":
      return value.elements;
    case "choice":
      return value.branches;
    case "construct":
      return [...value.arguments, ...value.chainedCalls.flatMap((chainedCall) => chainedCall.arguments)];
    default:
      return [];
  }
}
