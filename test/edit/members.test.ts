import { describe, expect, it } from "vitest";
import { addMember, removeMember, renameKey } from "../../src/edit/members.js";
import { memberOf } from "../../src/policy/members.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { firstObject, sourceOf } from "../sources.js";
import { edited, memberIn, ofKind, type EditedSample, type UneditedSample } from "./edited.js";

describe("a key is renamed", () => {
  const renamed = (text: string) => (object: ObjectValue) => renameKey(object, memberIn(object, "Efect"), text);

  it.each<EditedSample>([
    ["between its quotes", "p = { Statement: [], 'Efect': 1 };", "p = { Statement: [], 'Effect': 1 };"],
    ["without quotes", "p = { Statement: [], Efect: 1 };", "p = { Statement: [], Effect: 1 };"],
    ["in brackets", 'p = { Statement: [], ["Efect"]: 1 };', 'p = { Statement: [], ["Effect"]: 1 };'],
  ])("%s", (_, code, text) => expect(edited(code, renamed("Effect"))).toBe(text));

  it.each(["g:UserName", "obs:max-keys", "a b", "1a", "a/b"])("to %j, which needs quotes", (text) => {
    expect(edited("p = { Statement: [], Efect: 1 };", renamed(text))).toBe(`p = { Statement: [], "${text}": 1 };`);
    expect(edited('p = { Statement: [], "Efect": 1 };', renamed(text))).toBe(`p = { Statement: [], "${text}": 1 };`);
  });

  it.each(["E", "_effect1", "uri"])("to %j, which needs none", (text) => {
    expect(edited("p = { Statement: [], Efect: 1 };", renamed(text))).toBe(`p = { Statement: [], ${text}: 1 };`);
  });

  it.each<UneditedSample>([
    ["that names a constant too", 'const Efect = "Allow"; p = { Statement: [], Efect };'],
    ["beside the right one", "p = { Statement: [], Efect: 1, Effect: 2 };"],
  ])("but not one %s", (_, code) => expect(edited(code, renamed("Effect"))).toBeUndefined());

  it("but not to one that needs escapes", () => {
    expect(edited("p = { Statement: [], Efect: 1 };", renamed('g:ResourceTag/"a"'))).toBeUndefined();
  });
});

describe("a member is removed", () => {
  const removed = (object: ObjectValue) => removeMember(object, memberIn(object, "Sid"));

  it.each<EditedSample>([
    ["at the start", 'p = { Sid: "a", Statement: [] };', "p = { Statement: [] };"],
    ["at the end", 'p = {\n  Statement: [],\n  Sid: "a",\n};', "p = {\n  Statement: [],\n};"],
  ])("%s", (_, code, text) => expect(edited(code, removed)).toBe(text));

  it.each<UneditedSample>([
    ["that is there twice", 'p = { Sid: "a", Statement: [], Sid: "b" };'],
    ["of an object that is spread in", 'const named = { Sid: "a" }; p = { Statement: [], ...named };'],
    ["beside an object that is spread in", 'const named = { Id: "a" }; p = { Sid: "a", Statement: [], ...named };'],
  ])("but not one %s", (_, code) => expect(edited(code, removed)).toBeUndefined());

  it("but not the only one", () => {
    const onlyOne = (object: ObjectValue) => removeMember(object, memberIn(object, "Statement"));
    expect(edited("p = { Statement: [] };", onlyOne)).toBeUndefined();
  });
});

