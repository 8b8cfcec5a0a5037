import { lazyArray, lazyObject } from "../hosts/values.js";
import { policyKeys, statementKeys } from "../policy/keys.js";
import type { ObjectValue, Value } from "../policy/value.js";

/**
 * A policy with its keys in the documented case, for one that has `statement` in place of `Statement`; `undefined` for
 * any other. The cloud knows no such key (facts.md#keys-of-a-policy), but what the author means is clear.
 */
export function withDocumentedCase(policy: ObjectValue): ObjectValue | undefined {
  const keys = policy.members.map(({ key }) => key);
  return !keys.includes("Statement") && keys.some((key) => key.toLowerCase() === "statement")
    ? rename(policy, policyKeys, (key, value) => (key === "Statement" ? withStatements(value) : value))
    : undefined;
}

function withStatements(value: Value): Value {
  switch (value.kind) {
    case "object":
      return rename(value, statementKeys, (_, member) => member);
    case "array":
      return lazyArray(value.range, () =>
        value.placed.map((element) => ({ ...element, value: withStatements(element.value) })),
      );
    case "choice":
      return { ...value, branches: value.branches.map(withStatements) };
    default:
      return value;
  }
}

function rename(
  object: ObjectValue,
  known: readonly string[],
  read: (key: string, value: Value) => Value,
): ObjectValue {
  return lazyObject(
    object.range,
    () => ({
      isComplete: object.isComplete,
      members: object.members.map((member) => {
        const key = known.find((name) => name.toLowerCase() === member.key.toLowerCase()) ?? member.key;
        const written = key === member.key ? {} : { writtenKey: member.key };
        return { ...member, ...written, key, value: read(key, member.value) };
      }),
    }),
    object,
  );
}
