import { hole } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { isObsKey } from "../../policy/condition-keys.js";
import type { Operator, OperatorTable } from "../../policy/operator-table.js";
import type { Statement } from "../../policy/document.js";
import { isPlaceholder } from "../../policy/placeholder.js";
import type { Member, ObjectValue, Value } from "../../policy/value.js";

/** A statement's condition: operators with condition keys with values. */
export interface Condition {
  readonly value: ObjectValue;
  /** The operators whose names are known. */
  readonly operators: readonly ConditionOperator[];
  /** Whether all operators and all their keys are known. */
  readonly isComplete: boolean;
}

export interface ConditionOperator extends NamedMember {
  /** `undefined` if it is no operator of the policy's version. */
  readonly operator: Operator | undefined;
  readonly value: Value;
  /** The keys whose names are known. */
  readonly keys: readonly ConditionKey[];
  readonly hasAllKeys: boolean;
  /** Whether OBS, which has operators of its own, may evaluate it. */
  readonly mayApplyToObs: boolean;
}

export interface ConditionKey extends NamedMember {
  readonly value: Value;
}

/** An object member whose key is known. */
export interface NamedMember {
  readonly name: string;
  readonly member: Member;
  /** The object that contains the member. */
  readonly owner: ObjectValue;
  /** The range of the name, without quotes. */
  readonly range: Range;
}

/**
 * Reads a statement's condition; `undefined` if there is none or it is not an object.
 *
 * @param table the operators of the policy's version
 */
export function readCondition(
  { condition, actions, isComplete }: Statement,
  table: OperatorTable,
): Condition | undefined {
  if (condition?.kind !== "object") {
    return undefined;
  }
  const isForObs = actions.every(({ pattern }) => pattern?.service === "obs") && (actions.length > 0 || !isComplete);
  const operators = knownMembers(condition).map((named) => readOperator(named, isForObs, table));
  return {
    value: condition,
    operators,
    isComplete: hasOnlyKnownNames(condition, operators) && operators.every(({ hasAllKeys }) => hasAllKeys),
  };
}

function readOperator(named: NamedMember, isForObs: boolean, table: OperatorTable): ConditionOperator {
  const { value } = named.member;
  const keys = value.kind === "object" ? knownMembers(value).map((key) => ({ ...key, value: key.member.value })) : [];
  const hasAllKeys = value.kind === "object" && hasOnlyKnownNames(value, keys);
  return {
    ...named,
    operator: table.parse(named.name),
    value,
    keys,
    hasAllKeys,
    mayApplyToObs: isForObs || !hasAllKeys || keys.some(({ name }) => isObsKey(name)),
  };
}

function knownMembers(object: ObjectValue): NamedMember[] {
  return object.members
    .filter(({ key }) => !key.includes(hole) && !isPlaceholder(key))
    .map((member) => ({
      name: member.key,
      member,
      owner: object,
      range: member.readKey?.().contentRange ?? member.keyRange,
    }));
}

function hasOnlyKnownNames(object: ObjectValue, named: readonly NamedMember[]): boolean {
  return object.isComplete && named.length === object.members.length;
}

/** The source range of the characters from `start` up to `end` of a name; the whole name if there is no exact range. */
export function rangeInName({ member, range }: NamedMember, start: number, end: number): Range {
  return member.readKey?.().slice(start, end) ?? range;
}
