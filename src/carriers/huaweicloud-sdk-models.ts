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

/** The request properties that an SDK class represents, by their API names. */
interface Model {
  /** The constructor parameters, in order. */
  readonly parameters: readonly string[];
  /** Properties that only a `.with...()` call sets. */
  readonly setterOnly?: readonly string[];
}

const roleRequest: Model = { parameters: [], setterOnly: ["body"] };
const roleUpdate: Model = { parameters: ["role_id"], setterOnly: ["body"] };
const roleBody: Model = { parameters: ["role"] };
const roleOption: Model = {
  parameters: ["display_name", "type", "description", "policy"],
  setterOnly: ["description_cn"],
};
const policy: Model = { parameters: ["Version", "Statement"] };
const statement: Model = { parameters: ["Action", "Effect"], setterOnly: ["Condition", "Resource"] };

/** The policy-related classes of `v3/model` and `v5/model` in `@huaweicloud/huaweicloud-sdk-iam` 3.1.172. */
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
  AgencyPolicyStatement: { parameters: ["Action", "Effect"], setterOnly: ["Resource"] },
  AgencyPolicyResource: { parameters: ["uri"] },
  CreatePolicyReqBody: { parameters: ["policy_name", "policy_document"], setterOnly: ["path", "description"] },
  CreatePolicyVersionReqBody: { parameters: ["policy_document"], setterOnly: ["set_as_default"] },
  AssociateRoleToGroupOnEnterpriseProjectRequest: { parameters: ["enterprise_project_id", "group_id", "role_id"] },
  AssociateRoleToUserOnEnterpriseProjectRequest: { parameters: ["enterprise_project_id", "user_id", "role_id"] },
  AssociateRoleToAgencyOnEnterpriseProjectRequest: { parameters: ["Content-Type"], setterOnly: ["body"] },
  CreateAgencyEpPolicyAssignmentReqBody: { parameters: ["role_assignments"] },
  CreateAgencyEpPolicyAssignmentReqBodyRoleAssignments: {
    parameters: ["agency_id", "enterprise_project_id", "role_id"],
  },
  KeystoneAssociateGroupWithProjectPermissionRequest: { parameters: ["group_id", "role_id"] },
  KeystoneAssociateGroupWithDomainPermissionRequest: { parameters: ["domain_id", "group_id", "role_id"] },
  UpdateDomainGroupInheritRoleRequest: { parameters: ["domain_id", "group_id", "role_id"] },
};

/** The client methods that create a role. Their response contains its id. */
const createMethods: readonly string[] = ["createCloudServiceCustomPolicy", "createAgencyCustomPolicy"];

/** The SDK classes and methods that the carrier looks for. */
export const sdkCallees: readonly string[] = [...Object.keys(models), ...createMethods];

/** Whether a call creates a role, judged by its method name: the type of the client is unknown. */
export function isCreateCall({ callee }: ConstructValue): boolean {
  return createMethods.includes(callee.path.at(-1) ?? "");
}

/** The name of the SDK class of a construct; `undefined` for classes of other modules. */
export function modelNameOf({ callee }: ConstructValue): string | undefined {
  const name = callee.path.at(-1) ?? "";
  return isSdk(callee) && Object.hasOwn(models, name) ? name : undefined;
}

function isSdk({ module = "" }: Callee): boolean {
  return /^@huaweicloud\/huaweicloud-sdk-iam(?:\/|$)/u.test(module);
}

/** The request payload of a construct, with API property names; `undefined` if the construct is not an SDK class. */
export function payloadOf(construct: ConstructValue): ObjectValue | undefined {
  const model = models[modelNameOf(construct) ?? ""];
  return model && lazyObject(construct.range, () => partsOf(construct, model));
}

/** A value as the SDK serialises it: constructs become objects, at any depth. */
export function payloadValue(value: Value): Value {
  switch (value.kind) {
    case "construct":
      return payloadOf(value) ?? value;
    case "array":
      return lazyArray(value.range, () =>
        value.placed.map(({ value: element, place }) => ({ value: payloadValue(element), place })),
      );
    case "choice":
      return { ...value, branches: value.branches.map(payloadValue) };
    case "object":
      return lazyObject(
        value.range,
        () => ({
          members: value.members.map((member) => ({ ...member, value: payloadValue(member.value) })),
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

/** The values of `ServiceStatementEffectEnum.ALLOW` and other string enums. */
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

/** Properties that neither the constructor nor a `.with...()` call sets may be assigned in later statements. */
function partsOf(construct: ConstructValue, model: Model): ObjectParts {
  const members = payloadMembers(construct, model);
  return { members, isComplete: model.parameters.every((name) => members.some(({ key }) => key === name)) };
}

/** If a property is set more than once, the last value wins. */
function payloadMembers(construct: ConstructValue, { parameters, setterOnly = [] }: Model): Member[] {
  const members = new Map<string, Member>();
  for (const [index, value] of construct.arguments.entries()) {
    set(parameters[index], value);
  }
  for (const update of construct.updates) {
    if (update.kind === "call") {
      set(
        [...parameters, ...setterOnly].find((key) => setterOf(key) === update.name),
        update.arguments[0],
      );
    }
  }
  return [...members.values()];

  function set(key: string | undefined, value: Value | undefined): void {
    if (key !== undefined && value) {
      // The value of a constant is written outside the construct.
      const range = isWithin(value.range, construct.range) ? value.range : construct.range;
      members.set(key, { key, keyRange: range, range, value: payloadValue(value) });
    }
  }
}

/** The setter of a property: `withDisplayName` for `display_name`, `withVersion` for `Version`. */
function setterOf(key: string): string {
  return `with${key.replace(/(?:^|[_-])\w/gu, (start) => start.replace(/[_-]/u, "").toUpperCase())}`;
}
