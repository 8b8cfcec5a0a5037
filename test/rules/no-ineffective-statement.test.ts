import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/no-ineffective-statement.js";
import { readMarks, testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const bucket = ',\n      "Resource": ["obs:*:*:bucket:logs"]';
const condition = ',\n      "Condition": { "Bool": { "g:MFAPresent": ["true"] } }';
const denyOnly = [{ denyOnly: "report" }];

const atEffect = (text: string) => text.replace(/"Effect": "(?<effect>\w+)"/u, '"Effect": "[[$<effect>]]"');
const exceptOf = (text: string) => text.replace('"Action"', '"NotAction"');

const cancelled = (line: number) => ({
  message: `This Allow has no effect: the Deny on line {{line ${line}}} takes away everything it grants. Remove one or the other.`,
});
const cancelledAction = (action: string, line: number) => ({
  message: `Allowing "${action}" has no effect: the Deny on line {{line ${line}}} takes it away. Remove one or the other.`,
});
const duplicate = (line: number) => ({
  message: `This statement repeats the one on line {{line ${line}}}. Remove it.`,
});
const empty = (key: string) => ({
  message: `"${key}" is empty, so this statement has no effect. List some actions, or remove the statement.`,
});
const onlyDenies = {
  message:
    "This policy only denies, so it grants nothing by itself. Grant it together with a policy that allows something.",
};

testPolicies("no-ineffective-statement", rule, {
  valid: [
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["ims:images:delete"])) },
    // A Deny of a part is an exception (facts.md#exceptions-by-deny).
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["cts:*:*", "iam:*:*"])) },
    { policy: policyOf(statement("Allow", ["obs:*:*"]), statement("Deny", ["obs:bucket:DeleteBucket"])) },
    { policy: policyOf(statement("Allow", ["ims:*:get*"]), statement("Deny", ["ims:images:*"])) },
    // So is a conditional one, or one for some resources.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["ims:images:list"], condition)) },
    { policy: policyOf(statement("Allow", ["obs:bucket:ListBucket"]), statement("Deny", ["obs:*:*"], bucket)) },
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list"]),
        statement("Deny", ["ims:images:list"], ',\n      "NotResource": ["ims:*:*:image:a"]'),
      ),
    },
    // NotAction of a Deny excepts actions, even parts of a pattern.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), exceptOf(statement("Deny", ["ims:*:list"]))) },
    { policy: policyOf(statement("Allow", ["ims:*:list"]), exceptOf(statement("Deny", ["ims:images:*"]))) },
    { policy: policyOf(statement("Allow", ["ims:images:list"]), exceptOf(statement("Deny", ["ims:images:list,x"]))) },
    { policy: policyOf(exceptOf(statement("Allow", ["ims:*:*"])), statement("Deny", ["ims:*:*", "evs:*:*"])) },
    {
      policy: policyOf(exceptOf(statement("Allow", ["ims:*:*"])), exceptOf(statement("Deny", ["ims:*:*", "evs:*:*"]))),
    },
    // Placeholders are unknown.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["ims:images:${verb}", "${all}"])) },
    { policy: policyOf(statement("Allow", ["ims:images:${verb}"]), statement("Deny", ["ims:*:*"])) },
    // Not duplicates: the statements differ.
    { policy: policyOf(statement("Allow", ["obs:*:*"], bucket), statement("Allow", ["obs:*:*"], condition)) },
    { policy: policyOf(statement("Allow", ["obs:*:*"]), statement("Allow", ["obs:*:*"], bucket)) },
    { policy: policyOf(statement("Allow", ["ims:images:list"]), exceptOf(statement("Allow", ["ims:images:list"]))) },
    { policy: policyOf(statement("Allow", ["ims:images:list", "ims:images:get"]), statement("Allow", ["evs:*:get"])) },
    // A deny-only policy is useful for principals with an Allow elsewhere (facts.md#policies-that-only-deny).
    { policy: policyOf(statement("Deny", ["ims:images:delete"])) },
    { policy: policyOf(exceptOf(statement("Deny", ["iam:users:getUser"], condition))) },
    {
      policy: policyOf(statement("Deny", ["ims:images:delete"])),
      options: denyOnly,
      settings: { alsoGranted: ["ims:*:*"] },
    },
    { policy: policyOf(statement("Deny", ["ims:*:get"]), statement("Allow", ["evs:*:get"])), options: denyOnly },
    { policy: policyOf(statement("Deny", ["${actions}"])), options: denyOnly },
    // Roles are not checked.
    {
      policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["ims:images:list"])).replace(
        "1.1",
        "1.0",
      ),
    },
    { policy: policyOf(statement("Deny", ["ims:images:delete"])).replace("1.1", "1.0"), options: denyOnly },
  ],
  invalid: [
    // Every action of an Allow is denied.
    {
      policy: policyOf(
        atEffect(statement("Allow", ["vpn:customerGateways:create"])),
        statement("Deny", ["vpn:customerGateways:create"]),
      ),
      errors: [cancelled(13)],
    },
    {
      policy: policyOf(
        statement("Deny", ["cts:*:*", "ims:*:*"]),
        atEffect(statement("Allow", ["IMS:images:list", "ims:*:get"], condition)),
      ),
      errors: [cancelled(8)],
    },
    {
      policy: policyOf(
        atEffect(statement("Allow", ["ims:images:list"])),
        exceptOf(statement("Deny", ["evs:*:*"], ',\n      "Resource": ["*"]')),
      ),
      errors: [cancelled(11)],
    },
    {
      policy: policyOf(atEffect(exceptOf(statement("Allow", ["ims:*:*"]))), statement("Deny", ["*:*:*"])),
      errors: [cancelled(11)],
    },
    {
      policy: policyOf(
        atEffect(exceptOf(statement("Allow", ["ims:*:*"]))),
        exceptOf(statement("Deny", ["ims:images:*"])),
      ),
      errors: [cancelled(11)],
    },
    // Some actions of an Allow are denied.
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list", "[[ims:images:delete]]", "ims:*:update"]),
        statement("Deny", ["ims:*:delete"]),
      ),
      errors: [cancelledAction("ims:images:delete", 15)],
    },
    {
      policy: policyOf(
        statement("Allow", ["[[ims:images:list]]", "ims:images:${verb}"]),
        exceptOf(statement("Deny", ["evs:*:*"])),
      ),
      errors: [cancelledAction("ims:images:list", 12)],
    },
    // Duplicate statements.
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list", "evs:volumes:get"]),
        atEffect(statement("Allow", ["EVS:volumes:get", "ims:images:list"], ',\n      "Resource": ["*"]')),
      ),
      errors: [duplicate(5)],
    },
    {
      policy: policyOf(
        statement("Deny", ["obs:*:*"], bucket + condition),
        statement("Allow", ["obs:*:*"]),
        atEffect(statement("Deny", ["obs:*:*"], condition + bucket)),
      ),
      errors: [duplicate(5)],
    },
    // One problem for each statement.
    {
      policy: policyOf(
        atEffect(statement("Allow", ["ims:images:list"])),
        atEffect(statement("Allow", ["ims:images:list"])),
        statement("Deny", ["ims:images:list"]),
      ),
      errors: [cancelled(19), duplicate(5)],
    },
    // Empty lists.
    {
      policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Allow", []).replace("[\n\n      ]", "⟦[]⟧")),
      errors: [empty("Action")],
    },
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list"]),
        exceptOf(statement("Deny", []).replace("[\n\n      ]", "⟦[]⟧")),
      ),
      errors: [empty("NotAction")],
    },
    // Deny-only policies, on request.
    {
      policy: policyOf(atEffect(statement("Deny", ["ims:images:delete"])), statement("Deny", ["evs:*:delete"])),
      options: denyOnly,
      errors: [onlyDenies],
    },
    {
      policy: atEffect(allow("ims:images:delete").replace("Allow", "Deny")),
      options: denyOnly,
      errors: [onlyDenies],
    },
  ],
});

