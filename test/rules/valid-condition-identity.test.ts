import rule from "../../rules/valid-condition.js";
import { identityHosts, testPolicies, variableHosts, type ExpectedSuggestion } from "../hosts-table.js";
import { carriersOf } from "../identity-carriers.js";
import { policyOf, statement } from "../policies.js";

/** An identity policy with a condition. */
function condition(text: string, more = ""): string {
  return policyOf(
    statement("Deny", ["ecs:cloudServers:deleteServers"], `,${more}\n      "Condition": ${text}`),
  ).replace('"1.1"', '"5.0"');
}

function replacing(from: string, to: string): ExpectedSuggestion {
  return { desc: `Replace with ${to}`, replace: [`"${from}"`, `"${to}"`] };
}

const all = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringMatch"],
  ...["StringNotMatch", "StringEndWith", "StringStartWith", "StringLike", "StringNotLike"],
];
const numbers = [
  ...["NumberEquals", "NumberNotEquals", "NumberLessThan", "NumberLessThanEquals"],
  ...["NumberGreaterThan", "NumberGreaterThanEquals"],
];
const dates = ["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"];

testPolicies(
  "valid-condition: operators of version 5.0",
  rule,
  {
    valid: [
      // Shapes of the guides' examples.
      { policy: condition('{ "Bool": { "g:MFAPresent": "true" } }') },
      {
        policy: condition(
          '{ "StringEndWithIfExists": { "g:UserName": ["-operator"] }, "Bool": { "g:MFAPresent": ["true"] } }',
        ),
      },
      { policy: condition('{ "DateLessThan": { "g:CurrentTime": ["2031-08-01T00:00:00Z"] } }') },
      {
        policy: condition('{ "StringNotEquals": { "g:PrincipalUrn": "sts::*:assumed-agency:deployers" } }').replace(
          "*",
          "a",
        ),
      },
      { policy: condition('{ "ForAllValues:StringEquals": { "g:TagKeys": ["team", "cost"] } }') },
      { policy: condition('{ "ForAnyValue:StringNotMatchIfExists": { "g:CalledVia": ["service.*"] } }') },
      { policy: condition('{ "Null": { "g:RequestTag/team": "true" } }') },
      { policy: condition('{ "NotIpAddress": { "g:SourceIp": ["10.0.0.0/8"] } }') },
      { policy: condition('{ "NumericEquals": { "ecs:x": "1" } }').replace('"5.0"', '"1.0"') },
      ...[...all, ...numbers].flatMap((name) => [
        { policy: condition(`{ "${name}": { "toy:Size": "1" } }`) },
        { policy: condition(`{ "ForAnyValue:${name}IfExists": { "toy:Size": ["1"] } }`) },
      ]),
      ...dates.map((name) => ({ policy: condition(`{ "${name}IfExists": { "g:CurrentTime": "2031-08-01" } }`) })),
      // Whether a date may be a time in seconds is not said.
      { policy: condition('{ "DateGreaterThan": { "g:CurrentTime": ["1893456000"] } }') },
      // In no table that was read, and like nothing in them: nobody knows.
      ...["UrnLike", "DateEquals", "StringContains", "IsNotNull", "BoolEquals"].map((name) => ({
        policy: condition(`{ "${name}": { "toy:Size": "1" } }`),
      })),
      // Whether an empty condition is taken is not said.
      { policy: condition("{}") },
      { policy: condition('{ "StringEquals": {} }') },
      { policy: condition('{ "StringEquals": "<keys and values>", "Bool": null }').replace(', "Bool": null', "") },
      // The case of operators and keys.
      { policy: condition('{ "stringequals": { "G:username": "x" }, "NULL": { "g:MFAPresent": "False" } }') },
    ],
    invalid: [
      {
        policy: condition('{ "StringEndWith[[IfExsits]]": { "g:UserName": "x" } }'),
        errors: [
          {
            message:
              '"StringEndWithIfExsits" is not a condition operator in this identity policy (5.0). Did you mean "StringEndWithIfExists"?',
            suggestions: [replacing("StringEndWithIfExsits", "StringEndWithIfExists")],
          },
        ],
      },
      ...[
        ["NumericLessThan", "NumberLessThan"],
        ["ArnLike", "StringMatch"],
        ["ArnNotEquals", "StringNotEquals"],
        ["StringEqualsAnyOf", "StringEquals"],
        ["StringLikeAnyOf", "StringMatch"],
        ["NumberEqualsAnyOf", "NumberEquals"],
        ["IsNull", "Null"],
        ["StringEqual", "StringEquals"],
      ].map(([name = "", other = ""]) => ({
        policy: condition(`{ "[[${name}]]": { "toy:Size": "1" } }`),
        errors: [
          {
            message: `"${name}" is not a condition operator in this identity policy (5.0). Did you mean "${other}"?`,
            suggestions: [replacing(name, other)],
          },
        ],
      })),
      {
        policy: condition('{ "ForAnyValue:[[NumericEquals]]IfExists": { "toy:Size": "1" } }'),
        errors: [
          {
            message:
              '"ForAnyValue:NumericEqualsIfExists" is not a condition operator in this identity policy (5.0). Did you mean "ForAnyValue:NumberEqualsIfExists"?',
            suggestions: [replacing("ForAnyValue:NumericEqualsIfExists", "ForAnyValue:NumberEqualsIfExists")],
          },
        ],
      },
      {
        policy: condition('{ "Null[[IfExists]]": { "g:RequestTag/team": "true" } }'),
        errors: [
          {
            message:
              '"Null" already checks whether a key exists in this identity policy (5.0), so "IfExists" has no meaning after it. Remove the suffix.',
            suggestions: [replacing("NullIfExists", "Null")],
          },
        ],
      },
      {
        policy: condition('{ "[[Bool]]": { "g:MFAPresent": "true" }, "Bool": { "toy:Open": "true" } }'),
        errors: [
          {
            message:
              'This "Bool" has no effect in this identity policy (5.0): if a key occurs twice, only the last one counts. Merge the two.',
          },
        ],
      },
      ...['"g:MFAPresent"', '["g:MFAPresent"]', "true"].map((value) => ({
        policy: condition(`{ "⟦Bool⟧": ${value} }`),
        errors: [
          {
            message:
              '"Bool" in this identity policy (5.0) must be an object of condition keys, each with a value or a list of values, such as { "g:UserName": ["..."] }.',
          },
        ],
      })),
    ],
  },
  identityHosts,
);

