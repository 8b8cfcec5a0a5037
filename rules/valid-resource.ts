import { identityResourceProblems } from "../src/checks/resource/identity-resources.js";
import { resourceProblems } from "../src/checks/resource/resource-problems.js";
import { variableMessages } from "../src/checks/condition/variable-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "valid-resource",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow resources that the cloud rejects or that do not fit the statement's actions",
      config: "recommended",
      severity: "error",
      strictOptions: { unlistedServices: "report" },
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          unlistedServices: {
            description: "What to do with a resource of a service that no source lists as accepting resources.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ unlistedServices: "ignore" }],
    messages: {
      tooShort:
        'A resource has five parts, service:region:domainId:resourceType:path, but "{{uri}}" has {{number}}. Write it like "{{example}}".',
      agencyInList:
        '"{{uri}}" is an agency, which a list of resources cannot contain (IAM.1038). Write "Resource": { "uri": [...] } instead.',
      urn: 'A resource starts with its service, not with "urn" (IAM.1045). Write a function as "functiongraph:*:*:function:<application>/<name>".',
      service: '"{{service}}" is not a documented service, so the cloud rejects this resource (IAM.1045). {{advice}}',
      region:
        '{{service}} is a global service, so the region of its resources must be "*", not "{{region}}" (IAM.1044). Write "*".',
      type: '"{{type}}" is not a resource type of {{service}}, so the cloud rejects this resource (IAM.1046). {{advice}}',
      pathForm:
        'The path of a resource of the type "{{type}}" is {{form}} in {{service}}, so "{{path}}" matches nothing. Write it that way.',
      objectsInBucket:
        'The type is "bucket", but the path "{{path}}" names objects, so this matches neither. Write the type "object".',
      missingObject:
        'The path "{{path}}" names a bucket but no object, so this matches nothing. Add "/*" for all objects in the bucket.',
      characters: 'A resource of OBS must not contain "{{character}}" (IAM.1047). Write "*" instead.',
      otherService:
        "This is a resource of {{service}}, but the statement only has actions of {{others}}, which never use it. Name a resource of {{either}}, or move this one to a statement with actions of {{service}}.",
      noObjects:
        '"{{action}}" works on objects, but this statement only names buckets, so it has no effect. Add a resource like "obs:*:*:object:my-bucket/*".',
      noBuckets:
        '"{{action}}" works on buckets, but this statement only names objects, so it has no effect. Add a resource like "obs:*:*:bucket:my-bucket".',
      listsAllBuckets:
        '"{{action}}" lists all buckets, so it has no effect in a statement that only names some resources. Move it to a statement of its own, without a "Resource".',
      noResourceOfType:
        '"{{action}}" works on resources of the type "{{type}}", but this statement only names others of {{service}}, so it has no effect. Add a resource like "{{example}}".',
      unlistedService:
        '{{service}} is on no list of services that accept resources, and the cloud rejects resources of other services. Write "*", or disable this rule for this line if your cloud accepts it.',
      urnOfOtherVersion:
        '"{{uri}}" is a resource of identity policies (5.0); no list says that version 1.1 accepts it. Remove it, or write the policy in version 5.0.',
      urnTooShort:
        'A resource of this {{policy}} has five parts, service:region:account-id:type:path, but "{{uri}}" has {{parts}}. Write all five.',
      agencyOfOtherVersion:
        '"{{uri}}" is an agency as version 1.1 writes it. In this {{policy}}, write "iam::<account-id>:agency:<name>".',
      urnPrefix:
        'A resource of this {{policy}} starts with its service, not with "urn". Write service:region:account-id:type:path.',
      urnService:
        '"{{service}}" is not the service of this statement\'s actions in this {{policy}}. Did you mean {{choices}}?',
      urnRegion:
        '{{service}} is a global service, so its resources in this {{policy}} have no region "{{region}}". Write "*".',
      urnType:
        '"{{type}}" is not a documented resource type of {{service}} in identity policies (5.0). Did you mean {{choices}}?',
      takesNoUrn:
        '"{{action}}" takes no resource in identity policies (5.0), so it has no effect in a statement that only names some. Move it to one with the resource "*".',
      takesOtherUrns:
        '"{{action}}" takes none of the resources that this statement of the {{policy}} names, so it has no effect. Name one like {{urns}}.',
      unusedUrn:
        'No action of this statement of the {{policy}} takes "{{uri}}". Remove it, or name a resource like {{urns}}.',
      ...variableMessages,
      notAgency:
        '"{{uri}}" is not an agency, but this form of "Resource" only takes agencies, "/iam/agencies/<id>" (IAM.1038). {{advice}}',
      notAgencyAction:
        '"{{action}}" cannot be limited to agencies: this form of "Resource" is only documented for "iam:agencies:assume" and "iam:tokens:assume". Move it to a separate statement.',
      replace: "Replace with {{text}}",
      replaceRegion: 'Replace the region with "*"',
      replaceCharacters: 'Replace the invalid characters with "*"',
      addPath: 'Add "/*"',
      addResources: "Add {{resources}}",
    },
  },
  create: ([options]) => ({ customPolicy: resourceProblems(options), identityPolicy: identityResourceProblems }),
});
