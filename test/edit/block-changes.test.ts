import { describe, expect, it } from "vitest";
import { addStrings, removeString, splitString, wrapInList, type ListedString } from "../../src/edit/lists.js";
import { addMember, removeMember, renameKey } from "../../src/edit/members.js";
import { quoteScalar } from "../../src/edit/quotes.js";
import { replaceIn, replaceString } from "../../src/edit/strings.js";
import { memberOf } from "../../src/policy/members.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { edited, memberIn, ofKind, type EditedSample, type UneditedSample } from "./edited.js";

const message = { id: "change" };

/** The first element of `x` that is a string with an `x` in it. */
function listed(object: ObjectValue): ListedString {
  const element = ofKind(memberOf(object, "x"), "array").placed.find(
    ({ value }) => value.kind === "string" && value.value.includes("x"),
  );
  return { string: ofKind(element?.value, "string"), place: element?.place };
}

describe("elements are added to a list in lines", () => {
  const added = (object: ObjectValue) => addStrings(listed(object), ["b:c", "*:*:*"], message);

  it.each<EditedSample>([
    ["behind the last", "Statement:\nx:\n  - a\n  - x", 'Statement:\nx:\n  - a\n  - x\n  - b:c\n  - "*:*:*"'],
    ["between two", "Statement:\nx:\n- 'x'\n- a\n", "Statement:\nx:\n- 'x'\n- 'b:c'\n- '*:*:*'\n- a\n"],
    [
      "behind the only one",
      'Statement:\nx:\n  -   "x" \ny: z\n',
      'Statement:\nx:\n  -   "x" \n  -   "b:c"\n  -   "*:*:*"\ny: z\n',
    ],
    [
      "behind a comment",
      "Statement:\nx:\n- x # c\n# d\n- a\n",
      'Statement:\nx:\n- x # c\n- b:c\n- "*:*:*"\n# d\n- a\n',
    ],
    [
      "with the line ends of the file",
      "Statement:\r\nx:\r\n- x\r\n- a\r\n",
      'Statement:\r\nx:\r\n- x\r\n- b:c\r\n- "*:*:*"\r\n- a\r\n',
    ],
    [
      "of a list that begins in the line of another",
      "- Statement:\n  x: [x]\n",
      '- Statement:\n  x: [x, b:c, "*:*:*"]\n',
    ],
    ["in brackets", "Statement:\nx: [a, x]\n", 'Statement:\nx: [a, x, b:c, "*:*:*"]\n'],
    [
      "in brackets over lines",
      "Statement:\nx: [\n  'x', # c\n  a\n]\n",
      "Statement:\nx: [\n  'x', # c\n  'b:c',\n  '*:*:*',\n  a\n]\n",
    ],
    ["behind an alias", "a: &a x\nStatement:\nx:\n- *a\n", 'a: &a x\nStatement:\nx:\n- *a\n- b:c\n- "*:*:*"\n'],
  ])("%s", (_, code, text) => expect(edited(code, added, "YAML")).toBe(text));

  it("in a list of lists", () => {
    const inner = (object: ObjectValue) => {
      const [element] = ofKind(ofKind(memberOf(object, "x"), "array").elements[0], "array").placed;
      return addStrings({ string: ofKind(element?.value, "string"), place: element?.place }, ["b"], message);
    };
    expect(edited("Statement:\nx:\n  - - a\n    - c\n", inner, "YAML")).toBe(
      "Statement:\nx:\n  - - a\n    - b\n    - c\n",
    );
  });

  it.each<UneditedSample>([
    ["its element is in the line behind the dash", "Statement:\nx:\n-\n  x\n"],
    ["an element is left out", "Statement:\nx:\n- x\n-\n"],
  ])("but not where %s", (_, code) => expect(edited(code, added, "YAML")).toBeUndefined());
});

describe("an element of a list in lines is replaced by several", () => {
  const split = (object: ObjectValue) => splitString(listed(object), ["b", "c"], message);

  it.each<EditedSample>([
    ["in its place", "Statement:\nx:\n- a\n- x # d\n- e\n", "Statement:\nx:\n- a\n- b\n- c # d\n- e\n"],
    ["an alias", "a: &a x\nStatement:\nx: [*a]\n", "a: &a x\nStatement:\nx: [b, c]\n"],
  ])("%s", (_, code, text) => expect(edited(code, split, "YAML")).toBe(text));

  it("but not where an alias may stand for it", () => {
    expect(edited("Statement:\nx:\n- &x x\ny: *x\n", split, "YAML")).toBeUndefined();
    expect(edited("Statement:\nx: [&x x]\ny: *x\n", split, "YAML")).toBeUndefined();
  });
});

