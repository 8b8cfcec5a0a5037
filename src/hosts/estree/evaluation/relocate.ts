import type { ChoiceValue, ConstructValue, ObjectValue, Value } from "../../../policy/value.js";
import { MappedText } from "../../../text/mapped-text.js";
import type { Range } from "../../../text/range.js";
import { referencedString } from "../../strings.js";
import { unknown } from "../../values.js";
import { FalsyValue, UndefinedValue, UnknownElements } from "./absent-values.js";
import { InstanceCell } from "./class-value.js";
import { ConstructCell } from "./construct-cell.js";
import { Deferred } from "./deferred.js";
import { FunctionValue } from "./functions.js";
import { isInOrder, ListCell } from "./list.js";
import { RecordCell, seenMembersOf } from "./record.js";
import type { RawMember } from "./record-states.js";
import { SetValue } from "./sets.js";
import { maxCopyDepth } from "./snapshots.js";
import { Store } from "./store.js";

/**
 * Moves what another file makes to the reference in this file. It can be reported there but not edited. What this file
 * makes itself stays where it is, even inside of a value of the other file.
 *
 * @param reference the range of the reference in this file
 * @param origin the base name of the file that contains the value, for messages: `actions.ts`
 * @param store of the copies, which the program may change
 */
export function relocate(value: Value, reference: Range, origin: string, store = new Store()): Value {
  return new Relocation(reference, origin, store).move(value);
}

class Relocation {
  readonly #reference: Range;
  readonly #origin: string;
  readonly #store: Store;
  /**
   * Keeps shared parts shared. Otherwise a value that each of twenty others uses twice would become a million values.
   */
  readonly #copies = new Map<Value, Value>();
  #depth = 0;

  constructor(reference: Range, origin: string, store: Store) {
    this.#reference = reference;
    this.#origin = origin;
    this.#store = store;
  }

  readonly move = (value: Value): Value => {
    const known = this.#copies.get(value);
    if (known) {
      return known;
    }
    if (this.#depth >= maxCopyDepth) {
      return unknown(this.#reference);
    }
    this.#depth++;
    const copy = this.#remember(value, this.#copy(value));
    this.#depth--;
    return copy;
  };

  /** A value may contain itself, so a copy is known before it has its parts. */
  #remember<Copy extends Value>(value: Value, copy: Copy): Copy {
    this.#copies.set(value, copy);
    return copy;
  }

  #copy(value: Value): Value {
    const range = this.#reference;
    const { origin } = value;
    if (value.kind === "choice") {
      return this.#copyChoice(value);
    }
    if (value.kind === "unknown") {
      return this.#copyUnknown(value);
    }
    if (origin === undefined) {
      return value;
    }
    switch (value.kind) {
      case "string":
        return referencedString(range, MappedText.at(value.value, range), origin);
      case "array":
        return this.#copyList(value, origin);
      case "object":
        return this.#copyObject(value, origin);
      case "construct":
        return this.#copyConstruct(value);
      case "scalar":
        return { ...value, range };
    }
  }

  #copyList(value: Extract<Value, { kind: "array" }>, origin: string): Value {
    if (!this.#store.budget.takeMade(value.elements.length)) {
      return unknown(this.#reference);
    }
    const copy = this.#remember(
      value,
      new ListCell(this.#store, { range: this.#reference, origin }, [], isInOrder(value)),
    );
    copy.set(value.elements.map((element) => ({ value: this.move(element), place: undefined })));
    return copy;
  }

  #copyObject(value: ObjectValue, origin: string): Value {
    const range = this.#reference;
    if (!this.#store.budget.takeMade(value.members.length)) {
      return unknown(range);
    }
    const making = { range, origin };
    const copy =
      value instanceof InstanceCell
        ? value.copiedTo(making)
        : new RecordCell(this.#store, making, { members: [], isComplete: true }, detailsOf(value));
    this.#remember(value, copy);
    const own = value instanceof InstanceCell ? value.state.members : seenMembersOf(value);
    const members = own.map(({ key, value: inner, mayBeOther }): RawMember => ({
      ...{ key, keyRange: range, range, value: this.move(inner) },
      ...(mayBeOther ? { mayBeOther } : {}),
    }));
    copy.setMembers(members, value.isComplete);
    return copy;
  }

  #copyChoice(value: ChoiceValue): Value {
    const branches = value.branches.map(this.move);
    return branches.every((branch, index) => branch === value.branches[index])
      ? value
      : { ...value, range: this.#reference, branches };
  }

  #copyUnknown(value: Extract<Value, { kind: "unknown" }>): Value {
    if (value instanceof Deferred) {
      return this.move(value.value);
    }
    if (value instanceof SetValue) {
      const list = this.move(value.list);
      return list.kind === "array" ? new SetValue(list) : value;
    }
    for (const absent of [UndefinedValue, FalsyValue, UnknownElements]) {
      if (value instanceof absent) {
        return new absent(this.#reference);
      }
    }
    if (value instanceof FunctionValue) {
      return value.movedTo(this.#reference);
    }
    // Classes and the like are what they are wherever they are used.
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      return value;
    }
    // `export const readerId = reader.id` still refers to the same role.
    const { construct } = value;
    return { ...value, range: this.#reference, ...(construct ? { construct: this.#copyConstruct(construct) } : {}) };
  }

  #copyConstruct(construct: ConstructValue): ConstructValue {
    const { callee, identity, origin = this.#origin } = construct;
    const range = this.#reference;
    const known = this.#copies.get(construct);
    if (known?.kind === "construct") {
      return known;
    }
    const copy = this.#remember(construct, new ConstructCell(this.#store, { range, origin }, callee, [], identity));
    copy.fill(
      construct.arguments.map(this.move),
      construct.updates.map((update) =>
        update.kind === "call"
          ? { ...update, range, arguments: update.arguments.map(this.move) }
          : { ...update, range, value: this.move(update.value) },
      ),
    );
    return copy;
  }
}

/** The accessors of an object are functions, which see what they see wherever they are called. */
function detailsOf(value: ObjectValue) {
  return value instanceof RecordCell ? { getters: value.getters, setters: value.setters } : {};
}
