import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/valid-condition.js";
import { lintModule, plantedIn } from "../carriers/construct-modules.js";
import { readMarks, testPolicies, type ExpectedSuggestion } from "../hosts-table.js";
import { policyOf, statement } from "../policies.js";

/** A policy with a condition and an ECS action. */
function condition(text: string, actions: readonly string[] = ["ecs:servers:list"]): string {
  return policyOf(statement("Allow", actions, `,\n      "Condition": ${text}`));
}

/** A policy with a condition and an OBS action. */
function obsCondition(text: string): string {
  return condition(text, ["obs:bucket:ListBucket"]);
}

function replacing(from: string, to: string): ExpectedSuggestion {
  return { desc: `Replace with ${to}`, replace: [`"${from}"`, `"${to}"`] };
}

const many = Array.from({ length: 11 }, (_, index) => index);
const elevenKeys = many.map((index) => `"ecs:key${index}": ["x"]`);
const elevenOperators = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringMatch"],
  ...["StringNotMatch", "StringStartWith", "StringEndWith", "StringEqualsIfExists", "StringMatchIfExists"],
  "[[StringEndWithIfExists]]",
].map((name) => `"${name}": { "g:UserName": ["x"] }`);

const huaweicloud = { cloud: "huaweicloud" };

testPolicies("valid-condition: shapes", rule, {
  valid: [
    // Examples from the clouds' own pages.
    ...[
      '{ "Bool": { "g:MFAPresent": ["true"] } }',
      '{ "DateLessThan": { "g:CurrentTime": ["2022-08-01T00:00:00Z"] } }',
      '{ "Null": { "obs:SourceVpc": ["false"] } }',
      '{ "NumberLessThanEquals": { "obs:max-keys": ["10"] } }',
      '{ "StringEndWithIfExists": { "g:UserName": ["specialCharactor"] }, "Bool": { "g:MFAPresent": ["true"] } }',
      '{ "StringStartWith": { "g:ProjectName": ["eu-de"] } }',
      '{ "StringEquals": { "obs:prefix": ["public"] } }',
      '{ "StringEquals": { "modelarts:poolType": ["public"] } }',
      '{ "StringEqualsIgnoreCase": { "g:ResourceTag/team": ["dev"] } }',
      '{ "StringNotEqualsIgnoreCase": { "g:ServiceName": ["iam"] } }',
      '{ "StringEquals": { "g:DomainName": ["ZhangSan"] } }',
    ].flatMap((text) => [{ policy: condition(text) }, { policy: obsCondition(text), settings: huaweicloud }]),
    // Values other than objects are left to valid-policy.
    { policy: condition("null") },
    { policy: condition('["StringEquals"]') },
    { policy: condition('"StringEquals"') },
    { policy: condition(`{ "StringEquals": { ${elevenKeys.slice(1).join(", ")} } }`) },
    { policy: condition(`{ ${elevenOperators.slice(0, 10).join(", ")} }`) },
    { policy: condition('{ "StringEqals": { "g:UserNmae": "x" } }').replace('"1.1"', '"1.0"') },
    // Placeholders.
    { policy: condition('{ "StringEquals": { "g:UserName": "${user}" }, "${operator}": {} }') },
    { policy: condition('{ "Bool": { "g:MFAPresent": ["<true or false>"], "{{ key }}": ["x"] } }') },
    { policy: condition('{ "StringEquals": "<keys and values>" }') },
    { policy: condition(`{ "StringEquals": { "g:UserName": ["<user> ${"x".repeat(1024)}"] } }`) },
    // Actions of unknown services.
    { policy: condition('{ "Bool": { "g:MFAPresent": ["true"] } }', ["ecs:*"]) },
    { policy: condition('{ "StringEquals": { "g:UserName": ["", "x"] } }') },
    { policy: condition(`{ "StringEquals": { "g:UserName": ["${"x".repeat(1000)}", "${"y".repeat(24)}"] } }`) },
  ],
  invalid: [
    {
      policy: condition("[[{}]]"),
      errors: [
        {
          message:
            "This condition is empty, but the cloud requires 1 to 10 operators (IAM.1050). Add one, or remove the condition.",
        },
      ],
    },
    {
      policy: condition(`{ ${elevenOperators.join(", ")} }`),
      errors: [
        {
          message: "This condition has 11 operators, but the cloud allows at most 10 (IAM.1050). Remove some of them.",
        },
      ],
    },
    {
      policy: condition('{ "[[StringEquals]]": {} }'),
      errors: [
        {
          message:
            '"StringEquals" has no condition key, but the cloud requires 1 to 10 (IAM.1054). Add one, or remove the operator.',
        },
      ],
    },
    {
      policy: condition(`{ "StringEquals": { ${elevenKeys.join(", ").replace("ecs:key10", "[[ecs:key10]]")} } }`),
      errors: [
        {
          message:
            '"StringEquals" has 11 condition keys, but the cloud allows at most 10 (IAM.1054). Remove some of them.',
        },
      ],
    },
    {
      policy: condition('{ "[[Bool]]": null }'),
      errors: [
        {
          message:
            '"Bool" is null, which the cloud rejects (IAM.1051). Give it condition keys, or remove the operator.',
        },
      ],
    },
    // JSON parsers keep the last of several equal keys.
    {
      policy: condition(
        '{ "[[Bool]]": { "g:MFAPresent": ["true"] }, "Bool": { "[[g:MFAPresent]]": ["false"], "g:MFAPresent": ["true"] } }',
      ),
      errors: ["Bool", "g:MFAPresent"].map((name) => ({
        message: `This "${name}" has no effect: if a key occurs twice, only the last one counts. Merge the two.`,
      })),
    },
    ...['{ "[[Bool]]": "true" }', '{ "[[Bool]]": true }', '{ "[[Bool]]": [] }'].map((text) => ({
      policy: condition(text),
      errors: [
        {
          message:
            '"Bool" must be an object of condition keys, each with a list of values, such as { "g:UserName": ["..."] }.',
        },
      ],
    })),
  ],
});

