import type { ConstructValue, Member, ObjectValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { choiceOf, optionalValue } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import { FunctionValue } from "./functions.js";
import type { Making } from "./list.js";
import { Cell, type Store } from "./store.js";

/** A member as the program sees it; its value may be deferred. */
export type RawMember = Member;

interface RecordState {
  readonly members: readonly RawMember[];
  readonly isComplete: boolean;
}

/** What an object has besides its members. */
export interface RecordDetails {
  readonly isWhole?: boolean;
  readonly hasUndefined?: boolean;
  readonly spreadConstructs?: readonly ConstructValue[];
  readonly getters?: ReadonlyMap<string, FunctionValue>;
  readonly setters?: ReadonlyMap<string, FunctionValue>;
}

/** An object that the program may change. */
export class RecordCell extends Cell<RecordState> implements ObjectValue {
  readonly kind = "object";
  readonly range: Range;
  readonly origin?: string;
  readonly run?: number;
  readonly isWhole?: true;
  readonly spreadConstructs?: readonly ConstructValue[];
  /** Whether it has members that are undefined, which are left out. */
  readonly hasUndefined: boolean;
  readonly getters: ReadonlyMap<string, FunctionValue>;
  readonly setters: ReadonlyMap<string, FunctionValue>;
  /** Whether the program spreads the object, or a list in it, into a larger one. */
  isSpread = false;
  /** Whether code that is not known may have changed what the object has. */
  isForgotten = false;
  /** Whether the object was handed over to code that is not known, and is complete as it was then. */
  isHandedOver = false;
  /** Whether code that is not known may have added members. What carriers judge is the object as it is written. */
  mayGrow = false;
  #read: { readonly state: RecordState; readonly members: readonly Member[] } | undefined;

  constructor(store: Store, { range, origin, run }: Making, state: RecordState, details: RecordDetails = {}) {
    super(store, state);
    this.range = range;
    this.hasUndefined = details.hasUndefined ?? false;
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
    if (details.spreadConstructs && details.spreadConstructs.length > 0) {
      this.spreadConstructs = details.spreadConstructs;
    }
  }

  /** The members, with the values that depend on other files read. */
  get members(): readonly Member[] {
    if (this.#read?.state !== this.state) {
      const members = this.state.members.some(({ value }) => value instanceof Deferred)
        ? this.state.members.map((member) => ({ ...member, value: settled(member.value) }))
        : this.state.members;
      this.#read = { state: this.state, members };
    }
    return this.#read.members;
  }

  get isComplete(): boolean {
    return this.state.isComplete;
  }

  /** Sets a member, or replaces it. */
  setMember(key: string, range: Range, value: Value): void {
    const written = this.state.members.findLast((member) => member.key === key);
    const member: Member = { key, keyRange: written?.keyRange ?? range, range, value };
    this.state = { ...this.state, members: [...this.state.members.filter((other) => other.key !== key), member] };
  }

  removeMember(key: string): void {
    this.state = { ...this.state, members: this.state.members.filter((member) => member.key !== key) };
  }

  setMembers(members: readonly Member[], isComplete: boolean): void {
    this.state = { members, isComplete };
  }

  merge(states: readonly RecordState[]): void {
    const keys = new Set(states.flatMap(({ members }) => members.map(({ key }) => key)));
    let isComplete = states.every((state) => state.isComplete);
    const members: Member[] = [];
    for (const key of keys) {
      const versions = states.map((state) => state.members.filter((member) => member.key === key));
      const [first = [], ...others] = versions;
      if (others.every((other) => other.length === first.length && other.every((one, at) => one === first[at]))) {
        members.push(...first);
        continue;
      }
      const last = versions.flatMap((version) => version.at(-1) ?? []);
      const value = choiceOf(
        last.at(-1)?.range ?? this.range,
        last.map((member) => member.value),
      );
      const isEverywhere = last.length === states.length;
      isComplete &&= isEverywhere;
      const { keyRange, range } = last.at(-1) ?? this.#nowhere;
      members.push({ key, keyRange, range, value: isEverywhere ? value : optionalValue(value) });
    }
    this.state = { members, isComplete };
  }

  get #nowhere() {
    return { keyRange: this.range, range: this.range };
  }

  forget(after?: RecordState): void {
    this.isForgotten ||= !after;
    const { members } = this.state;
    const before = (key: string) => after?.members.findLast((member) => member.key === key)?.value;
    this.state = {
      isComplete: false,
      // What code that runs again sets may be something else the next time.
      members: after
        ? members.map((member) =>
            member.value.kind === "choice" && member.value !== before(member.key)
              ? { ...member, value: choiceOf(member.value.range, [member.value, unknown(member.value.range)]) }
              : member,
          )
        : members,
    };
  }
}

const noAccessors: ReadonlyMap<string, FunctionValue> = new Map();

/** The value of a member as the program sees it; the last one with a key counts. */
export function rawMember(object: ObjectValue, key: string): Value | undefined {
  const members = object instanceof RecordCell ? object.state.members : object.members;
  return members.findLast((member) => member.key === key)?.value;
}
