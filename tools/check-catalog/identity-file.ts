import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { clouds } from "../../src/catalog/format.js";
import { accessLevels, type IdentityFile, valueTypes } from "../../src/catalog/identity-format.js";
import { type Format, formatOf, service, sourcePage } from "./formats.js";

/** A name for identity policies, whose middle part may be empty. */
const action = { type: "string", pattern: "^[A-Za-z][\\w-]*:[\\w-]*:[\\w-]+$" } as const;
const actions = { type: "array", minItems: 1, items: action } as const;
const conditionKey = { type: "string", pattern: "^[A-Za-z][\\w-]*:[\\w-]+(?:/<[\\w-]+>)?$" } as const;
const conditionKeys = { type: "array", minItems: 1, items: conditionKey } as const;
const type = { type: "string", pattern: "^[\\w-]+$" } as const;
const urn = { type: "string", pattern: "^[\\w-]+(?::[^\\s:]*){3}:\\S+$" } as const;

const actionSchema = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: action,
    accessLevel: { enum: accessLevels },
    aliases: actions,
    permissionOnly: { const: true },
    resources: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["type"],
        properties: { type, urn, required: { const: true }, conditionKeys },
      },
    },
    conditionKeys,
  },
} as const satisfies JSONSchema;

const fileSchema = {
  type: "object",
  additionalProperties: false,
  required: ["cloud", "service", "sources", "isComplete", "actions", "resources", "conditionKeys", "operations"],
  properties: {
    cloud: { enum: clouds },
    service,
    sources: { type: "array", minItems: 1, items: sourcePage },
    version: { type: "string", pattern: "^[\\w.-]+$" },
    isComplete: { type: "boolean" },
    actions: { type: "array", minItems: 1, items: actionSchema },
    resources: {
      type: "array",
      items: { type: "object", additionalProperties: false, required: ["type", "urn"], properties: { type, urn } },
    },
    conditionKeys: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["key"],
        properties: { key: conditionKey, type: { enum: valueTypes }, isMultiValued: { type: "boolean" } },
      },
    },
    operations: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "action"],
        properties: { id: { type: "string", minLength: 1 }, action, dependencies: actions },
      },
    },
  },
} as const satisfies JSONSchema;

export const identityFileFormat: Format<IdentityFile> = formatOf<FromSchema<typeof fileSchema>>(fileSchema);

/** Names of another service, and operations whose action the file lacks. */
export function identityReferenceProblems(file: IdentityFile): readonly string[] {
  const names = new Set(file.actions.map(({ name }) => name.toLowerCase()));
  return [
    ...file.actions
      .filter(({ name }) => !name.toLowerCase().startsWith(`${file.service}:`))
      .map(({ name }) => `lists an action of another service: ${name}`),
    ...file.operations
      .filter((operation) => !names.has(operation.action.toLowerCase()))
      .map((operation) => `has an operation with an action that it lacks: ${operation.action}`),
  ];
}
