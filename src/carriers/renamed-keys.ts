import { lazyArray, lazyObject } from "../hosts/values.js";
import { listedValues, type ObjectValue, type Value } from "../policy/value.js";

/** The keys of a policy as a construct calls them: its own name to the policy's. */
export interface PolicyKeys {
  readonly policy: Readonly<Record<string, string>>;
  readonly statement: Readonly<Record<string, string>>;
}

/**
 * A policy that is written as blocks with keys of their own, such as `statement: [{ action, effect }]`, as a
 * policy object. Places stay what they are.
 */
export function withPolicyKeys(blocks: ObjectValue, keys: PolicyKeys): ObjectValue {
  return rename(blocks, keys.policy, (list) => mapElements(list, (block) => rename(block, keys.statement)));
}

function rename(
  value: ObjectValue,
  names: Readonly<Record<string, string>>,
  read: (member: Value) => Value = (member) => member,
): ObjectValue {
  return lazyObject(
    value.range,
    () => ({
      isComplete: value.isComplete,
      members: value.members
        .filter(({ key }) => Object.hasOwn(names, key))
        .map((member) => ({ ...member, key: names[member.key] ?? member.key, value: read(member.value) })),
    }),
    value.origin,
  );
}

function mapElements(list: Value, read: (block: ObjectValue) => Value): Value {
  if (list.kind === "choice") {
    return { ...list, branches: list.branches.map((branch) => mapElements(branch, read)) };
  }
  // Terraform writes a single block without a list.
  return lazyArray(list.range, () =>
    listedValues(list).map(({ value, place }) => ({ value: mapObjects(value, read), place })),
  );
}

function mapObjects(value: Value, read: (block: ObjectValue) => Value): Value {
  if (value.kind === "choice") {
    return { ...value, branches: value.branches.map((branch) => mapObjects(branch, read)) };
  }
  return value.kind === "object" ? read(value) : value;
}
