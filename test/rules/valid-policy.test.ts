import { RuleTester } from "eslint";
import { describe } from "vitest";
import rule from "../../rules/valid-policy.js";
import { hosts, readMarks, testPolicies, verbatimHosts, type InvalidPolicyCase } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const list = '"ims:images:list"';

/** A policy with one statement, given as source text. */
function around(inner: string, version = '"1.1"'): string {
  return `{ "Version": ${version}, "Statement": [{ ${inner} }] }`;
}

const allowList = `"Effect": "Allow", "Action": [${list}]`;

/** A mistake between marks, its message, and the fix or suggestions. */
function mistake(policy: string, message: string, more: Partial<InvalidPolicyCase> = {}): InvalidPolicyCase {
  return { policy, errors: [{ message }], ...more };
}

/** A mistake with suggestions, given by the texts that replace the marked one. */
function repairable(policy: string, message: string, ...texts: readonly string[]): InvalidPolicyCase {
  const [, marked = ""] = /\[\[(.*?)\]\]/u.exec(policy) ?? [];
  const start = policy.indexOf(`[[${marked}`);
  const unmarked = policy.replace("[[", "").replace("]]", "");
  const suggestions = texts.map((text) => ({
    desc: `Replace with ${text}`,
    replace: [unmarked, unmarked.slice(0, start) + text + unmarked.slice(start + marked.length)] as const,
  }));
  return { policy, errors: [{ message, suggestions }] };
}

/** A mistake with a suggestion that removes a key. */
function removable(policy: string, message: string, removed: string): InvalidPolicyCase {
  const [, key = ""] = /"(\w+)"/u.exec(removed) ?? [];
  return { policy, errors: [{ message, suggestions: [{ desc: `Remove "${key}"`, replace: [removed, ""] }] }] };
}

const many = (number: number, name: string) => Array.from({ length: number }, (_, index) => `${name}${index}`);
const oneStatement = statement("Allow", ["ims:images:list"]);
const statements = (number: number) => policyOf(...new Array<string>(number).fill(oneStatement));
const resources = (number: number) => `["${many(number, "obs:*:*:bucket:b").join('", "')}"]`;
const longAction = (length: number) => `ims:images:${"x".repeat(length - "ims:images:".length)}`;

/** A policy of a given length in characters, without whitespace. */
function ofSize(characters: number): string {
  const empty = '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":[]}]}'.length;
  const number = Math.ceil((characters - empty) / 120);
  // Each name has two quotes and a comma before the next one.
  const letters = characters - empty - 3 * number + 1;
  const lengths = many(number, "").map((_, index) => Math.floor((letters + index) / number));
  return `{"Version":"1.1",⟦"Statement"⟧:[{"Effect":"Allow","Action":["${lengths.map(longAction).join('","')}"]}]}`;
}
const unmarked = (text: string) => text.replace(/[⟦⟧]/gu, "");