testPolicies("valid-condition: operators", rule, {
  valid: [
    // Operators of an earlier edition of Huawei Cloud's table.
    { policy: condition('{ "StringEqualsAnyOf": { "g:UserName": ["a", "b"] } }'), settings: huaweicloud },
    { policy: condition('{ "IpAddress": { "g:SourceIp": ["10.0.0.0/8"] } }'), settings: huaweicloud },
    { policy: condition('{ "IsNotNull": { "g:UserName": ["true"] } }'), settings: huaweicloud },
    { policy: condition('{ "ForAnyValue:StringEqualsIfExists": { "g:TagKeys": ["team"] } }'), settings: huaweicloud },
    // No source documents whether the clouds compare these with or without case.
    { policy: condition('{ "stringEquals": { "g:username": ["x"] }, "bool": { "g:MfaPresent": ["true"] } }') },
    // OBS has operators of its own, for its keys and for its actions.
    { policy: condition('{ "NumericLessThan": { "obs:max-keys": ["10"] } }'), settings: huaweicloud },
    { policy: condition('{ "NumericLessThan": { "ecs:x": ["1"], "obs:max-keys": ["10"] } }'), settings: huaweicloud },
    { policy: obsCondition('{ "streq": { "g:UserName": ["x"] }, "DateEquals": { "g:CurrentTime": ["2022-08-01"] } }') },
    // The other clouds publish no table, so an unknown name may be an operator.
    { policy: condition('{ "StringContains": { "g:UserName": ["x"] }, "ArnLike": { "ecs:x": ["y"] } }') },
    { policy: condition('{ "StringContains": { "g:UserName": ["x"] } }'), settings: { cloud: "otc" } },
  ],
  invalid: [
    // Only the differing part is reported.
    {
      policy: condition('{ "StringEndWith[[IfExsits]]": { "g:UserName": ["x"] } }'),
      errors: [
        {
          message: '"StringEndWithIfExsits" is not a condition operator. Did you mean "StringEndWithIfExists"?',
          suggestions: [replacing("StringEndWithIfExsits", "StringEndWithIfExists")],
        },
      ],
    },
    {
      policy: condition('{ "[[StringStartsWith]]IfExists": { "g:UserName": ["x"] } }'),
      errors: [
        {
          message: '"StringStartsWithIfExists" is not a condition operator. Did you mean "StringStartWithIfExists"?',
          suggestions: [replacing("StringStartsWithIfExists", "StringStartWithIfExists")],
        },
      ],
    },
    {
      policy: condition('{ "[[ForAnyValues:]]StringEquals": { "g:TagKeys": ["x"] } }'),
      errors: [
        {
          message: '"ForAnyValues:StringEquals" is not a condition operator. Did you mean "ForAnyValue:StringEquals"?',
          suggestions: [replacing("ForAnyValues:StringEquals", "ForAnyValue:StringEquals")],
        },
      ],
    },
    {
      policy: condition('{ "[[StringEqals]]": { "g:UserName": ["x"] } }'),
      settings: huaweicloud,
      errors: [
        {
          message: '"StringEqals" is not a condition operator. Did you mean "StringEquals"?',
          suggestions: [replacing("StringEqals", "StringEquals")],
        },
      ],
    },
    // AWS names.
    {
      policy: condition('{ "[[NumericEquals]]": { "g:MFAAge": ["3600"] }, "Bool": { "g:MFAPresent": ["true"] } }'),
      errors: [
        {
          message: '"NumericEquals" is not a condition operator outside OBS. Did you mean "NumberEquals"?',
          suggestions: [replacing("NumericEquals", "NumberEquals")],
        },
      ],
    },
    // A misspelt operator is reported by name only, not by its type.
    {
      policy: condition('{ "[[NumericLessThan]]": { "g:CurrentTime": ["2030-01-01"], "ecs:x": ["ten"] } }'),
      errors: [
        {
          message: '"NumericLessThan" is not a condition operator outside OBS. Did you mean "NumberLessThan"?',
          suggestions: [replacing("NumericLessThan", "NumberLessThan")],
        },
      ],
    },
    // An action of another service besides one of OBS, and NotAction, which applies to all others.
    ...[
      condition('{ "[[NumericEquals]]": { "ecs:x": ["1"] } }', ["obs:bucket:ListBucket", "ecs:servers:list"]),
      condition('{ "[[NumericEquals]]": { "ecs:x": ["1"] } }').replace('"Action"', '"NotAction"'),
    ].map((policy) => ({
      policy,
      errors: [
        {
          message: '"NumericEquals" is not a condition operator outside OBS. Did you mean "NumberEquals"?',
          suggestions: [replacing("NumericEquals", "NumberEquals")],
        },
      ],
    })),
    // A misspelt OBS operator.
    {
      policy: obsCondition('{ "[[NumericEqual]]": { "obs:max-keys": ["10"] } }'),
      errors: [
        {
          message: '"NumericEqual" is not a condition operator. Did you mean "NumericEquals"?',
          suggestions: [replacing("NumericEqual", "NumericEquals")],
        },
      ],
    },
    ...["StringContains", "DateEquals", "ArnLike"].map((name) => ({
      policy: condition(`{ "[[${name}]]": { "ecs:x": ["y"] } }`),
      settings: huaweicloud,
      errors: [
        {
          message: `"${name}" is not a condition operator of version 1.1 on Huawei Cloud. Choose one from the table under "Policy Syntax" in the IAM user guide.`,
        },
      ],
    })),
    {
      policy: condition('{ "Null[[IfExists]]": { "g:UserName": ["true"] } }'),
      errors: [
        {
          message:
            '"Null" already checks whether a key exists, so "IfExists" has no meaning after it. Remove the suffix.',
          suggestions: [replacing("NullIfExists", "Null")],
        },
      ],
    },
  ],
});

