import { describe, expect, it } from "vitest";
import { isKnownText, isPlaceholder } from "../../src/policy/placeholder.js";

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