const constructs = `import { IdentityAgency } from "./.gen/providers/huaweicloud/identity-agency";
import { IdentityGroup } from "./.gen/providers/huaweicloud/identity-group";
import { IdentityRole } from "./.gen/providers/huaweicloud/identity-role";
import { IdentityGroupRoleAssignment } from "./.gen/providers/huaweicloud/identity-group-role-assignment";
const team = new IdentityGroup(stack, "team", { name: "team" });
const others = new IdentityGroup(stack, "others", { name: "others" });
`;

const role = (name: string, ...statements: readonly string[]) =>
  `const ${name} = new IdentityRole(stack, "${name}", { type: "XA", policy: JSON.stringify({ Version: "1.1", Statement: [${statements.join(", ")}] }) });\n`;
const says = (effect: string, action: string, more = "") => `{ Effect: "${effect}", Action: ["${action}"]${more} }`;
const grant = (name: string, where: string, group = "team.id") =>
  `new IdentityGroupRoleAssignment(stack, "x", { groupId: ${group}, roleId: ${name}.id, ${where} });\n`;

/** Expects problems at the marked places of a module, with these messages. */
function expectInModule(marked: string, messages: readonly string[], options: readonly unknown[] = []): void {
  const { code, places } = readMarks(constructs + marked);
  const found = new Linter().verify(
    code,
    [
      {
        files: ["**/*.ts"],
        languageOptions: { parser: typescriptParser },
        plugins: { "huaweicloud-iam": { rules: { rule: rule } } },
        rules: { "huaweicloud-iam/rule": ["error", ...options] },
      },
    ] as Linter.Config[],
    "module.ts",
  );
  expect(
    found.map(({ message, line, column, endLine, endColumn }) => ({ message, line, column, endLine, endColumn })),
  ).toEqual(messages.map((message, index) => ({ message, ...places[index] })));
}

