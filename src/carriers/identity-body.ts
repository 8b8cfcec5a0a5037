import type { PolicyKind } from "../policy/kinds.js";
import { isKnownText } from "../policy/placeholder.js";
import { recognise } from "../policy/recognise.js";
import type { WrittenLabels } from "../policy/labels.js";
import { memberOf } from "../policy/members.js";
import type { ObjectValue } from "../policy/value.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { identityPolicy, serviceControlPolicy, trustPolicy, type IdentityResource } from "./identity-resources.js";
import { detectPolicy, type Role } from "./policy-value.js";

/**
 * The request bodies of identity policies, trust agencies, permission sets and organisations, such as `{ "agency_name",
 * "trust_policy" }`, and those for the access analyzer. Other clouds and products have properties of these names, too, so
 * they only tell the kind of what is recognised by itself.
 */
export const identityBody: Carrier = (candidate, context) =>
  candidate.kind === "object"
    ? properties.flatMap(([property, read]) => {
        const role = memberOf(candidate, property) && read(candidate);
        return role
          ? detectPolicy(memberOf(candidate, property), context, role).filter((detection) =>
              isRecognised(detection, context, role),
            )
          : [];
      })
    : [];

/** What a body says of the policy in a property; `undefined` if it may be no policy at all. */
type Reader = (body: ObjectValue) => Role | undefined;

/** By the properties that hold a policy of version 5.0 (facts.md#carriers-of-version-5). */
const readers: Readonly<Record<string, Reader>> = {
  policy_document: (body) => ({ kind: kindOfDocument(body), ...labelsIn(body, identityPolicy, ["description"]) }),
  trust_policy: (body) => ({ kind: "trust", ...labelsIn(body, trustPolicy, ["max_session_duration"]) }),
  custom_policy: () => ({ kind: "permission-set" }),
  [serviceControlPolicy.property]: roleOfContent,
};

const properties = Object.entries(readers);

/** The property of the request of an organisation, and the word that stands in each such request. */
export const organisationBody = {
  property: serviceControlPolicy.property,
  word: serviceControlPolicy.type[1],
} as const;

/** The other properties of {@link identityBody}. */
export const bodyProperties: readonly string[] = properties
  .map(([property]) => property)
  .filter((property) => property !== organisationBody.property);

/** The neighbours of a `policy_document` that is that of a VPC endpoint (facts.md#carriers-of-version-5). */
const neighboursOfEndpoints: readonly string[] = ["vpc_id", "service_id", "endpoint_service_id"];

/** The kind of the policy in a `policy_document`; `undefined` if it may be of several. */
function kindOfDocument(body: ObjectValue): PolicyKind | undefined {
  if (!body.isComplete || neighboursOfEndpoints.some((key) => memberOf(body, key) !== undefined)) {
    return undefined;
  }
  return memberOf(body, "policy_type") === undefined ? "identity" : kindOfAnalyzed(body);
}

/**
 * The kind of the policy that the access analyzer shall check. One of resources may be that of an agency or of a bucket,
 * or of a kind that is not said.
 */
export function kindOfAnalyzed(body: ObjectValue): PolicyKind | undefined {
  switch (textOf(body, "policy_type")) {
    case "identity_policy":
      return "identity";
    case "service_control_policy":
      return "service-control";
    case "resource_policy":
      return textOf(body, "validate_policy_resource_type") === "iam:agency" ? "trust" : undefined;
    default:
      return undefined;
  }
}

/** Many formats have a `content`; the word for its type is none that another cloud has in lower case. */
function roleOfContent(body: ObjectValue): Role | undefined {
  const [property, word] = serviceControlPolicy.type;
  return textOf(body, property) === word
    ? { kind: serviceControlPolicy.kind, takes: "5.0", ...labelsIn(body, serviceControlPolicy, [property, "tags"]) }
    : undefined;
}

/**
 * What a policy is called in a body. One without a name, or with a property that the request does not have, is another
 * product's, where names and paths have other rules.
 *
 * @param others the further properties of the request
 */
function labelsIn(
  body: ObjectValue,
  { property, kind, labels }: IdentityResource,
  others: readonly string[],
): { readonly labels?: readonly WrittenLabels[] } {
  if (!labels || !body.isComplete || memberOf(body, labels.name) === undefined) {
    return {};
  }
  const known = [property, labels.name, labels.path, labels.description, ...others];
  return body.members.every(({ key }) => known.includes(key)) ? { labels: [{ value: body, keys: labels, kind }] } : {};
}

function textOf(body: ObjectValue, property: string): string | undefined {
  const value = memberOf(body, property);
  return value?.kind === "string" && isKnownText(value) ? value.value : undefined;
}

/** A version that no other cloud has, where the body says the kind, shows whose it is, whatever else it has. */
function isRecognised(detection: Detection, context: CarrierContext, { takes }: Role): boolean {
  if (detection.kind !== "policy") {
    return false;
  }
  const isCertain = takes !== undefined && textOf(detection.policy, "Version") === takes;
  const dialect = recognise(detection.policy, { ...context, isCertain, takes });
  return takes === undefined ? dialect === "5.0" : dialect !== undefined;
}
