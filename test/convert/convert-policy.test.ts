import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import { convertPolicy } from "../../src/convert/convert-policy.js";
import {
  readPlainPolicy,
  type ConvertibleVersion,
  type PlainPolicy,
  type PlainStatement,
} from "../../src/convert/plain-policy.js";
import { lintJson } from "../language/lint.js";

const catalog = catalogOf(undefined);

function policyOf(version: ConvertibleVersion, ...statements: readonly PlainStatement[]): PlainPolicy {
  return { Version: version, Statement: statements };
}

/** A policy in the other version, or what keeps it from being said there. */
function convert(policy: PlainPolicy, to: ConvertibleVersion) {
  const conversion = convertPolicy(policy, to, catalog);
  return conversion.isConverted
    ? conversion.policy
    : conversion.obstacles.map(({ place, reason }) => `${place}: ${reason}`);
}

function allow(...actions: readonly string[]): PlainStatement {
  return { Effect: "Allow", Action: actions };
}

describe("actions of version 1.1 in version 5.0", () => {
  it.each([
    [["vpc:publicIps:create"], ["eip:publicIps:create"]],
    [["VPC:publicips:LIST"], ["eip:publicIps:list"]],
    // One may stand for several.
    [
      ["vpc:publicIps:update"],
      ["eip:publicIps:update", "eip:publicIps:associateInstance", "eip:publicIps:disassociateInstance"],
    ],
    [["iam:credentials:listCredentials"], ["iam::listAccessKeys"]],
    [["iam:identityProviders:listMappings"], ["iam:identityProviders:listMappings"]],
    [["dcaas:directConnect:create"], ["dcaas:directConnect:create", "dcaas:directConnect:createHostedDirectConnect"]],
    [
      ["obs:bucket:ListAllMyBuckets", "obs:object:GetObject"],
      ["obs:bucket:listAllMyBuckets", "obs:object:getObject"],
    ],
    [["*:*:*"], ["*:*:*"]],
  ])("%j are %j, and back", (custom, identity) => {
    expect(convert(policyOf("1.1", allow(...custom)), "5.0")).toEqual(policyOf("5.0", allow(...identity)));
    const back = convert(policyOf("5.0", allow(...identity)), "1.1") as PlainPolicy;
    expect(back.Statement[0]?.Action?.map((name) => name.toLowerCase())).toEqual(
      custom.map((name) => name.toLowerCase()),
    );
  });

  it("keep their names where only version 5.0 has them", () => {
    const names = ["iam::ListAccessKeys", "vpc:publicIps:create"];
    expect(convert(policyOf("1.1", allow(...names)), "5.0")).toEqual(
      policyOf("5.0", allow("iam::ListAccessKeys", "eip:publicIps:create")),
    );
  });

  it.each([
    "ims:images:list",
    "vpc:publicIps:*",
    "obs:bucket:*",
    "vpc:*:*",
    "iam:agencies:assume",
    "obs:bucket:Frob",
    "iam::list*",
  ])("%s has no known name", (action) => {
    expect(convert(policyOf("1.1", allow("vpc:publicIps:list", action)), "5.0")).toEqual([
      `Statement[0].Action[1]: "${action}" has no known name in version 5.0.`,
    ]);
  });
});

describe("actions that the catalogue of a cloud pairs", () => {
  const convertOnOtc = (policy: PlainPolicy, to: ConvertibleVersion) => convertPolicy(policy, to, catalogOf("otc"));
  const both = ["dcaas:directConnect:get", "dcaas:directConnect:getHostedDirectConnect"];

  it("have their names in the other version", () => {
    const custom = policyOf("1.1", allow("dcaas:directConnect:get", "dcaas:vif:list"));
    const identity = policyOf("5.0", allow(...both, "dcaas:vif:list"));
    expect(convertOnOtc(custom, "5.0")).toEqual({ isConverted: true, policy: identity });
    expect(convertOnOtc(identity, "1.1")).toEqual({ isConverted: true, policy: custom });
  });

  it("have none where the other version has no such action, or the cloud no such pair", () => {
    expect(convertOnOtc(policyOf("5.0", allow("dcaas:quota:listUsage")), "1.1")).toMatchObject({
      obstacles: [{ reason: '"dcaas:quota:listUsage" has no known name in version 1.1.' }],
    });
    expect(convertPolicy(policyOf("1.1", allow("dcaas:vif:list")), "5.0", catalogOf("huaweicloud"))).toMatchObject({
      isConverted: false,
    });
  });
});