describe("unknown parts", () => {
  const denies = says("Deny", "ims:images:list");
  const allows = says("Allow", "ims:images:list");

  it.each([
    ["a Deny that may have a condition", role("one", allows, says("Deny", "ims:images:list", ", ...limits"))],
    ["a Deny that may not be there", role("one", allows, `safe ? ${denies} : ${says("Deny", "evs:volumes:get")}`)],
    ["an action that may not be denied", role("one", allows, denies.replace('["', '[safe ? "evs:volumes:get" : "'))],
    [
      "actions of a list that other statements may have",
      `const reads = ["ims:images:list", "ims:images:get"];\n${role("one", says("Allow", "").replace('""', "...reads"), denies)}`,
    ],
    ["a statement that other policies may have", `const allows = ${allows};\n${role("one", "allows", denies)}`],
    ["a statement that is mentioned twice", `const allows = ${allows};\n${role("one", "allows", "allows")}`],
    [
      "conditions that may differ",
      role("one", ...[1, 2].map(() => says("Allow", "ims:images:list", ", Condition: now()"))),
    ],
    [
      "a list that may be filled later",
      `const reads = [];\n${role("one", says("Allow", "").replace('[""]', "reads"), says("Allow", "evs:volumes:get"))}`,
    ],
  ])("is no reason to report %s", (_, code) => expectInModule(code, []));

  it("do not hide known problems", () => {
    expectInModule(role("one", '{ Effect: "Allow", Action: ["[[ims:images:list]]", ...more()] }', denies), [
      'Allowing "ims:images:list" has no effect: the Deny on line 7 takes it away. Remove one or the other.',
    ]);
  });
});

it("names each line that denies a part", () => {
  const denied = ["evs:*:*", "ims:*:*"].map((pattern) => says("Deny", pattern)).join(",\n");
  expectInModule(role("one", '{ Effect: "[[Allow]]", Action: ["ims:images:list", "evs:volumes:get"] }', denied), [
    "This Allow has no effect: the Deny statements on lines 7 and 8 take away everything it grants. Remove one or the other.",
  ]);
});

describe("policies that are granted together", () => {
  const allows = role("allows", says("Allow", "ims:images:delete"));
  const marked = role("allows", says("[[Allow]]", "ims:images:delete"));
  const denies = role("denies", says("Deny", "ims:*:delete"));
  const message =
    "This Allow has no effect: the Deny on line 8 takes away everything it grants. Remove one or the other.";

  it.each([
    ["one project", 'projectId: "1"', 'projectId: "1"'],
    ["a project and all of them", 'projectId: "1"', 'projectId: "all"'],
    ["an enterprise project and all projects", 'enterpriseProjectId: "1"', 'projectId: "all"'],
    ["one enterprise project", 'enterpriseProjectId: "1"', 'enterpriseProjectId: "1"'],
    ["the domain", 'domainId: "1"', "domainId"],
  ])("cancel each other on %s", (_, one, other) => {
    expectInModule(marked + denies + grant("allows", one) + grant("denies", other), [message]);
  });

  it.each([
    ["two projects", 'projectId: "1"', 'projectId: "2"'],
    ["projects that are not known", "projectId", "projectId"],
    ["a project and an enterprise project", 'enterpriseProjectId: "1"', 'projectId: "1"'],
    ["two enterprise projects", 'enterpriseProjectId: "1"', 'enterpriseProjectId: "2"'],
  ])("do not on %s", (_, one, other) => {
    expectInModule(allows + denies + grant("allows", one) + grant("denies", other), []);
  });

  it("do not cancel if the Allow is granted to another or an unknown principal too", () => {
    const all = 'projectId: "all"';
    const both = allows + denies + grant("allows", all) + grant("denies", all);
    expectInModule(both + grant("allows", all, "others.id"), []);
    expectInModule(both + grant("allows", all, "props.groupId"), []);
    expectInModule(both.replaceAll("team.id", "props.groupId"), []);
  });
});

