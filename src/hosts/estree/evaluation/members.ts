import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import { possibleValues } from "../../../policy/possible-values.js";
import type { Callee, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { memberName } from "../tree/property-names.js";
import { callFunction } from "./calls.js";
import { choiceOf, isNullish, optionalValue } from "./choices.js";
import { ClassValue, InstanceCell } from "./class-value.js";
import { memberOfClass, memberOfInstance } from "./classes.js";
import { ConstructCell } from "./construct-cell.js";
import { composed, settled } from "./deferred.js";
import { forgetReachable } from "./escapes.js";
import { type Evaluator, isPlainlyUnknown } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue, ProvidedFunction } from "./functions.js";
import { ImportedValue } from "./imports.js";
import { isFixed } from "./list.js";
import { isInOptionalChain } from "./optional-chains.js";
import { provided } from "./provided-functions.js";
import { rawMember, RecordCell } from "./record.js";
import { relocate } from "./relocate.js";
import { SetValue } from "./sets.js";

/** The value of a name. */
export function identifierValue(
  evaluator: Evaluator,
  node: TSESTree.Identifier | Jsonc.JSONIdentifier,
  frame: Frame,
): Value {
  const binding = frame.lookUp(node.name);
  const value = binding?.state;
  if (!value) {
    return binding ? evaluator.unknown(node, frame) : globalValue(evaluator, node.name, node, frame);
  }
  const { reference } = frame.activation;
  if (value instanceof ImportedValue) {
    return value.at(evaluator.making(node, frame).range, frame, () => evaluator.typeOf(node, frame));
  }
  if (isPlainlyUnknown(value) || (binding.mayBeOther && !isCode(value))) {
    return evaluator.unknown(node, frame);
  }
  if (value instanceof RecordCell && value.isHandedOver) {
    evaluator.recorder.usedAgain(value);
  }
  // What another file defines is located where this one makes its code run.
  return reference && value.origin !== undefined ? relocate(value, reference, value.origin, evaluator.store) : value;
}

/** Programs hardly ever give the name of a function or class another value. */
function isCode(value: Value): boolean {
  return value instanceof FunctionValue || value instanceof ClassValue;
}

/** A name that the file does not define: `undefined`, or a function that JavaScript provides. */
function globalValue(evaluator: Evaluator, name: string, node: { readonly range: Range }, frame: Frame): Value {
  if (name === "undefined") {
    return evaluator.undefinedAt(node, frame);
  }
  if (name === "arguments") {
    // Each of them has a second name that way.
    forgetReachable(evaluator, frame.activation.values);
  }
  if (name === "Infinity" || name === "NaN") {
    return evaluator.scalar(Number(name), node, frame);
  }
  return provided.has(name)
    ? new ProvidedFunction(evaluator.making(node, frame).range, name)
    : evaluator.unknown(node, frame);
}

/** The value of `owner.name` or `owner[name]`. */
export function memberExpressionValue(evaluator: Evaluator, node: TSESTree.MemberExpression, frame: Frame): Value {
  const { object, property } = node;
  if (object.type === "Identifier" && property.type === "Identifier" && !node.computed && !frame.lookUp(object.name)) {
    const name = `${object.name}.${property.name}`;
    if (provided.has(name)) {
      return globalValue(evaluator, name, node, frame);
    }
  }
  return memberValue(evaluator, evaluator.evaluate(node.object, frame), node, frame);
}

/** The same for an owner that has been evaluated. */
export function memberValue(evaluator: Evaluator, owner: Value, node: TSESTree.MemberExpression, frame: Frame): Value {
  const name = memberName(node);
  const index =
    name === undefined && node.property.type !== "PrivateIdentifier"
      ? evaluator.evaluate(node.property, frame)
      : undefined;
  const { range } = evaluator.making(node, frame);
  if (owner instanceof ImportedValue && name !== undefined) {
    return owner.member(name, range, () => evaluator.typeOf(node, frame));
  }
  return composed(range, index ? [owner, index] : [owner], () => {
    const key = name ?? keyOfIndex(index && settled(index));
    const known = settled(owner);
    const isLeftOut = (branch: Value) => isInOptionalChain(node) && isNullish(branch) === true;
    const member = (branch: Value) =>
      isLeftOut(branch)
        ? evaluator.undefinedAt(node, frame)
        : key === undefined
          ? anyMember(evaluator, branch, node, frame)
          : namedMember(evaluator, branch, key, node, frame);
    const value = key === undefined ? member(known) : distributed(known, range, member);
    return isPlainlyUnknown(value) ? evaluator.unknown(node, frame) : value;
  });
}

/** The key that an index stands for: its text. */
function keyOfIndex(index: Value | undefined): string | undefined {
  return (index?.kind === "string" && index.isStatic) || index?.kind === "scalar" ? String(index.value) : undefined;
}

/** Reads each branch of a choice. */
export function distributed(value: Value, range: Range, read: (branch: Value) => Value): Value {
  if (value.kind !== "choice") {
    return read(value);
  }
  const known = choiceOf(range, possibleValues(value).map(read));
  return value.isOptional ? optionalValue(known) : known;
}

