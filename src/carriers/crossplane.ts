import type { Cloud } from "../policy/cloud.js";
import { blockRoleKeys, textRoleKeys } from "../policy/role.js";
import { isKnownText } from "../policy/placeholder.js";
import { memberOf } from "../policy/members.js";
import type { ConstructValue, ObjectValue, Value } from "../policy/value.js";
import { agencyGrants, constructAgencyNames } from "./agency.js";
import { constructAssignmentNames, grantsOf, roleWithId, systemRoleNamed } from "./assignment.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { objectName, parametersOf, type ManagedResource } from "./managed-resource.js";
import { policyOfBlocks, roleBlockKeys } from "./policy-blocks.js";
import { detectPolicy, roleFacts, type Role } from "./policy-value.js";
import { blurred } from "./updated-members.js";

/**
 * Resources of Crossplane's providers for Open Telekom Cloud and Huawei Cloud: `{ "apiVersion":
 * "identity.opentelekomcloud.crossplane.io/v1alpha1", "kind": "RoleV3", "spec": { "forProvider": { ... } } }`
 * (facts.md#crossplane). Other providers have groups of their own.
 */
export const crossplane: Carrier = (candidate, context) => {
  switch (candidate.kind) {
    case "object":
      return readResource(managedResource(candidate), context);
    case "construct":
      // What else a resource has is read in its object, which is a candidate, too.
      return readResource(patchedResource(candidate), context).filter(({ kind }) => kind === "policy");
    default:
      return [];
  }
};

function readResource(resource: ManagedResource | undefined, context: CarrierContext): readonly Detection[] {
  const reader = resource && readers[resource.cloud][resource.kind];
  return reader ? reader(resource, context) : [];
}

/** The resource of an `ApiObject` of cdk8s that has patches: they may change anything in it (facts.md#crossplane). */
function patchedResource({ callee, arguments: values, updates }: ConstructValue): ManagedResource | undefined {
  const manifest = callee.module === "cdk8s" && callee.path.at(-1) === "ApiObject" ? values[2] : undefined;
  const isPatched = updates.some(({ kind, name }) => kind === "call" && name === "addJsonPatch");
  const resource = isPatched && manifest?.kind === "object" ? managedResource(manifest) : undefined;
  return resource && { ...resource, parameters: blurred(resource.parameters) };
}

type Reader = (resource: ManagedResource, context: CarrierContext) => readonly Detection[];

/** By kind, which both providers generate from the names of Terraform's resources. */
const readers: Readonly<Record<ManagedResource["cloud"], Readonly<Partial<Record<string, Reader>>>>> = {
  otc: { RoleV3: readRoleOfBlocks, RoleAssignmentV3: readAssignment, AgencyV3: readAgency },
  huaweicloud: {
    Role: readRoleOfText,
    RoleAssignment: readAssignment,
    GroupRoleAssignment: readAssignment,
    UserRoleAssignment: readAssignment,
    Agency: readAgency,
  },
};

/** The groups of the providers: `.m.` for resources in a namespace. */
const groups: Readonly<Record<string, Extract<Cloud, keyof typeof readers>>> = {
  "identity.opentelekomcloud.crossplane.io": "otc",
  "identity.opentelekomcloud.m.crossplane.io": "otc",
  "iam.huaweicloud.crossplane.io": "huaweicloud",
};

function managedResource(object: ObjectValue): ManagedResource | undefined {
  const version = memberOf(object, "apiVersion");
  if (!version) {
    return undefined;
  }
  const [group = ""] = textOf(version).split("/");
  const kind = textOf(memberOf(object, "kind"));
  const cloud = Object.hasOwn(groups, group) ? groups[group] : undefined;
  const parameters = cloud && Object.hasOwn(readers[cloud], kind) ? parametersOf(object) : undefined;
  return cloud && parameters ? { cloud, kind, object, parameters } : undefined;
}

function textOf(value: Value | undefined): string {
  return value?.kind === "string" && isKnownText(value) ? value.value : "";
}

function readRoleOfBlocks(resource: ManagedResource, context: CarrierContext): readonly Detection[] {
  const { parameters } = resource;
  const role: Role = { ...roleOf(resource), ...roleFacts(parameters, blockRoleKeys) };
  return policyOfBlocks(parameters, roleBlockKeys, context, role);
}

function readRoleOfText(resource: ManagedResource, context: CarrierContext): readonly Detection[] {
  const { parameters } = resource;
  const role: Role = { ...roleOf(resource), ...roleFacts(parameters, textRoleKeys) };
  return detectPolicy(memberOf(parameters, "policy"), context, role);
}

/** Resources refer to a role by its name in Kubernetes. */
function roleOf({ cloud, object }: ManagedResource): Role {
  const key = objectName(object, "role");
  return { cloud, isOurs: true, takes: "1.1", ...(key === undefined ? {} : { key }) };
}

function readAssignment({ parameters }: ManagedResource): readonly Detection[] {
  return grantsOf(parameters, constructAssignmentNames, roleWithId);
}

/** An agency lists its roles by their names in the cloud. */
function readAgency({ object, parameters }: ManagedResource): readonly Detection[] {
  return agencyGrants(parameters, { ...constructAgencyNames, projectRole: "projectRole" }, object, systemRoleNamed);
}
