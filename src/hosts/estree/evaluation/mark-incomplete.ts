import type { ConstructValue, ObjectValue, Value } from "../../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../../values.js";

/**
 * Marks a value as incomplete because the program adds to it, or changes a part of it, after its literal. The parts
 * that are written there are kept.
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
    case "construct":
      return incompleteConstruct(value);
    default:
      return value;
  }
}

function incompleteConstruct(value: ConstructValue): ConstructValue {
  const { kind, range, callee, identity, origin, run } = value;
  return {
    ...{ kind, range, callee, identity },
    ...(origin === undefined ? {} : { origin }),
    ...(run === undefined ? {} : { run }),
    arguments: value.arguments.map(markIncomplete),
    updates: value.updates.map((update) =>
      update.kind === "call"
        ? { ...update, arguments: update.arguments.map(markIncomplete) }
        : { ...update, value: markIncomplete(update.value) },
    ),
  };
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
