import { recognise } from "../policy/recognise.js";
import { apiRoleKeys } from "../policy/role.js";
import { findMember, memberOf } from "../policy/members.js";
import type { Member, ObjectValue, Value } from "../policy/value.js";
import { identityOf } from "./assignment.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { detectPolicy, roleFacts } from "./policy-value.js";

/**
 * The request body of "create a custom policy", `{ "role": { "display_name", "type", "policy" } }`
 * (facts.md#body-of-a-custom-policy). No other body has this shape, so its policy is recognised even without a version.
 */
export const apiBody: Carrier = (candidate, context) => {
  const role = candidate.kind === "object" ? findMember(candidate, "role") : undefined;
  if (candidate.kind !== "object" || role?.value.kind !== "object" || !isCustomRole(role.value, context)) {
    return [];
  }
  const policy = memberOf(role.value, "policy");
  return policy
    ? policyOfRole(role.value, context)
    : candidate.isWhole && !isResponse(role.value)
      ? [missingPolicy(role)]
      : [];
};

function policyOfRole(role: ObjectValue, context: CarrierContext): readonly Detection[] {
  const policy = memberOf(role, "policy");
  const facts = roleFacts(role, apiRoleKeys);
  const detections = detectPolicy(
    policy,
    context,
    isResponse(role)
      ? { ...(facts.level ? { level: facts.level } : {}), ...keyOf(role) }
      : { ...facts, ...keyOf(role), takes: "1.1" },
  );
  return !policy || isResponse(role) || !isNotObject(policy)
    ? detections
    : [
        ...detections.filter(({ kind }) => kind !== "problem"),
        { kind: "problem", problem: { range: policy.range, id: "policyNotObject" } },
      ];
}

function missingPolicy({ keyRange }: Member): Detection {
  return { kind: "problem", problem: { range: keyRange, id: "policyMissing" } };
}

/**
 * Whether the policy of a request body is not an object. JSON in a string is valid for other carriers but not here. Any
 * other string may be a placeholder.
 */
function isNotObject(policy: Value): boolean {
  return policy.kind === "string"
    ? policy.isStatic && policy.value.trimStart().startsWith("{")
    : policy.kind === "scalar" || policy.kind === "array";
}

/**
 * Whether a role is a custom policy: it has a display name, and either a custom policy type or a policy that is
 * recognised by itself.
 */
function isCustomRole(role: ObjectValue, context: CarrierContext): boolean {
  const policy = memberOf(role, "policy");
  return (
    memberOf(role, "display_name") !== undefined &&
    (roleFacts(role, apiRoleKeys).level !== undefined ||
      (policy?.kind === "object" && recognise(policy, { ...context, isCertain: false }) !== undefined))
  );
}

/** Whether the body is a response, which has keys that no request has. Assignments refer to its id. */
function isResponse(role: ObjectValue): boolean {
  return ["id", "links", "domain_id"].some((key) => memberOf(role, key) !== undefined);
}

function keyOf(role: ObjectValue): { key?: object | string } {
  const key = identityOf(memberOf(role, "id"));
  return key === undefined ? {} : { key };
}
