import { describe, expect, it } from "vitest";
import {
  findingsIn,
  misspelt,
  misspeltGet,
  policy,
  policyOf,
  saidOf,
  testPrograms,
  testSilent,
  type Program,
} from "./programs.js";

const given = "declare const prod: boolean, names: string[];\n";
const listed = (name: string, code: string, more?: Program[2]): Program => [name, given + code, more];
const ours = { isSilentForAws: false };

testPrograms("a list", [
  listed("that is exported", 'export const READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];'),
  listed("as const", 'export const READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"] as const;'),
  listed("by default", 'export default ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];'),
  listed(
    "that is not exported",
    'const READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];\nsend(READ);',
  ),
  listed(
    "that is frozen",
    'export const READ = Object.freeze(["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"]);',
  ),
  listed(
    "that satisfies a type",
    'export const READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"] satisfies string[];',
  ),
  listed("that is built", 'export const READ = ["get", "delete", "⟦lst⟧"].map((verb) => `ims:images:${verb}`);'),
  listed(
    "that is spread",
    'const base = ["ims:images:get", "ims:images:delete"];\nexport const READ = [...base, "ims:images:⟦lst⟧"];',
  ),
  listed(
    "under a condition",
    'export const READ = ["ims:images:get", "ims:images:delete", ...(prod ? ["ims:images:⟦lst⟧"] : [])];',
  ),
  listed("of CommonJS", 'module.exports = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];'),
  listed("of CommonJS, by name", 'exports.READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];'),
  listed(
    "with patterns and what is not known",
    'export const READ = ["ims:images:get", "ims:images:delete", "obs:*:*", "ims:images:⟦lst⟧", ...names];',
  ),
  listed(
    "that is pushed to",
    'export const READ = ["ims:images:get", "ims:images:delete"];\nREAD.push("ims:images:⟦lst⟧");',
  ),
  listed("with a former name", 'export const READ = ["ims:images:get", "ims:images:list", "⟦ims:images:fetch⟧"];', {
    ...ours,
    findings: [["no-former-action", "ims:images:fetch"]],
    corrections: { fetch: "delete" },
  }),
  listed(
    "in a static member",
    'export class Images {\n  static READ = ["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"];\n}',
  ),
  listed(
    "with two mistakes",
    'export const READ = ["ims:images:delete", "ims:images:update", "ims:images:upload", "ims:images:⟦gte⟧", "ims:images:⟦lst⟧"];',
    {
      findings: [misspeltGet(), misspelt()],
    },
  ),
]);

testPrograms("a Set", [
  listed(
    "that is exported",
    'export const READ = new Set(["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"]);',
  ),
  listed(
    "with add",
    'export const READ = new Set(["ims:images:get", "ims:images:delete"]);\nREAD.add("ims:images:⟦lst⟧");',
  ),
  listed(
    "with a type",
    'export const READ: ReadonlySet<string> = new Set<string>(["ims:images:get", "ims:images:delete", "ims:images:⟦lst⟧"]);',
  ),
]);

testPrograms("an enum", [
  listed(
    "that is exported",
    'export enum Image {\n  One = "ims:images:get",\n  Delete = "ims:images:delete",\n  All = "ims:images:⟦lst⟧",\n}',
  ),
  listed(
    "that is const",
    'export const enum Image {\n  One = "ims:images:get",\n  Delete = "ims:images:delete",\n  All = "ims:images:⟦lst⟧",\n}',
  ),
  listed(
    "that is not exported",
    'enum Image {\n  One = "ims:images:get",\n  Delete = "ims:images:delete",\n  All = "ims:images:⟦lst⟧",\n}\nsend(Image);',
  ),
]);

