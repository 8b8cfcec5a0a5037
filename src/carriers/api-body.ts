import { parseJsonText } from "../hosts/json-text.js";
import { momoaValue } from "../hosts/momoa.js";
import { memberOf, type ObjectValue, type PolicyString, type Value } from "../policy/value.js";
import type { Carrier } from "./carrier.js";
import { documentOf } from "./policy-object.js";

/**
 * The body of "create a custom policy", `{ "role": { "display_name", "type", "policy" } }`
 * (facts: policy-language 2.1): nothing else looks like it, so its policy is ours even without a version.
 */
export const apiBody: Carrier = (candidate, isDocumented) => {
  const role = candidate.kind === "object" ? memberOf(candidate, "role") : undefined;
  if (role?.kind !== "object" || !isCustomRole(role)) {
    return [];
  }
  const policy = memberOf(role, "policy");
  const object = policy?.kind === "string" ? parsedValue(policy) : policy;
  return object?.kind === "object" ? documentOf(object, { isCertain: true, isDocumented }) : [];
};

/** AX: the policy is for global services, XA: for those of a region's projects (facts: policy-language 2.2). */
function isCustomRole(role: ObjectValue): boolean {
  const type = memberOf(role, "type");
  return memberOf(role, "display_name") !== undefined && type?.kind === "string" && /^(?:AX|XA)$/u.test(type.value);
}

function parsedValue(string: PolicyString): Value | undefined {
  const parsed = parseJsonText(string.text);
  return parsed && "document" in parsed ? momoaValue(parsed.document.body, parsed.text) : undefined;
}
