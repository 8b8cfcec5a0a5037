/** A message stays readable in a terminal: this many names and characters of a list, the rest as a number. */
const maxNames = 8;
const maxCharacters = 130;
/** Of a text of the user's, this many characters. */
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

/** Names to choose one from: `"a", "b" or "c"`. */
export function listChoices(names: readonly string[]): string {
  return joinWith(
    "or",
    names.map((name) => `"${name}"`),
  );
}

function joinWith(conjunction: string, items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}` : items.join("");
}

/** A number as a reader writes it: `6,144`. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en-US");
}

/** A number with its noun: `1 action`, `7 actions`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A text of the user's as a message can hold it, cut where it is long. */
export function truncate(text: string): string {
  return text.length > maxOfText ? `${text.slice(0, maxOfText - 1)}…` : text;
}
