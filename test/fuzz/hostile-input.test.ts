import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hosts } from "../hosts-table.js";
import { configOf } from "../sources.js";
import { lint } from "./lint.js";

const megabytes = 10_000_000;

describe("a text of ten megabytes", () => {
  const long = "x".repeat(megabytes);
  it.each<[place: string, write: () => string]>([
    ["an action", () => statement(`"Action": ["ims:images:${long}", "ims:images:lst"]`)],
    ["an action of many parts", () => statement(`"Action": ["ims${":".repeat(megabytes)}", "ims:images:lst"]`)],
    ["an action of stars", () => statement(`"Action": ["ims:${"*a".repeat(megabytes / 2)}:*", "ims:images:lst"]`)],
    ["an action in blanks", () => statement(`"Action": ["${" ".repeat(megabytes)}ims:images:list", "ims:images:lst"]`)],
    ["actions in one", () => statement(`"Action": ["${"ims:images:get,".repeat(megabytes / 15)}", "ims:images:lst"]`)],
    ["an effect", () => mistaken("").replace('"Allow"', `"${long}"`)],
    ["a version", () => mistaken("").replace('"Version"', `"Id": 1, "Version": "${long}", "Version"`)],
    ["a key of the policy", () => mistaken("").replace('"Version"', `"${long}": 1, "Version"`)],
    ["a key of a statement", () => mistaken(`"${long}": 1`)],
    ["a resource", () => mistaken(`"Resource": ["obs:*:*:bucket:${long}"]`)],
    ["a resource of many parts", () => mistaken(`"Resource": ["obs${":".repeat(megabytes)}"]`)],
    ["an operator", () => mistaken(`"Condition": { "${long}": { "g:UserName": ["a"] } }`)],
    ["a condition key", () => mistaken(`"Condition": { "StringEquals": { "g:${long}": ["a"] } }`)],
    ["a condition value", () => mistaken(`"Condition": { "StringEquals": { "g:UserName": ["${long}"] } }`)],
    ["a date", () => mistaken(`"Condition": { "DateLessThan": { "g:CurrentTime": ["${"1".repeat(megabytes)}"] } }`)],
    ["an address", () => mistaken(`"Condition": { "IpAddress": { "g:SourceIp": ["${"1.".repeat(megabytes / 2)}"] } }`)],
    ["escapes", () => mistaken(`"Sid": "${"\\n".repeat(megabytes / 20)}"`)],
    ["blanks", () => mistaken("").replace(":", `:${" ".repeat(megabytes)}`)],
    ["a role's name", () => mistakenRole(`"display_name": "${long}"`)],
    ["a role's level", () => mistakenRole(`"display_name": "a", "type": "${long}"`)],
  ])("is no hang and hides nothing: as %s", (_, write) => {
    expect(unknownActions(write(), configOf("JSON"))).toContain("ims:images:lst");
  });

  it("is no hang in a block of a Markdown page", () => {
    const { plugins = {} } = plugin.configs["recommended-json"];
    const page = { plugins, language: "huaweicloud-iam-markdown/json" };
    expect(unknownActions(mistaken(`"Resource": ["${long}"]`), page)).toContain("ims:images:lst");
  });
});

/** What is nested, as `open` and `close` around what it holds. */
const jsonNests: Readonly<Record<string, readonly [open: string, innermost: string, close: string]>> = {
  lists: ["[", '"ims:images:lst"', "]"],
  objects: ['{ "Statement": ', '"ims:images:lst"', " }"],
};

const codeNests: typeof jsonNests = {
  ...jsonNests,
  calls: ["f(", '"ims:images:lst"', ")"],
  constructs: ["new Role(", '"ims:images:lst"', ")"],
  "template literals": ["`${", '"ims:images:lst"', "}`"],
  "conditional expressions": ["x ? y : ", '"ims:images:lst"', ""],
  "spread lists": ["[...", '["ims:images:lst"]', "]"],
  "spread objects": ["{ ...", "{ a: 1 }", " }"],
  brackets: ["(", '"ims:images:lst"', ")"],
  "JSON texts": ["JSON.stringify(", '["ims:images:lst"]', ")"],
  "sums to the right": ['"a" + (', '"b"', ")"],
  "sums to the left": ["", '"a"', ' + "b"'],
  concatenations: ["", '["a"]', '.concat(["b"])'],
  members: ["", "a", ".b"],
  "chained calls": ["", "new Role()", ".withA(1)"],
};

