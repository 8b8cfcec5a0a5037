import { describe, expect, it } from "vitest";
import { mayHoldPolicy } from "../../src/carriers/candidate-filter.js";
import { hclHost } from "../../src/hosts/hcl/host.js";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

function policy(action: string): string {
  return `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${action}"] }] }`;
}

describe("the policies of a file", () => {
  it("are in source order, whatever carries them", () => {
    const body = `{ "first": ${policy("a:a:a")}, "role": { "display_name": "x", "type": "XA", "policy": ${policy("b:b:b")} } }`;
    const code = `f(${body}, ${JSON.stringify(policy("c:c:c"))}, ${policy("d:d:d")});`;
    const { documents } = carriedIn(code);
    expect(actionsOfEach(documents).flat()).toEqual(["a:a:a", "b:b:b", "c:c:c", "d:d:d"]);
  });

  it("are listed once, even if several carriers detect them", () => {
    const role = (text: string) => `{ "role": { "display_name": "x", "type": "XA", "policy": ${text} } }`;
    const code = `f(${role(policy("a:a:a"))}, ${role(JSON.stringify(policy("b:b:b")))}, ${JSON.stringify(role(policy("c:c:c")))});`;
    expect(actionsOfEach(carriedIn(code).documents)).toEqual([["a:a:a"], ["b:b:b"], ["c:c:c"]]);
  });

  it("that are invalid JSON are listed once and in order", () => {
    const broken = (action: string) => policy(action).replace("]", ",]");
    const code = `f({ role: { display_name: "x", type: "XA", policy: '${broken("a:a:a")}' } }, '${broken("b:b:b")}');`;
    const { problems } = carriedIn(code);
    const unparsable = problems.filter(({ id }) => id === "unparsable");
    expect(unparsable.map(({ range }) => code.slice(0, range[0]).split("Statement").length - 1)).toEqual([1, 2]);
  });
});

describe("a policy that contains itself", () => {
  it.each([
    'const p = { Version: "1.1", Statement: [STATEMENT] }; p.Statement.push(p);',
    'const s = { ...STATEMENT, Resource: [] }; s.Resource.push(s); const p = { Version: "1.1", Statement: [s] };',
    'const p = { Version: "1.1", Statement: [] }; p.Statement.push({ ...STATEMENT, Condition: { StringEquals: p } });',
    'class A { p = { Version: "1.1", Statement: [STATEMENT] }; constructor() { this.p.Statement[0].Resource = this.p; } }',
    'const list = ["a:a:a"]; list.push(list, [list]); const p = { Version: "1.1", Statement: [{ ...STATEMENT, Action: list }] };',
    'const s = STATEMENT; const p = { Version: "1.1", Statement: [s] }; s.Condition = x ? p : y;',
  ])("is not checked: %s", (code) => {
    const written = code.replace("STATEMENT", '{ Effect: "Allow", Action: ["a:a:a"] }');
    expect(carriedIn(`${written} f(${policy("b:b:b")});`, configOf("as const"))).toMatchObject({
      documents: [{ statements: [{ actions: [{ string: { value: "b:b:b" } }] }] }],
      problems: [],
    });
  });

  it("is not one whose parts are used twice", () => {
    const code = `const list = ["a:a:a"]; const s = { Effect: "Allow", Action: list, Condition: { StringEquals: { "g:UserName": list } } }; f({ Version: "1.1", Statement: [s, s] });`;
    expect(actionsOfEach(carriedIn(code, configOf("as const")).documents)).toEqual([["a:a:a", "a:a:a"]]);
  });
});

describe("a file without the word Statement", () => {
  const config = configOf("as const");
  const code = 'export const a = { Version: "1.1", statement: [{ effect: "allow" }], role: {} };';

  it("is skipped", () => {
    expect(mayHoldPolicy(code, [])).toBe(false);
  });

  it("is read if it has the word, and nothing is found in it", () => {
    expect(mayHoldPolicy(`${code} // Statement`, [])).toBe(true);
    expect(carriedIn(`${code} // Statement`, config)).toEqual({ documents: [], problems: [] });
  });
});

describe("a file without any of the words", () => {
  it.each([
    ['export const read = ["ims:images:list"];', true],
    ["const read = 'ECS:cloudServers:get*';", true],
    ["enum Read { List = `vpc:public-ips:list` }", true],
    ['const write = new Set(["ims:*:*"]);', false],
    ['const times = ["10:30:00", "2001:db8::1"];', false],
    ['import { test } from "node:test"; fetch("https://example.com:443/a:b");', false],
    ["const s3 = ['s3:GetObject', 'arn:aws:s3:::bucket', 'urn:ietf:params:oauth'];", false],
    ["// ims:images:list", false],
    ['resource "sbercloud_identity_role" "a" {\n  policy = local.policy\n}', true],
    ['resource "opentelekomcloud_identity_role_v3" "a" {\n  statement {\n  }\n}', true],
    ['module "a" {\n  policy = jsonencode({ Statement = [] })\n}', true],
    ['resource "aws_iam_role_policy" "a" {\n  policy = data.aws_iam_policy_document.a.json\n}', false],
  ])("is read if it has a text like an action or the type of a role: %s", (code, expected) => {
    expect(mayHoldPolicy(code, [])).toBe(expected);
  });

  it.each([
    ['resource "huaweicloud_vpc" "a" {\n  name = "a"\n}', false],
    ['resource "huaweicloud_identity_policy" "a" {\n  policy_document = local.policy\n}', true],
    ['x = { apiVersion = "iam.huaweicloud.crossplane.io/v1alpha1", spec = local.role }', true],
    ['x = { role = { display_name = "x", policy = local.policy } }', true],
  ])("of Terraform is read if it has a word of a role, not only of its provider: %s", (code, expected) => {
    expect(mayHoldPolicy(code, [], hclHost)).toBe(expected);
    expect(mayHoldPolicy(code, [])).toBe(true);
  });

  it.each([
    ['"a'.repeat(300_000)],
    [`"${"a".repeat(500_000)}`],
    [`"a${":a".repeat(300_000)}`],
    ['"a:a:'.repeat(200_000)],
  ])("is searched in linear time", (code) => {
    const start = performance.now();
    expect(mayHoldPolicy(code, [])).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("unexpected code", () => {
  it.each([
    "x = { Statement: 1 };",
    "x = { Statement: [] };",
    "x = { Statement };",
    "x = { Statement() {} };",
    "x = { get Statement() { return [{ Effect: 'Allow', Action: ['a:b:c'] }]; } };",
    "x = { ...Statement, role };",
    "x = { role: { type: 'AX', display_name, policy: Statement } };",
    "x = { Version: '1.1', Statement: [,] };",
    "x = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: [,] }] };",
    "x = { Version: ['1.1'], Statement: [{ Effect: ['Allow'], Action: {} }] };",
    "({ Statement: [{ Effect, Action }] } = x);",
    "const { Statement: [{ Effect = 'Allow', Action = ['a:b:c'] }], Version = '1.1' } = x;",
    "x = '{Statement';",
    "x = '{\"Statement\":\\ud800';",
    "x = `{${Statement}`;",
    "x = tag`{\\unicode Statement}`;",
    "import { Statement } from 'x'; export { Statement as 'Statement' };",
  ])("has no policies and does not throw: %s", (code) => {
    expect(carriedIn(code)).toEqual({ documents: [], problems: [] });
  });
});
