import type { TSESTree } from "@typescript-eslint/utils";
import { mayBeAbsent } from "../../../policy/members.js";
import { possibleValues } from "../../../policy/possible-values.js";
import type { ChoiceValue, Member, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { UnknownElements } from "./absent-values.js";
import { callAccessors, setterOf } from "./accessors.js";
import { lengthOf } from "./array-call.js";
import { choiceOf, optionalValue, presentPart } from "./choices.js";
import { ConstructCell } from "./construct-cell.js";
import { forgetParts, forgetReachable, mayBeChanged, partsOf } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { isFixed, isInOrder } from "./list.js";
import { MemberBuilder } from "./member-builder.js";
import { distributed } from "./members.js";
import { isIndex, RecordCell, seenMembersOf } from "./record.js";
import { asSeen } from "./record-states.js";
import { SetValue } from "./sets.js";
import { textAt } from "./text.js";

/** A call of a function that JavaScript provides. */
export interface ProvidedCall {
  readonly evaluator: Evaluator;
  readonly values: readonly Value[];
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly frame: Frame;
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

export function keyValue(
  evaluator: Evaluator,
  { key, readKey }: Member,
  node: { readonly range: Range },
  frame: Frame,
): Value {
  return readKey?.() ?? textAt(key, node, frame, evaluator);
}

/** A list of what each member of an object is; `undefined` if its order may be another. */
export function membersAs(
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
  const members = seenMembersOf(value);
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
export function assigned(call: ProvidedCall): Value | undefined {
  const {
    evaluator,
    values: [target, ...sources],
    node,
    frame,
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
  target.hasRepeated ||= sources.some((source) => source instanceof RecordCell && source.hasRepeated);
  const { lastMembers, isComplete } = builder;
  const setters = new Map(lastMembers.map(({ key }) => [key, setterOf(target, key)]));
  const members = lastMembers.filter(({ key }) => !setters.get(key));
  target.setMembers(members, isComplete && members.length === lastMembers.length);
  for (const setter of new Set([...setters.values(), ...target.setters.values()])) {
    if (setter) {
      evaluator.uncalled.functionEscapes(evaluator, setter.boundTo(target));
    }
  }
  evaluator.recorder.objectCompleted(node, target, frame);
  return target;
}

/** The target is one of several values: what is assigned to each is assigned in one case only. */
function assignedToEach(call: ProvidedCall, target: ChoiceValue): Value | undefined {
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

/** What is called with an object or list and changes it in a way that is not followed. */
export function changedSomehow({ evaluator, values: [target, ...others] }: ProvidedCall): Value | undefined {
  if (target) {
    mayBeChanged(target);
  }
  forgetParts(evaluator, others.flatMap(partValuesOf));
  return target;
}

/** The values of the members or elements of a value. */
export function partValuesOf(value: Value): readonly Value[] {
  return possibleValues(value).flatMap((branch) => partsOf(branch).map((part) => part.value));
}

export function fromEntries(call: ProvidedCall): Value | undefined {
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
      forgetParts(evaluator, partValuesOf(entry));
    }
  }
  const { lastMembers: members, isComplete, hasUndefined } = builder;
  const made = new RecordCell(
    evaluator.store,
    evaluator.making(node, frame),
    { members, isComplete },
    { hasUndefined, hasRepeated: !isInOrder(list) },
  );
  evaluator.recorder.objectCompleted(node, made, frame);
  return made;
}
