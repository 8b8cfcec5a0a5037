import { describe, expect, it } from "vitest";
import { actionsOfEach, everythingCarriedIn } from "./files.js";
import { typescript } from "./fixture-module.js";
import { configOf } from "../sources.js";

function listsIn(code: string): string[][] {
  return actionsOfEach(everythingCarriedIn(code, typescript).actionLists);
}

const known = '"ims:images:list", "ims:images:get"';

describe("a constant of actions", () => {
  it.each([
    ["a list", `[${known}, "ims:images:lst"]`],
    ["a list of lists", `[[${known}], ["ims:images:lst"]]`],
    ["a record", '{ list: "ims:images:list", get: "ims:images:get", other: "ims:images:lst" }'],
    ["a record of lists", `{ read: [${known}], write: ["ims:images:lst"] }`],
    ["a record of records", `{ ims: { read: [${known}] }, ecs: { write: "ims:images:lst" } }`],
    [
      "a list of records",
      '[{ action: "ims:images:list" }, { action: "ims:images:get" }, { action: "ims:images:lst" }]',
    ],
    ["a list with a choice", `[${known}, x ? "ims:images:lst" : y]`],
    ["a list with unknown parts", `[${known}, "ims:images:lst", other, ...more]`],
  ])("has its names: %s", (_, value) => {
    expect(listsIn(`const list = ${value};`)).toEqual([["ims:images:list", "ims:images:get", "ims:images:lst"]]);
  });

  it("has patterns too, which count neither way, and leaves out what is no action", () => {
    const few = `[${known}, "ims:images:lst", "read only", "IMS:*:*"]`;
    expect(listsIn(`const list = ${few};`)).toEqual([]);
    expect(listsIn(`const list = [...${few}, "ecs:servers:list"];`)).toEqual([
      ["ims:images:list", "ims:images:get", "ims:images:lst", "IMS:*:*", "ecs:servers:list"],
    ]);
  });

  it("is an incomplete policy at the place of the constant", () => {
    const code = `const list = [${known}];`;
    const [list] = everythingCarriedIn(code, typescript).actionLists;
    expect(list && code.slice(...list.range)).toBe(`list = [${known}]`);
    expect(list?.statements.map(({ effect, isComplete }) => [effect, isComplete])).toEqual([[undefined, false]]);
    expect([list?.dialect, list?.isComplete]).toEqual(["1.1", false]);
  });
});

describe("a constant of something else", () => {
  it.each([
    ["actions of AWS", '["s3:GetObject", "s3:ListBucket", "ec2:*"]'],
    ["actions of Alibaba and Tencent", '["ecs:DescribeInstances", "name/cos:GetObject", "cvm:RunInstances"]'],
    ["permissions of another product", '["users:read:all", "users:write:own", "teams:read:all"]'],
    ["the same with a lone coincidence", '["users:read:all", "ims:images:list", "teams:read:all"]'],
    ["as many others as actions", `[${known}, "app:menu:open", "app:menu:close"]`],
    ["keys of translations", '{ open: "app:menu:open", close: "app:menu:close", save: "app:file:save" }'],
    ["images", '["docker.io/library/node:20:alpine", "repo:tag:x", "node:20-alpine"]'],
    ["times and dates", '["10:30:00", "23:59:59", "2026-01-01T00:00:00"]'],
    ["cron expressions", '["0 3 * * *", "*/5 * * * *"]'],
    ["addresses", '["fe80::1", "2001:db8::1", "::1", "00:1a:2b"]'],
    ["keys of Redis", '["session:user:1", "cache:page:home", "queue:mail:failed"]'],
    ["names by which resources are known", '["urn:ietf:params:oauth", "arn:aws:s3:::bucket", "trn:iam::1:x"]'],
    ["actions of version 5.0", `[${known}, "ims::listImages"]`],
    ["patterns only", '["ims:*:*", "ecs:*:list", "ims:images:*"]'],
    ["a lone action", '["ims:images:list"]'],
    ["the same action again and again", '["ims:images:list", "ims:images:list", "ims:images:list"]'],
    ["nothing", "[]"],
    ["texts that a template fills in", '["{{ service }}:images:list", "ims:${type}:list"]'],
    ["actions in too deep records", `{ a: { b: { c: [${known}] } } }`],
  ])("is none: %s", (_, value) => {
    expect(listsIn(`const list = ${value};`)).toEqual([]);
  });
});

