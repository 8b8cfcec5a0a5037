import { identityKeys } from "../../src/policy/identity-keys.js";
import { offeredOperators } from "../../src/policy/identity-operators.js";
import { keysSchema, operatorsSchema } from "./condition-schema.js";
import { listNames } from "../../src/text/wording.js";
import type { OfferForm, Schema } from "./schema.js";
import type { Vocabulary } from "./vocabulary.js";

const textOrTexts = { type: ["string", "array"], items: { type: "string" } } satisfies Schema;
const actions = { ...textOrTexts, items: refTo("identityAction") };

/**
 * A policy of version 5.0: an identity policy, or one of its siblings with the same grammar. Few of its actions are known, so
 * that those are offered and none refused.
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
      Action: actions,
      NotAction: actions,
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

/** The definition `identityAction`: an action of version 5.0, or a pattern. */
export function identityActionDefinitions({ identityActions }: Vocabulary, form: OfferForm): Schema {
  const offers = identityActions.map(({ name, aliases }) => ({ name, text: describeAliases(aliases) }));
  const { schemas, definitions } = form("identityActions", offers);
  return { ...definitions, identityAction: { type: "string", allOf: schemas } };
}

function describeAliases(aliases: readonly string[] | undefined): string {
  if (aliases === undefined) {
    return "An action of identity policies.";
  }
  return aliases.length === 0
    ? "Version 1.1 has no name for it."
    : `In version 1.1: ${listNames(aliases.map((name) => `\`${name}\``))}.`;
}

function refTo(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}
