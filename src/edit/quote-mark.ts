/**
 * The opening quote of a literal as written: `"`, or `\"` and `\x22` for JSON in a string of code; `undefined` if there
 * is none, as for an unquoted key.
 *
 * @param literal the source text of the literal
 */
export function quoteMarkOf(literal: string): string | undefined {
  return quoteMark.exec(literal)?.[0];
}

const quoteMark = /^(?:\\*["']|\\+(?:x2[27]|u002[27]|u\{0*2[27]\}))/u;
