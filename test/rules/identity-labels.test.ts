import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/valid-policy.js";
import { readMarks } from "../hosts-table.js";
import { configOf } from "../sources.js";

/** What policies of version 5.0, and the agencies of trust policies, are called. Marks enclose each mistake. */
const policy = '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }';
const trust = policy.replace(
  '"ims:images:list"]',
  '"sts:agencies:assume"], "Principal": { "Service": ["service.APIG"] }',
);
const text = JSON.stringify;

type Sample = readonly [what: string, host: string, code: string, ...messages: readonly string[]];

function nameMessage(name: string, fault: string, owner = "an identity policy"): string {
  const [max, characters] = owner === "an identity policy" ? [128, "_+=.@-"] : [64, "_+=,.@-"];
  return `"${name}" is not a name for ${owner} (5.0): ${fault}. Use 1 to ${max} characters: letters, digits and any of "${characters}".`;
}

function pathMessage(path: string, fault: string, owner = "an identity policy"): string {
  return `"${path}" is not a path for ${owner} (5.0): ${fault}. Use up to 512 characters: parts of letters, digits and any of "_+=,.@-" that each end with "/", such as "teams/images/".`;
}

const ofAgency = "a trust agency";
const isEmpty = "it is empty";
const hasSpace = "it contains whitespace";
const lacksSlash = 'it does not end with "/"';
const orgMessage = (name: string, fault: string) =>
  `"${name}" is not a name for a service control policy (5.0): ${fault}. Use 1 to 64 characters: English and Chinese letters, digits, "_", "-" and spaces between them.`;
const tooLong = (owner: string, length: string, max: string) =>
  `This description of ${owner} (5.0) has ${length} characters, but at most ${max} are allowed. Shorten it.`;

function resource(type: string, inner: string): string {
  return `resource "huaweicloud_${type}" "a" {\n  ${inner.replaceAll("; ", "\n  ")}\n}\n`;
}

const identity = (inner: string, type = "identityv5_policy") =>
  resource(type, `${inner}; policy_document = jsonencode(${policy})`);
const agency = (inner: string) => resource("identity_trust_agency", `${inner}; trust_policy = jsonencode(${trust})`);
const organisation = (inner: string) =>
  resource("organizations_policy", `${inner}; type = "service_control_policy"; content = jsonencode(${policy})`);
const body = (inner: string, property = "policy_document", document = policy) =>
  `{ ${inner}, "${property}": ${text(document)} }`;

function sdk(call: string, service = "iam"): string {
  const [className = ""] = /(?<=new )\w+/u.exec(call) ?? [];
  return `import { ${className} } from "@huaweicloud/huaweicloud-sdk-${service}";\nconst policy = JSON.stringify(${policy});\nconst name = "images";\n${call};\n`;
}

function cdktf(className: string, properties: string): string {
  return `import { ${className} } from "@cdktf/provider-huaweicloud/lib/x";\nnew ${className}(this, "a", { ${properties} });\n`;
}

const [n64, n65, n128, n129] = [64, 65, 128, 129].map((length) => "n".repeat(length));
const shown = `${"n".repeat(39)}…`;

