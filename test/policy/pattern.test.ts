import { describe, expect, it } from "vitest";
import {
  actionNameOf,
  covers,
  identityActionNameOf,
  isStar,
  overlaps,
  parsePattern,
  partsOf,
  separateActions,
  ActionPattern,
} from "../../src/policy/pattern.js";
import { matchesPart } from "../../src/policy/wildcards.js";

describe("parsePattern", () => {
  it.each<[string, readonly string[]]>([
    ["ims:images:list", ["ims", "images", "list"]],
    ["IMS:Images:ListAll", ["ims", "images", "listall"]],
    ["  ims:images:list\n", ["ims", "images", "list"]],
    ["ims:*:*", ["ims", "*", "*"]],
    ["*:*:*", ["*", "*", "*"]],
    ["ims:*s:get*", ["ims", "*s", "get*"]],
    ["a-b:c_d:e.f", ["a-b", "c_d", "e.f"]],
    [`${" ".repeat(99)}a:b:${"c".repeat(124)}`, ["a", "b", "c".repeat(124)]],
  ])("reads %j", (text, pattern) => {
    expect(parsePattern(text)?.parts).toEqual(pattern);
  });

  it.each([
    "",
    "*",
    "ims",
    "ims:*",
    "ims:images:list:all",
    "ims::list",
    ":images:list",
    "ims:images:",
    "ims:images:li st",
    "ims:images:list,",
    "ims:images:${operation}",
    "ims:<type>:list",
    "ims:images:lis?",
    "ims:images:\uFFFC",
    "https://a:b:c",
    // Longer than the cloud takes.
    `a:b:${"c".repeat(125)}`,
  ])("does not take %j for an action", (text) => {
    expect(parsePattern(text)).toBeUndefined();
  });
});

describe("an action of version 5.0", () => {
  it.each<[string, string]>([
    ["ims:images:list", "ims:images:list"],
    [" IMS:images:lis?\n", "ims:images:lis?"],
    ["sts::decode", "sts::decode"],
    ["i?s::*", "i?s::*"],
    ["*", "*:*:*"],
    ["**", "**:**:**"],
  ])("is read from %j", (text, pattern) => {
    expect(identityActionNameOf(text).pattern?.text).toBe(pattern);
  });

  it.each([
    ...["", "ims", "ims:*", "im*", "ims:images:list:all", "::list", ":images:list", "ims:images:", "ims::", "?"],
    ...["ims:images:li st", "ims:...:list", "ims:${type}:list", "*:images", `a:b:${"c".repeat(125)}`],
  ])("is not read from %j", (text) => {
    expect(identityActionNameOf(text).pattern).toBeUndefined();
  });

  it.each([
    ["ims:images:list", false],
    ["sts::decode", false],
    ["*", false],
    [" *", true],
    ["ims:*", true],
  ])("%j is odd: %s", (text, isOdd) => {
    expect(identityActionNameOf(text).isOdd).toBe(isOdd);
  });
});

describe("a shorthand", () => {
  it.each([
    ["*", "*:*:*"],
    ["IMS:*", "ims:*:*"],
    ["ims", "ims:*:*"],
    ["ims:images", undefined],
    ["ims:images:*", undefined],
  ])("%j stands for %s in version 1.1", (text, pattern) => {
    expect(actionNameOf(text).shorthand?.text).toBe(pattern);
  });

  it.each(["*", "ims:*", "ims"])("%j is not known to be one in version 5.0", (text) => {
    expect(identityActionNameOf(text).shorthand).toBeUndefined();
  });
});

describe("a wildcard", () => {
  it.each(["ims:images:*", "*:images:list", "ims:i*s:list"])("is in %s", (text) => {
    expect(patternOf(text).hasWildcard).toBe(true);
  });

  it("is in no action", () => {
    expect(patternOf("ims:images:list").hasWildcard).toBe(false);
  });
});