testPolicies(
  "valid-condition: keys of version 5.0",
  rule,
  {
    valid: [
      // Of all kinds, each with an operator for its type.
      {
        policy: condition(
          '{ "StringMatch": { "g:UserName": "dev-*", "g:DomainId": "*", "g:PrincipalTag/team": "a", "sts:ExternalId": "x" }, "NumberLessThan": { "sts:DurationTimes": "3600" } }',
        ),
      },
      // An SDK, pages on version 1.1 or users' policies have these: no page says what type they are.
      ...["g:PrincipalOrgId", "g:PrincipalType", "g:MFAAge", "g:ViaService", "g:SourceUrn"].flatMap((key) => [
        { policy: condition(`{ "StringEquals": { "${key}": "x" } }`) },
        { policy: condition(`{ "Bool": { "${key}": "true" } }`) },
      ]),
      // Tables print no type of these.
      { policy: condition('{ "NumberEquals": { "g:ResourceTag/floor": "3", "ecs:OsType": "1" } }') },
      // Services may have more than the pages that were read, and a key for one beside a key for several; and so may others.
      ...[
        ...[
          "vpc:VpcIds",
          "vpc:RouteTableIds",
          "ram:TargetOrgPath",
          "toy:UserNmae",
          "ecs:UserName",
          "vpc:RequesterVpcOwnr",
        ],
        ...["sts:ExternlId", "ecs:ImageId", "ecs:OsTypes", "iam:PolicyUrn", "iam:PolicyUrns"],
        ...["g:PrincipalUrns", "g:PrincipalArn", "g:DomainIp", "g:SourceVpcs", "g:SourceVpcId", "g:TagKey"],
        ...[
          "g:RequestTags/team",
          "g:PrincipalTagKeys",
          "g:SourceUrns",
          "g:SourceIdentities",
          "g:CalledViaLst",
          "g:Us*",
        ],
        ...["G:USERNAME", "g:requesttag/Team", "STS:externalid"],
      ].map((key) => ({
        policy: condition(`{ "StringEquals": { "${key}": "x" } }`),
      })),
      // Whether a key with several values needs a qualifier is not said on a page that was read.
      { policy: condition('{ "StringEquals": { "g:TagKeys": ["team"] } }') },
      {
        policy: condition('{ "${operator}": { "g:UserNam": "x" }, "Bool": { "{{ key }}": "x" } }').replace(
          "UserNam",
          "UserName",
        ),
      },
    ],
    invalid: [
      ...[
        ["g:UserNmae", "g:UserName"],
        ["g:ReqeustTag/team", "g:RequestTag/team"],
        ["g:PrincipalAcount", "g:PrincipalAccount"],
        ["g:PrincpalAcount", "g:PrincipalAccount"],
        ["MFAPresent", "g:MFAPresent"],
        [" g:DomainId", "g:DomainId"],
      ].map(([name = "", other = ""]) => ({
        policy: condition(`{ "Null": { "[[${name}]]": "true" } }`),
        errors: [
          {
            message: `"${name}" is not a documented condition key of identity policies (5.0). Did you mean "${other}"?`,
            suggestions: [replacing(name, other)],
          },
        ],
      })),
      {
        policy: condition('{ "StringEquals": { "[[g:MFAPresent]]": "true" } }'),
        errors: [
          {
            message:
              '"g:MFAPresent" is a boolean, but "StringEquals" compares strings, which never match it in this identity policy (5.0). Use an operator for booleans.',
            suggestions: [replacing("StringEquals", "Bool")],
          },
        ],
      },
      {
        policy: condition('{ "ForAnyValue:Bool": { "[[g:TagKeys]]": "true", "toy:Open": "true" } }'),
        errors: [
          {
            message:
              '"g:TagKeys" is a string, but "ForAnyValue:Bool" compares booleans, which never match it in this identity policy (5.0). Use an operator for strings.',
          },
        ],
      },
      {
        policy: condition('{ "StringEquals": { "[[sts:DurationTimes]]": "3600" } }'),
        errors: [
          {
            message:
              '"sts:DurationTimes" is a number, but "StringEquals" compares strings, which never match it in this identity policy (5.0). Use an operator for numbers.',
            suggestions: [replacing("StringEquals", "NumberEquals")],
          },
        ],
      },
      {
        policy: condition('{ "NumberLessThanIfExists": { "[[g:CurrentTime]]": "5" } }'),
        errors: [
          {
            message:
              '"g:CurrentTime" is a date, but "NumberLessThanIfExists" compares numbers, which never match it in this identity policy (5.0). Use an operator for dates.',
            suggestions: [replacing("NumberLessThanIfExists", "DateLessThanIfExists")],
          },
        ],
      },
    ],
  },
  identityHosts,
);

