import { memoizeByText } from "../text/memoize.js";

/** Whether a text or part of one has a wildcard. */
export function isWildcardIn(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/**
 * Whether there may be a text that two parts match: with wildcards, they can differ only before the first and after the last one.
 */
export function mayMatchTheSame(one: string, other: string): boolean {
  if (!isWildcardIn(one) || !isWildcardIn(other)) {
    return isWildcardIn(one) ? matchesPart(one, other) : matchesPart(other, one);
  }
  const [heads, tails] = [[one, other].map(headOf), [one, other].map(tailOf)];
  return isStartOfOther(heads) && isStartOfOther(tails.map(reversed));
}

function headOf(part: string): string {
  return part.slice(0, part.search(wildcard));
}

function tailOf(part: string): string {
  return part.slice(Math.max(part.lastIndexOf("*"), part.lastIndexOf("?")) + 1);
}

const wildcard = /[*?]/u;

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function isStartOfOther([one = "", other = ""]: readonly string[]): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * Whether one part of a pattern matches a text. The pieces between the stars are searched in order, each at its first
 * occurrence, so matching needs no backtracking and is linear but for a piece with `?`.
 */
export function matchesPart(part: string, text: string): boolean {
  // Most parts have no wildcard, and a policy compares thousands of them.
  return (
    part === text ||
    (part.includes("*")
      ? matchesPieces(piecesOf(part), text)
      : part.includes("?") && part.length === text.length && isPieceAt(part, text, 0))
  );
}

interface Pieces {
  readonly head: string;
  /** The pieces between the wildcards; two wildcards in a row are the same as one. */
  readonly middle: readonly string[];
  readonly tail: string;
}

const piecesOf = memoizeByText((part): Pieces => {
  const pieces = part.split("*");
  const middle = pieces.slice(1, -1).filter((piece) => piece !== "");
  return { head: pieces[0] ?? "", middle, tail: pieces.at(-1) ?? "" };
});

function matchesPieces({ head, middle, tail }: Pieces, text: string): boolean {
  const end = text.length - tail.length;
  if (end < head.length || !isPieceAt(head, text, 0) || !isPieceAt(tail, text, end)) {
    return false;
  }
  let position = head.length;
  for (const piece of middle) {
    const found = indexOfPiece(piece, text, position);
    if (found < 0 || found + piece.length > end) {
      return false;
    }
    position = found + piece.length;
  }
  return true;
}

/** Whether a piece of a pattern, which has no star, matches the characters of a text from an index on. */
function isPieceAt(piece: string, text: string, index: number): boolean {
  return piece.includes("?")
    ? [...piece].every((character, offset) => isCharacter(character, text[index + offset]))
    : text.startsWith(piece, index);
}

/** `?` does not match all that a star in the text stands for. */
function isCharacter(written: string, character: string | undefined): boolean {
  return written === "?" ? character !== undefined && character !== "*" : written === character;
}

function indexOfPiece(piece: string, text: string, from: number): number {
  if (!piece.includes("?")) {
    return text.indexOf(piece, from);
  }
  for (let index = from; index + piece.length <= text.length; index++) {
    if (isPieceAt(piece, text, index)) {
      return index;
    }
  }
  return -1;
}
