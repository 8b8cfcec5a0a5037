import { evaluate, parse } from "@humanwhocodes/momoa";
import { describe, expect, it } from "vitest";
import {
  insertAfter,
  removeElement,
  replaceElement,
  type TextChange,
  type SourceList,
} from "../../src/edit/list-changes.js";
import { jsonSyntax } from "../../src/hosts/json/syntax.js";
import type { Syntax } from "../../src/text/syntax.js";

/** Lists of one to three elements, in common layouts. */
const layouts: Readonly<Record<string, string>> = {
  "one line": '["a", "b", "c"]',
  "one line with blanks inside of the brackets": '[ "a", "b" ]',
  "one line without blanks": '["a","b","c"]',
  "one element": '["a"]',
  "one element with blanks inside of the brackets": '[ "a" ]',
  "one element on its own line": '[\n  "a"\n]',
  "one per line": '[\n    "a",\n    "b",\n    "c"\n]',
  "one per line with tabs": '[\n\t\t"a",\n\t\t"b"\n\t]',
  "one per line with CRLF": '[\r\n  "a",\r\n  "b",\r\n  "c"\r\n]',
  "one element with CRLF": '[\r\n  "a"\r\n]',
  "a trailing comma": '[\n  "a",\n  "b",\n]',
  "a trailing comma after one element": '[\n  "a",\n]',
  "commas first": '[\n  "a"\n, "b"\n, "c"\n]',
  "the first element behind the bracket": '["a",\n "b",\n "c"]',
  "a line comment after each element": '[\n  "a", // one\n  "b", // two\n  "c" // three\n]',
  "a line comment before the comma": '[\n  "a" // one\n  , "b"\n]',
  "a line comment after a trailing comma": '[\n  "a",\n  "b", // two\n]',
  "line comments with CRLF": '[\r\n  "a", // one\r\n  "b" // two\r\n]',
  "a line comment on its own line": '[\n  // one\n  "a",\n  // two\n  "b"\n  // end\n]',
  "block comments in one line": '[/* one */ "a" /* one */, /* two */ "b" /* two */]',
  "a block comment over lines": '[\n  "a", /* one\n  more */\n  "b" /* two\n  more */\n]',
  "a comment of JSDoc style": '[\n  /** One. */\n  "a",\n  /** Two. */\n  "b"\n]',
};

const cases = Object.entries(layouts).flatMap(([name, source]) =>
  elementsOf(source).map((_, index) => ({ name, source, index })),
);

