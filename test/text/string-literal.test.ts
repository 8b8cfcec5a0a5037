import { parse, type StringNode } from "@humanwhocodes/momoa";
import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/text/mapped-text.js";
import { Decoder, decodeStringLiteral } from "../../src/text/string-literal.js";
import { sourceOf } from "../sources.js";

/** The inside of a literal, in the pieces that its decoded UTF-16 code units come from. */
const javascript: readonly (readonly [name: string, pieces: readonly string[]])[] = [
  ["plain characters", ["i", "m", "s"]],
  ["nothing", []],
  ["escapes of one letter", ["\\n", "\\t", "\\r", "\\b", "\\f", "\\v", "\\0"]],
  ["quotes and backslashes", ["\\'", '\\"', "\\`", "\\\\", "\\/"]],
  ["needless escapes", ["\\a", "\\:", "\\*", "\\ü"]],
  ["hexadecimal escapes", ["\\x41", "\\xfF", "a"]],
  ["escapes of four digits", ["\\u0041", "\\u00fC", "a"]],
  ["code points", ["\\u{41}", "\\u{000041}", "}"]],
  ["the last code point", ["\\u{10FFFF}", "\\u{10FFFF}", "a"]],
  ["a code point of two units", ["\\u{1F600}", "\\u{1F600}", "a"]],
  ["a pair of escaped surrogates", ["\\uD83D", "\\uDE00", "a"]],
  ["lone surrogates", ["\\uDE00", "a", "\\uD83D"]],
  ["astral characters", ["\uD83D", "\uDE00", "a"]],
  ["an escaped astral character", ["\\\uD83D", "\uDE00", "a"]],
  ["a backslash before an escape", ["\\\\", "n", "\\\\", "\\n"]],
];

/** Line continuations stand for nothing. */
const continuations: readonly (readonly [name: string, mark: string])[] = [
  ["LF", "\\\n"],
  ["CRLF", "\\\r\n"],
  ["CR", "\\\r"],
  ["LS", "\\\u2028"],
  ["PS", "\\\u2029"],
];

const shift = "let x = ".length;

describe.each(['"', "'", "`"])("a JavaScript literal in %s", (quote) => {
  it.each(javascript)("decodes %s", (_, pieces) => {
    const inside = withoutRepeats(pieces).join("");
    const decoded = decodeAfterShift(inside);
    expect(decoded.text).toBe(valueByParser(quote + inside + quote));
    expect(piecesOf(decoded, " ".repeat(shift) + inside)).toEqual(pieces);
  });

  it.each(continuations)("skips a line continuation with %s", (_, mark) => {
    const inside = `a${mark}b${mark}${mark}c`;
    const decoded = decodeAfterShift(inside);
    expect(decoded.text).toBe("abc");
    expect(decoded.text).toBe(valueByParser(quote + inside + quote));
    expect(piecesOf(decoded, " ".repeat(shift) + inside)).toEqual(["a", "b", "c"]);
  });

  it("decodes every short run of escapes as the parser does", () => {
    const units = ["a", "\\n", "\\u0041", "\\u{1F600}", "😀", "\\\n", "\\\r\n", "\\x41", "\\\u2028", "\\\\", "\\uD83D"];
    const insides = runsOf(units, 3);
    const values = valueByParser(`[${insides.map((inside) => quote + inside + quote).join(",")}]`) as string[];
    const wrong = insides.filter((inside, index) => decodeAfterShift(inside).text !== values[index]);
    expect(values).toHaveLength(insides.length);
    expect(wrong).toEqual([]);
  });
});

describe("the line ends of a template", () => {
  it("are read as LF, each from its CR and LF or its CR", () => {
    const inside = "a\r\nb\nc\rd";
    const decoded = decodeAfterShift(inside);
    expect(decoded.text).toBe(valueByParser(`\`${inside}\``));
    expect(piecesOf(decoded, " ".repeat(shift) + inside)).toEqual(["a", "\r\n", "b", "\n", "c", "\r", "d"]);
  });
});

describe("a JSON string", () => {
  const units = ["a", "\\n", "\\u0041", "\\/", "\\\\", '\\"', "\\uD83D", "\\uDE00", "😀", "\\t", "\\b\\f\\r", "ü"];

  it("decodes every short run of escapes as JSON.parse does", () => {
    const wrong = runsOf(units, 3).filter((inside) => decodeAfterShift(inside).text !== JSON.parse(`"${inside}"`));
    expect(wrong).toEqual([]);
  });

  it("gives back its source when the ranges of its characters are put together", () => {
    for (const inside of runsOf(units, 3)) {
      const decoded = decodeAfterShift(inside);
      expect(withoutRepeats(piecesOf(decoded, " ".repeat(shift) + inside)).join("")).toBe(inside);
    }
  });
});

describe("a JSON5 string", () => {
  it.each(['a\\\nb"', "a\\x41b", "a\\vb\\0", "\\'a'", "\\\r\na"])("decodes %j as the parser does", (inside) => {
    const literal = `'${inside.replace(/(?<!\\)'/gu, "")}'`;
    const node = parse(literal, { mode: "json5" }).body as StringNode;
    expect(decodeStringLiteral(MappedText.verbatim(literal), 1, literal.length - 1).text).toBe(node.value);
  });
});

