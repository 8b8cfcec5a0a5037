import { memberOf, type ObjectValue, type Value } from "../policy/value.js";
import type { Carrier } from "./carrier.js";

/**
 * A role of the system as the cloud answers with it, in a body or a list of roles (facts: policy-language 2.1, 2.2):
 * nobody but the cloud can change its policy.
 */
export const systemRole: Carrier = (candidate) => {
  const policy = candidate.kind === "object" && isOfSystem(candidate) ? memberOf(candidate, "policy") : undefined;
  return policy?.kind === "object" ? [{ kind: "foreign", policy }] : [];
};

/** Custom policies have the catalog `CUSTOMED`, the others `BASE` or a service's. */
function isOfSystem(role: ObjectValue): boolean {
  const catalog = textOf(memberOf(role, "catalog"));
  return catalog !== undefined && catalog !== "CUSTOMED" && memberOf(role, "id") !== undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "string" && value.isStatic ? value.value : undefined;
}