describe("inserting after an element", () => {
  it.each(cases)("keeps the rest of a list with $name, after element $index", ({ source, index }) => {
    const before = valueOf(source);
    const after = apply(source, insertAfter(listOf(source), index, ['"x"', '"y"']));
    expect(valueOf(after)).toEqual([...before.slice(0, index + 1), "x", "y", ...before.slice(index + 1)]);
    expect(commentsOf(after)).toEqual(commentsOf(source));
  });

  it.each([
    ["one line", 0, '["a", "x", "y", "b", "c"]'],
    ["one line", 2, '["a", "b", "c", "x", "y"]'],
    ["one line without blanks", 1, '["a","b","x","y","c"]'],
    ["one element", 0, '["a", "x", "y"]'],
    ["one element on its own line", 0, '[\n  "a",\n  "x",\n  "y"\n]'],
    ["one per line", 0, '[\n    "a",\n    "x",\n    "y",\n    "b",\n    "c"\n]'],
    ["one per line", 2, '[\n    "a",\n    "b",\n    "c",\n    "x",\n    "y"\n]'],
    ["one per line with tabs", 1, '[\n\t\t"a",\n\t\t"b",\n\t\t"x",\n\t\t"y"\n\t]'],
    ["one per line with CRLF", 0, '[\r\n  "a",\r\n  "x",\r\n  "y",\r\n  "b",\r\n  "c"\r\n]'],
    ["one element with CRLF", 0, '[\r\n  "a",\r\n  "x",\r\n  "y"\r\n]'],
    ["a trailing comma", 1, '[\n  "a",\n  "b",\n  "x",\n  "y",\n]'],
    ["a trailing comma after one element", 0, '[\n  "a",\n  "x",\n  "y",\n]'],
    ["the first element behind the bracket", 0, '["a",\n "x",\n "y",\n "b",\n "c"]'],
    ["a line comment on its own line", 0, '[\n  // one\n  "a",\n  "x",\n  "y",\n  // two\n  "b"\n  // end\n]'],
  ])("follows the layout of a list with %s, after element %i", (name, index, expected) => {
    const source = layouts[name] ?? "";
    expect(apply(source, insertAfter(listOf(source), index, ['"x"', '"y"']))).toBe(expected);
  });

  it("follows the nearest of several layouts", () => {
    const source = '["a", "b",\n "c"]';
    expect(apply(source, insertAfter(listOf(source), 0, ['"x"']))).toBe('["a", "x", "b",\n "c"]');
    expect(apply(source, insertAfter(listOf(source), 2, ['"x"']))).toBe('["a", "b",\n "c",\n "x"]');
  });

  it("takes the indentation from the element's own line", () => {
    const source = '[\n  // one\n    "a"\n]';
    expect(apply(source, insertAfter(listOf(source), 0, ['"x"']))).toBe('[\n  // one\n    "a",\n    "x"\n]');
  });

  it.each([
    ['["a" // one\n]', '["a", "x" // one\n]'],
    ['["a", "b" // two\n]', '["a", "b", "x" // two\n]'],
  ])("does not write into a comment behind a list in one line: %j", (source, expected) => {
    const list = listOf(source);
    expect(apply(source, insertAfter(list, list.elements.length - 1, ['"x"']))).toBe(expected);
  });

  it.each([
    [
      '[\n  "a", // one\n  "b", // two\n  "c" // three\n]',
      '[\n  "a", // one\n  "x",\n  "b", // two\n  "c" // three\n]',
    ],
    ['[\n  "a", /* one */\n  "b"\n]', '[\n  "a", /* one */\n  "x",\n  "b"\n]'],
  ])("leaves a comment at the end of the line with its element: %j", (source, expected) => {
    expect(apply(source, insertAfter(listOf(source), 0, ['"x"']))).toBe(expected);
  });

  it.each([
    ['[\n  "a", // one\n  "b" // two\n]', '[\n  "a", // one\n  "b", // two\n  "x"\n]'],
    ['[\n  "a",\n  "b", // two\n]', '[\n  "a",\n  "b", // two\n  "x",\n]'],
    ['[\n  "a" /* one */\n]', '[\n  "a", /* one */\n  "x"\n]'],
    ['[\n  "a",// one\n]', '[\n  "a",// one\n  "x",\n]'],
    ['[\r\n  "a" // one\r\n]', '[\r\n  "a", // one\r\n  "x"\r\n]'],
  ])("leaves a comment behind the last element with it: %j", (source, expected) => {
    const list = listOf(source);
    expect(apply(source, insertAfter(list, list.elements.length - 1, ['"x"']))).toBe(expected);
  });
});

describe("replacing an element", () => {
  it.each(cases)("keeps the rest of a list with $name, at element $index", ({ source, index }) => {
    const before = valueOf(source);
    const after = apply(source, replaceElement(listOf(source), index, ['"x"', '"y"']));
    expect(valueOf(after)).toEqual([...before.slice(0, index), "x", "y", ...before.slice(index + 1)]);
    expect(commentsOf(after)).toEqual(commentsOf(source));
  });

  it("puts new elements on separate lines if the old ones are", () => {
    const source = layouts["one per line"] ?? "";
    expect(apply(source, replaceElement(listOf(source), 1, ['"x"', '"y"']))).toBe(
      '[\n    "a",\n    "x",\n    "y",\n    "c"\n]',
    );
  });
});

