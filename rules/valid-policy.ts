import { shapeProblems } from "../src/checks/shape/policy-shape.js";
import type { ShapeProblemId } from "../src/checks/shape/shape-problem.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { CarrierProblemId } from "../src/eslint/policy-visitor.js";

/** Messages cite the cloud's own error number where it has one (facts.md#error-numbers). */
const messages: Readonly<Record<ShapeProblemId | CarrierProblemId | "comment", string>> = {
  unparsable: "This policy is not valid JSON, so no cloud accepts it: {{problem}}.",
  unparsableCondition: "This condition is not valid JSON, so no cloud accepts it: {{problem}}.",
  encodedTwice:
    "This policy is JSON-encoded twice, so the cloud gets a string instead of an object ({{source}}). Encode it only once.",
  policyMissing: 'This role has no "policy" (IAM.1020). Add it as an object with "Version" and "Statement".',
  policyNotObject: '"policy" must be an object, not a string or a list (IAM.1020). Write the policy itself here.',
  setterSpread:
    'A spread copies the field "{{field}}" of a model, but not its setter "{{key}}", so the cloud gets "{{field}}" as it was. Write "{{field}}", or call {{setter}}() instead.',
  defaultRespelt:
    'The keys in this default are synthesised in snake case, so "Statement" becomes "statement", and no policy is left. Put the policy into a TerraformLocal, or into JSON.stringify().',
  comment: "This comment has no effect: {{problem}}",
  versionMissing: 'This policy has no "Version" ({{source}}). Add "Version": "{{version}}".',
  versionNotString: '"Version" must be a string ({{source}}). Put it in quotes: "{{version}}".',
  versionWhitespace: 'The whitespace around "{{version}}" makes it a different version ({{source}}). Remove it.',
  versionOther: '"{{version}}" is not a version of the policy language ({{source}}). Write "{{wanted}}".',
  versionOfCarrier:
    'This must be {{carrier}}, so its version must be "{{wanted}}", not "{{version}}". Rewrite it in version {{wanted}}.',
  versionMixed:
    '"Version" is {{version}}, but {{sign}} belongs to version {{other}}. Write the whole policy in one of the two.',
  unknownKey: '"{{key}}" is not a key of a {{owner}} (IAM.1059). {{advice}}',
  miscasedKeys:
    "The keys of a policy begin with a capital letter, so the cloud knows none of these (IAM.1059). Write {{keys}}.",
  repeatedKey: 'This "{{key}}" has no effect: if a key occurs twice, only the last one counts. Merge the two.',
  rawCharacter:
    'JSON does not allow a {{character}} in a string, so no cloud accepts this policy. Remove it, or write "{{escape}}".',
  aliasText:
    '"{{text}}" without quotes is an alias in YAML, and it has no anchor, so other programs cannot read this file. Put it in quotes.',
  aliasWithoutAnchor:
    'The alias "*{{name}}" has no anchor "&{{name}}" before it, so other programs cannot read this file. Add the anchor, or correct the name.',
  dependsRefused:
    'A custom policy must not depend on roles (IAM.1025). Remove "Depends", and grant those roles directly.',
  statementMissing: 'This policy has no "Statement" (IAM.1027). Add a list of statements.',
  statementNotList: '"Statement" must be a list, even of one statement (IAM.1027). Put it in square brackets.',
  statementNotObject: 'A statement must be an object with "Effect" and "Action". Write it as one, or remove it.',
  noStatements: "This policy has no statements, but the cloud requires 1 to 8 (IAM.1028). Add one.",
  statementsTooMany:
    'This policy has {{number}} statements, but the cloud allows at most {{maxStatements}} (IAM.1028). Merge or split them, or raise the option "maxStatements" if your cloud allows more.',
  effectMissing: 'This statement has no "Effect" (IAM.1029). Add "Allow" or "Deny".',
  effectSpelling: '"{{written}}" is documented as "{{effect}}" (IAM.1029). Write it that way.',
  effectValue: '{{effect}} is not a valid effect (IAM.1029). Write "Allow" or "Deny".',
  actionMissing: 'This statement has no "Action" (IAM.1030). Add a list of actions.',
  actionBoth: 'A statement must not have both "Action" and "NotAction" (IAM.1031). Keep one, or split the statement.',
  actionNotList: '"{{key}}" must be a list, even of one action (IAM.1030). Put it in square brackets.',
  actionNotString: 'An action must be a string such as "ims:images:list". Write it as one, or remove it.',
  actionsTooMany:
    "This statement has {{number}} actions, but the cloud allows at most {{max}} (IAM.1033). Move some to another statement, or use a pattern.",
  actionTooLong: '"{{action}}" has {{length}} characters, but the cloud allows at most 128 (IAM.1034). Shorten it.',
  actionWhitespace: 'The whitespace around "{{action}}" makes it a different action (IAM.1035). Remove it.',
  actionParts: '"{{action}}" does not have the three parts of an action. {{advice}}',
  actionCharacter: '"{{action}}" contains {{character}}, which no action does (IAM.1035). Remove it.',
  resourceNotList: '"{{key}}" must be a list, even of one resource (IAM.1049). Put it in square brackets.',
  resourceNotString: 'A resource must be a string such as "obs:*:*:bucket:photos". Write it as one, or remove it.',
  noResources:
    "This list of resources is empty, but the cloud requires 1 to 20 (IAM.1037). Add some, or remove the list to cover all resources.",
  resourcesTooMany:
    "This statement has {{number}} resources, but the cloud allows at most {{max}} (IAM.1037). Move some to another statement.",
  resourceTooLong: '"{{uri}}" has {{length}} characters, but the cloud allows at most 1,500 (IAM.1042). Shorten it.',
  resourceWhitespace: 'The whitespace in or around "{{uri}}" is not allowed in a resource (IAM.1041). Remove it.',
  resourceEmpty: "A resource must not be empty (IAM.1041). Write one, or remove it.",
  uriMissing: 'A "Resource" object must have "uri", a list such as ["/iam/agencies/<id>"] (IAM.1037). Add it.',
  uriCondition:
    'A statement whose "Resource" is an object with "uri" must not have a condition (IAM.1039). Remove the condition, or move it to another statement.',
  conditionNotObject: "A condition must be an object of operators, keys and values. Write it as one, or remove it.",
  policyTooLong:
    "This policy has {{length}} characters without whitespace, but the cloud allows at most 6,144 (IAM.1021). Split it, or use patterns.",
  policyNearlyTooLong:
    "This policy has {{length}} characters without whitespace, {{percent}}% of the 6,144 allowed (IAM.1021), and whitespace may count too. Split it before the cloud rejects it.",
  roleNotString: '"{{key}}" must be a string (IAM.1060). Put it in quotes.',
  roleNameBlank: '"{{key}}" must not be blank (IAM.1001). Name the role.',
  roleTextTooLong: '"{{key}}" has {{length}} characters, but the cloud allows at most {{max}} ({{code}}). Shorten it.',
  roleTypeMissing:
    'This role has no "type" (IAM.1004). Add "AX" for global services or "XA" for project-level services.',
  roleType:
    '"{{type}}" is not a valid {{key}} for a custom policy (IAM.1005, IAM.1009). Write "{{global}}" for global services or "{{project}}" for project-level services.',
  roleKey: 'A custom policy must not have "{{key}}" (IAM.1006 to IAM.1008). Remove it.',
  identityKey: '"{{key}}" is not a key of {{owner}} (INVALID_POLICY_ELEMENT). {{advice}}',
  identityKeyRefused: '"{{key}}" is not supported in this {{policy}}{{code}}. {{advice}}',
  identityStatementMissing: 'This {{policy}} has no "Statement" (MISSING_STATEMENT). Add a list of statements.',
  identityStatement:
    'A statement of this {{policy}} must be an object with "Effect" and "Action". Write it as one, or remove it.',
  identityEffectMissing: 'This statement of the {{policy}} has no "Effect" (MISSING_EFFECT). Add "Allow" or "Deny".',
  identityEffect: '{{effect}} is not a valid effect in this {{policy}}{{code}}. Write "Allow" or "Deny".',
  identityActionMissing:
    'This statement of the {{policy}} has neither "Action" nor "NotAction". Add a list of actions.',
  identityBoth:
    'A statement of this {{policy}} must not have both "{{one}}" and "{{other}}". Keep one, or split the statement.',
  identityNotText: "{{what}} in this {{policy}} must be a string (DATA_TYPE_MISMATCH). Write it as one, or remove it.",
  identityActionParts:
    '"{{action}}" does not have the three parts of an action in this {{policy}}. Write it as "service:resourceType:operation".',
  identityCondition:
    "A condition of this {{policy}} must be an object of operators, keys and values. Write it as one, or remove it.",
  identityTooLong:
    "This {{policy}} has {{length}} {{counted}} without whitespace, but the cloud allows at most {{max}} {{unit}}. Split it, or use patterns.",
  identityName: '"{{name}}" is not a name for {{owner}}: {{fault}}. Use 1 to {{max}} characters: {{allowed}}.',
  identityPath:
    '"{{path}}" is not a path for {{owner}}: {{fault}}. Use up to 512 characters: parts of letters, digits and any of "_+=,.@-" that each end with "/", such as "teams/images/".',
  identityDescription:
    "This description of {{owner}} has {{length}} characters, but at most {{max}} are allowed. Shorten it.",
  principalMissing:
    'This statement of the trust policy (5.0) has no "Principal". Say who may act as the agency: { "IAM": ["<account ID>"] }.',
  principalAccount:
    '"{{account}}" is not an account ID, which has 32 hexadecimal digits in a trust policy (5.0). Write the ID of the account.',
  principalService:
    '"{{service}}" is not a service in this trust policy (5.0): their names are "service." and 1 to 56 letters, digits or hyphens. Write "service.<NAME>".',
  principalKey: '"{{key}}" is not a kind of principal in a trust policy (5.0). Use "IAM" or "Service".',
  principalNotObject: 'A principal of a trust policy (5.0) must be an object with "IAM" or "Service". Write it as one.',
  add: 'Add "{{key}}": "{{text}}"',
  convert: "Rewrite the policy in version {{version}}",
  quote: "Put it in quotes",
  removeCharacter: "Remove the character",
  remove: 'Remove "{{key}}"',
  renameKeys: "Write all keys with a capital letter",
  replace: "Replace with {{text}}",
  trim: "Remove the whitespace",
  wrap: "Put it in square brackets",
};

export default createRule({
  name: "valid-policy",
  meta: {
    type: "problem",
    docs: {
      description: "Require policies to have the structure that the cloud accepts",
      config: "recommended",
      severity: "error",
      strictOptions: { sdkGrammar: "report" },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          maxStatements: {
            description: "How many statements a policy may have.",
            type: "integer",
            minimum: 1,
            default: 8,
          },
          warnAtSize: {
            description: "From what percentage of the maximum size a policy is reported; 101 for never.",
            type: "integer",
            minimum: 1,
            maximum: 101,
            default: 90,
          },
          sdkGrammar: {
            description:
              "What to do with mistakes in policies of version 5.0 that only follow from Huawei Cloud's SDKs, not from its pages.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ maxStatements: 8, warnAtSize: 90, sdkGrammar: "ignore" }],
    messages,
  },
  create: ([limits]) => ({
    policy: shapeProblems(limits),
    invalidPolicy: (problem) => [problem],
    comment: ({ range, problem }) => [{ range, id: "comment", data: { problem } }],
  }),
});
