import { memoize } from "../../text/memoize.js";
import { hasOnlyKnownKeys, type Statement } from "../../policy/document.js";
import { endsWithPlaceholderWord, isKnownText } from "../../policy/placeholder.js";
import { isEveryResource } from "../../policy/resource.js";
import { memberOf } from "../../policy/members.js";
import type { ObjectValue, Value } from "../../policy/value.js";

/** The key of statements without a resource or condition to limit them. */
export const unrestricted = JSON.stringify(["*", null]);

/**
 * A key that two statements share if they certainly apply to the same resources under the same condition; `undefined`
 * if that is unknown.
 */
export const applicabilityKey = memoize((statement: Statement): string | undefined => {
  const resource = isEveryResource(statement.resource) ? "*" : canonicalForm(statement.resource);
  const condition = statement.condition === undefined ? null : canonicalForm(statement.condition);
  return hasOnlyKnownKeys(statement) && resource !== undefined && condition !== undefined
    ? JSON.stringify([resource, condition])
    : undefined;
});

/**
 * A canonical string for a value, equal for equal values regardless of member order; `undefined` for an unknown value,
 * which is not equal to anything, not even itself.
 */
export function canonicalForm(value: Value | undefined): string | undefined {
  if (!value) {
    return undefined;
  }
  let text = canonicalForms.get(value);
  if (text === undefined && !canonicalForms.has(value)) {
    text = computeForm(value);
    canonicalForms.set(value, text);
  }
  return text;
}

/** Caches results, because constants may be nested in one another. */
const canonicalForms = new WeakMap<Value, string | undefined>();

function computeForm(value: Value): string | undefined {
  switch (value.kind) {
    case "object":
      return value.isComplete ? joinParts("{", sortedMembers(value)) : undefined;
    case "array":
      return joinParts("[", value.elements.map(canonicalForm));
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
    const text = canonicalForm(memberOf(object, key));
    return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
  });
}

/** Longer than any valid policy. Constants nested in one another could otherwise grow exponentially. */
const maxCharacters = 100_000;

function joinParts(mark: string, parts: readonly (string | undefined)[]): string | undefined {
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return length <= maxCharacters && parts.every((part) => part !== undefined)
    ? mark + parts.join(",") + mark
    : undefined;
}
