import type { TSESTree } from "@typescript-eslint/utils";
import { possibleValues } from "../../../policy/possible-values.js";
import type { Value } from "../../../policy/value.js";
import { changingMethods } from "../tree/changes.js";
import type { Node } from "../tree/nodes.js";
import { memberName } from "../tree/property-names.js";
import { withoutTypes } from "../tree/transparent-nodes.js";
import { UnknownElements } from "./absent-values.js";
import { callArrayMethod } from "./array-methods.js";
import { elementsOf } from "./arrays.js";
import { calleeOf } from "./callees.js";
import { keyOf } from "./assignments.js";
import { choiceOf } from "./choices.js";
import { InstanceCell } from "./class-value.js";
import { ConstructCell } from "./construct-cell.js";
import { composed, Deferred, settled } from "./deferred.js";
import { callEncoder } from "./encoders.js";
import { forgetReachable, mayCarryActions } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import { FunctionValue } from "./functions.js";
import { ImportedValue } from "./imports.js";
import { memberValue, namedMember } from "./members.js";
import { RecordCell } from "./record.js";
import { callSetMethod } from "./set-methods.js";
import { SetValue } from "./sets.js";
import { Cell } from "./store.js";
import { callStringMethod } from "./string-methods.js";
import { unknownCall } from "./unknown-calls.js";
import { callFunctionMethod } from "./function-methods.js";
import { givenByPromise } from "./promises.js";
import { callFunction, callOf, type CallSite } from "./calls.js";