const samples: readonly Sample[] = [
  // Names.
  ["every character", "heredoc", identity(`name = "aZ09_+=.@-"; path = "a/B.,+@=_-/9/"`)],
  ["no name", "heredoc", identity(`description = "a b"`)],
  ["an empty name", "heredoc", identity('name = ⟦""⟧'), nameMessage("", isEmpty)],
  ["a blank", "heredoc", identity('name = "⟦image readers⟧"'), nameMessage("image readers", hasSpace)],
  ["a comma", "heredoc", identity('name = "⟦a,b⟧"', "identity_policy"), nameMessage("a,b", 'it contains ","')],
  ["another script", "heredoc", identity('name = "⟦prüfer⟧"'), nameMessage("prüfer", 'it contains "ü"')],
  ["128 characters", "heredoc", identity(`name = "${n128}"`)],
  ["129 characters", "heredoc", identity(`name = "⟦${n129}⟧"`), nameMessage(shown, "it has 129 characters")],
  ["a constant", "heredoc", `locals {\n  n = "⟦a b⟧"\n}\n${identity("name = local.n")}`, nameMessage("a b", hasSpace)],
  ["what is passed", "heredoc", `variable "n" {\n  default = "a b"\n}\n${identity("name = var.n")}`],
  ["a part that is passed", "heredoc", identity('name = "a b ${var.n}"')],
  ["a placeholder", "JSON", body('"policy_name": "{{ team }} images"')],
  ["what is no text", "JSON", body('"policy_name": 7')],
  // Paths.
  ["an empty path", "heredoc", identity('path = ""')],
  ["no slash", "heredoc", identity('path = "⟦teams/images⟧"'), pathMessage("teams/images", lacksSlash)],
  ["a slash before", "heredoc", identity('path = "⟦/teams/⟧"'), pathMessage("/teams/", "a part of it is empty")],
  ["two slashes", "heredoc", agency('path = "⟦a//⟧"'), pathMessage("a//", "a part of it is empty", ofAgency)],
  ["only a slash", "heredoc", identity('path = "⟦/⟧"'), pathMessage("/", "a part of it is empty")],
  ["a blank in a path", "heredoc", identity('path = "⟦a b/⟧"'), pathMessage("a b/", hasSpace)],
  ["512 characters", "heredoc", identity(`path = "${n64}${"/1234567".repeat(55)}/123456/"`)],
  [
    "513 characters",
    "heredoc",
    identity(`path = "⟦${n65}${"/1234567".repeat(55)}/123456/⟧"`),
    pathMessage(shown, "it has 513 characters"),
  ],
  // Agencies.
  ["a comma of an agency", "heredoc", agency('name = "a,b"')],
  ["a slash of an agency", "heredoc", agency('name = "⟦a/b⟧"'), nameMessage("a/b", 'it contains "/"', ofAgency)],
  ["64 of an agency", "heredoc", agency(`name = "${n64}"`)],
  ["65 of an agency", "heredoc", agency(`name = "⟦${n65}⟧"`), nameMessage(shown, "it has 65 characters", ofAgency)],
  // What only the SDK and the provider say.
  ["a name in an organisation", "heredoc", organisation('name = "a/b"')],
  // Other carriers.
  [
    "tf.json",
    "JSON",
    `{ "resource": { "huaweicloud_identity_policy": { "a": ${body('"name": "⟦a b⟧", "path": "⟦x⟧"')} } } }`,
    nameMessage("a b", hasSpace),
    pathMessage("x", lacksSlash),
  ],
  [
    "a body",
    "JSON",
    body('"policy_name": "⟦a b⟧", "path": "⟦x⟧", "description": "a b"'),
    nameMessage("a b", hasSpace),
    pathMessage("x", lacksSlash),
  ],
  [
    "a body of an agency",
    "JSON",
    body('"agency_name": "⟦a b⟧", "max_session_duration": 3600', "trust_policy", trust),
    nameMessage("a b", hasSpace, ofAgency),
  ],
  ["a body without a name", "JSON", body('"path": "policies/a.json"')],
  ["a body with other properties", "JSON", body('"policy_name": "a b", "path": "policies/a.json", "owner": "team"')],
  ["a body in YAML", "YAML", `policy_name: ⟦a b⟧\npolicy_document: |\n  ${policy}\n`, nameMessage("a b", hasSpace)],
  [
    "a body in a program",
    "as const",
    `send({ policy_name: "⟦a b⟧", policy_document: JSON.stringify(${policy}) });`,
    nameMessage("a b", hasSpace),
  ],
  [
    "a body that may have other properties",
    "as const",
    `send({ policy_name: "a b", ...rest, policy_document: JSON.stringify(${policy}) });`,
  ],
  [
    "the SDK",
    "as const",
    sdk('new CreatePolicyReqBody("⟦a b⟧", policy).withPath("⟦x⟧")'),
    nameMessage("a b", hasSpace),
    pathMessage("x", lacksSlash),
  ],
  [
    "several requests with one policy",
    "as const",
    sdk('new CreatePolicyReqBody(name, policy);\nnew CreatePolicyReqBody(name + "⟦ ⟧2", policy)').replace(
      'name + "⟦ ⟧2"',
      '⟦name + " 2"⟧',
    ),
    nameMessage("images 2", hasSpace),
  ],
  [
    "CDKTF",
    "as const",
    cdktf("IdentityTrustAgency", `name: "⟦a b⟧", path: "⟦x⟧", trustPolicy: ${text(trust)}`),
    nameMessage("a b", hasSpace, ofAgency),
    pathMessage("x", lacksSlash, ofAgency),
  ],
];

