import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { Node } from "../tree/nodes.js";
import { memberName } from "../tree/property-names.js";
import { withoutTypes } from "../tree/transparent-nodes.js";
import { lentValue } from "./arrays.js";
import { calleeOf, globalName, requiredModule } from "./callees.js";
import { choiceOf, isNullish } from "./choices.js";
import { ClassValue } from "./class-value.js";
import { superMember } from "./classes.js";
import { Deferred, settled } from "./deferred.js";
import { encodedValue, isEncoderOf } from "./encoders.js";
import { forgetReachable, mayCarryActions } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { enter } from "./function-calls.js";
import { FunctionValue, ProvidedFunction } from "./functions.js";
import { ImportedValue } from "./imports.js";
import { callSuper, instantiate } from "./instances.js";
import { memberValue } from "./members.js";
import { callMethod } from "./method-calls.js";
import { isInOptionalChain } from "./optional-chains.js";
import { constructProvided } from "./provided-classes.js";
import { callProvided } from "./provided-functions.js";
import { argumentsOf, construct, unknownCall } from "./unknown-calls.js";

/** The value of `f(...)`. */
export function callValue(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  frame: Frame,
  isStatement = false,
): Value {
  const since = evaluator.store.now;
  const callee = withoutTypes(node.callee);
  if (callee.type === "Super") {
    return callSuper(evaluator, argumentsOf(evaluator, node, frame), node, frame);
  }
  const required = requiredModule(evaluator, node, frame);
  if (required) {
    return required;
  }
  const global = globalName(callee, frame);
  if (global !== undefined) {
    const values = argumentsOf(evaluator, node, frame);
    const value = callProvided(evaluator, global, values, node, frame);
    if (value) {
      return value;
    }
    return unknownCall(evaluator, node, frame, { callee: calleeOf(callee, frame), values, isStatement, since });
  }
  const site = { node, frame, isStatement, since };
  if (callee.type === "MemberExpression" && callee.object.type !== "Super") {
    const isCopying = copyingMethods.has(memberName(callee) ?? "");
    const owner = isCopying ? lentValue(evaluator, callee.object, frame) : evaluator.evaluate(callee.object, frame);
    return whereCalled(evaluator, node, owner, frame, () =>
      callMethod(evaluator, owner, callee, argumentsOf(evaluator, node, frame), site),
    );
  }
  const made =
    callee.type === "MemberExpression" ? superMember(evaluator, callee, frame) : evaluator.evaluate(callee, frame);
  return whereCalled(evaluator, node, made, frame, () =>
    callOf(evaluator, made, argumentsOf(evaluator, node, frame), site, calleeOf(callee, frame)),
  );
}

/** Methods that make a list of the elements of another one, and mostly of others. */
const copyingMethods: ReadonlySet<string> = new Set(["concat", "slice", "toSpliced", "with"]);

/**
 * A call in an optional chain, `x?.f(...)` or `x.f?.(...)`: where there is nothing to call, its arguments are not looked
 * at either.
 *
 * @param owner the function, or the object of the method
 */
function whereCalled(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  owner: Value,
  frame: Frame,
  call: () => Value,
): Value {
  if (!isInOptionalChain(node)) {
    return call();
  }
  const callee = withoutTypes(node.callee);
  const isMember = callee.type === "MemberExpression" && callee.object.type !== "Super";
  const called = node.optional && isMember ? memberValue(evaluator, owner, callee, frame) : owner;
  const isNone = isNoneOf([owner, called]);
  if (isNone === false) {
    return call();
  }
  const none = evaluator.undefinedAt(node, frame);
  const values: Value[] = [];
  const run = () => values.push(call());
  if (isNone) {
    // What its arguments make is still worth judging.
    evaluator.store.attempt(run);
    return none;
  }
  evaluator.store.maybe(run);
  const [value = none] = values;
  return value.kind === "unknown" || value.kind === "construct" ? value : choiceOf(none.range, [value, none]);
}

/** Whether one of some values is nothing; `undefined` if that is not known. */
function isNoneOf(values: readonly Value[]): boolean | undefined {
  const are = values.map((value) => (value instanceof Deferred ? undefined : isNullish(value)));
  return are.includes(true) ? true : are.includes(undefined) ? undefined : false;
}

export interface CallSite {
  readonly node: TSESTree.CallExpression;
  readonly frame: Frame;
  /** Whether nobody uses the result: then the function is called for what it does. */
  readonly isStatement: boolean;
  /** When the program began to evaluate the call. */
  readonly since: number;
}

