import { unknown } from "../values.js";
import type { Value } from "../../policy/value.js";
import type { Evaluator } from "./evaluator.js";
import type { Expression, Operation } from "./nodes.js";
import type { Scope } from "./scope.js";

/** Whether values are equal, or conditions hold together, as `if` and `? :` ask. Sums and orders are not known. */
export function operationValue({ operands, operators, range }: Operation, evaluator: Evaluator, scope: Scope): Value {
  const truth = truthOf(operands, operators, evaluator, scope);
  return truth === undefined ? unknown(range) : { kind: "scalar", range, value: truth };
}

function truthOf(
  operands: readonly Expression[],
  [operator = "", ...others]: readonly string[],
  evaluator: Evaluator,
  scope: Scope,
): boolean | undefined {
  const isPair = others.length === 0;
  switch (operator) {
    case "&&":
      return junction(operands, false, evaluator, scope);
    case "||":
      return junction(operands, true, evaluator, scope);
    case "==":
      return isPair ? areEqual(operands, evaluator, scope) : undefined;
    case "!=": {
      const isEqual = isPair ? areEqual(operands, evaluator, scope) : undefined;
      return isEqual === undefined ? undefined : !isEqual;
    }
    default:
      return undefined;
  }
}

/** @param decisive the value of one operand that decides, whatever the others are */
function junction(
  operands: readonly Expression[],
  decisive: boolean,
  evaluator: Evaluator,
  scope: Scope,
): boolean | undefined {
  const truths = operands.map((operand) => evaluator.truthOf(operand, scope));
  return truths.includes(decisive) ? decisive : truths.includes(undefined) ? undefined : !decisive;
}

/** Values of different types are not equal to Terraform, but a number in a variable may be a text: those are not known. */
function areEqual([one, other]: readonly Expression[], evaluator: Evaluator, scope: Scope): boolean | undefined {
  const first = one && plainOf(evaluator.value(one, scope));
  const second = other && plainOf(evaluator.value(other, scope));
  const isComparable = typeof first === typeof second || first === null || second === null;
  return first === undefined || second === undefined || !isComparable ? undefined : first === second;
}

function plainOf(value: Value): string | number | boolean | null | undefined {
  if (value.kind === "scalar") {
    return value.value;
  }
  return value.kind === "string" && value.isStatic ? value.value : undefined;
}