describe("a list beside a policy", () => {
  const policy = (actions: string) =>
    `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ${actions} }] };`;

  it("leaves out what the policy has, and the policy stays", () => {
    const { documents, actionLists } = everythingCarriedIn(
      `const read = [${known}, "ims:images:lst"];\n${policy("[...read]")}`,
      typescript,
    );
    expect(actionsOfEach(documents)).toEqual([["ims:images:list", "ims:images:get", "ims:images:lst"]]);
    expect(actionLists).toEqual([]);
  });

  it("has the rest", () => {
    const { documents, actionLists } = everythingCarriedIn(
      `const read = { list: "ims:images:list", get: "ims:images:get", other: "ims:images:lst" };\n${policy("[read.list]")}`,
      typescript,
    );
    expect(actionsOfEach(documents)).toEqual([["ims:images:list"]]);
    expect(actionsOfEach(actionLists)).toEqual([["ims:images:get", "ims:images:lst"]]);
  });

  it("is not the policy, where that is a constant itself", () => {
    const { documents, actionLists } = everythingCarriedIn(
      `const list = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${known}] }] };`,
      typescript,
    );
    expect(actionsOfEach(documents)).toEqual([["ims:images:list", "ims:images:get"]]);
    expect(actionLists).toEqual([]);
  });

  it("leaves out a policy of another version, which has other names", () => {
    const { actionLists } = everythingCarriedIn(
      `const read = [${known}];\n${policy("read").replace('"1.1"', '"5.0"')}`,
      typescript,
    );
    expect(actionLists).toEqual([]);
  });
});

describe("a constant of Terraform", () => {
  const hcl = configOf("HCL object");
  const inHcl = (code: string) => actionsOfEach(everythingCarriedIn(code, hcl).actionLists);
  const all = ["ims:images:list", "ims:images:get", "ims:images:lst"];

  it.each([
    ["a local", `locals {\n  read = [${known}, "ims:images:lst"]\n}\n`],
    [
      "a local with the lists of teams",
      `locals {\n  teams = {\n    a = [${known}]\n    b = ["ims:images:lst"]\n  }\n}\n`,
    ],
    ["a set", `locals {\n  read = toset([${known}, "ims:images:lst"])\n}\n`],
    ["the default of a variable", `variable "read" {\n  default = [${known}, "ims:images:lst"]\n}\n`],
    ["a value in *.tfvars", `read = [${known}, "ims:images:lst"]\n`],
    ["a local with what is not known", `locals {\n  read = concat([${known}, "ims:images:lst"], var.more)\n}\n`],
  ])("has its names: %s", (_, code) => {
    expect(inHcl(code)).toEqual([all]);
  });

  it("is left out where a policy of the file has it, and where a name stands for it", () => {
    const list = `[${known}, "ims:images:lst"]`;
    expect(inHcl(`locals {\n  one = ${list}\n  other = local.one\n}\n`)).toEqual([all]);
    const policy = 'policy = { Version = "1.1", Statement = [{ Effect = "Allow", Action = local.one }] }';
    expect(inHcl(`locals {\n  one = ${list}\n  ${policy}\n}\n`)).toEqual([]);
  });

  it.each([
    ["in a list of something else", `locals {\n  names = ["app:menu:open", "app:menu:close", "x:y:z"]\n}\n`],
    ["in a resource", `resource "a" "b" {\n  read = [${known}, "ims:images:lst"]\n}\n`],
    ["in an output", `output "b" {\n  value = [${known}, "ims:images:lst"]\n}\n`],
  ])("is nothing %s", (_, code) => {
    expect(inHcl(code)).toEqual([]);
  });
});
