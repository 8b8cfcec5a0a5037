import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import rule from "../../rules/no-redundant-action.js";
import { lintModule } from "../carriers/construct-modules.js";
import { hosts, readMarks, testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const bucket = ',\n      "Resource": ["obs:*:*:bucket:logs"]';
const condition = ',\n      "Condition": { "Bool": { "g:MFAPresent": ["true"] } }';

const covered = (action: string, cover: string, line: number, remedy = "Remove it.") => ({
  message: `"${action}" is already covered by "${cover}" on line {{line ${line}}}. ${remedy}`,
});
const duplicate = (action: string, line: number, remedy = "Remove it.") => ({
  message: `"${action}" is already listed on line {{line ${line}}}. ${remedy}`,
});
const removeStatement = "Remove the whole statement: nothing else is left in it.";

testPolicies("no-redundant-action", rule, {
  valid: [
    { policy: allow("ims:images:list", "ims:images:get", "evs:*:get", "ims:*:create") },
    // A pattern that matches one documented action covers nothing but itself.
    { policy: allow("kms:cmk:get*", "kms:cmk:list") },
    // Neither covers the other.
    { policy: allow("ims:*:get", "ims:images:*") },
    // Invalid actions are left to other rules.
    { policy: allow("ims:images:list", "ims:*", "*", "ims:images:list ims:images:get") },
    { policy: allow("ims:images:${verb}", "ims:images:${verb}", "ims:*:*") },
    // A statement without a principal may lack it: others are for whom they say.
    {
      policy: policyOf(
        statement("Allow", ["sts:agencies:assume"]),
        statement("Allow", ["sts:agencies:assume"], ',\n      "Principal": { "Service": ["service.APIG"] }'),
        statement("Allow", ["sts:agencies:assume"], ',\n      "NotPrincipal": { "Service": ["service.ECS"] }'),
      ).replace("1.1", "5.0"),
    },
    // An Allow and a Deny are not redundant.
    { policy: policyOf(statement("Allow", ["ims:*:*"]), statement("Deny", ["ims:images:delete"])) },
    // Allowed actions that a Deny cancels are left to no-ineffective-statement.
    {
      policy: policyOf(
        statement("Allow", ["ims:*:*"]),
        statement("Allow", ["ims:images:delete"]),
        statement("Deny", ["ims:images:delete"]),
      ),
    },
    // The earlier statement applies to fewer resources.
    { policy: policyOf(statement("Allow", ["obs:*:*"], bucket), statement("Allow", ["obs:bucket:ListBucket"])) },
    { policy: policyOf(statement("Allow", ["obs:*:*"], condition), statement("Allow", ["obs:bucket:ListBucket"])) },
    {
      policy: policyOf(
        statement("Allow", ["obs:*:*"], bucket),
        statement("Allow", ["obs:bucket:ListBucket"], bucket.replace("logs", "data")),
      ),
    },
    {
      policy: policyOf(
        statement("Allow", ["obs:*:*"], bucket.replace("logs", "${name}")),
        statement("Allow", ["obs:bucket:ListBucket"], bucket.replace("logs", "${name}")),
      ),
    },
    // An unknown key may be meant as a restriction.
    {
      policy: policyOf(
        statement("Allow", ["obs:*:*"], ',\n      "NotResource": ["obs:*:*:bucket:logs"]'),
        statement("Allow", ["obs:bucket:ListBucket"]),
      ),
    },
    // If the later statement is broader, it is unclear which of the two is intended.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Allow", ["ims:*:*"])) },
    // Duplicate statements are left to no-ineffective-statement.
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list", "ims:images:get"]),
        statement("Allow", ["ims:images:get", "ims:images:list"]),
      ),
    },
    // Roles are not checked.
    { policy: allow("ims:images:list", "ims:images:list").replace("1.1", "1.0") },
  ],
  invalid: [
    // Next to a grant of all services, the narrower one may be intended: no fix.
    {
      policy: allow("[[ims:images:list]]", "*:*:*"),
      errors: [
        {
          ...covered("ims:images:list", "*:*:*", 8, "Remove the one you do not mean."),
          suggestions: [
            {
              desc: 'Remove "ims:images:list"',
              replace: [/"ims:images:list",\n\s*/u.exec(allow("ims:images:list", "*:*:*"))?.[0] ?? "", ""],
            },
          ],
        },
      ],
    },
    {
      policy: allow("ims:images:get", "ims:images:list", "[[ims:images:get]]"),
      errors: [duplicate("ims:images:get", 7)],
      fixed: [',\n        "ims:images:get"\n      ]', "\n      ]"],
    },
    {
      policy: allow("ims:images:get", "[[IMS:Images:GET]]", "ims:images:list"),
      errors: [duplicate("IMS:Images:GET", 7)],
      fixed: [',\n        "IMS:Images:GET"', ""],
    },
    // The narrower one is removed, regardless of order.
    {
      policy: allow("[[das:connections:modify]]", "das:*:*", "ims:images:list"),
      errors: [covered("das:connections:modify", "das:*:*", 8)],
      fixed: ['"das:connections:modify",\n        ', ""],
    },
    // The broadest of several covers is named.
    {
      policy: allow("ims:*:*", "[[ims:images:*]]", "evs:*:get"),
      errors: [covered("ims:images:*", "ims:*:*", 7)],
      fixed: [',\n        "ims:images:*"', ""],
    },
    {
      policy: allow("[[ims:images:get]]", "evs:*:get", "[[ims:images:*]]", "ims:*:*"),
      errors: [covered("ims:images:get", "ims:*:*", 10), covered("ims:images:*", "ims:*:*", 10)],
      fixed: [
        '"ims:images:get",\n        "evs:*:get",\n        "ims:images:*",\n        "ims:*:*"',
        '"evs:*:get",\n        "ims:*:*"',
      ],
    },
    // Duplicates in NotAction.
    {
      policy: allow("ims:images:get", "[[ims:images:get]]").replace('"Action"', '"NotAction"'),
      errors: [duplicate("ims:images:get", 7)],
      fixed: [',\n        "ims:images:get"\n      ]', "\n      ]"],
    },
    // Redundant actions of a Deny.
    {
      policy: policyOf(
        statement("Allow", ["ims:*:*"]),
        statement("Deny", ["ims:images:delete"]),
        statement("Deny", ["[[ims:images:delete]]", "ims:images:update"], condition),
      ),
      errors: [duplicate("ims:images:delete", 13)],
      fixed: ['"ims:images:delete",\n        "ims:images:update"', '"ims:images:update"'],
    },
    // An earlier statement for every resource, or with the same resource and condition.
    {
      policy: policyOf(
        statement("Allow", ["obs:*:*"], ',\n      "Resource": ["*"]'),
        statement("Allow", ["[[obs:bucket:ListBucket]]", "ims:images:list"], bucket),
      ),
      errors: [covered("obs:bucket:ListBucket", "obs:*:*", 7)],
      fixed: ['"obs:bucket:ListBucket",\n        ', ""],
    },
    {
      policy: policyOf(
        statement("Allow", ["obs:bucket:*"], bucket + condition),
        statement("Allow", ["[[obs:bucket:ListBucket]]", "obs:object:GetObject"], condition + bucket),
      ),
      errors: [covered("obs:bucket:ListBucket", "obs:bucket:*", 7)],
      fixed: ['"obs:bucket:ListBucket",\n        ', ""],
    },
    // A cover in the same list takes precedence.
    {
      policy: policyOf(
        statement("Allow", ["ims:*:*"]),
        statement("Allow", ["evs:*:*", "[[evs:volumes:get]]", "[[ims:images:get]]"]),
      ),
      errors: [covered("evs:volumes:get", "evs:*:*", 13), covered("ims:images:get", "ims:*:*", 7)],
      fixed: [',\n        "evs:volumes:get",\n        "ims:images:get"', ',\n        "ims:images:get"'],
    },
    // A list never becomes empty.
    {
      policy: policyOf(statement("Allow", ["ims:*:*"]), statement("Allow", ["[[ims:images:get]]"])),
      errors: [covered("ims:images:get", "ims:*:*", 7, removeStatement)],
    },
    {
      policy: policyOf(
        statement("Allow", ["ims:*:*"]),
        statement("Allow", ["[[ims:images:get]]", "[[ims:images:list]]"]),
      ),
      errors: [covered("ims:images:get", "ims:*:*", 7), covered("ims:images:list", "ims:*:*", 7, removeStatement)],
      fixed: ['"ims:images:get",\n        ', ""],
    },
  ],
});

