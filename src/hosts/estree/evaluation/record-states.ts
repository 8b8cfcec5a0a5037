import { mayBeAbsent } from "../../../policy/members.js";
import type { Member, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { choiceOf, optionalValue } from "./choices.js";
import { FunctionValue } from "./functions.js";

/** A member as the program sees it; its value may be deferred. */
export interface RawMember extends Member {
  /** Whether something that is not known was spread after it, and may have replaced its value. */
  readonly mayBeOther?: true;
}

/** A member with all values that the program may see. As a policy, it is judged as it is written. */
export function asSeen(member: RawMember): Member {
  const { value } = member;
  return member.mayBeOther ? { ...member, value: choiceOf(value.range, [value, unknown(value.range)]) } : member;
}

/**
 * A member to which code that is not known may have given another value. Of a list or an object, it may have changed the
 * content; functions are hardly ever replaced.
 */
export function asForgotten(member: RawMember): RawMember {
  const { value } = member;
  const isKept = value.kind === "array" || value.kind === "object" || value instanceof FunctionValue;
  return isKept ? member : { ...member, mayBeOther: true };
}

/** What an object has at one time. */
export interface RecordState {
  readonly members: readonly RawMember[];
  readonly isComplete: boolean;
}

/**
 * What an object has that has any of several states.
 *
 * @param object the range of which stands for members that only some of them have
 */
export function mergedState(states: readonly RecordState[], { range }: { readonly range: Range }): RecordState {
  const areComplete = states.every((state) => state.isComplete);
  let isComplete = areComplete;
  const members: Member[] = [];
  for (const [key, versions] of versionsByKey(states)) {
    const isEverywhere = versions.length === states.length;
    const [first = [], ...others] = versions;
    if (isEverywhere && others.every((other) => isSameVersion(first, other))) {
      members.push(...first);
      continue;
    }
    const last = versions.flatMap((version) => version.at(-1) ?? []);
    const [only] = last;
    if (areComplete && only && last.length === 1 && mayBeAbsent(only)) {
      isComplete = false;
      members.push(only);
      continue;
    }
    const value = choiceOf(
      last.at(-1)?.range ?? range,
      last.map((member) => asSeen(member).value),
    );
    isComplete &&= isEverywhere;
    const { keyRange, range: place } = last.at(-1) ?? { keyRange: range, range };
    // What is not known of an object may be a member of the same key.
    const elsewhere = optionalValue(areComplete ? value : choiceOf(value.range, [value, unknown(value.range)]));
    members.push({ key, keyRange, range: place, value: isEverywhere ? value : elsewhere });
  }
  return { members, isComplete };
}

/** What code that runs again sets may be something else the next time. */
export function membersWhereSetAgain(members: readonly Member[], after: readonly RecordState[]): readonly Member[] {
  const set = new Map<string, Set<Value>>();
  for (const { key, value } of after.flatMap(({ members }) => members)) {
    const values = set.get(key);
    if (values) {
      values.add(value);
    } else {
      set.set(key, new Set([value]));
    }
  }
  return members.map((member) => {
    const { key, value } = member;
    const values = value.kind === "choice" ? set.get(key) : undefined;
    const isOther = values && !(values.size === 1 && values.has(value));
    return isOther ? { ...member, value: choiceOf(value.range, [value, unknown(value.range)]) } : member;
  });
}

function isSameVersion(one: readonly Member[], other: readonly Member[]): boolean {
  return one.length === other.length && one.every((member, at) => member === other[at]);
}

/** The members with each key in each of the states that have any. */
function versionsByKey(states: readonly RecordState[]): ReadonlyMap<string, readonly (readonly Member[])[]> {
  const versions = new Map<string, (readonly Member[])[]>();
  for (const [key, members] of states.flatMap((state) => [...byKey(state.members)])) {
    const known = versions.get(key);
    if (known) {
      known.push(members);
    } else {
      versions.set(key, [members]);
    }
  }
  return versions;
}

function byKey(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(member.key);
    if (group) {
      group.push(member);
    } else {
      groups.set(member.key, [member]);
    }
  }
  return groups;
}
