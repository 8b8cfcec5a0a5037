import { describe, expect, it } from "vitest";
import { relocate } from "../../src/hosts/estree/relocate.js";
import type { Edit } from "../../src/edit/problem.js";
import {
  addMember,
  quote,
  quoteInList,
  removeMember,
  renameKey,
  replaceText,
  trimText,
  wrapInList,
} from "../../src/edit/edits.js";
import { findMember, memberOf, type Member, type ObjectValue, type Value } from "../../src/policy/value.js";
import { configOf, firstObject, sourceOf } from "../sources.js";

type Sample = readonly [what: string, code: string, repaired: string];
type Twin = readonly [what: string, code: string];

/** The member of a policy that a sample is about. */
function memberIn(object: ObjectValue, key: string): Member {
  const member = findMember(object, key);
  if (!member) {
    throw new Error(`No member "${key}".`);
  }
  return member;
}

/** A text after the edit of the first object in it that has a key `Statement`; `undefined` where none is offered. */
function repaired(code: string, repairsOf: (object: ObjectValue) => readonly Edit[]): string | undefined {
  const [edit] = repairsOf(firstObject(sourceOf(code, configOf("as const"))));
  return edit
    ?.changes(code)
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce((text, change) => text.slice(0, change.range[0]) + change.text + text.slice(change.range[1]), code);
}

/** A member as it is where its object is written as `{ Resource }`, and its value in another file. */
function shorthandOfImport({ range, keyRange, value }: Member): Member {
  return { key: "Resource", keyRange, range: keyRange, value: relocate(value, keyRange, `constants.ts:${range[0]}`) };
}

function ofKind<Kind extends Value["kind"]>(value: Value | undefined, kind: Kind): Extract<Value, { kind: Kind }> {
  if (value?.kind !== kind) {
    throw new Error(`No ${kind}.`);
  }
  return value as Extract<Value, { kind: Kind }>;
}

describe("a lone value gets brackets", () => {
  const wrapped = (object: ObjectValue) => {
    const member = memberIn(object, "Resource");
    return wrapInList(member, member.value);
  };

  it.each<Sample>([
    ["behind its key", 'p = { Statement: [], Resource: "*" };', 'p = { Statement: [], Resource: ["*"] };'],
    ["without blanks", 'p={Statement:[],"Resource":"*"};', 'p={Statement:[],"Resource":["*"]};'],
    [
      "in an object that is spread in",
      'const all = { Resource: "*" }; p = { Statement: [], ...all };',
      'const all = { Resource: ["*"] }; p = { Statement: [], ...all };',
    ],
  ])("%s", (_, code, text) => expect(repaired(code, wrapped)).toBe(text));

  it.each<Twin>([
    ["of a constant", 'const all = "*"; p = { Statement: [], Resource: all };'],
    ["of a constant by the name of the key", 'const Resource = "*"; p = { Statement: [], Resource };'],
    ["that is a part of an expression", 'p = { Statement: [], Resource: ("*") };'],
  ])("but not one %s", (_, code) => expect(repaired(code, wrapped)).toBeUndefined());

  it("but not one of another file by the name of the key", () => {
    const code = 'p = { Statement: [], Resource: "*" };';
    const member = shorthandOfImport(memberIn(firstObject(sourceOf(code)), "Resource"));
    expect(wrapInList(member, member.value)).toEqual([]);
  });
});

describe("a number or boolean gets quotes and brackets", () => {
  const quoted = (object: ObjectValue) => {
    const member = memberIn(object, "Resource");
    return quoteInList(member, ofKind(member.value, "scalar"));
  };

  it.each<Sample>([
    ["double ones", "p = { Statement: [], Resource: true };", 'p = { Statement: [], Resource: ["true"] };'],
    ["those of its key", "p = { Statement: [], 'Resource': 7 };", "p = { Statement: [], 'Resource': ['7'] };"],
  ])("%s", (_, code, text) => expect(repaired(code, quoted)).toBe(text));

  it.each<Twin>([
    ["that is null", "p = { Statement: [], Resource: null };"],
    ["of a constant", "const yes = true; p = { Statement: [], Resource: yes };"],
  ])("but not one %s", (_, code) => expect(repaired(code, quoted)).toBeUndefined());
});

