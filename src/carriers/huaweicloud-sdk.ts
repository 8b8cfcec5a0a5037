import type { GrantScope } from "../policy/grant-site.js";
import { apiRoleKeys } from "../policy/role.js";
import { memberOf, type ConstructValue, type ObjectValue, type Value } from "../policy/value.js";
import { grantsOf, identityOf, snakeCaseNames } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleKey } from "./carrier.js";
import { isCreation, modelNameOf, sentObject } from "./huaweicloud-sdk-models.js";
import { certainPolicy, roleFacts } from "./policy-value.js";

/**
 * Huawei Cloud's SDK for Node.js, `@huaweicloud/huaweicloud-sdk-iam`: the requests that create and update roles, what
 * they are put together of, and those that assign a role (facts: policy-language 4).
 */
export const huaweicloudSdk: Carrier = (candidate, context) => {
  if (candidate.kind !== "construct") {
    return [];
  }
  if (isCreation(candidate)) {
    return createdRole(candidate, context);
  }
  const name = modelNameOf(candidate);
  const sent = sentObject(candidate);
  return name !== undefined && sent ? readModel(name, candidate, sent, context) : [];
};

/** `client.createCloudServiceCustomPolicy(request)`: what is granted later is named by the answer. */
function createdRole(call: ConstructValue, context: CarrierContext): readonly Detection[] {
  const [request] = call.arguments;
  const sent = request?.kind === "construct" ? sentObject(request) : undefined;
  return sent ? policyOfBody(memberOf(sent, "body"), call.identity, context) : [];
}

function readModel(
  name: string,
  construct: ConstructValue,
  sent: ObjectValue,
  context: CarrierContext,
): readonly Detection[] {
  const key = construct.identity;
  switch (name) {
    case "CreateCloudServiceCustomPolicyRequest":
    case "CreateAgencyCustomPolicyRequest":
      return policyOfBody(memberOf(sent, "body"), key, context);
    case "UpdateCloudServiceCustomPolicyRequest":
    case "UpdateAgencyCustomPolicyRequest":
      return policyOfBody(memberOf(sent, "body"), identityOf(memberOf(sent, "role_id")) ?? key, context);
    case "CreateCloudServiceCustomPolicyRequestBody":
    case "UpdateCloudServiceCustomPolicyRequestBody":
    case "CreateAgencyCustomPolicyRequestBody":
    case "UpdateAgencyCustomPolicyRequestBody":
      return policyOfBody(sent, key, context);
    case "ServicePolicyRoleOption":
    case "AgencyPolicyRoleOption":
      return policyOfRole(sent, key, context);
    case "ServicePolicy":
    case "AgencyPolicy":
      return certainPolicy(sent, context, { cloud: "huaweicloud", takes: "1.1" });
    case "CreatePolicyReqBody":
    case "CreatePolicyVersionReqBody":
      return certainPolicy(memberOf(sent, "policy_document"), context, { key, cloud: "huaweicloud", takes: "5.0" });
    default:
      return readAssignment(name, construct, sent);
  }
}

function policyOfBody(body: Value | undefined, key: RoleKey, context: CarrierContext): readonly Detection[] {
  const role = body?.kind === "object" ? memberOf(body, "role") : undefined;
  return role?.kind === "object" ? policyOfRole(role, key, context) : [];
}

function policyOfRole(role: ObjectValue, key: RoleKey, context: CarrierContext): readonly Detection[] {
  return certainPolicy(memberOf(role, "policy"), context, {
    key,
    cloud: "huaweicloud",
    takes: "1.1",
    ...roleFacts(role, apiRoleKeys),
  });
}

/** Requests whose class says where the role is granted, and no property of them. */
const scopes: Readonly<Record<string, GrantScope>> = {
  KeystoneAssociateGroupWithProjectPermissionRequest: "iam-project",
  KeystoneAssociateGroupWithDomainPermissionRequest: "domain",
  UpdateDomainGroupInheritRoleRequest: "all-projects",
};

function readAssignment(name: string, construct: ConstructValue, sent: ObjectValue): readonly Detection[] {
  const scope = Object.hasOwn(scopes, name) ? scopes[name] : undefined;
  return scope ? grantByClass(scope, construct, sent) : assignmentsIn(sent).flatMap(grantsOfAssignment);
}

function grantByClass(scope: GrantScope, construct: ConstructValue, sent: ObjectValue): readonly Detection[] {
  const role = identityOf(memberOf(sent, "role_id"));
  const principal = identityOf(memberOf(sent, "group_id"));
  const site = { scope, range: construct.range, ...(principal === undefined ? {} : { principal }) };
  return role === undefined ? [] : [{ kind: "grant", role, site }];
}

/** Agencies are granted their roles by a list, groups and users each by a request. */
function assignmentsIn(sent: ObjectValue): readonly ObjectValue[] {
  const list = memberOf(sent, "role_assignments");
  return list?.kind === "array" ? list.elements.filter((element) => element.kind === "object") : [sent];
}

function grantsOfAssignment(assignment: ObjectValue): readonly Detection[] {
  return grantsOf(assignment, snakeCaseNames, identityOf);
}
