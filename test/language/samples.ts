import type { Setting } from "./lint.js";

/** A planted defect with its silent twin. */
export interface Sample {
  /** The row of the source that it is for. */
  readonly row: string;
  readonly rule: string;
  /** What the message must hold, such as the cloud's error number. */
  readonly says: string;
  readonly defect: string;
  readonly twin: string;
  /** `strict` where only that configuration has the rule, or the option. */
  readonly config?: "strict-json";
  readonly setting?: Setting;
}

const list = '"ims:images:list"';

/** A policy of statements that are written out. */
export function policy(...statements: readonly string[]): string {
  return `{ "Version": "1.1", "Statement": [${statements.join(", ")}] }`;
}

export function allowing(...actions: readonly string[]): string {
  return `{ "Effect": "Allow", "Action": ${JSON.stringify(actions)} }`;
}

export function denying(...actions: readonly string[]): string {
  return `{ "Effect": "Deny", "Action": ${JSON.stringify(actions)} }`;
}

/** A statement over images with more keys. */
function images(more: string): string {
  return policy(`{ "Effect": "Allow", "Action": [${list}], ${more} }`);
}

/** A statement over a bucket with more keys. */
function bucket(more: string, action = "obs:bucket:HeadBucket"): string {
  return policy(`{ "Effect": "Allow", "Action": ["${action}"], ${more} }`);
}

function agency(more: string, action = "iam:agencies:assume"): string {
  return policy(`{ "Effect": "Allow", "Action": ["${action}"]${more} }`);
}

function condition(inner: string): string {
  return images(`"Condition": ${inner}`);
}

function role(inner: string, inside = `, "policy": ${policy(allowing("ims:images:list"))}`): string {
  return `{ "role": { ${inner}${inside} } }`;
}

const numbered = (number: number, text: string) => Array.from({ length: number }, (_, index) => `${text}${index}`);
const operators = ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"];
const moreOperators = ["StringMatch", "StringNotMatch", "StringStartWith", "StringEndWith", "StringEqualsIfExists"];
const tooMany = [...operators, ...moreOperators, "StringMatchIfExists", "StringNotMatchIfExists"];
const conditionOf = (names: readonly string[]) =>
  `{ ${names.map((name) => `"${name}": { "g:UserName": ["ada"] }`).join(", ")} }`;
const keys = (number: number) =>
  numbered(number, "g:ResourceTag/t")
    .map((key) => `"${key}": ["a"]`)
    .join(", ");

