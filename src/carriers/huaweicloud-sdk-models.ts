import { computedString } from "../hosts/strings.js";
import { lazyArray, lazyObject, type ObjectParts } from "../hosts/values.js";
import type {
  Callee,
  ConstructUpdate,
  ConstructValue,
  Member,
  ObjectValue,
  UnknownValue,
  Value,
} from "../policy/value.js";
import { MappedText } from "../text/mapped-text.js";
import { isWithin, type Range } from "../text/range.js";
import { UpdatedMembers } from "./updated-members.js";

/** The request properties that an SDK class represents, by their API names. */
interface Model {
  /** The constructor parameters, in order. */
  readonly parameters: readonly string[];
  /** Properties that the constructor does not set. */
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
const serviceControlPolicy: Model = { parameters: ["content", "description", "name", "type"], setterOnly: ["tags"] };
const sessionFields: readonly string[] = [
  ...["duration_seconds", "external_id", "policy", "policy_ids", "serial_number", "token_code", "source_identity"],
  ...["tags", "transitive_tag_keys"],
];
const statement: Model = { parameters: ["Action", "Effect"], setterOnly: ["Condition", "Resource"] };

/**
 * The policy-related classes of `v3/model` and `v5/model` in `@huaweicloud/huaweicloud-sdk-iam` 3.1.172, and of
 * `v1/model` in the packages of other services, which are named after them: two have a `CreatePolicyReqBody`.
 */
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
  CreateAgencyReqBody: {
    parameters: ["agency_name", "trust_policy"],
    setterOnly: ["path", "max_session_duration", "description"],
  },
  UpdateTrustPolicyReqBody: { parameters: ["trust_policy"] },
  "organizations/CreatePolicyReqBody": serviceControlPolicy,
  "organizations/CreateDryRunPolicyReqBody": serviceControlPolicy,
  "organizations/UpdatePolicyReqBody": { parameters: [], setterOnly: ["content", "description", "name"] },
  "identitycenter/PutCustomPolicyToPermissionSetReqBody": { parameters: ["custom_policy"] },
  "iamaccessanalyzer/ValidatePolicyReqBody": {
    parameters: ["policy_document", "policy_type"],
    setterOnly: ["validate_policy_resource_type"],
  },
  "sts/AssumeAgencyReqBody": { parameters: ["agency_urn", "agency_session_name"], setterOnly: sessionFields },
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
export const sdkCallees: readonly string[] = [...Object.keys(models).map(classOf), ...createMethods];

function classOf(model: string): string {
  return model.slice(model.indexOf("/") + 1);
}

/** Whether a call creates a role, judged by its method name: the type of the client is unknown. */
export function isCreateCall({ callee }: ConstructValue): boolean {
  return createMethods.includes(callee.path.at(-1) ?? "");
}

/** The name of the SDK class of a construct, behind a service other than IAM; `undefined` for classes of other modules. */
export function modelNameOf({ callee }: ConstructValue): string | undefined {
  const service = sdkServiceOf(callee);
  const name = `${service === "iam" ? "" : `${service}/`}${callee.path.at(-1) ?? ""}`;
  return service !== undefined && Object.hasOwn(models, name) ? name : undefined;
}

/** The service of a package of the SDK; `undefined` for other modules. */
function sdkServiceOf({ module = "" }: Callee): string | undefined {
  return /^@huaweicloud\/huaweicloud-sdk-(?<service>[a-z]+)(?:\/|$)/u.exec(module)?.groups?.["service"];
}

/** The request payload of a construct, with API property names; `undefined` if the construct is not an SDK class. */
export function payloadOf(construct: ConstructValue): ObjectValue | undefined {
  const model = models[modelNameOf(construct) ?? ""];
  return model && lazyObject(construct.range, () => partsOf(construct, model), originOf(construct));
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
      return lazyObject(value.range, () => spreadParts(value), value);
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
  ["CreatePolicyReqBodyTypeEnum.SERVICE_CONTROL_POLICY", "service_control_policy"],
  ["CreatePolicyReqBodyTypeEnum.TAG_POLICY", "tag_policy"],
]);

