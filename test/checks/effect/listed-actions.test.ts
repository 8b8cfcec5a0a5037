import { describe, expect, it } from "vitest";
import { coveringPattern, ListedActions } from "../../../src/checks/effect/listed-actions.js";
import { parsePattern } from "../../../src/policy/pattern.js";
import { documentOf } from "../../policy/statements.js";

function doesCover(listed: string, action: string): boolean {
  const [statement] = documentOf(`Allow ${listed}`).statements;
  const pattern = parsePattern(action);
  return pattern !== undefined && new ListedActions(statement?.actions ?? []).cover(pattern);
}

describe("a list of actions covers", () => {
  it.each([
    ["ims:images:list", "ims:images:list"],
    ["evs:*:*, IMS:images:*", "ims:images:list"],
    ["ims:images:l*", "ims:images:l*"],
    // What is no pattern of the language and meant as one.
    ["*", "ims:images:list"],
    ["ims:*", "ims:images:list"],
  ])("%s: %s", (listed, action) => {
    expect(doesCover(listed, action)).toBe(true);
  });
});

describe("a list of actions does not cover", () => {
  it.each([
    ["ims:images:list", "ims:images:get"],
    ["ims:images:l*", "ims:images:*"],
    ["ims:*", "evs:volumes:list"],
    ["ims:images", "ims:images:list"],
  ])("%s: %s", (listed, action) => {
    expect(doesCover(listed, action)).toBe(false);
  });
});

it("an action stands for its pattern, and a short one for everything behind it", () => {
  const [statement] = documentOf("Allow ims:images:l*, ims:*, *, ims:images").statements;
  expect(statement?.actions.map((action) => coveringPattern(action)?.text)).toEqual([
    "ims:images:l*",
    "ims:*:*",
    "*:*:*",
    undefined,
  ]);
});
