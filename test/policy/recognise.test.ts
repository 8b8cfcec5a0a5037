import { describe, expect, it } from "vitest";
import type { Dialect } from "../../src/policy/document.js";
import { recognise, type KnownNames } from "../../src/policy/recognise.js";
import { firstObject, objectsOf, sourceOf } from "../sources.js";
import { objectIn } from "./statements.js";

const documented = new Set(["ims:images:list", "ims:images:get", "ecs:servers:list"]);
const knownNames: KnownNames = {
  isDocumented: (action) => documented.has(action.trim().toLowerCase()),
  isService: (name) => ["ecs", "ims", "kms", "rds", "vpc"].includes(name),
};

function dialectOf(expression: string, isCertain = false): string | undefined {
  return recognise(objectIn(expression), { ...knownNames, isCertain });
}

const allowList = '"Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }]';
const withVersion = (version: string): string => `{ "Version": ${version}, ${allowList} }`;
const versionless = (...actions: string[]): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: actions }] });
const trust = (principal: unknown, action: string): string =>
  JSON.stringify({
    Version: "5.0",
    Statement: [{ Effect: "Allow", Action: [action], Principal: principal }],
  });
const custom = (statement: object): string =>
  JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["obs:object:GetObject"], ...statement }] });

describe("a policy of ours", () => {
  it.each<[what: string, policy: string, dialect: string]>([
    ["a role", withVersion('"1.0"'), "1.0"],
    ["a custom policy", withVersion('"1.1"'), "1.1"],
    ["an identity policy", withVersion('"5.0"'), "5.0"],
    ["a custom policy whose version is a number", withVersion("1.1"), "1.1"],
    ["an identity policy whose version is a number", withVersion("5"), "5.0"],
    ["of a service that no catalogue has", custom({ Action: ["devbridge:tunnels:open"] }), "1.1"],
    ["with actions of four parts", custom({ Action: ["swr:namespace:auth:get"] }), "1.1"],
    [
      "with an action of three parts among those of two",
      custom({ Action: ["ecs:*", "rds:*", "ims:images:list"] }),
      "1.1",
    ],
    [
      "with an empty type",
      '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["sts::setSourceIdentity"] }] }',
      "5.0",
    ],
    ["with a lone star", custom({ Action: ["*"] }), "1.1"],
    ["with a lone star outside of a list", custom({ Action: "*" }), "1.1"],
    ["with a lone star beside two parts", custom({ Action: ["ecs:*", " * "] }), "1.1"],
    [
      "with a lone star in an identity policy",
      '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["*"] }] }',
      "5.0",
    ],
    ["a trust policy", trust({ Service: ["service.APIG"] }, "sts:agencies:assume"), "5.0"],
    ["a trust policy with an action of 1.1", trust({ IAM: ["0123"] }, "iam:tokens:assume"), "5.0"],
    ["that denies", custom({ Effect: "Deny" }), "1.1"],
    ["with an effect that is a placeholder", custom({ Effect: "${effect}" }), "1.1"],
    ["with an effect for the reader to choose", custom({ Effect: "Allow|Deny" }), "1.1"],
    ["with a misspelt effect", custom({ Effect: " allow" }), "1.1"],
    ["with NotAction", custom({ Action: undefined, NotAction: ["iam:users:delete"] }), "1.1"],
    ["with a lone action", custom({ Action: "obs:object:GetObject" }), "1.1"],
    ["with a resource of a bucket", custom({ Resource: ["OBS:*:*:bucket:photos"] }), "1.1"],
    [
      "with a resource that is named like those of AWS",
      custom({ Resource: ["obs:*:*:object:backup/arn:aws.txt"] }),
      "1.1",
    ],
    ["with a lone resource", custom({ Resource: "*" }), "1.1"],
    ["with the agencies that may be assumed", custom({ Resource: { uri: ["/iam/agencies/0123"] } }), "1.1"],
    [
      "with dependency roles",
      `{ "Version": "1.0", ${allowList}, "Depends": [{ "catalog": "BASE", "display_name": "readonly" }] }`,
      "1.0",
    ],
    [
      "of which one statement is nonsense",
      '{ "Version": "1.1", "Statement": [7, { "Effect": "Allow", "Action": ["ims:images:list"] }] }',
      "1.1",
    ],
    [
      "of which one statement has no effect",
      '{ "Version": "1.1", "Statement": [{ "Action": ["a:b:c"] }, { "Effect": "Deny", "Action": ["a:b:c"] }] }',
      "1.1",
    ],
    ["without a version", `{ ${allowList} }`, "1.1"],
    ["without a version and mostly of three parts", versionless("ims:images:list", "ims:images:get", "ecs:*"), "1.1"],
    ["whose version is a variable", withVersion("version"), "1.1"],
    ["whose version is a placeholder", withVersion('"<version>"'), "1.1"],
    [
      "whose version is a variable and whose actions are those of an identity policy",
      '{ "Version": version, "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list", "evs::getQuota"] }] }',
      "5.0",
    ],
    ["whose version has blanks around it", withVersion('" 1.1 "'), "1.1"],
    ["with two parts only", custom({ Action: [" ecs:* ", "RDS:instance"] }), "1.1"],
    [
      "with a statement that is no list",
      '{ "Version": "1.1", "Statement": { "Effect": "Allow", "Action": ["devbridge:tunnels:open"] } }',
      "1.1",
    ],
    [
      "without an effect, with a documented action",
      '{ "Version": "1.1", "Statement": [{ "Action": ["ims:images:list"] }] }',
      "1.1",
    ],
    ["with another effect, with a documented action", custom({ Effect: "Audit", Action: ["ims:images:list"] }), "1.1"],
    [
      "with misspelt keys",
      '{ "Version": "1.1", "Statement": [{ "Efect": "Allow", "Actions": ["devbridge:tunnels:open"] }] }',
      "1.1",
    ],
    ["whose version is a template", withVersion("`${version}`"), "1.1"],
    [
      "whose effect is a variable",
      '{ "Version": "1.1", "Statement": [{ "Effect": effect, "Action": ["devbridge:tunnels:open"] }] }',
      "1.1",
    ],
    [
      "whose effect is a template",
      '{ "Version": "1.1", "Statement": [{ "Effect": `${effect}`, "Action": ["devbridge:tunnels:open"] }] }',
      "1.1",
    ],
  ])("is %s", (_, policy, dialect) => {
    expect(dialectOf(policy)).toBe(dialect);
  });
});

