import { describe, expect, it } from "vitest";
import rule from "../../rules/valid-resource.js";
import { lintModule, plantedIn } from "../carriers/construct-modules.js";
import { readMarks, testPolicies, type ExpectedError } from "../hosts-table.js";
import { policyOf, statement } from "../policies.js";

/** A policy with one Allow and resources, each on its own line; actions and resources may contain marks. */
function limited(actions: readonly string[], resources: readonly string[]): string {
  return policyOf(statement("Allow", actions, resourceList(resources)));
}

function resourceList(resources: readonly string[]): string {
  const list = resources.map((resource) => `        "${resource}"`).join(",\n");
  return `,\n      "Resource": [\n${list}\n      ]`;
}

/** The same, with resources in the form for agencies. */
function forAgencies(actions: readonly string[], uris: readonly string[]): string {
  return policyOf(
    statement("Allow", actions, `,\n      "Resource": { "uri": [${uris.map((uri) => `"${uri}"`).join(", ")}] }`),
  );
}

function replacing(from: string, to: string) {
  return { desc: `Replace with ${to}`, replace: [from, to] as const };
}

function tooShort(uri: string, number: number, example: string, isCompleted = true): ExpectedError {
  return {
    message: `A resource has five parts, service:region:domainId:resourceType:path, but "${uri}" has ${number}. Write it like "${example}".`,
    suggestions: isCompleted
      ? [replacing(`"${uri}"`, `"${example}"`)].map(({ replace }) => ({ desc: `Replace with ${example}`, replace }))
      : [],
  };
}

const read = ["obs:object:GetObject"];
const list = ["obs:bucket:ListBucket"];