describe("removing an element", () => {
  it.each(cases)("removes nothing else from a list with $name, at element $index", ({ source, index }) => {
    const before = valueOf(source);
    const changes = removeElement(listOf(source), index);
    const after = changes.length > 0 ? apply(source, changes) : source;
    expect(valueOf(after)).toEqual(changes.length > 0 ? before.filter((_, other) => other !== index) : before);
    expect(commentsOf(after)).toEqual(commentsOf(source));
    expect(/,\s*\]$/u.test(withoutComments(after))).toBe(/,\s*\]$/u.test(withoutComments(source)));
  });

  it.each([
    ["one line", 0, '["b", "c"]'],
    ["one line", 1, '["a", "c"]'],
    ["one line", 2, '["a", "b"]'],
    ["one line with blanks inside of the brackets", 0, '[ "b" ]'],
    ["one line with blanks inside of the brackets", 1, '[ "a" ]'],
    ["one line without blanks", 1, '["a","c"]'],
    ["one per line", 0, '[\n    "b",\n    "c"\n]'],
    ["one per line", 1, '[\n    "a",\n    "c"\n]'],
    ["one per line", 2, '[\n    "a",\n    "b"\n]'],
    ["one per line with tabs", 0, '[\n\t\t"b"\n\t]'],
    ["one per line with CRLF", 0, '[\r\n  "b",\r\n  "c"\r\n]'],
    ["one per line with CRLF", 2, '[\r\n  "a",\r\n  "b"\r\n]'],
    ["a trailing comma", 0, '[\n  "b",\n]'],
    ["a trailing comma", 1, '[\n  "a",\n]'],
    ["commas first", 0, '[\n  "b"\n, "c"\n]'],
    ["commas first", 1, '[\n  "a"\n, "c"\n]'],
    ["commas first", 2, '[\n  "a"\n, "b"\n]'],
    ["the first element behind the bracket", 0, '["b",\n "c"]'],
    ["a line comment before the comma", 1, '[\n  "a" // one\n]'],
    ["a line comment on its own line", 0, '[\n  // one\n  // two\n  "b"\n  // end\n]'],
    ["a line comment on its own line", 1, '[\n  // one\n  "a"\n  // two\n  // end\n]'],
    ["a comment of JSDoc style", 1, '[\n  /** One. */\n  "a"\n  /** Two. */\n]'],
  ])("keeps the layout of a list with %s, at element %i", (name, index, expected) => {
    const source = layouts[name] ?? "";
    expect(apply(source, removeElement(listOf(source), index))).toBe(expected);
  });

  it.each([
    ["a group of its own line", '["a", "b",\n "c"]', 1, '["a",\n "c"]'],
    ["the last one behind a comment", '["a", // one\n "b"]', 1, '["a" // one\n ]'],
    ["the last one behind a comment, before blanks", '["a", // one\n "b"  \n]', 1, '["a" // one  \n]'],
    ["the last one before a trailing comma", '["a", // one\n "b",\n]', 1, '["a", // one\n]'],
    ["one behind a comment", '["a", // one\n "b",\n "c"]', 1, '["a", // one\n "c"]'],
    ["one before a heading", '["a",\n "b",\n // more\n "c"]', 1, '["a",\n // more\n "c"]'],
    [
      "a comma that stands in a comment",
      '["a" /* one, two */,\n // or, three\n "b"\n]',
      1,
      '["a" /* one, two */\n // or, three\n]',
    ],
  ])("takes out %s", (_, source, index, expected) => {
    expect(apply(source, removeElement(listOf(source), index))).toBe(expected);
  });

  it.each([
    ["the only element", "one element", 0],
    ["the only element before a trailing comma", "a trailing comma after one element", 0],
    ["one with a line comment behind it", "a line comment after each element", 1],
    ["one with a line comment before its comma", "a line comment before the comma", 0],
    ["the last one with a line comment", "a line comment after a trailing comma", 1],
    ["one with block comments around it", "block comments in one line", 1],
    ["one with a block comment that goes on", "a block comment over lines", 1],
  ])("is not done for %s", (_, name, index) => {
    expect(removeElement(listOf(layouts[name] ?? ""), index)).toEqual([]);
  });

  it("is not possible with a comment before it on its line", () => {
    const source = '[\n  "a",\n  /* two */ "b",\n  "c"\n]';
    expect(removeElement(listOf(source), 1)).toEqual([]);
  });

  it("is not possible next to an elision", () => {
    const source = '[, "a", "b"]';
    const { range, elements } = listOf(source);
    expect(
      removeElement({ source: { text: source, syntax: jsonSyntax }, range, elements: [range, ...elements] }, 1),
    ).toEqual([]);
  });

  it("keeps spread elements", () => {
    expect(apply('[...more, "a"]', removeElement(listOf('[...more, "a"]'), 1))).toBe("[...more]");
    expect(apply('["a", ...more]', removeElement(listOf('["a", ...more]'), 0))).toBe("[...more]");
  });
});

