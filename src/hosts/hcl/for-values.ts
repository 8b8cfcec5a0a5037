import type { ArrayValue, Member, ObjectValue, PlacedValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import { computedString, lazyArray, lazyObject, optional, unknown } from "../values.js";
import { choiceOf } from "./choices.js";
import type { Evaluator } from "./evaluator.js";
import type { Expression, ForExpression } from "./nodes.js";
import type { Scope } from "./scope.js";
import { isListOfKnownLength } from "./traversal-values.js";
import { withoutRepeatedTexts } from "./unique.js";

/** More entries than a list in use has; of longer ones, nothing is known. */
const maxEntries = 1000;

/** An element of a list or a member of an object that a loop goes over. */
export interface Entry {
  readonly key: Value;
  readonly value: Value;
  /** Whether it may be missing. */
  readonly isOptional: boolean;
}

/**
 * The list or object that a `for` expression makes. Of a collection that is not known, it has what each element would
 * become, as far as that is known: any number of them.
 */
export function forValue(node: ForExpression, evaluator: Evaluator, scope: Scope): Value {
  const { range, key } = node;
  const collection = evaluator.value(node.collection, scope);
  if (key) {
    return lazyObject(range, () => {
      const results = resultsOf(node, collection, evaluator, scope);
      const members = results.flatMap((result) => memberOfResult(node, key, result, evaluator) ?? []);
      const isComplete = members.length === results.length && results.every(({ isOptional }) => !isOptional);
      return { members, isComplete };
    });
  }
  return lazyArray(range, () => {
    const results = resultsOf(node, collection, evaluator, scope);
    // A text that a loop repeats is written once.
    const elements = withoutRepeatedTexts(
      results.map((result): PlacedValue => {
        const value = evaluator.value(node.value, result.scope);
        return { value: result.isOptional ? optional(value) : value, place: undefined };
      }),
    );
    return entriesOf(collection) ? elements : [...elements, { value: unknown(range), place: undefined }];
  });
}

interface Result {
  readonly scope: Scope;
  readonly isOptional: boolean;
}

/** The names and their values for each entry that the condition does not leave out. */
function resultsOf(node: ForExpression, collection: Value, evaluator: Evaluator, scope: Scope): readonly Result[] {
  const { keyName, valueName, condition, range } = node;
  const entries = entriesOf(collection) ?? [{ key: unknown(range), value: unknown(range), isOptional: true }];
  return entries.flatMap(({ key, value, isOptional }): readonly Result[] => {
    const names = { ...(keyName ? { [keyName.name]: key } : {}), [valueName.name]: value };
    const inner = scope.with(names, evaluator.nextRun());
    const holds = condition ? evaluator.truthOf(condition, inner) : true;
    return holds === false ? [] : [{ scope: inner, isOptional: isOptional || holds === undefined }];
  });
}

function memberOfResult(
  node: ForExpression,
  keyNode: Expression,
  { scope }: Result,
  evaluator: Evaluator,
): Member | undefined {
  const key = evaluator.value(keyNode, scope);
  return key.kind === "string" && key.isStatic && !node.isGrouped
    ? { key: key.value, keyRange: keyNode.range, range: node.range, value: evaluator.value(node.value, scope) }
    : undefined;
}

/** The entries of a list or object; `undefined` if they are not known. */
export function entriesOf(collection: Value): readonly Entry[] | undefined {
  switch (collection.kind) {
    case "array":
      return isListOfKnownLength(collection) && collection.elements.length <= maxEntries
        ? listEntries(collection)
        : undefined;
    case "object":
      return collection.isComplete && collection.members.length <= maxEntries ? objectEntries(collection) : undefined;
    default:
      return undefined;
  }
}

/** A list has numbers for keys, and a set has its elements: which one it is, is not known. */
function listEntries({ elements }: ArrayValue): readonly Entry[] {
  return elements.map((value) => ({ key: unknown(value.range), value, isOptional: false }));
}

/** Of a key that is set twice, the last value counts. */
function objectEntries({ members }: ObjectValue): readonly Entry[] {
  const last = new Map(members.map((member) => [member.key, member]));
  return [...last.values()].map((member) => ({ key: keyOf(member), value: member.value, isOptional: false }));
}

function keyOf({ key, keyRange, readKey }: Member): Value {
  return readKey?.() ?? computedString(keyRange, MappedText.at(key, keyRange));
}

/**
 * What `each`, or the iterator of a dynamic block, is: the key and value of one of the entries that the block is
 * repeated for.
 *
 * @param isSet whether a list can only be a set, whose keys are its elements
 */
export function eachOf(collection: Value, isSet: boolean): Value {
  const { range } = collection;
  const entries = entriesOf(collection);
  const oneOf = (values: readonly Value[] | undefined) => (values ? choiceOf(range, values) : unknown(range));
  const value = oneOf(entries?.map((entry) => entry.value));
  const key = collection.kind === "array" && isSet ? value : oneOf(entries?.map((entry) => entry.key));
  return lazyObject(range, () => ({
    members: [
      { key: "key", keyRange: range, range, value: key },
      { key: "value", keyRange: range, range, value },
    ],
    isComplete: true,
  }));
}