testPolicies("valid-resource", rule, {
  valid: [
    { policy: policyOf(statement("Allow", read)) },
    { policy: limited(["obs:*:*"], ["*"]) },
    { policy: limited(["ims:images:list"], ["*"]) },
    { policy: limited(["ims:images:list"], ["**"]) },
    { policy: limited(["obs:*:*"], ["obs:*:*:bucket:my-bucket", "OBS:*:*:object:my-bucket/*", "obs:::bucket:*"]) },
    { policy: limited(["obs:*:*"], ["obs:*:*:*:*", "*:*:*:*:*", "obs:*:*:object:*", "obs:*:*:object:*/*"]) },
    { policy: limited(read, ["obs:*:*:object:my-bucket/a:b", "obs:*:*:object:my-bucket/"]) },
    { policy: limited(["kms:cmk:get"], ["KMS:*:*:KeyId:0d0466b0", "kms:eu-de:*:keyid:*"]) },
    { policy: limited(["functiongraph:function:getCode"], ["FUNCTIONGRAPH:*:*:function:Default/*"]) },
    { policy: limited(["ges:graph:create"], ["ges:*:*:graphName:g*", "ges:*:*:metadataName:g*"]) },
    // A statement without actions has a finding of another rule.
    { policy: limited([], ["obs:*:*:bucket:my-bucket"]) },
    // Services whose types are undocumented or possibly incomplete.
    { policy: limited(["waf:event:list"], ["waf:*:*:instance:*"]) },
    { policy: limited(["ecs:cloudServers:list"], ["ecs:*:*:cloudservers:*"]) },
    { policy: limited(["cts:tracker:list"], ["CTS:*:*:tracker:*"]) },
    // Placeholders may expand to any part.
    { policy: limited(read, ["${prefix}:my-bucket/*", "obs:${region}:bucket", "obs:*:*:<type>:x", "obs:{region}:x"]) },
    { policy: limited(read, ["obs:*:*:object:${bucket}", "obs:*:*:bucket:%s/*", "obs:*:*:object:b/{x=1}"]) },
    { policy: limited(read, ["RESOURCE_PATH", "xxxxx", "...", "obs:*:*:object:BUCKET_NAME"]) },
    // Whitespace and empty strings are left to valid-policy.
    { policy: limited(read, [" obs:*:*:object:my-bucket/*", "obs:*", ""]).replace('"obs:*",', "") },
    // Actions that are unknown, undocumented or service-wide.
    { policy: limited(["obs:object:*", "${more}"], ["obs:*:*:bucket:b"]) },
    { policy: limited(["obs:object:list"], ["obs:*:*:bucket:b"]) },
    { policy: limited(["obs:bucket:CreateBucket", "obs:bucket:List*", ...read], ["obs:*:*:object:b/*"]) },
    // All buckets, or perhaps all of them.
    ...["obs:*:*:bucket:*", "OBS:::*:*", "*:*:*:*:*", "*", "obs:*:*:bucket:${name}", "${uri}"].map((uri) => ({
      policy: limited(["obs:bucket:ListAllMyBuckets"], ["obs:*:*:bucket:logs", uri]),
    })),
    { policy: limited(["obs:bucket:List*"], ["obs:*:*:bucket:logs"]) },
    // The guide denies it together with actions on some buckets.
    { policy: limited(["obs:bucket:ListAllMyBuckets"], ["obs:*:*:bucket:logs"]).replace("Allow", "Deny") },
    // Paths of DLI, and patterns that may begin like them.
    ...["queues.q1", "Queues.q1", "queues.*", "queues*", "q*", "*", "queues.${name}", "${path}", "<path>"].map(
      (path) => ({
        policy: limited(["dli:queue:submitJob"], [`dli:*:*:queue:${path}`]),
      }),
    ),
    {
      policy: limited(
        ["dli:*:*"],
        [
          ...["catalog:catalogs.c", "column:databases.d.tables.t.columns.c", "database:databases.d", "group:groups.g"],
          ...["datasourceauth:datasourceauth.d", "edsconnections:edsconnections.e", "jobs:jobs.flink.1"],
          ...["elasticresourcepool:elasticresourcepools.e", "resource:resources.r", "sqldefendrule:sqldefendes.*"],
          ...["table:databases.d.tables.t", "variable:variables.v", "view:v"],
        ].map((resource) => `DLI:*:*:${resource}`),
      ),
    },
    // One of the resources is of the type, may be, or may contain one.
    ...["queue:queues.q", "elasticresourcepool:elasticresourcepools.e", "qu*:*", "*:*", "${type}:*"].map(
      (resource) => ({
        policy: limited(["dli:queue:submitJob"], ["dli:*:*:database:*", `dli:*:*:${resource}`]),
      }),
    ),
    { policy: limited(["dli:queue:submitJob"], ["dli:*:*:database:*", "${more}"]) },
    { policy: limited(["dli:queue:submitJob"], ["dli:*:*:database:*", "*"]) },
    { policy: limited(["dli:table:select", "dli:column:select"], ["dli:*:*:database:databases.d"]) },
    { policy: limited(["dli:*:list", "dli:qu*:*", "dli:views:get"], ["dli:*:*:database:databases.d"]) },
    { policy: limited(["kms:cmk:get", "dli:queue:submitJob"], ["KMS:*:*:KeyId:x"]) },
    { policy: limited(["obs:object:*"], ["obs:*:*:bucket:b", "${more}"]) },
    { policy: limited(["obs:object:*"], ["obs:*:*:bucket:b", "obs:*:*:ob*:*"]) },
    { policy: limited(["obs:*:*", "*:object:*"], ["obs:*:*:bucket:b"]) },
    // An action of the resource's service, possibly of it, or of one that shares its resources.
    { policy: limited(["obs:*:*", "kms:cmk:get"], ["obs:*:*:bucket:b"]) },
    { policy: limited(["*:*:get*"], ["kms:*:*:KeyId:x"]) },
    { policy: limited(["ims:images:list"], ["obs:*:*:bucket:b"]) },
    { policy: limited(["kms:cmk:get"], ["ief:*:*:node:x"]).replace('"Action"', '"NotAction"') },
    { policy: limited(["gaussdb:instance:list"], ["rds:*:*:instance:x"]) },
    {
      policy: forAgencies(
        ["iam:agencies:assume"],
        ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c", "/iam/agencies/xxxxx"],
      ),
    },
    {
      policy: forAgencies(
        ["iam:tokens:assume"],
        ["/iam/agencies/agencyTest", "/iam/agencies/{Agency ID}", "${agency}", "*"],
      ),
    },
    { policy: forAgencies(["iam:agencies:*"], ["/iam/agencies/${module.agency.id}"]) },
    // The restrictions apply to version 1.1 only.
    { policy: limited(read, ["obs:eu-de:*:bucket:b"]).replace("1.1", "5.0") },
  ],
  invalid: [
    {
      policy: limited(["rds:*:*"], ["[[rds:instance:*]]"]),
      errors: [tooShort("rds:instance:*", 3, "rds:*:*:instance:*")],
    },
    {
      policy: limited(["modelarts:trainJob:list"], ["[[modelarts:*:*:trainingJobs/*]]"]),
      errors: [tooShort("modelarts:*:*:trainingJobs/*", 4, "modelarts:*:*:trainingJobs:*")],
    },
    {
      policy: limited(["obs:*:*"], ["[[obs:::my-bucket/*]]"]),
      errors: [tooShort("obs:::my-bucket/*", 4, "obs:*:*:object:my-bucket/*")],
    },
    { policy: limited(["obs:*:*"], ["[[my-bucket]]"]), errors: [tooShort("my-bucket", 1, "obs:*:*:bucket:my-bucket")] },
    {
      policy: limited(["dds:*:*"], ["[[dds:instance:*]]"]),
      errors: [tooShort("dds:instance:*", 3, "dds:*:*:instanceName:*", false)],
    },
    { policy: limited(["ims:*:*"], ["[[my-image]]"]), errors: [tooShort("my-image", 1, "obs:*:*:bucket:*", false)] },
    {
      policy: limited(["iam:agencies:assume"], ["[[/iam/agencies/agencyTest]]"]),
      errors: [
        {
          message:
            '"/iam/agencies/agencyTest" is an agency, which a list of resources cannot contain (IAM.1038). Write "Resource": { "uri": [...] } instead.',
        },
      ],
    },
    {
      policy: limited(["functiongraph:function:getCode"], ["[[urn]]:fss:cn-north-4:*:function:dev-*:*"]),
      errors: [urn()],
    },
    {
      policy: limited(["functiongraph:function:getCode"], ["[[urn]]:fg:*:*:function:*"]),
      errors: [urn(replacing("urn:fg:*:*:function:*", "functiongraph:*:*:function:*"))],
    },
    ...["obs:*:*:bucket:logs*", "obs:*:*:object:*", "kms:*:*:KeyId:*"].map((uri) => ({
      policy: limited(
        ["[[obs:bucket:ListAllMyBuckets]]", "kms:cmk:get", ...list, ...read],
        [uri, "obs:*:*:bucket:a", "obs:*:*:object:a/*"],
      ),
      errors: [
        {
          message:
            '"obs:bucket:ListAllMyBuckets" lists all buckets, so it has no effect in a statement that only names some resources. Move it to a statement of its own, without a "Resource".',
        },
      ],
    })),
    ...[
      ["elasticresourcepool", "elasticresourcepool.pool1", "elasticresourcepools.<name>", "elasticresourcepools.pool1"],
      ["queue", "q1", "queues.<name>", "queues.q1"],
      ["Queue", "queue.q1", "queues.<name>", "queues.q1"],
      ["database", "dbs*", "databases.<name>", "databases.dbs*"],
      ["resource", "a.jar", "resources.<name>", "resources.a.jar"],
    ].map(([type = "", path = "", form = "", corrected = ""]) => ({
      policy: limited(["dli:*:*"], [`dli:*:*:${type}:[[${path}]]`]),
      errors: [
        {
          message: `The path of a resource of the type "${type}" is ${form} in DLI, so "${path}" matches nothing. Write it that way.`,
          suggestions: [replacing(`:${path}`, `:${corrected}`)].map(({ replace }) => ({
            desc: `Replace with ${corrected}`,
            replace,
          })),
        },
      ],
    })),
    ...[
      ["table", "d.t", "databases.<database>.tables.<table>"],
      ["jobs", "123", "jobs.flink.<id>"],
    ].map(([type = "", path = "", form = ""]) => ({
      policy: limited(["dli:*:*"], [`dli:*:*:${type}:[[${path}]]`]),
      errors: [
        {
          message: `The path of a resource of the type "${type}" is ${form} in DLI, so "${path}" matches nothing. Write it that way.`,
        },
      ],
    })),
    {
      policy: limited(
        ["[[dli:queue:submitJob]]", "[[DLI:Queue:*]]", "dli:database:*"],
        ["dli:*:*:database:*", "*:::table:*"],
      ),
      errors: ["dli:queue:submitJob", "DLI:Queue:*"].map((action) => ({
        message: `"${action}" works on resources of the type "queue", but this statement only names others of DLI, so it has no effect. Add a resource like "dli:*:*:queue:queues.<name>".`,
      })),
    },
    {
      policy: limited(["[[functiongraph:trigger:create]]"], ["functiongraph:*:*:function:Default/*"]),
      errors: [
        {
          message:
            '"functiongraph:trigger:create" works on resources of the type "trigger", but this statement only names others of functiongraph, so it has no effect. Add a resource like "functiongraph:*:*:trigger:*".',
        },
      ],
    },
    { policy: limited(["obs:*:*"], ["[[osb]]:*:*:bucket:b"]), errors: [service("osb", "obs")] },
    { policy: limited(["obs:*:*"], ["[[s3]]:*:*:bucket:b"]), errors: [service("s3", "obs")] },
    {
      policy: limited(["functiongraph:function:getCode"], ["[[functiongrph]]:*:*:function:*"]),
      errors: [service("functiongrph", "functiongraph")],
    },
    // The region is known, even if the bucket is not.
    {
      policy: limited(["obs:*:*"], ["OBS:[[cn-north-1]]:*:bucket:${bucket}"]),
      errors: [
        {
          message:
            'OBS is a global service, so the region of its resources must be "*", not "cn-north-1" (IAM.1044). Write "*".',
          suggestions: [{ desc: 'Replace the region with "*"', replace: ["cn-north-1", "*"] }],
        },
      ],
    },
    {
      policy: limited(["obs:*:*"], ["obs:*:*:[[buckets]]:b"]),
      errors: [type("buckets", "OBS", 'Did you mean "bucket"?', "bucket")],
    },
    {
      policy: limited(["obs:*:*"], ["obs:*:*:[[folder]]:b"]),
      errors: [type("folder", "OBS", 'Write "bucket" or "object".', "bucket", "object")],
    },
    {
      policy: limited(["dli:queue:submit_job"], ["dli:*:*:[[queues]]:queues.demo"]),
      errors: [type("queues", "DLI", 'Did you mean "queue"?', "queue")],
    },
    {
      policy: limited(["obs:bucket:Get*", "obs:object:Get*"], ["obs:*:*:bucket:b", "obs:*:*:[[bucket]]:b/*"]),
      errors: [
        {
          message:
            'The type is "bucket", but the path "b/*" names objects, so this matches neither. Write the type "object".',
          suggestions: [{ desc: "Replace with object", replace: ["bucket:b/*", "object:b/*"] }],
        },
      ],
    },
    {
      policy: limited(["obs:object:Get*"], ["obs:*:*:object:[[my-bucket]]"]),
      errors: [
        {
          message:
            'The path "my-bucket" names a bucket but no object, so this matches nothing. Add "/*" for all objects in the bucket.',
          suggestions: [{ desc: 'Add "/*"', replace: ["my-bucket", "my-bucket/*"] }],
        },
      ],
    },
    {
      policy: limited(["obs:object:Get*"], ["obs:*:*:object:my-bucket/day[[=]]2024/ä/*"]),
      errors: [
        {
          message: 'A resource of OBS must not contain "=" (IAM.1047). Write "*" instead.',
          suggestions: [{ desc: 'Replace the invalid characters with "*"', replace: ["day=2024/ä", "day*2024/*"] }],
        },
      ],
    },
    {
      policy: limited(["obs:*:*", "dli:queue:submit_job"], ["obs:*:*:bucket:b", "[[KMS]]:*:*:KeyId:x"]),
      errors: [unfit("KMS", "OBS and DLI")],
    },
    // The statement has bucket actions but no bucket.
    {
      policy: limited(["obs:bucket:PutBucketAcl"], ["[[kms]]:*:*:KeyId:x"]),
      errors: [unfit("KMS", "OBS")],
    },
    {
      policy: limited([...list, "[[obs:object:GetObject]]"], ["obs:*:*:bucket:my-bucket"]),
      errors: [
        {
          message:
            '"obs:object:GetObject" works on objects, but this statement only names buckets, so it has no effect. Add a resource like "obs:*:*:object:my-bucket/*".',
          suggestions: [
            {
              desc: 'Add "obs:*:*:object:my-bucket/*"',
              replace: [
                '"obs:*:*:bucket:my-bucket"',
                '"obs:*:*:bucket:my-bucket",\n        "obs:*:*:object:my-bucket/*"',
              ],
            },
          ],
        },
      ],
    },
    // Placeholders are not copied to a suggestion.
    {
      policy: limited(["[[obs:object:GetObject]]"], ["obs:*:*:bucket:my[[=]]bucket"]),
      errors: [
        {
          message:
            '"obs:object:GetObject" works on objects, but this statement only names buckets, so it has no effect. Add a resource like "obs:*:*:object:my-bucket/*".',
        },
        {
          message: 'A resource of OBS must not contain "=" (IAM.1047). Write "*" instead.',
          suggestions: [{ desc: 'Replace the invalid characters with "*"', replace: ["my=bucket", "my*bucket"] }],
        },
      ],
    },
    {
      policy: limited([...read, "[[obs:bucket:PutBucket*]]"], ["obs:*:*:object:one/*", "obs:*:*:object:two/x/y"]),
      errors: [
        {
          message:
            '"obs:bucket:PutBucket*" works on buckets, but this statement only names objects, so it has no effect. Add a resource like "obs:*:*:bucket:my-bucket".',
          suggestions: [
            {
              desc: 'Add "obs:*:*:bucket:one" and "obs:*:*:bucket:two"',
              replace: [
                '"obs:*:*:object:two/x/y"',
                '"obs:*:*:object:two/x/y",\n        "obs:*:*:bucket:one",\n        "obs:*:*:bucket:two"',
              ],
            },
          ],
        },
      ],
    },
    {
      policy: limited(["ims:images:list"], ["*", "[[ims]]:*:*:image:*"]),
      options: [{ unlistedServices: "report" }],
      errors: [
        {
          message:
            'IMS is on no list of services that accept resources, and the cloud rejects resources of other services. Write "*", or disable this rule for this line if your cloud accepts it.',
        },
      ],
    },
    {
      policy: forAgencies(
        ["iam:agencies:assume"],
        ["[[07805acaba800fdd]]", "[[/iam/agency/x]]", "[[obs:*:*:bucket:b]]"],
      ),
      errors: [
        notAgency("07805acaba800fdd", 'Write "/iam/agencies/07805acaba800fdd".', "/iam/agencies/07805acaba800fdd"),
        notAgency("/iam/agency/x", 'Write "/iam/agencies/x".', "/iam/agencies/x"),
        notAgency("obs:*:*:bucket:b", 'Put other resources in a separate statement: "Resource": ["..."].'),
      ],
    },
    {
      policy: forAgencies(["iam:agencies:assume", "[[obs:object:GetObject]]"], ["/iam/agencies/x"]),
      errors: [
        {
          message:
            '"obs:object:GetObject" cannot be limited to agencies: this form of "Resource" is only documented for "iam:agencies:assume" and "iam:tokens:assume". Move it to a separate statement.',
        },
      ],
    },
  ],
});