describe("a Deny on an enterprise project", () => {
  const denies = role("denies", says("Deny", "ims:images:delete"));
  const marked = role("denies", says("Deny", "[[ims:images:delete]]"));
  const allows = role("allows", says("Allow", "ims:*:*"));
  const onEnterprise = grant("denies", 'enterpriseProjectId: "1"');
  const message = (place: string) =>
    `Denying "ims:images:delete" here has no effect: the Allow on line 8 is granted on ${place}, which the cloud checks first. Grant the Deny there too.`;

  it.each([
    ["a project", 'projectId: "1"', "an IAM project"],
    ["all projects", 'projectId: "all"', "all IAM projects"],
  ])("is overridden by an Allow on %s", (_, where, place) => {
    expectInModule(marked + allows + onEnterprise + grant("allows", where), [message(place)]);
  });

  it("is overridden regardless of its condition", () => {
    const limited = role(
      "denies",
      says("Deny", "[[ims:images:delete]]", ', Condition: { Bool: { "g:MFAPresent": ["false"] } }'),
    );
    expectInModule(limited + allows + onEnterprise + grant("allows", 'projectId: "1"'), [message("an IAM project")]);
  });

  it.each<[reason: string, code: string]>([
    ["an Allow on enterprise projects", denies + allows + onEnterprise + grant("allows", 'enterpriseProjectId: "2"')],
    ["an Allow for another group", denies + allows + onEnterprise + grant("allows", 'projectId: "1"', "others.id")],
    [
      "an Allow under a condition",
      denies +
        role("allows", says("Allow", "ims:*:*", ', Condition: { Bool: { "g:MFAPresent": ["true"] } }')) +
        onEnterprise +
        grant("allows", 'projectId: "1"'),
    ],
    [
      "an Allow of a part",
      role("denies", says("Deny", "ims:*:delete")) +
        role("allows", says("Allow", "ims:images:delete")) +
        onEnterprise +
        grant("allows", 'projectId: "1"'),
    ],
    [
      "an Allow on projects that a Deny there restricts",
      denies +
        role("allows", says("Allow", "ims:*:*"), says("Deny", "ims:images:*", ", Condition: now()")) +
        onEnterprise +
        grant("allows", 'projectId: "1"'),
    ],
    [
      "an Allow beside a role that is not known",
      denies +
        allows +
        role("more", "{ Effect: effect, Action: ['ims:images:delete'] }") +
        onEnterprise +
        grant("allows", 'projectId: "1"') +
        grant("more", 'projectId: "1"'),
    ],
    [
      "an Allow, when the Deny holds on projects, too",
      denies + allows + onEnterprise + grant("denies", 'projectId: "2"') + grant("allows", 'projectId: "1"'),
    ],
    [
      "an Allow of global services on a project",
      denies.replace("ims:images:delete", "obs:bucket:DeleteBucket") +
        allows.replace("ims:*:*", "*:*:*") +
        onEnterprise +
        grant("allows", 'projectId: "1"'),
    ],
  ])("is left alone beside %s", (_, code) => expectInModule(code, []));
});

describe("a policy that only denies, on request", () => {
  const denies = role("denies", says("Deny", "ims:images:delete"));
  const all = 'projectId: "all"';

  it.each([
    ["granted beside an Allow", grant("denies", all) + role("allows", says("Allow", "evs:*:*")) + grant("allows", all)],
    [
      "granted beside what is not known",
      grant("denies", all) + role("more", "{ Effect: effect, Action: ['ims:images:delete'] }") + grant("more", all),
    ],
    [
      "granted beside what may be for the same group",
      grant("denies", all) + role("allows", says("Allow", "evs:*:*")) + grant("allows", all, "props.groupId"),
    ],
  ])("is left alone when it is %s", (_, more) => expectInModule(denies + more, [], denyOnly));

  it("is found next to an Allow for another principal", () => {
    expectInModule(
      denies.replace("Deny", "[[Deny]]") +
        grant("denies", all) +
        role("allows", says("Allow", "evs:*:*")) +
        grant("allows", all, "others.id"),
      [onlyDenies.message],
      denyOnly,
    );
  });
});