testPolicies("valid-policy", rule, {
  valid: [
    { policy: allow("ims:images:list", "ims:images:lst") },
    { policy: statements(8) },
    { policy: statements(9), options: [{ maxStatements: 9 }] },
    { policy: allow(...many(100, "ims:images:a")) },
    { policy: allow(longAction(128)) },
    { policy: allow("*:*:*", "ims:*:*", "KMS:cmk:get*", "as:acivityLogs:list", "swr:namespace:auth:get") },
    { policy: allow("ims:images:list", "${prefix}:images", "<action>", "{{ action }}") },
    // Several actions in one string are left to no-unknown-action.
    { policy: allow("ims:images:list, ims:images:get") },
    { policy: around(`${allowList}, "Resource": ${resources(20)}`) },
    { policy: around(`${allowList}, "Resource": ["obs:*:*:bucket:${"b".repeat(1485)}"]`) },
    { policy: around(`${allowList}, "Resource": ["<bucket name>", "a \${bucket} b", "{Agency ID}"]`) },
    // The cloud itself returns these.
    { policy: around(`${allowList}, "Resource": null, "Condition": null`) },
    { policy: around(`"Effect": "Deny", "Action": null, "NotAction": [${list}]`) },
    { policy: `{ "Version": "1.1", "Depends": [], "Statement": [{ ${allowList} }] }` },
    {
      policy: around(
        '"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/1"] }',
      ),
    },
    {
      policy: around(
        '"Effect": "Deny", "NotAction": ["iam:users:get"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } }',
      ),
    },
    { policy: around(`"Effect": "\${effect}", "Action": [${list}]`) },
    ...["Allow|Deny", "Allow | Deny", "Allow/Deny"].map((effect) => ({
      policy: around(`"Effect": "${effect}", "Action": [${list}, "..."]`),
    })),
    { policy: around(allowList, '"${version}"') },
    { policy: around('"Effect": "Allow", "Action": ["ims:images:list", "evs::getQuota"]', '"${version}"') },
    // The only action of this form that a guide has in version 1.1.
    ...["swr::createLoginSecret", "SWR::createloginsecret", "swr::create*", "swr::*"].map((action) => ({
      policy: allow("swr:repo:upload", action),
    })),
    // An empty list grants nothing, which is left to no-ineffective-statement.
    { policy: around(`"Effect": "Allow", "Action": [] }, { ${allowList}`) },
    { policy: unmarked(ofSize(5529)) },
    { policy: unmarked(ofSize(6144)), options: [{ warnAtSize: 101 }] },
  ],
  invalid: [
    mistake(around(allowList, "[[1.1]]"), '"Version" must be a string (IAM.1024). Put it in quotes: "1.1".', {
      fixed: [" 1.1,", ' "1.1",'],
    }),
    mistake(
      around(allowList, '"[[1.1 ]]"'),
      'The whitespace around "1.1" makes it a different version (IAM.1024). Remove it.',
      {
        fixed: ['"1.1 "', '"1.1"'],
      },
    ),
    // Not the number of another version.
    mistake(around(allowList, "[[1.2]]"), '"Version" must be a string (IAM.1024). Put it in quotes: "1.1".'),
    ...["2012-10-17", "1", "1.2", "latest"].map((version) =>
      repairable(
        around(allowList, `"[[${version}]]"`),
        `"${version}" is not a version of the policy language (IAM.1024). Write "1.1".`,
        "1.1",
      ),
    ),
    removable(
      `{ "Version": "1.1", [["Depends"]]: [{ "catalog": "BASE", "display_name": "x" }], "Statement": [{ ${allowList} }] }`,
      'A custom policy must not depend on roles (IAM.1025). Remove "Depends", and grant those roles directly.',
      ', "Depends": [{ "catalog": "BASE", "display_name": "x" }]',
    ),
    removable(
      `{ "Version": "1.1", [["Depends"]]: { "catalog": "BASE" }, "Statement": [{ ${allowList} }] }`,
      'A custom policy must not depend on roles (IAM.1025). Remove "Depends", and grant those roles directly.',
      ', "Depends": { "catalog": "BASE" }',
    ),
    removable(
      `{ [["Id"]]: "images", "Version": "1.1", "Statement": [{ ${allowList} }] }`,
      '"Id" is not a key of a policy (IAM.1059). Custom policies have no ID. Remove it.',
      '"Id": "images", ',
    ),
    mistake(
      `{ "Version": "1.1", [["Statement"]]: { ${allowList} } }`,
      '"Statement" must be a list, even of one statement (IAM.1027). Put it in square brackets.',
      { fixed: [`{ ${allowList} }`, `[{ ${allowList} }]`] },
    ),
    mistake(
      statements(9).replace('"Statement"', '[["Statement"]]'),
      'This policy has 9 statements, but the cloud allows at most 8 (IAM.1028). Merge or split them, or raise the option "maxStatements" if your cloud allows more.',
    ),
    ...['["ims"]', '"ims"'].map((element) =>
      mistake(
        `{ "Version": "1.1", "Statement": [⟦${element}⟧, { ${allowList} }] }`,
        'A statement must be an object with "Effect" and "Action". Write it as one, or remove it.',
      ),
    ),
    mistake(
      `{ "Version": "1.1", "Statement": [{ ${allowList} }, [[7]] ] }`,
      'A statement must be an object with "Effect" and "Action". Write it as one, or remove it.',
    ),
    ...[
      `{ "Version": "1.1", [["Statement"]]: [], "Statement": [{ ${allowList} }] }`,
      `{ [["Version"]]: "1.1", "Version": "1.1", "Statement": [{ ${allowList} }] }`,
      around(`[["Effect"]]: "Deny", ${allowList}`),
      around(`"Effect": "Allow", [["Action"]]: ["ims:images:get"], "Action": [${list}]`),
      around(`${allowList}, [["Condition"]]: { "Bool": { "g:MFAPresent": ["true"] } }, "Condition": null`),
      around(`"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { ⟦"uri"⟧: ["*"], "uri": ["*"] }`),
    ].map((policy) =>
      mistake(
        policy,
        `This "${/\w+(?="(?:\]\]|⟧))/u.exec(policy)?.[0]}" has no effect: if a key occurs twice, only the last one counts. Merge the two.`,
      ),
    ),
    removable(
      around(`[["Sid"]]: "one", ${allowList}`),
      '"Sid" is not a key of a statement (IAM.1059). Custom policies do not name their statements. Remove it.',
      '"Sid": "one", ',
    ),
    removable(
      around(`${allowList}, [["NotResource"]]: ["*"]`),
      '"NotResource" is not a key of a statement (IAM.1059). Custom policies only have "Resource". List the resources there instead.',
      ', "NotResource": ["*"]',
    ),
    {
      policy: around(`"Effect": "Allow", [["Actions"]]: [${list}]`),
      errors: [
        {
          message: '"Actions" is not a key of a statement (IAM.1059). Did you mean "Action"?',
          suggestions: [{ desc: "Replace with Action", replace: ["Actions", "Action"] }],
        },
      ],
    },
    {
      policy: around(`"Effect": "Deny", [["NotActions"]]: [${list}] }, { ${allowList}`),
      errors: [
        {
          message: '"NotActions" is not a key of a statement (IAM.1059). Did you mean "NotAction"?',
          suggestions: [{ desc: "Replace with NotAction", replace: ["NotActions", "NotAction"] }],
        },
      ],
    },
    // If the correct key exists already, this one can only be removed.
    removable(
      around(`${allowList}, [["Actions"]]: []`),
      '"Actions" is not a key of a statement (IAM.1059). Remove it.',
      ', "Actions": []',
    ),
    {
      policy: around(`[["Efect"]]: "Allow", "Action": [${list}]`),
      errors: [
        {
          message: '"Efect" is not a key of a statement (IAM.1059). Did you mean "Effect"?',
          suggestions: [{ desc: "Replace with Effect", replace: ["Efect", "Effect"] }],
        },
      ],
    },
    {
      policy: around(`${allowList}, [["Ressource"]]: ["*"]`),
      errors: [
        {
          message: '"Ressource" is not a key of a statement (IAM.1059). Did you mean "Resource"?',
          suggestions: [{ desc: "Replace with Resource", replace: ["Ressource", "Resource"] }],
        },
      ],
    },
    ...["allow", "ALLOW", " Allow"].map((effect) =>
      mistake(
        around(`"Effect": "[[${effect}]]", "Action": [${list}]`),
        `"${effect}" is documented as "Allow" (IAM.1029). Write it that way.`,
        { fixed: [`"${effect}"`, '"Allow"'] },
      ),
    ),
    repairable(
      around(`"Effect": "[[Permit]]", "Action": [${list}]`),
      '"Permit" is not a valid effect (IAM.1029). Write "Allow" or "Deny".',
      "Allow",
      "Deny",
    ),
    ...["true", '["Allow"]', "{}"].map((effect) =>
      mistake(
        around(`"Effect": ⟦${effect}⟧, "Action": [${list}] }, { ${allowList}`),
        'This is not a valid effect (IAM.1029). Write "Allow" or "Deny".',
      ),
    ),
    {
      policy: `{ "Version": "1.1", "Statement": [⟦{⟧ "Action": [${list}] }] }`,
      errors: [
        {
          message: 'This statement has no "Effect" (IAM.1029). Add "Allow" or "Deny".',
          suggestions: ["Allow", "Deny"].map((effect) => ({
            desc: `Add "Effect": "${effect}"`,
            replace: ['"Action"', `"Effect": "${effect}", "Action"`] as const,
          })),
        },
      ],
    },
    mistake(
      `{ "Version": "1.1", "Statement": [{ ${allowList} }, [[{]] "Effect": "Deny", "Resource": ["*"] }] }`,
      'This statement has no "Action" (IAM.1030). Add a list of actions.',
    ),
    mistake(
      around(`${allowList}, [["NotAction"]]: ["ims:images:get"]`),
      'A statement must not have both "Action" and "NotAction" (IAM.1031). Keep one, or split the statement.',
    ),
    ...["Action", "NotAction"].map((key) =>
      mistake(
        around(`"Effect": "Deny", "${key}": [[${list}]]`),
        `"${key}" must be a list, even of one action (IAM.1030). Put it in square brackets.`,
        { fixed: [list, `[${list}]`] },
      ),
    ),
    mistake(
      around(`"Effect": "Allow", "Action": [[{}]] }, { ${allowList}`),
      '"Action" must be a list, even of one action (IAM.1030). Put it in square brackets.',
    ),
    ...["7", '["evs:volumes:list"]', "{}"].map((action) =>
      mistake(
        around(`"Effect": "Allow", "Action": [${list}, ⟦${action}⟧ ]`),
        'An action must be a string such as "ims:images:list". Write it as one, or remove it.',
      ),
    ),
    mistake(
      allow(...many(101, "ims:images:a")).replace('"Action"', '[["Action"]]'),
      "This statement has 101 actions, but the cloud allows at most 100 (IAM.1033). Move some to another statement, or use a pattern.",
    ),
    mistake(
      allow(`[[${longAction(129)}]]`),
      `"${longAction(59)}…" has 129 characters, but the cloud allows at most 128 (IAM.1034). Shorten it.`,
    ),
    mistake(
      allow("[[ ]]ims:images:list"),
      'The whitespace around "ims:images:list" makes it a different action (IAM.1035). Remove it.',
      { fixed: [" ims:", "ims:"] },
    ),
    mistake(
      allow("ims:images:list[[  ]]"),
      'The whitespace around "ims:images:list" makes it a different action (IAM.1035). Remove it.',
      { fixed: ["list  ", "list"] },
    ),
    // Whitespace does not make it too long.
    mistake(
      allow(`[[ ]]${longAction(127)}`),
      `The whitespace around "${longAction(59)}…" makes it a different action (IAM.1035). Remove it.`,
      { fixed: [" ims:", "ims:"] },
    ),
    {
      policy: allow("[[ ]]ims:images:l[[ï]]st"),
      errors: [
        { message: 'The whitespace around "ims:images:lïst" makes it a different action (IAM.1035). Remove it.' },
        { message: '"ims:images:lïst" contains "ï", which no action does (IAM.1035). Remove it.' },
      ],
      fixed: [" ims:", "ims:"],
    },
    {
      policy: allow("ecs:*:[[ ]]*"),
      errors: [
        {
          message: '"ecs:*: *" contains whitespace, which no action does (IAM.1035). Remove it.',
          suggestions: [{ desc: "Replace with ecs:*:*", replace: ["ecs:*: *", "ecs:*:*"] }],
        },
      ],
    },
    // Even without the whitespace, the quote would need an escape.
    mistake(
      allow('ecs:*:[[ ]]l\\"st'),
      '"ecs:*: l"st" contains whitespace, which no action does (IAM.1035). Remove it.',
    ),
    mistake(
      allow("ims:images:l[[ï]]st"),
      '"ims:images:lïst" contains "ï", which no action does (IAM.1035). Remove it.',
    ),
    repairable(
      allow("ims:images:list", "[[ecs:*]]"),
      '"ecs:*" does not have the three parts of an action. Write "ecs:*:*" to cover everything.',
      "ecs:*:*",
    ),
    repairable(
      allow("[[ecs:*]]"),
      '"ecs:*" does not have the three parts of an action. Write "ecs:*:*" to cover everything.',
      "ecs:*:*",
    ),
    repairable(
      allow("ims:images:list", "[[*]]"),
      '"*" does not have the three parts of an action. Write "*:*:*" to cover everything.',
      "*:*:*",
    ),
    repairable(
      allow("ims:images:list", "[[ ims:* ]]"),
      '"ims:*" does not have the three parts of an action. Write "ims:*:*" to cover everything.',
      "ims:*:*",
    ),
    ...["ims:list", "list", "ims:images:", ":images:list", "*:list", "im/s:*", "/ims:*", "ims/:*"].map((action) =>
      mistake(
        allow("ims:images:list", `[[${action}]]`),
        `"${action}" does not have the three parts of an action. Write it as "service:resourceType:operation".`,
      ),
    ),
    mistake(
      around(`${allowList}, "Resource": [["*"]]`),
      '"Resource" must be a list, even of one resource (IAM.1049). Put it in square brackets.',
      { fixed: ['"*"', '["*"]'] },
    ),
    mistake(
      around(`${allowList}, "Resource": [[7]]`),
      '"Resource" must be a list, even of one resource (IAM.1049). Put it in square brackets.',
    ),
    mistake(
      around(`${allowList}, "Resource": ["*", [[7]] ]`),
      'A resource must be a string such as "obs:*:*:bucket:photos". Write it as one, or remove it.',
    ),
    mistake(
      around(`${allowList}, "Resource": ⟦[]⟧`),
      "This list of resources is empty, but the cloud requires 1 to 20 (IAM.1037). Add some, or remove the list to cover all resources.",
    ),
    mistake(
      around(`${allowList}, [["Resource"]]: ${resources(21)}`),
      "This statement has 21 resources, but the cloud allows at most 20 (IAM.1037). Move some to another statement.",
    ),
    mistake(
      around(`${allowList}, "Resource": ["[[obs:*:*:bucket:${"b".repeat(1486)}]]"]`),
      `"obs:*:*:bucket:${"b".repeat(44)}…" has 1,501 characters, but the cloud allows at most 1,500 (IAM.1042). Shorten it.`,
    ),
    mistake(
      around(`${allowList}, "Resource": ["[[ ]]obs:*:*:bucket:b"]`),
      'The whitespace in or around "obs:*:*:bucket:b" is not allowed in a resource (IAM.1041). Remove it.',
      { fixed: [" obs:", "obs:"] },
    ),
    mistake(
      around(`${allowList}, "Resource": ["obs:*:*:object:a[[ ]]b"]`),
      'The whitespace in or around "obs:*:*:object:a b" is not allowed in a resource (IAM.1041). Remove it.',
    ),
    mistake(
      around(`${allowList}, "Resource": ["obs:*:*:object:a[[  ]]b"]`),
      'The whitespace in or around "obs:*:*:object:a  b" is not allowed in a resource (IAM.1041). Remove it.',
    ),
    mistake(
      around(`${allowList}, "Resource": [⟦""⟧]`),
      "A resource must not be empty (IAM.1041). Write one, or remove it.",
    ),
    {
      policy: around(
        '"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { [["uris"]]: ["/iam/agencies/1"] }',
      ),
      errors: [
        {
          message: '"uris" is not a key of a resource (IAM.1059). Did you mean "uri"?',
          suggestions: [{ desc: "Replace with uri", replace: ["uris", "uri"] }],
        },
      ],
    },
    mistake(
      around('"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": [[{}]]'),
      'A "Resource" object must have "uri", a list such as ["/iam/agencies/<id>"] (IAM.1037). Add it.',
    ),
    mistake(
      around('"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": [["/iam/agencies/1"]] }'),
      '"uri" must be a list, even of one resource (IAM.1049). Put it in square brackets.',
      { fixed: ['"/iam/agencies/1"', '["/iam/agencies/1"]'] },
    ),
    mistake(
      around(
        '"Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/1"] }, [["Condition"]]: { "Bool": { "g:MFAPresent": ["true"] } }',
      ),
      'A statement whose "Resource" is an object with "uri" must not have a condition (IAM.1039). Remove the condition, or move it to another statement.',
    ),
    ...['"Bool"', "[]", "7"].map((condition) =>
      mistake(
        around(`${allowList}, "Condition": ⟦${condition}⟧`),
        "A condition must be an object of operators, keys and values. Write it as one, or remove it.",
      ),
    ),
    mistake(
      ofSize(6145),
      "This policy has 6,145 characters without whitespace, but the cloud allows at most 6,144 (IAM.1021). Split it, or use patterns.",
    ),
    ...[5530, 6144].map((size) =>
      mistake(
        ofSize(size),
        `This policy has ${size.toLocaleString("en-US")} characters without whitespace, ${Math.floor(size / 61.44)}% of the 6,144 allowed (IAM.1021), and whitespace may count too. Split it before the cloud rejects it.`,
      ),
    ),
    mistake(
      ofSize(6144),
      "This policy has 6,144 characters without whitespace, 100% of the 6,144 allowed (IAM.1021), and whitespace may count too. Split it before the cloud rejects it.",
      { options: [{ warnAtSize: 100 }] },
    ),
    ...["kms::decodeMessage", "evs:volumes:ge?", "swr::createSecret", "evs::*"].map((action) =>
      mistake(
        allow("ims:images:list", action).replace("1.1", "[[1.1]]"),
        `"Version" is 1.1, but the action "${action}" belongs to version 5.0. Write the whole policy in one of the two.`,
      ),
    ),
  ],
});

