import { lazyArray, lazyObject, computedString, type ObjectParts } from "../hosts/values.js";
import {
  type Callee,
  type ConstructValue,
  type Member,
  type ObjectValue,
  type UnknownValue,
  type Value,
} from "../policy/value.js";
import { MappedText } from "../text/mapped-text.js";
import { isWithin } from "../text/range.js";

/** What a class of the SDK stands for in a request. */
interface Model {
  /** What the constructor takes, in its order, by the names that are sent. */
  readonly parameters: readonly string[];
  /** What only a `.with...()` call sets. */
  readonly others?: readonly string[];
}

const roleRequest: Model = { parameters: [], others: ["body"] };
const roleUpdate: Model = { parameters: ["role_id"], others: ["body"] };
const roleBody: Model = { parameters: ["role"] };
const roleOption: Model = {
  parameters: ["display_name", "type", "description", "policy"],
  others: ["description_cn"],
};
const policy: Model = { parameters: ["Version", "Statement"] };
const statement: Model = { parameters: ["Action", "Effect"], others: ["Condition", "Resource"] };

/** The classes of `v3/model` and `v5/model` in `@huaweicloud/huaweicloud-sdk-iam` 3.1.172 that are about policies. */
const models: Readonly<Record<string, Model>> = {
  CreateCloudServiceCustomPolicyRequest: roleRequest,
  CreateCloudServiceCustomPolicyRequestBody: roleBody,
  UpdateCloudServiceCustomPolicyRequest: roleUpdate,
  UpdateCloudServiceCustomPolicyRequestBody: roleBody,
  ServicePolicyRoleOption: roleOption,
  ServicePolicy: policy,
  ServiceStatement: statement,
  CreateAgencyCustomPolicyRequest: roleRequest,
  CreateAgencyCustomPolicyRequestBody: roleBody,
  UpdateAgencyCustomPolicyRequest: roleUpdate,
  UpdateAgencyCustomPolicyRequestBody: roleBody,
  AgencyPolicyRoleOption: roleOption,
  AgencyPolicy: policy,
  AgencyPolicyStatement: { parameters: ["Action", "Effect"], others: ["Resource"] },
  AgencyPolicyResource: { parameters: ["uri"] },
  CreatePolicyReqBody: { parameters: ["policy_name", "policy_document"], others: ["path", "description"] },
  CreatePolicyVersionReqBody: { parameters: ["policy_document"], others: ["set_as_default"] },
  AssociateRoleToGroupOnEnterpriseProjectRequest: { parameters: ["enterprise_project_id", "group_id", "role_id"] },
  AssociateRoleToUserOnEnterpriseProjectRequest: { parameters: ["enterprise_project_id", "user_id", "role_id"] },
  AssociateRoleToAgencyOnEnterpriseProjectRequest: { parameters: ["Content-Type"], others: ["body"] },
  CreateAgencyEpPolicyAssignmentReqBody: { parameters: ["role_assignments"] },
  CreateAgencyEpPolicyAssignmentReqBodyRoleAssignments: {
    parameters: ["agency_id", "enterprise_project_id", "role_id"],
  },
  KeystoneAssociateGroupWithProjectPermissionRequest: { parameters: ["group_id", "role_id"] },
  KeystoneAssociateGroupWithDomainPermissionRequest: { parameters: ["domain_id", "group_id", "role_id"] },
  UpdateDomainGroupInheritRoleRequest: { parameters: ["domain_id", "group_id", "role_id"] },
};

/** The methods of the clients that create a role: their answer holds its id. */
const creators: readonly string[] = ["createCloudServiceCustomPolicy", "createAgencyCustomPolicy"];

/** What of the SDK is worth a look. */
export const sdkCallees: readonly string[] = [...Object.keys(models), ...creators];

/** Whether a call is that of a client's method that creates a role, as far as its name tells. */
export function isCreation({ callee }: ConstructValue): boolean {
  return creators.includes(callee.path.at(-1) ?? "");
}

/** The name of the SDK's class that a construct is of; `undefined` for those of other modules. */
export function modelNameOf({ callee }: ConstructValue): string | undefined {
  const name = callee.path.at(-1) ?? "";
  return isSdk(callee) && Object.hasOwn(models, name) ? name : undefined;
}

function isSdk({ module = "" }: Callee): boolean {
  return /^@huaweicloud\/huaweicloud-sdk-iam(?:\/|$)/u.test(module);
}

/** The object that is sent for a construct, with the names of the API; `undefined` for no class of the SDK. */
export function sentObject(construct: ConstructValue): ObjectValue | undefined {
  const model = models[modelNameOf(construct) ?? ""];
  return model && lazyObject(construct.range, () => partsOf(construct, model));
}

/** A value as it is sent: with objects in the places of constructs, whatever it is nested in. */
export function sentValue(value: Value): Value {
  switch (value.kind) {
    case "construct":
      return sentObject(value) ?? value;
    case "array":
      return lazyArray(value.range, () =>
        value.placed.map(({ value: element, place }) => ({ value: sentValue(element), place })),
      );
    case "choice":
      return { ...value, branches: value.branches.map(sentValue) };
    case "object":
      return lazyObject(
        value.range,
        () => ({
          members: value.members.map((member) => ({ ...member, value: sentValue(member.value) })),
          isComplete: value.isComplete,
        }),
        value,
      );
    case "unknown":
      return enumMember(value) ?? value;
    default:
      return value;
  }
}

/** `ServiceStatementEffectEnum.ALLOW` and its like: enumerations of texts. */
const enumMembers: ReadonlyMap<string, string> = new Map([
  ["ServiceStatementEffectEnum.ALLOW", "Allow"],
  ["ServiceStatementEffectEnum.DENY", "Deny"],
  ["AgencyPolicyStatementEffectEnum.ALLOW", "Allow"],
  ["AgencyPolicyStatementEffectEnum.DENY", "Deny"],
  ["AgencyPolicyStatementActionEnum.IAMAGENCIESASSUME", "iam:agencies:assume"],
]);

function enumMember({ imported, range }: UnknownValue): Value | undefined {
  const text = imported && isSdk(imported) ? enumMembers.get(imported.path.slice(-2).join(".")) : undefined;
  return text === undefined ? undefined : computedString(range, MappedText.at(text, range));
}

/** What the constructor and its `.with...()` calls leave out may be set elsewhere, line by line. */
function partsOf(construct: ConstructValue, model: Model): ObjectParts {
  const members = sentMembers(construct, model);
  return { members, isComplete: model.parameters.every((name) => members.some(({ key }) => key === name)) };
}

/** Of what is set more than once, the last counts. */
function sentMembers(construct: ConstructValue, { parameters, others = [] }: Model): Member[] {
  const members = new Map<string, Member>();
  for (const [index, value] of construct.arguments.entries()) {
    set(parameters[index], value);
  }
  for (const {
    name,
    arguments: [value],
  } of construct.chainedCalls) {
    set(
      [...parameters, ...others].find((key) => setterOf(key) === name),
      value,
    );
  }
  return [...members.values()];

  function set(key: string | undefined, value: Value | undefined): void {
    if (key !== undefined && value) {
      // A constant's value is written elsewhere than the argument.
      const range = isWithin(value.range, construct.range) ? value.range : construct.range;
      members.set(key, { key, keyRange: range, range, value: sentValue(value) });
    }
  }
}

/** `display_name` is set by `withDisplayName`, `Version` by `withVersion`. */
function setterOf(key: string): string {
  return `with${key.replace(/(?:^|[_-])\w/gu, (start) => start.replace(/[_-]/u, "").toUpperCase())}`;
}
