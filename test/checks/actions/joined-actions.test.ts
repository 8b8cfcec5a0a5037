import { describe, expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import { splitJoinedActions } from "../../../src/checks/actions/joined-actions.js";

const catalog = catalogOf(undefined);

describe("actions joined in one string", () => {
  it.each([
    ["blanks", "ims:images:list ims:images:get", ["ims:images:list", "ims:images:get"]],
    ["a comma", "ims:images:list,ims:images:get", ["ims:images:list", "ims:images:get"]],
    ["commas and line ends", "ims:images:list,\n  ims:*:*,", ["ims:images:list", "ims:*:*"]],
    ["a semicolon", "ims:images:list; obs:bucket:get", ["ims:images:list", "obs:bucket:get"]],
    ["nothing", "ims:images:getims:images:list", ["ims:images:get", "ims:images:list"]],
    ["nothing, in another case", "IMS:images:GETECS:servers:list", ["IMS:images:GET", "ECS:servers:list"]],
    ["nothing, with blanks around", " ims:images:getims:images:list ", ["ims:images:get", "ims:images:list"]],
  ])("by %s are split", (_, text, names) => {
    expect(splitJoinedActions(text, catalog)).toEqual(names);
  });
});

describe("one string stays as it is", () => {
  it.each([
    ["one action", "ims:images:list"],
    ["an action of four parts", "swr:namespace:auth:get"],
    ["an action before a comma", "ims:images:list,"],
    ["prose", "list all images"],
    ["prose before an action", "allow ims:images:list"],
    ["joined actions that nobody documents", "ims:images:fooims:images:list"],
    ["a documented action and one that is not", "ims:images:getims:images:foo"],
    ["three joined actions", "ims:images:getims:images:listims:images:get"],
    ["nothing", ""],
    ["blanks", "  "],
    ["commas", ",,"],
    ["colons", "::::"],
  ])("that is %s", (_, text) => {
    expect(splitJoinedActions(text, catalog)).toEqual([text]);
  });
});