describe("actions of version 5.0 in version 1.1", () => {
  it("without type, in any case", () => {
    expect(convert(policyOf("5.0", allow("IAM::ListAccessKeys", "*")), "1.1")).toEqual(
      policyOf("1.1", allow("iam:credentials:listCredentials", "*:*:*")),
    );
  });

  it.each([
    [
      "vpc:publicIps:get",
      '"vpc:publicIps:get" is a name of version 1.1 that stands for "eip:publicIps:get" here: write that first.',
    ],
    ["eip:publicipPools:list", '"eip:publicipPools:list" has no known name in version 1.1.'],
    ["sts:agencies:assume", '"sts:agencies:assume" has no known name in version 1.1.'],
    ["iam::listUser?", '"iam::listUser?" has no known name in version 1.1.'],
    ["ecs:*", '"ecs:*" has no known name in version 1.1.'],
    // It would allow more.
    [
      "eip:publicIps:associateInstance",
      '"eip:publicIps:associateInstance" has no name of its own in version 1.1: "vpc:publicIps:update" is also "eip:publicIps:update".',
    ],
  ])("%s", (action, reason) => {
    expect(convert(policyOf("5.0", allow(action)), "1.1")).toEqual([`Statement[0].Action[0]: ${reason}`]);
  });

  it("as exceptions, too", () => {
    const statement = (NotAction: readonly string[]): PlainStatement => ({ Effect: "Deny", NotAction });
    expect(convert(policyOf("5.0", statement(["eip:publicIps:get"])), "1.1")).toEqual(
      policyOf("1.1", statement(["vpc:publicIps:get"])),
    );
    expect(convert(policyOf("5.0", statement(["eip:publicIps:update"])), "1.1")).toHaveLength(1);
  });
});

describe.each(["1.1", "5.0"] as const)("from version %s, both ways", (from) => {
  const to = from === "1.1" ? "5.0" : "1.1";
  const [read] = from === "1.1" ? ["obs:object:GetObject"] : ["obs:object:getObject"];

  function obstaclesOf(more: Partial<PlainStatement>) {
    return convert(policyOf(from, { Effect: "Allow", Action: [read], ...more }), to);
  }

  it("the same conditions and resources are kept", () => {
    const more = {
      Resource: ["obs:*:*:bucket:photos", "OBS:*:*:object:photos/2031/*", "ecs:eu-de:*:instance:0a1b"],
      Condition: {
        StringMatch: { "g:UserName": ["dev-*"], "g:ResourceTag/team": ["a"] },
        BoolIfExists: { "g:MFAPresent": ["true"] },
        "ForAnyValue:StringEquals": { "g:TagKeys": ["team"] },
        Null: { "g:SourceVpc": ["false"] },
        StringEndWith: { "g:DomainName": ["-x"] },
      },
    };
    expect(obstaclesOf(more)).toMatchObject({ Version: to, Statement: [more] });
  });

  it.each([
    [{ StringStartWith: { "g:UserName": ["a"] } }, '.StringStartWith: "StringStartWith" is not an operator'],
    [{ StringEqualsAnyOf: { "g:UserName": ["a"] } }, '"StringEqualsAnyOf" is not an operator'],
    [{ stringequals: { "g:UserName": ["a"] } }, '"stringequals" is not an operator'],
    [{ NullIfExists: { "g:UserName": ["true"] } }, '"NullIfExists" is not an operator'],
    [{ StringEquals: { "g:EnterpriseProjectId": ["0"] } }, '"g:EnterpriseProjectId" is not a condition key'],
    [{ StringEquals: { "obs:prefix": ["a"] } }, '.StringEquals["obs:prefix"]: "obs:prefix" is not a condition key'],
    [{ StringEquals: { "g:MFAPresent": ["true"] } }, '"g:MFAPresent" has another type than the operator compares.'],
    [{ StringEquals: { "g:TagKeys": ["team"] } }, '"g:TagKeys" has several values'],
    [{ StringEquals: { "g:UserName": ["${g:DomainName}"] } }, "reads ${...} in a value as a variable"],
  ])("not %j", (Condition, reason) => {
    expect(obstaclesOf({ Condition })).toEqual([expect.stringContaining(reason)]);
    expect(obstaclesOf({ Condition })).toEqual([expect.stringMatching(/^Statement\[0\]\.Condition\./u)]);
  });

  it.each([
    "iam::*:user:bob",
    "rds:*:*:instance:*",
    "obs:eu-de:*:bucket:photos",
    "obs:*:*:bucket",
    "obs:*:*:object:a/${g:UserName}",
    "obs:*:*:object:a/?",
    "/iam/agencies/1",
    "photos",
  ])("not the resource %s", (uri) => {
    expect(obstaclesOf({ Resource: ["*", uri] })).toEqual([
      `Statement[0].Resource[1]: "${uri}" is not a resource that both versions are known to have.`,
    ]);
  });
});