describe("an element is removed from a list in lines", () => {
  const removed = (object: ObjectValue) => removeString(listed(object), "fix", message);

  it.each<EditedSample>([
    ["the first", "Statement:\nx:\n  - x\n  - a\n", "Statement:\nx:\n  - a\n"],
    ["the last", "Statement:\nx:\n- a\n- x\ny: z\n", "Statement:\nx:\n- a\ny: z\n"],
    ["the last of the file", "Statement:\nx:\n- a\n- x", "Statement:\nx:\n- a"],
    ["one between two", "Statement:\r\nx:\r\n- a\r\n- 'x'\r\n- b\r\n", "Statement:\r\nx:\r\n- a\r\n- b\r\n"],
    ["one over lines", "Statement:\nx:\n- a\n- x\n  y\n- b\n", "Statement:\nx:\n- a\n- b\n"],
    ["one below a heading", "Statement:\nx:\n- a\n# c\n- x\n- b\n", "Statement:\nx:\n- a\n# c\n- b\n"],
    ["an alias", "a: &a x\nStatement:\nx:\n- b\n- *a\n", "a: &a x\nStatement:\nx:\n- b\n"],
    ["in brackets", "Statement:\nx: [x, a]\n", "Statement:\nx: [a]\n"],
    [
      "in brackets, before a comment that needs a blank",
      "Statement:\nx: [x\n  , # c\n  a ]\n",
      "Statement:\nx: [ # c\n  a ]\n",
    ],
  ])("%s", (_, code, text) => expect(edited(code, removed, "YAML")).toBe(text));

  it.each<UneditedSample>([
    ["the only one", "Statement:\nx:\n- x\n"],
    ["one with a comment", "Statement:\nx:\n- a\n- x # c\n"],
    ["one that an alias may stand for", "Statement:\nx:\n- a\n- &x x\ny: *x\n"],
  ])("but not %s", (_, code) => expect(edited(code, removed, "YAML")).toBeUndefined());
});

describe("a member is removed from an object in lines", () => {
  const removed = (object: ObjectValue) => removeMember(object, memberIn(object, "Sid"));

  it.each<EditedSample>([
    ["the first, behind a dash", "- Sid: a\n  Statement: []\n", "- Statement: []\n"],
    ["the first", "Sid: a\nStatement: []\n", "Statement: []\n"],
    ["the last", "- Statement: []\n  Sid:\n    a: b\n- c\n", "- Statement: []\n- c\n"],
    ["in brackets", "{ Sid: a, Statement: [] }\n", "{ Statement: [] }\n"],
  ])("%s", (_, code, text) => expect(edited(code, removed, "YAML")).toBe(text));

  it.each<UneditedSample>([
    ["the only one", "a: { Statement: [], <<: { Sid: b } }\n"],
    ["one with a comment", "Statement: []\nSid: a # b\n"],
    ["one that an alias may stand for", "Statement: []\nSid: &a b\nc: *a\n"],
    ["one that is merged", "a: &a { Sid: b }\nc:\n  <<: *a\n  Statement: []\n"],
    ["the first of a line, before a comment", "- Sid: a\n  # b\n  Statement: []\n"],
  ])("but not %s", (_, code) => expect(edited(code, removed, "YAML")).toBeUndefined());
});

describe("a member is added to an object in lines", () => {
  const added = (object: ObjectValue) => addMember(object, "Version", "1.1");

  it.each<EditedSample>([
    ["in front", "Statement: []\n", 'Version: "1.1"\nStatement: []\n'],
    ["behind a dash", "a:\n  - Statement: []\n", 'a:\n  - Version: "1.1"\n    Statement: []\n'],
    ["with its quotes", "a:\r\n  'Statement': []\r\n", "a:\r\n  'Version': '1.1'\r\n  'Statement': []\r\n"],
    ["before a key with a mark", "? Statement\n: []\n", 'Version: "1.1"\n? Statement\n: []\n'],
    ["in brackets", "a: { Statement: [] }\n", 'a: { Version: "1.1", Statement: [] }\n'],
    [
      "behind what is merged",
      "a: &a { b: c }\nd:\n  <<: *a\n  Statement: []\n",
      'a: &a { b: c }\nd:\n  <<: *a\n  Version: "1.1"\n  Statement: []\n',
    ],
  ])("%s", (_, code, text) => expect(edited(code, added, "YAML")).toBe(text));
});