testPolicies("valid-condition: keys", rule, {
  valid: [
    // In the table of an earlier edition of Huawei Cloud's page.
    {
      policy: condition('{ "StringEquals": { "g:SourceVpc": ["x"], "g:SourceVpce": ["x"], "g:TagKeys": ["x"] } }'),
      settings: huaweicloud,
    },
    // Undocumented, and not similar to a documented key.
    { policy: condition('{ "StringEquals": { "g:SourceAccount": ["x"], "g:SourceUrn": ["x"], "g:Region": ["x"] } }') },
    { policy: condition('{ "StringEquals": { "ecs:resource/project_id": ["x"], "fg:app_id": ["x"] } }') },
    { policy: obsCondition('{ "StringEquals": { "obs:SourceVpce": ["x"], "obs:grant-read": ["x"] } }') },
    { policy: condition('{ "StringEquals": { "G:USERNAME": ["x"], "g:userId": ["x"] } }') },
    // The key's type, or an operator without a type.
    { policy: condition('{ "Null": { "g:MFAPresent": ["true"], "g:CurrentTime": ["true"] } }') },
    { policy: condition('{ "Bool": { "ecs:x": ["true"] }, "NumberEquals": { "ecs:y": ["1"] } }') },
    { policy: condition('{ "StringEquals": { "g:SourceIp": ["10.0.0.1"] } }') },
    // The age of an MFA login.
    { policy: condition('{ "NumberLessThan": { "g:MFAAge": ["60"] }, "Null": { "g:MFAPresent": ["false"] } }') },
    ...['"Bool": { "{{ key }}": ["true"] }', '"Bool": "<keys and values>"', '"{{ operator }}": {}'].map((more) => ({
      policy: condition(`{ "NumberLessThan": { "g:MFAAge": ["60"] }, ${more} }`),
    })),
  ],
  invalid: [
    {
      policy: condition('{ "StringEquals": { "[[g:UserNmae]]": ["x"] } }'),
      errors: [
        {
          message: '"g:UserNmae" is not a documented condition key (IAM.1052). Did you mean "g:UserName"?',
          suggestions: [replacing("g:UserNmae", "g:UserName")],
        },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[UserName]]": ["x"] } }'),
      errors: [
        {
          message: '"UserName" is not a documented condition key (IAM.1052). Did you mean "g:UserName"?',
          suggestions: [replacing("UserName", "g:UserName")],
        },
      ],
    },
    {
      policy: obsCondition(
        '{ "Bool": { "g:MFAPresent": ["true"] }, "DateLessThan": { "[[CurrentTime]]": ["2030-01-01"] } }',
      ),
      errors: [
        {
          message:
            '"CurrentTime" is not a documented condition key (IAM.1052). Did you mean "g:CurrentTime" or "obs:CurrentTime"?',
          suggestions: [replacing("CurrentTime", "g:CurrentTime"), replacing("CurrentTime", "obs:CurrentTime")],
        },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[g:ResourceTags/\\"a\\"]]": ["x"] } }'),
      errors: [
        {
          message:
            '"g:ResourceTags/"a"" is not a documented condition key (IAM.1052). Did you mean "g:ResourceTag/"a""?',
        },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[g:ResourceTags/Team]]": ["x"], "obs:prefix": ["x"] } }'),
      errors: [
        {
          message:
            '"g:ResourceTags/Team" is not a documented condition key (IAM.1052). Did you mean "g:ResourceTag/Team"?',
          suggestions: [replacing("g:ResourceTags/Team", "g:ResourceTag/Team")],
        },
      ],
    },
    {
      policy: obsCondition('{ "StringEquals": { "[[obs:prefx]]": ["x"] } }'),
      errors: [
        {
          message: '"obs:prefx" is not a documented condition key (IAM.1052). Did you mean "obs:prefix"?',
          suggestions: [replacing("obs:prefx", "obs:prefix")],
        },
      ],
    },
    {
      policy: condition('{ "StringEquals": { [[""]]: ["x"] } }'),
      errors: [
        { message: 'This condition key is empty, which the cloud rejects (IAM.1052). Name one, such as "g:UserName".' },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[  ]]": ["x"] } }'),
      errors: [
        { message: 'This condition key is empty, which the cloud rejects (IAM.1052). Name one, such as "g:UserName".' },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[g:EnterpriseProjectId]]": ["x"], "[[g:RequestTag/team]]": ["x"] } }'),
      errors: [
        {
          message:
            '"g:EnterpriseProjectId" only exists in identity policies (version 5.0). In version 1.1, the grant decides the enterprise project: remove the key, and grant the policy on that enterprise project.',
        },
        {
          message:
            '"g:RequestTag/team" is a condition key of identity policies (version 5.0); no cloud documents it for version 1.1 (IAM.1052). Remove it, or write the policy in version 5.0.',
        },
      ],
    },
    {
      policy: condition('{ "NumberLessThan": { "[[g:MFAAge]]": ["60"] } }'),
      errors: [
        { message: '"g:MFAAge" only counts together with "g:MFAPresent". Add "Bool": { "g:MFAPresent": ["true"] }.' },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "[[g:MFAPresent]]": ["true"] } }'),
      errors: [
        {
          message:
            '"g:MFAPresent" is a boolean, but "StringEquals" compares strings (IAM.1055). Use an operator for booleans.',
          suggestions: [replacing("StringEquals", "Bool")],
        },
      ],
    },
    {
      policy: condition('{ "NumberLessThan": { "[[g:CurrentTime]]": ["2030-01-01T00:00:00Z"] } }'),
      errors: [
        {
          message:
            '"g:CurrentTime" is a date, but "NumberLessThan" compares numbers (IAM.1055). Use an operator for dates.',
          suggestions: [replacing("NumberLessThan", "DateLessThan")],
        },
      ],
    },
    {
      policy: condition('{ "Bool": { "[[g:SourceIp]]": ["true"] } }'),
      errors: [
        {
          message:
            '"g:SourceIp" is an IP address, but "Bool" compares booleans (IAM.1055). Use an operator for IP addresses.',
        },
      ],
    },
    // The numeric operators of OBS do not apply to dates either.
    {
      policy: obsCondition('{ "NumericLessThan": { "[[g:CurrentTime]]": ["2030-01-01"] } }'),
      errors: [
        {
          message:
            '"g:CurrentTime" is a date, but "NumericLessThan" compares numbers (IAM.1055). Use an operator for dates.',
          suggestions: [replacing("NumericLessThan", "DateLessThan")],
        },
      ],
    },
    // If the correct key exists already, only the author can merge the two.
    {
      policy: condition('{ "StringEquals": { "[[g:UserNmae]]": ["x"], "g:UserName": ["y"] } }'),
      errors: [
        {
          message: '"g:UserNmae" is not a documented condition key (IAM.1052). Did you mean "g:UserName"?',
        },
      ],
    },
    // The operator may be right for the other key, and this one has no string equivalent.
    {
      policy: condition(
        '{ "Bool": { "[[g:UserName]]": ["x"], "g:MFAPresent": ["true"] }, "DateLessThan": { "[[g:UserId]]": ["2030-01-01"] } }',
      ),
      errors: [
        { message: '"g:UserName" is a string, but "Bool" compares booleans (IAM.1055). Use an operator for strings.' },
        {
          message: '"g:UserId" is a string, but "DateLessThan" compares dates (IAM.1055). Use an operator for strings.',
        },
      ],
    },
  ],
});

