import { isEveryResource, hasOnlyKnownKeys, isUnconditional, type Statement } from "../document.js";
import { isPlaceholder } from "../placeholder.js";
import { memberOf, type ObjectValue, type Value } from "../value.js";

/** Whether a statement holds wherever and whenever another one does, as far as is known. */
export function reachesAllOf(statement: Statement, other: Statement): boolean {
  return isUnconditional(statement) || hasSameReach(statement, other);
}

/** Whether two statements are known to hold for the same resources under the same condition. */
export function hasSameReach(one: Statement, other: Statement): boolean {
  return (
    hasOnlyKnownKeys(one) &&
    hasOnlyKnownKeys(other) &&
    isSameValue(one.condition, other.condition) &&
    ((isEveryResource(one.resource) && isEveryResource(other.resource)) || isSameValue(one.resource, other.resource))
  );
}

/** Whether two values are known to be equal. What is not known is equal to nothing, not even to itself. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === undefined || other === undefined) {
    return one === other;
  }
  switch (one.kind) {
    case "object":
      return other.kind === "object" && areSameMembers(one, other);
    case "array":
      return other.kind === "array" && areSameElements(one.elements, other.elements);
    case "string":
      return other.kind === "string" && one.isStatic && one.value === other.value && !isPlaceholder(one.value);
    case "scalar":
      return other.kind === "scalar" && one.value === other.value;
    default:
      return false;
  }
}

function areSameElements(elements: readonly Value[], others: readonly Value[]): boolean {
  return elements.length === others.length && elements.every((element, index) => isSameValue(element, others[index]));
}

/** The order of members makes no difference. */
function areSameMembers(one: ObjectValue, other: ObjectValue): boolean {
  const keys = new Set([...one.members, ...other.members].map(({ key }) => key));
  return (
    one.isComplete &&
    other.isComplete &&
    [...keys].every((key) => {
      const value = memberOf(one, key);
      return value !== undefined && isSameValue(value, memberOf(other, key));
    })
  );
}
