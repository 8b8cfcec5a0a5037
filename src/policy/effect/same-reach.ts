import { hasOnlyKnownKeys, isEveryResource, type Statement } from "../document.js";
import { isKnownText } from "../placeholder.js";
import { memberOf, type ObjectValue, type Value } from "../value.js";

/** What stands for every resource without a condition. */
export const everywhere = JSON.stringify(["*", null]);

/**
 * A text that two statements share when they are known to hold for the same resources under the same condition;
 * `undefined` when that is not known of the statement.
 */
export function reachTextOf(statement: Statement): string | undefined {
  const resource = isEveryResource(statement.resource) ? "*" : knownText(statement.resource);
  const condition = statement.condition === undefined ? null : knownText(statement.condition);
  return hasOnlyKnownKeys(statement) && resource !== undefined && condition !== undefined
    ? JSON.stringify([resource, condition])
    : undefined;
}

/**
 * A value as text, the same for equal ones whatever the order of their members. What is not known has none: it is
 * equal to nothing, not even to itself.
 */
export function knownText(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "object":
      return value.isComplete ? inOne("{", sortedMembers(value)) : undefined;
    case "array":
      return inOne("[", value.elements.map(knownText));
    case "string":
      return isKnownText(value) ? JSON.stringify(value.value) : undefined;
    case "scalar":
      return String(value.value);
    default:
      return undefined;
  }
}

function sortedMembers(object: ObjectValue): readonly (string | undefined)[] {
  const keys = [...new Set(object.members.map(({ key }) => key))].sort();
  return keys.map((key) => {
    const text = knownText(memberOf(object, key));
    return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
  });
}

function inOne(mark: string, texts: readonly (string | undefined)[]): string | undefined {
  return texts.every((text) => text !== undefined) ? mark + texts.join(",") + mark : undefined;
}
