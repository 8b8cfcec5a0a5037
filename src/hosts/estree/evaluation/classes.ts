import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { keyNameOf } from "../tree/properties.js";
import { memberName } from "../tree/property-names.js";
import { callFunction } from "./calls.js";
import { choiceOf } from "./choices.js";
import { type ClassNode, ClassValue, type InstanceCell } from "./class-value.js";
import type { Evaluator } from "./evaluator.js";
import { type Activation, Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { namedMember } from "./members.js";
import { rawMember, RecordCell } from "./record.js";
import { runBlock } from "./statements.js";

/** Defines a class: its static fields and blocks are evaluated, in order. */
export function classValue(evaluator: Evaluator, node: ClassNode, frame: Frame): Value {
  if (evaluator.isRepeating && !evaluator.budget.takeMade(node.body.body.length)) {
    return evaluator.unknown(node, frame);
  }
  const superclass = node.superClass ? evaluator.evaluate(node.superClass, frame) : undefined;
  evaluateDecorators(evaluator, node, frame);
  const inner = new Frame(frame.activation, frame);
  const statics = new RecordCell(evaluator.store, evaluator.making(node, frame), { members: [], isComplete: true });
  const made = new ClassValue(node, inner, superclass, statics);
  if (node.id) {
    inner.define(evaluator.store, node.id.name, made);
  }
  evaluator.uncalled.classMade(made);
  const own = new Frame(activationIn(made, made, frame.activation), inner, true);
  for (const member of node.body.body) {
    evaluateDecorators(evaluator, member, inner);
    if ("computed" in member && member.computed) {
      evaluator.evaluate(member.key, inner);
    }
    if (member.type === "StaticBlock") {
      runBlock(evaluator, member.body, new Frame(own.activation, own));
    } else if (isField(member) && member.static) {
      setField(evaluator, statics, member, own);
    }
  }
  return made;
}

/** What decorates a class, a member of it, or a parameter of a method. */
function evaluateDecorators(evaluator: Evaluator, node: ClassNode | TSESTree.ClassElement, frame: Frame): void {
  const parameters = node.type === "MethodDefinition" ? node.value.params : [];
  for (const decorated of [node, ...parameters]) {
    for (const decorator of ("decorators" in decorated ? decorated.decorators : undefined) ?? []) {
      const value = evaluator.evaluate(decorator.expression, frame);
      if (value instanceof FunctionValue) {
        evaluator.uncalled.functionEscapes(evaluator, value);
      }
    }
  }
}

/** A field, which may be written as an accessor. */
export type FieldNode = TSESTree.PropertyDefinition | TSESTree.AccessorProperty;

export function isField(member: TSESTree.ClassElement): member is FieldNode {
  return member.type === "PropertyDefinition" || member.type === "AccessorProperty";
}

/** The activation of code of a class: its fields, static or not. */
export function activationIn(made: ClassValue, thisValue: Value, activation: Activation): Activation {
  return { ...activation, module: made.frame.activation.module, thisValue, homeClass: made };
}

export function setField(evaluator: Evaluator, owner: RecordCell, member: FieldNode, frame: Frame): void {
  const name = keyNameOf(member as never);
  // A framework or a subclass may set a field that the class itself leaves open.
  const written = member.value ? evaluator.evaluate(member.value, frame) : evaluator.unknown(member, frame);
  // What decorates a field may replace its value.
  const value = member.decorators?.length
    ? choiceOf(written.range, [written, evaluator.unknown(member, frame)])
    : written;
  if (name === undefined) {
    owner.forget();
  } else if (!member.declare) {
    owner.setMember(name, evaluator.making(member, frame).range, value);
  }
  evaluator.recorder.fieldMade(member, value, frame);
}

/** `this`, where it is known. */
export function thisValueIn({ activation }: Frame): Value | undefined {
  return activation.thisValue;
}

/** A member of an instance: a field, a getter, a method, or a property of the construct that it is. */
export function memberOfInstance(
  evaluator: Evaluator,
  owner: InstanceCell,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  const field = rawMember(owner, name);
  if (field) {
    return field instanceof FunctionValue ? field.boundTo(owner) : field;
  }
  const getter = owner.classValue.getter(name);
  if (getter) {
    return callFunction(evaluator, getter.boundTo(owner), [], node, frame);
  }
  const method = owner.classValue.method(name);
  if (method) {
    return method.boundTo(owner);
  }
  return owner.construct ? namedMember(evaluator, owner.construct, name, node, frame) : evaluator.unknown(node, frame);
}

/** A static member of a class. */
export function memberOfClass(
  evaluator: Evaluator,
  owner: ClassValue,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value | undefined {
  return owner.inherited((made) => {
    const field = rawMember(made.statics, name) ?? made.ownStaticMethod(name);
    if (field) {
      return field instanceof FunctionValue ? field.boundTo(owner) : field;
    }
    const getter = made.ownStaticGetter(name);
    return getter && callFunction(evaluator, getter.boundTo(owner), [], node, frame);
  });
}

/** `super.name`: the member of the class that the own class extends. */
export function superMember(evaluator: Evaluator, node: TSESTree.MemberExpression, frame: Frame): Value {
  const { homeClass, thisValue } = frame.activation;
  const name = memberName(node);
  const parent = homeClass?.parent;
  if (!parent || name === undefined || !thisValue) {
    return evaluator.unknown(node, frame);
  }
  const getter = parent.getter(name);
  return getter
    ? callFunction(evaluator, getter.boundTo(thisValue), [], node, frame)
    : ((parent.method(name) ?? parent.staticMethod(name))?.boundTo(thisValue) ?? evaluator.unknown(node, frame));
}
