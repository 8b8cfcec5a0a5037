import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import { keyNameOf } from "../tree/properties.js";
import { UndefinedValue, UnknownElements } from "./absent-values.js";
import { callAccessors } from "./accessors.js";
import { branchesWhere, choiceOf, presentPart } from "./choices.js";
import { ClassValue, InstanceCell } from "./class-value.js";
import { composed, Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { ImportedValue } from "./imports.js";
import { isFixed, type ListCell } from "./list.js";
import { anyElement, namedMember } from "./members.js";
import { RecordCell, seenMembersOf } from "./record.js";

/** What is done with each name or member that a pattern takes a part of a value to. */
export type Take = (target: TSESTree.Identifier | TSESTree.MemberExpression, value: Value) => void;

/** Defines the names of a pattern in a frame: `[name, actions]`, `{ write, ...rest }`, `x = []`. */
export function bindPattern(
  evaluator: Evaluator,
  pattern: TSESTree.Node,
  value: Value,
  frame: Frame,
  isConstant = false,
): void {
  takeApart(evaluator, pattern, value, frame, (target, part) => {
    if (target.type === "Identifier") {
      const binding = frame.define(evaluator.store, target.name, named(part, target.name));
      binding.isConstant = isConstant;
    }
  });
}

/** A function or class without a name of its own has that of its variable. */
export function named(value: Value, name: string): Value {
  if (value instanceof Deferred && !(value instanceof ImportedValue)) {
    return composed(value.range, [value], () => named(settled(value), name));
  }
  return value instanceof FunctionValue && value.name === undefined
    ? new FunctionValue(value.node, value.frame, { name, homeClass: value.homeClass, thisValue: value.thisValue })
    : value;
}

/** A name costs as much as so many parts of a value that are looked at. */
const partsPerName = 8;

/** Counts a name that code defines when it runs again. The name is there in any case. */
export function countName(evaluator: Evaluator): void {
  if (evaluator.isRepeating) {
    evaluator.budget.takeRead(partsPerName);
  }
}

/** Takes a value apart. */
export function takeApart(evaluator: Evaluator, pattern: TSESTree.Node, value: Value, frame: Frame, take: Take): void {
  countName(evaluator);
  switch (pattern.type) {
    case "Identifier":
    case "MemberExpression":
      take(pattern, value);
      break;
    case "AssignmentPattern":
      takeApart(evaluator, pattern.left, withDefault(evaluator, value, pattern.right, frame), frame, take);
      break;
    case "ObjectPattern":
      takeMembers(evaluator, pattern, value, frame, take);
      break;
    case "ArrayPattern":
      takeElements(evaluator, pattern, settled(value), frame, take);
      break;
    case "TSParameterProperty": {
      takeApart(evaluator, pattern.parameter, value, frame, take);
      const { parameter } = pattern;
      const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
      const { thisValue } = frame.activation;
      if (target.type === "Identifier" && thisValue instanceof InstanceCell) {
        thisValue.setMember(target.name, pattern.range, frame.own(target.name)?.state ?? value);
      }
      break;
    }
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      takeApart(evaluator, pattern.expression, value, frame, take);
      break;
  }
}

/** The default counts where the value is undefined, and may count where it is not known. */
function withDefault(evaluator: Evaluator, value: Value, fallback: TSESTree.Expression, frame: Frame): Value {
  const isOpen = !(value instanceof Deferred) && mayBeUndefined(value);
  if (!isOpen) {
    evaluator.skipped.skips(fallback, frame, () => evaluator.evaluate(fallback, frame));
    return value;
  }
  evaluator.skipped.takes(fallback);
  let other: Value = value;
  const take = () => {
    other = evaluator.evaluate(fallback, frame);
  };
  if (value instanceof UndefinedValue) {
    take();
  } else {
    evaluator.store.maybe(take);
  }
  const kept = branchesWhere(presentPart(value), (branch) => !(branch instanceof UndefinedValue));
  return kept ? choiceOf(other.range, [kept, other]) : other;
}

function mayBeUndefined(value: Value): boolean {
  switch (value.kind) {
    case "choice":
      return value.isOptional === true || value.branches.some(mayBeUndefined);
    case "unknown":
      return !(value instanceof FunctionValue || value instanceof ClassValue);
    default:
      return false;
  }
}

function takeMembers(
  evaluator: Evaluator,
  pattern: TSESTree.ObjectPattern,
  value: Value,
  frame: Frame,
  take: Take,
): void {
  const taken = new Set<string>();
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      takeApart(evaluator, property.argument, withoutMembers(evaluator, value, taken, property, frame), frame, take);
      continue;
    }
    const key = keyNameOf(property);
    if (key !== undefined) {
      taken.add(key);
    }
    const part =
      key === undefined ? evaluator.unknown(property, frame) : memberAt(evaluator, value, key, property, frame);
    takeApart(evaluator, property.value, part, frame, take);
  }
}

function memberAt(evaluator: Evaluator, value: Value, key: string, node: TSESTree.Node, frame: Frame): Value {
  const { range } = evaluator.making(node, frame);
  return value instanceof ImportedValue
    ? value.member(key, range)
    : composed(range, [value], () => {
        const known = settled(value);
        return known.kind === "choice"
          ? choiceOf(
              range,
              known.branches.map((branch) => namedMember(evaluator, branch, key, node, frame)),
            )
          : namedMember(evaluator, known, key, node, frame);
      });
}

function withoutMembers(
  evaluator: Evaluator,
  value: Value,
  taken: ReadonlySet<string>,
  node: TSESTree.Node,
  frame: Frame,
): Value {
  const known = settled(value);
  const { range } = evaluator.making(node, frame);
  if (known.kind === "choice") {
    return choiceOf(
      range,
      known.branches.map((branch) => withoutMembers(evaluator, branch, taken, node, frame)),
    );
  }
  callAccessors(evaluator, known);
  const isObject = known.kind === "object" && !evaluator.encoded.has(known);
  const isRead = isObject && evaluator.budget.takeElements(known.members.length);
  const [members, isComplete] = isRead
    ? [seenMembersOf(known).filter(({ key }) => !taken.has(key)), known.isComplete]
    : [[], false];
  const { hasUndefined, hasRepeated } = known instanceof RecordCell ? known : {};
  return new RecordCell(
    evaluator.store,
    evaluator.making(node, frame),
    { members, isComplete },
    { hasUndefined, hasRepeated },
  );
}

export function takeElements(
  evaluator: Evaluator,
  { elements }: TSESTree.ArrayPattern,
  value: Value,
  frame: Frame,
  take: Take,
): void {
  const isKnown = value.kind === "array" && isFixed(value) && !evaluator.encoded.has(value);
  for (const [index, element] of elements.entries()) {
    if (element?.type === "RestElement") {
      takeApart(evaluator, element.argument, restOf(evaluator, value, index, element, frame), frame, take);
    } else if (element) {
      const part = isKnown
        ? (value.elements[index] ?? evaluator.undefinedAt(element, frame))
        : value.kind === "array"
          ? anyElement(evaluator, value.elements, element, frame)
          : evaluator.unknown(element, frame);
      takeApart(evaluator, element, part, frame, take);
    }
  }
}

function restOf(evaluator: Evaluator, value: Value, index: number, node: TSESTree.Node, frame: Frame): ListCell {
  const isKnown = value.kind === "array" && evaluator.budget.takeRead(value.elements.length) && isFixed(value);
  return evaluator.list(
    node,
    frame,
    isKnown
      ? value.placed.slice(index)
      : [{ value: new UnknownElements(evaluator.making(node, frame).range), place: undefined }],
  );
}
