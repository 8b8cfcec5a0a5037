import { hole } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { isObsKey } from "./condition-keys.js";
import { parseOperator, type Operator } from "./condition-operators.js";
import type { Statement } from "../../policy/document.js";
import { isPlaceholder } from "../../policy/placeholder.js";
import type { Member, ObjectValue, Value } from "../../policy/value.js";

/** A statement's condition: operators, each with condition keys, each with values. */
export interface Condition {
  readonly value: ObjectValue;
  /** Those whose name is known. */
  readonly operators: readonly ConditionOperator[];
  /** Whether these are all operators with all their keys. */
  readonly isComplete: boolean;
}

export interface ConditionOperator extends Named {
  /** `undefined` when no table has the name. */
  readonly operator: Operator | undefined;
  readonly value: Value;
  /** Those whose name is known. */
  readonly keys: readonly ConditionKey[];
  readonly areAllKeys: boolean;
  /** Whether OBS may be the one that reads it, which has operators of its own. */
  readonly mayBeOfObs: boolean;
}

export interface ConditionKey extends Named {
  readonly value: Value;
}

/** A key of a JSON object whose text is known. */
export interface Named {
  readonly name: string;
  readonly member: Member;
  /** The object that it is a key of. */
  readonly owner: ObjectValue;
  /** Where the name stands, without quotes. */
  readonly range: Range;
}

/** Reads a statement's condition; `undefined` where it has none or something that is no object. */
export function readCondition({ condition, actions, isComplete }: Statement): Condition | undefined {
  if (condition?.kind !== "object") {
    return undefined;
  }
  const isForObs = actions.every(({ pattern }) => pattern?.service === "obs") && (actions.length > 0 || !isComplete);
  const operators = namedMembers(condition).map((named) => readOperator(named, isForObs));
  return {
    value: condition,
    operators,
    isComplete: isAllNamed(condition, operators) && operators.every(({ areAllKeys }) => areAllKeys),
  };
}

function readOperator(named: Named, isForObs: boolean): ConditionOperator {
  const { value } = named.member;
  const keys = value.kind === "object" ? namedMembers(value).map((key) => ({ ...key, value: key.member.value })) : [];
  const areAllKeys = value.kind === "object" && isAllNamed(value, keys);
  return {
    ...named,
    operator: parseOperator(named.name),
    value,
    keys,
    areAllKeys,
    mayBeOfObs: isForObs || !areAllKeys || keys.some(({ name }) => isObsKey(name)),
  };
}

function namedMembers(object: ObjectValue): Named[] {
  return object.members
    .filter(({ key }) => !key.includes(hole) && !isPlaceholder(key))
    .map((member) => ({
      name: member.key,
      member,
      owner: object,
      range: member.readKey?.().contentRange ?? member.keyRange,
    }));
}

function isAllNamed(object: ObjectValue, named: readonly Named[]): boolean {
  return object.isComplete && named.length === object.members.length;
}

/** Where the characters from `start` up to `end` of a name stand; the whole name where that is not exact. */
export function partOfName({ member, range }: Named, start: number, end: number): Range {
  return member.readKey?.().slice(start, end) ?? range;
}
