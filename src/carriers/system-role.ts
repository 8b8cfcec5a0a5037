import { memberOf } from "../policy/members.js";
import type { ObjectValue, Value } from "../policy/value.js";
import type { Carrier } from "./carrier.js";

/**
 * A system role in a response, alone or in a list (facts.md#roles-of-the-system). Users cannot change its policy.
 */
export const systemRole: Carrier = (candidate) => {
  const policy = candidate.kind === "object" && isSystemRole(candidate) ? memberOf(candidate, "policy") : undefined;
  return policy?.kind === "object" ? [{ kind: "foreign", policy }] : [];
};

/**
 * Whether a role is a system role: the catalog of a custom policy is `CUSTOMED`, others have `BASE` or the name of a
 * service.
 */
function isSystemRole(role: ObjectValue): boolean {
  const catalog = staticString(memberOf(role, "catalog"));
  return catalog !== undefined && catalog !== "CUSTOMED" && memberOf(role, "id") !== undefined;
}

function staticString(value: Value | undefined): string | undefined {
  return value?.kind === "string" && value.isStatic ? value.value : undefined;
}