const awsStatement = '"Statement": [{ "Effect": "Allow", "Action": ["ecs:RunTask", "kms:Decrypt"], "Resource": "*" }]';

describe("a policy of ours by its actions", () => {
  it.each(['"2012-10-17"', '"1"', '"2016-09-07"', '"1.2"', "1.14", "null", '"v1.1"', '""'])(
    "has another version when it says %s",
    (version) => {
      expect(dialectOf(withVersion(version))).toBe("other");
    },
  );
});

describe("no policy of ours", () => {
  it.each<[what: string, policy: string]>([
    ["AWS of 2012", `{ "Version": "2012-10-17", ${awsStatement} }`],
    ["AWS of 2008", `{ "Version": "2008-10-17", ${awsStatement} }`],
    [
      "AWS whose version we would take",
      custom({ Action: ["ecs:service:DesiredCount"], Resource: "arn:aws:ecs:*:*:service/x" }),
    ],
    ["AWS with a resource among others", custom({ Resource: ["*", "arn:aws:s3:::photos"] })],
    ["AWS without a version", `{ ${awsStatement} }`],
    [
      "Alibaba",
      '{ "Version": "1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:Describe*"], "Resource": "*" }] }',
    ],
    ["an Alibaba resource", custom({ Resource: ["acs:ecs:*:*:instance/*"] })],
    ["Tencent", '{ "version": "2.0", "Statement": [{ "effect": "allow", "action": ["name/cos:GetObject"] }] }'],
    [
      "Tencent with capitals",
      '{ "Version": "2.0", "Statement": [{ "Effect": "allow", "Action": ["cvm:instance:list"], "Resource": ["*"] }] }',
    ],
    ["a Tencent resource", custom({ Resource: ["qcs::cos:ap-guangzhou:uid/1:photos/*"] })],
    ["Volcengine", versionless("ecs:Get*", "iam:Get*", "vpc:*Describe*")],
    ["a Volcengine resource", custom({ Resource: ["trn:iam::1:user/x"] })],
    ["Baidu", '{ "id": "x", "Version": "v1", "Statement": [{ "Effect": "Allow", "Action": ["bcc:a:b"] }] }'],
    ["a statement of CTYUN", '{ "Version": "1.1", "Statement": [{ "effect": "allow", "action": ["vpc:vpcs:list"] }] }'],
    [
      "a bucket policy",
      '{ "Statement": [{ "Sid": "a", "Effect": "Allow", "Principal": "*", "Action": ["GetObject"], "Resource": ["photos/*"] }] }',
    ],
    ["a bucket policy with our version", custom({ Principal: { ID: ["domain/x"] } })],
    ["a bucket policy with NotPrincipal", custom({ NotPrincipal: "*" })],
    [
      "a bucket policy whose principal is a variable",
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["a:b:c"], "Principal": who }] }',
    ],
    ["S3 style without a version", versionless("s3:*", "s3:GetObject")],
    ["a topic policy", '{ "Version": "2016-09-07", "Statement": [{ "Effect": "Allow", "Action": ["SMN:Publish"] }] }'],
    ["a topic policy without a version", versionless("SMN:Publish", "SMN:QueryTopicDetail")],
    ["event types", '{ "Version": "1.1", "Statement": [{ "data": { "type": ["OBS:CloudTrace:ApiCall"] } }] }'],
    ["a trust policy of AWS whose version we would take", trust({ Service: "ec2.amazonaws.com" }, "sts:AssumeRole")],
    ["a trust policy of AWS with its principals", trust({ AWS: "111122223333" }, "sts:agencies:assume")],
    ["a trust policy whose principal is any", trust("*", "sts:agencies:assume")],
    ["a trust policy of version 1.1", trust({ IAM: ["0123"] }, "sts:agencies:assume").replace("5.0", "1.1")],
    ["a resource policy", trust({ Service: ["service.OBS"] }, "obs:object:getObject")],
    ["two parts in the style of AWS", custom({ Action: ["ecs:RunTask", "kms:Decrypt"] })],
    ["two parts of a service that nobody documents", custom({ Action: ["ecs:*", "s3:*"] })],
    ["another version and actions that nobody documents", withVersion('"2"').replace("ims:images:list", "a:b:c")],
    ["another version and an action of two parts", withVersion('"1"').replace('["ims', '["ecs:*", "ims')],
    ["the name of a service alone", custom({ Action: ["ecs"] })],
    ["a lone star in a role", '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["*"] }] }'],
    ["a lone star without a version", versionless("*")],
    ["a lone star beside an action of AWS", custom({ Action: ["*", "ecs:RunTask"] })],
    ["a lone star without an effect", custom({ Effect: undefined, Action: ["*"] })],
    ["no action", custom({ Action: [] })],
    ["an action that is a placeholder", custom({ Action: ["${service}:images:list"] })],
    ["no statement", '{ "Version": "1.1", "Statement": [] }'],
    ["a bank statement", '{ "Version": "1.1", "Statement": "ims:images:list" }'],
    [
      "a handler of actions",
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "onAction": ["devbridge:tunnels:open"] }] }',
    ],
    [
      "statements whose effect is a list",
      '{ "Version": "1.1", "Statement": [{ "Effect": ["Allow"], "Action": ["devbridge:tunnels:open"] }] }',
    ],
    ["statements with another effect", custom({ Effect: "Audit" })],
    ["statements without actions", '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Resource": ["a:b:c"] }] }'],
    ["three parts that nobody documents", versionless("system:user:list", "system:role:list")],
    ["a documented action among those of two parts", versionless("ims:images:list", "ecs:*", "rds:*")],
    ["half of three parts", versionless("ims:images:list", "ecs:*")],
  ])("is %s", (_, policy) => {
    expect(dialectOf(policy)).toBeUndefined();
  });

  it("is one of which any statement is foreign", () => {
    const statements =
      '{ "Effect": "Allow", "Action": ["ims:images:list"] }, { "Effect": "Deny", "Action": ["x:y:z"], "Principal": "*" }';
    expect(dialectOf(`{ "Version": "1.1", "Statement": [${statements}] }`)).toBeUndefined();
  });

  it.each(["version", "Versions"])("is told by its key %s", (key) => {
    const policy = `{ ${key}: "1.1", Statement: [{ Effect: "Allow", Action: ["devbridge:tunnels:open"] }] }`;
    expect(dialectOf(policy)).toBeUndefined();
  });

  it("has no candidate among the lower-case keys of CTYUN", () => {
    const code = 'x = { version: "1.1", statement: [{ effect: "allow", action: ["vpc:vpcs:list"] }] };';
    expect(objectsOf(sourceOf(code))).toEqual([]);
  });
});

