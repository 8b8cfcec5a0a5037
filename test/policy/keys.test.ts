import { describe, expect, it } from "vitest";
import { isMissingKey, nearestKey, policyKeys, statementKeys } from "../../src/policy/keys.js";
import { objectIn } from "./statements.js";

describe("the key that is meant", () => {
  it.each([
    ["Action", "Action"],
    ["action", "Action"],
    ["Actions", "Action"],
    ["Acton", "Action"],
    ["Efect", "Effect"],
    ["resources", "Resource"],
    ["Conditions", "Condition"],
    ["NotActions", "NotAction"],
  ])("of %s is %s", (written, key) => {
    expect(nearestKey(written, statementKeys)).toBe(key);
  });

  it.each(["Sid", "Principal", "NotResource", "Actionable", "Statement", ""])("of %j is none", (written) => {
    expect(nearestKey(written, statementKeys)).toBeUndefined();
  });

  it("is one of those that belong there", () => {
    expect(policyKeys.map((key) => nearestKey(key.toLowerCase(), policyKeys))).toEqual([
      "Version",
      "Statement",
      "Depends",
    ]);
  });
});

describe("a key is missing", () => {
  it.each([
    ["{ Statement: [] }", true],
    ['{ Statement: [], Id: "1" }', true],
    ['{ Statement: [], Version: "1.1" }', false],
    ['{ Statement: [], version: "1.1" }', false],
    ['{ Statement: [], Versoin: "1.1" }', false],
    ["{ Statement: [], ...more }", false],
  ])("from %s: %s", (object, isMissing) => {
    expect(isMissingKey(objectIn(object), "Version", policyKeys)).toBe(isMissing);
  });
});