describe("a list in an escaped string", () => {
  const inString: readonly (readonly [name: string, text: string, expected: string])[] = [
    ["one per line", '[\n  "a",\n  "b"\n]', '[\n  "a",\n  "x",\n  "b"\n]'],
    ["one element on its own line", '[\n\t"a"\n]', '[\n\t"a",\n\t"x"\n]'],
    ["CRLF", '[\r\n  "a"\r\n]', '[\r\n  "a",\r\n  "x"\r\n]'],
    ["one line", '["a", "b"]', '["a", "x", "b"]'],
    ["a comment on its own line", '[\n  "a",\n  // two\n  "b"\n]', '[\n  "a",\n  "x",\n  // two\n  "b"\n]'],
  ];

  it.each(inString)("keeps its layout: %s", (_, text, expected) => {
    const source = JSON.stringify(text);
    const edited = apply(source, insertAfter(listOf(source), 0, ['\\"x\\"']));
    expect(JSON.parse(edited)).toBe(expected);
  });

  it.each(inString)("keeps its layout in a string in a string: %s", (_, text, expected) => {
    const source = JSON.stringify(JSON.stringify(text));
    const elements = [...source.matchAll(/\\{3}"[a-z]\\{3}"/gu)].map(
      ({ 0: element, index }) => [index, index + element.length] as const,
    );
    const edited = apply(source, insertAfter({ ...listOf(source), elements }, 0, ['\\\\\\"x\\\\\\"']));
    expect(JSON.parse(JSON.parse(edited) as string)).toBe(expected);
  });
});

describe("removing from a list in an escaped string", () => {
  const inString: readonly (readonly [name: string, index: number, text: string, expected: string])[] = [
    ["the first of several lines", 0, '[\n  "a",\n  "b"\n]', '[\n  "b"\n]'],
    ["the last of several lines", 1, '[\n\t"a",\n\t"b"\n]', '[\n\t"a"\n]'],
    ["a middle one with CRLF", 1, '[\r\n  "a",\r\n  "b",\r\n  "c"\r\n]', '[\r\n  "a",\r\n  "c"\r\n]'],
    ["one of one line", 1, '["a", "b"]', '["a"]'],
  ];

  it.each(inString)("keeps its layout: %s", (_, index, text, expected) => {
    const source = JSON.stringify(text);
    expect(JSON.parse(apply(source, removeElement(listOf(source), index)))).toBe(expected);
  });

  it.each(inString)("keeps its layout in a string in a string: %s", (_, index, text, expected) => {
    const source = JSON.stringify(JSON.stringify(text));
    const elements = [...source.matchAll(/\\{3}"[a-z]\\{3}"/gu)].map(
      ({ 0: element, index: start }) => [start, start + element.length] as const,
    );
    const edited = apply(source, removeElement({ ...listOf(source), elements }, index));
    expect(JSON.parse(JSON.parse(edited) as string)).toBe(expected);
  });
});

