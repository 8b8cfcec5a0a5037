import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { Node } from "../tree/nodes.js";
import { UnknownElements } from "./absent-values.js";
import { choiceOf } from "./choices.js";
import { settled } from "./deferred.js";
import { forgetReachable } from "./escapes.js";
import { type Evaluator, isPlainlyUnknown } from "./evaluator.js";
import { type Activation, Frame } from "./frame.js";
import { asOptional, placed } from "./list.js";
import type { FunctionNode, FunctionValue } from "./functions.js";
import { bindPattern } from "./patterns.js";
import { runBlock } from "./statements.js";
import { hoistVariables } from "./variables.js";

/** The place that calls a function. */
export interface CallPlace {
  readonly node: { readonly range: Range; readonly callee?: Node };
  readonly frame: Frame;
}

/** A function that calls itself more often than this, each time from the last one, is not followed further. */
const maxRecursion = 8;

/** Functions that call each other more deeply than this are not followed, to protect the call stack. */
const maxCalls = 30;

/** Runs a function of the program. */
export function enter(evaluator: Evaluator, made: FunctionValue, more: readonly Value[], place: CallPlace): Value {
  const { node, given } = made;
  const values = given ? [...given, ...more] : more;
  const isFirst = evaluator.uncalled.enters(node);
  const running = evaluator.running.filter((other) => other === node).length;
  if (running > maxRecursion || (running > 0 && values.length > 0 && values.every(isPlainlyUnknown))) {
    return recursed(evaluator, made, values, place);
  }
  if (evaluator.running.length >= maxCalls || (!isFirst && evaluator.budget.isExhausted)) {
    evaluator.budget.giveUp();
    return evaluator.unknown(place.node, place.frame);
  }
  const wasRepeating = evaluator.isRepeating;
  evaluator.isRepeating ||= !isFirst;
  evaluator.running.push(node);
  const value = run(evaluator, made, values, place);
  evaluator.running.pop();
  evaluator.isRepeating = wasRepeating;
  return value;
}

/**
 * A recursion that goes on for longer than is followed may go on for ever: whatever the function changes may have been
 * changed any number of times.
 */
function recursed(evaluator: Evaluator, made: FunctionValue, values: readonly Value[], place: CallPlace): Value {
  const { store, recorder } = evaluator;
  if (!evaluator.recursing.has(made.node)) {
    const mark = recorder.mark();
    const wasRepeating = evaluator.isRepeating;
    evaluator.isRepeating = true;
    evaluator.recursing.add(made.node);
    evaluator.running.push(made.node);
    store.forgetRepeated(() => {
      run(evaluator, made, unknownArguments(evaluator, made.node, made.frame), place);
    });
    evaluator.running.pop();
    evaluator.recursing.delete(made.node);
    evaluator.isRepeating = wasRepeating;
    recorder.forgetSince(mark);
  }
  forgetReachable(evaluator, values);
  return evaluator.unknown(place.node, place.frame);
}

function run(evaluator: Evaluator, made: FunctionValue, values: readonly Value[], place: CallPlace): Value {
  const { node } = made;
  const frame = new Frame(activationOf(evaluator, made, values, place), made.frame, true);
  bindParameters(evaluator, node, values, frame, place);
  if (node.body?.type !== "BlockStatement") {
    return node.body ? evaluator.evaluate(node.body, frame) : evaluator.unknown(place.node, place.frame);
  }
  hoistVariables(evaluator, node.body, frame);
  const { body } = node.body;
  if (node.generator) {
    // It begins when somebody asks for the first of what it yields, which is not followed; only what is made on the way.
    evaluator.store.maybe(() => {
      runBlock(evaluator, body, frame);
    });
    return evaluator.unknown(place.node, place.frame);
  }
  const { returned, next } = runBlock(evaluator, body, frame);
  const results = next ? [...returned, evaluator.undefinedAt(place.node, place.frame)] : returned;
  const [only, ...others] = results;
  return only && others.length === 0
    ? only
    : choiceOf(evaluator.making(place.node, place.frame).range, results.map(settled));
}

function activationOf(
  evaluator: Evaluator,
  made: FunctionValue,
  values: readonly Value[],
  { node, frame }: CallPlace,
): Activation {
  const caller = frame.activation;
  const own = made.frame.activation;
  const isArrow = made.node.type === "ArrowFunctionExpression";
  const isOfOtherFile = own.module.origin !== undefined;
  const callsFromHere = caller.module.origin === undefined;
  return {
    module: own.module,
    reference: isOfOtherFile ? (callsFromHere ? node.range : caller.reference) : undefined,
    // A function that is called where it is written runs as often as the code around it.
    run: node.callee === made.node ? caller.run : evaluator.nextRun(),
    functionName: callsFromHere ? (nameOf(made) ?? caller.functionName) : (caller.functionName ?? nameOf(made)),
    thisValue: isArrow ? own.thisValue : made.thisValue,
    homeClass: isArrow ? own.homeClass : made.homeClass,
    made,
    values: isArrow ? own.values : values,
  };
}

/** The name of a function for messages, with the other file that it is in. */
function nameOf({ name, frame: { activation } }: FunctionValue): string | undefined {
  const { origin } = activation.module;
  return name === undefined || origin === undefined ? name : `${name} in ${origin}`;
}

function bindParameters(
  evaluator: Evaluator,
  node: FunctionNode,
  values: readonly Value[],
  frame: Frame,
  place: CallPlace,
): void {
  const unknownFrom = values.findIndex((value) => value instanceof UnknownElements);
  const known = unknownFrom < 0 ? values : values.slice(0, unknownFrom);
  const others = unknownFrom < 0 ? [] : placed(values.slice(unknownFrom)).map(asOptional);
  const other =
    unknownFrom < 0 ? evaluator.undefinedAt(place.node, place.frame) : evaluator.unknown(place.node, place.frame);
  for (const [index, parameter] of parametersOf(node).entries()) {
    if (parameter.type === "RestElement") {
      const elements = [...placed(known.slice(index)), ...others];
      bindPattern(evaluator, parameter.argument, evaluator.list(place.node, frame, elements), frame);
    } else {
      bindPattern(evaluator, parameter, known[index] ?? other, frame);
    }
  }
}

/** The parameters that get an argument: in TypeScript, the type of `this` stands before them. */
function parametersOf({ params }: FunctionNode): readonly TSESTree.Parameter[] {
  const [first] = params;
  return first?.type === "Identifier" && first.name === "this" ? params.slice(1) : params;
}

/** The arguments with which nothing is known of a call: for functions that the file does not call. */
export function unknownArguments(evaluator: Evaluator, node: FunctionNode, frame: Frame) {
  return parametersOf(node).map((parameter) =>
    parameter.type === "RestElement"
      ? new UnknownElements(evaluator.making(parameter, frame).range)
      : evaluator.unknown(parameter, frame),
  );
}

/** Runs a function of which nothing calls known: with arguments that are not known, as part of the code around it. */
export function runUncalled(evaluator: Evaluator, made: FunctionValue): void {
  const place = { node: { range: made.node.range, callee: made.node }, frame: made.frame };
  enter(evaluator, made, unknownArguments(evaluator, made.node, made.frame), place);
}
