import { describe, expect, it } from "vitest";
import { ActionPattern, parsePattern } from "../../../src/policy/pattern.js";
import { mayBeDenied } from "../../../src/checks/effect/possible-denies.js";
import { documentIn } from "../../policy/statements.js";

function isPossiblyDenied(statements: string): boolean {
  const pattern = parsePattern("iam:users:updateUser") ?? new ActionPattern("", "", "");
  return mayBeDenied(pattern, [documentIn(`{ Version: "1.1", Statement: ${statements} }`)]);
}

describe("an action may be denied", () => {
  it.each([
    ["by a Deny that names it", '[{ Effect: "Deny", Action: ["iam:users:updateUser"] }]'],
    ["by a Deny that covers it", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: ["*"] }]'],
    ["by a Deny that excepts others", '[{ Effect: "Deny", NotAction: ["iam:users:get*"] }]'],
    ["by a Deny of an unknown action", '[{ Effect: "Deny", Action: [action] }]'],
    ["by an unknown effect", '[{ Effect: effect, Action: ["ims:images:list"] }]'],
    ["by an unknown statement", '[{ Effect: "Allow", Action: ["iam:*:*"] }, statement]'],
    ["by an unknown list of statements", "statements"],
    ["by a Deny of an unknown resource", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: [resource] }]'],
    [
      "by a Deny that may be unconditional",
      '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: x ? { Bool: { "g:MFAPresent": ["false"] } } : null }]',
    ],
    ["by a Deny with an unknown condition", '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: condition }]'],
  ])("%s", (_, statements) => expect(isPossiblyDenied(statements)).toBe(true));
});

describe("an action is certainly not denied", () => {
  it.each([
    ["without a Deny", '[{ Effect: "Allow", Action: ["iam:*:*", action] }]'],
    ["by a Deny of others", '[{ Effect: "Deny", Action: ["iam:users:get*"] }]'],
    ["by a Deny that excepts it", '[{ Effect: "Deny", NotAction: ["iam:users:*"] }]'],
    [
      "by a conditional Deny",
      '[{ Effect: "Deny", Action: ["iam:*:*"], Condition: { Bool: { "g:MFAPresent": ["false"] } } }]',
    ],
    ["by a Deny for one resource", '[{ Effect: "Deny", Action: ["iam:*:*"], Resource: ["iam:*:*:user:a"] }]'],
  ])("%s", (_, statements) => expect(isPossiblyDenied(statements)).toBe(false));
});