describe("an element that is part of a larger expression", () => {
  it.each(['[("a"), "b"]', '[("a")]', '["a" as Action, "b"]', '[<Action>"a"]', '["a"!]', '[("b", "a")]'])(
    "is not edited: %s",
    (source) => {
      const list = listOf(source);
      const index = list.elements.findIndex((range) => source.slice(...range) === '"a"');
      expect(insertAfter(list, index, ['"x"'])).toEqual([]);
      expect(replaceElement(list, index, ['"x"', '"y"'])).toEqual([]);
      expect(removeElement(list, index)).toEqual([]);
    },
  );

  it("does not prevent a change elsewhere in the list", () => {
    const source = '["a", ...more, ("c")]';
    expect(apply(source, replaceElement(listOf(source), 0, ['"x"', '"y"']))).toBe('["x", "y", ...more, ("c")]');
  });
});

/** Elements are one-letter strings, which no comment contains. */
function elementsOf(source: string): SourceList["elements"] {
  return [...source.matchAll(/\\?"[a-z]\\?"|\.{3}\w+/gu)].map(({ 0: text, index }) => [index, index + text.length]);
}

function listOf(text: string, syntax: Syntax = jsonSyntax): SourceList {
  const range = [
    text.indexOf(syntax.list.open),
    text.lastIndexOf(syntax.list.close) + syntax.list.close.length,
  ] as const;
  return { source: { text, syntax }, range, elements: elementsOf(text) };
}

function apply(source: string, changes: readonly TextChange[]): string {
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    throw new Error(`${changes.length} changes.`);
  }
  return source.slice(0, change.range[0]) + change.text + source.slice(change.range[1]);
}

function valueOf(source: string): unknown[] {
  return evaluate(parse(source, { mode: "jsonc", allowTrailingCommas: true })) as unknown[];
}