testPolicies("valid-condition: values", rule, {
  valid: [
    { policy: condition('{ "Bool": { "g:MFAPresent": ["True"] }, "NumberEquals": { "ecs:x": ["-1.5", "0"] } }') },
    { policy: condition('{ "NumberEquals": { "ecs:x": ["+1.", "1.25", ".5", "-.75", "1000000"] } }') },
    // Whitespace around a value, and an empty value among others, are accepted.
    { policy: condition('{ "Bool": { "g:MFAPresent": ["", " true "] } }') },
    ...[
      ...["2030-01-01", "20300131T235959Z", "2030-12-15", "2030-01-31T23:59:59", "2030-01-31T23:59Z"],
      ...["2030-01-31T23:59:59.000+02:00", "2030-01-31T23:59:59-0230", "2030-01-31T23:59:59+02"],
    ].map((date) => ({ policy: condition(`{ "DateLessThan": { "g:CurrentTime": ["${date}"] } }`) })),
    { policy: obsCondition('{ "DateLessThan": { "obs:CurrentTime": ["1893456000"] } }') },
    { policy: condition('{ "IsNull": { "g:UserName": ["whatever"] } }') },
    // A question mark is valid in a URL, and a star may be literal in values of service-specific keys.
    { policy: condition('{ "StringEquals": { "g:ResourceTag/link": ["https://x/?a=b"], "ecs:x": ["a*"] } }') },
    { policy: obsCondition('{ "StringEquals": { "obs:prefix": ["a*"] }, "StringLike": { "g:UserName": ["a*"] } }') },
    { policy: condition('{ "StringMatch": { "g:UserName": ["a*"] }, "StringNotMatch": { "g:UserName": ["b*"] } }') },
    { policy: condition('{ "StringLike": { "g:UserName": ["a*"] } }'), settings: { cloud: "otc" } },
    { policy: condition('{ "StringEquals": { "g:SourceUrn": ["a*"] } }') },
    { policy: condition('{ "StringLike": { "g:UserName": ["a"] } }') },
  ],
  invalid: [
    {
      policy: condition('{ "StringEquals": { "g:UserName": [["x y"]] } }'),
      errors: [
        {
          message:
            'The values of "g:UserName" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
        },
      ],
      fixed: ['"x y"', '["x y"]'],
    },
    {
      policy: condition('{ "StringEquals": { "g:UserName": [["x\\\\y"]] } }'),
      errors: [
        {
          message:
            'The values of "g:UserName" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
        },
      ],
      fixed: ['"x\\\\y"', '["x\\\\y"]'],
    },
    {
      policy: condition('{ "StringEquals": { "g:UserName": [[{}]] } }'),
      errors: [
        {
          message:
            'The values of "g:UserName" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
        },
      ],
    },
    {
      policy: condition('{ "Bool": { "g:MFAPresent": [[true]] } }'),
      errors: [
        {
          message:
            'The values of "g:MFAPresent" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
        },
      ],
      fixed: ["true", '["true"]'],
    },
    {
      policy: condition('{ "StringEquals": { "g:UserName": [[null]] } }'),
      errors: [
        {
          message:
            'The values of "g:UserName" must be a list, even if there is only one (IAM.1053). Put them in square brackets.',
        },
      ],
    },
    {
      policy: condition('{ "NumberEquals": { "ecs:x": ["1", [[20]]] } }'),
      errors: [{ message: "The values of a condition key must be strings, but 20 is not. Write a string instead." }],
      fixed: ["20", '"20"'],
    },
    {
      policy: condition('{ "StringEquals": { "ecs:x": ["a", [[null]]] } }'),
      errors: [{ message: "The values of a condition key must be strings, but null is not. Write a string instead." }],
    },
    {
      policy: condition('{ "StringEquals": { "ecs:x": ["b", [[{}]]] } }'),
      errors: [
        { message: "The values of a condition key must be strings, but an object is not. Write a string instead." },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "ecs:x": ["c", ⟦["d"]⟧] } }'),
      errors: [
        { message: "The values of a condition key must be strings, but a list is not. Write a string instead." },
      ],
    },
    ...["[]", '[""]', '["", ""]'].map((list) => ({
      policy: condition(`{ "StringEquals": { "[[g:UserName]]": ${list} } }`),
      errors: [
        {
          message:
            '"g:UserName" has no value, but the cloud requires 1 to 1,024 characters (IAM.1056). Add a value, or remove the key.',
        },
      ],
    })),
    {
      policy: condition(`{ "StringEquals": { "[[g:UserName]]": ["${"x".repeat(1000)}", "${"y".repeat(25)}"] } }`),
      errors: [
        {
          message:
            'The values of "g:UserName" have 1,025 characters in total, but the cloud allows at most 1,024 (IAM.1056). Shorten the list.',
        },
      ],
    },
    {
      policy: condition(
        '{ "Bool": { "g:MFAPresent": ["[[yes]]"] }, "Null": { "g:UserName": ["[[no]]"] }, "NumberEquals": { "ecs:x": ["[[ten]]"] }, "DateLessThan": { "g:CurrentTime": ["[[01.02.2030]]", "[[2030-13-01T00:00:00Z]]"] } }',
      ),
      errors: [
        { message: '"Bool" takes "true" or "false", not "yes". Correct the value.' },
        { message: '"Null" takes "true" or "false", not "no". Correct the value.' },
        { message: '"NumberEquals" takes numbers, not "ten". Correct the value.' },
        {
          message:
            '"DateLessThan" takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "01.02.2030". Correct the value.',
        },
        {
          message:
            '"DateLessThan" takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "2030-13-01T00:00:00Z". Correct the value.',
        },
      ],
    },
    ...["truely", "not true", "1"].map((value) => ({
      policy: obsCondition(`{ "Bool": { "g:MFAPresent": ["[[${value}]]"] } }`),
      errors: [{ message: `"Bool" takes "true" or "false", not "${value}". Correct the value.` }],
    })),
    ...["1 GB", "max 1", ".", "1.2.3", "1,5"].map((value) => ({
      policy: condition(`{ "NumberEquals": { "ecs:x": ["[[${value}]]"] } }`),
      errors: [{ message: `"NumberEquals" takes numbers, not "${value}". Correct the value.` }],
    })),
    {
      policy: obsCondition(`{ "Bool": { "obs:x": ["[[1]]"] } }`),
      errors: [{ message: `"Bool" takes "true" or "false", not "1". Correct the value.` }],
    },
    // Only OBS accepts epoch seconds.
    ...["1893456000", "until 2030-01-01", "2030-01-01 23:59:59", "2030-01-32", "2030-0131"].map((value) => ({
      policy: condition(`{ "DateLessThan": { "g:CurrentTime": ["[[${value}]]"] } }`),
      errors: [
        {
          message: `"DateLessThan" takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "${value}". Correct the value.`,
        },
      ],
    })),
    ...["1893456000s", "@1893456000"].map((value) => ({
      policy: obsCondition(`{ "DateLessThan": { "obs:CurrentTime": ["[[${value}]]"] } }`),
      errors: [
        {
          message: `"DateLessThan" takes dates in ISO 8601 format, such as "2030-01-31T23:59:59Z", not "${value}". Correct the value.`,
        },
      ],
    })),
    // OBS treats these as wildcards in "StringLike" only.
    {
      policy: obsCondition('{ "StringEquals": { "g:UserName": ["[[dev-*]]"] } }'),
      settings: { cloud: "otc" },
      errors: [
        {
          message: '"StringEquals" takes the "*" in "dev-*" literally. To match a pattern, use "StringMatch".',
          suggestions: [replacing("StringEquals", "StringMatch")],
        },
      ],
    },
    {
      policy: condition('{ "StringLike": { "g:UserName": ["[[dev-*]]"] } }'),
      settings: huaweicloud,
      errors: [
        {
          message: '"StringLike" takes the "*" in "dev-*" literally. To match a pattern, use "StringMatch".',
          suggestions: [replacing("StringLike", "StringMatch")],
        },
      ],
    },
    {
      policy: condition('{ "StringEquals": { "g:UserName": ["[[dev-*]]", "ops"] } }'),
      errors: [
        {
          message: '"StringEquals" takes the "*" in "dev-*" literally. To match a pattern, use "StringMatch".',
          suggestions: [replacing("StringEquals", "StringMatch")],
        },
      ],
    },
    {
      policy: condition('{ "StringNotLikeIfExists": { "g:UserName": ["[[dev-*]]"], "g:UserId": ["x"] } }'),
      errors: [
        {
          message:
            '"StringNotLikeIfExists" takes the "*" in "dev-*" literally. To match a pattern, use "StringNotMatchIfExists".',
        },
      ],
    },
  ],
});

