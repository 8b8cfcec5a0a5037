import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import type { Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { memberName } from "../tree/property-names.js";
import { FalsyValue } from "./absent-values.js";
import { branchesWhere, choiceOf, isNullish, truthOf } from "./choices.js";
import { comparison, typeOf } from "./comparisons.js";
import { composed, Deferred, settled } from "./deferred.js";
import { mayBeChanged } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { RecordCell } from "./record.js";
import { sumValue } from "./sums.js";
import { textAt } from "./text.js";

/** `test ? a : b`. If the condition is not known, the value is any of both. */
export function conditionalValue(
  evaluator: Evaluator,
  { test, consequent, alternate, range }: TSESTree.ConditionalExpression,
  frame: Frame,
): Value {
  const condition = evaluator.evaluate(test, frame);
  const holds = condition instanceof Deferred ? undefined : truthOf(condition);
  if (holds !== undefined) {
    const [taken, other] = holds ? [consequent, alternate] : [alternate, consequent];
    evaluator.skipped.skips(other, frame, () => evaluator.evaluate(other, frame));
    evaluator.skipped.takes(taken);
    return evaluator.evaluate(taken, frame);
  }
  const values: Value[] = [];
  evaluator.store.choose(
    [consequent, alternate].map((branch) => () => {
      evaluator.skipped.takes(branch);
      values.push(evaluator.evaluate(branch, frame));
    }),
  );
  return choiceOf(frame.activation.reference ?? range, values);
}

/** `a && b`, `a || b`, `a ?? b`. */
export function logicalValue(evaluator: Evaluator, node: TSESTree.LogicalExpression, frame: Frame): Value {
  const left = evaluator.evaluate(node.left, frame);
  const { range } = evaluator.making(node, frame);
  const known = left instanceof Deferred ? undefined : left;
  const isTaken = known && isRightTaken(node.operator, known);
  if (isTaken === false) {
    evaluator.skipped.skips(node.right, frame, () => evaluator.evaluate(node.right, frame));
    return left;
  }
  evaluator.skipped.takes(node.right);
  if (isTaken) {
    return evaluator.evaluate(node.right, frame);
  }
  let right: Value = evaluator.unknown(node.right, frame);
  evaluator.store.maybe(() => {
    right = evaluator.evaluate(node.right, frame);
  });
  return composed(range, [left, right], () => {
    const kept = branchesWhere(settled(left), (branch) => isRightTaken(node.operator, branch) !== true);
    const rest = kept && node.operator === "&&" ? falsyPart(kept) : kept;
    return choiceOf(range, rest ? [rest, settled(right)] : [settled(right)]);
  });
}

/** Whether the value of the right side counts; `undefined` if that is not known. */
function isRightTaken(operator: "&&" | "||" | "??", left: Value): boolean | undefined {
  if (operator === "??") {
    return isNullish(left);
  }
  const holds = truthOf(left);
  return holds === undefined ? undefined : holds === (operator === "&&");
}

/** What `x && y` is where `x` is falsy: a value that is not known is falsy then. */
function falsyPart(value: Value): Value {
  return value.kind === "choice"
    ? { ...value, branches: value.branches.map(falsyPart) }
    : truthOf(value) === undefined
      ? new FalsyValue(value.range)
      : value;
}

/** `!x`, `typeof x`, `-x`, `void x`. */
export function unaryValue(
  evaluator: Evaluator,
  node: TSESTree.UnaryExpression | Jsonc.JSONUnaryExpression,
  frame: Frame,
): Value {
  const { operator } = node;
  if (operator === "delete") {
    return deleted(evaluator, node, frame);
  }
  const value = evaluator.evaluate(node.argument, frame);
  if (operator === "void") {
    return evaluator.undefinedAt(node, frame);
  }
  if (value instanceof Deferred) {
    return evaluator.unknown(node, frame);
  }
  switch (operator) {
    case "!": {
      const holds = truthOf(value);
      return evaluator.boolean(holds === undefined ? undefined : !holds, node, frame);
    }
    case "-":
      return value.kind === "scalar" && typeof value.value === "number"
        ? evaluator.scalar(-value.value, node, frame)
        : evaluator.unknown(node, frame);
    case "typeof":
      return typeName(evaluator, value, node, frame);
    default:
      return evaluator.unknown(node, frame);
  }
}

function typeName(evaluator: Evaluator, value: Value, node: { readonly range: Range }, frame: Frame): Value {
  const name = typeOf(value);
  return name === undefined ? evaluator.unknown(node, frame) : textAt(name, node, frame, evaluator);
}

function deleted(evaluator: Evaluator, { argument }: TSESTree.UnaryExpression, frame: Frame): Value {
  if (argument.type === "MemberExpression") {
    const owner = evaluator.read(argument.object, frame);
    const name = memberName(argument) ?? textOfKey(evaluator.read(argument.property, frame));
    if (owner.kind === "choice") {
      for (const branch of owner.branches) {
        evaluator.store.maybe(() => {
          removeMember(branch, name);
        });
      }
    } else {
      removeMember(owner, name);
    }
  }
  return evaluator.unknown(argument, frame);
}

function removeMember(owner: Value, name: string | undefined): void {
  if (owner instanceof RecordCell && name !== undefined) {
    owner.removeMember(name);
  } else {
    mayBeChanged(owner);
  }
}

function textOfKey(key: Value): string | undefined {
  return key.kind === "string" && key.isStatic ? key.value : undefined;
}

/** `a + b`, `a === b`, `a < b`. */
export function binaryValue(
  evaluator: Evaluator,
  node: TSESTree.BinaryExpression | Jsonc.JSONBinaryExpression,
  frame: Frame,
): Value {
  if (node.operator === "+" && node.type === "BinaryExpression") {
    return sumValue(evaluator, node, frame);
  }
  const left = evaluator.evaluate(node.left, frame);
  const right = evaluator.evaluate(node.right, frame);
  if (left instanceof Deferred || right instanceof Deferred) {
    return evaluator.unknown(node, frame);
  }
  const value = comparison(node.operator, left, right) ?? arithmetic(node.operator, left, right);
  return value === undefined ? evaluator.unknown(node, frame) : evaluator.scalar(value, node, frame);
}

function arithmetic(operator: string, left: Value, right: Value): number | undefined {
  if (left.kind !== "scalar" || right.kind !== "scalar") {
    return undefined;
  }
  const [one, other] = [left.value, right.value];
  if (typeof one !== "number" || typeof other !== "number") {
    return undefined;
  }
  switch (operator) {
    case "-":
      return one - other;
    case "*":
      return one * other;
    case "/":
      return one / other;
    case "%":
      return one % other;
    default:
      return undefined;
  }
}
