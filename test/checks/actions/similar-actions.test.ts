import { describe, expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import { similarActions } from "../../../src/checks/actions/similar-actions.js";
import { ActionPattern, parsePattern } from "../../../src/policy/pattern.js";

const catalog = catalogOf(undefined);

function similarTo(text: string) {
  const pattern = parsePattern(text);
  return pattern ? similarActions(catalog, pattern) : [];
}

function namesNear(text: string): string[] {
  return similarTo(text).map(({ name }) => name);
}

describe("the nearest name", () => {
  it.each([
    ["a letter too few", "ims:images:lst", "ims:images:list"],
    ["a letter too many", "ims:images:uploaad", "ims:images:upload"],
    ["two letters that changed places", "ims:images:lsit", "ims:images:list"],
    ["a singular for a plural", "ims:image:list", "ims:images:list"],
    ["another case", "IMS:SERVERIMAGE:CREATE", "ims:serverImages:create"],
    ["two parts misspelt", "ims:image:uplod", "ims:images:upload"],
    ["its words in another order", "ims:list:images", "ims:images:list"],
    ["its service last", "images:list:ims", undefined],
    ["a misspelt service", "functiongrap:function:getCode", "functiongraph:function:getCode"],
    ["a misspelt short service", "imss:images:list", undefined],
    ["a star for the type", "ims:*:lst", "ims:*:list"],
    ["a star within a word", "ims:images:l*x", undefined],
    ["a misspelt beginning before a star", "ims:images:udat*", "ims:images:updat*"],
    ["a misspelt type before a star", "ims:imagez:*", "ims:images:*"],
    ["nothing like it", "ims:frobnicate:everything", undefined],
    ["a service that nobody documents", "zzzzzzz:images:list", undefined],
    ["a star for the service", "*:images:lst", undefined],
    ["the other type of a service of two types", "obs:bucket:GetObject", "obs:object:GetObject"],
    ["the other type and another case", "OBS:Object:createbucket", "obs:bucket:CreateBucket"],
    ["a type that there is not", "obs:files:GetObject", undefined],
    ["another type of a service of many types", "ims:images:createMirrors", undefined],
    ["the name of an API", "obs:object:CompletePartialDownload", "obs:object:GetObject"],
    ["two words of an API's name", "obs:object:DownloadObject", undefined],
  ])("of one with %s: %s", (_, text, name) => {
    expect(namesNear(text)[0]).toBe(name);
  });
});

describe("the similar actions", () => {
  const samples = [
    "ims:images:lst",
    "ims:image:gt",
    "kms:cmk:lits",
    "kms:cmk:gets",
    "ims:images:create1",
    "ims:mages:list",
  ];

  it.each(samples)("are at most three, most similar first: %s", (text) => {
    const costs = similarTo(text).map(({ distance }) => distance);
    expect(costs.length).toBeGreaterThan(0);
    expect(costs.length).toBeLessThanOrEqual(3);
    expect(costs).toEqual([...costs].sort((one, other) => one - other));
    expect(costs.at(-1)).toBeLessThanOrEqual((costs[0] ?? 0) + 1);
  });

  it.each(samples)("have a stable order: %s", (text) => {
    expect(similarTo(text)).toEqual(similarTo(text.toUpperCase()));
  });

  it.each(samples)("are documented: %s", (text) => {
    const unknown = namesNear(text).filter(
      (name) => !catalog.action(parsePattern(name) ?? new ActionPattern("", "", "")),
    );
    expect(unknown).toEqual([]);
  });

  it("include both of two that are equally similar", () => {
    expect(namesNear("kms:cmk:lits").slice(0, 2).sort()).toEqual(["kms:cmk:list", "kms:cmk:lists"]);
  });

  it("with a wildcard are listed once, even if several names match", () => {
    expect(namesNear("ims:*:lst")).toEqual([...new Set(namesNear("ims:*:lst"))]);
  });

  it("are from another service only if no third one has the resource type", () => {
    expect(namesNear("ims:cmk:get")).toEqual(["kms:cmk:get"]);
    expect(similarTo("ims:cmk:get").map(({ isNearMiss }) => isNearMiss)).toEqual([false]);
    expect(namesNear("kms:images:list")).toEqual(["ims:images:list"]);
    expect(namesNear("ims:cmk:*")).toEqual([]);
    expect(namesNear("zzzzz:cmk:get")).toEqual([]);
  });
});

describe("a near miss", () => {
  it.each([
    "ims:images:lst",
    "ims:image:list",
    "ims:serverImage:create",
    "ims:list:images",
    "ims:image:uplod",
    "ecs:server:createImage",
  ])("is %s", (text) => {
    expect(similarTo(text)[0]?.isNearMiss).toBe(true);
  });

  it.each([
    ["another verb", "ecs:servers:set", "ecs:servers:get"],
    ["two letters in a row that differ", "kms:cmk:xyst", undefined],
  ])("is no name with %s", (_, text, nearest) => {
    const [first] = similarTo(text);
    expect(first?.name).toBe(nearest);
    expect(first?.isNearMiss ?? false).toBe(false);
  });
});
