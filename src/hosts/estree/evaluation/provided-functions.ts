import type { Value } from "../../../policy/value.js";
import { UndefinedValue, UnknownElements } from "./absent-values.js";
import { partsOfEntry } from "./array-call.js";
import { maxElements } from "./budget.js";
import { elementsOf, hasLostOrder, takenNow } from "./arrays.js";
import { callFunction } from "./calls.js";
import { isNullish, truthOf } from "./choices.js";
import { settled } from "./deferred.js";
import { encodedValue } from "./encoders.js";
import { forgetParts } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { isFixed, isInOrder, type ListCell } from "./list.js";
import { isUncertainRun } from "./loops.js";
import {
  assigned,
  changedSomehow,
  fromEntries,
  keysOf,
  keyValue,
  membersAs,
  partValuesOf,
  type ProvidedCall,
} from "./object-functions.js";
import { RecordCell } from "./record.js";
import { distinctElements } from "./set-methods.js";
import { SetValue } from "./sets.js";
import { copyOf, parsedCopyOf } from "./snapshots.js";
import { composeText, textOf } from "./text.js";

/** Calls a function that JavaScript provides; `undefined` if its result is not known. */
export function callProvided(
  evaluator: Evaluator,
  name: string,
  values: readonly Value[],
  node: ProvidedCall["node"],
  frame: Frame,
): Value | undefined {
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return call?.({ evaluator, values: values.map(settled), node, frame });
}

const functions: Readonly<Record<string, (call: ProvidedCall) => Value | undefined>> = {
  "Array.from": ({ evaluator, values, node, frame }) => {
    const [iterable, map] = values;
    if (!iterable) {
      return undefined;
    }
    const { range } = evaluator.making(node, frame);
    const elements = elementsOf(evaluator, listOfLength(evaluator, iterable, node, frame) ?? iterable, range);
    if (!evaluator.budget.takeMade(elements.length)) {
      return undefined;
    }
    const list = evaluator.list(node, frame, elements, !hasLostOrder(iterable));
    if (!map) {
      return list;
    }
    if (!(map instanceof FunctionValue) || !isFixed(list)) {
      return undefined;
    }
    const mapped: Value[] = [];
    const isUncertain = isUncertainRun(evaluator, iterable, () => {
      for (const [index, element] of list.elements.entries()) {
        mapped.push(callFunction(evaluator, map, [element, evaluator.scalar(index, node, frame)], node, frame));
      }
    });
    return isUncertain ? undefined : evaluator.listOf(node, frame, mapped);
  },
  "Array.isArray": ({ evaluator, values: [value], node, frame }) =>
    evaluator.boolean(value && evaluator.encoded.has(value) ? false : isList(value), node, frame),
  "Array.of": ({ evaluator, values, node, frame }) => evaluator.listOf(node, frame, values),
  Boolean: ({ evaluator, values: [value], node, frame }) =>
    evaluator.boolean(value ? truthOf(value) : false, node, frame),
  "JSON.parse": (call) => copied(call, parsedCopyOf),
  "JSON.stringify": ({ evaluator, values: [value, replacer, space], node, frame }) => {
    if (value && (!replacer || isNullish(replacer))) {
      return encodedValue(evaluator, value, node, frame, space === undefined);
    }
    // A replacer writes something else.
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
    return undefined;
  },
  eval: ({ evaluator }) => {
    evaluator.budget.giveUp();
    return undefined;
  },
  "Object.assign": assigned,
  "Object.create": ({ evaluator, values }) => {
    // What the object inherits is not followed.
    forgetParts(evaluator, values.flatMap(partValuesOf));
    return undefined;
  },
  "Object.defineProperties": changedSomehow,
  "Object.defineProperty": changedSomehow,
  "Object.entries": ({ evaluator, values: [value], node, frame }) =>
    value?.kind === "object" && !evaluator.budget.takeMade(value.members.length * partsOfEntry)
      ? undefined
      : membersAs(evaluator, value, node, frame, (member) =>
          evaluator.listOf(node, frame, [keyValue(evaluator, member, node, frame), settled(member.value)]),
        ),
  "Object.freeze": ({ values: [value] }) => value,
  "Object.fromEntries": fromEntries,
  "Object.keys": ({ evaluator, values: [value], node, frame }) => keysOf(evaluator, value, node, frame),
  "Object.seal": ({ values: [value] }) => value,
  "Object.values": ({ evaluator, values: [value], node, frame }) =>
    membersAs(evaluator, value, node, frame, (member) => settled(member.value)),
  "Object.setPrototypeOf": changedSomehow,
  // A promise counts as what it gives.
  "Promise.all": ({ evaluator, values: [value] }) => value && takenNow(evaluator, value),
  "Promise.resolve": ({ values: [value] }) => value,
  String: ({ evaluator, values: [value], node, frame }) =>
    value && textOf(value, evaluator) ? composeText(evaluator, node, frame, [value]) : undefined,
  structuredClone: (call) => copied(call),
};

/** The list that an object with a length and nothing else stands for: `{ length: 3 }`. */
function listOfLength(
  evaluator: Evaluator,
  value: Value,
  node: ProvidedCall["node"],
  frame: Frame,
): ListCell | undefined {
  const isLength = value instanceof RecordCell && value.isComplete && value.state.members.length === 1;
  const length = isLength ? value.member("length") : undefined;
  const count = length?.kind === "scalar" && typeof length.value === "number" ? Math.trunc(length.value) : -1;
  return count >= 0 && count <= maxElements && evaluator.budget.takeMade(count)
    ? evaluator.listOf(
        node,
        frame,
        Array.from({ length: count }, () => evaluator.undefinedAt(node, frame)),
      )
    : undefined;
}

/** The functions that are followed, and the classes. */
export const provided: ReadonlySet<string> = new Set([...Object.keys(functions), "Set", "Array", "Map", "WeakMap"]);

function isList(value: Value | undefined): boolean | undefined {
  switch (value?.kind) {
    case "array":
      return true;
    case "string":
    case "scalar":
    case "object":
      return false;
    default:
      return value instanceof UndefinedValue || value instanceof SetValue ? false : undefined;
  }
}

/** A copy that shares nothing with the value: what the program changes in one is not changed in the other. */
function copied({ evaluator, values: [value], node, frame }: ProvidedCall, copy = copyOf): Value | undefined {
  if (value?.kind !== "array" && value?.kind !== "object") {
    return undefined;
  }
  const original = evaluator.encoded.get(value)?.original ?? value;
  if (original instanceof RecordCell) {
    original.isSpread = true;
  }
  const made = copy(value, evaluator.store, evaluator.encoded, evaluator.nextRun());
  evaluator.recorder.objectCompleted(node, made, frame, original);
  return made;
}

/** The elements of a set. */
export function setOf(evaluator: Evaluator, iterable: Value, node: ProvidedCall["node"], frame: Frame): SetValue {
  const elements = elementsOf(evaluator, iterable, evaluator.making(node, frame).range);
  const list = iterable instanceof SetValue ? iterable.list : iterable;
  if (!evaluator.budget.takeMade(elements.length)) {
    return new SetValue(
      evaluator.listOf(node, frame, [new UnknownElements(evaluator.making(node, frame).range)], false),
    );
  }
  return new SetValue(
    evaluator.list(node, frame, distinctElements(elements), list.kind !== "array" || isInOrder(list)),
  );
}
