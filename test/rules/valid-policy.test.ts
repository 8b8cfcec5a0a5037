import { RuleTester } from "eslint";
import { describe } from "vitest";
import rule from "../../rules/valid-policy.js";
import { hosts, readMarks, testPolicies } from "../hosts-table.js";
import { allow } from "../policies.js";

testPolicies("valid-policy", rule, {
  valid: [{ policy: allow("ims:images:list", "ims:images:lst") }],
  invalid: [],
});

const start = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action":';

/** Broken JSON text, the mistake between marks, and what is said of it. */
const broken: readonly (readonly [text: string, problem: string])[] = [
  [`${start} ["ims:images:list"[[,]]] }] }`, 'the comma before "]" must go'],
  [`${start}\n ["ims:images:list"] }[[,]]\n] }`, 'the comma before "]" must go'],
  [`${start} [[}]]"ims:images:list"] }] }`, 'unexpected "}"'],
  [`${start} ["ims:images:list"] [[/]]/ why\n }] }`, 'unexpected "/"'],
  [`${start} ["ims:images:list"] [[}]]\n`, "a bracket is missing or wrong at its end"],
  [`${start} ["ims:images:list"] }] } [[a]]nd more`, 'unexpected "a"'],
];

/** Broken too, but of another cloud, or with too little to tell that it was meant to be a policy. */
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

describe.each(textHosts)("text in a $name", (host) => {
  new RuleTester(host.config).run("valid-policy", rule, {
    valid: Object.entries(silent).map(([name, text]) => ({ name: `${host.name}: ${name}`, code: host.write(text) })),
    invalid: broken.map(([text, problem]) => {
      const { code, places } = readMarks(host.write(text));
      const message = `This text is meant to be a policy and is no JSON: ${problem}. No cloud accepts it.`;
      return { name: `${host.name}: ${text}`, code, errors: [{ message, ...places[0] }] };
    }),
  });
});