testPolicies(
  "valid-condition: values of version 5.0",
  rule,
  {
    valid: [
      // A lone value and a list of any length.
      {
        policy: condition(
          `{ "StringEquals": { "g:UserName": [${Array(40)
            .fill(`"${"x".repeat(60)}"`)
            .join(", ")}] } }`,
        ),
      },
      // Whether a boolean or a number is taken in place of a text is not said.
      { policy: condition('{ "Bool": { "g:MFAPresent": true }, "NumberEquals": { "sts:DurationTimes": [3600] } }') },
      { policy: condition('{ "Bool": { "g:MFAPresent": "<true or false>" } }') },
      { policy: condition('{ "StringEquals": { "toy:Path": "a/*", "g:ResourceTag/x": "*" } }') },
      { policy: condition('{ "StringLike": { "g:UserName": "dev*" }, "StringEndWith": { "g:DomainName": "*x" } }') },
      {
        policy: condition(
          '{ "IpAddress": { "g:SourceIp": ["10.0.0.1", "10.0.0.0/8", "2001:db8::/32", "10.0.0.1-10.0.0.9"] } }',
        ),
      },
      // Which other forms are refused is not said.
      {
        policy: condition(
          '{ "NotIpAddress": { "g:SourceIp": ["10.0.0.0/255.0.0.0", "10.0.*", "10.0.0.1, 10.0.0.2", "fe80::1%1"] } }',
        ),
      },
      ...["1e3", "+1.5E-3", "1,000", "0x1f", ".5"].map((value) => ({
        policy: condition(`{ "NumberEquals": { "sts:DurationTimes": "${value}" } }`),
      })),
      ...["20310801T000000Z", "2031/08/01", "2031-08-01 12:00:00", "01.08.2031", "2031-08-01T12:00:00.5+02:00"].map(
        (value) => ({ policy: condition(`{ "DateLessThan": { "g:CurrentTime": "${value}" } }`) }),
      ),
    ],
    invalid: [
      ...["yes", "1"].map((value) => ({
        policy: condition(`{ "Null": { "g:RequestTag/team": "[[${value}]]" } }`),
        errors: [
          {
            message: `"Null" in this identity policy (5.0) takes "true" or "false", not "${value}". Correct the value.`,
          },
        ],
      })),
      {
        policy: condition('{ "Bool": { "g:MFAPresent": ["[[on]]"] } }'),
        errors: [
          { message: '"Bool" in this identity policy (5.0) takes "true" or "false", not "on". Correct the value.' },
        ],
      },
      {
        policy: condition('{ "DateGreaterThan": { "g:CurrentTime": "[[1 Aug 2031]]" } }'),
        errors: [
          {
            message:
              '"DateGreaterThan" in this identity policy (5.0) takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "1 Aug 2031". Correct the value.',
          },
        ],
      },
      {
        policy: condition('{ "DateLessThan": { "g:CurrentTime": "[[2031-13-01]]" } }'),
        errors: [
          {
            message:
              '"DateLessThan" in this identity policy (5.0) takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "2031-13-01". Correct the value.',
          },
        ],
      },
      {
        policy: condition('{ "NumberLessThan": { "sts:DurationTimes": "[[1h]]" } }'),
        errors: [
          { message: '"NumberLessThan" in this identity policy (5.0) takes numbers, not "1h". Correct the value.' },
        ],
      },
      {
        policy: condition('{ "IpAddress": { "g:SourceIp": ["[[office]]", "[[10.0.0.300]]"] } }'),
        errors: ["office", "10.0.0.300"].map((value) => ({
          message: `"IpAddress" in this identity policy (5.0) takes IP addresses or ranges, such as "10.0.0.0/8", not "${value}". Correct the value.`,
        })),
      },
      {
        policy: condition('{ "StringEquals": { "g:UserName": "[[dev-*]]" } }'),
        errors: [
          {
            message:
              '"StringEquals" in this identity policy (5.0) takes the "*" in "dev-*" literally. To match a pattern, use "StringMatch".',
            suggestions: [replacing("StringEquals", "StringMatch")],
          },
        ],
      },
      {
        policy: condition('{ "StringNotEqualsIgnoreCaseIfExists": { "g:SourceVpc": ["[[*]]"], "toy:a": "b" } }'),
        errors: [
          {
            message:
              '"StringNotEqualsIgnoreCaseIfExists" in this identity policy (5.0) takes the "*" in "*" literally. To match a pattern, use "StringNotMatchIfExists".',
          },
        ],
      },
      {
        policy: condition('{ "StringEquals": { "g:UserName": [⟦["a"]⟧], "g:DomainName": ⟦{ "a": "b" }⟧ } }'),
        errors: ["a list", "an object"].map((value) => ({
          message: `The values of a condition key in this identity policy (5.0) must be strings, but ${value} is not. Write a string instead.`,
        })),
      },
    ],
  },
  identityHosts,
);

