import type { Cloud } from "../policy/cloud.js";
import { lazyObject } from "../hosts/values.js";
import { terraformBlockRoleKeys, textRoleKeys } from "../policy/role.js";
import { memberOf, type ObjectValue, type Value } from "../policy/value.js";
import { agencyGrants, snakeCaseAgencyNames } from "./agency.js";
import { grantsOf, snakeCaseNames } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleKey } from "./carrier.js";
import { policyOfBlocks, roleBlockKeys } from "./policy-blocks.js";
import { certainPolicy, roleFacts, type Role } from "./policy-value.js";
import { resourcesIn, type Resource } from "./terraform-resources.js";

/**
 * `*.tf.json` files and what CDK for Terraform synthesises: `{ "resource": { "<type>": { "<name>": { ... } } } }`
 * (facts: policy-language 4).
 */
export const terraformJson: Carrier = (candidate, context) => {
  const resources = candidate.kind === "object" ? memberOf(candidate, "resource") : undefined;
  return resourcesIn(resources, (type) => readerOf(type) !== undefined).flatMap(
    (resource) => readerOf(resource.type)?.(resource, context) ?? [],
  );
};

type Reader = (resource: Resource, context: CarrierContext) => readonly Detection[];

/** By the name of a type without its provider: the older providers of the family add `_v3`. */
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

/** Open Telekom Cloud writes the policy as blocks and the level as `display_layer`, the others text and `type`. */
function readRole(resource: Resource, context: CarrierContext): readonly Detection[] {
  const { body } = resource;
  const policy = memberOf(body, "policy");
  const role: Role = { ...roleOf(resource), takes: "1.1" };
  return policy
    ? certainPolicy(policy, context, {
        ...role,
        ...roleFacts(body, textRoleKeys),
      })
    : policyOfBlocks(knownBlocks(body), roleBlockKeys, context, {
        ...role,
        ...roleFacts(body, terraformBlockRoleKeys),
      });
}

/** What a `dynamic` block adds is not known. */
function knownBlocks(body: ObjectValue): ObjectValue {
  return lazyObject(body.range, () => ({
    members: body.members,
    isComplete: body.isComplete && memberOf(body, "dynamic") === undefined,
  }));
}

function readIdentityPolicy(resource: Resource, context: CarrierContext): readonly Detection[] {
  return certainPolicy(memberOf(resource.body, "policy_document"), context, { ...roleOf(resource), takes: "5.0" });
}

/** One that is made by `count` may not be made at all, or another in its place: to whom it grants is not known. */
function readAssignment({ body }: Resource): readonly Detection[] {
  const grants = grantsOf(body, snakeCaseNames, addressIn);
  return memberOf(body, "count") === undefined ? grants : grants.map(withoutPrincipal);
}

function withoutPrincipal(detection: Detection): Detection {
  return detection.kind === "grant" ? { ...detection, site: { ...detection.site, principal: undefined } } : detection;
}

function readAgency({ body, address }: Resource): readonly Detection[] {
  return agencyGrants(body, snakeCaseAgencyNames, address, addressIn);
}

/** The other providers of the family are for clouds that have no catalogue here. */
const clouds: Readonly<Record<string, Cloud>> = { huaweicloud: "huaweicloud", opentelekomcloud: "otc" };

function roleOf({ type, address }: Resource): Role {
  const cloud = clouds[typeName.exec(type)?.groups?.["provider"] ?? ""];
  return { key: address, ...(cloud ? { cloud } : {}) };
}

/** `${<type>.<name>.id}`; an agency takes roles by name. One of several, as in `<name>[0]`, is like the others. */
const reference =
  /^\$\{\s*(?<address>[\p{L}_][\p{L}\p{N}_-]*\.[\p{L}_][\p{L}\p{N}_-]*)(?:\[[^\]]*\])?\.(?:id|name|display_name)\s*\}$/u;

/** The address of the resource that a text refers to. */
function addressIn(value: Value | undefined): RoleKey | undefined {
  return value?.kind === "string" ? reference.exec(value.value)?.groups?.["address"] : undefined;
}