describe("limits", () => {
  const get = allow("eip:publicIps:get");

  it("of version 1.1", () => {
    const condition = (names: number, length: number) => ({
      Condition: {
        StringMatch: Object.fromEntries(
          Array.from({ length: names }, (_, index) => [`g:ResourceTag/${index}`, ["x".repeat(length)]]),
        ),
      },
    });
    const operators = ["StringEquals", "StringNotEquals", "StringMatch", "StringNotMatch", "StringEndWith"].flatMap(
      (name) => [name, `${name}IfExists`, `ForAnyValue:${name}`],
    );
    const conditions = Object.fromEntries(operators.map((name) => [name, { "g:UserName": ["a"] }]));
    const resources = Array.from({ length: 21 }, (_, index) => `obs:*:*:bucket:photos-${index}`);
    expect(
      [
        policyOf("5.0", ...Array<PlainStatement>(9).fill(get)),
        policyOf("5.0", { ...get, ...condition(11, 1) }),
        policyOf("5.0", { ...get, ...condition(1, 1025) }),
        policyOf("5.0", { ...get, Condition: conditions }),
        policyOf("5.0", { ...get, Resource: resources }),
        policyOf("5.0", { ...get, ...condition(10, 1000) }),
        policyOf("5.0", get, allow("obs:object:getObject")),
      ].map((policy) => convert(policy, "1.1")),
    ).toEqual([
      ["Statement: Version 1.1 allows at most 8 statements, and these are 9."],
      ["Statement[0].Condition.StringMatch: Version 1.1 allows at most 10 condition keys, and these are 11."],
      [
        'Statement[0].Condition.StringMatch["g:ResourceTag/0"]: Version 1.1 allows at most 1,024 characters of values, and these are 1,025.',
      ],
      ["Statement[0].Condition: Version 1.1 allows at most 10 operators, and these are 15."],
      ["Statement[0]: Version 1.1 allows at most 20 resources, and these are 21."],
      [expect.stringMatching(/^: Version 1\.1 allows at most 6,144 characters, and these are 10,\d{3}\.$/u)],
      ["Statement: Version 1.1 needs two policies: one for global services, and one for project-level services."],
    ]);
  });

  it("of version 5.0", () => {
    const statements = Array<PlainStatement>(8).fill({
      ...allow("obs:object:GetObject"),
      Condition: { StringMatch: { "g:UserName": ["x".repeat(700)] } },
    });
    expect(convert(policyOf("1.1", ...statements), "5.0")).toEqual([
      expect.stringMatching(/^: Version 5\.0 allows at most 6,144 bytes, and these are 6,\d{3}\.$/u),
    ]);
  });
});