const strictSamples: readonly Sample[] = [
  ["a name", "heredoc", organisation('name = "Team 图像 a_b-c"; description = ""')],
  ["a slash", "heredoc", organisation('name = "⟦a/b⟧"'), orgMessage("a/b", 'it contains "/"')],
  ["a blank before", "heredoc", organisation('name = "⟦ a⟧"'), orgMessage(" a", "it begins or ends with a space")],
  ["512 characters", "heredoc", organisation(`description = "${"像".repeat(512)}"`)],
  [
    "513 characters",
    "heredoc",
    organisation(`description = "⟦${"d".repeat(513)}⟧"`),
    tooLong("a service control policy", "513", "512"),
  ],
  [
    "65 characters",
    "as const",
    sdk(`new UpdatePolicyReqBody().withContent(policy).withName("⟦${n65}⟧")`, "organizations"),
    orgMessage(shown, "it has 65 characters"),
  ],
  [
    "a body",
    "JSON",
    body('"name": "⟦a:b⟧", "type": "service_control_policy", "tags": []', "content"),
    orgMessage("a:b", 'it contains ":"'),
  ],
  ["tags", "JSON", `{ "name": "a:b", "type": "tag_policy", "content": ${text(policy)} }`],
  ["an agency", "heredoc", agency(`description = "⟦${"d".repeat(1001)}⟧"`), tooLong(ofAgency, "1,001", "1,000")],
  ["an identity policy", "heredoc", identity(`name = "a"; description = "${"d".repeat(1001)}"`)],
];

describe("what a policy of version 5.0 is called", () => {
  it.each(samples)("%s, in %s", (_, host, marked, ...messages) => {
    check(host, marked, messages);
  });
});

describe("what a policy of version 5.0 is called, as the SDK and the provider say", () => {
  it.each(strictSamples)("%s, in %s", (_, host, marked, ...messages) => {
    check(host, marked, messages, { sdkGrammar: "report" });
    check(host, readMarks(marked).code, []);
  });
});

it("a path is repaired where only its slashes are wrong", () => {
  const paths = ["teams/images", "/teams//images/", "a b", "/"];
  const found = paths.map((path) =>
    verify("heredoc", identity(`path = "${path}"`)).flatMap(({ suggestions = [] }) => suggestions),
  );
  expect(found.map((suggestions) => suggestions.map(({ fix }) => fix.text))).toEqual([
    ["teams/images/"],
    ["teams/images/"],
    [],
    [],
  ]);
});

function check(host: string, marked: string, messages: readonly string[], options: object = {}): void {
  const { code, places } = readMarks(marked);
  const expected = messages.map((message, index) => ({ message, ...places[index] }));
  const found = verify(host, code, options).map(({ message, line, column, endLine, endColumn }) => ({
    ...{ message, line, column, endLine, endColumn },
  }));
  expect(found).toEqual(expected);
}

function verify(host: string, code: string, options: object = {}): readonly Linter.LintMessage[] {
  const config = configOf(host);
  return new Linter().verify(code, {
    ...config,
    plugins: { ...config.plugins, own: { rules: { "valid-policy": rule } } },
    rules: { "own/valid-policy": ["error", options] },
  });
}