testPrograms("a record", [
  listed(
    "of actions",
    'export const image = { one: "ims:images:get", delete: "ims:images:delete", all: "ims:images:⟦lst⟧" };',
  ),
  listed(
    "of actions, as const",
    'export const image = { one: "ims:images:get", delete: "ims:images:delete", all: "ims:images:⟦lst⟧" } as const;',
  ),
  listed(
    "of lists",
    'export const image = { read: ["ims:images:get", "ims:images:⟦lst⟧"], write: ["ims:images:delete"] };',
  ),
  listed(
    "of records",
    'export const actions = { images: { one: "ims:images:get", all: "ims:images:⟦lst⟧" }, write: { delete: "ims:images:delete" } };',
  ),
  listed(
    "that is frozen",
    'export const image = Object.freeze({ one: "ims:images:get", delete: "ims:images:delete", all: "ims:images:⟦lst⟧" });',
  ),
  listed(
    "by default",
    'export default { one: "ims:images:get", delete: "ims:images:delete", all: "ims:images:⟦lst⟧" };',
  ),
  listed(
    "that is filled",
    'export const image: Record<string, string> = { one: "ims:images:get", delete: "ims:images:delete" };\nimage.all = "ims:images:⟦lst⟧";',
  ),
  listed(
    "by a helper",
    'const image = (verb: string) => `ims:images:${verb}`;\nexport const actions = { one: image("get"), delete: image("delete"), all: image("⟦lst⟧") };',
    {
      findings: [misspelt("(made by image)")],
    },
  ),
]);

describe("a list beside policies", () => {
  it("has a mistake once, whether a policy uses the list or not", () => {
    const list = 'export const READ = ["ims:images:get", "ims:images:delete", "ims:images:lst"];\n';
    expect(findingsIn(list + policy("READ")).map(({ text }) => text)).toEqual(["lst"]);
    expect(
      findingsIn(
        list + policy("[...READ]") + policyOf('[{ Effect: "Deny", Action: [READ[2]] }]').replace("policy", "other"),
      ).map(({ text }) => text),
    ).toEqual(["lst"]);
    expect(findingsIn(list + policy('["ims:images:get"]')).map(({ text }) => text)).toEqual(["lst"]);
  });

  it("is judged entry by entry for nothing but names", () => {
    const list =
      'export const ALL = ["functiongraph:function:publish", "ims:images:get", "ims:images:get", "*:*:*", "obs:bucket:ListAllMyBuckets"];\n';
    expect(saidOf(list, { settings: { cloud: "otc" } })).toEqual([]);
  });
});

testSilent("no list of actions", [
  ["actions of AWS", 'export const READ = ["s3:GetObject", "s3:ListBuckts", "ec2:*"];'],
  ["actions of Alibaba", 'export const READ = ["ecs:DescribeInstances", "oss:GetObject", "ram:ListUsrs"];'],
  ["actions of AWS with our services", 'export const READ = ["ecs:ListTasks", "ecs:RunTask", "iam:PassRole"];'],
  ["permissions of a product", 'export const PERMISSIONS = ["images:read:all", "images:write:own", "users:read:all"];'],
  [
    "permissions of a product with a coincidence",
    'export const PERMISSIONS = ["ims:images:get", "ims:images:approve", "ims:images:review", "ims:images:publish"];',
  ],
  [
    "translations",
    'export const en = { "ims:images:list": "Images", "ims:images:get": "Image", "ims:images:lst": "Old" };',
  ],
  ["topics", 'export const TOPICS = ["ims:images:created", "ims:images:deleted", "ims:images:updated"];'],
  ["a test's wrong names", 'it.each(["ims:images:lst", "ims:images:gte", "ims:images:get"])("rejects %s", check);'],
  ["a lone action", 'export const READ = ["ims:images:lst"];'],
  ["actions of version 5.0", 'export const READ = ["ims:images:get", "ims:images:list", "ims::listImages"];'],
  [
    "a function's local list",
    'export function wrong() {\n  return ["ims:images:get", "ims:images:delete", "ims:images:lst"].includes("x");\n}',
  ],
  ["keys of a cache", 'export const KEYS = { one: "cache:images:get", all: "cache:images:list" };'],
  [
    "a map of names to other names",
    'export const renamed = { "ims:images:lst": "ims:images:list", "ims:images:gte": "ims:images:get" };',
  ],
  ["commands", 'export const scripts = { "ims:images:lst": "node list.js", get: "ims:images:get" };'],
]);
