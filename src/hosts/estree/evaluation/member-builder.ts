import type { ConstructValue, Member, Value } from "../../../policy/value.js";
import { UndefinedValue } from "./absent-values.js";
import { callAccessors } from "./accessors.js";
import { branchesWhere, choiceOf, optionalValue, truthOf } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { RecordCell } from "./record.js";
import { asSeen, type RawMember } from "./record-states.js";

/** Collects the members of an object in the order in which the program sets them. */
export class MemberBuilder {
  readonly #evaluator: Evaluator;
  readonly constructs: ConstructValue[] = [];
  /** Without those that have been removed. */
  readonly #slots: (RawMember | undefined)[] = [];
  readonly #slotsOf = new Map<string, number[]>();
  /** The keys whose last member is written in the object itself. */
  readonly #written = new Set<string>();
  /** What is in an earlier slot may have another value. */
  #certainFrom = 0;
  #hasUnknown = false;
  isComplete: boolean;
  /** Whether a key is repeated: then its place among the others is not known. */
  hasRepeated = false;
  /** Whether a member is undefined: JSON leaves it out, but it is there. */
  hasUndefined = false;
  /** Members that are undefined in code that may not run. */
  readonly leftOut = new Set<string>();

  /** @param target the object to which members are added */
  constructor(evaluator: Evaluator, target?: RecordCell) {
    this.#evaluator = evaluator;
    this.isComplete = target?.isComplete ?? true;
    target?.state.members.forEach((member) => {
      this.#add(member);
    });
  }

  get members(): readonly RawMember[] {
    return this.#slots.flatMap((member, slot): readonly RawMember[] => {
      const mayBeOther = slot < this.#certainFrom;
      return member ? [mayBeOther ? { ...member, mayBeOther } : member] : [];
    });
  }

  /** Of each key the member that counts. */
  get lastMembers(): readonly RawMember[] {
    return [...new Map(this.members.map((member) => [member.key, member])).values()];
  }

  /** Sets a member. `JSON.stringify` omits one that is undefined; it also overrides an earlier one of the same name. */
  set(member: Member): void {
    if (!this.#written.has(member.key)) {
      this.#mayOverwrite(member.key);
      this.#written.add(member.key);
    }
    if (member.value instanceof Deferred) {
      this.#add(member);
      return;
    }
    const value = branchesWhere(member.value, (branch) => !(branch instanceof UndefinedValue));
    if (value !== member.value) {
      this.#remove(member.key);
      this.hasUndefined = true;
      if (this.#evaluator.store.isTrying) {
        this.leftOut.add(member.key);
      }
      this.isComplete &&= value === undefined;
    }
    if (value) {
      const isOptional = value !== member.value && value.kind === "choice";
      this.#add(isOptional ? { ...member, value: { ...value, isOptional } } : member);
    }
  }

  /** Takes into account members that are not known: each may be one of those so far, with another value. */
  addUnknown(): void {
    this.isComplete = false;
    this.#hasUnknown = true;
    this.#certainFrom = this.#slots.length;
  }

  /** Sets a member under a condition that is not known. */
  setOptionally(member: RawMember): void {
    const { key, keyRange, range, value } = asSeen(member);
    const earlier = this.#slots[this.#slotsOf.get(key)?.at(-1) ?? -1];
    const choice = choiceOf(value.range, [...(earlier ? [settled(earlier.value)] : []), settled(value)]);
    this.#remove(key);
    const mayBeOther = !earlier && this.#hasUnknown;
    this.#add({ key, keyRange, range, value: optionalValue(choice), ...(mayBeOther ? { mayBeOther } : {}) });
    this.isComplete = false;
  }

  /** Takes in the members of a value. */
  spread(value: Value): void {
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
    callAccessors(this.#evaluator, value);
    if (this.#evaluator.encoded.has(value)) {
      this.addUnknown();
    } else if (value.kind === "object" && this.#evaluator.budget.takeElements(value.members.length)) {
      if (!value.isComplete || (value instanceof RecordCell && value.hasUndefined)) {
        this.addUnknown();
      }
      for (const member of value instanceof RecordCell ? value.rawMembers : value.members) {
        if (member.value.kind === "choice" && member.value.isOptional) {
          this.setOptionally(member);
        } else {
          this.#addSpread(member);
        }
      }
      this.constructs.push(...(value.spreadConstructs ?? []));
      value.leftOut?.forEach((key) => this.leftOut.add(key));
      this.hasUndefined ||= value instanceof RecordCell && value.hasUndefined;
      this.hasRepeated ||= value instanceof RecordCell && value.hasRepeated;
    } else if (value.kind === "choice") {
      value.branches.forEach((branch) => this.#spreadOptionally(branch));
    } else if (value.kind === "construct") {
      // What is spread after a member overrides it, which no carrier can tell.
      if (this.#slotsOf.size === 0) {
        this.constructs.push(value);
      }
      this.addUnknown();
    } else if (truthOf(value) !== false) {
      this.addUnknown();
    }
  }

  #spreadOptionally(branch: Value): void {
    if (truthOf(branch) !== false) {
      this.addUnknown();
    }
    if (branch.kind === "object" && this.#evaluator.budget.takeElements(branch.members.length)) {
      const members = branch instanceof RecordCell ? branch.rawMembers : branch.members;
      members.forEach((member) => this.setOptionally(member));
    }
  }

  #addSpread(member: RawMember): void {
    this.#mayOverwrite(member.key);
    this.#written.delete(member.key);
    this.#add(member);
  }

  /** A member of a spread is meant to overwrite others and to be overwritten: no key is there twice by mistake. */
  #mayOverwrite(key: string): void {
    const slot = this.#slotsOf.get(key)?.at(-1) ?? -1;
    const earlier = this.#slots[slot];
    if (earlier?.readKey) {
      const { keyRange, range, value } = earlier;
      this.#slots[slot] = { key, keyRange, range, value };
    }
  }

  #add(member: RawMember): void {
    const slots = this.#slotsOf.get(member.key);
    if (slots) {
      this.hasRepeated = true;
      slots.push(this.#slots.length);
    } else {
      this.#slotsOf.set(member.key, [this.#slots.length]);
    }
    this.#slots.push(member);
  }

  #remove(key: string): void {
    for (const slot of this.#slotsOf.get(key) ?? []) {
      this.#slots[slot] = undefined;
    }
    this.#slotsOf.delete(key);
  }
}
