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

/** Looks at each value once, and without recursion, however deep it is and however often its parts are shared. */
function heightOf(root: Value, heights: Heights): number {
  const path: Open[] = [];
  const onPath = new Set<Value>();
  const open = (value: Value) => {
    path.push({ value, parts: partsOf(value), next: 0, height: 1 });
    onPath.add(value);
  };
  const isKnown = heights.get(root);
  if (isKnown !== undefined) {
    return isKnown;
  }
  open(root);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const part = top.parts[top.next];
    const known =
      part && (hasNoParts(part) ? 1 : onPath.has(part) || path.length > maxPath ? Infinity : heights.get(part));
    if (known !== undefined) {
      top.height = Math.max(top.height, 1 + known);
      top.next++;
    } else if (part) {
      open(part);
    } else {
      heights.set(top.value, top.height);
      onPath.delete(top.value);
      path.pop();
    }
  }
  return heights.get(root) ?? 1;
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
