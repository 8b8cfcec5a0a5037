import { memberOf, type ObjectValue } from "../policy/value.js";
import { identityOf } from "./assignment.js";
import type { Carrier } from "./carrier.js";
import { certainPolicy, levelOf, type Role } from "./policy-value.js";

/**
 * The body of "create a custom policy", `{ "role": { "display_name", "type", "policy" } }`
 * (facts: policy-language 2.1): nothing else looks like it, so its policy is ours even without a version.
 */
export const apiBody: Carrier = (candidate, context) => {
  const role = candidate.kind === "object" ? memberOf(candidate, "role") : undefined;
  return role?.kind === "object" && isCustomRole(role)
    ? certainPolicy(memberOf(role, "policy"), context, { ...levelOf(role, "type"), ...keyOf(role) })
    : [];
};

function isCustomRole(role: ObjectValue): boolean {
  return memberOf(role, "display_name") !== undefined && levelOf(role, "type").level !== undefined;
}

/** The cloud answers with the same body and the id that assignments name. */
function keyOf(role: ObjectValue): Role {
  const key = identityOf(memberOf(role, "id"));
  return key === undefined ? {} : { key };
}