describe("a text without quotes", () => {
  const version = (object: ObjectValue) => ofKind(memberOf(object, "Version"), "string");

  it.each<[text: string, written: string]>([
    ["Allow", "Allow"],
    ["ims:images:list", "ims:images:list"],
    ["obs:*:*:bucket:a/*", "obs:*:*:bucket:a/*"],
    ["*:*:*", '"*:*:*"'],
    ["1.1", '"1.1"'],
    ["true", '"true"'],
    ["No", '"No"'],
    ["null", '"null"'],
    ["a:", '"a:"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ["", '""'],
  ])("becomes %s as %s", (text, written) => {
    const code = (value: string) => `{ Statement: [], Version: ${value} }\n`;
    expect(edited(code("x"), (object) => replaceString(version(object), text), "YAML")).toBe(code(written));
  });

  it.each(['"', "'", "\\", "\n"])("does not become %j, which needs escapes", (text) => {
    expect(
      edited("Statement: []\nVersion: x\n", (object) => replaceString(version(object), text), "YAML"),
    ).toBeUndefined();
  });

  it.each<[text: string, start: number, written: string | undefined]>([
    ["y", 0, "y:b"],
    ["y", 1, "ay"],
    ["*", 0, undefined],
    ["#", 2, undefined],
  ])("has %s in it from %i: %s", (text, start, written) => {
    const replaced = (object: ObjectValue) =>
      replaceIn(version(object), version(object).slice(start, start === 1 ? 3 : start + 1), text, message);
    const code = (value: string) => `Statement: []\nVersion: ${value}\n`;
    expect(edited(code("a:b"), replaced, "YAML")).toBe(written && code(written));
  });

  it("is not replaced where it is a block", () => {
    expect(
      edited("Statement: []\nVersion: |\n  a\n", (object) => replaceString(version(object), "b"), "YAML"),
    ).toBeUndefined();
  });
});

describe("a key without quotes", () => {
  it.each<[name: string, written: string]>([
    ["Effect", "Effect"],
    ["g:UserName", "g:UserName"],
    ["Null", '"Null"'],
  ])("becomes %s as %s", (name, written) => {
    const renamed = (object: ObjectValue) => renameKey(object, memberIn(object, "Efect"), name);
    expect(edited("Statement: []\nEfect: a\n", renamed, "YAML")).toBe(`Statement: []\n${written}: a\n`);
  });

  it("that is no text stays", () => {
    expect(
      edited("Statement: []\n~: a\n", (object) => renameKey(object, memberIn(object, "null"), "a"), "YAML"),
    ).toBeUndefined();
  });
});

/** The value of `x` as the only element of a list. */
const wrapped = (object: ObjectValue) => wrapInList(memberIn(object, "x"), memberIn(object, "x").value);

describe("a value is put in brackets", () => {
  it.each(["a", "'a, b'", '"a"', "{ a: b }", "ims:images:get"])("as it is: %s", (value) => {
    expect(edited(`Statement: []\nx: ${value}\n`, wrapped, "YAML")).toBe(`Statement: []\nx: [${value}]\n`);
  });

  it.each<EditedSample>([
    [
      "lines that are indented below its key",
      "- Statement: []\n  x: {\n    a: b\n\n    }\n",
      "- Statement: []\n  x: [{\n    a: b\n\n    }]\n",
    ],
  ])("with its lines: %s", (_, code, text) => expect(edited(code, wrapped, "YAML")).toBe(text));

  it.each<UneditedSample>([
    ["its last bracket is in the column of its key", "Statement: []\nx: {\n  a: b\n}\n"],
    ["its last bracket is in the column of its key, in an element", "- Statement: []\n  x: {\n    a: b\n  }\n"],
    ["a text goes over lines", "Statement: []\nx: 'a\n  b'\n"],
    ["something may refer to it", "Statement: []\nx: &x { a: b }\n"],
    ["something may refer to the text", "Statement: []\nx: &x a\n"],
  ])("but not where %s", (_, code) => expect(edited(code, wrapped, "YAML")).toBeUndefined());

  it.each(["a, b", "a]", "|\n  a", "a b"])("but not where it would be another one: %j", (value) => {
    expect(edited(`Statement: []\nx: ${value}\n`, wrapped, "YAML")).toBeUndefined();
  });
});

describe("an object in lines is put behind a dash", () => {
  it.each<EditedSample>([
    [
      "with keys in quotes",
      "Statement: []\nx:\n  'a': b\n\n  \"c\": |2\n      d\n    e\n",
      "Statement: []\nx:\n  - 'a': b\n\n    \"c\": |2\n        d\n      e\n",
    ],
    [
      "with its comments, but not those behind it",
      "Statement: []\nx: # a\n    b: c # d\n    # e\n    f: [\n      g ]\n    # h\n",
      "Statement: []\nx: # a\n    - b: c # d\n      # e\n      f: [\n        g ]\n    # h\n",
    ],
    [
      "with the line ends of Windows",
      "- Statement: []\r\n  x:\r\n   a: b\r\n\r\n   c: d\r\n",
      "- Statement: []\r\n  x:\r\n   - a: b\r\n\r\n     c: d\r\n",
    ],
    ["behind a colon of its own", "Statement: []\n? x\n: a: b\n  c: d\n", "Statement: []\n? x\n: - a: b\n    c: d\n"],
  ])("%s", (_, code, text) => expect(edited(code, wrapped, "YAML")).toBe(text));

  it.each<UneditedSample>([
    ["something may refer to it", "Statement: []\nx: &x\n  a: b\n"],
    ["its text has an anchor in the line of its key", "Statement: []\nx: !!map &x\n  a: b\n"],
  ])("but not where %s", (_, code) => expect(edited(code, wrapped, "YAML")).toBeUndefined());
});

describe("a number is put in quotes", () => {
  it.each(["1.1", "5.0"])("as it is written: %s", (number) => {
    const quoted = (object: ObjectValue) => {
      const member = memberIn(object, "Version");
      return quoteScalar(member, ofKind(member.value, "scalar"), undefined);
    };
    expect(edited(`Version: ${number}\nStatement: []\n`, quoted, "YAML")).toBe(`Version: "${number}"\nStatement: []\n`);
  });
});
