import { type ConstructValue, type Member, possibleValues, type Value } from "../../../policy/value.js";
import { UndefinedValue } from "./absent-values.js";
import { branchesWhere, truthOf } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { RecordCell } from "./record.js";

/** Collects the members of an object in the order in which the program sets them. */
export class MemberBuilder {
  readonly #evaluator: Evaluator;
  readonly constructs: ConstructValue[] = [];
  members: Member[];
  isComplete: boolean;
  /** Whether a member is undefined: JSON leaves it out, but it is there. */
  hasUndefined = false;

  /** @param target the object to which members are added */
  constructor(evaluator: Evaluator, target?: RecordCell) {
    this.#evaluator = evaluator;
    this.members = [...(target?.state.members ?? [])];
    this.isComplete = target?.isComplete ?? true;
  }

  /** Sets a member. `JSON.stringify` omits one that is undefined; it also overrides an earlier one of the same name. */
  set(member: Member): void {
    if (member.value instanceof Deferred) {
      this.members.push(member);
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
      this.members.push(isOptional ? { ...member, value: { ...value, isOptional } } : member);
    }
  }

  /** Sets a member under a condition that is not known. */
  setOptionally({ key, keyRange, range, value }: Member): void {
    const earlier = this.members.findLast((member) => member.key === key);
    const branches = [...(earlier ? possibleValues(settled(earlier.value)) : []), ...possibleValues(settled(value))];
    this.#remove(key);
    this.members.push({
      key,
      keyRange,
      range,
      value: { kind: "choice", range: value.range, branches, isOptional: true },
    });
    this.isComplete = false;
  }

  /** Takes in the members of a value. */
  spread(value: Value): void {
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
    if (value.kind === "object" && this.#evaluator.budget.takeElements(value.members.length)) {
      this.members.push(...(value instanceof RecordCell ? value.state.members : value.members));
      this.constructs.push(...(value.spreadConstructs ?? []));
      this.isComplete &&= value.isComplete;
    } else if (value.kind === "choice") {
      value.branches.forEach((branch) => this.#spreadOptionally(branch));
    } else if (value.kind === "construct") {
      // What is spread after a member overrides it, which no carrier can tell.
      if (this.members.length === 0) {
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

  #remove(key: string): void {
    this.members = this.members.filter((member) => member.key !== key);
  }
}
