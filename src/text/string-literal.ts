import { MappedText, type PlaceLists } from "./mapped-text.js";

const simpleEscapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  0: "\0",
};

/** An escape sequence, read at its backslash: the character that it encodes, and its length in the source. */
interface Escape {
  readonly value: string;
  readonly length: number;
}

/**
 * Decodes the inside of a string literal. JSON, JSON5 and JavaScript strings and template literals share
 * their escapes (ECMA-262, 12.9.4; the JSON ones are a subset), so one reader serves every host.
 *
 * @param outer the text that holds the literal
 * @param start offset in `outer` after the opening quote
 * @param end offset in `outer` of the closing quote
 */
export function decodeStringLiteral(outer: MappedText, start: number, end: number): MappedText {
  const raw = outer.text.slice(start, end);
  if (!raw.includes("\\") && !raw.includes("\r")) {
    return outer.verbatimPart(start, raw) ?? remap(outer, start, raw);
  }
  const decoder = new Decoder(outer.sourceRange(start, start)[0]);
  decoder.append(outer, start, end);
  return decoder.finish();
}

/** Collects decoded characters together with their source ranges. */
export class Decoder {
  readonly #places: PlaceLists = { starts: [], ends: [], pieces: [] };
  readonly #start: number;
  #text = "";
  #piece = 0;

  /** @param start the source offset at which the text begins: the place of an empty text */
  constructor(start: number) {
    this.#start = start;
  }

  /** Decodes the literal text of `outer` from `start` up to `end`. */
  append(outer: MappedText, start: number, end: number): void {
    for (let index = start; index < end;) {
      const { value, length } = readCharacter(outer.text, index);
      this.appendAs(value, outer, index, index + length);
      index += length;
    }
  }

  /** Appends `value` as the decoded form of `outer` from `start` up to `end`. */
  appendAs(value: string, outer: MappedText, start: number, end: number): void {
    const [sourceStart, sourceEnd] = outer.sourceRange(start, end);
    for (let index = 0; index < value.length; index++) {
      this.#places.starts.push(sourceStart);
      this.#places.ends.push(sourceEnd);
      this.#places.pieces.push(this.#piece + outer.pieceAt(start));
    }
    this.#text += value;
  }

  /** Appends characters as they are, without decoding them. */
  appendVerbatim(outer: MappedText, start: number, end: number): void {
    outer.addPlaces(start, end, this.#places, this.#piece);
    this.#text += outer.text.slice(start, end);
  }

  /** Appends a text as it is, as a piece of its own. */
  appendPiece(text: MappedText): void {
    this.startPiece();
    this.appendVerbatim(text, 0, text.text.length);
    this.startPiece();
  }

  /** From here on, text is appended from another part of the source. */
  startPiece(): void {
    this.#piece = (this.#places.pieces.at(-1) ?? 0) + 1;
  }

  finish(): MappedText {
    if (this.#text === "") {
      return MappedText.verbatim("", this.#start);
    }
    return MappedText.pieced(this.#text, this.#places);
  }
}

/** Characters that need no decoding themselves, in a text that is itself decoded. */
function remap(outer: MappedText, start: number, raw: string): MappedText {
  const [sourceStart, sourceEnd] = outer.sourceRange(start, start + raw.length);
  if (sourceEnd - sourceStart === raw.length) {
    return MappedText.verbatim(raw, sourceStart);
  }
  const decoder = new Decoder(sourceStart);
  decoder.appendVerbatim(outer, start, start + raw.length);
  return decoder.finish();
}

function readCharacter(text: string, index: number): Escape {
  const character = text.charAt(index);
  if (character === "\r") {
    // Line ends in a template literal are "\n", whatever they are in the file.
    return { value: "\n", length: text.charAt(index + 1) === "\n" ? 2 : 1 };
  }
  return character === "\\" ? readEscape(text, index) : { value: character, length: 1 };
}

function readEscape(text: string, index: number): Escape {
  const letter = text.charAt(index + 1);
  switch (letter) {
    case "u":
      return text.charAt(index + 2) === "{"
        ? readCodePoint(text, index + 3, text.indexOf("}", index), 1)
        : readCodePoint(text, index + 2, index + 6, 0);
    case "x":
      return readCodePoint(text, index + 2, index + 4, 0);
    case "\r":
      return { value: "", length: text.charAt(index + 2) === "\n" ? 3 : 2 };
    case "\n":
    case "\u2028":
    case "\u2029":
      return { value: "", length: 2 };
    default:
      return { value: simpleEscapes[letter] ?? letter, length: 2 };
  }

  function readCodePoint(source: string, from: number, to: number, closing: number): Escape {
    const code = Number.parseInt(source.slice(from, to), 16);
    // The host's parser accepted the literal: a number out of range can only come from error recovery.
    const value = Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return { value, length: Math.max(2, to + closing - index) };
  }
}
