import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { readFileComments, type FileComments } from "../../src/eslint/file-comments.js";
import { createRule } from "../../src/eslint/create-rule.js";
import { hostOf } from "../../src/hosts/index.js";
import { configOf, sourceOf } from "../sources.js";

const policy = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }';
const docs = { description: "Probe", config: "strict", severity: "error" } as const;
const module = `export const policy = ${policy};`;

/** Every host that has comments, with a file that contains one. */
const commentHosts: readonly (readonly [host: string, write: (comment: string) => string])[] = [
  ["JSONC", (comment) => `${comment}\n${policy}`],
  ["JSON5", (comment) => `${comment}\n${policy}`],
  ["jsonc-eslint-parser", (comment) => `${comment}\n${policy}`],
  ["object literal", (comment) => `${comment}\n${module}`],
  ["as const", (comment) => `${comment}\n${module}`],
];

function commentsIn(text: string, config: Linter.Config): FileComments {
  const source = sourceOf(text, config);
  return readFileComments(hostOf(source.ast)?.comments(source) ?? []);
}

const styles: readonly string[] = [
  "// huaweicloud-iam scope: enterprise-project",
  "/* huaweicloud-iam scope: enterprise-project */",
  "/** huaweicloud-iam scope: enterprise-project */",
  "/**\n * huaweicloud-iam scope: enterprise-project\n */",
  "//huaweicloud-iam scope:enterprise-project",
  "// huaweicloud-iam  scope : enterprise-project ",
  "/*\r\n  huaweicloud-iam scope: enterprise-project\r\n*/",
  "// huaweicloud-iam scope: enterprise-project -- granted in main.tf: see there",
];

const notUnderstood = 'write "huaweicloud-iam scope: enterprise-project", with a reason after " -- " if you like.';

describe.each(commentHosts)("comments in %s", (host, write) => {
  it.each(styles)("apply a setting to the file: %j", (comment) => {
    expect(commentsIn(write(comment), configOf(host))).toEqual({
      settings: { scope: "enterprise-project" },
      problems: [],
    });
  });

  it("apply from anywhere in the file", () => {
    const comments = commentsIn(`${write("// First.")}\n// huaweicloud-iam cloud: otc`, configOf(host));
    expect(comments.settings).toEqual({ cloud: "otc" });
  });

  it("may be repeated; the last one of a key takes precedence", () => {
    const comments = ["scope: iam-project", "cloud: otc", "scope: enterprise-project"];
    const { settings } = commentsIn(
      write(comments.map((text) => `// huaweicloud-iam ${text}`).join("\n")),
      configOf(host),
    );
    expect(settings).toEqual({ scope: "enterprise-project", cloud: "otc" });
  });

  it.each([
    ["// huaweicloud-iam scop: enterprise-project", '"scop" is not a setting. The settings are "cloud" and "scope".'],
    ["/* huaweicloud-iam cloud: aws */", '"cloud" is "aws", but must be "otc", "otc-swiss" or "huaweicloud".'],
    ["// huaweicloud-iam scope:", '"scope" is "", but must be "iam-project" or "enterprise-project".'],
    ["// huaweicloud-iam knownActions: x", '"knownActions" is not a setting. The settings are "cloud" and "scope".'],
    ["// huaweicloud-iam scope enterprise-project", notUnderstood],
    ["/* huaweicloud-iam cloud = otc */", notUnderstood],
    ["// huaweicloud-iam constructor: x", '"constructor" is not a setting. The settings are "cloud" and "scope".'],
  ])("that are not understood are named: %s", (comment, problem) => {
    const text = write(`// huaweicloud-iam cloud: otc\n${comment}`);
    const { settings, problems } = commentsIn(text, configOf(host));
    expect(settings).toEqual({ cloud: "otc" });
    expect(problems.map(({ range, ...rest }) => [text.slice(...range), rest.problem])).toEqual([[comment, problem]]);
  });

  it.each([
    "// Why the policy is as it is.",
    "// See huaweicloud-iam scope: enterprise-project",
    "// huaweicloud-iam-scope: enterprise-project",
    "// huaweicloud-iam reads this file and its neighbours.",
    "// eslint huaweicloud-iam/valid-policy: error",
  ])("of other matters are left alone: %s", (comment) => {
    expect(commentsIn(write(comment), configOf(host))).toEqual({ settings: {}, problems: [] });
  });
});

describe("a strict JSON file", () => {
  it("has no comments", () => {
    expect(commentsIn(policy, configOf("JSON"))).toEqual({ settings: {}, problems: [] });
  });

  it("has none in its strings", () => {
    const text = `{ "//": "// huaweicloud-iam scope: enterprise-project", "policy": ${policy} }`;
    expect(commentsIn(text, configOf("JSON")).settings).toEqual({});
  });
});

describe("a comment", () => {
  const shared = { scope: "iam-project", cloud: "otc" };

  it.each([
    ["", shared],
    ["// huaweicloud-iam scope: enterprise-project\n", { ...shared, scope: "enterprise-project" }],
    ["// huaweicloud-iam scope: everywhere\n", shared],
  ])("counts more than the settings of the configuration: %j", (comment, expected) => {
    const seen: unknown[] = [];
    const rule = createRule({
      ...{ name: "probe", meta: { type: "problem", docs, schema: [], defaultOptions: [], messages: {} } },
      create: () => ({
        policy: {
          when: () => true,
          problems(_, { settings }) {
            seen.push(settings);
            return [];
          },
        },
      }),
    });
    new Linter().verify(comment + module, {
      plugins: { probe: { rules: { probe: rule } } },
      rules: { "probe/probe": "error" },
      settings: { "huaweicloud-iam": shared },
    });
    expect(seen).toEqual([expected]);
  });
});

it("reads a comment with a million blanks in time that grows with their number", () => {
  const blanks = " ".repeat(1_000_000);
  const text = ` huaweicloud-iam scope: enterprise-project${blanks}x`;
  const { settings, problems } = readFileComments([{ text, range: [0, text.length] }]);
  expect(settings).toEqual({});
  expect(problems).toEqual([{ range: [0, text.length], problem: notUnderstood }]);
});
