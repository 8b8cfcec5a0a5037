import type { GrantScope } from "../policy/grant-site.js";
import { apiRoleKeys } from "../policy/role.js";
import { memberOf } from "../policy/members.js";
import type { ConstructValue, ObjectValue, Value } from "../policy/value.js";
import { grantsOf, identityOf, roleWithId, snakeCaseAssignmentNames } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleKey } from "./carrier.js";
import { isCreateCall, modelNameOf, payloadOf } from "./huaweicloud-sdk-models.js";
import { ineffectiveKeys } from "./huaweicloud-sdk-spreads.js";
import { kindOfAnalyzed } from "./identity-body.js";
import {
  identityPolicy,
  permissionSetPolicy,
  policyOfResource,
  serviceControlPolicy,
  trustPolicy,
  type IdentityResource,
} from "./identity-resources.js";
import { policyOfStatement } from "./policy-fragments.js";
import { detectPolicy, roleFacts } from "./policy-value.js";

/**
 * The Huawei Cloud SDK for Node.js, `@huaweicloud/huaweicloud-sdk-iam`: requests that create, update or assign roles,
 * and the models that they are composed of, with what the program sets in them later (facts.md#node-sdk).
 */
export const huaweicloudSdk: Carrier = (candidate, context) => {
  if (candidate.kind !== "construct") {
    return [];
  }
  if (isCreateCall(candidate)) {
    return createdRole(candidate, context);
  }
  const name = modelNameOf(candidate);
  const payload = payloadOf(candidate);
  return name !== undefined && payload
    ? [...readModel(name, candidate, payload, context), ...ineffectiveKeys(candidate)]
    : [];
};

/** The role of `client.createCloudServiceCustomPolicy(request)`. Assignments refer to the response of the call. */
function createdRole(call: ConstructValue, context: CarrierContext): readonly Detection[] {
  const [request] = call.arguments;
  const payload = request?.kind === "construct" ? payloadOf(request) : undefined;
  return payload ? policyOfBody(memberOf(payload, "body"), call.identity, context) : [];
}

function readModel(
  name: string,
  construct: ConstructValue,
  payload: ObjectValue,
  context: CarrierContext,
): readonly Detection[] {
  const key = construct.identity;
  switch (name) {
    case "CreateCloudServiceCustomPolicyRequest":
    case "CreateAgencyCustomPolicyRequest":
      return policyOfBody(memberOf(payload, "body"), key, context);
    case "UpdateCloudServiceCustomPolicyRequest":
    case "UpdateAgencyCustomPolicyRequest":
      return policyOfBody(memberOf(payload, "body"), identityOf(memberOf(payload, "role_id")) ?? key, context);
    case "CreateCloudServiceCustomPolicyRequestBody":
    case "UpdateCloudServiceCustomPolicyRequestBody":
    case "CreateAgencyCustomPolicyRequestBody":
    case "UpdateAgencyCustomPolicyRequestBody":
      return policyOfBody(payload, key, context);
    case "ServicePolicyRoleOption":
    case "AgencyPolicyRoleOption":
      return policyOfRole(payload, key, context);
    case "ServicePolicy":
    case "AgencyPolicy":
      return detectPolicy(payload, context, { cloud: "huaweicloud", takes: "1.1" });
    case "ServiceStatement":
    case "AgencyPolicyStatement":
      return policyOfStatement(payload, context, key, { cloud: "huaweicloud" }).map((detection) => ({
        ...detection,
        isLoose: true as const,
      }));
    case "iamaccessanalyzer/ValidatePolicyReqBody":
      return analyzedPolicy(payload, key, context);
    default: {
      const carried = Object.hasOwn(identityModels, name) ? identityModels[name] : undefined;
      return carried
        ? policyOfResource(carried, payload, context, { key, cloud: "huaweicloud" })
        : readAssignment(name, construct, payload);
    }
  }
}

/** The models that hold a policy of version 5.0, in their JSON text. */
const identityModels: Readonly<Record<string, IdentityResource>> = {
  CreatePolicyReqBody: identityPolicy,
  CreatePolicyVersionReqBody: identityPolicy,
  CreateAgencyReqBody: trustPolicy,
  UpdateTrustPolicyReqBody: trustPolicy,
  "organizations/CreatePolicyReqBody": serviceControlPolicy,
  "organizations/CreateDryRunPolicyReqBody": serviceControlPolicy,
  "organizations/UpdatePolicyReqBody": serviceControlPolicy,
  "identitycenter/PutCustomPolicyToPermissionSetReqBody": permissionSetPolicy,
  "sts/AssumeAgencyReqBody": { property: "policy", kind: "session" },
};

/** The policy that the access analyzer shall check. One of no known kind may be in the language of buckets. */
function analyzedPolicy(payload: ObjectValue, key: RoleKey, context: CarrierContext): readonly Detection[] {
  const kind = kindOfAnalyzed(payload);
  return kind
    ? policyOfResource({ property: "policy_document", kind }, payload, context, { key, cloud: "huaweicloud" })
    : [];
}

function policyOfBody(body: Value | undefined, key: RoleKey, context: CarrierContext): readonly Detection[] {
  const role = body?.kind === "object" ? memberOf(body, "role") : undefined;
  return role?.kind === "object" ? policyOfRole(role, key, context) : [];
}

function policyOfRole(role: ObjectValue, key: RoleKey, context: CarrierContext): readonly Detection[] {
  return detectPolicy(memberOf(role, "policy"), context, {
    key,
    cloud: "huaweicloud",
    takes: "1.1",
    ...roleFacts(role, apiRoleKeys),
  });
}

/** Requests whose class determines the grant scope, without a property for it. */
const scopesByRequest: Readonly<Record<string, GrantScope>> = {
  KeystoneAssociateGroupWithProjectPermissionRequest: "iam-project",
  KeystoneAssociateGroupWithDomainPermissionRequest: "domain",
  UpdateDomainGroupInheritRoleRequest: "all-projects",
};

function readAssignment(name: string, construct: ConstructValue, payload: ObjectValue): readonly Detection[] {
  const scope = Object.hasOwn(scopesByRequest, name) ? scopesByRequest[name] : undefined;
  return scope ? grantByClass(scope, construct, payload) : assignmentsIn(payload).flatMap(grantsOfAssignment);
}

function grantByClass(scope: GrantScope, construct: ConstructValue, payload: ObjectValue): readonly Detection[] {
  const role = roleWithId(memberOf(payload, "role_id"));
  const principal = identityOf(memberOf(payload, "group_id"));
  const site = {
    scope,
    range: construct.range,
    principalKind: "group" as const,
    ...(principal === undefined ? {} : { principal }),
  };
  return [{ kind: "grant", role, site }];
}

/** An agency request lists several assignments; a request for a group or user is a single one. */
function assignmentsIn(payload: ObjectValue): readonly ObjectValue[] {
  const list = memberOf(payload, "role_assignments");
  return list?.kind === "array" ? list.elements.filter((element) => element.kind === "object") : [payload];
}

function grantsOfAssignment(assignment: ObjectValue): readonly Detection[] {
  return grantsOf(assignment, snakeCaseAssignmentNames, roleWithId);
}
