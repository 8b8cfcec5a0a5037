import { describe, expect, it } from "vitest";
import { ActionPattern, parsePattern } from "../../../src/policy/pattern.js";
import { mayBeDenied } from "../../../src/checks/effect/possible-denies.js";
import { documentIn } from "../../policy/statements.js";

function mayBeTakenAway(statements: string): boolean {
  const pattern = parsePattern("iam:users:updateUser") ?? new ActionPattern("", "", "");
  return mayBeDenied(pattern, [documentIn(`{ Version: "1.1", Statement: ${statements} }`)]);
}

describe("an action may be denied", () => {
  it.each([
    ["by a Deny that names it", '[{ Effect: "Deny", Action: ["iam:users:updateUser"] }]'],
    ["by a Deny over it", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: ["*"] }]'],
    ["by a Deny of all but others", '[{ Effect: "Deny", NotAction: ["iam:users:get*"] }]'],
    ["by a Deny of an action that is not known", '[{ Effect: "Deny", Action: [action] }]'],
    ["by an effect that is not known", '[{ Effect: effect, Action: ["ims:images:list"] }]'],
    ["by a statement that is not known", '[{ Effect: "Allow", Action: ["iam:*:*"] }, statement]'],
    ["by a list that is not known", "statements"],
    ["by a Deny for a resource that is not known", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: [resource] }]'],
    [
      "by a Deny whose condition is one of two",
      '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: x ? { Bool: { "g:MFAPresent": ["false"] } } : null }]',
    ],
    ["by a Deny whose condition is not known", '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: condition }]'],
  ])("%s", (_, statements) => expect(mayBeTakenAway(statements)).toBe(true));
});

describe("an action is surely not denied", () => {
  it.each([
    ["without a Deny", '[{ Effect: "Allow", Action: ["iam:*:*", action] }]'],
    ["by a Deny of others", '[{ Effect: "Deny", Action: ["iam:users:get*"] }]'],
    ["by a Deny that leaves it out", '[{ Effect: "Deny", NotAction: ["iam:users:*"] }]'],
    [
      "by a Deny under a condition",
      '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: { Bool: { "g:MFAPresent": ["false"] } } }]',
    ],
    ["by a Deny for one resource", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: ["iam:*:*:user:a"] }]'],
  ])("%s", (_, statements) => expect(mayBeTakenAway(statements)).toBe(false));
});