testPolicies(
  "valid-policy",
  rule,
  {
    valid: [{ policy: around(allowList) }],
    invalid: [
      {
        policy: `⟦{⟧ "Statement": [{ ${allowList} }] }`,
        errors: [
          {
            message: 'This policy has no "Version" (IAM.1024). Add "Version": "1.1".',
            suggestions: [{ desc: 'Add "Version": "1.1"', replace: ['"Statement"', '"Version": "1.1", "Statement"'] }],
          },
        ],
      },
      {
        policy: `⟦{⟧\n  "Statement": [{ ${allowList} }]\n}`,
        errors: [
          {
            message: 'This policy has no "Version" (IAM.1024). Add "Version": "1.1".',
            suggestions: [
              { desc: 'Add "Version": "1.1"', replace: ['"Statement"', '"Version": "1.1",\n  "Statement"'] },
            ],
          },
        ],
      },
      {
        policy: `{ ⟦"Verzion"⟧: "1.1", "Statement": [{ ${allowList} }] }`,
        errors: [
          {
            message: '"Verzion" is not a key of a policy (IAM.1059). Did you mean "Version"?',
            suggestions: [{ desc: "Replace with Version", replace: ["Verzion", "Version"] }],
          },
        ],
      },
      removable(
        around(`${allowList}, [["Scope"]]: {}`),
        '"Scope" is not a key of a statement (IAM.1059). Remove it.',
        ', "Scope": {}',
      ),
      removable(
        `{ ⟦"Comment"⟧: "x", "Version": "1.1", "Statement": [{ ${allowList} }] }`,
        '"Comment" is not a key of a policy (IAM.1059). Remove it.',
        '"Comment": "x", ',
      ),
    ],
  },
  verbatimHosts,
);

