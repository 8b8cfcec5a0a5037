import type { TSESTree } from "@typescript-eslint/utils";
import { possibleValues } from "../../../policy/possible-values.js";
import type { Callee, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { CallNode } from "../tree/nodes.js";
import { UnknownElements } from "./absent-values.js";
import { elementsOf, hasLostOrder } from "./arrays.js";
import { choiceOf } from "./choices.js";
import { InstanceCell } from "./class-value.js";
import { ConstructCell } from "./construct-cell.js";
import { forgetReachable, partsOf } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { asOptional, isCertain } from "./list.js";
import { markMerged } from "./merges.js";
import { RecordCell } from "./record.js";

/** The arguments of a call. Those of a spread that is not known are any number. */
export function argumentsOf(evaluator: Evaluator, node: CallNode, frame: Frame): readonly Value[] {
  const values: Value[] = [];
  for (const argument of node.arguments) {
    if (argument.type === "SpreadElement") {
      values.push(...spreadArguments(evaluator, argument, frame));
    } else {
      values.push(evaluator.evaluate(argument, frame));
    }
  }
  return values;
}

function spreadArguments(evaluator: Evaluator, argument: TSESTree.SpreadElement, frame: Frame): readonly Value[] {
  const { range } = evaluator.making(argument, frame);
  const list = evaluator.read(argument.argument, frame);
  const elements = elementsOf(evaluator, list, range);
  if (!hasLostOrder(list) || elements.length < 2) {
    return elements.map(({ value }) => asArgument(value, range));
  }
  if (!evaluator.budget.takeElements(elements.length)) {
    return [new UnknownElements(range)];
  }
  const values = elements.map(({ value }) => value);
  if (values.every(isCertain)) {
    // Each may be any of them.
    const any = choiceOf(range, values);
    return values.map(() => any);
  }
  // How many there are is not known either.
  return elements.map((element) => asArgument(asOptional(element).value, range));
}

/** An argument that may be left out: what follows it may be another parameter then. */
function asArgument(value: Value, range: Range): Value {
  return value.kind === "choice" && value.isOptional ? new UnknownElements(range, value) : value;
}

interface UnknownCall {
  /** When the program began to evaluate the arguments. */
  readonly since: number;
  readonly callee: Callee | undefined;
  readonly values: readonly Value[];
  readonly isStatement: boolean;
}

/**
 * A call of a function that is not known. Functions among its arguments may be called at any time. What it is given may
 * be changed by it, if it is called for what it does.
 */
export function unknownCall(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  frame: Frame,
  { callee, values, isStatement, since }: UnknownCall,
): Value {
  const value = construct(evaluator, node, frame, callee, values);
  markMerged(evaluator, callee, values);
  const isHarmless = callee?.path[0] === "console" || (callee && evaluator.recorder.isCalleeKnown(callee));
  if (!isHarmless) {
    const given = values.filter((one, index) => !isWrittenPolicy(evaluator, one, node.arguments[index]));
    const mayChange = isStatement || values.some(takesArguments);
    const changed = mayChange ? given : given.filter((one) => mayBeCompleted(evaluator, one));
    forgetReachable(evaluator, changed, since);
  }
  return value;
}

/** A policy that is written where it is given away is sent; what it is made of is not there to be changed. */
function isWrittenPolicy(
  evaluator: Evaluator,
  value: Value,
  argument: TSESTree.CallExpressionArgument | undefined,
): boolean {
  return argument?.type === "ObjectExpression" && evaluator.recorder.isRecorded(value);
}

/** Whether a function may be called with what is given beside it, as that of `reduce` is. */
function takesArguments(value: Value): boolean {
  return value instanceof FunctionValue && value.node.params.length > 0;
}

/** Whoever gives an object for a result mostly reads it; a list, a role or a policy is often completed. */
function mayBeCompleted(evaluator: Evaluator, value: Value): boolean {
  return possibleValues(value).some(
    (branch) =>
      branch.kind === "array" ||
      branch.kind === "construct" ||
      branch instanceof InstanceCell ||
      evaluator.recorder.isRecorded(branch),
  );
}

/** The construct of `new X(...)` or `f(...)`; functions among its arguments may be called at any time. */
export function construct(
  evaluator: Evaluator,
  node: CallNode,
  frame: Frame,
  callee: Callee | undefined,
  values: readonly Value[],
): Value {
  for (const value of values) {
    functionsIn(evaluator, value).forEach((made) => {
      evaluator.uncalled.functionEscapes(evaluator, made);
    });
    if (value instanceof RecordCell) {
      value.mayGrow = true;
    }
  }
  if (!callee) {
    return evaluator.unknown(node, frame);
  }
  const made = new ConstructCell(
    evaluator.store,
    evaluator.making(node, frame),
    callee,
    values.map((value) => (value instanceof UnknownElements ? evaluator.unknown(value, frame) : value)),
  );
  evaluator.recorder.constructMade(node, made, frame);
  return made;
}

/** How deeply a value is searched for functions that it gives away. */
const maxLevels = 3;

/** The functions that a value gives away. */
export function functionsIn({ budget }: Evaluator, value: Value): readonly FunctionValue[] {
  const found: FunctionValue[] = [];
  const seen = new Map<Value, number>();
  const search = (part: Value, levels: number) => {
    if (part instanceof FunctionValue) {
      found.push(part);
    } else if (levels > (seen.get(part) ?? 0) && !(part instanceof InstanceCell)) {
      seen.set(part, levels);
      if (part instanceof RecordCell) {
        found.push(...part.getters.values(), ...part.setters.values());
      }
      const parts = partsOf(part);
      for (const inner of budget.takeRead(parts.length) ? parts : []) {
        search(inner.value, levels - 1);
      }
    }
  };
  search(value, maxLevels);
  return found;
}
