import type { TSESTree } from "@typescript-eslint/utils";
import type { ScalarValue, Value } from "../../../policy/value.js";
import { memberName } from "../tree/property-names.js";
import { setterOf } from "./accessors.js";
import { callFunction } from "./calls.js";
import { isNullish, truthOf } from "./choices.js";
import { ClassValue } from "./class-value.js";
import { ConstructCell } from "./construct-cell.js";
import { Deferred, settled } from "./deferred.js";
import { forgetParts } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { ImportedValue } from "./imports.js";
import { isFixed, ListCell } from "./list.js";
import { memberValue } from "./members.js";
import { named, takeApart } from "./patterns.js";
import { RecordCell } from "./record.js";
import { sumOfTwo } from "./sums.js";

/** `x = y`, `x.y = z`, `x += y`, `[x, y] = z`. */
export function assign(evaluator: Evaluator, node: TSESTree.AssignmentExpression, frame: Frame): Value {
  const { left, operator, right } = node;
  const target = referenceOf(evaluator, left, frame);
  if (operator === "=") {
    const value = evaluator.evaluate(right, frame);
    assignPattern(evaluator, left, value, frame, target);
    if (left.type === "MemberExpression" && isExports(left) && !frame.parent) {
      evaluator.recorder.constantMade(node, value, frame);
    }
    return value;
  }
  const before = valueOf(evaluator, left, target, frame);
  if (operator === "&&=" || operator === "||=" || operator === "??=") {
    return assignLogically(evaluator, node, { target, before }, frame);
  }
  const added = evaluator.evaluate(right, frame);
  const value = operator === "+=" ? sumOfTwo(evaluator, node, before, added, frame) : evaluator.unknown(node, frame);
  assignPattern(evaluator, left, value, frame, target);
  return value;
}

/** The member that is assigned. */
interface Reference {
  readonly owner: Value;
  /** `undefined` if it is not known. */
  readonly name: string | undefined;
}

/** Where `x[y] = z` puts its value: the program looks at `x` and `y` once, before it evaluates `z`. */
function referenceOf(evaluator: Evaluator, target: TSESTree.Node, frame: Frame): Reference | undefined {
  if (target.type !== "MemberExpression" || target.object.type === "Super") {
    return undefined;
  }
  const owner = evaluator.evaluate(target.object, frame);
  return { owner, name: memberName(target) ?? keyOf(evaluator, target, frame) };
}

function valueOf(
  evaluator: Evaluator,
  expression: TSESTree.Expression,
  target: Reference | undefined,
  frame: Frame,
): Value {
  return expression.type === "MemberExpression" && target
    ? memberValue(evaluator, target.owner, expression, frame)
    : evaluator.evaluate(expression, frame);
}

function assignLogically(
  evaluator: Evaluator,
  { left, operator, right }: TSESTree.AssignmentExpression,
  { target, before }: { readonly target: Reference | undefined; readonly before: Value },
  frame: Frame,
): Value {
  const known = before instanceof Deferred ? undefined : before;
  const holds = known && (operator === "??=" ? isNullish(known) : truthOf(known));
  const isTaken = holds === undefined ? undefined : holds === (operator !== "||=");
  const run = () => {
    assignPattern(evaluator, left, evaluator.evaluate(right, frame), frame, target);
  };
  if (isTaken === undefined) {
    evaluator.store.maybe(run);
  } else if (isTaken) {
    run();
  }
  return valueOf(evaluator, left, target, frame);
}

/** `x++` */
export function updateNumber(evaluator: Evaluator, node: TSESTree.UpdateExpression, frame: Frame): Value {
  const target = referenceOf(evaluator, node.argument, frame);
  const before = settled(valueOf(evaluator, node.argument, target, frame));
  const value =
    before.kind === "scalar" && typeof before.value === "number"
      ? evaluator.scalar(before.value + (node.operator === "++" ? 1 : -1), node, frame)
      : evaluator.unknown(node, frame);
  assignPattern(evaluator, node.argument, value, frame, target);
  return node.prefix || value.kind !== "scalar" ? value : before;
}

/**
 * Assigns a value to a name, a member, or a pattern of them.
 *
 * @param evaluated the member, if the pattern is one that has been evaluated
 */
export function assignPattern(
  evaluator: Evaluator,
  pattern: TSESTree.Node,
  value: Value,
  frame: Frame,
  evaluated?: Reference,
): void {
  takeApart(evaluator, pattern, value, frame, (target, part) => {
    if (target.type === "Identifier") {
      assignTo(target.name, part, frame);
    } else {
      assignMember(evaluator, target, part, evaluated ?? referenceOf(evaluator, target, frame), frame);
    }
  });
}

