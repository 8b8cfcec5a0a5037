import { describe, expect, it } from "vitest";
import { replaceIn, replaceString, trimString } from "../../src/edit/strings.js";
import { ofOtherFile } from "../hosts/of-other-file.js";
import { memberOf } from "../../src/policy/members.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { firstObject, sourceOf } from "../sources.js";
import { edited, ofKind, type EditedSample, type UneditedSample } from "./edited.js";

describe("a string is replaced", () => {
  const replaced = (text: string) => (object: ObjectValue) =>
    replaceString(ofKind(memberOf(object, "Version"), "string"), text);

  it.each<EditedSample>([
    ["between its quotes", "p = { Version: '1', Statement: [] };", "p = { Version: '1.1', Statement: [] };"],
    [
      "where a constant holds it",
      'const version = "1"; p = { Version: version, Statement: [] };',
      'const version = "1.1"; p = { Version: version, Statement: [] };',
    ],
  ])("%s", (_, code, text) => expect(edited(code, replaced("1.1"))).toBe(text));

  it("but not a concatenated one", () => {
    expect(edited('p = { Version: "1" + ".2", Statement: [] };', replaced("1.1"))).toBeUndefined();
  });

  it.each(['a"b', "a'b", "a`b", "a\\b", "${a}", "a\nb", "a\u2028b"])("but not by %j, which needs escapes", (text) => {
    expect(edited('p = { Version: "1", Statement: [] };', replaced(text))).toBeUndefined();
  });
});

describe("a part of a string is replaced", () => {
  const change = { id: "change" };
  const replaced = (start: number, end: number) => (object: ObjectValue) => {
    const string = ofKind(memberOf(object, "Version"), "string");
    return replaceIn(string, string.slice(start, end), "x", change);
  };

  it.each<EditedSample>([
    ["in a literal", 'p = { Version: "a:b", Statement: [] };', 'p = { Version: "x:b", Statement: [] };'],
    [
      "in a part of a concatenated string",
      'p = { Version: "a" + ":b", Statement: [] };',
      'p = { Version: "x" + ":b", Statement: [] };',
    ],
  ])("%s", (_, code, text) => expect(edited(code, replaced(0, 1))).toBe(text));

  it("but not one without an exact range", () => {
    expect(edited("p = { Version: `${a}:b`, Statement: [] };", replaced(0, 1))).toBeUndefined();
  });

  it("but not by one that needs escapes", () => {
    const escaped = (object: ObjectValue) => {
      const string = ofKind(memberOf(object, "Version"), "string");
      return replaceIn(string, string.slice(0, 1), "`", change);
    };
    expect(edited('p = { Version: "a:b", Statement: [] };', escaped)).toBeUndefined();
  });
});

describe("whitespace around a string is removed", () => {
  const trimmed = (object: ObjectValue) => trimString(ofKind(memberOf(object, "Version"), "string"));

  it.each<EditedSample>([
    ["on both sides", 'p = { Version: " 1.1  ", Statement: [] };', 'p = { Version: "1.1", Statement: [] };'],
    ["that are escapes", 'p = { Version: "\\t1.1\\u0020", Statement: [] };', 'p = { Version: "1.1", Statement: [] };'],
    ["in a template", "p = { Version: `1.1\n`, Statement: [] };", "p = { Version: `1.1`, Statement: [] };"],
  ])("%s", (_, code, text) => expect(edited(code, trimmed)).toBe(text));

  it.each<UneditedSample>([
    ["that is concatenated", 'p = { Version: " 1" + ".1 ", Statement: [] };'],
    ["that is not known", "p = { Version: ` ${version} `, Statement: [] };"],
    ["of whitespace only", 'p = { Version: "  ", Statement: [] };'],
  ])("but not of one %s", (_, code) => expect(edited(code, trimmed)).toBeUndefined());

  it("but not in another file", () => {
    const version = memberOf(firstObject(sourceOf('p = { Version: " 1.1 ", Statement: [] };')), "Version");
    expect(trimString(ofKind(version && ofOtherFile(version, [15, 22], "constants.ts"), "string"))).toEqual([]);
  });
});