describe("a number or boolean gets quotes", () => {
  const quoted = (object: ObjectValue) => {
    const member = memberIn(object, "Resource");
    const [element] = member.value.kind === "array" ? member.value.placed : [{ value: member.value, place: undefined }];
    return quote(member, ofKind(element?.value, "scalar"), element?.place);
  };

  it.each<Sample>([
    ["behind its key", "p = { Statement: [], Resource: 7 };", 'p = { Statement: [], Resource: "7" };'],
    ["in a list", "p = { Statement: [], Resource: [7, yes] };", 'p = { Statement: [], Resource: ["7", yes] };'],
    [
      "in a list that is spread in",
      "const list = [7]; p = { Statement: [], Resource: [...list] };",
      'const list = ["7"]; p = { Statement: [], Resource: [...list] };',
    ],
  ])("%s", (_, code, text) => expect(repaired(code, quoted)).toBe(text));

  it.each<Twin>([
    ["that is null", "p = { Statement: [], Resource: [null] };"],
    ["of a constant", "const seven = 7; p = { Statement: [], Resource: seven };"],
    ["of an assertion in a list", "p = { Statement: [], Resource: [7 as Version] };"],
    ["behind an assertion in a list", "p = { Statement: [], Resource: [<Version>7] };"],
    ["of a constant in a list", "const seven = 7; p = { Statement: [], Resource: [seven] };"],
  ])("but not one %s", (_, code) => expect(repaired(code, quoted)).toBeUndefined());
});

describe("a text is replaced", () => {
  const replaced = (text: string) => (object: ObjectValue) =>
    replaceText(ofKind(memberOf(object, "Version"), "string"), text);

  it.each<Sample>([
    ["between its quotes", "p = { Version: '1', Statement: [] };", "p = { Version: '1.1', Statement: [] };"],
    [
      "where a constant holds it",
      'const version = "1"; p = { Version: version, Statement: [] };',
      'const version = "1.1"; p = { Version: version, Statement: [] };',
    ],
  ])("%s", (_, code, text) => expect(repaired(code, replaced("1.1"))).toBe(text));

  it("but not one that is put together", () => {
    expect(repaired('p = { Version: "1" + ".2", Statement: [] };', replaced("1.1"))).toBeUndefined();
  });

  it.each(['a"b', "a'b", "a`b", "a\\b", "${a}", "a\nb", "a\u2028b"])("but not by %j, which needs escapes", (text) => {
    expect(repaired('p = { Version: "1", Statement: [] };', replaced(text))).toBeUndefined();
  });
});

describe("blanks around a text go", () => {
  const trimmed = (object: ObjectValue) => trimText(ofKind(memberOf(object, "Version"), "string"));

  it.each<Sample>([
    ["on both sides", 'p = { Version: " 1.1  ", Statement: [] };', 'p = { Version: "1.1", Statement: [] };'],
    ["that are escapes", 'p = { Version: "\\t1.1\\u0020", Statement: [] };', 'p = { Version: "1.1", Statement: [] };'],
    ["in a template", "p = { Version: `1.1\n`, Statement: [] };", "p = { Version: `1.1`, Statement: [] };"],
  ])("%s", (_, code, text) => expect(repaired(code, trimmed)).toBe(text));

  it.each<Twin>([
    ["that is put together", 'p = { Version: " 1" + ".1 ", Statement: [] };'],
    ["that is not known", "p = { Version: ` ${version} `, Statement: [] };"],
    ["of blanks only", 'p = { Version: "  ", Statement: [] };'],
  ])("but not of one %s", (_, code) => expect(repaired(code, trimmed)).toBeUndefined());

  it("but not of one of another file", () => {
    const version = memberOf(firstObject(sourceOf('p = { Version: " 1.1 ", Statement: [] };')), "Version");
    expect(trimText(ofKind(version && relocate(version, [15, 22], "constants.ts"), "string"))).toEqual([]);
  });
});