const unread = '{ "Bool": { "g:MFAPresent": "[[yes]]" } }';
for (const [kind, name] of [
  ["identity", "identity policy"],
  ["service-control", "service control policy"],
  ["permission-set", "policy of a permission set"],
  ["trust", "trust policy"],
] as const) {
  const policy = condition(
    unread,
    kind === "trust" ? ' "Principal": { "IAM": ["0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d"] },' : "",
  );
  const message = `"Bool" in this ${name} (5.0) takes "true" or "false", not "yes". Correct the value.`;
  testPolicies(
    `valid-condition: the name of a ${name}`,
    rule,
    { valid: [], invalid: [{ policy, errors: [{ message }] }] },
    carriersOf(kind),
  );
}

// Nothing is known of their grammar.
testPolicies(
  "valid-condition: policies of endpoints",
  rule,
  { valid: [{ policy: condition('{ "Bool": { "MFAPresent": "yes" } }') }], invalid: [] },
  carriersOf("endpoint"),
);

testPolicies(
  "valid-condition: policy variables",
  rule,
  {
    valid: [
      { policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "${g:UserName}" } }') },
      {
        policy: condition(
          '{ "StringMatch": { "g:ResourceTag/owner": ["a-${ g:username , \'no ${*}\' }-*"] } }',
        ).replace(" ${*}", ""),
      },
      { policy: condition('{ "StringMatch": { "g:DomainName": "${*}${?}${$}" } }') },
      { policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "${g:PrincipalTag/team, \'it\'\'s\'}" } }') },
      { policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "${g:TagKeys, \'none\'}" } }') },
      // What templates of other programs look like.
      {
        policy: condition('{ "StringEquals": { "g:UserName": ["${env:USER}", "${self:custom.name, x}", "${name}"] } }'),
      },
      { policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "${g:SourceIdentity}" } }') },
    ],
    invalid: [
      {
        policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "x-${[[g:UserNmae]]}" } }'),
        errors: [
          {
            message:
              '"g:UserNmae" in a policy variable is not a documented condition key of identity policies (5.0). Did you mean "g:UserName"?',
            suggestions: [{ desc: "Replace with g:UserName", replace: ["g:UserNmae", "g:UserName"] }],
          },
        ],
      },
      {
        policy: condition('{ "StringEquals": { "g:ResourceTag/owner": ["[[${g:CalledVia}]]", "a"] } }'),
        errors: [
          {
            message:
              'The key "g:CalledVia" has several values, so a statement in this identity policy (5.0) with "${g:CalledVia}" never matches. Name a key with one value.',
          },
        ],
      },
      {
        policy: condition('{ "StringEquals": { "g:ResourceTag/owner": "[[${g:UserName, nobody}]]" } }'),
        errors: [
          {
            message:
              'The default in "${g:UserName, nobody}" must be in single quotes in this identity policy (5.0), with those inside doubled. Write "${g:UserName, \'...\'}".',
          },
        ],
      },
    ],
  },
  variableHosts,
);
