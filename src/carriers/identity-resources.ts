import type { RoleFacts } from "../policy/document.js";
import type { LabelKeys } from "../policy/labels.js";
import { isKnownText } from "../policy/placeholder.js";
import { memberOf } from "../policy/members.js";
import type { ObjectValue, Value } from "../policy/value.js";
import type { CarrierContext, Detection } from "./carrier.js";
import { detectPolicy, type Role } from "./policy-value.js";

/** A resource or request that carries a policy of version 5.0 (facts.md#carriers-of-version-5). */
export interface IdentityResource {
  /** The property with the policy, as Terraform names it. */
  readonly property: string;
  readonly kind: NonNullable<RoleFacts["kind"]>;
  /** The property that says what language the policy is in, and the word for this one. */
  readonly type?: readonly [property: string, word: string];
  /** Of a resource, single words, which all libraries spell alike. */
  readonly labels?: LabelKeys;
}

/** Requests of the API, whose names the SDK has, too. */
export const identityPolicy: IdentityResource = {
  property: "policy_document",
  kind: "identity",
  labels: { name: "policy_name", path: "path" },
};
export const serviceControlPolicy = {
  property: "content",
  kind: "service-control",
  type: ["type", "service_control_policy"],
  labels: { name: "name", description: "description" },
} as const satisfies IdentityResource;

export const trustPolicy: IdentityResource = {
  property: "trust_policy",
  kind: "trust",
  labels: { name: "agency_name", path: "path", description: "description" },
};
export const permissionSetPolicy: IdentityResource = { property: "custom_policy", kind: "permission-set" };

const identityPolicyResource: IdentityResource = { ...identityPolicy, labels: { name: "name", path: "path" } };

/** By the type of the resource in Terraform, without its provider. */
export const identityResources: Readonly<Record<string, IdentityResource>> = {
  identity_policy: identityPolicyResource,
  identityv5_policy: identityPolicyResource,
  identity_trust_agency: { ...trustPolicy, labels: { name: "name", path: "path", description: "description" } },
  organizations_policy: serviceControlPolicy,
  organizations_dry_run_policy: serviceControlPolicy,
  identitycenter_custom_policy_attachment: permissionSetPolicy,
  vpcep_endpoint: { property: "policy_document", kind: "endpoint" },
};

/** Detects the policy of a resource, whose properties a carrier may name in its own way. */
export function policyOfResource(
  { property, kind, type, labels }: IdentityResource,
  properties: ObjectValue,
  context: CarrierContext,
  { isOurs, ...role }: Pick<Role, "key" | "cloud" | "isOurs">,
  nameOf: (property: string) => string = (name) => name,
): readonly Detection[] {
  const value = memberOf(properties, nameOf(property));
  if (type && isOther(memberOf(properties, nameOf(type[0])), type[1])) {
    return [];
  }
  if (kind === "endpoint") {
    // Endpoints of other services have policies in other languages.
    return detectPolicy(value, context, { ...role, kind }).filter(isOfVersion5);
  }
  return detectPolicy(value, context, {
    ...role,
    ...(isOurs ? { isOurs } : {}),
    ...(labels ? { labels: [{ value: properties, keys: labels, kind }] } : {}),
    kind,
    takes: "5.0",
  });
}

function isOther(value: Value | undefined, word: string): boolean {
  return value?.kind === "string" && isKnownText(value) && value.value !== word;
}

function isOfVersion5(detection: Detection): boolean {
  return detection.kind === "policy" && detection.dialect === "5.0";
}
