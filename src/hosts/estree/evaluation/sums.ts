import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { composed, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { composeText } from "./text.js";

/** The value of a chain of `+`. Strings are joined from the first one on; before it, numbers are added. */
export function sumValue(evaluator: Evaluator, node: TSESTree.BinaryExpression, frame: Frame): Value {
  const operands = operandsOf(node).map((operand) => evaluator.evaluate(operand, frame));
  const { range } = evaluator.making(node, frame);
  const value = composed(range, operands, () => {
    const known = operands.map(settled);
    const isText = ({ kind }: Value) => kind === "string";
    const first = known.findIndex(isText);
    const number = sumOf(first < 0 ? known : known.slice(0, first));
    if (first < 0) {
      return number === undefined ? evaluator.unknown(node, frame) : evaluator.scalar(number, node, frame);
    }
    const before = first === 0 ? [] : [beforeText(evaluator, known.slice(0, first), number, frame)];
    return composeText(evaluator, node, frame, [...before, ...known.slice(first)]);
  });
  return evaluator.recorder.stringRead(node, value, frame);
}

function beforeText(evaluator: Evaluator, values: readonly Value[], number: number | undefined, frame: Frame): Value {
  const [first, last] = [values[0], values.at(-1)];
  const place = { range: [first?.range[0] ?? 0, last?.range[1] ?? 0] satisfies Range };
  return values.length === 1 && first
    ? first
    : number === undefined
      ? evaluator.unknown(place, frame)
      : evaluator.scalar(number, place, frame);
}

function sumOf(values: readonly Value[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value.kind !== "scalar" || typeof value.value !== "number") {
      return undefined;
    }
    sum += value.value;
  }
  return sum;
}

/** The operands of a chain of `+`, from left to right. Iterative, because a chain may exceed the call stack. */
function operandsOf(node: TSESTree.BinaryExpression): TSESTree.Node[] {
  const operands: TSESTree.Node[] = [];
  let rest: TSESTree.Node = node;
  while (rest.type === "BinaryExpression" && rest.operator === "+") {
    operands.push(rest.right);
    rest = rest.left;
  }
  return [...operands, rest].reverse();
}

/** The same operator for `x += y`. */
export function sumOfTwo(
  evaluator: Evaluator,
  node: { readonly range: Range },
  left: Value,
  right: Value,
  frame: Frame,
) {
  const { range } = evaluator.making(node, frame);
  return composed(range, [left, right], () => {
    const known = [settled(left), settled(right)];
    const number = sumOf(known);
    if (number !== undefined) {
      return evaluator.scalar(number, node, frame);
    }
    return known.some(({ kind }) => kind === "string")
      ? composeText(evaluator, node, frame, known)
      : evaluator.unknown(node, frame);
  });
}