describe("an object that the program may extend", () => {
  const config = hosts.find(({ name }) => name === "as const")?.config;
  new RuleTester(config).run("valid-policy", rule, {
    valid: [
      `export const named = ${around(`"name": "read", ${allowList}`)};`,
      `const reading = { Statement: [{ ${allowList} }] }; send({ Version: "1.1", ...reading });`,
      `const base = { ${allowList} }; send({ Version: "1.1", Statement: [{ ...base, Action: ["ims:images:get"] }] });`,
      `send({ Version: "1.1", Statement: [{ ${allowList}, Condition: a, ...(strict ? { Condition: b } : {}) }] });`,
      `send({ Version: "1.1", Statement: [{ ${allowList}, Condition: a, ...(strict && { Condition: b }) }] });`,
      `const named = { name: "images", ${around(allowList).slice(1)}; const { name, ...policy } = named; send(name, policy);`,
    ],
    invalid: [],
  });
});

describe("the role around a policy", () => {
  const policy = around(allowList);
  const role = (inner: string) => `{ "role": { "display_name": "images", ${inner}"policy": ${policy} } }`;
  const { code, places } = readMarks(role('"type": "⟦AA⟧", ⟦"flag"⟧: "x", '));
  new RuleTester(hosts[0]?.config).run("valid-policy", rule, {
    valid: [role('"type": "XA", ')],
    invalid: [
      {
        code,
        errors: [
          {
            message:
              '"AA" is not a valid type for a custom policy (IAM.1005, IAM.1009). Write "AX" for global services or "XA" for project-level services.',
            ...places[0],
            suggestions: ["AX", "XA"].map((type) => ({
              desc: `Replace with ${type}`,
              output: code.replace("AA", type),
            })),
          },
          {
            message: 'A custom policy must not have "flag" (IAM.1006 to IAM.1008). Remove it.',
            ...places[1],
            suggestions: [{ desc: 'Remove "flag"', output: code.replace(', "flag": "x"', "") }],
          },
        ],
      },
    ],
  });
});

