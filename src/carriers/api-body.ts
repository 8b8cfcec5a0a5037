import { recognise } from "../policy/recognise.js";
import { apiRoleKeys } from "../policy/role.js";
import { findMember, memberOf, type Member, type ObjectValue, type Value } from "../policy/value.js";
import { identityOf } from "./assignment.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { certainPolicy, roleFacts } from "./policy-value.js";

/**
 * The body of "create a custom policy", `{ "role": { "display_name", "type", "policy" } }`
 * (facts: policy-language 2.1): nothing else looks like it, so its policy is ours even without a version.
 */
export const apiBody: Carrier = (candidate, context) => {
  const role = candidate.kind === "object" ? findMember(candidate, "role") : undefined;
  if (candidate.kind !== "object" || role?.value.kind !== "object" || !isCustomRole(role.value, context)) {
    return [];
  }
  const policy = memberOf(role.value, "policy");
  return policy
    ? policyOfRole(role.value, context)
    : candidate.isWhole && !isAnswer(role.value)
      ? [missingPolicy(role)]
      : [];
};

function policyOfRole(role: ObjectValue, context: CarrierContext): readonly Detection[] {
  const policy = memberOf(role, "policy");
  const facts = roleFacts(role, apiRoleKeys);
  const detections = certainPolicy(
    policy,
    context,
    isAnswer(role)
      ? { ...(facts.level ? { level: facts.level } : {}), ...keyOf(role) }
      : { ...facts, ...keyOf(role), takes: "1.1" },
  );
  return !policy || isAnswer(role) || !isNoObject(policy)
    ? detections
    : [
        ...detections.filter(({ kind }) => kind !== "problem"),
        { kind: "problem", problem: { range: policy.range, id: "policyNotObject" } },
      ];
}

function missingPolicy({ keyRange }: Member): Detection {
  return { kind: "problem", problem: { range: keyRange, id: "policyMissing" } };
}

/** What is JSON text of a policy elsewhere is a text here. Another text may be filled in later. */
function isNoObject(policy: Value): boolean {
  return policy.kind === "string"
    ? policy.isStatic && policy.value.trimStart().startsWith("{")
    : policy.kind === "scalar" || policy.kind === "array";
}

/** A name, with a type of custom policies or a policy that is ours by itself. */
function isCustomRole(role: ObjectValue, context: CarrierContext): boolean {
  const policy = memberOf(role, "policy");
  return (
    memberOf(role, "display_name") !== undefined &&
    (roleFacts(role, apiRoleKeys).level !== undefined ||
      (policy?.kind === "object" && recognise(policy, { ...context, isCertain: false }) !== undefined))
  );
}

/** The cloud answers with the same body, the id that assignments name, and keys that no request has. */
function isAnswer(role: ObjectValue): boolean {
  return ["id", "links", "domain_id"].some((key) => memberOf(role, key) !== undefined);
}

function keyOf(role: ObjectValue): { key?: object | string } {
  const key = identityOf(memberOf(role, "id"));
  return key === undefined ? {} : { key };
}