/** Calls a method. */
export function callMethod(
  evaluator: Evaluator,
  owner: Value,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value {
  const { node, frame } = site;
  const name = memberName(callee) ?? keyOf(evaluator, callee, frame);
  const encoded = callEncoder(evaluator, owner, name, values, site);
  if (encoded) {
    return encoded;
  }
  const isChange = changingMethods.has(name ?? "");
  if (owner instanceof ImportedValue) {
    if (isChange) {
      owner.forget();
    }
    return callImportedMethod(evaluator, owner, callee, values, site);
  }
  // What is given something to keep is looked at now.
  const isNeeded = isChange || (owner instanceof Deferred && isWorthReading(name, values));
  return composed(evaluator.making(node, frame).range, isNeeded ? [settled(owner)] : [owner], () =>
    callEachMethod(evaluator, settled(owner), name, callee, values, site),
  );
}

/** Methods that call a function for each element of a list, which may make something of it. */
const iteratingMethods: ReadonlySet<string> = new Set([
  ...["every", "filter", "find", "flatMap", "forEach", "map", "reduce", "reduceRight", "some"],
]);

/** Whether a call may do something to actions, so that it is worth reading another file to see what is called. */
function isWorthReading(name: string | undefined, values: readonly Value[]): boolean {
  const isIterating = iteratingMethods.has(name ?? "") && values.some((value) => value instanceof FunctionValue);
  return isIterating || values.some(mayCarryActions);
}

/** Calls a method of each value that the owner may be; what it changes there is changed in one case only. */
function callEachMethod(
  evaluator: Evaluator,
  owner: Value,
  name: string | undefined,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value {
  if (owner.kind !== "choice") {
    return callKnownMethod(evaluator, owner, name, callee, values, site);
  }
  const branches = possibleValues(owner);
  if (!evaluator.budget.takeAlternatives(branches.length)) {
    branches.forEach(lose);
    return evaluator.unknown(site.node, site.frame);
  }
  const results = branches.map((branch) => {
    let result: Value = evaluator.unknown(site.node, site.frame);
    evaluator.store.maybe(() => {
      result = callKnownMethod(evaluator, branch, name, callee, values, site);
    });
    return result;
  });
  return choiceOf(evaluator.making(site.node, site.frame).range, results);
}

function lose(value: Value): void {
  if (value instanceof Cell) {
    value.lose();
  }
}

/** Calls a function of an imported object or module, or a method that every list and string has. */
function callImportedMethod(
  evaluator: Evaluator,
  owner: ImportedValue,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value {
  const { node, frame, isStatement } = site;
  const asUnknown = () => unknownMethodCall(evaluator, callee, values, site);
  const isKnown = evaluator.recorder.isCalleeKnown(calleeOf(callee, frame) ?? owner.callee);
  const isNeeded = isWorthReading(memberName(callee), values);
  if (!owner.isOwn || isKnown || (isStatement && !isNeeded)) {
    return asUnknown();
  }
  const call = () => {
    const member = settled(memberValue(evaluator, owner, callee, frame));
    return member instanceof FunctionValue
      ? // A function of a module needs no whole module as its `this`.
        callFunction(evaluator, isWholeModule(owner) ? member : member.boundTo(owner.value), values, node, frame)
      : callKnownMethod(evaluator, owner.value, memberName(callee), callee, values, site);
  };
  return isNeeded ? settled(call()) : new Deferred(evaluator.store, evaluator.making(node, frame).range, call);
}

function unknownMethodCall(
  evaluator: Evaluator,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  { node, frame, isStatement, since }: CallSite,
): Value {
  return unknownCall(evaluator, node, frame, { callee: calleeOf(callee, frame), values, isStatement, since });
}

function isWholeModule({ callee }: ImportedValue): boolean {
  return callee.path.length === 0;
}

function callKnownMethod(
  evaluator: Evaluator,
  owner: Value,
  name: string | undefined,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value {
  const { node, frame } = site;
  const asUnknown = () => unknownMethodCall(evaluator, callee, values, site);
  // A method of JavaScript makes no construct.
  const asNotKnown = () => {
    asUnknown();
    return evaluator.unknown(node, frame);
  };
  if (name === undefined) {
    return callAnyMethod(evaluator, owner, callee, values, site) ?? asUnknown();
  }
  const given = givenByPromise(evaluator, owner, name, values, site);
  if (given) {
    return given;
  }
  if (evaluator.encoded.has(owner)) {
    return asNotKnown();
  }
  if (owner instanceof SetValue) {
    return callSetMethod(evaluator, owner, name, values, node, frame) ?? asNotKnown();
  }
  if (owner instanceof FunctionValue) {
    return callFunctionMethod(evaluator, owner, name, values, site) ?? asUnknown();
  }
  switch (owner.kind) {
    case "array":
      return callArrayMethod(evaluator, owner, name, values, node, frame) ?? asNotKnown();
    case "string":
      return callStringMethod(evaluator, owner, name, values, node, frame) ?? asNotKnown();
    case "construct":
      return (
        callOfConstruct(evaluator, owner, name, callee, values, site) ??
        // What it is given becomes a part of it.
        (evaluator.recorder.isCalleeKnown(owner.callee)
          ? namedMember(evaluator, owner, name, node, frame)
          : asUnknown())
      );
    default:
      return (
        (name === "concat" && owner.kind === "unknown" ? concatenated(evaluator, owner, values, site) : undefined) ??
        callMember(evaluator, owner, name, callee, values, site)
      );
  }
}

/** `handlers[kind](...)`: any of its functions may be called, or one that is not known, which may change it. */
function callAnyMethod(
  evaluator: Evaluator,
  owner: Value,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value | undefined {
  const functions = owner instanceof RecordCell ? owner.seenMembers.map(({ value }) => value) : [];
  const made = functions.filter((value) => value instanceof FunctionValue).map((one) => one.boundTo(owner));
  forgetReachable(evaluator, [owner]);
  const unknown = evaluator.unknown(site.node, site.frame);
  return made.length > 0
    ? callOf(evaluator, choiceOf(unknown.range, [...made, unknown]), values, site, calleeOf(callee, site.frame))
    : undefined;
}

/** Calls a member of an object. One that is not known may change the object. */
function callMember(
  evaluator: Evaluator,
  owner: Value,
  name: string,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  site: CallSite,
): Value {
  const { frame } = site;
  const construct = owner instanceof InstanceCell && !owner.classValue.method(name) ? owner.construct : undefined;
  if (construct) {
    callOfConstruct(evaluator, construct, name, callee, values, site);
  }
  const member = namedMember(evaluator, owner, name, callee, frame);
  if (!(member instanceof FunctionValue) && owner instanceof RecordCell && site.isStatement) {
    forgetReachable(evaluator, [owner]);
  }
  return callOf(evaluator, member, values, site, calleeOf(callee, frame));
}

/** `more.concat([...])`: a list, if one is joined to it. It may also be a string, so that texts are not known. */
function concatenated(
  evaluator: Evaluator,
  owner: Value,
  values: readonly Value[],
  { node, frame }: CallSite,
): Value | undefined {
  const known = values.map(settled);
  if (!known.some(({ kind }) => kind === "array")) {
    return undefined;
  }
  const elements = known.flatMap((value) =>
    value.kind === "array"
      ? elementsOf(evaluator, value, value.range)
      : [{ value: evaluator.unknown(value, frame), place: undefined }],
  );
  const list = evaluator.list(node, frame, [
    { value: new UnknownElements(owner.range), place: undefined },
    ...elements,
  ]);
  return choiceOf(list.range, [list, evaluator.unknown(node, frame)]);
}

/** A call of a method of a construct is an update of it. A `with` method gives the construct itself. */
function callOfConstruct(
  evaluator: Evaluator,
  owner: Extract<Value, { kind: "construct" }>,
  name: string,
  callee: TSESTree.MemberExpression,
  values: readonly Value[],
  { node, frame }: CallSite,
): Value | undefined {
  if (!(owner instanceof ConstructCell)) {
    return undefined;
  }
  const { range } = evaluator.making(node, frame);
  const isChained = isCall(withoutTypes(callee.object)) && frame.activation.reference === undefined;
  const isWith = /^with[A-Z]/u.test(name);
  owner.update(
    { kind: "call", name, range, arguments: values, isCertain: true },
    isChained && isWith ? range : undefined,
  );
  return isWith ? owner : undefined;
}

function isCall({ type }: Node): boolean {
  return type === "NewExpression" || type === "CallExpression";
}