const places: Readonly<Record<string, (value: string) => string>> = {
  Version: (value) => mistaken("").replace('"1.1"', value),
  Statement: (value) => `{ "Version": "1.1", "Statement": ${value} }`,
  Effect: (value) => mistaken("").replace('"Allow"', value),
  Action: (value) => statement(`"Action": ["ims:images:lst", ${value}]`),
  Resource: (value) => mistaken(`"Resource": ${value}`),
  Condition: (value) => mistaken(`"Condition": ${value}`),
  "a condition": (value) => mistaken(`"Condition": { "StringEquals": { "g:UserName": ${value} } }`),
};

const nested = ([open, innermost, close]: (typeof jsonNests)[string], depth: number) =>
  open.repeat(depth) + innermost + close.repeat(depth);

describe.each([300, 10_000])("%i levels of JSON", (depth) => {
  it.each(Object.entries(places))("are no crash where the parser takes them: in %s", (_, write) => {
    for (const { config, write: writeHost } of hosts.filter(({ name }) => ["JSON", "string"].includes(name))) {
      for (const nest of Object.values(jsonNests)) {
        verify(writeHost(write(nested(nest, depth))), config, depth);
      }
    }
  });
});

/** Not more: by itself, without a rule, ESLint ends the process for 700 levels of lists in JavaScript. */
describe("300 levels of code", () => {
  it.each(Object.entries(codeNests))("are no crash: of %s", (_, nest) => {
    const value = nested(nest, 300);
    const policy = statement(`"Action": ${value}, "Resource": ${value}, "Condition": ${value}`);
    verify(`export const policy = ${policy};`, configOf("object literal"), 300);
  });
});

/** More than are followed, and more than the calls of a program may be deep where each has some of its own. */
describe("3,000 constants", () => {
  it.each(Object.entries(codeNests))("that are made of one another are no crash: %s", (_, [open, innermost, close]) => {
    const constants = Array.from({ length: 3_000 }, (__, index) => `const c${index + 1} = ${open}c${index}${close};`);
    const code = `const c0 = ${innermost};\n${constants.join("\n")}\n`;
    const policy = statement(`"Action": ["ims:images:lst", c3000], "Resource": c3000, "Condition": c3000`);
    verify(`${code}export const policy = ${policy};`, configOf("object literal"), 3_000);
  });
});

/** A text that ESLint goes through without a rule is no crash with ours; what is too deep for it differs by machine. */
function verify(text: string, config: Linter.Config, depth: number): void {
  const refusal = refusalOf(() => lint(text, config).fatal);
  if (refusal !== undefined) {
    expect(depth, refusal).toBeGreaterThan(300);
    const withoutRules = refusalOf(() => new Linter().verify(text, config).find(({ fatal }) => fatal)?.message);
    expect(withoutRules, refusal).toBeDefined();
  }
}

/** What the parser says of a text, or where a run of it ended. */
function refusalOf(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch (error) {
    return (error as Error).stack;
  }
}

function unknownActions(text: string, config: Linter.Config): readonly string[] {
  return lint(text, config)
    .reports.filter(({ rule }) => rule === "no-unknown-action")
    .map(({ start, end }) => `ims:images:${text.slice(start, end)}`);
}

function statement(members: string): string {
  return `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", ${members} }] }`;
}

/** A policy with a mistake, and with another member of its statement. */
function mistaken(member: string): string {
  return statement(`"Action": ["ims:images:list", "ims:images:lst"]${member && `, ${member}`}`);
}

function mistakenRole(members: string): string {
  return `{ "role": { "type": "XA", ${members}, "policy": ${mistaken("")} } }`;
}
