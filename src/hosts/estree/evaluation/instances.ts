import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { withoutTypes } from "../tree/transparent-nodes.js";
import { calleeOf } from "./callees.js";
import { UndefinedValue } from "./absent-values.js";
import { callFunction } from "./calls.js";
import { choiceOf } from "./choices.js";
import { type ClassValue, InstanceCell } from "./class-value.js";
import { activationIn, isField, setField } from "./classes.js";
import { ConstructCell } from "./construct-cell.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { type Activation, Frame } from "./frame.js";
import { unknownArguments } from "./function-calls.js";
import { distributed } from "./members.js";
import { copyOf } from "./snapshots.js";
import { construct } from "./unknown-calls.js";

/** A class that makes an instance of itself, and that again, is not followed further. */
const maxSelves = 4;

/** Makes an instance. */
export function instantiate(
  evaluator: Evaluator,
  made: ClassValue,
  values: readonly Value[],
  node: { readonly range: Range },
  frame: Frame,
): Value {
  // A class may make instances of itself.
  if (evaluator.running.filter((other) => other === made.node).length > maxSelves || !evaluator.budget.take()) {
    evaluator.budget.giveUp();
    return evaluator.unknown(node, frame);
  }
  const instance = new InstanceCell(evaluator.store, evaluator.making(node, frame), made);
  made.instance ??= instance;
  evaluator.running.push(made.node);
  const value = runConstructor(evaluator, made, instance, values, node, frame);
  evaluator.running.pop();
  return value;
}

/**
 * An instance to run methods with that nothing is known to call: like the first one that the program makes, or of which
 * nothing is known but what its class says.
 */
export function uncalledInstance(evaluator: Evaluator, made: ClassValue): Value {
  if (made.instance) {
    return copyOf(made.instance, evaluator.store, evaluator.encoded);
  }
  const constructor = made.constructorMethod;
  const values = constructor ? unknownArguments(evaluator, constructor.node, made.frame) : [];
  let instance: InstanceCell | undefined;
  const changes = evaluator.store.attempt(() => {
    instance = new InstanceCell(evaluator.store, { range: made.range }, made);
    made.instance = instance;
    runConstructor(evaluator, made, instance, values, { range: made.range }, made.frame, true);
  });
  // Other code may make instances at any time, any number of times: what that changes elsewhere is not known.
  evaluator.store.forget([changes]);
  return instance ?? evaluator.unknown(made, made.frame);
}

/** Without a class that it extends, an instance has its fields before its constructor runs; else after `super(...)`. */
function runConstructor(
  evaluator: Evaluator,
  made: ClassValue,
  instance: InstanceCell,
  values: readonly Value[],
  node: { readonly range: Range },
  frame: Frame,
  isUncalled = false,
): Value {
  const { constructorMethod, superclass } = made;
  if (!evaluator.budget.enter()) {
    return evaluator.unknown(node, frame);
  }
  if (!superclass) {
    setFields(evaluator, made, instance, frame);
  } else if (!constructorMethod) {
    makeSuper(evaluator, made, instance, values, node, frame);
  }
  if (constructorMethod) {
    const place = isUncalled ? { ...node, callee: constructorMethod.node } : node;
    const returned = settled(callFunction(evaluator, constructorMethod.boundTo(instance), values, place, frame));
    evaluator.budget.leave();
    return distributed(returned, instance.range, (branch) => otherThan(instance, branch));
  }
  evaluator.budget.leave();
  return instance;
}

/** A constructor may return another object. */
function otherThan(instance: InstanceCell, returned: Value): Value {
  switch (returned.kind) {
    case "array":
    case "object":
    case "construct":
      return returned;
    case "unknown":
      return returned instanceof UndefinedValue ? instance : choiceOf(instance.range, [instance, returned]);
    default:
      return instance;
  }
}

function setFields(evaluator: Evaluator, made: ClassValue, instance: InstanceCell, { activation }: Frame): void {
  const own = new Frame(
    activationIn(made, instance, {
      ...made.frame.activation,
      run: activation.run,
      reference: referenceFor(made, activation),
    }),
    made.frame,
    true,
  );
  const wasRepeating = evaluator.isRepeating;
  evaluator.isRepeating ||= evaluator.instantiated.has(made.node);
  evaluator.instantiated.add(made.node);
  for (const member of made.node.body.body) {
    if (isField(member) && !member.static) {
      setField(evaluator, instance, member, own);
    }
  }
  evaluator.isRepeating = wasRepeating;
}

function referenceFor(made: ClassValue, { reference }: Activation): Range | undefined {
  return made.frame.activation.module.origin === undefined ? undefined : reference;
}

/** `super(...)`: the constructor of a class of the program, or a construct of a class that it does not define. */
export function callSuper(
  evaluator: Evaluator,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  frame: Frame,
): Value {
  const { homeClass, thisValue } = frame.activation;
  if (homeClass && thisValue instanceof InstanceCell) {
    makeSuper(evaluator, homeClass, thisValue, values, node, frame);
  }
  return thisValue ?? evaluator.unknown(node, frame);
}

function makeSuper(
  evaluator: Evaluator,
  made: ClassValue,
  instance: InstanceCell,
  values: readonly Value[],
  node: { readonly range: Range },
  frame: Frame,
): void {
  const { parent } = made;
  if (!evaluator.budget.takeAlternatives(1)) {
    instance.lose();
    return;
  }
  if (parent) {
    runConstructor(evaluator, parent, instance, values, node, frame);
  } else {
    const callee = made.node.superClass && calleeOf(withoutTypes(made.node.superClass), made.frame);
    const value = construct(evaluator, node as TSESTree.CallExpression, frame, callee ?? undefined, values);
    instance.construct = value instanceof ConstructCell ? value : undefined;
  }
  setFields(evaluator, made, instance, frame);
}
