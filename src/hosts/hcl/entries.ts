import type { ArrayValue, ChoiceValue, Member, ObjectValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import { computedString } from "../strings.js";
import { unknown } from "../values.js";
import { choiceOf } from "./choices.js";
import { isListOfKnownLength } from "./traversal-values.js";

/** More entries than a list in use has; of longer ones, nothing is known. */
const maxEntries = 1000;

/** An element of a list or a member of an object that a loop goes over. */
export interface Entry {
  readonly key: Value;
  readonly value: Value;
  /** Whether it may be missing. */
  readonly isOptional: boolean;
}

/** What a loop goes over. */
export interface Entries {
  readonly known: readonly Entry[];
  /** False if there may be others. */
  readonly isComplete: boolean;
}

const nothingKnown: Entries = { known: [], isComplete: false };

/** The entries of a list or object, or of each that a choice may be, as far as they are known. */
export function entriesOf(collection: Value): Entries {
  switch (collection.kind) {
    case "array":
      return collection.elements.length <= maxEntries ? listEntries(collection) : nothingKnown;
    case "object":
      return collection.members.length <= maxEntries ? objectEntries(collection) : nothingKnown;
    case "choice": {
      const each = collection.branches.map(entriesOf);
      const known = each.flatMap((entries) => entries.known.map((entry) => ({ ...entry, isOptional: true })));
      return { known, isComplete: each.every(({ isComplete }) => isComplete) };
    }
    default:
      return nothingKnown;
  }
}

/** A list has numbers for keys, and a set has its elements: which one it is, is not known. */
function listEntries(list: ArrayValue): Entries {
  if (isListOfKnownLength(list)) {
    return { known: list.elements.map((value) => entryOf(value, false)), isComplete: true };
  }
  const known = list.elements.filter(({ kind }) => kind !== "unknown");
  return {
    known: known.map((value) => (value.kind === "choice" ? entryOf(certain(value), true) : entryOf(value, false))),
    isComplete: known.length === list.elements.length,
  };
}

function entryOf(value: Value, isOptional: boolean): Entry {
  return { key: unknown(value.range), value, isOptional };
}

/** The same values, for an entry that is there. */
function certain(value: ChoiceValue): Value {
  return choiceOf(value.range, value.branches);
}

/** Terraform goes over the members of an object by the order of their keys. */
function objectEntries(object: ObjectValue): Entries {
  const known = membersInOrder(object).map((member): Entry => {
    const { value } = member;
    return value.kind === "choice" && value.isOptional
      ? { key: keyOf(member), value: certain(value), isOptional: true }
      : { key: keyOf(member), value, isOptional: false };
  });
  return { known, isComplete: object.isComplete };
}

/** The members that count, by the order of their keys. Of a key that is set twice, the last value counts. */
export function membersInOrder({ members }: ObjectValue): readonly Member[] {
  const last = new Map(members.map((member) => [member.key, member]));
  return [...last.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** The key of a member as a value. */
export function keyOf({ key, keyRange, readKey }: Member): Value {
  return readKey?.() ?? computedString(keyRange, MappedText.at(key, keyRange));
}
