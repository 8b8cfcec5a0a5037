import { Ajv, type ErrorObject } from "ajv";
import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { type CatalogIdentity, type CatalogIndex, type ServiceFile, clouds } from "../../src/catalog/format.js";
import { hasPrototypeName } from "./prototype-names.js";

/**
 * Returns the content if it is valid.
 *
 * @throws Error that lists everything that is invalid
 */
export type Format<Content> = (content: unknown) => Content;

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
ajv.addFormat("no-prototype-name", (text) => !hasPrototypeName(text));

const sha256 = { type: "string", pattern: "^[\\da-f]{64}$" } as const;
const count = { type: "integer", minimum: 0 } as const;
export const service = { type: "string", pattern: "^[a-z][a-z\\d-]*$", format: "no-prototype-name" } as const;
const actionName = { type: "string", pattern: "^\\w+(?::[\\w*-]+){2}$", format: "no-prototype-name" } as const;
const exactName = { type: "string", pattern: "^\\w+(?::[\\w-]+){2}$", format: "no-prototype-name" } as const;
const qualifier = {
  enum: [
    "only-enterprise-project-migration",
    "only-enterprise-projects-enabled",
    "only-system-disk-import",
    "only-data-disk-import",
    "only-external-image-file",
    "only-encrypted",
    "only-dedicated",
    "only-in-some-cases",
  ],
} as const;
/** Printable characters, not empty, without leading or trailing spaces. */
const text = { type: "string", pattern: "^(?! )[^\\u0000-\\u001f\\u007f]+(?<! )$" } as const;

const date = { type: "string", pattern: "^20\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" } as const;

const identitySchema = {
  type: "object",
  additionalProperties: false,
  required: ["sha256"],
  properties: { sha256 },
} as const satisfies JSONSchema;

const useCounts = {
  type: "object",
  additionalProperties: false,
  required: ["listed", "used", "missing"],
  properties: { listed: count, used: count, missing: count },
} as const satisfies JSONSchema;

const coverageSchema = {
  type: "object",
  additionalProperties: false,
  required: ["verdict", "reason", "used", "missing", "elsewhere"],
  properties: {
    verdict: { enum: ["complete", "likely", "partial", "mentioned"] },
    reason: {
      enum: [
        "same-in-all-clouds",
        "uses-listed",
        "few-uses",
        "more-elsewhere",
        "uses-missing",
        "many-uses-missing",
        "common-operations",
        "no-longer-updated",
        "pages-left-out",
        "no-table",
      ],
    },
    used: count,
    missing: count,
    elsewhere: count,
    partialTypes: {
      type: "object",
      minProperties: 1,
      propertyNames: { type: "string", pattern: "^[a-z\\d_-]+$", format: "no-prototype-name" },
      additionalProperties: useCounts,
    },
    newTypes: useCounts,
  },
} as const satisfies JSONSchema;

const entrySchema = {
  type: "object",
  additionalProperties: false,
  required: ["coverage", "actions", "rows", "sha256"],
  properties: {
    coverage: coverageSchema,
    documented: date,
    level: { enum: ["global", "project"] },
    actions: count,
    rows: count,
    sha256,
  },
} as const satisfies JSONSchema;

const servicesSchema = {
  type: "object",
  propertyNames: service,
  additionalProperties: entrySchema,
} as const satisfies JSONSchema;

const identityEntries = {
  type: "object",
  propertyNames: service,
  additionalProperties: {
    type: "object",
    additionalProperties: false,
    required: ["actions", "sha256"],
    properties: { actions: count, sha256 },
  },
} as const satisfies JSONSchema;

const indexSchema = {
  type: "object",
  additionalProperties: false,
  required: ["services"],
  properties: {
    services: {
      type: "object",
      additionalProperties: false,
      properties: { otc: servicesSchema, "otc-swiss": servicesSchema, huaweicloud: servicesSchema },
    },
    identity: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: { otc: identityEntries, "otc-swiss": identityEntries, huaweicloud: identityEntries },
    },
  },
} as const satisfies JSONSchema;

const namedActions = {
  type: "array",
  items: {
    anyOf: [
      actionName,
      {
        type: "object",
        additionalProperties: false,
        required: ["name", "qualifier"],
        properties: { name: actionName, qualifier },
      },
    ],
  },
} as const satisfies JSONSchema;

const rowSchema = {
  type: "object",
  additionalProperties: false,
  required: ["apis", "actions", "source"],
  properties: {
    apis: { type: "array", items: text },
    actions: namedActions,
    dependencies: namedActions,
    iamProject: { type: "boolean" },
    enterpriseProject: { type: "boolean" },
    companionRoles: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["anyOf"],
        properties: { anyOf: { type: "array", minItems: 1, items: text }, service, qualifier },
      },
    },
    defaultEnterpriseProjectOnly: { const: true },
    abandoned: { const: true },
    source: {
      type: "array",
      minItems: 3,
      maxItems: 3,
      items: [count, { type: "integer", minimum: 1 }, { type: "integer", minimum: 1 }],
      additionalItems: false,
    },
  },
} as const satisfies JSONSchema;

export const sourcePage = {
  anyOf: [
    {
      type: "object",
      additionalProperties: false,
      required: ["repository", "commit", "path"],
      properties: {
        repository: { type: "string", pattern: "^[\\w-]+/[\\w-]+$" },
        commit: { type: "string", pattern: "^[\\da-f]{40}$" },
        path: text,
      },
    },
    {
      type: "object",
      additionalProperties: false,
      required: ["address"],
      properties: {
        address: { type: "string", pattern: "^https://[\\w.-]+/[\\w./-]+$" },
        date,
        readByHand: date,
      },
    },
  ],
} as const satisfies JSONSchema;

const serviceSchema = {
  type: "object",
  additionalProperties: false,
  required: ["cloud", "service", "pages", "withoutRow", "rows"],
  properties: {
    cloud: { enum: clouds },
    service,
    pages: {
      type: "array",
      items: sourcePage,
    },
    withoutRow: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name", "evidence"],
        properties: {
          name: exactName,
          evidence: { enum: ["dependency-only", "example-only", "former", "policy-only"] },
          presentNames: { type: "array", minItems: 1, items: exactName },
        },
      },
    },
    otherSpellings: { type: "array", minItems: 1, items: exactName },
    rows: { type: "array", items: rowSchema },
  },
} as const satisfies JSONSchema;

// The reader casts these files to its types without validation, so the compiler compares schemas and types here.
export const identityFormat: Format<CatalogIdentity> = formatOf<FromSchema<typeof identitySchema>>(identitySchema);
export const indexFormat: Format<CatalogIndex> = formatOf<FromSchema<typeof indexSchema>>(indexSchema);
export const serviceFormat: Format<ServiceFile> = formatOf<FromSchema<typeof serviceSchema>>(serviceSchema);

export function formatOf<Content>(schema: object): Format<Content> {
  const isValid = ajv.compile<Content>(schema);
  return (content) => {
    if (isValid(content)) {
      return content;
    }
    throw new Error((isValid.errors ?? []).map(describe).join(", "));
  };
}

function describe({ instancePath, propertyName, params, message = "" }: ErrorObject): string {
  const key = propertyName ?? (params as { additionalProperty?: string }).additionalProperty;
  return `${instancePath || "the file"} ${key === undefined ? "" : `with the key "${key}" `}${message}`;
}