describe("a carrier that holds policies of ours only", () => {
  it.each<[what: string, policy: string, dialect: string]>([
    ["no version and two parts", versionless("ecs:*"), "1.1"],
    ["no documented action", versionless("devbridge:tunnels:open"), "1.1"],
    ["no version and operations in capitals", versionless("obs:object:GetObject"), "1.1"],
    ["no version and types in capitals", versionless("evs:Volumes:get"), "1.1"],
    ["no version and nothing but exceptions", '{ "Statement": [{ "Effect": "Deny", "NotAction": actions }] }', "1.1"],
    ["two parts", custom({ Action: ["ecs:*"] }), "1.1"],
    ["no action", custom({ Action: [] }), "1.1"],
    ["no statement", '{ "Version": "1.1", "Statement": [] }', "1.1"],
    [
      "another version and an action that nobody documents",
      withVersion('"1.2"').replace("ims:images:list", "a:b:c"),
      "other",
    ],
    ["a version that is a variable", '{ Version: version, Statement: [{ Effect: "Allow", Action: actions }] }', "1.1"],
    ["a principal in an identity policy", trust("*", "obs:object:getObject"), "5.0"],
    [
      "the version of an identity policy",
      '{ Version: "5.0", Statement: [{ Effect: "Allow", Action: actions }] }',
      "5.0",
    ],
  ])("needs no more evidence with %s", (_, policy, dialect) => {
    expect(dialectOf(policy, true)).toBe(dialect);
  });

  it("has its own version where it does not say one", () => {
    const dialectIn = (policy: string, takes?: Dialect) =>
      recognise(objectIn(policy), { ...knownNames, isCertain: true, takes });
    expect(dialectIn(versionless("evs::getQuota"), "5.0")).toBe("5.0");
    expect(dialectIn(withVersion('"${version}"'), "5.0")).toBe("5.0");
    expect(dialectIn(withVersion('"1.1"'), "5.0")).toBe("1.1");
    expect(dialectIn(versionless("evs:volumes:list"))).toBe("1.1");
  });

  it.each<[what: string, policy: string]>([
    ["a foreign resource", custom({ Resource: "arn:aws:s3:::photos" })],
    ["a principal", custom({ Principal: "*" })],
    ["a trust policy of another cloud", trust({ Service: ["x"] }, "a:b:c").replace("5.0", "2012-10-17")],
    ["a foreign version and actions of two parts", `{ "Version": "2012-10-17", ${awsStatement} }`],
    ["no version and the names of AWS", `{ ${awsStatement} }`],
    ["no version and one name of AWS", versionless("ecs:*", " ecs:RunTask")],
    ["no version and services of others", versionless("s3:*", "lambda:*")],
    ["nothing of a policy", '{ "Statement": [] }'],
  ])("still holds none with %s", (_, policy) => {
    expect(dialectOf(policy, true)).toBeUndefined();
  });
});

