import { describe, expect, it } from "vitest";
import {
  count,
  fewerAndFewerChoices,
  listChoices,
  listNames,
  shorterAndShorter,
  truncate,
  visible,
} from "../../src/text/wording.js";

describe("names in a sentence", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
    ["a b c d e f g h".split(" "), "a, b, c, d, e, f, g and h"],
    ["a b c d e f g h i".split(" "), "a, b, c, d, e, f, g, h and 1 more"],
    ["a b c d e f g h i j k l m".split(" "), "a, b, c, d, e, f, g, h and 5 more"],
  ])("of %j are listed as %j", (names, text) => {
    expect(listNames(names)).toBe(text);
  });

  it("may be choices", () => {
    expect(listNames(["a", "b", "c"], "or")).toBe("a, b or c");
  });

  it("that are long are fewer, and the rest a number", () => {
    const names = ["a", "b", "c", "d"].map((letter) => letter.repeat(60));
    expect(listNames(names)).toBe(`${names[0]}, ${names[1]} and 2 more`);
  });

  it("are one at least, however long", () => {
    const long = "a".repeat(1_000);
    expect(listNames([long])).toBe(long);
    expect(listNames([long, "b"])).toBe(`${long} and 1 more`);
  });

  it("have shorter lists", () => {
    expect(shorterAndShorter([])).toEqual([]);
    expect(shorterAndShorter(["a", "b", "c"])).toEqual(["a, b and c", "a, b and 1 more", "a and 2 more"]);
    expect(shorterAndShorter(["a", "b", "c"], "or", 2)).toEqual(["a, b or 1 more", "a or 2 more"]);
  });
});

describe("choices in a sentence", () => {
  it.each([
    [["a"], '"a"'],
    [["a", "b"], '"a" or "b"'],
    [["a", "b", "c"], '"a", "b" or "c"'],
  ])("of %j are quoted: %s", (names, text) => {
    expect(listChoices(names)).toBe(text);
  });

  it("that are long are fewer", () => {
    const names = ["a", "b", "c"].map((letter) => letter.repeat(60));
    expect(listChoices(names)).toBe(`"${names[0]}" or "${names[1]}"`);
  });

  it("have shorter lists", () => {
    expect(fewerAndFewerChoices(["a", "b", "c"])).toEqual(['"a", "b" or "c"', '"a" or "b"', '"a"']);
  });
});

describe("a number with its noun", () => {
  it.each([
    [0, "0 actions"],
    [1, "1 action"],
    [7, "7 actions"],
  ])("of %i is %s", (number, text) => {
    expect(count(number, "action")).toBe(text);
  });
});

describe("a piece of a policy's text", () => {
  it("is cut where it is too long", () => {
    expect(truncate("a".repeat(60))).toBe("a".repeat(60));
    expect(truncate("a".repeat(61))).toBe(`${"a".repeat(59)}…`);
    expect(truncate("abcd", 3)).toBe("ab…");
  });

  it.each([
    ["ims:images:\nget", "ims:images:\\nget"],
    ["a\r\nb\tc", "a\\r\\nb\\tc"],
    ["a\u00a0b\u3000c", "a\\u00a0b\\u3000c"],
    ["a\u200bb\ufeffc", "a\\u200bb\\ufeffc"],
    ["a\u2028b\u0085c\u0000d", "a\\u2028b\\u0085c\\u0000d"],
    ["\u{e0041}", "\\udb40\\udc41"],
    ["a \ud800", "a \\ud800"],
    ["two words, ü, 策略, 😀 and …", "two words, ü, 策略, 😀 and …"],
  ])("shows what cannot be seen: %j", (text, shown) => {
    expect(truncate(text)).toBe(shown);
    expect(visible(text)).toBe(shown);
    expect(visible(shown)).toBe(shown);
  });

  it("is never cut within a character or an escape", () => {
    expect(truncate("ab\ncd", 4)).toBe("ab…");
    expect(truncate("ab\ncd", 5)).toBe("ab\\n…");
    expect(truncate("ab\n", 4)).toBe("ab\\n");
    expect(truncate("ab😀cd", 4)).toBe("ab…");
    expect(truncate("\n".repeat(1_000), 9)).toBe("\\n\\n\\n\\n…");
  });
});