describe("a member is added", () => {
  const added = (object: ObjectValue) => addMember(object, "Version", "1.1");

  it.each<EditedSample>([
    ["in a line", "p = { Statement: [] };", 'p = { Version: "1.1", Statement: [] };'],
    ["in a line without blanks", 'p={"Statement":[]};', 'p={"Version": "1.1", "Statement":[]};'],
    ["in its quotes", "p = { 'Statement': [] };", "p = { 'Version': '1.1', 'Statement': [] };"],
    ["in lines", "p = {\n\tStatement: [],\n};", 'p = {\n\tVersion: "1.1",\n\tStatement: [],\n};'],
    [
      "behind a comment, which stays one",
      "p = { // Read access.\n  Statement: [],\n};",
      'p = { // Read access.\n  Version: "1.1",\n  Statement: [],\n};',
    ],
    [
      "behind a comment in its line",
      "p = { /* Read access. // */ Statement: [] };",
      'p = { /* Read access. // */ Version: "1.1", Statement: [] };',
    ],
    [
      "before a key in brackets",
      'p = { ["Statement"]: [], Id: 1 };',
      'p = { "Version": "1.1", ["Statement"]: [], Id: 1 };',
    ],
  ])("%s", (_, code, text) => expect(edited(code, added)).toBe(text));

  it.each<UneditedSample>([
    ["a key that names a constant too", "p = { Statement };"],
    ["what is spread in", "const named = { Id: 1 }; p = { ...named, Statement: [] };"],
  ])("but not before %s", (_, code) => expect(edited(code, added)).toBeUndefined());

  it("but not to an empty object, which has no style to follow", () => {
    const inEmpty = (object: ObjectValue) => addMember(ofKind(memberOf(object, "Id"), "object"), "Version", "1.1");
    expect(edited("p = { Statement: [], Id: {} };", inEmpty)).toBeUndefined();
  });

  it("but not if a carrier has keys of its own", () => {
    const code = "p = { statement: [], Statement: [] };";
    const object = firstObject(sourceOf(code));
    const members = object.members.map((member) => ({ ...member, writtenKey: "statement" }));
    expect(addMember({ kind: "object", range: object.range, members, isComplete: true }, "Version", "1.1")).toEqual([]);
  });
});

describe("in HCL, where a line break separates members too, a member", () => {
  const host = "HCL object";
  const removed = (object: ObjectValue) => removeMember(object, memberIn(object, "Sid"));
  const added = (object: ObjectValue) => addMember(object, "Version", "1.1");

  it.each<EditedSample>([
    ["at the start", "p = {\n  Sid = 1\n  Statement = []\n}\n", "p = {\n  Statement = []\n}\n"],
    ["in between", "p = {\n  Id = 1\n  Sid = 1\n  Statement = []\n}\n", "p = {\n  Id = 1\n  Statement = []\n}\n"],
    ["at the end", "p = {\n  Statement = []\n  Sid = 1\n}\n", "p = {\n  Statement = []\n}\n"],
    ["at the end of a line", "p = { Statement = [], Sid = 1 }\n", "p = { Statement = [] }\n"],
    ["with commas", "p = {\n  Sid = 1,\n  Statement = [],\n}\n", "p = {\n  Statement = [],\n}\n"],
    [
      "with a comment above",
      "p = {\n  Statement = []\n  # About Sid.\n  Sid = 1\n}\n",
      "p = {\n  Statement = []\n  # About Sid.\n}\n",
    ],
  ])("is removed %s", (_, code, text) => expect(edited(code, removed, host)).toBe(text));

  it.each<UneditedSample>([
    ["with a comment in its line", "p = {\n  Sid = 1 # One.\n  Statement = []\n}\n"],
    ["with a comment behind it", "p = {\n  Sid = 1\n  # Statements.\n  Statement = []\n}\n"],
  ])("is not removed %s", (_, code) => expect(edited(code, removed, host)).toBeUndefined());

  it.each<EditedSample>([
    ["on a line", "p = {\n  Statement = []\n}\n", 'p = {\n  Version = "1.1"\n  Statement = []\n}\n'],
    ["in a line", "p = { Statement = [] }\n", 'p = { Version = "1.1", Statement = [] }\n'],
    ["with colons", 'p = {\n  "Statement": []\n}\n', 'p = {\n  "Version": "1.1",\n  "Statement": []\n}\n'],
  ])("is added %s", (_, code, text) => expect(edited(code, added, host)).toBe(text));
});