describe("a carrier that makes roles of ours only", () => {
  const dialectIn = (policy: string) =>
    recognise(objectIn(policy), { ...knownNames, isCertain: true, isOurs: true, takes: "1.1" });

  it.each<[what: string, policy: string, dialect: string]>([
    ["the names of AWS", versionless("s3:GetObject"), "1.1"],
    ["the names of Alibaba beside ours", versionless("ecs:DescribeInstances", "ecs:servers:list"), "1.1"],
    ["a lone star", versionless("*"), "1.1"],
    ["a foreign resource", custom({ Resource: "arn:aws:s3:::photos" }), "1.1"],
    ["a principal", custom({ Principal: "*" }), "1.1"],
    ["a foreign version", `{ "Version": "2012-10-17", ${awsStatement} }`, "other"],
    ["no statement", '{ "Version": "1.1", "Statement": [] }', "1.1"],
    ["a version that is not known", '{ Version: version, Statement: [{ Action: ["s3:GetObject"] }] }', "1.1"],
  ])("holds one of ours with %s", (_, policy, dialect) => {
    expect(dialectIn(policy)).toBe(dialect);
  });

  it.each(['{ "Statement": [] }', '{ "Statement": [{ "Effect": "Allow" }] }'])("holds none in %s", (policy) => {
    expect(dialectIn(policy)).toBeUndefined();
  });
});

describe("the version", () => {
  it("is the last of two", () => {
    const code = 'x = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["a:b:c"] }], Version: "1.1" };';
    expect(recognise(firstObject(sourceOf(code)), { ...knownNames, isCertain: false })).toBe("1.1");
  });
});
