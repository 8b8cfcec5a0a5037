/**
 * The words that the clouds use in cells and heads for the same thing, in both languages (facts.md#heads-of-tables,
 * facts.md#cells-of-tables). Everything is compared after {@link fold}.
 */

/** One spelling of full-width and half-width characters, of case and of white space. */
export function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Whether a cell or a line says that there is nothing: no action, no dependency, no API. */
export function saysNothing(text: string): boolean {
  const folded = fold(text);
  return nothingWords.has(folded.replace(/[.。]$/u, "")) || nothingPhrases.some((phrase) => phrase.test(folded));
}

const nothingWords = new Set(["", "-", "--", "/", "×", "x", "n/a", "na", "none", "无", "無", "not required"]);

const nothingPhrases = [
  /^no (?:authorization|permissions?) (?:is |are )?required\.?$/u,
  /^无需授权。?$/u,
  /^included in the tenant guest permissions?\.?$/u,
  // What the tag service says of its dependencies: they depend on the tagged service and name no action.
  /^(?:none \()?permissions of corresponding services .*required/u,
  /^none \(permissions of corresponding services/u,
];

/** Whether the title of a row says that the cloud has given its API up. */
export function saysAbandoned(title: string): boolean {
  return /\babandoned\b|\bdeprecated\b|已废弃/u.test(fold(title));
}

/** Whether an API cell says that there is a console function and no API. */
export function saysConsoleOnly(text: string): boolean {
  return /^(?:for console only|console引用|仅支持console.*|console only)$/u.test(fold(text));
}
