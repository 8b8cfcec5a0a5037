import type { Rendering } from "./rendering.js";

/** How a letter of a text may be written. */
export type Way = "plain" | "four digits" | "two digits" | "continued" | "code point";

/** What literals a host has. */
export type Literals = "JSON" | "JSON5" | "JavaScript";

export const ways: readonly Way[] = ["plain", "four digits", "two digits", "continued", "code point"];

const waysOf: Readonly<Record<Literals, ReadonlySet<Way>>> = {
  JSON: new Set(ways.slice(0, 2)),
  JSON5: new Set(ways.slice(0, 4)),
  JavaScript: new Set(ways),
};

/** What a character of a JSON text is. */
export type Kind = "structure" | "letter" | "escape" | "quote" | "word";

/** The words by which a file is known to be worth a look: nobody writes them with escapes. */
const words: ReadonlySet<string> = new Set(['"Statement"', '"display_name"']);

export function kindsOf(json: string): readonly Kind[] {
  const kinds = new Array<Kind>(json.length).fill("structure");
  for (const { 0: text, index } of json.matchAll(/"(?:[^"\\]|\\.)*"/gsu)) {
    const end = index + text.length - 1;
    kinds.fill(words.has(text) ? "word" : "letter", index, end);
    kinds[index] = kinds[end] = "quote";
    for (const escape of text.matchAll(/\\(?:u.{4}|.)/gsu)) {
      kinds.fill("escape", index + escape.index, index + escape.index + escape[0].length);
    }
  }
  return kinds;
}

/** Some letters of texts as the literals of a host have escapes for them; keys without quotes have none. */
export function withEscapes(
  policy: Rendering,
  kinds: readonly Kind[],
  letters: readonly Way[],
  literals: Literals,
): Rendering {
  return policy.map((piece, index) => {
    const way = wayOf(letters, index);
    return kinds[index] === "letter" && waysOf[literals].has(way) ? escaped(piece, way) : piece;
  });
}

export function wayOf(letters: readonly Way[], index: number): Way {
  return letters[index % letters.length] ?? "plain";
}

/** Characters of a literal in JavaScript, in one of the ways that it has for them. */
export function escapeIn(quote: string, piece: string, kind: Kind | undefined, way: Way): string {
  return piece.replace(/[^]/gu, (letter) => {
    const plainly = escapePlainly(quote, letter);
    const isKept = kind === "word" || way === "plain" || (kind === "structure" && way !== "continued");
    return isKept ? plainly : escaped(way === "continued" ? plainly : letter, way);
  });
}

function escapePlainly(quote: string, letter: string): string {
  if (letter === "\n" || letter === "\r") {
    return quote === "`" ? letter : JSON.stringify(letter).slice(1, -1);
  }
  return letter === quote || letter === "\\" || (quote === "`" && letter === "$") ? `\\${letter}` : letter;
}

/** A letter with an escape, or a line continuation before it. */
function escaped(letter: string, way: Way): string {
  const code = letter.charCodeAt(0);
  switch (way) {
    case "plain":
      return letter;
    case "two digits":
      return code < 256 ? `\\x${hex(code, 2)}` : escaped(letter, "four digits");
    case "four digits":
      return letter
        .split("")
        .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
        .join("");
    case "code point":
      return `\\u{${hex(letter.codePointAt(0) ?? 0, 1)}}`;
    case "continued":
      return `\\\n${letter}`;
  }
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
