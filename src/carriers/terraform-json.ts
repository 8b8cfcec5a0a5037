import type { Cloud } from "../policy/cloud.js";
import { relocate } from "../hosts/hcl/relocate.js";
import { lazyArray, lazyObject, optional, unknown } from "../hosts/values.js";
import { terraformBlockRoleKeys, textRoleKeys } from "../policy/role.js";
import { listedValues } from "../policy/listed.js";
import { findMember, memberOf } from "../policy/members.js";
import type { ObjectValue, Value } from "../policy/value.js";
import { agencyGrants, snakeCaseAgencyNames } from "./agency.js";
import { grantsOf, snakeCaseAssignmentNames, systemRoleNamed } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleReference } from "./carrier.js";
import { identityResources, policyOfResource } from "./identity-resources.js";
import { policyOfBlocks, roleBlockKeys } from "./policy-blocks.js";
import { detectPolicy, roleFacts, type Role } from "./policy-value.js";
import { objectsIn, resourcesIn, type Resource } from "./terraform-resources.js";

/**
 * `*.tf.json` files, including the output of CDK for Terraform: `{ "resource": { "<type>": { "<name>": { ... } } } }`
 * (facts.md#terraform-roles).
 */
export const terraformJson: Carrier = (candidate, context) => {
  const resources = candidate.kind === "object" ? memberOf(candidate, "resource") : undefined;
  if (!resources) {
    return [];
  }
  return resourcesIn(resources, (type) => readerOf(type) !== undefined).flatMap((resource) => {
    const detections = readerOf(resource.type)?.(resource, context) ?? [];
    return resource.body.origin === undefined ? detections : detections.flatMap(inOtherFile(resource.body));
  });
};

/** Of a resource in another file, its policy counts here, which that file also has its mistakes reported in. */
function inOtherFile({ range, origin = "" }: ObjectValue): (detection: Detection) => readonly Detection[] {
  return (detection) => {
    const policy = detection.kind === "policy" ? relocate(detection.policy, range, origin) : undefined;
    return detection.kind === "policy" && policy?.kind === "object" ? [{ ...detection, policy }] : [];
  };
}

type Reader = (resource: Resource, context: CarrierContext) => readonly Detection[];

/** By resource type without the provider prefix. Older providers of the family append `_v3`. */
const readers: Readonly<Record<string, Reader>> = {
  identity_role: readRole,
  identity_role_assignment: readAssignment,
  identity_group_role_assignment: readAssignment,
  identity_user_role_assignment: readAssignment,
  identity_agency: readAgency,
};

const typeName = /^(?<provider>huaweicloud|opentelekomcloud|flexibleengine|sbercloud|g42cloud)_(?<kind>.+?)(?:_v3)?$/u;

/** The type of a resource without its provider. */
function kindOf(type: string): string {
  return typeName.exec(type)?.groups?.["kind"] ?? "";
}

function readerOf(type: string): Reader | undefined {
  const kind = kindOf(type);
  if (Object.hasOwn(identityResources, kind)) {
    return readIdentityPolicy;
  }
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
    : policyOfBlocks(withDynamicStatements(body), roleBlockKeys, context, {
        ...role,
        ...roleFacts(body, terraformBlockRoleKeys),
      });
}

/**
 * Adds the statements of `dynamic` blocks, `"dynamic": { "statement": { "for_each", "content": { ... } } }`. There may be
 * any number of each, so they are optional, and the list is incomplete.
 */
function withDynamicStatements(body: ObjectValue): ObjectValue {
  const dynamic = findMember(body, "dynamic");
  if (!dynamic) {
    return body;
  }
  const contents = objectsIn(dynamic.value)
    .flatMap((blocks) => objectsIn(memberOf(blocks, "statement")))
    .flatMap((block) => objectsIn(memberOf(block, "content")));
  const read = () => {
    const list = lazyArray(dynamic.range, () => [
      ...listedValues(memberOf(body, "statement")),
      ...contents.map((content) => ({ value: optional(content), place: undefined })),
      { value: unknown(dynamic.range), place: undefined },
    ]);
    const statement = { key: "statement", keyRange: dynamic.keyRange, range: dynamic.range, value: list };
    return { members: [...body.members, statement], isComplete: body.isComplete };
  };
  return lazyObject(body.range, read, body);
}

function readIdentityPolicy(resource: Resource, context: CarrierContext): readonly Detection[] {
  const carried = identityResources[kindOf(resource.type)];
  return carried ? policyOfResource(carried, resource.body, context, roleOf(resource)) : [];
}

/** Reads an assignment. With `count`, it may create no instance or several, so its principal is unknown. */
function readAssignment({ body }: Resource): readonly Detection[] {
  const grants = grantsOf(body, snakeCaseAssignmentNames, roleIn);
  return memberOf(body, "count") === undefined
    ? grants
    : grants.map((grant) => ({ ...grant, site: { ...grant.site, principal: undefined } }));
}

function readAgency({ body, address }: Resource): readonly Detection[] {
  return agencyGrants(body, snakeCaseAgencyNames, address, roleIn);
}

/** Other providers of the family serve clouds that have no catalogue here. */
const clouds: Readonly<Record<string, Cloud>> = { huaweicloud: "huaweicloud", opentelekomcloud: "otc" };

function roleOf({ type, address }: Resource): Role {
  const cloud = clouds[typeName.exec(type)?.groups?.["provider"] ?? ""];
  return { key: address, ...(cloud ? { cloud, isOurs: true } : {}) };
}

/** A reference to a role: `${<type>.<name>.id}`, or its name in an agency; with an index, to one or more instances. */
const reference =
  /^\$\{\s*(?<address>[\p{L}_][\p{L}\p{N}_-]*\.[\p{L}_][\p{L}\p{N}_-]*)(?:\[(?<index>[^\]]*)\])?\.(?:id|name|display_name)\s*\}$/u;

/** The key of an instance, as it is written in its address: `<type>.<name>["<key>"]`. */
const instanceKey = /^\s*(?<key>"[^"\\$%]*")\s*$/u;

/** The role that a string refers to: by its address, or a system role by its name. */
function roleIn(value: Value | undefined): RoleReference {
  const { address, index = "" } = reference.exec(referenceOf(value) ?? "")?.groups ?? {};
  if (address === undefined) {
    return systemRoleNamed(value);
  }
  const key = instanceKey.exec(index)?.groups?.["key"];
  return { key: key === undefined ? address : `${address}[${key}]` };
}

/** JSON syntax has references in strings; in HCL, a reference is a value that is not known. */
function referenceOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "string":
      return value.value;
    case "unknown":
    case "choice":
      return value.reference;
    default:
      return undefined;
  }
}
