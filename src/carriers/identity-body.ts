import type { PolicyKind } from "../policy/kinds.js";
import { recognise } from "../policy/recognise.js";
import { memberOf } from "../policy/value.js";
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
 * The request bodies of identity policies, trust agencies and permission sets, such as `{ "agency_name", "trust_policy" }`.
 * The providers of other clouds have properties of these names, too, so they only tell the kind of what is recognised by
 * itself.
 */
export const identityBody: Carrier = (candidate, context) =>
  candidate.kind === "object"
    ? bodyProperties.flatMap((property) =>
        detectPolicy(memberOf(candidate, property), context, { kind: kindsByProperty[property] }).filter((detection) =>
          isRecognised(detection, context),
        ),
      )
    : [];

function isRecognised(detection: Detection, context: CarrierContext): boolean {
  return detection.kind === "policy" && recognise(detection.policy, { ...context, isCertain: false }) === "5.0";
}
