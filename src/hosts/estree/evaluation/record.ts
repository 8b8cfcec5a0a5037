import type { ConstructValue, Member, ObjectValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { optionalValue } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import type { FunctionValue } from "./functions.js";
import type { Making } from "./list.js";
import {
  asForgotten,
  asSeen,
  mergedState,
  membersWhereSetAgain,
  type RawMember,
  type RecordState,
} from "./record-states.js";
import { Cell, type Store } from "./store.js";

/** What an object has besides its members. */
export interface RecordDetails {
  readonly isWhole?: boolean;
  readonly hasUndefined?: boolean | undefined;
  readonly hasRepeated?: boolean | undefined;
  readonly leftOut?: ReadonlySet<string> | undefined;
  readonly spreadConstructs?: readonly ConstructValue[];
  readonly getters?: ReadonlyMap<string, FunctionValue> | undefined;
  readonly setters?: ReadonlyMap<string, FunctionValue> | undefined;
}

/** Members are looked for one after another until an index of them is worth it. */
const maxSearches = 8;

/** An object that the program may change. */
export class RecordCell extends Cell<RecordState> implements ObjectValue {
  readonly kind = "object";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  readonly isWhole?: true;
  readonly leftOut?: ReadonlySet<string>;
  readonly spreadConstructs?: readonly ConstructValue[];
  /** Whether it has members that are undefined, which are left out. */
  readonly hasUndefined: boolean;
  /**
   * Whether the order of its members is not known, as where it was written with a key twice: V8 puts such a key now in its
   * first place, now in its last one.
   */
  hasRepeated: boolean;
  readonly getters: ReadonlyMap<string, FunctionValue>;
  readonly setters: ReadonlyMap<string, FunctionValue>;
  /** Whether the program spreads the object, or a list in it, into a larger one. */
  isSpread = false;
  /** Whether code that is not known may have changed what the object has. */
  isForgotten = false;
  /** Whether the program may have deleted one of its accessors: which of them are left is not known. */
  hasDeletedAccessor = false;
  /** Whether the object was handed over to code that is not known, and is complete as it was then. */
  isHandedOver = false;
  /** Whether code that is not known may have added members. What carriers judge is the object as it is written. */
  mayGrow = false;
  #read: { readonly state: RecordState; readonly members: readonly RawMember[] } | undefined;
  #searched:
    { readonly members: readonly RawMember[]; times: number; index?: ReadonlyMap<string, RawMember> } | undefined;

  constructor(store: Store, { range, origin, run }: Making, state: RecordState, details: RecordDetails = {}) {
    super(store, state);
    this.range = range;
    this.hasUndefined = details.hasUndefined ?? false;
    this.hasRepeated = details.hasRepeated ?? false;
    this.getters = details.getters ?? noAccessors;
    this.setters = details.setters ?? noAccessors;
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
    if (details.isWhole) {
      this.isWhole = true;
    }
    if (details.leftOut && details.leftOut.size > 0) {
      this.leftOut = details.leftOut;
    }
    if (details.spreadConstructs && details.spreadConstructs.length > 0) {
      this.spreadConstructs = details.spreadConstructs;
    }
  }

  /** The members, with the values that depend on other files read. */
  get members(): readonly RawMember[] {
    if (this.#read?.state !== this.state) {
      const members = this.state.members.some(({ value }) => value instanceof Deferred)
        ? this.state.members.map((member) => ({ ...member, value: settled(member.value) }))
        : this.state.members;
      this.#read = { state: this.state, members };
    }
    return this.#read.members;
  }

  /** The members as the program sees them: code that is not known may have given them other values. */
  get seenMembers(): readonly RawMember[] {
    return this.isForgotten ? this.members.map(asForgotten) : this.members;
  }

  /** The members to spread: code that is not known may have given them other values. */
  get rawMembers(): readonly RawMember[] {
    const { members } = this.state;
    return this.isForgotten ? members.map(asForgotten) : members;
  }

  /** The value of a member as the program sees it; the last one with a key counts. */
  member(key: string): Value | undefined {
    const { members } = this.state;
    if (this.#searched?.members !== members) {
      this.#searched = { members, times: 0 };
    }
    const searched = this.#searched;
    searched.times++;
    if (searched.times > maxSearches && !searched.index) {
      searched.index = new Map(members.map((member) => [member.key, member]));
    }
    const member = searched.index ? searched.index.get(key) : members.findLast((known) => known.key === key);
    return member && asSeen(this.isForgotten ? asForgotten(member) : member).value;
  }

  countParts({ members }: RecordState): number {
    return members.length;
  }

  get isComplete(): boolean {
    return this.state.isComplete;
  }

  /** An object to spread, of the same members, whatever becomes of this one. */
  spreadAsItIs(): RecordCell {
    this.isSpread = true;
    return new RecordCell(this.store, this, { ...this.state, members: this.rawMembers }, this);
  }

  /** Sets a member, or replaces it. */
  setMember(key: string, range: Range, value: Value): void {
    const { members } = this.state;
    if (!this.store.budget.takeRead(members.length)) {
      this.lose();
      return;
    }
    const at = members.findIndex((member) => member.key === key);
    const member: Member = { key, keyRange: members[at]?.keyRange ?? range, range, value };
    const others = members.filter((other) => other.key !== key);
    // A member that is set again stays in its place.
    this.state = { ...this.state, members: at < 0 ? [...others, member] : others.toSpliced(at, 0, member) };
  }

  removeMember(key: string): void {
    this.hasDeletedAccessor ||= this.getters.has(key) || this.setters.has(key);
    if (!this.store.budget.takeRead(this.state.members.length)) {
      this.lose();
      return;
    }
    this.state = { ...this.state, members: this.state.members.filter((member) => member.key !== key) };
  }

  setMembers(members: readonly Member[], isComplete: boolean): void {
    this.state = { members, isComplete };
  }

  /** Takes into account that any of the members may be removed. */
  mayLose(): void {
    this.hasDeletedAccessor ||= this.getters.size + this.setters.size > 0;
    const { members } = this.state;
    if (this.store.budget.takeMade(members.length)) {
      this.setMembers(
        members.map((member) => ({ ...member, value: optionalValue(member.value) })),
        false,
      );
    } else {
      this.lose();
    }
  }

  lose(): void {
    this.isForgotten = true;
    this.setMembers([], false);
  }

  merge(states: readonly RecordState[]): void {
    const [first, ...others] = states;
    if (first && others.every(({ members }) => members === first.members)) {
      this.state = { members: first.members, isComplete: states.every(({ isComplete }) => isComplete) };
    } else if (this.store.budget.takeMade(states.reduce((sum, { members }) => sum + members.length, 0))) {
      this.state = mergedState(states, this);
    } else {
      this.lose();
    }
  }

  forget(after?: readonly RecordState[]): void {
    this.isForgotten ||= !after;
    const { members } = this.state;
    this.state = { isComplete: false, members: after ? membersWhereSetAgain(members, after) : members };
  }
}

/** Whether a key is a number: such keys come first, whatever the order in which they are written. */
export function isIndex(key: string): boolean {
  return /^\d+$/u.test(key);
}

const noAccessors: ReadonlyMap<string, FunctionValue> = new Map();

/** The members as the program sees them: code that is not known may have given them other values. */
export function seenMembersOf(object: ObjectValue): readonly RawMember[] {
  return object instanceof RecordCell ? object.seenMembers : object.members;
}

/** The value of a member as the program sees it; the last one with a key counts. */
export function rawMember(object: ObjectValue, key: string): Value | undefined {
  return object instanceof RecordCell
    ? object.member(key)
    : object.members.findLast((member) => member.key === key)?.value;
}