describe("there and back", () => {
  /** Names of version 1.1 of one level, each with a known name in version 5.0. */
  const vocabularies = [
    [
      ...["vpc:publicIps:create", "vpc:publicIps:get", "vpc:publicIps:list", "vpc:publicIps:update"],
      ...["vpc:publicipTags:create", "vpc:publicipTags:get", "rds:param:modify", "rds:param:list", "rds:log:list"],
      ...["rds:instance:list", "ecs:cloudServers:get", "ecs:cloudServers:list", "ecs:cloudServers:delete"],
    ],
    [
      ...["obs:bucket:ListAllMyBuckets", "obs:object:GetObject", "obs:object:PutObject", "obs:bucket:HeadBucket"],
      ...["iam:credentials:listCredentials", "iam:credentials:getCredential"],
    ],
  ];
  const condition = fc.constantFrom<PlainStatement["Condition"]>(
    undefined,
    { StringMatch: { "g:UserName": ["dev-*"] } },
    { Bool: { "g:MFAPresent": ["true"] }, DateLessThan: { "g:CurrentTime": ["2031-01-31T00:00:00Z"] } },
    { "ForAllValues:StringEqualsIfExists": { "g:TagKeys": ["team", "cost"] } },
  );
  const statements = fc.constantFrom(...vocabularies).chain((names) =>
    fc.array(
      fc.record({
        effect: fc.constantFrom<PlainStatement["Effect"]>("Allow", "Deny"),
        key: fc.constantFrom("Action", "Action", "NotAction"),
        names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        condition,
        isLimited: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  );
  const policies = statements.map((all) =>
    policyOf(
      "1.1",
      ...all.map(({ effect, key, names, condition: limit, isLimited }) => ({
        Effect: effect,
        [key]: names,
        ...(isLimited ? { Resource: ["obs:*:*:bucket:photos", "obs:*:*:object:photos/*"] } : {}),
        ...(limit ? { Condition: limit } : {}),
      })),
    ),
  );

  it("is the same policy", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const there = convert(policy, "5.0") as PlainPolicy;
        expect(there).toMatchObject({ Version: "5.0" });
        expect(convert(there, "1.1")).toEqual(policy);
      }),
      { numRuns: 300, seed: 20_311_129 },
    );
  });

  it("passes the strict configuration in version 5.0", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(lintJson(JSON.stringify(convert(policy, "5.0")), "strict-json").filter(isOfForm)).toEqual([]);
      }),
      { numRuns: 100, seed: 20_311_130 },
    );
  });

  it("passes it in version 1.1, but for what is said of the grant itself", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const back = convert(convert(policy, "5.0") as PlainPolicy, "1.1");
        expect(lintJson(JSON.stringify(back), "strict-json").filter(isOfForm)).toEqual(
          lintJson(JSON.stringify(policy), "strict-json").filter(isOfForm),
        );
        expect(
          lintJson(JSON.stringify(back), "strict-json")
            .filter(isOfForm)
            .filter(({ rule }) => rule !== "valid-resource"),
        ).toEqual([]);
      }),
      { numRuns: 100, seed: 20_311_131 },
    );
  });

  /** Whether a finding is of how the policy is written: what it grants is the same in both versions. */
  function isOfForm({ rule }: { rule: string }): boolean {
    return [
      ...["parser", "valid-policy", "valid-condition", "valid-resource", "no-unknown-action", "no-former-action"],
      ...["consistent-action-case", "no-mixed-service-levels"],
    ].includes(rule);
  }
});

describe("what is read", () => {
  it("a policy, without what both versions do not have", () => {
    const text = {
      Version: "5.0",
      Id: "a",
      Statement: [
        {
          Sid: "b",
          Effect: "Allow",
          Action: "obs:object:getObject",
          Resource: "*",
          Condition: { Bool: { a: "true" } },
        },
      ],
    };
    expect(readPlainPolicy(text)).toEqual({
      policy: {
        Version: "5.0",
        Statement: [
          {
            Effect: "Allow",
            Action: ["obs:object:getObject"],
            Resource: ["*"],
            Condition: { Bool: { a: ["true"] } },
          },
        ],
      },
      obstacles: [
        { place: "Id", reason: 'Only one of the two versions has "Id".' },
        { place: "Statement[0].Sid", reason: 'Only one of the two versions has "Sid".' },
      ],
    });
  });

  it("a lone statement of version 5.0", () => {
    const statement = { Effect: "Deny", NotAction: ["obs:object:getObject"] };
    expect(readPlainPolicy({ Version: "5.0", Statement: statement }).policy).toEqual({
      Version: "5.0",
      Statement: [statement],
    });
    expect(readPlainPolicy({ Version: "1.1", Statement: statement }).policy).toBeUndefined();
  });

  const version = "1.1";
  it.each<[value: unknown, place: string, reason: string]>([
    [[], "", "This is no policy: it must be an object."],
    [{ Version: "1.0" }, "Version", 'Only policies with "Version": "1.1" or "5.0" can be converted.'],
    [{ Version: version, Statement: [] }, "Statement", "The statements must be a list, and not empty."],
    [{ Version: version, Statement: ["a"] }, "Statement[0]", "A statement must be an object."],
    [
      { Version: version, Statement: [{ Effect: "allow", Action: ["a"] }] },
      "Statement[0].Effect",
      'The effect must be "Allow" or "Deny".',
    ],
    [
      { Version: version, Statement: [{ Effect: "Allow" }] },
      "Statement[0]",
      'A statement must have either "Action" or "NotAction".',
    ],
    ...[[], "a", [1], { uri: [] }].map((Resource): [unknown, string, string] => [
      { Version: version, Statement: [{ Effect: "Allow", Action: ["a"], Resource }] },
      "Statement[0].Resource",
      "This must be a list of texts, and not empty.",
    ]),
    ...[{}, [], { Bool: {} }].map((Condition): [unknown, string, string] => [
      { Version: version, Statement: [{ Effect: "Allow", Action: ["a"], Condition }] },
      Object.keys(Condition).length === 0 ? "Statement[0].Condition" : "Statement[0].Condition.Bool",
      "This must be an object, and not empty.",
    ]),
  ])("not %j", (value, place, reason) => {
    expect(readPlainPolicy(value).obstacles).toEqual([{ place, reason }]);
  });
});
