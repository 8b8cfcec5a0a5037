import { describe, expect, it } from "vitest";
import { isOfIdentityPolicy, signOfOtherDialect } from "../../src/policy/dialects.js";
import type { Dialect } from "../../src/policy/document.js";
import { documentIn } from "./statements.js";

describe("only an identity policy has the action", () => {
  it.each([
    "sts::decode",
    "ims::list*",
    "ims:image?:list",
    "im?:images:list",
    "ims:images:lis?",
    "ims::li-st",
    " sts::decode\n",
  ])("%s", (action) => {
    expect(isOfIdentityPolicy(action)).toBe(true);
  });
});

describe("other policies may have the action", () => {
  it.each([
    "ims:images:list",
    "ims:images",
    "ims:im ages:lis?",
    "i s::list",
    "ims::",
    "::list",
    "ims::list:all",
    "ims:::list",
    "ims?",
    "ims:image?",
    "ims::li/st",
    "/ims::list",
  ])("%s", (action) => {
    expect(isOfIdentityPolicy(action)).toBe(false);
  });
});

function signIn(dialect: Dialect, statement: string) {
  return signOfOtherDialect(documentIn(`{ Statement: [{ Effect: "Allow", ${statement} }] }`, dialect));
}

describe("a policy is written in another version than it says", () => {
  it.each<[dialect: Dialect, statement: string, sign: string, other: Dialect]>([
    ["1.1", 'Action: ["ims:images:list", " sts::decode "]', 'the action "sts::decode"', "5.0"],
    ["1.1", 'NotAction: ["ims:images:lis?"]', 'the action "ims:images:lis?"', "5.0"],
    [
      "5.0",
      'Action: ["a:b:c"] }, { Effect: "Allow", Action: ["a:b:c"], Resource: { uri: ["/iam/agencies/1"] }',
      'the "Resource" object',
      "1.1",
    ],
    ["5.0", 'Action: ["a:b:c"], Resource: { uri: ["/iam/agencies/1"] }', 'the "Resource" object', "1.1"],
  ])("%s with %s", (dialect, statement, sign, other) => {
    expect(signIn(dialect, statement)).toEqual({ sign, other });
  });
});

describe("a policy is written in the version that it says", () => {
  it.each<[dialect: Dialect, statement: string]>([
    ["1.1", 'Action: ["vpc:publicIps:get", "iam:agencies:assume"], Resource: { uri: ["/iam/agencies/1"] }'],
    ["5.0", 'Action: ["sts::decode", "ims:images:lis?", "eip:publicIps:get"], Resource: ["*"]'],
    // Identity policies take the names of 1.1 that are listed as aliases.
    ["5.0", 'Action: ["vpc:publicIps:get", "iam:agencies:assume", "iam:tokens:assume", "sts:agencies:assume"]'],
    ["1.0", 'Action: ["sts::decode"]'],
  ])("%s with %s", (dialect, statement) => {
    expect(signIn(dialect, statement)).toBeUndefined();
  });
});
