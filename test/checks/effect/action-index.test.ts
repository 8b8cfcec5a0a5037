import { describe, expect, it } from "vitest";
import { ActionIndex } from "../../../src/checks/effect/action-index.js";
import { ActionPattern, parsePattern } from "../../../src/policy/pattern.js";
import { documentOf } from "../../policy/statements.js";

function listedIn(actions: string): ActionIndex {
  return new ActionIndex(documentOf(`Allow ${actions}`).statements[0]?.actions);
}

function doesCover(listed: string, action: string): boolean {
  return listedIn(listed).covers(patternOf(action));
}

function patternOf(action: string): ActionPattern {
  return parsePattern(action) ?? new ActionPattern("", "", "");
}

describe("an index covers", () => {
  it.each([
    ["ims:images:list", "ims:images:list"],
    ["evs:*:*, IMS:images:*", "ims:images:list"],
    ["ims:images:l*", "ims:images:l*"],
    // Shorthands that are not valid patterns.
    ["*", "ims:images:list"],
    ["ims:*", "ims:images:list"],
  ])("%s: %s", (listed, action) => {
    expect(doesCover(listed, action)).toBe(true);
  });
});

describe("an index does not cover", () => {
  it.each([
    ["ims:images:list", "ims:images:get"],
    ["ims:images:l*", "ims:images:*"],
    ["ims:*", "evs:volumes:list"],
    ["ims:images", "ims:images:list"],
  ])("%s: %s", (listed, action) => {
    expect(doesCover(listed, action)).toBe(false);
  });
});

describe("the actions of an index that cover", () => {
  it.each<[action: string, listed: string, covering: readonly string[]]>([
    [
      "an action, an equal one first and a pattern of its service last",
      "IMS:images:*, i*:images:*, ims:images:list, ims:images:list, evs:*:*, *",
      ["ims:images:list", "i*:images:*", "*", "IMS:images:*"],
    ],
    ["a pattern, without those that it covers", "ims:images:*, ims:images:l*, ims:images:list", ["ims:images:*"]],
    ["an action, none of those that are no pattern", "ims:images, ims:images:list:all", []],
  ])("%s", (_, listed, covering) => {
    const pattern = patternOf(covering.length === 1 ? "ims:images:*" : "ims:images:list");
    expect([...listedIn(listed).covering(pattern)].map(({ string }) => string.value)).toEqual(covering);
  });

  it("a pattern that spans services span services too", () => {
    const found = [...listedIn("ims:*:*, *:*:*, i*:images:*").covering(patternOf("i*:images:list"))];
    expect(found.map(({ text }) => text)).toEqual(["*:*:*", "i*:images:*"]);
  });
});

it("lists can be added", () => {
  const list = listedIn("ims:images:list");
  list.add(documentOf("Allow IMS:images:list, evs:*:*").statements[0]?.actions ?? []);
  expect([...list.byText.values()].map(({ string }) => string.value)).toEqual(["ims:images:list", "evs:*:*"]);
  expect(list.covers(patternOf("evs:volumes:list"))).toBe(true);
});