/** Calls a value as a function. */
export function callOf(
  evaluator: Evaluator,
  made: Value,
  values: readonly Value[],
  site: CallSite,
  callee: Callee | undefined,
): Value {
  const { node, frame, isStatement, since } = site;
  const asUnknown = () => unknownCall(evaluator, node, frame, { callee, values, isStatement, since });
  if (made instanceof FunctionValue) {
    // A carrier may know the function by its name, as the setting `policySources` says.
    evaluator.recorder.callMade(callee, () => construct(evaluator, node, frame, callee, values));
    return callFunction(evaluator, made, values, node, frame);
  }
  if (made.kind === "choice" && evaluator.budget.takeAlternatives(made.branches.length)) {
    const results: Value[] = [];
    evaluator.store.choose(
      made.branches.map((branch) => () => results.push(callOf(evaluator, branch, values, site, callee))),
    );
    return choiceOf(evaluator.making(node, frame).range, results);
  }
  if (made instanceof ImportedValue) {
    return callImported(evaluator, made, values, site, asUnknown);
  }
  if (made instanceof Deferred) {
    return new Deferred(evaluator.store, made.range, () => callOf(evaluator, made.value, values, site, callee));
  }
  return made instanceof ProvidedFunction
    ? (callProvided(evaluator, made.name, values, node, frame) ?? asUnknown())
    : asUnknown();
}

/**
 * Calls a function of another file: at once if it is given something that may hold actions, else when somebody asks for
 * the result.
 */
function callImported(
  evaluator: Evaluator,
  made: ImportedValue,
  values: readonly Value[],
  site: CallSite,
  asUnknown: () => Value,
): Value {
  const { node, frame, isStatement } = site;
  const [argument] = values;
  if (argument && isEncoderOf(made.callee)) {
    return encodedValue(evaluator, argument, node, frame);
  }
  if (!made.isOwn || evaluator.recorder.isCalleeKnown(made.callee)) {
    return asUnknown();
  }
  const call = () => {
    const known = made.value;
    return known instanceof FunctionValue
      ? callFunction(evaluator, known, values, node, frame)
      : // A class or a function of a library, which the module only passes on.
        asUnknown();
  };
  if (values.some(mayCarryActions)) {
    return settled(call());
  }
  return isStatement ? asUnknown() : new Deferred(evaluator.store, evaluator.making(node, frame).range, call);
}

/** The value of `new X(...)`. */
export function constructed(evaluator: Evaluator, node: TSESTree.NewExpression, frame: Frame): Value {
  const callee = withoutTypes(node.callee);
  const global = globalName(callee, frame);
  const made = global === undefined ? evaluator.evaluate(callee, frame) : undefined;
  const values = argumentsOf(evaluator, node, frame);
  const asUnknown = () => construct(evaluator, node, frame, calleeOf(callee, frame), values);
  if (global !== undefined) {
    return constructProvided(evaluator, global, values, node, frame) ?? asUnknown();
  }
  if (made instanceof ClassValue) {
    evaluator.recorder.callMade(calleeOf(callee, frame), asUnknown);
    return instantiate(evaluator, made, values, node, frame);
  }
  if (made instanceof ImportedValue && made.isOwn && !evaluator.recorder.isCalleeKnown(made.callee)) {
    const make = () => {
      const known = made.value;
      return known instanceof ClassValue ? instantiate(evaluator, known, values, node, frame) : asUnknown();
    };
    // An instance that is made of nothing may still be given something later.
    return values.length === 0
      ? new Deferred(evaluator.store, evaluator.making(node, frame).range, make)
      : values.some(mayCarryActions)
        ? make()
        : asUnknown();
  }
  const value = asUnknown();
  if (calleeOf(callee, frame) && !evaluator.recorder.isCalleeKnown(calleeOf(callee, frame) ?? noCallee)) {
    // A list that an instance is made of may be completed by it.
    forgetReachable(
      evaluator,
      values.filter(({ kind }) => kind === "array"),
    );
  }
  return value;
}

const noCallee: Callee = { module: undefined, path: [] };

/** Calls a function of the program. */
export function callFunction(
  evaluator: Evaluator,
  made: FunctionValue,
  values: readonly Value[],
  node: { readonly range: Range; readonly type?: string; readonly callee?: Node },
  frame: Frame,
): Value {
  return enter(evaluator, made, values, { node, frame });
}