/** The error numbers that a text can show (facts.md#error-numbers). */
export const errorRows: readonly Sample[] = [
  {
    row: "IAM.1020 policy missing",
    rule: "valid-policy",
    says: "IAM.1020",
    defect: role('"display_name": "images", "type": "XA"', ""),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  {
    row: "IAM.1020 policy is no object",
    rule: "valid-policy",
    says: "IAM.1020",
    defect: role('"display_name": "images", "type": "XA"', `, "policy": ["Statement"]`),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  {
    row: "IAM.1001 blank name",
    rule: "valid-policy",
    says: "IAM.1001",
    defect: role('"display_name": "", "type": "XA"'),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  {
    row: "IAM.1002 long name",
    rule: "valid-policy",
    says: "IAM.1002",
    defect: role(`"display_name": "${"n".repeat(65)}", "type": "XA"`),
    twin: role(`"display_name": "${"n".repeat(64)}", "type": "XA"`),
  },
  {
    row: "IAM.1004 no type",
    rule: "valid-policy",
    says: "IAM.1004",
    defect: role('"display_name": "images"'),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  ...["XX", "AA", "global"].map((type) => ({
    row: `IAM.1005 and IAM.1009 type ${type}`,
    rule: "valid-policy",
    says: "IAM.1009",
    defect: role(`"display_name": "images", "type": "${type}"`),
    twin: role('"display_name": "images", "type": "XA"'),
  })),
  ...["catalog", "flag", "name"].map((key) => ({
    row: `IAM.1006 to IAM.1008 ${key}`,
    rule: "valid-policy",
    says: "IAM.1006",
    defect: role(`"display_name": "images", "type": "XA", "${key}": "x"`),
    twin: role('"display_name": "images", "type": "XA", "description": "x"'),
  })),
  {
    row: "IAM.1018 description",
    rule: "valid-policy",
    says: "IAM.1018",
    defect: role(`"display_name": "images", "type": "XA", "description": "${"d".repeat(257)}"`),
    twin: role(`"display_name": "images", "type": "XA", "description": "${"d".repeat(256)}"`),
  },
  {
    row: "IAM.1021 size",
    rule: "valid-policy",
    says: "IAM.1021",
    defect: policy(
      ...[0, 1, 2].map((part) => allowing(...numbered(90, `coc:${"scripts".repeat(2)}:operation${part}`))),
    ),
    twin: policy(allowing(...numbered(90, "coc:scripts:operation"))),
  },
  {
    row: "IAM.1024 version",
    rule: "valid-policy",
    says: "IAM.1024",
    defect: policy(allowing("ims:images:list")).replace("1.1", "1.2"),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1025 Depends",
    rule: "valid-policy",
    says: "IAM.1025",
    defect: `{ "Depends": [{ "catalog": "BASE", "display_name": "x" }], ${policy(allowing("ims:images:list")).slice(1)}`,
    twin: `{ "Depends": [], ${policy(allowing("ims:images:list")).slice(1)}`,
  },
  {
    row: "IAM.1027 Statement is no list",
    rule: "valid-policy",
    says: "IAM.1027",
    defect: `{ "Version": "1.1", "Statement": ${allowing("ims:images:list")} }`,
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1028 no statement",
    rule: "valid-policy",
    says: "IAM.1028",
    defect: role('"display_name": "images", "type": "XA"', ', "policy": { "Version": "1.1", "Statement": [] }'),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  {
    row: "IAM.1028 nine statements",
    rule: "valid-policy",
    says: "IAM.1028",
    defect: policy(...numbered(9, "coc:scripts:get").map((action) => allowing(action))),
    twin: policy(...numbered(8, "coc:scripts:get").map((action) => allowing(action))),
  },
  {
    row: "IAM.1029 Effect",
    rule: "valid-policy",
    says: "IAM.1029",
    defect: policy('{ "Effect": "Grant", "Action": ["ims:images:list"] }'),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1030 Action is no list",
    rule: "valid-policy",
    says: "IAM.1030",
    defect: policy('{ "Effect": "Allow", "Action": "ims:images:list" }'),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1031 Action and NotAction",
    rule: "valid-policy",
    says: "IAM.1031",
    defect: images('"NotAction": ["ims:images:get"]'),
    twin: policy(allowing("ims:images:list"), '{ "Effect": "Deny", "NotAction": ["ims:images:*"] }'),
  },
  {
    row: "IAM.1033 actions",
    rule: "valid-policy",
    says: "IAM.1033",
    defect: policy(allowing(...numbered(101, "coc:a:b"))),
    twin: policy(allowing(...numbered(100, "coc:a:b"))),
  },
  {
    row: "IAM.1034 length of an action",
    rule: "valid-policy",
    says: "IAM.1034",
    defect: policy(allowing(`coc:scripts:${"x".repeat(117)}`)),
    twin: policy(allowing(`coc:scripts:${"x".repeat(116)}`)),
  },
  {
    row: "IAM.1035 characters of an action",
    rule: "valid-policy",
    says: "IAM.1035",
    defect: policy(allowing("ims:images:li(st)")),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1036 not registered",
    rule: "no-unknown-action",
    says: "is not an action of IMS",
    defect: policy(allowing("ims:images:lst")),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "IAM.1037 no resource",
    rule: "valid-policy",
    says: "IAM.1037",
    defect: bucket('"Resource": []'),
    twin: bucket('"Resource": ["*"]'),
  },
  {
    row: "IAM.1037 resources",
    rule: "valid-policy",
    says: "IAM.1037",
    defect: bucket(`"Resource": ${JSON.stringify(numbered(21, "obs:*:*:bucket:b"))}`),
    twin: bucket(`"Resource": ${JSON.stringify(numbered(20, "obs:*:*:bucket:b"))}`),
  },
  {
    row: "IAM.1038 old form for agencies only",
    rule: "valid-resource",
    says: "IAM.1038",
    defect: agency(', "Resource": { "uri": ["obs:*:*:bucket:b"] }'),
    twin: agency(', "Resource": { "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"] }'),
  },
  {
    row: "IAM.1039 condition in the old form",
    rule: "valid-policy",
    says: "IAM.1039",
    defect: agency(
      ', "Resource": { "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"] }, "Condition": { "Bool": { "g:MFAPresent": ["true"] } }',
    ),
    twin: agency(', "Resource": { "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"] }'),
  },
  {
    row: "IAM.1041 blanks in a resource",
    rule: "valid-policy",
    says: "IAM.1041",
    defect: bucket('"Resource": ["obs:*:*:bucket:my photos"]'),
    twin: bucket('"Resource": ["obs:*:*:bucket:my-photos"]'),
  },
  {
    row: "IAM.1042 length of a resource",
    rule: "valid-policy",
    says: "IAM.1042",
    defect: bucket(`"Resource": ["obs:*:*:bucket:${"b".repeat(1486)}"]`),
    twin: bucket(`"Resource": ["obs:*:*:bucket:${"b".repeat(1485)}"]`),
  },
  {
    row: "IAM.1043 parts of a resource",
    rule: "valid-resource",
    says: "has five parts",
    defect: bucket('"Resource": ["obs:bucket:photos"]'),
    twin: bucket('"Resource": ["obs:*:*:bucket:photos"]'),
  },
  {
    row: "IAM.1044 region of a resource",
    rule: "valid-resource",
    says: "IAM.1044",
    defect: bucket('"Resource": ["obs:eu-de:*:bucket:photos"]'),
    twin: bucket('"Resource": ["obs:*:*:bucket:photos"]'),
  },
  {
    row: "IAM.1045 service of a resource",
    rule: "valid-resource",
    says: "IAM.1045",
    defect: policy(
      '{ "Effect": "Allow", "Action": ["functiongraph:function:list"], "Resource": ["funtiongraph:*:*:function:Default/*"] }',
    ),
    twin: policy(
      '{ "Effect": "Allow", "Action": ["functiongraph:function:list"], "Resource": ["FUNCTIONGRAPH:*:*:function:Default/*"] }',
    ),
  },
  {
    row: "IAM.1046 type of a resource",
    rule: "valid-resource",
    says: "IAM.1046",
    defect: bucket('"Resource": ["obs:*:*:buckets:photos"]'),
    twin: bucket('"Resource": ["obs:*:*:bucket:photos"]'),
  },
  {
    row: "IAM.1049 Resource is no list",
    rule: "valid-policy",
    says: "IAM.1049",
    defect: bucket('"Resource": "*"'),
    twin: bucket('"Resource": ["*"]'),
  },
  {
    row: "IAM.1050 no condition",
    rule: "valid-condition",
    says: "IAM.1050",
    defect: condition("{}"),
    twin: condition('{ "Bool": { "g:MFAPresent": ["true"] } }'),
  },
  {
    row: "IAM.1050 conditions",
    rule: "valid-condition",
    says: "IAM.1050",
    defect: condition(conditionOf(tooMany)),
    twin: condition(conditionOf(tooMany.slice(0, 10))),
  },
  {
    row: "IAM.1051 operator without a value",
    rule: "valid-condition",
    says: "IAM.1051",
    defect: condition('{ "Bool": null }'),
    twin: condition('{ "Bool": { "g:MFAPresent": ["true"] } }'),
  },
  {
    row: "IAM.1052 key",
    rule: "valid-condition",
    says: "IAM.1052",
    defect: condition('{ "StringEquals": { "g:UserNmae": ["ada"] } }'),
    twin: condition('{ "StringEquals": { "g:UserName": ["ada"] } }'),
  },
  {
    row: "IAM.1053 value is no list",
    rule: "valid-condition",
    says: "IAM.1053",
    defect: condition('{ "StringEquals": { "g:UserName": "ada" } }'),
    twin: condition('{ "StringEquals": { "g:UserName": ["ada"] } }'),
  },
  {
    row: "IAM.1054 keys",
    rule: "valid-condition",
    says: "IAM.1054",
    defect: condition(`{ "StringEquals": { ${keys(11)} } }`),
    twin: condition(`{ "StringEquals": { ${keys(10)} } }`),
  },
  {
    row: "IAM.1055 operator and key",
    rule: "valid-condition",
    says: "IAM.1055",
    defect: condition('{ "StringEquals": { "g:MFAPresent": ["true"] } }'),
    twin: condition('{ "Bool": { "g:MFAPresent": ["true"] } }'),
  },
  {
    row: "IAM.1056 length of values",
    rule: "valid-condition",
    says: "IAM.1056",
    defect: condition(`{ "StringEquals": { "g:UserName": ["${"a".repeat(1025)}"] } }`),
    twin: condition(`{ "StringEquals": { "g:UserName": ["${"a".repeat(1024)}"] } }`),
  },
  {
    row: "IAM.1059 key",
    rule: "valid-policy",
    says: "IAM.1059",
    defect: images('"Scope": {}'),
    twin: images('"Resource": ["*"]'),
  },
  {
    row: "IAM.1060 no text",
    rule: "valid-policy",
    says: "IAM.1060",
    defect: role('"display_name": 7, "type": "XA"'),
    twin: role('"display_name": "7", "type": "XA"'),
  },
];

/** The ten checks of linters for AWS, in our terms (facts.md#checks-of-other-linters). */
export const anchorRows: readonly Sample[] = [
  {
    row: "1 unknown action",
    rule: "no-unknown-action",
    says: "matches no action of IMS",
    defect: policy(allowing("ims:image:lst*")),
    twin: policy(allowing("ims:images:lis*")),
  },
  {
    row: "2 two parts",
    rule: "valid-policy",
    says: "does not have the three parts",
    defect: policy(allowing("ims:images:list", "ecs:*")),
    twin: policy(allowing("ims:images:list", "ecs:*:list")),
  },
  {
    row: "3 elements of another language",
    rule: "valid-policy",
    says: "IAM.1059",
    defect: images('"Sid": "readers"'),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "4 nearly too long",
    rule: "valid-policy",
    says: "IAM.1021",
    defect: policy(...[0, 1].map((part) => allowing(...numbered(95, `coc:scripts:operationOfPart${part}-`)))),
    twin: policy(allowing(...numbered(95, "coc:scripts:operation-"))),
  },
  {
    row: "5a levels",
    rule: "no-mixed-service-levels",
    says: "keep to one level",
    defect: policy(allowing("ims:images:list", "obs:bucket:HeadBucket")),
    twin: policy(allowing("ims:images:list", "evs:volumes:list")),
  },
  {
    row: "5b enterprise project",
    rule: "require-enterprise-project-support",
    says: "has no effect on an enterprise project",
    defect: policy(allowing("ims:images:share")),
    twin: policy(allowing("ims:quotas:get")),
    setting: { cloud: "otc", scope: "enterprise-project" },
  },
  {
    row: "6 redundant action",
    rule: "no-redundant-action",
    says: "is already covered by",
    defect: policy(allowing("ims:images:*", "ims:images:list")),
    twin: policy(allowing("ims:images:*", "ims:quotas:get")),
  },
  {
    row: "6 redundant statement",
    rule: "no-ineffective-statement",
    says: "repeats the one on line",
    defect: policy(allowing("ims:images:list"), allowing("ims:images:list")),
    twin: policy(allowing("ims:images:list"), allowing("ims:images:get")),
  },
  {
    row: "7 agencies",
    rule: "no-privilege-escalation",
    says: "assume every agency",
    defect: agency(""),
    twin: agency(', "Resource": { "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"] }'),
    config: "strict-json",
  },
  {
    row: "7 rights of one's own",
    rule: "no-privilege-escalation",
    says: "lets its holders",
    defect: policy(allowing("iam:permissions:grantRoleToGroupOnDomain")),
    twin: policy(allowing("iam:permissions:checkRoleForGroupOnDomain")),
    config: "strict-json",
  },
  {
    row: "8 operator of AWS",
    rule: "valid-condition",
    says: "NumberLessThan",
    defect: condition('{ "NumericLessThan": { "g:MFAAge": ["3600"] }, "Bool": { "g:MFAPresent": ["true"] } }'),
    twin: condition('{ "NumberLessThan": { "g:MFAAge": ["3600"] }, "Bool": { "g:MFAPresent": ["true"] } }'),
  },
  {
    row: "8 pattern without an operator for it",
    rule: "valid-condition",
    says: "StringMatch",
    defect: condition('{ "StringEquals": { "g:UserName": ["test*"] } }'),
    twin: condition('{ "StringMatch": { "g:UserName": ["test*"] } }'),
  },
  {
    row: "9 bucket and object",
    rule: "valid-resource",
    says: "only names buckets",
    defect: bucket('"Resource": ["obs:*:*:bucket:photos"]', "obs:object:GetObject"),
    twin: bucket('"Resource": ["obs:*:*:object:photos/*"]', "obs:object:GetObject"),
  },
  {
    row: "10 everything",
    rule: "no-broad-grant",
    says: "every action of every service",
    defect: policy(allowing("*:*:*")),
    twin: policy(allowing("ims:*:*")),
  },
  {
    row: "10 empty list",
    rule: "no-ineffective-statement",
    says: "is empty",
    defect: policy(allowing("ims:images:list"), '{ "Effect": "Allow", "Action": [] }'),
    twin: policy(allowing("ims:images:list")),
  },
  {
    row: "10 Deny only",
    rule: "no-ineffective-statement",
    says: "only denies",
    defect: policy(denying("ims:images:delete")),
    twin: policy(allowing("ims:images:list"), denying("ims:images:delete")),
    config: "strict-json",
  },
];

/**
 * The mistakes that documents and code make, as far as a text can show them (facts.md#mistakes-of-example-policies).
 */
export const mistakesSeen: readonly Sample[] = [
  {
    row: "1 two actions in one text",
    rule: "no-unknown-action",
    says: "contains 2 actions",
    defect: policy(allowing("\n vpc:vpcs:get\n vpc:vpcs:list\n ")),
    twin: policy(allowing("vpc:vpcs:get", "vpc:vpcs:list")),
  },
  {
    row: "1 with a comma",
    rule: "no-unknown-action",
    says: "contains 2 actions",
    defect: policy(allowing("vpc:vpcs:get,vpc:vpcs:list")),
    twin: policy(allowing("vpc:vpcs:get", "vpc:vpcs:list")),
  },
  {
    row: "2 leading blank",
    rule: "valid-policy",
    says: "IAM.1035",
    defect: policy(allowing(" obs:bucket:CreateBucket")),
    twin: policy(allowing("obs:bucket:CreateBucket")),
  },
  {
    row: "3 misspelt suffix",
    rule: "valid-condition",
    says: "StringEndWithIfExists",
    defect: condition('{ "StringEndWithIfExsits": { "g:UserName": ["ada"] } }'),
    twin: condition('{ "StringEndWithIfExists": { "g:UserName": ["ada"] } }'),
  },
  ...[
    ["a comma too many", (text: string) => text.replace('"]', '",]')],
    ["a comma missing", (text: string) => text.replace('"Allow",', '"Allow"')],
    ["a comma of full width", (text: string) => text.replace('"Allow",', '"Allow"，')],
    ["a bracket missing", (text: string) => text.slice(0, -1)],
  ].map(([what, change]) => ({
    row: `4 ${what as string}`,
    rule: "valid-policy",
    says: "is not valid JSON",
    defect: JSON.stringify({ policy: (change as (text: string) => string)(policy(allowing("ims:images:list"))) }),
    twin: JSON.stringify({ policy: policy(allowing("ims:images:list")) }),
  })),
  // `cce:kubernetes:*`, refused once, is in the tables of today.
  {
    row: "5 DDS:bla:bla",
    rule: "no-unknown-action",
    says: "not an action of DDS",
    defect: policy(allowing("DDS:bla:bla")),
    twin: policy(allowing("DDS:instance:list")),
    setting: { cloud: "otc" },
  },
  {
    row: "8 Deny only",
    rule: "no-ineffective-statement",
    says: "only denies",
    defect: policy(denying("cts:*:*")),
    twin: policy(allowing("cts:*:list"), denying("cts:*:delete")),
    config: "strict-json",
  },
  {
    row: "9 level of a role",
    rule: "no-mixed-service-levels",
    says: 'Change it to "XA"',
    defect: role('"display_name": "images", "type": "AX"'),
    twin: role('"display_name": "images", "type": "XA"'),
  },
  {
    row: "10 encoded twice",
    rule: "valid-policy",
    says: "IAM.1020",
    defect:
      '{ "resource": { "huaweicloud_identity_role": { "x": { "type": "XA", "policy": "${jsonencode(file(\\"x.json\\"))}" } } } }',
    twin: '{ "resource": { "huaweicloud_identity_role": { "x": { "type": "XA", "policy": "${file(\\"x.json\\")}" } } } }',
  },
  {
    row: "12 Resource as a text",
    rule: "valid-policy",
    says: "IAM.1049",
    defect: bucket('"Resource": "obs:*:*:bucket:photos"'),
    twin: bucket('"Resource": ["obs:*:*:bucket:photos"]'),
  },
  {
    row: "13 wildcards of StringLike",
    rule: "valid-condition",
    says: "StringMatch",
    defect: condition('{ "StringLike": { "g:UserName": ["test*"] } }'),
    twin: condition('{ "StringMatch": { "g:UserName": ["test*"] } }'),
  },
  {
    row: "13 actions of two parts",
    rule: "valid-policy",
    says: "does not have the three parts",
    defect: policy(allowing("ims:images:list", "obs:ListBuckets")),
    twin: policy(allowing("ims:images:list")),
  },
];

/**
 * The shapes of policies that the official pages print, with names of our own (facts.md#shapes-of-example-policies).
 */
export const officialShapes: readonly (readonly [shape: string, ...texts: readonly string[]])[] = [
  ["1 exact actions of one service", policy(allowing("ecs:cloudServers:list", "ecs:cloudServers:get"))],
  ["2 exact actions of several services", policy(allowing("ecs:cloudServers:list", "vpc:vpcs:list", "vpc:vpcs:get"))],
  ["3 a whole service, and reading another", policy(allowing("ims:*:*", "evs:*:list", "evs:*:get"))],
  ["4 one Deny", policy(denying("ims:images:delete"))],
  ["5 a Deny of a service", policy(denying("cts:*:*"))],
  ["6 everything but some services", policy(allowing("*:*:*"), denying("ecs:*:*", "vpc:*:*", "evs:*:*"))],
  [
    "7 a Deny with resource and condition",
    policy(
      '{ "Effect": "Deny", "Action": ["obs:bucket:DeleteBucket"], "Resource": ["OBS:*:*:bucket:photos*"], "Condition": { "StringStartWith": { "g:UserName": ["Test"] } } }',
    ),
  ],
  [
    "8 resources and a condition, in another order",
    policy(
      '{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:photos/*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }',
    ),
  ],
  [
    "9 several services, and OBS by itself",
    policy(allowing("ims:*:list", "ims:*:get"), allowing("evs:*:list"), allowing("KMS:*:list")),
    policy(allowing("OBS:*:*")),
  ],
  ["10 patterns among exact actions", policy(allowing("ims:images:get", "ims:*:list", "evs:volumes:*"))],
  ["11 an agency by id", agency(', "Resource": { "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"] }')],
  ["12 an agency by name", agency(', "Resource": { "uri": ["/iam/agencies/image-builders"] }', "iam:tokens:assume")],
  [
    "13 by tag, and no change of tags",
    policy(
      '{ "Effect": "Allow", "Action": ["ecs:*:*"], "Condition": { "StringEqualsIgnoreCase": { "g:ResourceTag/team": ["a"] } } }',
      allowing("ecs:*:list*"),
      denying("ecs:cloudServers:batchSetServerTags"),
    ),
  ],
  [
    "14 one server",
    policy(
      '{ "Effect": "Allow", "Action": ["ecs:cloudServers:start", "ecs:cloudServers:stop"], "Resource": ["ECS:*:*:instance:6c0a5a4e-3f0a-4a3c-9a67-7d5f1d1e2b3c"] }',
    ),
  ],
  [
    "15 everything but some without MFA",
    policy(
      allowing("iam:users:listUsers"),
      '{ "Effect": "Deny", "NotAction": ["iam:mfa:*"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }',
    ),
  ],
  [
    "16 a role",
    '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [{ "catalog": "BASE", "display_name": "Tenant Guest" }] }',
  ],
  [
    "17 an identity policy on an enterprise project",
    '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["eip:publicIps:*"], "Resource": ["*"], "Condition": { "StringEquals": { "g:EnterpriseProjectId": "0" } } }] }',
  ],
  [
    "18 a service control policy",
    '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": ["ecs:cloudServers:createServers"], "Resource": ["*"], "Condition": { "ForAnyValue:StringNotEquals": { "g:RequestTag/owner": ["a"] } } }] }',
  ],
  [
    "19 partial verbs, and empty dependencies",
    `{ "Version": "1.1", "Depends": [], "Statement": [${allowing("iam:*:get*", "iam:*:list*", "iam:*:check*")}] }`,
  ],
  [
    "20 a service but for some actions",
    policy(allowing("obs:*:*"), denying("obs:bucket:DeleteBucket", "obs:object:DeleteObject")),
  ],
];