describe("a string inside of a string", () => {
  const inner = 'a"\n\\😀\u0007';
  const text = JSON.stringify({ key: inner });
  const source = `let x = ${JSON.stringify(text)};`;
  const outer = decodeStringLiteral(MappedText.verbatim(source), shift + 1, source.length - 2);
  const start = text.indexOf(":") + 2;
  const decoded = decodeStringLiteral(outer, start, text.length - 2);

  it("is decoded twice", () => {
    expect(outer.text).toBe(text);
    expect(decoded.text).toBe(inner);
  });

  it("stands where its twice escaped characters stand in the file", () => {
    expect(piecesOf(decoded, source)).toEqual(["a", '\\\\\\"', "\\\\n", "\\\\\\\\", "\uD83D", "\uDE00", "\\\\u0007"]);
  });

  it("is mapped character by character where only the outer literal has escapes", () => {
    const literal = String.raw`{\u0022a\u{62}\x63\u0022}`;
    const once = decodeStringLiteral(MappedText.verbatim(literal), 0, literal.length);
    expect(once.text).toBe('{"abc"}');
    const twice = decodeStringLiteral(once, 2, 5);
    expect(twice.text).toBe("abc");
    expect(piecesOf(twice, literal)).toEqual(["a", String.raw`\u{62}`, String.raw`\x63`]);
  });
});

describe("a literal without escapes", () => {
  it("stands in the source as it is, and so do its parts", () => {
    const decoded = decodeStringLiteral(MappedText.verbatim('let x = "images";'), shift + 1, shift + 7);
    expect(decoded.verbatimPart(2, "ag")?.sourceRange(0, 2)).toEqual([shift + 3, shift + 5]);
  });

  it("stands in the source as it is also within a string that has escapes elsewhere", () => {
    const source = String.raw`let x = "{\"a\":\"images\"}";`;
    const outer = decodeStringLiteral(MappedText.verbatim(source), shift + 1, source.length - 2);
    const start = outer.text.indexOf("images");
    const decoded = decodeStringLiteral(outer, start, start + "images".length);
    expect(decoded.verbatimPart(2, "ag")?.sourceRange(0, 2)).toEqual([
      source.indexOf("ages"),
      source.indexOf("ages") + 2,
    ]);
  });
});

describe("a text that is put together", () => {
  const source = "'ab' 'cd' 'ef'";

  it("has a piece for what stands elsewhere, and others before and behind it", () => {
    const decoder = new Decoder(1);
    decoder.append(MappedText.verbatim(source), 1, 3);
    decoder.appendPiece(MappedText.verbatim("ef", source.indexOf("ef")));
    decoder.append(MappedText.verbatim(source), 6, 8);
    const text = decoder.finish();
    expect(text.text).toBe("abefcd");
    expect(piecesOf(text, source)).toEqual(["a", "b", "e", "f", "c", "d"]);
    expect([text.isOnePiece(0, 2), text.isOnePiece(2, 4), text.isOnePiece(4, 6)]).toEqual([true, true, true]);
    expect([text.isOnePiece(1, 3), text.isOnePiece(3, 5), text.isOnePiece(0, 6)]).toEqual([false, false, false]);
  });

  it("keeps the pieces of its parts apart", () => {
    const mentioned = MappedText.at("abc", [0, 1]);
    const decoder = new Decoder(0);
    decoder.appendPiece(mentioned);
    decoder.appendPiece(mentioned);
    const text = decoder.finish();
    expect(new Set([0, 1, 2, 3, 4, 5].map((index) => text.pieceAt(index))).size).toBe(6);
  });
});

describe("a literal that stands for no character", () => {
  it.each(["", "\\\n", "\\\r\n\\\n"])("has its place between its quotes: %j", (inside) => {
    const source = `let x = "${inside}";`;
    const decoded = decodeStringLiteral(MappedText.verbatim(source), shift + 1, shift + 1 + inside.length);
    const [start, end] = decoded.sourceRange(0, 0);
    expect(decoded.text).toBe("");
    expect(start).toBe(end);
    expect(start).toBeGreaterThanOrEqual(shift + 1);
    expect(start).toBeLessThanOrEqual(shift + 1 + inside.length);
  });
});

describe("a literal that no parser would accept", () => {
  it.each(["\\", "\\u", "\\u{", "\\u{110000}", "\\u{zz}", "\\x", "\\uD83"])("is decoded to something: %j", (inside) => {
    const decoded = decodeAfterShift(inside);
    expect(decoded.text.length).toBeLessThanOrEqual(inside.length);
  });
});

function decodeAfterShift(inside: string): MappedText {
  return decodeStringLiteral(MappedText.verbatim(" ".repeat(shift) + inside), shift, shift + inside.length);
}

/** The piece of the source that each code unit comes from. */
function piecesOf(decoded: MappedText, source: string): string[] {
  return [...Array(decoded.text.length).keys()].map((index) => source.slice(...decoded.sourceRange(index, index + 1)));
}

/** Two units of one code point come from the same piece. */
function withoutRepeats(pieces: readonly string[]): string[] {
  return pieces.filter((piece, index) => !(piece.startsWith("\\u{1") && pieces[index - 1] === piece));
}

/** Every run of `length` of the units. */
function runsOf(units: readonly string[], length: number): string[] {
  return length === 0 ? [""] : runsOf(units, length - 1).flatMap((run) => units.map((unit) => run + unit));
}

/** What ESLint's parser says that an expression of literals stands for. */
function valueByParser(code: string): unknown {
  const { ast } = sourceOf(`let x = ${code};`) as unknown as { ast: { body: { declarations: { init: Parsed }[] }[] } };
  return evaluated(ast.body[0]?.declarations[0]?.init);
}

interface Parsed {
  readonly value?: unknown;
  readonly elements?: readonly Parsed[];
  readonly quasis?: readonly { value: { cooked: string } }[];
}

function evaluated(node: Parsed | undefined): unknown {
  return node?.elements?.map(evaluated) ?? node?.quasis?.[0]?.value.cooked ?? node?.value;
}
