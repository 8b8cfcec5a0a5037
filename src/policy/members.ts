import { isWithin } from "../text/range.js";
import { isOptional, withoutNull } from "./possible-values.js";
import type { Member, ObjectValue, Value } from "./value.js";

/** The last member with a key: the one that counts for every JSON reader. */
export function findMember({ members }: ObjectValue, key: string): Member | undefined {
  for (let index = members.length - 1; index >= 0; index--) {
    if (members[index]?.key === key) {
      return members[index];
    }
  }
  return undefined;
}

/** The last member with a key, where it is set. */
export function findSetMember(object: ObjectValue, key: string): Member | undefined {
  const member = findMember(object, key);
  const value = member && withoutNull(member.value);
  return value === member?.value ? member : member && value && { ...member, value };
}

/** The value of the last member with a key. */
export function memberOf(object: ObjectValue, key: string): Value | undefined {
  return findMember(object, key)?.value;
}

/** Whether the program sets a member under a condition only. */
export function mayBeAbsent({ value }: Member): boolean {
  return isOptional(value);
}

/**
 * The members that a later one with the same key overwrites (facts.md#repeated-keys). Only those that are written in
 * the object itself: overwriting a member of another object, by a spread, is intended.
 */
export function overwrittenMembers({ range, members }: ObjectValue): readonly Member[] {
  const written = members.filter((member) => member.readKey && isWithin(member.keyRange, range));
  const last = new Map(written.map((member) => [member.key, member]));
  return written.filter((member) => last.get(member.key) !== member);
}