describe("valid-condition in modules", () => {
  /** A module with some constants and a policy with a condition, given as an expression. */
  function module(constants: string, text: string): string {
    return `${constants}export const policy = { Version: "1.1", Statement: [{ Effect: "Deny", Action: ["ecs:servers:list"], Condition: ${text} }] };\n`;
  }

  function expectFindings(marked: string, messages: readonly string[]): void {
    const read = readMarks(marked);
    expect(read.places).toHaveLength(messages.length);
    const findings = messages.map((message) => ["valid-condition", message] as const);
    expect(lintModule(read.code)).toEqual(plantedIn(read, findings));
  }

  const near = '"g:UserNmae" is not a documented condition key (IAM.1052). Did you mean "g:UserName"?';

  it("reads constants and points at their definitions", () => {
    const constants = `const users = { "[[g:UserNmae]]": ["x"] };\nconst yes = "[[yes]]";\nconst list = [yes];\n`;
    expectFindings(
      module(constants, '{ StringEquals: users, "Bool": { ["g:MFAPresent"]: list } }').replace("...other, ", ""),
      [near, '"Bool" takes "true" or "false", not "yes". Correct the value.'],
    );
  });

  it("checks known parts next to unknown ones, but nothing that these may change", () => {
    expectFindings(
      module(
        "",
        '{ ...more, NumberLessThan: { "g:MFAAge": [age], "[[g:UserNmae]]": [`${user}`] }, StringEquals: { ...keys }, [name]: {} }',
      ),
      [near],
    );
    expectFindings(module("", "{ ...more }"), []);
    expectFindings(
      module("", '{ StringEquals: { "g:UserName": [...users], "g:UserId": user, "g:ServiceName": [].concat(x) } }'),
      [],
    );
    expectFindings(module("", '{ NumericEquals: { ...keys }, StringEquals: a ? { "g:UserNmae": ["x"] } : {} }'), []);
  });

  it("suggests no name if the key is a constant", () => {
    const code = module('const StringEqals = { "g:UserName": ["x"] };\n', "{ StringEqals }");
    const messages = new Linter().verify(code, {
      plugins: { own: { rules: { "valid-condition": rule } } },
      rules: { "own/valid-condition": "error" },
    });
    expect(messages.map(({ message, suggestions }) => [message, suggestions])).toEqual([
      ['"StringEqals" is not a condition operator. Did you mean "StringEquals"?', undefined],
    ]);
  });

  it("edits only the condition itself", () => {
    const code = module(
      'const user = "x";\nconst yes = true;\n',
      '{ StringEquals: { "g:UserName": user, "g:UserId": "y" }, Bool: { "ecs:x": yes, "ecs:y": [yes, false], "ecs:z": "z" as string } }',
    );
    const { output } = new Linter().verifyAndFix(code, {
      languageOptions: { parser: typescriptParser },
      plugins: { own: { rules: { "valid-condition": rule } } },
      rules: { "own/valid-condition": "error" },
    });
    expect(output).toBe(code.replace('"y"', '["y"]').replace("yes, false", 'yes, "false"'));
  });

  it("keeps messages short with long names", () => {
    const long = "x".repeat(500);
    const text = `{ "${long}": { "g:ResourceTags/${long}": "${long}*", "g:RequestTag/${long}": 1 }, "Bool": { "g:MFAPresent": ["${long}"] } }`;
    const messages = lintModule(module("", text), huaweicloud).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(4);
    expect(messages.filter(({ length }) => length > 400)).toEqual([]);
  });

  it("accepts a later spread of the same key", () => {
    const constants = 'const more = { Bool: { "g:MFAPresent": ["true"] } };\n';
    expectFindings(module(constants, '{ Bool: { "g:MFAPresent": ["false"] }, ...more }'), []);
    expectFindings(`${module("", '{ Bool: { "g:MFAPresent": ["false"] }, ...more }')}${constants}`, []);
  });

  it("points at the mistake in a string with escapes", () => {
    expectFindings(
      'create("{\\"Version\\":\\"1.1\\",\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Action\\":[\\"ecs:servers:list\\"],\\"Condition\\":{\\"StringEquals\\":{\\"[[g:UserNm\\\\u0061e]]\\":[\\"x\\"]}}}]}");',
      [near],
    );
  });
});
