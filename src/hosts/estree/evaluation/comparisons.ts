import type { Value } from "../../../policy/value.js";
import { UndefinedValue } from "./absent-values.js";
import { isNullish } from "./choices.js";
import { FunctionValue } from "./functions.js";
import { ListCell } from "./list.js";
import { RecordCell } from "./record.js";

/** The type of a value; an object may be one that the program has written as JSON. */
export function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case "string":
      return "string";
    case "scalar":
      return value.value === null ? "object" : typeof value.value;
    case "array":
      return value instanceof ListCell ? "object" : undefined;
    case "object":
      return value instanceof RecordCell ? "object" : undefined;
    default:
      return value instanceof UndefinedValue ? "undefined" : value instanceof FunctionValue ? "function" : undefined;
  }
}

export function comparison(operator: string, left: Value, right: Value): boolean | undefined {
  const negated = (is: boolean | undefined) => (is === undefined ? undefined : !is);
  switch (operator) {
    case "===":
      return isSame(left, right);
    case "!==":
      return negated(isSame(left, right));
    case "==":
      return isSameType(left, right) ? isSame(left, right) : bothNullish(left, right);
    case "!=":
      return negated(isSameType(left, right) ? isSame(left, right) : bothNullish(left, right));
    case "<":
    case ">":
    case "<=":
    case ">=":
      return ordered(operator, left, right);
    case "in":
      return left.kind === "string" && left.isStatic && right instanceof RecordCell && right.isComplete
        ? right.member(left.value) !== undefined || undefined
        : undefined;
    default:
      return undefined;
  }
}

function bothNullish(left: Value, right: Value): boolean | undefined {
  const [one, other] = [isNullish(left), isNullish(right)];
  return one === undefined || other === undefined ? undefined : one && other ? true : one !== other ? false : undefined;
}

function isSameType(left: Value, right: Value): boolean {
  const type = typeOf(left);
  return type !== undefined && type === typeOf(right) && isNullish(left) === false && isNullish(right) === false;
}

function ordered(operator: "<" | ">" | "<=" | ">=", left: Value, right: Value): boolean | undefined {
  if (left instanceof UndefinedValue || right instanceof UndefinedValue) {
    // It is compared as not a number.
    return false;
  }
  const [one, other] = [comparableOf(left), comparableOf(right)];
  if (one === undefined || other === undefined || typeof one !== typeof other) {
    return undefined;
  }
  switch (operator) {
    case "<":
      return one < other;
    case ">":
      return one > other;
    case "<=":
      return one <= other;
    case ">=":
      return one >= other;
  }
}

function comparableOf(value: Value): string | number | undefined {
  if (value.kind === "string" && value.isStatic) {
    return value.value;
  }
  return value.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

/** Whether two values are the same; `undefined` if that is not known. */
export function isSame(left: Value, right: Value): boolean | undefined {
  const [one, other] = [comparedAs(left), comparedAs(right)];
  return one === undefined || other === undefined ? undefined : one.value === other.value;
}

/** The same for lists and sets, where not a number is the same as itself. */
export function isSameValue(left: Value, right: Value): boolean | undefined {
  const areNoNumbers = [left, right].every((value) => value.kind === "scalar" && Number.isNaN(value.value));
  return areNoNumbers || isSame(left, right);
}

function comparedAs(value: Value): { readonly value: unknown } | undefined {
  switch (value.kind) {
    case "string":
      return value.isStatic ? { value: value.value } : undefined;
    case "scalar":
      return { value: value.value };
    case "array":
      return value instanceof ListCell ? { value } : undefined;
    case "object":
      return value instanceof RecordCell ? { value } : undefined;
    default:
      return value instanceof UndefinedValue ? { value: undefined } : undefined;
  }
}
