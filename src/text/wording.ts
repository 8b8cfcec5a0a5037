/** The names and characters of a list that a message shows; the rest is a number, so that it stays readable. */
const maxNames = 8;
const maxCharacters = 130;
/** The characters of the user's own text that a message shows. */
const maxOfText = 60;

/** Names for the middle of a sentence: `a, b and c`, `a, b and 5 more`. */
export function listNames(
  names: readonly string[],
  conjunction: "and" | "or" = "and",
  most: number = maxNames,
): string {
  const shown = names.slice(0, most);
  while (shown.length > 1 && shown.join(", ").length > maxCharacters) {
    shown.pop();
  }
  const left = names.length - shown.length;
  return joinWith(conjunction, left > 0 ? [...shown, `${left} more`] : shown);
}

/** The same list with fewer and fewer names, down to one: `a, b and c`, `a, b and 1 more`, `a and 2 more`. */
export function shorterAndShorter(
  names: readonly string[],
  conjunction: "and" | "or" = "and",
  max: number = maxNames,
): readonly string[] {
  const shown = Math.min(max, names.length);
  return Array.from({ length: shown }, (_, fewer) => listNames(names, conjunction, shown - fewer));
}

/** Names to choose one from: `"a", "b" or "c"`. If the list would be too long, the last names are left out. */
export function listChoices(names: readonly string[]): string {
  const shown = names.map((name) => `"${name}"`);
  while (shown.length > 1 && shown.join(", ").length > maxCharacters) {
    shown.pop();
  }
  return joinWith("or", shown);
}

/** The same choices with fewer and fewer names, down to one. */
export function fewerAndFewerChoices(names: readonly string[]): readonly string[] {
  return names.map((_, fewer) => listChoices(names.slice(0, names.length - fewer)));
}

function joinWith(conjunction: string, items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}` : items.join("");
}

/** A number with thousands separators: `6,144`. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en-US");
}

/** A number with its noun: `1 action`, `7 actions`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The user's own text for a message: truncated, and on one line. */
export function truncate(text: string, max: number = maxOfText): string {
  // Each character takes at least one place, so the rest of a very long text need not be looked at.
  const pieces = [...text.slice(0, 2 * max + 2)].map(visible);
  let length = 0;
  const fitting = pieces.findIndex((piece) => (length += piece.length) > max);
  if (fitting < 0) {
    return pieces.join("");
  }
  const shown = pieces.slice(0, fitting);
  while (shown.join("").length > max - 1) {
    shown.pop();
  }
  return `${shown.join("")}…`;
}

/** Characters that nobody sees, or that break a line: all whitespace but the blank, control characters and marks. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/**
 * A text with its invisible characters escaped as in JSON: a line break becomes `\n`. Terminals and the matchers of
 * pipelines read one finding a line, and a name that differs from another only by such a character must look different.
 */
export function visible(text: string): string {
  // Most texts have nothing but letters that every keyboard has.
  return /^[ -~]*$/u.test(text)
    ? text
    : text.replace(invisible, (character) => shortEscapes[character] ?? escapeOf(character));
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeOf(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