function withoutComments(source: string): string {
  return source.replace(/\/\/[^\r\n]*|\/\*[^]*?\*\//gu, "");
}

function commentsOf(source: string): string[] {
  return source.match(/\/\/[^\r\n]*|\/\*[^]*?\*\//gu) ?? [];
}

/** Quadratic whitespace handling would not terminate in time. */
describe("a list with millions of spaces", () => {
  const size = 3_000_000;

  it.each([
    ["blanks", " "],
    ["line ends", "\n"],
    ["escaped line ends", "\\n"],
    ["escaped line ends in a string in a string", "\\\\n"],
    ["escaped tabs", "\\t"],
  ])("is edited: %s", (_, blank) => {
    const gap = `,${blank.repeat(size)}`;
    const text = `["a"${gap}"b"]`;
    const list = listIn(text, elementsAround(gap.length));
    expect(apply(text, removeElement(list, 0))).toBe('["b"]');
    expect(apply(text, removeElement(list, 1))).toBe('["a"]');
    expect(apply(text, insertAfter(list, 1, ["x"]))).toBe(`["a"${gap}"b"${gap}x]`);
  });

  it("is edited behind the last element and a line end", () => {
    const text = `[\n"a"${" ".repeat(size)}]`;
    expect(apply(text, insertAfter(listIn(text, [[2, 5]]), 0, ["x"])).startsWith('[\n"a",\nx ')).toBe(true);
  });

  it("is edited before a comment", () => {
    const gap = `,${" ".repeat(size)}/* b */\n`;
    const text = `["a"${gap}"b"\n]`;
    const list = listIn(text, elementsAround(gap.length));
    expect(apply(text, removeElement(list, 1))).toBe(`["a"${gap.slice(1, -1)}\n]`);
  });

  function listIn(text: string, elements: SourceList["elements"]): SourceList {
    return { source: { text, syntax: jsonSyntax }, range: [0, text.length], elements };
  }

  function elementsAround(gap: number) {
    return [
      [1, 4],
      [4 + gap, 7 + gap],
    ] as const;
  }
});

describe("a list in a language with other comments", () => {
  const syntax: Syntax = { ...jsonSyntax, comments: /#[^\r\n]*/gu };

  it.each([
    ["behind an element that has one", '[\n  "a", # one\n  "b"\n]', 0, '[\n  "a", # one\n  "x",\n  "b"\n]'],
    ["behind the last element, which has one", '[\n  "a",\n  "b" # two\n]', 1, '[\n  "a",\n  "b", # two\n  "x"\n]'],
    [
      "before one on its own line",
      '[\n  "a",\n  # two, three\n  "b"\n]',
      0,
      '[\n  "a",\n  "x",\n  # two, three\n  "b"\n]',
    ],
  ])("takes an element %s", (_, text, index, expected) => {
    expect(apply(text, insertAfter(listOf(text, syntax), index, ['"x"']))).toBe(expected);
  });

  it("keeps one on its own line when an element is removed", () => {
    const text = '[\n  "a",\n  # one, two\n  "b",\n]';
    expect(apply(text, removeElement(listOf(text, syntax), 1))).toBe('[\n  "a",\n  # one, two\n]');
  });

  it("keeps an element that one is about", () => {
    const text = '[\n  "a", # one\n  "b"\n]';
    expect(removeElement(listOf(text, syntax), 0)).toEqual([]);
    expect(removeElement(listOf(text, jsonSyntax), 0)).toEqual([]);
  });

  it("does not recognise JSON comments", () => {
    const text = '[\n  "a", // one\n  "b"\n]';
    expect(insertAfter(listOf(text, syntax), 0, ['"x"'])).toEqual([]);
  });
});

/** Such as statements that are consecutive blocks. */
describe("a list in a language without a separator", () => {
  const syntax: Syntax = {
    ...jsonSyntax,
    comments: /#[^\r\n]*/gu,
    list: { open: "{", close: "}", separator: "" },
  };

  it.each([
    ["in lines", '{\n  "a"\n  "b"\n}', 0, '{\n  "a"\n  "x"\n  "b"\n}'],
    ["in lines, at the end", '{\n  "a"\n  "b"\n}', 1, '{\n  "a"\n  "b"\n  "x"\n}'],
    ["of one element in its line", '{\n  "a"\n}', 0, '{\n  "a"\n  "x"\n}'],
    ["in one line", '{ "a" "b" }', 0, '{ "a" "x" "b" }'],
    ["of one element", '{ "a" }', 0, '{ "a" "x" }'],
    ["behind a comment", '{\n  "a" # one\n  "b"\n}', 0, '{\n  "a" # one\n  "x"\n  "b"\n}'],
    ["behind the last comment", '{\n  "a"\n  "b" # two\n}', 1, '{\n  "a"\n  "b" # two\n  "x"\n}'],
  ])("takes an element %s", (_, text, index, expected) => {
    expect(apply(text, insertAfter(listOf(text, syntax), index, ['"x"']))).toBe(expected);
  });

  it.each([
    ["the first one in lines", '{\n  "a"\n  "b"\n}', 0, '{\n  "b"\n}'],
    ["the last one in lines", '{\n  "a"\n  "b"\n}', 1, '{\n  "a"\n}'],
    ["one in one line", '{ "a" "b" "c" }', 1, '{ "a" "c" }'],
    ["the last one behind a comment", '{\n  "a" # one\n  "b"\n}', 1, '{\n  "a" # one\n}'],
  ])("loses %s", (_, text, index, expected) => {
    expect(apply(text, removeElement(listOf(text, syntax), index))).toBe(expected);
  });

  it("replaces an element with several", () => {
    const text = '{\n  "a"\n  "b"\n}';
    expect(apply(text, replaceElement(listOf(text, syntax), 1, ['"x"', '"y"']))).toBe('{\n  "a"\n  "x"\n  "y"\n}');
  });

  it("is not edited if there is a separator nonetheless", () => {
    expect(insertAfter(listOf('{ "a", "b" }', syntax), 0, ['"x"'])).toEqual([]);
  });
});