const start = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action":';

/** Invalid JSON with the mistake between marks, and the message of the parser. */
const broken: readonly (readonly [text: string, problem: string])[] = [
  [`${start} ["ims:images:list"[[,]]] }] }`, 'remove the comma before "]"'],
  [`${start}\n ["ims:images:list"] }[[,]]\n] }`, 'remove the comma before "]"'],
  [`${start} [[}]]"ims:images:list"] }] }`, 'unexpected "}"'],
  [`${start} ["ims:images:list"] [[/]]/ why\n }] }`, 'unexpected "/"'],
  [`${start} ["ims:images:list"] [[}]]\n`, "a closing bracket is missing or wrong at the end"],
  [`${start} ["ims:images:list"] }] } [[a]]nd more`, 'unexpected "a"'],
];

/** Invalid JSON that is of another cloud, or too short to recognise as a policy. */
const silent: Readonly<Record<string, string>> = {
  AWS: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["a:b:c",] }] }',
  "a bucket policy": `${start} ["a:b:c",], "Principal": "*" }] }`,
  "a foreign resource": `${start} ["a:b:c",], "Resource": "arn:aws:x" }] }`,
  "no action of three parts": `${start} ["ecs:*",] }] }`,
  prose: "A Statement in prose.",
  "a beginning": '{ "Statement": ',
  "a text too deep to parse": `${"[".repeat(50_000)}"Statement"`,
};

