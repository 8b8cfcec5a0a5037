import type { Value } from "./value.js";

/** Deeper than anything that is a policy, in levels; a value that is made of itself has no bottom. */
export const deepest = 1000;

/**
 * Whether a value never ends, because a constant or a field is a part of itself: `const list = ["a", list]`. Nobody means
 * that, but it stands in an editor while somebody types. JSON has no such thing, only what is very deep.
 *
 * @param ended what is known to end; what is found to end is added
 */
export function isEndless(value: Value, ended: WeakSet<Value>, depth = 0): boolean {
  if (ended.has(value)) {
    return false;
  }
  const hasNoEnd =
    depth > deepest || partsOf(value).some((part) => part.kind !== "string" && isEndless(part, ended, depth + 1));
  if (!hasNoEnd) {
    ended.add(value);
  }
  return hasNoEnd;
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
      return [...value.arguments, ...value.withers.flatMap((wither) => wither.arguments)];
    default:
      return [];
  }
}
