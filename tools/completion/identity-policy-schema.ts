import { identityKeys } from "../../src/policy/identity-keys.js";
import { offeredOperators } from "../../src/policy/identity-operators.js";
import { keysSchema, operatorsSchema } from "./condition-schema.js";
import type { Schema } from "./schema.js";

const textOrTexts = { type: ["string", "array"], items: { type: "string" } } satisfies Schema;

/**
 * A policy of version 5.0: an identity policy, or one of its siblings with the same grammar. Its actions are not those of
 * the tables, so that none are offered and none refused.
 */
export const identityPolicySchema: Schema = {
  type: "object",
  required: ["Version", "Statement"],
  additionalProperties: false,
  properties: {
    Version: true,
    Statement: { type: ["array", "object"], ...refTo("identityStatement"), items: refTo("identityStatement") },
  },
};

/** What a policy of version 5.0 refers to. */
export const identityDefinitions = {
  identityStatement: {
    properties: {
      Sid: { markdownDescription: "A name of your own." },
      Effect: { anyOf: [{ enum: ["Allow", "Deny"] }, { type: "string" }] },
      Principal: { markdownDescription: "In trust policies only.", type: ["object", "string"] },
      NotPrincipal: { markdownDescription: "In trust policies only.", type: ["object", "string"] },
      Action: textOrTexts,
      NotAction: textOrTexts,
      Resource: textOrTexts,
      NotResource: textOrTexts,
      Condition: {
        type: "object",
        // They are offered; others may be right.
        properties: operatorsSchema(offeredOperators, refTo("identityKeys")),
        additionalProperties: refTo("identityKeys"),
      },
    },
    additionalProperties: false,
    required: ["Effect"],
  },
  identityKeys: keysSchema(identityKeys.documented, textOrTexts),
} satisfies Schema;

function refTo(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}