const textHosts = hosts.filter(({ name }) => /^(?:string|template)/u.test(name));

describe.each(textHosts)("a policy in a $name", (host) => {
  new RuleTester(host.config).run("valid-policy", rule, {
    valid: Object.entries(silent).map(([name, text]) => ({ name: `${host.name}: ${name}`, code: host.write(text) })),
    invalid: broken.map(([text, problem]) => {
      const { code, places } = readMarks(host.write(text));
      const message = `This policy is not valid JSON, so no cloud accepts it: ${problem}.`;
      return { name: `${host.name}: ${text}`, code, errors: [{ message, ...places[0] }] };
    }),
  });
});

describe("a role of these clouds", () => {
  const roleOf = (name: string, properties: string) =>
    `import { ${name} } from "@cdktf/provider-${name === "IdentityRole" ? "huaweicloud" : "opentelekomcloud"}/lib/role";\nnew ${name}(stack, "r", { ${properties} });`;
  const ofBlocks = (...actions: readonly string[]) =>
    roleOf("IdentityRoleV3", `statement: [{ effect: "Allow", action: ${JSON.stringify(actions)} }]`);
  const ofText = (policy: string) => roleOf("IdentityRole", `policy: JSON.stringify(${policy})`);
  const lowerCase = '{ version: "1.1", statement: [{ "effect": "Allow", Action: ["evs:volumes:list"], sid: "a" }] }';
  const config = hosts.find(({ name }) => name === "as const")?.config;
  new RuleTester(config).run("valid-policy", rule, {
    valid: [
      ofBlocks("evs:volumes:list"),
      ofText(around(allowList)),
      // Classes of another cloud's provider may have the same names.
      ofBlocks("s3:GetObject", "ecs:RunTask").replace("opentelekomcloud", "other"),
      ofText(lowerCase).replace("huaweicloud", "other"),
    ],
    invalid: [
      ...["s3:GetObject", "ecs:DescribeInstances", "*"].map((action) => ({
        name: action,
        code: ofBlocks("evs:volumes:list", action),
        errors: [{ messageId: "actionParts", suggestions: action === "*" ? 1 : 0 }],
      })),
      {
        code: ofText(lowerCase),
        errors: [
          {
            message:
              'The keys of a policy begin with a capital letter, so the cloud knows none of these (IAM.1059). Write "Version", "Statement" and "Effect".',
            suggestions: [
              {
                desc: "Write all keys with a capital letter",
                output: ofText(lowerCase)
                  .replace("version", "Version")
                  .replace("{ statement", "{ Statement")
                  .replace(", statement", ", Statement")
                  .replace('"effect"', '"Effect"'),
              },
            ],
          },
          { messageId: "unknownKey", suggestions: 1 },
        ],
      },
    ],
  });
});

