import type { Cloud } from "../../src/catalog/format.js";
import { cloudTitles } from "../../src/catalog/provenance.js";
import { pathFormOf, resourceService } from "../../src/policy/resource-types.js";
import { actionDefinitions } from "./action-schema.js";
import { conditionDefinitions, conditionSchema } from "./condition-schema.js";
import { identityActionDefinitions, identityDefinitions, identityPolicySchema } from "./identity-policy-schema.js";
import { placeholder } from "./name-patterns.js";
import { requireMatch, type Offer, type OfferForm, type Schema } from "./schema.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * The schema of a cloud's policies, as files of their own or as the body of the API. It refuses less than the rules report:
 * what they cannot be sure of, and what a schema has no words for.
 */
export function policySchema(vocabulary: Vocabulary, form: OfferForm): Schema {
  const policy = { $ref: "#/definitions/policy" };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    // No title: the YAML server would show it above everything.
    $comment: `IAM policies of ${cloudTitles[vocabulary.cloud]}`,
    type: "object",
    if: { required: ["role"] },
    then: { properties: { role: { type: "object", properties: { policy } } } },
    else: policy,
    definitions: {
      policy: {
        properties: { Version: versionSchema },
        if: { required: ["Version"], properties: { Version: { const: "5.0" } } },
        then: identityPolicySchema,
        else: customPolicySchema,
      },
      statement: statementSchema(vocabulary.cloud),
      ...actionDefinitions(vocabulary, form),
      ...resourceDefinitions(vocabulary, form),
      ...conditionDefinitions,
      ...identityDefinitions,
      ...identityActionDefinitions(vocabulary, form),
    },
  };
}

/** Beside the branches that it decides between: where nothing is written yet, both are to be offered. */
const versionSchema: Schema = {
  // The YAML server puts into quotes what has this type.
  type: "string",
  enum: ["1.1", "5.0"],
  enumDescriptions: [
    "A custom policy.",
    "An identity policy of Huawei Cloud's newer IAM, which Open Telekom Cloud has begun to document.",
  ],
  errorMessage: 'A custom policy has the version "1.1", as a text (IAM.1024).',
};

const customPolicySchema: Schema = {
  type: "object",
  required: ["Version", "Statement"],
  additionalProperties: false,
  properties: {
    Version: true,
    Statement: {
      markdownDescription: "One to eight statements. A Deny wins over every Allow.",
      type: "array",
      errorMessage: "The statements stand in a list, even a single one (IAM.1027).",
      minItems: 1,
      items: { $ref: "#/definitions/statement" },
    },
    // The cloud itself returns policies with an empty one (facts.md#empty-depends).
    Depends: { type: "array", maxItems: 0, doNotSuggest: true },
  },
};

/** The maximum number of actions is that of IAM.1033, that of resources the higher of two documented ones. */
function statementSchema(cloud: Cloud): Schema {
  const actions = (markdownDescription: string) => ({
    markdownDescription,
    type: "array",
    errorMessage: "The actions stand in a list, even a single one (IAM.1030).",
    maxItems: 100,
    items: { $ref: "#/definitions/action" },
  });
  const uris = {
    type: "array",
    minItems: 1,
    maxItems: 20,
    items: { $ref: "#/definitions/resource" },
  };
  return {
    type: "object",
    required: ["Effect"],
    anyOf: [{ required: ["Action"] }, { required: ["NotAction"] }],
    allOf: [
      {
        not: { required: ["Action", "NotAction"] },
        errorMessage: "A statement has an Action or a NotAction, not both (IAM.1031).",
      },
    ],
    additionalProperties: false,
    properties: {
      Effect: effectSchema,
      Action: actions(
        "What the statement allows or denies: `service:resourceType:operation`. `*` stands for any part.",
      ),
      NotAction: actions("The statement is about all actions but these."),
      Resource: {
        markdownDescription:
          "The resources that it is about, `service:region:domainId:resourceType:path`. All resources if it is left out.",
        ...uris,
        type: ["array", "object"],
        errorMessage: "The resources stand in a list, even a single one.",
        // Apart, as the YAML server would begin every resource with it.
        if: { type: "object" },
        then: {
          properties: { uri: { ...uris, items: { type: "string" } } },
          required: ["uri"],
          additionalProperties: false,
        },
      },
      Condition: conditionSchema(cloud),
    },
  };
}

const effects = ["Allow", "Deny"];

const effectSchema: Schema = {
  type: "string",
  anyOf: [{ enum: effects }, {}],
  allOf: [requireMatch(`^(?:${effects.join("|")}|${placeholder})$`, 'The effect is "Allow" or "Deny" (IAM.1029).')],
};

/** The definition `resource`. */
function resourceDefinitions(vocabulary: Vocabulary, form: OfferForm): Schema {
  const { schemas, definitions } = form("resources", resourceOffers(vocabulary));
  return { ...definitions, resource: { type: "string", allOf: schemas } };
}

/** The forms of the resources of the services that the cloud has. */
function resourceOffers({ services }: Vocabulary): readonly Offer[] {
  return services.flatMap(({ service: { name } }) =>
    (resourceService(name)?.types ?? []).map((type) => {
      const path = pathFormOf(name, type);
      const text =
        path === undefined
          ? "All of them: write a path in place of the last part."
          : "Fill in what is in angle brackets.";
      return { name: `${name}:*:*:${type}:${path ?? "*"}`, text };
    }),
  );
}
