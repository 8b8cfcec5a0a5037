import { shapeProblems } from "../src/checks/shape/policy-shape.js";
import type { ShapeProblemId } from "../src/checks/shape/shape-problem.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { CarrierProblemId } from "../src/eslint/policy-visitor.js";

/** Messages cite the cloud's own error number where it has one (facts.md#error-numbers). */
const messages: Readonly<Record<ShapeProblemId | CarrierProblemId | "comment", string>> = {
  unparsable: "This text is meant to be a policy and is no JSON: {{problem}}. No cloud accepts it.",
  unparsableCondition: "This condition is no JSON: {{problem}}. No cloud accepts it.",
  encodedTwice:
    "This is JSON text of a JSON text, so that the cloud gets a text and no policy (IAM.1020). Encode it once only.",
  policyMissing: 'The role has no "policy" (IAM.1020). Add it, as an object with "Version" and "Statement".',
  policyNotObject: '"policy" must be an object, not a text or list (IAM.1020). Write the policy itself here.',
  comment: "This comment has no effect: {{problem}}",
  versionMissing: 'The policy has no "Version" (IAM.1024). Add "Version": "{{version}}".',
  versionNotString: '"Version" must be a text (IAM.1024). Write it in quotes: "{{version}}".',
  versionWhitespace: 'Blanks around "{{version}}" make another version of it (IAM.1024). Remove them.',
  versionOther: '"{{version}}" is no version of the policy language of these clouds (IAM.1024). Write "{{wanted}}".',
  versionOfCarrier:
    'This {{carrier}} takes version "{{wanted}}", and the policy says "{{version}}". Write it in {{wanted}}.',
  versionMixed:
    '"Version" says {{version}}, and {{sign}} belongs to version {{other}}. Write the whole policy in one of the two.',
  unknownKey: '"{{key}}" is no key of a {{owner}} (IAM.1059). {{advice}}',
  dependsRefused:
    'A custom policy must not depend on roles (IAM.1025). Remove "Depends", and grant those roles themselves.',
  statementMissing: 'The policy has no "Statement" (IAM.1027). Add the list of its statements.',
  statementNotList: '"Statement" must be a list, also of one statement (IAM.1027). Put it in brackets.',
  statementNotObject: 'A statement must be an object with "Effect" and "Action". Write it as one, or remove it.',
  noStatements: "The policy has no statement, and the cloud takes 1 to 8 (IAM.1028). Add one.",
  statementsTooMany:
    'The policy has {{number}} statements, and the cloud takes at most {{maxStatements}} (IAM.1028). Merge or split them, or set the option "maxStatements" where yours takes more.',
  effectMissing: 'The statement has no "Effect" (IAM.1029). Add "Allow" or "Deny".',
  effectSpelling: '"{{written}}" is documented as "{{effect}}" (IAM.1029). Write it that way.',
  effectValue: '{{effect}} is no effect (IAM.1029). Write "Allow" or "Deny".',
  actionMissing: 'The statement has no "Action" (IAM.1030). Add the list of its actions.',
  actionBoth: 'A statement must not have both "Action" and "NotAction" (IAM.1031). Keep one, or split the statement.',
  actionNotList: '"{{key}}" must be a list, also of one action (IAM.1030). Put it in brackets.',
  actionNotString: 'An action must be a text such as "ims:images:list". Write it as one, or remove it.',
  actionsTooMany:
    "The statement has {{number}} actions, and the cloud takes at most {{max}} (IAM.1033). Move some to another statement, or grant them by a pattern.",
  actionTooLong: '"{{action}}" has {{length}} characters, and the cloud takes at most 128 (IAM.1034). Shorten it.',
  actionWhitespace: 'Blanks around "{{action}}" make another action of it (IAM.1035). Remove them.',
  actionParts: '"{{action}}" does not have the three parts of an action. {{advice}}',
  actionCharacter: '"{{action}}" has {{character}}, which no action has (IAM.1035). Remove it.',
  resourceNotList: '"{{key}}" must be a list, also of one resource (IAM.1049). Put it in brackets.',
  resourceNotString: 'A resource must be a text such as "obs:*:*:bucket:photos". Write it as one, or remove it.',
  noResources:
    "The list of resources is empty, and the cloud takes 1 to 20 (IAM.1037). Fill it, or remove it for all resources.",
  resourcesTooMany:
    "The statement has {{number}} resources, and the cloud takes at most {{max}} (IAM.1037). Move some to another statement.",
  resourceTooLong: '"{{uri}}" has {{length}} characters, and the cloud takes at most 1,500 (IAM.1042). Shorten it.',
  resourceWhitespace: 'Blanks in or around "{{uri}}" are refused in a resource (IAM.1041). Remove them.',
  resourceEmpty: "A resource must not be empty (IAM.1041). Write one, or remove it.",
  uriMissing: 'A resource that is an object must have "uri", a list such as ["/iam/agencies/<id>"] (IAM.1037).',
  uriCondition:
    'A statement whose resource is an object with "uri" takes no condition (IAM.1039). Remove it, or move it to another statement.',
  conditionNotObject: "A condition must be an object of operators, keys and values. Write it as one, or remove it.",
  policyTooLong:
    "The policy has {{length}} characters without blanks, and the cloud takes at most 6,144 (IAM.1021). Split it, or grant by patterns.",
  policyNearlyTooLong:
    "The policy has {{length}} characters without blanks, {{percent}} % of the 6,144 that the cloud takes (IAM.1021), and blanks may count too. Split it before it is refused.",
  roleNotString: '"{{key}}" must be a text (IAM.1060). Write it in quotes.',
  roleNameBlank: '"{{key}}" must not be blank (IAM.1001). Name the role.',
  roleTextTooLong: '"{{key}}" has {{length}} characters, and the cloud takes at most {{max}} ({{code}}). Shorten it.',
  roleTypeMissing: 'The role has no "type" (IAM.1004). Add "AX" for global services or "XA" for those of projects.',
  roleType:
    '"{{type}}" is no {{key}} of a custom policy (IAM.1005, IAM.1009). Write "{{global}}" for global services or "{{project}}" for those of projects.',
  roleKey: 'A custom policy must not have "{{key}}" (IAM.1006 to IAM.1008). Remove it.',
  add: 'Add "{{key}}": "{{text}}"',
  quote: "Put it in quotes",
  remove: 'Remove "{{key}}"',
  replace: "Replace with {{text}}",
  trim: "Remove the blanks",
  wrap: "Put it in brackets",
};

export default createRule({
  name: "valid-policy",
  meta: {
    type: "problem",
    docs: {
      description: "Require policies to have the shape that the clouds take",
      config: "recommended",
      severity: "error",
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
            description: "From how many per cent of the largest size on a policy is reported; 101 for never.",
            type: "integer",
            minimum: 1,
            maximum: 101,
            default: 90,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ maxStatements: 8, warnAtSize: 90 }],
    messages,
  },
  create: ([limits]) => ({
    policy: (policy) => shapeProblems(policy, limits),
    invalidPolicy: (problem) => [problem],
    comment: ({ range, problem }) => [{ range, id: "comment", data: { problem } }],
  }),
});
