import { lazyObject } from "../hosts/values.js";
import type { ConstructCall, ConstructUpdate, ConstructValue, ObjectValue } from "../policy/value.js";
import { withOverrides } from "./terraform-overrides.js";
import { UpdatedMembers } from "./updated-members.js";

/**
 * The properties of a resource of CDK for Terraform as they are synthesised: those of its constructor, changed by
 * assignments and by the methods `put...` and `reset...`, with the overrides joined in at the end, whenever they were
 * added (facts.md#changes-of-constructs).
 */
export function synthesisedProperties(properties: ObjectValue, { updates }: ConstructValue): ObjectValue {
  if (updates.length === 0) {
    return properties;
  }
  const changed = lazyObject(properties.range, () => changedParts(properties, updates), properties);
  return withOverrides(changed, updates.filter(isOverride));
}

function changedParts(properties: ObjectValue, updates: readonly ConstructUpdate[]) {
  const members = new UpdatedMembers(properties);
  for (const update of updates) {
    applyTo(members, update);
  }
  return members.parts;
}

function applyTo(members: UpdatedMembers, update: ConstructUpdate): void {
  const { name, range, isCertain } = update;
  const [, verb, property = ""] = /^(put|reset)([A-Z]\w*)$/u.exec(name) ?? [];
  const key = property.charAt(0).toLowerCase() + property.slice(1);
  if (update.kind === "assignment") {
    members.set({ key: name, keyRange: range, range, value: update.value }, isCertain);
  } else if (verb === "put") {
    const [value = { kind: "unknown", range }] = update.arguments;
    members.set({ key, keyRange: range, range, value }, isCertain);
  } else if (verb === "reset") {
    members.delete(key, isCertain);
  } else if (!isHarmless(name)) {
    members.blur();
  }
}

function isOverride(update: ConstructUpdate): update is ConstructCall {
  return update.kind === "call" && update.name === "addOverride";
}

/** Whether a method of a resource leaves its properties as they are. */
function isHarmless(name: string): boolean {
  return (
    name === "addOverride" ||
    /^(?:addMoveTarget|hasResourceMove|importFrom|interpolationForAttribute|overrideLogicalId)$/u.test(name) ||
    /^(?:get|move|to)[A-Z]/u.test(name)
  );
}
