import type { ConstructValue, Member, Value } from "../../../policy/value.js";
import { UndefinedValue } from "./absent-values.js";
import { branchesWhere, choiceOf, optionalValue, truthOf } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { RecordCell } from "./record.js";

/** Collects the members of an object in the order in which the program sets them. */
export class MemberBuilder {
  readonly #evaluator: Evaluator;
  readonly constructs: ConstructValue[] = [];
  /** Without those that have been removed. */
  readonly #slots: (Member | undefined)[] = [];
  readonly #slotsOf = new Map<string, number[]>();
  isComplete: boolean;
  /** Whether a member is undefined: JSON leaves it out, but it is there. */
  hasUndefined = false;

  /** @param target the object to which members are added */
  constructor(evaluator: Evaluator, target?: RecordCell) {
    this.#evaluator = evaluator;
    this.isComplete = target?.isComplete ?? true;
    target?.state.members.forEach((member) => {
      this.#add(member);
    });
  }

  get members(): readonly Member[] {
    return this.#slots.filter((member) => member !== undefined);
  }

  /** Sets a member. `JSON.stringify` omits one that is undefined; it also overrides an earlier one of the same name. */
  set(member: Member): void {
    if (member.value instanceof Deferred) {
      this.#add(member);
      return;
    }
    const value = branchesWhere(member.value, (branch) => !(branch instanceof UndefinedValue));
    if (value !== member.value) {
      this.#remove(member.key);
      this.hasUndefined = true;
      this.isComplete &&= value === undefined;
    }
    if (value) {
      const isOptional = value !== member.value && value.kind === "choice";
      this.#add(isOptional ? { ...member, value: { ...value, isOptional } } : member);
    }
  }

  /** Sets a member under a condition that is not known. */
  setOptionally({ key, keyRange, range, value }: Member): void {
    const earlier = this.#slots[this.#slotsOf.get(key)?.at(-1) ?? -1];
    const choice = choiceOf(value.range, [...(earlier ? [settled(earlier.value)] : []), settled(value)]);
    this.#remove(key);
    this.#add({ key, keyRange, range, value: optionalValue(choice) });
    this.isComplete = false;
  }

  /** Takes in the members of a value. */
  spread(value: Value): void {
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
    if (value.kind === "object" && this.#evaluator.budget.takeElements(value.members.length)) {
      for (const member of value instanceof RecordCell ? value.state.members : value.members) {
        if (member.value.kind === "choice" && member.value.isOptional) {
          this.setOptionally(member);
        } else {
          this.#add(member);
        }
      }
      this.constructs.push(...(value.spreadConstructs ?? []));
      if (value instanceof RecordCell && value.hasUndefined) {
        this.hasUndefined = true;
        this.isComplete = false;
      }
      this.isComplete &&= value.isComplete;
    } else if (value.kind === "choice") {
      value.branches.forEach((branch) => this.#spreadOptionally(branch));
    } else if (value.kind === "construct") {
      // What is spread after a member overrides it, which no carrier can tell.
      if (this.#slotsOf.size === 0) {
        this.constructs.push(value);
      }
      this.isComplete = false;
    } else if (truthOf(value) !== false) {
      this.isComplete = false;
    }
  }

  #spreadOptionally(branch: Value): void {
    if (branch.kind === "object" && this.#evaluator.budget.takeElements(branch.members.length)) {
      branch.members.forEach((member) => this.setOptionally(member));
    }
    if (truthOf(branch) !== false) {
      this.isComplete = false;
    }
  }

  #add(member: Member): void {
    const slots = this.#slotsOf.get(member.key);
    if (slots) {
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
