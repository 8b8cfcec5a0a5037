import { lazyArray, lazyObject, unknown } from "../hosts/values.js";
import { findMember } from "../policy/members.js";
import type { ArrayValue, ChoiceValue, ConstructCall, ObjectValue, PlacedValue, Value } from "../policy/value.js";
import { overrideTree, type Override, type OverrideBlock } from "./override-tree.js";
import { blurred, oneOf, orUnknown, UpdatedMembers } from "./updated-members.js";

/**
 * The properties of a resource with the values of its `addOverride` calls merged in: lists are joined, objects merged,
 * anything else is replaced (facts.md#changes-of-constructs).
 */
export function withOverrides(properties: ObjectValue, calls: readonly ConstructCall[]): ObjectValue {
  const tree = calls.length === 0 ? undefined : overrideTree(calls);
  switch (tree?.kind) {
    case "block":
      return mergedObject(properties, tree, camelCase);
    case undefined:
      return properties;
    default:
      return blurred(properties);
  }
}

/** The property of a construct for an argument of Terraform; none for other spellings, which Terraform refuses. */
function camelCase(argument: string): string | undefined {
  return /[A-Z]/u.test(argument) ? undefined : argument.replace(/_\w/gu, (pair) => pair.slice(1).toUpperCase());
}

function mergedObject(
  object: ObjectValue,
  { entries, isComplete }: OverrideBlock,
  nameOf: (key: string) => string | undefined,
): ObjectValue {
  const merged = lazyObject(
    object.range,
    () => {
      const members = new UpdatedMembers(object);
      for (const [argument, override] of entries) {
        const key = nameOf(argument);
        const value = key === undefined ? undefined : merge(findMember(object, key)?.value, override);
        if (key !== undefined && value) {
          members.set({ key, keyRange: override.range, range: override.range, value }, true);
        }
      }
      // Dynamic blocks make any number of statements.
      const { members: all, isComplete: isWhole } = members.parts;
      return { members: all, isComplete: isWhole && !entries.has("dynamic") };
    },
    object,
  );
  return isComplete ? merged : blurred(merged);
}

/** @returns `undefined` if there is nothing, as an override of nothing is not followed */
function merge(target: Value | undefined, override: Override): Value | undefined {
  switch (override.kind) {
    case "unclear":
      return target ? orUnknown(target) : unknown(override.range);
    case "value": {
      const possible = override.possible.map((value) => joined(target, value));
      const isOnly = override.isCertain && possible.length === 1;
      return isOnly
        ? possible[0]
        : oneOf(override.range, [...(target && !override.isCertain ? [target] : []), ...possible]);
    }
    case "block":
      return mergedBlock(target, override);
  }
}

function joined(target: Value | undefined, value: Value): Value {
  if (value.kind !== "array") {
    return value;
  }
  switch (target?.kind) {
    case "array":
      return lazyArray(target.range, () => [...target.placed, ...value.placed]);
    case "choice":
      return branchwise(target, (branch) => joined(branch, value));
    case "construct":
    case "unknown":
      return lazyArray(value.range, () => [{ value: target, place: undefined }, ...value.placed]);
    default:
      return value;
  }
}

function mergedBlock(target: Value | undefined, block: OverrideBlock): Value | undefined {
  switch (target?.kind) {
    case "array":
      return mergedList(target, block);
    case "object":
      return mergedObject(target, block, (key) => key);
    case "choice":
      return branchwise(target, (branch) => mergedBlock(branch, block) ?? branch);
    case "construct":
    case "unknown":
      return target;
    default:
      return mergedObject(
        lazyObject(block.range, () => ({ members: [], isComplete: true })),
        block,
        (key) => key,
      );
  }
}

/** Merges into the elements of a list: an index beyond its end appends, any other key has no effect. */
function mergedList(list: ArrayValue, { entries, isComplete }: OverrideBlock): Value {
  const indices = [...entries].filter(([key]) => /^(?:0|[1-9]\d*)$/u.test(key));
  // Where a list stands for several elements, their indices are not known.
  const isUnclear = !isComplete || list.elements.some(({ kind }) => kind !== "string" && kind !== "object");
  if (isUnclear) {
    return orUnknown(list);
  }
  const inOrder = indices.sort(([one], [other]) => Number(one) - Number(other));
  return lazyArray(list.range, () => {
    const elements: PlacedValue[] = [...list.placed];
    for (const [key, override] of inOrder) {
      const index = Math.min(Number(key), elements.length);
      const value = merge(elements[index]?.value, override);
      if (value) {
        elements[index] = { value, place: elements[index]?.place };
      }
    }
    return elements;
  });
}

function branchwise(choice: ChoiceValue, read: (branch: Value) => Value): Value {
  return { ...choice, branches: choice.branches.map(read) };
}