function enumMember({ imported, range }: UnknownValue): Value | undefined {
  const text =
    imported && sdkServiceOf(imported) !== undefined ? enumMembers.get(imported.path.slice(-2).join(".")) : undefined;
  return text === undefined ? undefined : computedString(range, MappedText.at(text, range));
}

/** Properties that nothing known sets may be set elsewhere. */
function partsOf(construct: ConstructValue, model: Model): ObjectParts {
  const fields = new UpdatedMembers({ members: [], isComplete: true });
  for (const [index, value] of construct.arguments.entries()) {
    set(model.parameters[index], value, construct.range, true);
  }
  for (const update of construct.updates) {
    const value = update.kind === "call" ? update.arguments[0] : update.value;
    const range = isWithin(update.range, construct.range) ? construct.range : update.range;
    set(fieldOf(update, model), value, range, update.isCertain);
  }
  const { members, isComplete } = fields.parts;
  return {
    members,
    isComplete: isComplete && model.parameters.every((name) => members.some(({ key }) => key === name)),
  };

  /** @param statement the code that sets the field; the value of a constant is written outside of it */
  function set(key: string | undefined, value: Value | undefined, statement: Range, isCertain: boolean): void {
    if (key !== undefined && value) {
      const range = isWithin(value.range, statement) ? value.range : statement;
      fields.set({ key, keyRange: range, range, value: payloadValue(value) }, isCertain);
    }
  }
}

/**
 * The field that a call or assignment sets. An assignment of any other name adds a field of that name, which is sent too
 * (facts.md#fields-of-sdk-models).
 */
function fieldOf({ kind, name }: ConstructUpdate, model: Model): string | undefined {
  const field = fieldsOf(model).find((key) => (kind === "call" ? setterOf(key) : accessorOf(key)) === name);
  return kind === "call" ? field : (field ?? name);
}

function fieldsOf({ parameters, setterOnly = [] }: Model): readonly string[] {
  return [...parameters, ...setterOnly];
}

/** The members of an object, after the fields of the models that are spread into it. */
function spreadParts({ members, isComplete, spreadConstructs = [] }: ObjectValue): ObjectParts {
  const written = members.filter((member) => ineffectiveKeyOf(member, spreadConstructs) === undefined);
  return {
    members: [
      ...spreadConstructs.flatMap((construct) => payloadOf(construct)?.members ?? []),
      ...written.map((member) => ({ ...member, value: payloadValue(member.value) })),
    ],
    isComplete,
  };
}

/** A key that is written as a setter of a model, where there is only a copy of the model's fields. */
export interface IneffectiveKey {
  readonly field: string;
  readonly setter: string;
}

/**
 * The field that `action` means in `{ ...statement, action }`: a spread copies the field `Action`, but not the setter
 * `action` (facts.md#fields-of-sdk-models).
 */
export function ineffectiveKeyOf(
  { key }: Member,
  spreadConstructs: readonly ConstructValue[] = [],
): IneffectiveKey | undefined {
  const fields = spreadConstructs.flatMap((construct) => fieldsOf(models[modelNameOf(construct) ?? ""] ?? noModel));
  const field = fields.find((name) => name !== key && accessorOf(name) === key);
  return field === undefined ? undefined : { field, setter: setterOf(field) };
}

const noModel: Model = { parameters: [] };

/** The method that sets a field: `withDisplayName` for `display_name`, `withVersion` for `Version`. */
function setterOf(field: string): string {
  return `with${pascalCase(field)}`;
}

/** The property that reads and sets a field: `displayName` for `display_name`, `version` for `Version`. */
function accessorOf(field: string): string {
  const name = pascalCase(field);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function pascalCase(field: string): string {
  return field.replace(/(?:^|[_-])\w/gu, (start) => start.replace(/[_-]/u, "").toUpperCase());
}

function originOf({ origin, run }: ConstructValue) {
  return { origin, run };
}