/** One of the members of an object, if it is not known which: `actions[level]`. */
function anyMember(evaluator: Evaluator, owner: Value, node: TSESTree.MemberExpression, frame: Frame): Value {
  const unknown = evaluator.unknown(node, frame);
  if (owner.kind === "array") {
    return anyElement(evaluator, owner.elements, node, frame);
  }
  if (!(owner instanceof RecordCell) || !owner.isComplete || owner.members.length === 0) {
    return unknown;
  }
  return choiceOf(unknown.range, [...owner.members.map(({ value }) => value), unknown]);
}

/** The member of a known value. */
export function namedMember(
  evaluator: Evaluator,
  owner: Value,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  if (evaluator.encoded.has(owner)) {
    return evaluator.unknown(node, frame);
  }
  if (owner instanceof InstanceCell) {
    return memberOfInstance(evaluator, owner, name, node, frame);
  }
  if (owner instanceof ClassValue) {
    return memberOfClass(evaluator, owner, name, node, frame) ?? evaluator.unknown(node, frame);
  }
  switch (owner.kind) {
    case "object":
      return memberOfObject(evaluator, owner, name, node, frame);
    case "array":
      return elementOf(evaluator, owner, name, node, frame);
    case "string":
      return name === "length" && owner.isStatic
        ? evaluator.scalar(owner.value.length, node, frame)
        : characterOf(evaluator, node, frame);
    case "construct":
      return memberOfConstruct(evaluator, owner, name, node, frame);
    default:
      return memberOfUnknown(evaluator, owner, name, node, frame);
  }
}

function memberOfObject(
  evaluator: Evaluator,
  owner: Extract<Value, { kind: "object" }>,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  const getter = owner instanceof RecordCell ? owner.getters.get(name) : undefined;
  if (owner instanceof RecordCell && getter) {
    const get = () => callFunction(evaluator, getter.boundTo(owner), [], node, frame);
    if (!owner.hasDeletedAccessor) {
      return get();
    }
    evaluator.store.maybe(get);
    return evaluator.unknown(node, frame);
  }
  const value = rawMember(owner, name);
  if (value instanceof FunctionValue) {
    return value.boundTo(owner);
  }
  const isAbsent = value === undefined && owner instanceof RecordCell && owner.isComplete && !owner.mayGrow;
  return value ?? (isAbsent ? evaluator.undefinedAt(node, frame) : evaluator.unknown(node, frame));
}

function elementOf(
  evaluator: Evaluator,
  owner: Extract<Value, { kind: "array" }>,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  if (name === "length" && isFixed(owner)) {
    return evaluator.scalar(owner.elements.length, node, frame);
  }
  if (!/^\d{1,6}$/u.test(name)) {
    return evaluator.unknown(node, frame);
  }
  return isFixed(owner)
    ? (owner.elements[Number(name)] ?? evaluator.undefinedAt(node, frame))
    : anyElement(evaluator, owner.elements, node, frame);
}

/** One of some elements, or another value: what changes it may change each of them. */
export function anyElement(
  evaluator: Evaluator,
  elements: readonly Value[],
  node: { readonly range: Range },
  frame: Frame,
): Value {
  const unknown = evaluator.unknown(node, frame);
  const containers = new Set<Value>();
  for (const element of elements) {
    for (const value of element.kind === "choice" ? element.branches : [element]) {
      if (isContainer(value)) {
        containers.add(value);
      }
    }
  }
  return containers.size === 0 ? unknown : choiceOf(unknown.range, [...containers, unknown]);
}

function isContainer({ kind }: Value): boolean {
  return kind === "array" || kind === "object";
}

/** A single character is no name that anybody looks up. */
function characterOf(evaluator: Evaluator, node: { readonly range: Range }, frame: Frame): Value {
  return evaluator.unknown(node, frame);
}

/** A property of a construct that the program has set, or one that refers to the construct, such as `role.id`. */
function memberOfConstruct(
  evaluator: Evaluator,
  owner: Extract<Value, { kind: "construct" }>,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  evaluator.recorder.resultRead(owner, name);
  const property = { ...evaluator.unknown(node, frame), construct: owner };
  const set = owner instanceof ConstructCell ? owner.property(name) : undefined;
  const mayBeOther = owner instanceof ConstructCell && set && !isContainer(set) && owner.hasCalledSince(name);
  return mayBeOther ? choiceOf(set.range, [set, property]) : (set ?? property);
}

function memberOfUnknown(
  evaluator: Evaluator,
  owner: Value,
  name: string,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  const unknown = evaluator.unknown(node, frame);
  if (owner instanceof SetValue) {
    return name === "size" ? elementOf(evaluator, owner.list, "length", node, frame) : unknown;
  }
  if (owner.kind === "unknown" && owner.construct) {
    return { ...unknown, construct: owner.construct };
  }
  if (owner.kind === "unknown" && owner.imported) {
    return { ...unknown, imported: memberOfCallee(owner.imported, name) };
  }
  return unknown;
}

function memberOfCallee({ module, path }: Callee, name: string): Callee {
  return { module, path: [...path, name] };
}
