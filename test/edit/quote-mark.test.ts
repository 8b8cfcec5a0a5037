import { describe, expect, it } from "vitest";
import { quoteMarkOf } from "../../src/edit/quote-mark.js";

describe("the quote that a literal begins with", () => {
  it.each([
    ['"a"', '"'],
    ["'a'", "'"],
    ['\\"a\\"', '\\"'],
    ['\\\\\\"a\\\\\\"', '\\\\\\"'],
    ["\\'a\\'", "\\'"],
    ["\\x22a\\x22", "\\x22"],
    ["\\x27a\\x27", "\\x27"],
    ["\\u0022a\\u0022", "\\u0022"],
    ["\\u{22}a\\u{22}", "\\u{22}"],
    ["\\u{0027}a\\u{0027}", "\\u{0027}"],
  ])("is as it is written: %s", (literal, mark) => {
    expect(quoteMarkOf(literal)).toBe(mark);
  });

  it.each(["a", "$a", "\\u0041", "\\x41", "`a`", "22", "x22", ""])("is undefined without a quote: %s", (text) => {
    expect(quoteMarkOf(text)).toBeUndefined();
  });
});
