import { customKeys } from "../policy/condition-keys.js";
import { customOperators } from "../policy/condition-operators.js";
import { identityKeys, isMultiValuedKey } from "../policy/identity-keys.js";
import { identityOperators, isTabledOperator } from "../policy/identity-operators.js";
import { isGlobalKey } from "../policy/key-table.js";
import type { Operator } from "../policy/operator-table.js";
import type { Obstacle, PlainCondition } from "./plain-policy.js";

/** What of a condition one of the two versions does not say, or not for sure. */
export function conditionObstacles(condition: PlainCondition, place: string): readonly Obstacle[] {
  return Object.entries(condition).flatMap(([name, keys]) => {
    const operator = operatorOfBoth(name);
    const operatorPlace = `${place}.${name}`;
    return operator
      ? Object.entries(keys).flatMap(([key, values]) =>
          keyObstacles(key, values, operator, `${operatorPlace}["${key}"]`),
        )
      : [{ place: operatorPlace, reason: `"${name}" is not an operator that both versions are known to have.` }];
  });
}

/** The same operator in both versions, in its documented spelling. */
function operatorOfBoth(name: string): Operator | undefined {
  const own = identityOperators.parse(name);
  const isInBoth = own && customOperators.parse(name) && (isTabledOperator(own) || own.base === "StringEndWith");
  const isSpeltSo = own && `${own.prefix}${own.base}${own.suffix}` === name;
  return isInBoth && isSpeltSo && !(own.base === "Null" && own.suffix !== "") ? own : undefined;
}

function keyObstacles(
  key: string,
  values: readonly string[],
  { family, prefix }: Operator,
  place: string,
): readonly Obstacle[] {
  const type = customKeys.typeOf(key);
  if (!isGlobalKey(key) || !customKeys.isDocumented(key) || !identityKeys.isDocumented(key)) {
    return [{ place, reason: `"${key}" is not a condition key that both versions are known to have.` }];
  }
  if (family !== "null" && family !== type) {
    return [{ place, reason: `"${key}" has another type than the operator compares.` }];
  }
  if (isMultiValuedKey(key) && prefix === "") {
    return [{ place, reason: `"${key}" has several values, which this operator says nothing of.` }];
  }
  return values.some((value) => value.includes("${"))
    ? [{ place, reason: "Version 5.0 reads ${...} in a value as a variable, and version 1.1 does not." }]
    : [];
}
