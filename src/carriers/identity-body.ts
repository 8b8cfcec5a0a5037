import type { PolicyKind } from "../policy/kinds.js";
import { recognise } from "../policy/recognise.js";
import { memberOf, type ObjectValue } from "../policy/value.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { detectPolicy } from "./policy-value.js";

/** The properties of request bodies that hold a policy of version 5.0 (facts.md#carriers-of-version-5). */
const kindsByProperty: Readonly<Record<string, PolicyKind>> = {
  policy_document: "identity",
  trust_policy: "trust",
  custom_policy: "permission-set",
};

/** The properties of {@link identityBody}. */
export const bodyProperties: readonly string[] = Object.keys(kindsByProperty);

/**
 * The neighbours of a `policy_document` that may be of another kind: requests of the access analyzer have the type of any
 * policy, and those of VPC endpoints have what they connect (facts.md#carriers-of-version-5).
 */
const neighboursOfOthers: readonly string[] = ["policy_type", "vpc_id", "service_id", "endpoint_service_id"];

/** The kind of the policy in a property of a body; `undefined` if it may be of several. */
function kindOf(property: string, { members, isComplete }: ObjectValue): PolicyKind | undefined {
  const kind = kindsByProperty[property];
  const mayBeOther = !isComplete || members.some(({ key }) => neighboursOfOthers.includes(key));
  return kind === "identity" && mayBeOther ? undefined : kind;
}

/**
 * The request bodies of identity policies, trust agencies and permission sets, such as `{ "agency_name", "trust_policy" }`.
 * The providers of other clouds have properties of these names, too, so they only tell the kind of what is recognised by
 * itself.
 */
export const identityBody: Carrier = (candidate, context) =>
  candidate.kind === "object"
    ? bodyProperties.flatMap((property) =>
        detectPolicy(memberOf(candidate, property), context, { kind: kindOf(property, candidate) }).filter(
          (detection) => isRecognised(detection, context),
        ),
      )
    : [];

function isRecognised(detection: Detection, context: CarrierContext): boolean {
  return detection.kind === "policy" && recognise(detection.policy, { ...context, isCertain: false }) === "5.0";
}