/** Every word of at most `length` letters. */
function wordsOf(alphabet: string, length: number): string[] {
  const shorter = length === 0 ? [] : wordsOf(alphabet, length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return length === 0 ? [""] : [...shorter, ...longest.flatMap((word) => [...alphabet].map((letter) => word + letter))];
}

/** The definition of a match, letter by letter, with all ways tried. */
function matchesByDefinition(part: string, text: string): boolean {
  if (part === "") {
    return text === "";
  }
  if (part.startsWith("?")) {
    return text !== "" && matchesByDefinition(part.slice(1), text.slice(1));
  }
  return part.startsWith("*")
    ? matchesByDefinition(part.slice(1), text) || (text !== "" && matchesByDefinition(part, text.slice(1)))
    : text.startsWith(part.charAt(0)) && matchesByDefinition(part.slice(1), text.slice(1));
}

describe("matchesPart", () => {
  it("agrees with the definition for every short pattern and text", () => {
    const wrong = [...wordsOf("ab*", 5), ...wordsOf("a*?", 4)].flatMap((part) =>
      wordsOf("ab", 6)
        .filter((text) => matchesPart(part, text) !== matchesByDefinition(part, text))
        .map((text) => `${part} on ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it("covers another pattern only where it matches everything that the other matches", () => {
    const texts = wordsOf("ab", 5);
    const patterns = wordsOf("a*?", 4);
    const wrong = patterns.flatMap((part) =>
      patterns
        .filter((other) => matchesPart(part, other))
        .filter((other) => texts.some((text) => matchesByDefinition(other, text) && !matchesByDefinition(part, text)))
        .map((other) => `${part} over ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it("does not take long over many stars", () => {
    const part = "*a".repeat(2_000) + "*b";
    expect(matchesPart(part, "a".repeat(20_000))).toBe(false);
    expect(matchesPart(part, `${"a".repeat(20_000)}b`)).toBe(true);
  });
});

describe("covers", () => {
  it.each([
    ["ims:images:list", "ims:images:list"],
    ["ims:images:*", "ims:images:list"],
    ["ims:*:list", "ims:images:list"],
    ["*:*:*", "ims:*:list"],
    ["ims:*:*", "ims:images:*"],
    ["ims:im*:l*", "ims:images:l*t"],
  ])("is true of %s over %s", (pattern, other) => {
    expect(covers(patternOf(pattern), patternOf(other))).toBe(true);
  });

  it.each([
    ["ims:images:list", "ims:images:lists"],
    ["ims:images:list", "ims:images:*"],
    ["ims:images:*", "ims:*:list"],
    ["ims:*:list", "evs:volumes:list"],
    // A star stays within its part.
    ["ims:*:*", "imsx:images:list"],
    ["i*:list:x", "ims:images:list"],
  ])("is false of %s over %s", (pattern, other) => {
    expect(covers(patternOf(pattern), patternOf(other))).toBe(false);
  });
});

describe("overlaps", () => {
  it.each([
    ["ims:images:list", "IMS:images:list"],
    ["ims:images:*", "ims:*:list"],
    ["ims:*:get*", "*:images:*all"],
    ["ims:*:*", "ims:images:list"],
  ])("is true of %s and %s, either way", (one, other) => {
    expect(overlaps(patternOf(one), patternOf(other))).toBe(true);
    expect(overlaps(patternOf(other), patternOf(one))).toBe(true);
  });

  it.each([
    ["ims:images:list", "ims:images:get"],
    ["ims:images:*", "ims:quotas:*"],
    ["ims:*:get*", "ims:*:list*"],
    ["ims:*:*get", "ims:*:*list"],
    ["ims:*:*", "evs:*:*"],
  ])("is false of %s and %s, either way", (one, other) => {
    expect(overlaps(patternOf(one), patternOf(other))).toBe(false);
    expect(overlaps(patternOf(other), patternOf(one))).toBe(false);
  });

  it("says of short parts what trying every text says", () => {
    const texts = wordsOver("ab", 6);
    const parts = wordsOver("ab*", 3).filter(Boolean);
    const matched = new Map(parts.map((part) => [part, new Set(texts.filter((text) => matchesPart(part, text)))]));
    for (const one of parts) {
      for (const other of parts) {
        const isShared = [...(matched.get(one) ?? [])].some((text) => matched.get(other)?.has(text));
        expect([one, other, overlaps(new ActionPattern("s", "t", one), new ActionPattern("s", "t", other))]).toEqual([
          one,
          other,
          isShared,
        ]);
      }
    }
  });
});

describe("in version 5.0", () => {
  const pattern = (text: string) => identityActionNameOf(text).pattern ?? patternOf("");

  it.each([
    ["*", "sts::decode"],
    ["sts:*:*", "sts::decode"],
    ["sts::*", "sts::decod?"],
    ["i?s:images:*", "ims:images:list"],
    ["ims:images:*i?t", "ims:images:getlist"],
    ["ims:images:*i?t*", "ims:images:listall"],
  ])("%s covers %s", (one, other) => {
    expect(covers(pattern(one), pattern(other))).toBe(true);
    expect(overlaps(pattern(other), pattern(one))).toBe(true);
  });

  it.each([
    ["ims:images:lis?", "ims:images:lis*"],
    ["ims:images:lis?", "ims:images:lis"],
    ["ims:images:*?st", "ims:images:st"],
    ["ims:images:*i?t*", "ims:images:get"],
    ["ims:image?:*", "ims::list"],
    ["ims:images:*", "ims::list"],
  ])("%s does not cover %s", (one, other) => {
    expect(covers(pattern(one), pattern(other))).toBe(false);
  });

  it("two patterns that match a text overlap", () => {
    const texts = wordsOver("ab", 4).filter(Boolean);
    const parts = wordsOver("a*?", 3).filter(Boolean);
    const missed = parts.flatMap((one) =>
      parts
        .filter((other) => texts.some((text) => matchesPart(one, text) && matchesPart(other, text)))
        .filter((other) => !overlaps(new ActionPattern("s", "t", one), new ActionPattern("s", "t", other)))
        .map((other) => `${one} and ${other}`),
    );
    expect(missed).toEqual([]);
  });
});

describe("a part that says nothing", () => {
  it.each([
    ["*", true],
    ["**", true],
    ["get*", false],
    ["", false],
  ])("%j: %s", (part, expected) => {
    expect(isStar(part)).toBe(expected);
  });
});

describe("partsOf", () => {
  it.each(["ims:images:list", "  ims:images:list ", "ims:*", "ims", "a:b:c:d", "::", "", " \n"])(
    "gives the places of the parts of %j",
    (text) => {
      const parts = partsOf(text);
      expect(parts.map((part) => part.text)).toEqual(text.trim().split(":"));
      expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(parts.map((part) => part.text));
    },
  );

  it("leaves the blanks around the action out", () => {
    expect(partsOf("  ims:images:list ").map(({ start, end }) => [start, end])).toEqual([
      [2, 5],
      [6, 12],
      [13, 17],
    ]);
  });
});

/** Every word up to a length. */
function wordsOver(letters: string, length: number): string[] {
  const shorter = length > 0 ? wordsOver(letters, length - 1) : [];
  const longest = shorter.filter((word) => word.length === length - 1);
  return length === 0 ? [""] : [...shorter, ...longest.flatMap((word) => [...letters].map((letter) => word + letter))];
}

function patternOf(text: string): ActionPattern {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new Error(`"${text}" is no pattern.`);
  }
  return pattern;
}

describe("separateActions", () => {
  it("are not in a text of ten million letters, whatever the letters", () => {
    expect(separateActions(`\u20ac${"x".repeat(10_000_000)}`)).toEqual([]);
  });

  it.each([
    ["ims:images:list, ims:images:get", ["ims:images:list", "ims:images:get"]],
    [" ims:images:list;ims:*:get\n\tevs:*:* ", ["ims:images:list", "ims:*:get", "evs:*:*"]],
  ])("are told apart in %j", (text, actions) => {
    expect(separateActions(text)).toEqual(actions);
  });

  it.each([
    "",
    " , ",
    "ims:images:list",
    "ims:images:list,",
    "ims:images:list or",
    "all: ims:images:list ims:images:get",
  ])("are not in %j", (text) => {
    expect(separateActions(text)).toEqual([]);
  });
});
