import { memberOf } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, ObjectValue, Value } from "../../policy/value.js";
import { lazyArray, lazyObject, unknown } from "../values.js";
import { choiceOf, mapChoice } from "./choices.js";
import { keyOf, membersInOrder } from "./entries.js";
import type { Arguments, FunctionReader } from "./functions.js";
import { isListOfKnownLength } from "./traversal-values.js";

/** Functions of objects and maps. */
export const objectFunctions: Readonly<Record<string, FunctionReader>> = {
  keys: ofObject(keyOf),
  lookup: lookedUp,
  merge: merged,
  tomap: ({ values: [value], range }) => value ?? unknown(range),
  values: ofObject(({ value }) => value),
  zipmap: zipped,
};

/** A list of what each member has, by the order of the keys. */
function ofObject(read: (member: Member) => Value): FunctionReader {
  return ({ values: [value], range }) =>
    value
      ? mapChoice(value, (object) =>
          object.kind === "object"
            ? lazyArray(object.range, () => [
                ...membersInOrder(object).map((member) => ({ value: read(member), place: undefined })),
                ...(object.isComplete ? [] : [{ value: unknown(range), place: undefined }]),
              ])
            : unknown(range),
        )
      : unknown(range);
}

/** A member by its name, or what stands for it where it is missing. */
function lookedUp({ values: [value, key, fallback], range }: Arguments): Value {
  const name = key?.kind === "string" && key.isStatic ? key.value : undefined;
  const otherwise = fallback ?? unknown(range);
  return value ? mapChoice(value, (object) => found(object, name, otherwise)) : unknown(range);

  function found(object: Value, wanted: string | undefined, missing: Value): Value {
    if (object.kind !== "object") {
      return choiceOf(range, [unknown(range), missing]);
    }
    if (wanted === undefined) {
      const values = object.members.map((member) => member.value);
      return choiceOf(range, [...values, ...(object.isComplete ? [] : [unknown(range)]), missing]);
    }
    return memberOf(object, wanted) ?? (object.isComplete ? missing : choiceOf(range, [unknown(range), missing]));
  }
}

/** One object of several: of equal keys, the last one counts. */
function merged({ values, range }: Arguments): Value {
  return lazyObject(range, () => {
    const members = new Map<string, Member>();
    for (const value of values) {
      if (value.kind !== "object" || !value.isComplete) {
        // Any member before may have another value.
        members.forEach((member, key) => members.set(key, mayBeReplaced(member)));
      }
      for (const possible of possibleValues(value)) {
        const added = possible.kind === "object" ? possible.members : [];
        added.forEach((member) => members.set(member.key, value === possible ? member : mayBeReplaced(member)));
      }
    }
    const isComplete = values.every((value) => value.kind === "object" && value.isComplete);
    return { members: [...members.values()], isComplete };
  });
}

function mayBeReplaced(member: Member): Member {
  return { ...member, value: choiceOf(member.value.range, [member.value, unknown(member.value.range)]) };
}

/** The object with the keys of a list and the values of another. */
function zipped({ values: [keys, values], range }: Arguments): Value {
  const isKnown = keys?.kind === "array" && values?.kind === "array" && isListOfKnownLength(values);
  if (!isKnown || !isListOfKnownLength(keys)) {
    return unknown(range);
  }
  return lazyObject(range, (): Pick<ObjectValue, "members" | "isComplete"> => {
    const members = keys.elements.flatMap((key, index): readonly Member[] => {
      const value = values.elements[index];
      return key.kind === "string" && key.isStatic && value
        ? [{ key: key.value, keyRange: key.range, range, value }]
        : [];
    });
    return { members, isComplete: members.length === keys.elements.length };
  });
}