describe("a key is renamed", () => {
  const renamed = (text: string) => (object: ObjectValue) => renameKey(object, memberIn(object, "Efect"), text);

  it.each<Sample>([
    ["between its quotes", "p = { Statement: [], 'Efect': 1 };", "p = { Statement: [], 'Effect': 1 };"],
    ["without quotes", "p = { Statement: [], Efect: 1 };", "p = { Statement: [], Effect: 1 };"],
    ["in brackets", 'p = { Statement: [], ["Efect"]: 1 };', 'p = { Statement: [], ["Effect"]: 1 };'],
  ])("%s", (_, code, text) => expect(repaired(code, renamed("Effect"))).toBe(text));

  it.each(["g:UserName", "obs:max-keys", "a b", "1a", "a/b"])("to %j, which needs quotes", (text) => {
    expect(repaired("p = { Statement: [], Efect: 1 };", renamed(text))).toBe(`p = { Statement: [], "${text}": 1 };`);
    expect(repaired('p = { Statement: [], "Efect": 1 };', renamed(text))).toBe(`p = { Statement: [], "${text}": 1 };`);
  });

  it.each(["E", "_effect1", "uri"])("to %j, which needs none", (text) => {
    expect(repaired("p = { Statement: [], Efect: 1 };", renamed(text))).toBe(`p = { Statement: [], ${text}: 1 };`);
  });

  it.each<Twin>([
    ["that names a constant too", 'const Efect = "Allow"; p = { Statement: [], Efect };'],
    ["beside the right one", "p = { Statement: [], Efect: 1, Effect: 2 };"],
  ])("but not one %s", (_, code) => expect(repaired(code, renamed("Effect"))).toBeUndefined());

  it("but not to one that needs escapes", () => {
    expect(repaired("p = { Statement: [], Efect: 1 };", renamed('g:ResourceTag/"a"'))).toBeUndefined();
  });
});

describe("a member is removed", () => {
  const removed = (object: ObjectValue) => removeMember(object, memberIn(object, "Sid"));

  it.each<Sample>([
    ["at the start", 'p = { Sid: "a", Statement: [] };', "p = { Statement: [] };"],
    ["at the end", 'p = {\n  Statement: [],\n  Sid: "a",\n};', "p = {\n  Statement: [],\n};"],
  ])("%s", (_, code, text) => expect(repaired(code, removed)).toBe(text));

  it.each<Twin>([
    ["that is there twice", 'p = { Sid: "a", Statement: [], Sid: "b" };'],
    ["of an object that is spread in", 'const named = { Sid: "a" }; p = { Statement: [], ...named };'],
    ["beside an object that is spread in", 'const named = { Id: "a" }; p = { Sid: "a", Statement: [], ...named };'],
  ])("but not one %s", (_, code) => expect(repaired(code, removed)).toBeUndefined());

  it("but not the only one", () => {
    const onlyOne = (object: ObjectValue) => removeMember(object, memberIn(object, "Statement"));
    expect(repaired("p = { Statement: [] };", onlyOne)).toBeUndefined();
  });
});

describe("a member is added", () => {
  const added = (object: ObjectValue) => addMember(object, "Version", "1.1");

  it.each<Sample>([
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
  ])("%s", (_, code, text) => expect(repaired(code, added)).toBe(text));

  it.each<Twin>([
    ["a key that names a constant too", "p = { Statement };"],
    ["what is spread in", "const named = { Id: 1 }; p = { ...named, Statement: [] };"],
  ])("but not before %s", (_, code) => expect(repaired(code, added)).toBeUndefined());

  it("but not to an empty object, which has no style", () => {
    const inEmpty = (object: ObjectValue) => addMember(ofKind(memberOf(object, "Id"), "object"), "Version", "1.1");
    expect(repaired("p = { Statement: [], Id: {} };", inEmpty)).toBeUndefined();
  });

  it("but not where a carrier has keys of its own", () => {
    const code = "p = { statement: [], Statement: [] };";
    const object = firstObject(sourceOf(code));
    const members = object.members.map((member) => ({ ...member, writtenKey: "statement" }));
    expect(addMember({ kind: "object", range: object.range, members, isComplete: true }, "Version", "1.1")).toEqual([]);
  });
});
