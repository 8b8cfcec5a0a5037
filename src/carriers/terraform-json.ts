import type { Cloud } from "../policy/cloud.js";
import { lazyObject } from "../hosts/values.js";
import { terraformBlockRoleKeys, textRoleKeys } from "../policy/role.js";
import { memberOf, type ObjectValue, type Value } from "../policy/value.js";
import { agencyGrants, snakeCaseAgencyNames } from "./agency.js";
import { grantsOf, snakeCaseAssignmentNames } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleKey } from "./carrier.js";
import { policyOfBlocks, roleBlockKeys } from "./policy-blocks.js";
import { detectPolicy, roleFacts, type Role } from "./policy-value.js";
import { resourcesIn, type Resource } from "./terraform-resources.js";

/**
 * `*.tf.json` files, including the output of CDK for Terraform: `{ "resource": { "<type>": { "<name>": { ... } } } }`
 * (facts.md#terraform-roles).
 */
export const terraformJson: Carrier = (candidate, context) => {
  const resources = candidate.kind === "object" ? memberOf(candidate, "resource") : undefined;
  return resourcesIn(resources, (type) => readerOf(type) !== undefined).flatMap(
    (resource) => readerOf(resource.type)?.(resource, context) ?? [],
  );
};

type Reader = (resource: Resource, context: CarrierContext) => readonly Detection[];

/** By resource type without the provider prefix. Older providers of the family append `_v3`. */
const readers: Readonly<Record<string, Reader>> = {
  identity_role: readRole,
  identity_policy: readIdentityPolicy,
  identityv5_policy: readIdentityPolicy,
  identity_role_assignment: readAssignment,
  identity_group_role_assignment: readAssignment,
  identity_user_role_assignment: readAssignment,
  identity_agency: readAgency,
};

const typeName = /^(?<provider>huaweicloud|opentelekomcloud|flexibleengine|sbercloud|g42cloud)_(?<kind>.+?)(?:_v3)?$/u;

function readerOf(type: string): Reader | undefined {
  const kind = typeName.exec(type)?.groups?.["kind"] ?? "";
  return Object.hasOwn(readers, kind) ? readers[kind] : undefined;
}

/**
 * Reads a role. The Open Telekom Cloud provider has the policy as blocks and the level in `display_layer`, the others
 * have a JSON string and `type`.
 */
function readRole(resource: Resource, context: CarrierContext): readonly Detection[] {
  const { body } = resource;
  const policy = memberOf(body, "policy");
  const role: Role = { ...roleOf(resource), takes: "1.1" };
  return policy
    ? detectPolicy(policy, context, {
        ...role,
        ...roleFacts(body, textRoleKeys),
      })
    : policyOfBlocks(knownBlocks(body), roleBlockKeys, context, {
        ...role,
        ...roleFacts(body, terraformBlockRoleKeys),
      });
}

/** Marks the body as incomplete if a `dynamic` block adds to it. */
function knownBlocks(body: ObjectValue): ObjectValue {
  return lazyObject(body.range, () => ({
    members: body.members,
    isComplete: body.isComplete && memberOf(body, "dynamic") === undefined,
  }));
}

function readIdentityPolicy(resource: Resource, context: CarrierContext): readonly Detection[] {
  return detectPolicy(memberOf(resource.body, "policy_document"), context, { ...roleOf(resource), takes: "5.0" });
}

/** Reads an assignment. With `count`, it may create no instance or several, so its principal is unknown. */
function readAssignment({ body }: Resource): readonly Detection[] {
  const grants = grantsOf(body, snakeCaseAssignmentNames, addressIn);
  return memberOf(body, "count") === undefined ? grants : grants.map(withoutPrincipal);
}

function withoutPrincipal(detection: Detection): Detection {
  return detection.kind === "grant" ? { ...detection, site: { ...detection.site, principal: undefined } } : detection;
}

function readAgency({ body, address }: Resource): readonly Detection[] {
  return agencyGrants(body, snakeCaseAgencyNames, address, addressIn);
}

/** Other providers of the family serve clouds that have no catalogue here. */
const clouds: Readonly<Record<string, Cloud>> = { huaweicloud: "huaweicloud", opentelekomcloud: "otc" };

function roleOf({ type, address }: Resource): Role {
  const cloud = clouds[typeName.exec(type)?.groups?.["provider"] ?? ""];
  return { key: address, ...(cloud ? { cloud, isOurs: true } : {}) };
}

/** A reference to a role: `${<type>.<name>.id}`, or its name in an agency. An index, as in `<name>[0]`, is ignored. */
const reference =
  /^\$\{\s*(?<address>[\p{L}_][\p{L}\p{N}_-]*\.[\p{L}_][\p{L}\p{N}_-]*)(?:\[[^\]]*\])?\.(?:id|name|display_name)\s*\}$/u;

/** The address of the resource that a string refers to. */
function addressIn(value: Value | undefined): RoleKey | undefined {
  return value?.kind === "string" ? reference.exec(value.value)?.groups?.["address"] : undefined;
}
