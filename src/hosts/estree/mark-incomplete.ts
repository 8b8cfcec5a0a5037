import type { ObjectValue, Value } from "../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../values.js";

/**
 * A value to which the program adds something, or changes a part of it, after it is written: what is there is known
 * one by one, and nowhere is it all.
 */
export function markIncomplete(value: Value): Value {
  switch (value.kind) {
    case "object":
      return incompleteObject(value);
    case "array":
      return lazyArray(value.range, () => [
        ...value.placed.map(({ value: element, place }) => ({ value: markIncomplete(element), place })),
        { value: unknown(value.range), place: undefined },
      ]);
    case "choice":
      return { ...value, branches: value.branches.map(markIncomplete) };
    default:
      return value;
  }
}

function incompleteObject(object: ObjectValue): ObjectValue {
  return lazyObject(
    object.range,
    () => ({
      members: object.members.map((member) => ({ ...member, value: markIncomplete(member.value) })),
      isComplete: false,
    }),
    object,
  );
}