describe("a control character", () => {
  const inValue = (text: string) =>
    around(`${allowList}, "Condition": { "StringEquals": { "g:UserName": ["build⟦${text}⟧er"] } }`);
  const messageFor = (name: string, escape: string) =>
    `JSON does not allow a ${name} in a string, so no cloud accepts this policy. Remove it, or write "${escape}".`;
  const policies = [
    [inValue("\n"), messageFor("line break", "\\n")],
    [inValue("\t"), messageFor("tab", "\\t")],
    [inValue("\u0001"), messageFor("control character", "\\u0001")],
    [around(`${allowList}, "Condition": { "StringEquals⟦\t⟧": {} }`), messageFor("tab", "\\t")],
  ] as const;
  const written = hosts.filter(({ name }) => /^(?:JSONC?|API body|string|template literal)$/u.test(name));

  describe.each(written)("in a string of a policy in $name", (host) => {
    new RuleTester(host.config).run("valid-policy", rule, {
      valid: ["\\n", "\\t", "\\u0001", "\u0080"].map((text) => host.write(unmarked(inValue(text)))),
      invalid: policies.map(([policy, message]) => {
        const { code, places } = readMarks(host.write(policy));
        const output = host.write(policy.replace(/⟦.⟧/su, ""));
        const suggestions = [{ desc: "Remove the character", output }];
        return { name: `${host.name}: ${policy}`, code, errors: [{ message, ...places[0], suggestions }] };
      }),
    });
  });

  describe("between the parts of a policy, in an action or in another language", () => {
    const [json, typescript] = [hosts[0]?.config, hosts.find(({ name }) => name === "as const")?.config];
    new RuleTester(typescript).run("valid-policy", rule, {
      valid: [
        `export const policy = \`{\n\t"Version":\t"1.1",\r\n"Statement": [{ ${allowList} }]\n}\`;`,
        // In a program, a tab in a string is a tab.
        `export const policy = ${unmarked(inValue("\t"))};`,
        `export const help = \`Write a "Statement"\n"with\ta line\nbreak".\`;`,
      ],
      invalid: [],
    });
    const json5 = hosts.find(({ name }) => name === "JSON5");
    new RuleTester(json5?.config).run("valid-policy", rule, {
      // A text that goes on in the next line has no line break.
      valid: ["\\\n", "\\\r\n"].map((text) => unmarked(inValue(text))),
      invalid: [],
    });
    new RuleTester({ plugins: { json }, ...json } as never).run("valid-policy", rule, {
      valid: [{ code: unmarked(inValue("\t")), filename: "policy.json5" }],
      // The whitespace in an action is one mistake, not two.
      invalid: [
        {
          code: allow("\tims:images:list"),
          errors: [{ messageId: "actionWhitespace" }],
          output: allow("ims:images:list"),
        },
        {
          code: around('"Effect": "Allow", "Effect": "Deny", "Action": ["sts:\t:get"]', '"5.0"'),
          errors: [{ messageId: "repeatedKey" }, { messageId: "rawCharacter", suggestions: 1 }],
        },
      ],
    });
  });
});
