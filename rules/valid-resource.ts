import { resourceProblems } from "../src/checks/resource/resource-problems.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "valid-resource",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow resources that the cloud refuses and resources that the actions never meet",
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
            description: "What to do with a resource of a service that no source lists among those that take one.",
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
        'A resource has five parts, service:region:domainId:resourceType:path, and "{{uri}}" has {{number}}. Write it like "{{example}}".',
      agencyInList:
        '"{{uri}}" is an agency, and a list takes resources of five parts. Write "Resource": { "uri": [...] } for agencies (IAM.1038).',
      urn: 'A resource of a custom policy begins with its service, not with "urn" (IAM.1045). A function is "functiongraph:*:*:function:<application>/<name>".',
      service:
        '"{{service}}" is no service that the clouds document, and they refuse such a resource (IAM.1045). {{advice}}',
      region:
        '{{service}} is a global service, so that the region of its resources is "*" and not "{{region}}" (IAM.1044). Write "*".',
      type: '"{{type}}" is no resource type of {{service}}, and the cloud refuses such a resource (IAM.1046). {{advice}}',
      objectsInBucket:
        'This is a bucket by its type and, by its path "{{path}}", objects in one: it matches neither. Write the type "object" for the objects.',
      missingObject:
        'The path "{{path}}" names a bucket and no object in it, so that this matches nothing. Add "/*" for all objects of the bucket.',
      characters: 'A resource of OBS may not have "{{character}}" in it (IAM.1047). Write "*" in its place.',
      otherService:
        "This is a resource of {{service}}, and the statement has actions of {{others}} only, which never meet it. Name a resource of {{either}}, or move this one to a statement with actions of {{service}}.",
      noObjects:
        '"{{action}}" works on objects, and this statement names buckets only, so that it has no effect. Add a resource like "obs:*:*:object:my-bucket/*".',
      noBuckets:
        '"{{action}}" works on buckets, and this statement names objects only, so that it has no effect. Add a resource like "obs:*:*:bucket:my-bucket".',
      unlistedService:
        'No list of services that take resources has {{service}}, and for others the cloud refuses a policy that names some. Write "*", or disable this rule for the line once you know that the cloud takes it.',
      notAgency:
        '"{{uri}}" is no agency, and this form of "Resource" takes agencies only, "/iam/agencies/<id>" (IAM.1038). {{advice}}',
      notAgencyAction:
        '"{{action}}" cannot be limited to agencies: the clouds document this form of "Resource" for "iam:agencies:assume" and "iam:tokens:assume" alone. Move it to a statement of its own.',
      replace: "Replace with {{text}}",
      replaceRegion: 'Replace the region with "*"',
      replaceCharacters: 'Replace what is not allowed with "*"',
      addPath: 'Add "/*"',
      addResources: "Add {{resources}}",
    },
  },
  create: ([options]) => ({ customPolicy: (policy, { catalog }) => resourceProblems(policy, catalog, options) }),
});
