import { describe, expect, it } from "vitest";
import { addStrings, quoteInList, removeString, splitString, wrapInList } from "../../src/edit/lists.js";
import { ofOtherFile } from "../hosts/of-other-file.js";
import { listedValues } from "../../src/policy/listed.js";
import { memberOf } from "../../src/policy/members.js";
import type { Member, ObjectValue } from "../../src/policy/value.js";
import { firstObject, sourceOf } from "../sources.js";
import { edited, memberIn, ofKind, type EditedSample, type UneditedSample } from "./edited.js";

/** The member of a shorthand property `{ Resource }` whose value is in another file. */
function shorthandOfImport({ range, keyRange, value }: Member): Member {
  return {
    key: "Resource",
    keyRange,
    range: keyRange,
    value: ofOtherFile(value, keyRange, `constants.ts:${range[0]}`),
  };
}

describe("a lone value gets brackets", () => {
  const wrapped = (object: ObjectValue) => {
    const member = memberIn(object, "Resource");
    return wrapInList(member, member.value);
  };

  it.each<EditedSample>([
    ["behind its key", 'p = { Statement: [], Resource: "*" };', 'p = { Statement: [], Resource: ["*"] };'],
    ["without blanks", 'p={Statement:[],"Resource":"*"};', 'p={Statement:[],"Resource":["*"]};'],
    [
      "in an object that is spread in",
      'const all = { Resource: "*" }; p = { Statement: [], ...all };',
      'const all = { Resource: ["*"] }; p = { Statement: [], ...all };',
    ],
  ])("%s", (_, code, text) => expect(edited(code, wrapped)).toBe(text));

  it.each<UneditedSample>([
    ["of a constant", 'const all = "*"; p = { Statement: [], Resource: all };'],
    ["of a constant by the name of the key", 'const Resource = "*"; p = { Statement: [], Resource };'],
    ["that is a part of an expression", 'p = { Statement: [], Resource: ("*") };'],
  ])("but not one %s", (_, code) => expect(edited(code, wrapped)).toBeUndefined());

  it("but not a shorthand property from another file", () => {
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

  it.each<EditedSample>([
    ["double ones", "p = { Statement: [], Resource: true };", 'p = { Statement: [], Resource: ["true"] };'],
    ["those of its key", "p = { Statement: [], 'Resource': 7 };", "p = { Statement: [], 'Resource': ['7'] };"],
  ])("%s", (_, code, text) => expect(edited(code, quoted)).toBe(text));

  it.each<UneditedSample>([
    ["that is null", "p = { Statement: [], Resource: null };"],
    ["of a constant", "const yes = true; p = { Statement: [], Resource: yes };"],
  ])("but not one %s", (_, code) => expect(edited(code, quoted)).toBeUndefined());
});

describe("a string of a list", () => {
  const message = { id: "change" };
  const listed = (object: ObjectValue) => {
    const [element] = listedValues(memberOf(object, "Resource"));
    return { string: ofKind(element?.value, "string"), place: element?.place };
  };
  const added = (object: ObjectValue) => addStrings(listed(object), ["b", "c"], message);
  const split = (object: ObjectValue) => splitString(listed(object), ["b", "c"], message);
  const removed = (object: ObjectValue) => removeString(listed(object), "fix", message);

  it.each<EditedSample>([
    [
      "in its quotes",
      "p = { Statement: [], Resource: ['a', \"z\"] };",
      "p = { Statement: [], Resource: ['a', 'b', 'c', \"z\"] };",
    ],
    [
      "where a constant stands in the list",
      'const a = "a"; p = { Statement: [], Resource: [a] };',
      'const a = "a"; p = { Statement: [], Resource: [a, "b", "c"] };',
    ],
  ])("gets others behind it, %s", (_, code, text) => expect(edited(code, added)).toBe(text));

  it("is split", () => {
    expect(edited("p = { Statement: [], Resource: ['a', \"z\"] };", split)).toBe(
      "p = { Statement: [], Resource: ['b', 'c', \"z\"] };",
    );
  });

  it("is removed", () => {
    expect(edited("p = { Statement: [], Resource: ['a', \"z\"] };", removed)).toBe(
      'p = { Statement: [], Resource: ["z"] };',
    );
  });

  it.each([added, split, removed])("is not edited outside of a list", (editsOf) => {
    expect(edited('p = { Statement: [], Resource: "a" };', editsOf)).toBeUndefined();
  });

  it("is not edited with strings that need escapes", () => {
    const code = 'p = { Statement: [], Resource: ["a"] };';
    expect(edited(code, (object) => addStrings(listed(object), ["b", '"'], message))).toBeUndefined();
    expect(edited(code, (object) => splitString(listed(object), ["b", "$"], message))).toBeUndefined();
    expect(edited(code, (object) => addStrings(listed(object), [], message))).toBeUndefined();
  });
});
