import { documentedKeys, identityPolicyKeys, type KeyType } from "../../src/policy/condition-keys.js";
import { keysSchema } from "./condition-schema.js";
import type { Schema } from "./schema.js";

/**
 * The operators that Huawei Cloud documents for version 5.0, for its organizations' policies
 * (facts.md#operators-of-version-5). They are offered; others may be right.
 */
const operators: readonly string[] = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
  ...["StringMatch", "StringNotMatch"],
  ...["NumberEquals", "NumberNotEquals", "NumberLessThan", "NumberLessThanEquals"],
  ...["NumberGreaterThan", "NumberGreaterThanEquals"],
  ...["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  ...["Bool", "Null", "IpAddress", "NotIpAddress"],
];

/** Keys of version 1.1 that pages on version 5.0 name as well (facts.md#condition-keys-of-version-5). */
const sharedKeys: readonly string[] = [
  ...["g:CurrentTime", "g:DomainName", "g:MFAPresent", "g:UserName", "g:ResourceTag/"],
  ...["g:SourceVpc", "g:SourceVpce", "g:TagKeys"],
];

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
        properties: Object.fromEntries(operators.map((name) => [name, refTo("identityKeys")])),
        additionalProperties: refTo("identityKeys"),
      },
    },
    additionalProperties: false,
    required: ["Effect"],
  },
  identityKeys: keysSchema(keysOfIdentityPolicies(), textOrTexts),
} satisfies Schema;

function keysOfIdentityPolicies(): Readonly<Record<string, KeyType | undefined>> {
  return Object.fromEntries([
    ...sharedKeys.map((name) => [name, documentedKeys[name]] as const),
    ...identityPolicyKeys.map((name) => [name, "string"] as const),
  ]);
}

function refTo(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}
