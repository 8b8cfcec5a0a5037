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

/** The user's own text, truncated for a message. */
export function truncate(text: string, max: number = maxOfText): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
