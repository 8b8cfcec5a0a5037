import type { TSESTree } from "@typescript-eslint/utils";
import { type ChoiceValue, mayBeAbsent, type Member, possibleValues, type Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { UndefinedValue, UnknownElements } from "./absent-values.js";
import { lengthOf, partsOfEntry } from "./array-call.js";
import { elementsOf, hasLostOrder } from "./arrays.js";
import { setterOf } from "./assignments.js";
import { callFunction } from "./calls.js";
import { choiceOf, isNullish, optionalValue, presentPart, truthOf } from "./choices.js";
import { ConstructCell } from "./construct-cell.js";
import { settled } from "./deferred.js";
import { encodedValue } from "./encoders.js";
import { forgetParts, forgetReachable, mayBeChanged, partsOf } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { isFixed, isInOrder } from "./list.js";
import { isUncertainRun } from "./loops.js";
import { MemberBuilder } from "./member-builder.js";
import { distributed } from "./members.js";
import { asSeen, callAccessors, isIndex, RecordCell } from "./record.js";
import { distinctElements } from "./set-methods.js";
import { SetValue } from "./sets.js";
import { copyOf, parsedCopyOf } from "./snapshots.js";
import { composeText, textAt, textOf } from "./text.js";

interface Call {
  readonly evaluator: Evaluator;
  readonly values: readonly Value[];
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly frame: Frame;
}

/** Calls a function that JavaScript provides; `undefined` if its result is not known. */
export function callProvided(
  evaluator: Evaluator,
  name: string,
  values: readonly Value[],
  node: Call["node"],
  frame: Frame,
): Value | undefined {
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return call?.({ evaluator, values: values.map(settled), node, frame });
}

const functions: Readonly<Record<string, (call: Call) => Value | undefined>> = {
  "Array.from": ({ evaluator, values, node, frame }) => {
    const [iterable, map] = values;
    if (!iterable) {
      return undefined;
    }
    const { range } = evaluator.making(node, frame);
    const elements = elementsOf(evaluator, iterable, range);
    if (!evaluator.budget.takeMade(elements.length)) {
      return undefined;
    }
    const list = evaluator.list(node, frame, elements, !hasLostOrder(iterable));
    if (!map) {
      return list;
    }
    if (!(map instanceof FunctionValue) || !isFixed(list)) {
      return undefined;
    }
    const mapped: Value[] = [];
    const isUncertain = isUncertainRun(evaluator, iterable, () => {
      for (const [index, element] of list.elements.entries()) {
        mapped.push(callFunction(evaluator, map, [element, evaluator.scalar(index, node, frame)], node, frame));
      }
    });
    return isUncertain ? undefined : evaluator.listOf(node, frame, mapped);
  },
  "Array.isArray": ({ evaluator, values: [value], node, frame }) =>
    evaluator.boolean(value && evaluator.encoded.has(value) ? false : isList(value), node, frame),
  "Array.of": ({ evaluator, values, node, frame }) => evaluator.listOf(node, frame, values),
  Boolean: ({ evaluator, values: [value], node, frame }) =>
    evaluator.boolean(value ? truthOf(value) : false, node, frame),
  "JSON.parse": (call) => copied(call, parsedCopyOf),
  "JSON.stringify": ({ evaluator, values: [value, replacer, space], node, frame }) => {
    if (value && (!replacer || isNullish(replacer))) {
      return encodedValue(evaluator, value, node, frame, space === undefined);
    }
    // A replacer writes something else.
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
    return undefined;
  },
  eval: ({ evaluator }) => {
    evaluator.budget.giveUp();
    return undefined;
  },
  "Object.assign": assigned,
  "Object.create": ({ evaluator, values }) => {
    // What the object inherits is not followed.
    forgetParts(evaluator, values.flatMap(partValuesOf));
    return undefined;
  },
  "Object.defineProperties": changedSomehow,
  "Object.defineProperty": changedSomehow,
  "Object.entries": ({ evaluator, values: [value], node, frame }) =>
    value?.kind === "object" && !evaluator.budget.takeMade(value.members.length * partsOfEntry)
      ? undefined
      : membersAs(evaluator, value, node, frame, (member) =>
          evaluator.listOf(node, frame, [keyValue(evaluator, member, node, frame), settled(member.value)]),
        ),
  "Object.freeze": ({ values: [value] }) => value,
  "Object.fromEntries": fromEntries,
  "Object.keys": ({ evaluator, values: [value], node, frame }) => keysOf(evaluator, value, node, frame),
  "Object.seal": ({ values: [value] }) => value,
  "Object.values": ({ evaluator, values: [value], node, frame }) =>
    membersAs(evaluator, value, node, frame, (member) => settled(member.value)),
  "Object.setPrototypeOf": changedSomehow,
  "Promise.resolve": ({ values: [value] }) => value,
  String: ({ evaluator, values: [value], node, frame }) =>
    value && textOf(value, evaluator) ? composeText(evaluator, node, frame, [value]) : undefined,
  structuredClone: (call) => copied(call),
};

/** The functions that are followed, and the classes. */
export const provided: ReadonlySet<string> = new Set([...Object.keys(functions), "Set", "Array", "Map", "WeakMap"]);

function isList(value: Value | undefined): boolean | undefined {
  switch (value?.kind) {
    case "array":
      return true;
    case "string":
    case "scalar":
    case "object":
      return false;
    default:
      return value instanceof UndefinedValue || value instanceof SetValue ? false : undefined;
  }
}

/** The keys of an object, each located where it is written. */
export function keysOf(
  evaluator: Evaluator,
  value: Value | undefined,
  node: { readonly range: Range },
  frame: Frame,
): Value | undefined {
  return membersAs(evaluator, value, node, frame, (member) => keyValue(evaluator, member, node, frame));
}

function keyValue(
  evaluator: Evaluator,
  { key, readKey }: Member,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  return readKey?.() ?? textAt(key, node, frame, evaluator);
}

/** A list of what each member of an object is; `undefined` if its order may be another. */
function membersAs(
  evaluator: Evaluator,
  value: Value | undefined,
  node: { readonly range: Range },
  frame: Frame,
  read: (member: Member) => Value,
): Value | undefined {
  if (value?.kind === "choice") {
    const lists = value.branches.map((branch) => membersAs(evaluator, branch, node, frame, read));
    return choiceOf(
      evaluator.making(node, frame).range,
      lists.map((list) => list ?? evaluator.unknown(node, frame)),
    );
  }
  if (value?.kind !== "object" || evaluator.encoded.has(value)) {
    return undefined;
  }
  if (!evaluator.budget.takeElements(value.members.length)) {
    return undefined;
  }
  callAccessors(evaluator, value);
  const { members } = value;
  const last = new Map(members.map((member) => [member.key, member]));
  const elements = [...last.values()].map(asSeen).map((member) => ({
    value: mayBeAbsent(member) ? optionalValue(read({ ...member, value: presentPart(member.value) })) : read(member),
    place: undefined,
  }));
  const rest = { value: new UnknownElements(evaluator.making(node, frame).range), place: undefined };
  const isAll = value.isComplete && !(value instanceof RecordCell && value.hasUndefined);
  const hasRepeated = last.size < members.length || (value instanceof RecordCell && value.hasRepeated);
  const isOrdered = isAll && ![...last.keys()].some(isIndex) && !hasRepeated;
  return evaluator.list(node, frame, isAll ? elements : [...elements, rest], isOrdered);
}

/** `Object.assign(target, ...sources)`: the members of an object, or assignments to a construct. */
function assigned(call: Call): Value | undefined {
  const {
    evaluator,
    values: [target, ...sources],
  } = call;
  if (target instanceof ConstructCell) {
    for (const source of sources) {
      const members = source.kind === "object" ? source.members : [];
      for (const { key, range: place, value } of members) {
        target.update({ kind: "assignment", name: key, range: place, value, isCertain: true });
      }
    }
    return target;
  }
  if (target?.kind === "choice") {
    return assignedToEach(call, target);
  }
  if (!(target instanceof RecordCell)) {
    forgetReachable(evaluator, target ? [target] : []);
    forgetParts(evaluator, sources.flatMap(partValuesOf));
    return undefined;
  }
  if (!evaluator.budget.takeMade(target.state.members.length)) {
    target.lose();
    return target;
  }
  const builder = new MemberBuilder(evaluator, target);
  sources.forEach((source) => {
    builder.spread(source);
  });
  const { lastMembers, isComplete } = builder;
  const setters = new Map(lastMembers.map(({ key }) => [key, setterOf(target, key)]));
  for (const setter of new Set([...setters.values(), ...target.setters.values()])) {
    if (setter) {
      evaluator.recorder.functionEscapes(evaluator, setter.boundTo(target));
    }
  }
  const members = lastMembers.filter(({ key }) => !setters.get(key));
  target.setMembers(members, isComplete && members.length === lastMembers.length);
  return target;
}

/** What is called with an object or list and changes it in a way that is not followed. */
function changedSomehow({ evaluator, values: [target, ...others] }: Call): Value | undefined {
  if (target) {
    mayBeChanged(target);
  }
  forgetParts(evaluator, others.flatMap(partValuesOf));
  return target;
}

/** The values of the members or elements of a value. */
function partValuesOf(value: Value): readonly Value[] {
  return possibleValues(value).flatMap((branch) => partsOf(branch).map((part) => part.value));
}

/** The target is one of several values: what is assigned to each is assigned in one case only. */
function assignedToEach(call: Call, target: ChoiceValue): Value | undefined {
  const { evaluator, values } = call;
  if (!evaluator.budget.takeAlternatives(target.branches.length)) {
    return undefined;
  }
  for (const branch of target.branches) {
    evaluator.store.maybe(() => {
      assigned({ ...call, values: [branch, ...values.slice(1)] });
    });
  }
  return target;
}

function fromEntries(call: Call): Value | undefined {
  const { evaluator, values, node, frame } = call;
  const [entries] = values;
  if (entries?.kind === "choice") {
    return distributed(
      entries,
      evaluator.making(node, frame).range,
      (branch) => fromEntries({ ...call, values: [branch] }) ?? evaluator.unknown(node, frame),
    );
  }
  const list = entries instanceof SetValue ? entries.list : entries;
  if (list?.kind !== "array") {
    return undefined;
  }
  if (!evaluator.budget.takeElements(lengthOf(list))) {
    return undefined;
  }
  const builder = new MemberBuilder(evaluator);
  for (const entry of list.elements) {
    const [key, value] = entry.kind === "array" && isFixed(entry) ? entry.elements : [];
    if (key?.kind === "string" && key.isStatic) {
      const member = value ?? evaluator.undefinedAt(node, frame);
      builder.set({ key: key.value, keyRange: key.range, range: member.range, value: member });
    } else {
      builder.addUnknown();
    }
  }
  const { lastMembers: members, isComplete, hasUndefined } = builder;
  return new RecordCell(evaluator.store, evaluator.making(node, frame), { members, isComplete }, { hasUndefined });
}

/** A copy that shares nothing with the value: what the program changes in one is not changed in the other. */
function copied({ evaluator, values: [value] }: Call, copy = copyOf): Value | undefined {
  if (value?.kind !== "array" && value?.kind !== "object") {
    return undefined;
  }
  if (value instanceof RecordCell) {
    value.isSpread = true;
  }
  return copy(value, evaluator.store, evaluator.encoded);
}

/** The elements of a set. */
export function setOf(evaluator: Evaluator, iterable: Value, node: Call["node"], frame: Frame): SetValue {
  const elements = elementsOf(evaluator, iterable, evaluator.making(node, frame).range);
  const list = iterable instanceof SetValue ? iterable.list : iterable;
  if (!evaluator.budget.takeMade(elements.length)) {
    return new SetValue(
      evaluator.listOf(node, frame, [new UnknownElements(evaluator.making(node, frame).range)], false),
    );
  }
  return new SetValue(
    evaluator.list(node, frame, distinctElements(elements), list.kind !== "array" || isInOrder(list)),
  );
}
