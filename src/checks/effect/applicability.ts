import { memoize } from "../../text/memoize.js";
import { hasOnlyKnownKeys, type Statement } from "../../policy/document.js";
import { endsWithPlaceholderWord, isKnownText } from "../../policy/placeholder.js";
import { isEveryResource } from "../../policy/resource.js";
import { memberOf, type ObjectValue, type Value } from "../../policy/value.js";

/** The applicability of statements about every resource without a condition. */
export const everywhere = JSON.stringify(["*", null]);

/**
 * A text that two statements share when they are known to hold for the same resources under the same condition;
 * `undefined` when that is not known of the statement.
 */
export const applicabilityOf = memoize((statement: Statement): string | undefined => {
  const resource = isEveryResource(statement.resource) ? "*" : knownText(statement.resource);
  const condition = statement.condition === undefined ? null : knownText(statement.condition);
  return hasOnlyKnownKeys(statement) && resource !== undefined && condition !== undefined
    ? JSON.stringify([resource, condition])
    : undefined;
});

/**
 * A value as text, the same for equal ones whatever the order of their members. What is not known has none: it is
 * equal to nothing, not even to itself.
 */
export function knownText(value: Value | undefined): string | undefined {
  if (!value) {
    return undefined;
  }
  let text = texts.get(value);
  if (text === undefined && !texts.has(value)) {
    text = readText(value);
    texts.set(value, text);
  }
  return text;
}

/** Constants may be parts of one another: each value is read once. */
const texts = new WeakMap<Value, string | undefined>();

function readText(value: Value): string | undefined {
  switch (value.kind) {
    case "object":
      return value.isComplete ? inOne("{", sortedMembers(value)) : undefined;
    case "array":
      return inOne("[", value.elements.map(knownText));
    case "string":
      return isKnownText(value) && !endsWithPlaceholderWord(value.value) ? JSON.stringify(value.value) : undefined;
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

/** A longer text is longer than any policy may be: constants that are parts of one another could make it endless. */
const maxCharacters = 100_000;

function inOne(mark: string, parts: readonly (string | undefined)[]): string | undefined {
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return length <= maxCharacters && parts.every((part) => part !== undefined)
    ? mark + parts.join(",") + mark
    : undefined;
}
