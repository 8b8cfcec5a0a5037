import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { actionsOfEach, carriedIn } from "./files.js";
import { fixtureModule, fixtureText, typescript } from "./fixture-module.js";

/** The reports of `no-unknown-action`, each with the code before it on its line and the reported code. */
function reportsOn(text: string): string[] {
  const messages = new Linter().verify(text, {
    ...typescript,
    plugins: { "huaweicloud-iam": plugin },
    rules: { "huaweicloud-iam/no-unknown-action": "error" },
  });
  const lines = text.split("\n");
  return messages.map(({ line, column, endColumn }) => {
    const found = lines[line - 1] ?? "";
    return `${found.slice(0, column - 1).trim()}>${found.slice(column - 1, (endColumn ?? 0) - 1)}`;
  });
}

describe("a module that uses the SDK with its types", () => {
  const { text, documents, policyWith, grantsOf } = fixtureModule("huaweicloud-sdk/roles.ts");

  it("has the policy of each role, from constructor arguments and chained calls", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:get", "ims:images:lst"],
      ["obs:bucket:GetBucketAcl", "obs:bucket:GetBucketAlc", "obs:object:DeleteObject"],
      ["ims:images:create", "ims:images:update"],
      ["iam:agencies:assume", "iam:agencies:assmue"],
    ]);
    expect(documents.map(({ dialect, cloud, isComplete }) => [dialect, cloud, isComplete])).toEqual(
      new Array(4).fill(["1.1", "huaweicloud", true]),
    );
  });

  it("has the level of each role, with its range", () => {
    expect(documents.map(({ level }) => [level?.level, text.slice(...(level?.range ?? [0, 0]))])).toEqual([
      ["project", '"XA"'],
      ["global", '"AX"'],
      ["project", '"XA"'],
      ["global", '"AX"'],
    ]);
  });

  it("has every property of its statements", () => {
    const { statements } = policyWith("obs:bucket:GetBucketAlc");
    expect(statements.map(({ effect }) => effect)).toEqual(["Allow", "Deny"]);
    expect(statements.map(({ resource }) => resource && text.slice(...resource.range))).toEqual([
      "[`obs:*:*:bucket:${bucket}`]",
      undefined,
    ]);
    expect(statements.map(({ condition }) => condition && text.slice(...condition.range))).toEqual([
      '{ StringEquals: { "g:DomainName": ["registry"] } }',
      undefined,
    ]);
  });

  it("grants a role that the response to its creation identifies", () => {
    expect(grantsOf("ims:images:lst")).toEqual([
      ["enterprise-project", "team.projectId"],
      ["iam-project", "new KeystoneAssociateGroupWithProjectPermissionRequest(team.groupId, created.role?.id)"],
    ]);
    expect(grantsOf("iam:agencies:assmue")).toEqual([["enterprise-project", "enterpriseProjectId"]]);
  });

  it("grants a role that a literal id identifies", () => {
    expect(grantsOf("ims:images:create")).toEqual([
      ["enterprise-project", '"0"'],
      ["enterprise-project", "enterpriseProjectId"],
    ]);
  });

  it("grants nothing if the role is not known", () => {
    expect(grantsOf("obs:bucket:GetBucketAlc")).toEqual([]);
  });

  it("has exactly its mistakes reported", () => {
    expect(reportsOn(text)).toEqual([
      'const statement = new ServiceStatement([...readOnly, "ims:images:>lst',
      'const statement = new AgencyPolicyStatement(["iam:agencies:assume", "iam:agencies:>assmue',
    ]);
    const mended = text.replace('"ims:images:lst"', '"ims:images:get"').replace("assmue", "assume");
    expect(reportsOn(mended)).toEqual([]);
  });
});

describe("a script that passes plain objects to the SDK, or sets properties one by one", () => {
  const { text, documents, policyWith } = fixtureModule("huaweicloud-sdk/plain.js");

  it("has the policies of both, and an identity policy in a string", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:lst"],
      ["ims:images:list", "ims:images:delete"],
      ["ims:images:get"],
    ]);
    expect(documents.map(({ dialect, cloud }) => [dialect, cloud])).toEqual([
      ["1.1", "huaweicloud"],
      ["1.1", "huaweicloud"],
      ["5.0", "huaweicloud"],
    ]);
  });

  it("has the level of a plain object", () => {
    const { level } = policyWith("ims:images:lst");
    expect([level?.level, text.slice(...(level?.range ?? [0, 0]))]).toEqual(["project", 'type: "XA"']);
  });

  it("has its mistake reported", () => {
    expect(reportsOn(text)).toEqual([
      'policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:>lst',
    ]);
  });
});

describe("a module of look-alikes", () => {
  it("has no policies from classes of another module or another cloud", () => {
    const { text, documents } = fixtureModule("huaweicloud-sdk/foreign.ts");
    expect(actionsOfEach(documents).flat()).toEqual([]);
    expect(reportsOn(text)).toEqual([]);
  });

  it("has them once the classes are imported from the SDK", () => {
    const text = fixtureText("huaweicloud-sdk/foreign.ts").replace(
      "./own-models.js",
      "@huaweicloud/huaweicloud-sdk-iam",
    );
    expect(actionsOfEach(carriedIn(text, typescript).documents)).toContainEqual(["desk:tickets:opne"]);
  });
});

describe("the SDK's classes", () => {
  function policiesIn(code: string): string[][] {
    const names = "ServicePolicyRoleOption, ServicePolicy, ServiceStatement, AgencyPolicy";
    const code_ = `import { ${names} } from "@huaweicloud/huaweicloud-sdk-iam";\n${code}`;
    return actionsOfEach(carriedIn(code_, typescript).documents);
  }

  it.each([
    ["new ServicePolicy('1.1', [new ServiceStatement(['a:b:c'], 'Allow')]);", [["a:b:c"]]],
    ["new ServicePolicy(undefined, [{ Effect: 'Allow', Action: ['a:b:c'] }]);", [["a:b:c"]]],
    ["new ServicePolicy('1.1', [new ServiceStatement(['a:b:c'], 'Allow').withAction(['a:b:d'])]);", [["a:b:d"]]],
    ["new ServicePolicy('1.1', [x ? new ServiceStatement(['a:b:c'], 'Allow') : y]);", [["a:b:c"]]],
    ["new ServicePolicyRoleOption('a', 'XA', 'b', x ? new ServicePolicy() : undefined);", []],
    ["new ServicePolicy(...args); new ServicePolicy(); ServicePolicy; new AgencyPolicy(ServicePolicy);", []],
    ["new ServicePolicy().withStatement(); new ServicePolicy().withEverything([]); x.withStatement([1]);", []],
    ["new ServicePolicyRoleOption().withPolicy(new ServicePolicyRoleOption());", []],
    ["const policy = new ServicePolicy('1.1', [policy]); policy.withStatement([policy]);", [[]]],
  ])("have their known policies: %s", (code, expected) => {
    expect(policiesIn(code)).toEqual(expected);
  });
});