/** Assigns a value to a name. */
function assignTo(name: string, value: Value, frame: Frame): void {
  // A name that no file declares is not followed.
  const binding = frame.lookUp(name);
  if (binding && !binding.isConstant) {
    binding.assign(named(value, name));
  }
}

function assignMember(
  evaluator: Evaluator,
  target: TSESTree.MemberExpression,
  value: Value,
  reference: Reference | undefined,
  frame: Frame,
): void {
  if (!reference) {
    return;
  }
  if (reference.owner instanceof ImportedValue) {
    reference.owner.forget();
    return;
  }
  const owner = settled(reference.owner);
  const { name } = reference;
  const branches = owner.kind === "choice" ? owner.branches : [owner];
  // What is refused is incomplete by that; which of them it would be is not known.
  for (const branch of evaluator.budget.takeAlternatives(branches.length - 1) ? branches : []) {
    const set = () => {
      setMember(evaluator, branch, name, target, value, frame);
    };
    if (owner.kind === "choice") {
      evaluator.store.maybe(set);
    } else {
      set();
    }
  }
}

/** The key of `x[key]`; `undefined` if it is not known. */
export function keyOf(evaluator: Evaluator, { property }: TSESTree.MemberExpression, frame: Frame): string | undefined {
  const key = property.type === "PrivateIdentifier" ? undefined : evaluator.read(property, frame);
  return (key?.kind === "string" && key.isStatic) || key?.kind === "scalar" ? String(key.value) : undefined;
}

export function setMember(
  evaluator: Evaluator,
  owner: Value,
  name: string | undefined,
  node: TSESTree.MemberExpression,
  value: Value,
  frame: Frame,
): void {
  const { parent } = node;
  const { range } = evaluator.making(parent, frame);
  const setter = name === undefined ? undefined : setterOf(owner, name);
  if (setter) {
    const set = () => callFunction(evaluator, setter.boundTo(owner), [value], node, frame);
    if (owner instanceof RecordCell && owner.hasDeletedAccessor) {
      evaluator.store.maybe(set);
      owner.forget();
      forgetParts(evaluator, [value]);
    } else {
      set();
    }
  } else if (owner instanceof RecordCell) {
    if (name === undefined) {
      owner.forget();
      forgetParts(evaluator, [value]);
      owner.setters.forEach((made) => {
        evaluator.uncalled.functionEscapes(evaluator, made.boundTo(owner));
      });
    } else {
      owner.setMember(name, range, named(value, name));
      evaluator.recorder.memberSet(parent, owner, name, frame);
    }
  } else if (owner instanceof ClassValue) {
    owner.statics.setMember(name ?? "", range, value);
  } else if (owner instanceof ListCell) {
    setElement(owner, name, value);
  } else if (owner.kind === "unknown" && !isExports(node)) {
    // Whatever the owner is, it may change the value from now on.
    forgetParts(evaluator, [value]);
  } else if (owner instanceof ConstructCell && name !== undefined) {
    owner.update({ kind: "assignment", name, range, value, isCertain: true });
  }
}

/** `exports.READ` and `module.exports`, which only hand on. */
function isExports({ object }: TSESTree.MemberExpression): boolean {
  return object.type === "Identifier"
    ? object.name === "exports" || object.name === "module"
    : object.type === "MemberExpression" && isExports(object);
}

/** Whether a value is a length that cuts a list: of one that is not known, nothing is left with none. */
function isShorter(list: ListCell, value: Value): value is ScalarValue {
  return (
    value.kind === "scalar" &&
    typeof value.value === "number" &&
    (value.value === 0 || (isFixed(list) && value.value <= list.state.placed.length))
  );
}

function setElement(list: ListCell, name: string | undefined, value: Value): void {
  const index = name !== undefined && /^\d{1,6}$/u.test(name) ? Number(name) : -1;
  const isAtEnd = index === list.length;
  if (!list.store.budget.takeRead(list.length)) {
    list.lose();
  } else if (isFixed(list) && index >= 0 && (index < list.state.placed.length || isAtEnd)) {
    list.set(list.state.placed.toSpliced(index, isAtEnd ? 0 : 1, { value, place: undefined }));
  } else if (name === "length" && isShorter(list, value)) {
    list.set(list.state.placed.slice(0, Number(value.value)));
  } else {
    // Any of the elements may be another one now, and the value has a name that is not followed.
    list.mayLose();
    list.forget();
    if (value instanceof ListCell) {
      value.forget();
    }
  }
}
