/**
 * Policies of other clouds that look most like those of version 5.0, in our own words: the same keys, effects, principals
 * and conditions, even the same words for services.
 */
export interface SimilarPolicy {
  readonly name: string;
  readonly policy: object;
}

type Inner = Readonly<Record<string, unknown>>;

const aws = (...statements: readonly Inner[]): object => ({ Version: "2012-10-17", Statement: statements });
const alibaba = (...statements: readonly Inner[]): object => ({ Version: "1", Statement: statements });
const volcengine = (...statements: readonly Inner[]): object => ({ Statement: statements });
const allow = (action: unknown, more: Inner = { Resource: "*" }): Inner => ({
  Effect: "Allow",
  Action: action,
  ...more,
});
const deny = (action: unknown, more: Inner = { Resource: "*" }): Inner => ({ Effect: "Deny", Action: action, ...more });

const ofAws: Readonly<Record<string, object>> = {
  "an administrator": aws(allow("*")),
  "an identity policy": aws(allow(["ecs:ListTasks", "kms:Decrypt"]), { Sid: "x", ...deny("ecs:StopTask") }),
  "an identity policy with a lone statement": { Version: "2012-10-17", Statement: allow("kms:*") },
  "an identity policy without a version": { Statement: [allow(["iam:PassRole", "sts:AssumeRole"])] },
  "an identity policy of the older version": {
    Version: "2008-10-17",
    Statement: [allow(["vpc:Describe*", "dms:ListTables"])],
  },
  "an identity policy with an id": { Id: "readers", ...aws(allow("dds:GetItem")) },
  "exceptions by NotAction": aws({ Effect: "Deny", NotAction: ["iam:*", "sts:GetSessionToken"], Resource: "*" }),
  "exceptions by NotResource": aws({ Effect: "Deny", Action: "s3:*", NotResource: ["arn:aws:s3:::photos/*"] }),
  "a service control policy": aws({
    Sid: "Regions",
    ...deny("*", { Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] } } }),
  }),
  "the service control policy over everything": aws(allow("*")),
  "a service control policy that keeps an organisation together": aws(deny(["organizations:LeaveOrganization"])),
  "a trust policy of a service": aws({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
  }),
  "a trust policy of services": aws({
    Effect: "Allow",
    Principal: { Service: ["ecs.amazonaws.com", "lambda.amazonaws.com"] },
    Action: ["sts:AssumeRole", "sts:TagSession"],
  }),
  "a trust policy of an account": aws({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:root" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "sts:ExternalId": "42" }, Bool: { "aws:MultiFactorAuthPresent": "true" } },
  }),
  "a trust policy of a pipeline": aws({
    Effect: "Allow",
    Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:org/*" } },
  }),
  "a boundary of permissions": aws(allow(["s3:*", "ecs:*"]), {
    Sid: "NoBoundary",
    ...deny("iam:DeleteUserPermissionsBoundary"),
  }),
  "a policy of a bucket": aws({
    Sid: "Public",
    Effect: "Allow",
    Principal: "*",
    Action: ["s3:GetObject"],
    Resource: ["arn:aws:s3:::photos/*"],
  }),
  "a policy of a key": aws({
    Effect: "Allow",
    Principal: { AWS: ["arn:aws:iam::111122223333:role/admin"] },
    Action: ["kms:Create*", "kms:Encrypt"],
    Resource: "*",
  }),
  "a policy of a topic": aws({
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action: "sns:Publish",
    Resource: "arn:aws:sns:eu-central-1:111122223333:x",
  }),
  "a policy of an endpoint": aws({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }),
  "a policy of a session": aws(allow("s3:GetObject", { Resource: ["arn:aws:s3:::photos/*"] })),
  "a policy with variables": aws(allow("s3:PutObject", { Resource: ["arn:aws:s3:::photos/${aws:username}/*"] })),
  "a policy with conditions": aws(
    allow(["ecs:RunTask"], {
      Resource: "*",
      Condition: {
        ArnLike: { "ecs:cluster": "*" },
        "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      },
    }),
  ),
  "a policy of agents": aws(allow(["evs:ListEnvironments", "cce:Get*"])),
};

const ofAlibaba: Readonly<Record<string, object>> = {
  "an identity policy": alibaba(allow(["ecs:Describe*", "vpc:DescribeVpcs"])),
  "an identity policy of resources": alibaba(
    allow("oss:GetObject", { Resource: ["acs:oss:*:*:photos/*"] }),
    deny("oss:DeleteObject", { Resource: "acs:oss:*:*:photos/*" }),
  ),
  "an administrator": alibaba(allow("*")),
  "a trust policy of an account": alibaba({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { RAM: ["acs:ram::1234567890:root"] },
  }),
  "a trust policy of a service": alibaba({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: ["ecs.aliyuncs.com"] },
  }),
  "a trust policy of a pipeline": alibaba({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Federated: ["acs:ram::1234567890:oidc-provider/ci"] },
    Condition: { StringEquals: { "oidc:aud": "ci" } },
  }),
  "a control policy": alibaba(
    deny(["ram:DeleteRole", "kms:*"], { Resource: "*", Condition: { Bool: { "acs:MFAPresent": "false" } } }),
  ),
  "an identity policy of a key": alibaba(
    allow(["kms:Decrypt", "kms:GenerateDataKey"], { Resource: "acs:kms:*:*:key/*" }),
  ),
};

const ofVolcengine: Readonly<Record<string, object>> = {
  "an identity policy": volcengine(allow(["ecs:Describe*", "vpc:DescribeVpcs"], { Resource: ["*"] })),
  "an identity policy of resources": volcengine(
    allow(["iam:GetUser"], {
      Resource: ["trn:iam::2100000000:user/x"],
      Condition: { IpAddress: { "volc:SourceIp": ["10.0.0.0/8"] } },
    }),
  ),
  "a trust policy of a service": volcengine({
    Effect: "Allow",
    Action: ["sts:AssumeRole"],
    Principal: { Service: ["ecs"] },
  }),
  "a trust policy of an account": volcengine({
    Effect: "Allow",
    Action: ["sts:AssumeRole"],
    Principal: { IAM: ["trn:iam::2100000000:root"] },
  }),
  "a service control policy": volcengine(deny(["organization:*", "iam:*"], { Resource: ["*"] })),
  "a policy of a bucket": volcengine({
    Sid: "x",
    Effect: "Allow",
    Principal: ["2100000000"],
    Action: ["tos:GetObject"],
    Resource: ["trn:tos:::photos/*"],
  }),
};

export const similarPolicies: readonly SimilarPolicy[] = Object.entries({
  AWS: ofAws,
  Alibaba: ofAlibaba,
  Volcengine: ofVolcengine,
}).flatMap(([cloud, policies]) =>
  Object.entries(policies).map(([name, policy]) => ({ name: `${cloud}: ${name}`, policy })),
);
