import type { TSESTree } from "@typescript-eslint/utils";
import type { UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { keyNameOf } from "../tree/properties.js";
import type { ConstructCell } from "./construct-cell.js";
import { settled } from "./deferred.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import type { Making } from "./list.js";
import { RecordCell } from "./record.js";
import type { RawMember } from "./record-states.js";
import type { Store } from "./store.js";

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A class of the program. */
export class ClassValue implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly node: ClassNode;
  readonly frame: Frame;
  readonly superclass: Value | undefined;
  readonly statics: RecordCell;
  readonly #methods = new Map<string, FunctionValue>();
  readonly #getters = new Map<string, FunctionValue>();
  readonly #staticMethods = new Map<string, FunctionValue>();
  readonly #staticGetters = new Map<string, FunctionValue>();
  /** An instance to run methods with that nothing calls known. */
  instance: InstanceCell | undefined;

  constructor(node: ClassNode, frame: Frame, superclass: Value | undefined, statics: RecordCell) {
    this.range = node.range;
    this.node = node;
    this.frame = frame;
    this.superclass = superclass;
    this.statics = statics;
    for (const member of node.body.body) {
      this.#addMethod(member);
    }
  }

  #addMethod(member: TSESTree.ClassElement): void {
    if (member.type !== "MethodDefinition" || member.value.type !== "FunctionExpression") {
      return;
    }
    const name = keyNameOf(member as never) ?? "";
    const made = new FunctionValue(member.value, this.frame, { name, homeClass: this });
    const { kind } = member;
    const methods = kind === "get" ? this.#gettersOf(member.static) : this.#methodsOf(member.static);
    methods.set(kind === "set" ? setterKey(name) : name, made);
  }

  #gettersOf(isStatic: boolean) {
    return isStatic ? this.#staticGetters : this.#getters;
  }

  #methodsOf(isStatic: boolean) {
    return isStatic ? this.#staticMethods : this.#methods;
  }

  /** The class that this one extends, if the program defines it. */
  get parent(): ClassValue | undefined {
    const superclass = this.superclass && settled(this.superclass);
    return superclass instanceof ClassValue ? superclass : undefined;
  }

  /** What the class has, or else the nearest of those that it extends. */
  inherited<Found>(find: (made: ClassValue) => Found | undefined): Found | undefined {
    let found = find(this);
    let count = 1;
    for (let { parent } = this; parent && found === undefined && count < maxLineage; { parent } = parent) {
      found = find(parent);
      count++;
    }
    return found;
  }

  method(name: string): FunctionValue | undefined {
    return this.inherited((made) => made.#methods.get(name));
  }

  getter(name: string): FunctionValue | undefined {
    return this.inherited((made) => made.#getters.get(name));
  }

  setter(name: string): FunctionValue | undefined {
    return this.method(setterKey(name));
  }

  staticSetter(name: string): FunctionValue | undefined {
    return this.staticMethod(setterKey(name));
  }

  staticMethod(name: string): FunctionValue | undefined {
    return this.inherited((made) => made.#staticMethods.get(name));
  }

  ownStaticMethod(name: string): FunctionValue | undefined {
    return this.#staticMethods.get(name);
  }

  ownStaticGetter(name: string): FunctionValue | undefined {
    return this.#staticGetters.get(name);
  }

  get constructorMethod(): FunctionValue | undefined {
    return this.#methods.get("constructor");
  }

  /** The methods and accessors of the class itself, but for its constructor. */
  get members(): readonly FunctionValue[] {
    const { constructorMethod } = this;
    const own = [...this.#methods.values()].filter((made) => made !== constructorMethod);
    return [...own, ...this.#getters.values()];
  }

  get staticMembers(): readonly FunctionValue[] {
    return [...this.#staticMethods.values(), ...this.#staticGetters.values()];
  }
}

/** More classes that extend each other are not followed. */
const maxLineage = 50;

/** A setter has the name of a getter, or of a field of a class that extends this one. */
function setterKey(name: string): string {
  return `set ${name}`;
}

function withoutPrivate(members: readonly RawMember[]): readonly RawMember[] {
  return members.some(isPrivate) ? members.filter((member) => !isPrivate(member)) : members;
}

function isPrivate({ key }: RawMember): boolean {
  return key.startsWith("#");
}

/** An instance of a class of the program: its fields, and what it is of a class that the program does not define. */
export class InstanceCell extends RecordCell {
  readonly classValue: ClassValue;
  /** The construct that `super(...)` has made. */
  construct: ConstructCell | undefined;

  constructor(store: Store, making: Making, classValue: ClassValue) {
    super(store, making, { members: [], isComplete: classValue.superclass === undefined });
    this.classValue = classValue;
  }

  /** Private fields are there for the code of the class only. */
  override get members(): readonly RawMember[] {
    return withoutPrivate(super.members);
  }

  override get rawMembers(): readonly RawMember[] {
    return withoutPrivate(super.rawMembers);
  }

  /** The same instance at another place, without its fields. */
  copiedTo(making: Making): InstanceCell {
    const copy = new InstanceCell(this.store, making, this.classValue);
    copy.construct = this.construct;
    copy.isForgotten = this.isForgotten;
    return copy;
  }
}