function urn(...suggestions: NonNullable<ExpectedError["suggestions"]>): ExpectedError {
  return {
    message:
      'A resource starts with its service, not with "urn" (IAM.1045). Write a function as "functiongraph:*:*:function:<application>/<name>".',
    suggestions,
  };
}

function service(written: string, meant: string): ExpectedError {
  return {
    message: `"${written}" is not a documented service, so the cloud rejects this resource (IAM.1045). Did you mean "${meant}"?`,
    suggestions: [{ desc: `Replace with ${meant}`, replace: [`${written}:*:*`, `${meant}:*:*`] }],
  };
}

function type(written: string, of: string, advice: string, ...choices: readonly string[]): ExpectedError {
  return {
    message: `"${written}" is not a resource type of ${of}, so the cloud rejects this resource (IAM.1046). ${advice}`,
    suggestions: choices.map((choice) => ({
      desc: `Replace with ${choice}`,
      replace: [`:*:*:${written}:`, `:*:*:${choice}:`] as const,
    })),
  };
}

function unfit(of: string, others: string): ExpectedError {
  return {
    message: `This is a resource of ${of}, but the statement only has actions of ${others}, which never use it. Name a resource of ${others.replace(" and ", " or ")}, or move this one to a statement with actions of ${of}.`,
  };
}

