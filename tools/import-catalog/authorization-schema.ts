/**
 * Reads authorization schemas, in which the newer IAM describes a service: the answer of its API, or a specification
 * that holds it (facts.md#authorization-schema). Their descriptions are not kept.
 */
import { parse } from "yaml";
import {
  accessLevels,
  valueTypes,
  type ActionResource,
  type IdentityAction,
} from "../../src/catalog/identity-format.js";
import { type IdentityParts, identityAction, mergeActions } from "./identity-parts.js";
import { ToolError } from "./tool-error.js";

/** As the API answers, as far as it is read here. */
interface Schema {
  readonly version?: string;
  readonly actions: readonly SchemaAction[];
  readonly resources?: readonly { readonly type_name: string; readonly urn_template: string }[];
  readonly conditions?: readonly {
    readonly key: string;
    readonly value_type?: string;
    readonly multi_valued?: boolean;
  }[];
  readonly operations?: readonly {
    readonly operation_id: string;
    readonly operation_action: string;
    readonly dependent_actions?: readonly string[];
  }[];
}

interface SchemaAction {
  readonly name: string;
  readonly access_level?: string;
  readonly permission_only?: boolean;
  readonly aliases?: readonly string[];
  readonly resources?: readonly {
    readonly urn_template: string;
    readonly required?: boolean;
    readonly condition_keys?: readonly string[];
  }[];
  readonly condition_keys?: readonly string[];
}

/**
 * Reads a schema in JSON or YAML.
 *
 * @param name of the file, for messages
 * @throws {ToolError} if the text has no schema
 */
export function parseAuthorizationSchema(name: string, text: string): IdentityParts {
  const { version, actions, resources = [], conditions = [], operations = [] } = schemaIn(name, text);
  return {
    ...(version !== undefined && { version }),
    isComplete: listsWhatItsActionsTake(actions, resources),
    actions: mergeActions(actions.map(actionOf)),
    resources: resources.map(({ type_name: type, urn_template: urn }) => ({ type, urn })),
    conditionKeys: conditions.map(({ key, value_type, multi_valued }) => {
      const type = valueTypes.find((one) => one === value_type);
      return {
        key,
        ...(type !== undefined && { type }),
        ...(multi_valued !== undefined && { isMultiValued: multi_valued }),
      };
    }),
    operations: operations.map(({ operation_id: id, operation_action: action, dependent_actions = [] }) => ({
      id,
      action,
      ...(dependent_actions.length > 0 && { dependencies: dependent_actions }),
    })),
  };
}

/**
 * A schema whose actions take resources of its own service that it does not list has left out a part of the service, and
 * perhaps the actions on them.
 */
function listsWhatItsActionsTake(actions: Schema["actions"], resources: NonNullable<Schema["resources"]>): boolean {
  const listed = new Set(resources.map(({ urn_template }) => typeOf(urn_template)));
  return actions.every(({ name, resources: taken = [] }) =>
    taken
      .map(({ urn_template }) => urn_template)
      .filter((urn) => urn.split(":")[0] === name.split(":")[0])
      .every((urn) => listed.has(typeOf(urn))),
  );
}

/** `toy:<region>:<account-id>:box:<box-id>` -> `box` */
function typeOf(urnTemplate: string): string {
  return urnTemplate.split(":")[3] ?? "";
}

function schemaIn(name: string, text: string): Schema {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new ToolError(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
  const inside = property(property(content, "x-iam-meta"), "auth-schemas") ?? content;
  if (!isSchema(inside)) throw new ToolError(`${name} has no authorization schema`, 1);
  return inside;
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** Whether each list of a value has what is read of it. */
function isSchema(value: unknown): value is Schema {
  const hasTexts = (list: unknown, ...keys: readonly string[]): boolean =>
    list === undefined ||
    (Array.isArray(list) && list.every((one) => keys.every((key) => typeof property(one, key) === "string")));
  return (
    property(value, "actions") !== undefined &&
    hasTexts(property(value, "actions"), "name") &&
    hasTexts(property(value, "resources"), "type_name", "urn_template") &&
    hasTexts(property(value, "conditions"), "key") &&
    hasTexts(property(value, "operations"), "operation_id", "operation_action")
  );
}

function actionOf(action: SchemaAction): IdentityAction {
  const accessLevel = accessLevels.find((level) => level === action.access_level);
  return identityAction({
    name: action.name,
    ...(accessLevel !== undefined && { accessLevel }),
    aliases: action.aliases ?? [],
    ...(action.permission_only === true && { permissionOnly: true as const }),
    resources: (action.resources ?? []).map((resource): ActionResource => ({
      type: typeOf(resource.urn_template),
      urn: resource.urn_template,
      ...(resource.required === true && { required: true as const }),
      ...(resource.condition_keys !== undefined &&
        resource.condition_keys.length > 0 && { conditionKeys: resource.condition_keys }),
    })),
    conditionKeys: action.condition_keys ?? [],
  });
}
