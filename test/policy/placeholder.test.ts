import { describe, expect, it } from "vitest";
import {
  beginsPlaceholder,
  endsWithPlaceholderWord,
  isKnownText,
  isPlaceholder,
  isPlaceholderWord,
  placeholderIndex,
  variesByInstance,
} from "../../src/policy/placeholder.js";

describe("a text is filled in by somebody", () => {
  it.each([
    "obs:*:*:bucket:${name}",
    "%{ if write }",
    "#{name}",
    "{{ name }}",
    "/iam/agencies/{Agency ID}",
    "<name>",
    "[bucket name]",
    "%s",
    "$(name)",
    "$NAME",
    "@name@",
    "ims:images:...",
    "ims:images:…",
    "Allow|Deny",
    "Allow / Deny",
  ])("%s", (text) => {
    expect(isPlaceholder(text)).toBe(true);
    expect(isKnownText({ isStatic: true, value: text })).toBe(false);
  });
});

describe("a text stands for itself", () => {
  it.each([
    "ims:images:list",
    "obs:*:*:bucket:*",
    "a.b..c",
    "100% of it",
    "5%",
    "a < b",
    "a > b",
    "[]",
    "[*]",
    "{",
    "}{",
    "name@example.com",
    "@@",
    "$a",
    "$N",
    "Allowed|Denying",
    "Allow",
  ])("%s", (text) => {
    expect(isPlaceholder(text)).toBe(false);
    expect(isKnownText({ isStatic: true, value: text })).toBe(true);
  });

  it("only where all of it is known", () => {
    expect(isKnownText({ isStatic: false, value: "ims:images:list" })).toBe(false);
  });
});

describe("the first placeholder of a resource", () => {
  it.each([
    ["obs:*:*:bucket:${name}", 15],
    ["%s:*:*:object:b", 0],
    ["obs:*:*:object:b/\uFFFC", 17],
    ["obs:<region>", 4],
    ["a}", 1],
    ["/iam/agencies/@id@", 14],
    ["obs:*:*:object:my-bucket/a.b_c", -1],
  ])("of %s begins at %i", (uri, index) => expect(placeholderIndex(uri)).toBe(index));
});

describe("a word stands for a text that somebody is to write", () => {
  it.each(["RESOURCE_PATH", "ID_1", "x", "xxx", "..", "..."])("all of it: %s", (text) => {
    expect(isPlaceholderWord(text)).toBe(true);
  });

  it.each(["", "Bucket", "x1", ".", "obs:*:*:bucket:BUCKET"])("not all of it: %j", (text) => {
    expect(isPlaceholderWord(text)).toBe(false);
  });

  it.each(["RESOURCE_PATH", "obs:*:*:bucket:BUCKET", "/iam/agencies/xxx"])("the end of it: %s", (text) => {
    expect(endsWithPlaceholderWord(text)).toBe(true);
  });

  it.each(["AB", "obs:*:*:bucket:x", "obs:*:*:bucket:logs-EU1", "obs:*:*:object:LOGS/*"])("not its end: %s", (text) => {
    expect(endsWithPlaceholderWord(text)).toBe(false);
  });
});

it.each([
  ["each.key", true],
  ["${count.index}-admin", true],
  ["self.id", true],
  ["module.teach.id", false],
  ["discount", false],
])("an expression differs from one instance to the next: %s is %s", (text, varies) => {
  expect(variesByInstance(text)).toBe(varies);
});

it.each([
  ["${a", true],
  [",${", true],
  ["<id", true],
  ["#{a", true],
  ["{{a", true],
  ["{%i", true],
  ["NAM", true],
  ["\n@a", true],
  ["#a", false],
  ["{a:", false],
  [",,$", false],
])("a placeholder begins in a piece: %j is %s", (piece, begins) => {
  expect(beginsPlaceholder(piece)).toBe(begins);
});