function notAgency(uri: string, advice: string, meant?: string): ExpectedError {
  return {
    message: `"${uri}" is not an agency, but this form of "Resource" only takes agencies, "/iam/agencies/<id>" (IAM.1038). ${advice}`,
    suggestions:
      meant === undefined
        ? []
        : [replacing(`"${uri}"`, `"${meant}"`)].map(({ replace }) => ({ desc: `Replace with ${meant}`, replace })),
  };
}

describe("in TypeScript", () => {
  const regionMessage =
    'OBS is a global service, so the region of its resources must be "*", not "eu-de" (IAM.1044). Write "*".';

  function policy(resource: string, action = '"obs:*:*"'): string {
    return `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${action}], Resource: ${resource} }] };\n`;
  }

  function expectFindings(marked: string, ...messages: readonly string[]): void {
    const module = readMarks(marked);
    const findings = messages.map((message) => ["valid-resource", message] as const);
    expect(lintModule(module.code)).toEqual(plantedIn(module, findings));
  }

  it.each([
    ["a constant", `const bucket = "obs:[[eu-de]]:*:bucket:b";\n${policy("[bucket]")}`],
    ["a template", policy("[`obs:[[eu-de]]:*:bucket:${name}`]")],
    ["a concatenation", policy('["obs:[[eu-de]]:*:bucket:" + name]')],
    ["a choice", policy('[isTest ? "*" : "obs:[[eu-de]]:*:bucket:b"]')],
    ["one beside others that are not known", policy('["obs:[[eu-de]]:*:bucket:b", ...others]')],
  ])("points at the part of %s", (_, marked) => {
    expectFindings(marked, regionMessage);
  });

  it.each([
    ["a part that is not known", policy("[`obs:${region}:*:bucket:b`, `${all}`]")],
    ["resources that are not known", policy("resources", '"obs:object:GetObject"')],
    ["resources beside unknown ones", policy('["obs:*:*:bucket:b", ...others]', '"obs:object:GetObject"')],
    ["one of two resources", policy('isTest ? ["obs:*:*:bucket:b"] : ["*"]', '"obs:object:GetObject"')],
    ["actions beside unknown ones", policy('["kms:*:*:KeyId:x"]', '"obs:object:GetObject", ...others')],
    [
      "a URI of agencies that is not known",
      policy("{ uri: [agency, `/iam/agencies/${agency}`] }", '"iam:agencies:assume"'),
    ],
  ])("is silent on %s", (_, code) => {
    expect(lintModule(code)).toEqual([]);
  });

  it("reads the resources of a role's statements", () => {
    expectFindings(
      `import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";
new IdentityRoleV3(stack, "x", { displayName: "x", description: "x", displayLayer: "domain", statement: [{ effect: "Allow", action: ["obs:*:*"], resource: ["obs:[[eu-de]]:*:bucket:b"] }] });\n`,
      regionMessage,
    );
  });
});