/** Expects problems at the marked places of a TypeScript module, and this code after the fixes. */
function expectInModule(marked: string, messages: readonly string[], fixed?: string): void {
  const { code, places } = readMarks(marked);
  const found = lintModule(code).filter((finding) => finding.rule === "no-redundant-action");
  expect(found).toEqual(messages.map((message, index) => ({ rule: "no-redundant-action", message, ...places[index] })));
  expect(fix(code)).toBe(fixed ?? code);
}

function fix(code: string): string {
  const plugins = { "huaweicloud-iam": { rules: { "no-redundant-action": rule } } } as never;
  const rules = { "huaweicloud-iam/no-redundant-action": "error" } as const;
  return new Linter().verifyAndFix(code, { plugins, rules }).output;
}

const policy = (...statements: readonly string[]) => `{ Version: "1.1", Statement: [${statements.join(", ")}] }`;
const allowed = (actions: string, more = "") => `{ Effect: "Allow", Action: ${actions}${more} }`;

describe("in a module", () => {
  it.each([
    [
      "a constant list that covers itself with an own pattern, which others may not",
      `const reads = ["ims:images:get"];\nexport const one = ${policy(allowed('["ims:*:*", ...reads]'))};\nexport const two = ${policy(allowed("reads"))};`,
    ],
    [
      "constant lists that overlap",
      `const reads = ["ims:images:get"];\nconst writes = ["ims:images:get", "ims:images:update"];\nexport const one = ${policy(allowed("[...reads, ...writes]"))};`,
    ],
    [
      "a constant list that is spread twice",
      `const reads = ["ims:images:get", "ims:images:list"];\nexport const one = ${policy(allowed("[...reads, ...reads]"))};`,
    ],
    ["branches of a choice", `export const one = ${policy(allowed('all ? ["ims:*:*"] : ["ims:images:get"]'))};`],
    [
      "an element that is chosen",
      `export const one = ${policy(allowed('["ims:images:get", all ? "ims:*:*" : "ims:images:list"]'))};`,
    ],
    [
      "statements that are chosen",
      `export const one = ${policy(`all ? ${allowed('["ims:*:*"]')} : ${allowed('["ims:images:get", "evs:volumes:get"]')}`, allowed('["ims:images:list"]'))};`,
    ],
    [
      "an earlier statement that may have a condition",
      `export const one = ${policy(allowed('["ims:*:*"]', ", ...limits"), allowed('["ims:images:get"]'))};`,
    ],
    [
      "resources that are not known",
      `export const one = ${policy(allowed('["obs:*:*"]', ", Resource: logs()"), allowed('["obs:bucket:ListBucket"]', ", Resource: logs()"))};`,
    ],
    [
      "a constant list that only this policy covers",
      `const reads = ["ims:images:get"];\nexport const one = ${policy(allowed('[...reads, "ims:*:*"]'))};\nexport const two = ${policy(allowed("reads"))};`,
    ],
    [
      "a statement that other policies may have",
      `const reads = ${allowed('["ims:images:get"]')};\nexport const one = ${policy(allowed('["ims:*:*"]'), "reads")};\nexport const two = ${policy("reads")};`,
    ],
  ])("is silent on %s", (_, code) => expectInModule(code, []));

  it("finds and removes actions that a constant list covers", () => {
    expectInModule(
      `const reads = ["ims:*:get"];\nexport const one = ${policy(allowed('[...reads, "[[ims:images:get]]"]'))};`,
      ['"ims:images:get" is already covered by "ims:*:get" on line 1. Remove it.'],
      `const reads = ["ims:*:get"];\nexport const one = ${policy(allowed("[...reads]"))};`,
    );
  });

  it("finds redundant actions within a constant list once, without a fix", () => {
    expectInModule(
      `const reads = ["ims:*:get", "[[ims:images:get]]"];\nexport const one = ${policy(allowed("reads"))};\nexport const two = ${policy(allowed("reads"))};`,
      ['"ims:images:get" is already covered by "ims:*:get" on line 1. Remove it.'],
    );
  });

  it("points at the reference to a constant", () => {
    expectInModule(
      `const get = "ims:images:get";\nexport const one = ${policy(allowed('["ims:images:get", [[get]]]'))};`,
      ['"ims:images:get" is already listed on line 2. Remove it.'],
      `const get = "ims:images:get";\nexport const one = ${policy(allowed('["ims:images:get"]'))};`,
    );
  });

  it("removes from a constant statement, wherever it is used", () => {
    expectInModule(
      `const reads = ${allowed('["ims:*:get", "[[ims:images:get]]"]')};\nexport const one = ${policy("reads")};\nexport const two = ${policy("reads")};`,
      ['"ims:images:get" is already covered by "ims:*:get" on line 1. Remove it.'],
      `const reads = ${allowed('["ims:*:get"]')};\nexport const one = ${policy("reads")};\nexport const two = ${policy("reads")};`,
    );
  });

  it("does not remove an action with a comment", () => {
    expectInModule(
      `export const one = ${policy(allowed('[\n  "ims:*:*",\n  "[[ims:images:get]]", // for the editor\n]'))};`,
      ['"ims:images:get" is already covered by "ims:*:*" on line 2. Remove it.'],
    );
  });

  it("removes from a partly unknown list", () => {
    expectInModule(
      `export const one = ${policy(allowed('["ims:*:*", "[[ims:images:get]]", ...more()]'))};`,
      ['"ims:images:get" is already covered by "ims:*:*" on line 1. Remove it.'],
      `export const one = ${policy(allowed('["ims:*:*", ...more()]'))};`,
    );
  });
});

describe.each(hosts)("repeated fixes in $name", ({ config, write }) => {
  const plugins = { ...config.plugins, "huaweicloud-iam": { rules: { "no-redundant-action": rule } } } as never;
  const rules = { "huaweicloud-iam/no-redundant-action": "error" } as const;

  it("terminate, and leave actions that are not redundant", () => {
    const many = ["ims:images:a", "ims:images:b", "ims:*:*", "ims:images:c", "ims:images:*", "IMS:*:*", "ims:x:y"];
    const { output } = new Linter().verifyAndFix(write(allow(...many, "evs:volumes:get")), {
      ...config,
      plugins,
      rules,
    });
    expect(output).toBe(write(allow("ims:*:*", "evs:volumes:get")));
  });

  it("leave one action of a redundant statement", () => {
    const first = statement("Allow", ["ims:*:*"]);
    const before = policyOf(first, statement("Allow", ["ims:images:a", "ims:images:b", "ims:images:c"]));
    const { output } = new Linter().verifyAndFix(write(before), { ...config, plugins, rules });
    expect(output).toBe(write(policyOf(first, statement("Allow", ["ims:images:c"]))));
  });
});
