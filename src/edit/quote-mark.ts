/**
 * The quote that a literal begins with, as it is written: `"`, or `\"` and `\x22` in a string of code that holds JSON
 * text; `undefined` where it begins with none, such as a key without quotes.
 *
 * @param literal the source of the literal
 */
export function quoteMarkOf(literal: string): string | undefined {
  return quoteMark.exec(literal)?.[0];
}

const quoteMark = /^(?:\\*["']|\\+(?:x2[27]|u002[27]|u\{0*2[27]\}))/u;
