import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseYAML } from "yaml-eslint-parser";
import type { Scalar, YamlValue } from "../../../src/hosts/yaml/nodes.js";
import { textOf } from "../../../src/hosts/yaml/scalars.js";
import type { PolicyString } from "../../../src/policy/value.js";
import { MappedText } from "../../../src/text/mapped-text.js";

/** The scalars of a file, with what the parser makes of each. */
function scalarsIn(text: string): readonly { readonly node: Scalar; readonly string: PolicyString | undefined }[] {
  const found: { node: Scalar; string: PolicyString | undefined }[] = [];
  const pending: (YamlValue | null)[] = parseYAML(text).body.map(({ content }) => content);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    switch (node?.type) {
      case "YAMLScalar":
        found.push({ node, string: textOf(node, MappedText.verbatim(text)) });
        break;
      case "YAMLWithMeta":
        pending.push(node.value);
        break;
      case "YAMLSequence":
        pending.push(...node.entries);
        break;
      case "YAMLMapping":
        pending.push(...node.pairs.flatMap(({ key, value }) => [key, value]));
    }
  }
  return found;
}

/** The last scalar of a text, in the order of the source. */
function lastIn(text: string): PolicyString | undefined {
  return scalarsIn(text).toSorted((one, other) => other.node.range[0] - one.node.range[0])[0]?.string;
}

/** What stands in the source for each part of the text that `part` matches. */
function placesOf(text: string, part: RegExp): string[] {
  const string = lastIn(text);
  return [...(string?.value ?? "").matchAll(new RegExp(part, "gu"))].map(({ 0: found, index }) => {
    const range = string?.slice(index, index + found.length);
    return range ? text.slice(...range) : "";
  });
}

describe("a text has the value that the parser gives it, and places", () => {
  it.each([
    ["without quotes", "a: ims:images:get # b\n", "images", ["images"]],
    ["without quotes, over lines", "a: one\n  two\n\n  three\n", "two\\nthree", ["two\n\n  three"]],
    ["in single quotes", "a: 'it''s ims:images:get'\n", "it's|images", ["it''s", "images"]],
    ["in single quotes, over lines", "a: 'one  \n\n   two'\n", "one\\ntwo", ["one  \n\n   two"]],
    [
      "in double quotes",
      'a: "\\u0069ms\\t\\x41\\/\\e é😀\\U0001F600"\n',
      "i|A|/|é|😀",
      ["\\u0069", "\\x41", "\\/", "é", "😀", "\\U0001F600"],
    ],
    [
      "in double quotes, over lines",
      'a: "one\\n  \n  two \\\n  \\  three"\n',
      "one|two|three",
      ["one", "two", "three"],
    ],
    ["behind |", "a: |\n  one\n    two\n\n  three\n", "one|  two|three", ["one", "  two", "three"]],
    ["behind | with an indentation", "a:\n  b: |2-\n      one\n    two\n", "  one|two", ["  one", "two"]],
    ["behind |+", "a: |+\n  one\n\n\n", "one\\n\\n\\n", ["one\n\n\n"]],
    [
      "behind > with a comment",
      "a: >- # b\n  one\n  two\n\n  three\n   four\n  five\n",
      "one two|three\\n four\\nfive",
      ["one\n  two", "three\n   four\n  five"],
    ],
    [
      "with the line ends of Windows",
      "a: >\r\n  one\r\n  two\r\nb: |\r\n  one\r\n  two\r\n",
      "one\\ntwo\\n",
      ["one\r\n  two\r\n"],
    ],
    ["at the end of the file", "a: |\n  one", "one", ["one"]],
    ["with an empty line first", "a: |\n\n  one\n", "\\none", ["\n  one"]],
  ])("%s", (_, text, part, places) => {
    expect(placesOf(text, new RegExp(part))).toEqual(places);
  });

  it("not known where the parser sees another one", () => {
    const [scalar] = scalarsIn("a\n");
    expect(scalar && textOf({ ...scalar.node, strValue: "b" } as Scalar, MappedText.verbatim("a\n"))).toBeUndefined();
  });
});

const words = fc
  .array(
    fc.constantFrom(
      "a",
      "ims:images:get",
      "x y",
      " ",
      "  ",
      "\n",
      "\n\n",
      "\t",
      "'",
      '"',
      "\\",
      "é",
      "😀",
      "#b",
      " # c",
      ": ",
      "{",
      "]",
      "*",
      "-",
      "\u0007",
      "\u2028",
      "\u00a0",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

it("holds for every text that a writer of YAML makes", () => {
  fc.assert(
    fc.property(
      words,
      fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED" as const),
      fc.constantFrom(10, 80),
      fc.boolean(),
      (value, type, lineWidth, isWindows) => {
        const text = stringify(
          { a: [{ b: value }, value] },
          {
            defaultStringType: type as "PLAIN",
            defaultKeyType: "PLAIN",
            lineWidth,
            blockQuote: type === "BLOCK_FOLDED" ? "folded" : "literal",
          },
        );
        verifyAll(isWindows ? text.replaceAll("\n", "\r\n") : text);
      },
    ),
    { numRuns: 500, seed: 20_270_131 },
  );
});

it("holds for every block, however it is indented and chomped", () => {
  const line = fc
    .tuple(fc.nat(4), fc.constantFrom("", "a", "b c", "\td", "# e", "- f", " "))
    .map(([blanks, rest]) => " ".repeat(blanks) + rest);
  fc.assert(
    fc.property(
      fc.constantFrom("|", ">"),
      fc.constantFrom("", "-", "+"),
      fc.constantFrom("", "1", "2", "3"),
      fc.array(line, { maxLength: 7 }),
      fc.nat(3),
      fc.boolean(),
      (style, chomping, indent, lines, blanks, isLast) => {
        const block = lines.map((content) => " ".repeat(blanks) + content).join("\n");
        const text = `x:\n a: ${style}${indent}${chomping}\n${block}\n${isLast ? "" : "b: c\n"}`;
        verifyAll(text);
      },
    ),
    { numRuns: 500, seed: 20_270_131 },
  );
});

/** Every scalar of a text; none of one that the parser refuses, as it does some that the writer makes. */
function verifyAll(text: string): void {
  fc.pre(isYaml(text));
  for (const { node, string } of scalarsIn(text)) {
    const isBlankBlock = "chomping" in node && node.value.trim() === "";
    expect(string?.value ?? (isBlankBlock ? node.value : undefined), JSON.stringify([text, node.value])).toBe(
      node.style === "plain" ? node.strValue : node.value,
    );
    for (const { 0: letter, index } of (string?.value ?? "").matchAll(/[a-zé]/gu)) {
      const range = string?.slice(index, index + 1);
      expect(range && text.slice(...range)).toBe(letter);
    }
  }
}

function isYaml(text: string): boolean {
  try {
    parseYAML(text);
    return true;
  } catch {
    return false;
  }
}
