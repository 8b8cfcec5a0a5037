/**
 * Recognizes the clouds' wordings of common cells, in both languages (facts.md#heads-of-tables,
 * facts.md#cells-of-tables). Compares after {@link fold}.
 */

/** Normalizes character width, case and whitespace. */
export function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Whether a cell or line means "none": no action, no dependency, no API. */
export function isNone(text: string): boolean {
  const folded = fold(text);
  return nothingWords.has(folded.replace(/[.。]$/u, "")) || nothingPhrases.some((phrase) => phrase.test(folded));
}

const nothingWords = new Set(["", "-", "--", "/", "×", "x", "n/a", "na", "none", "无", "無", "not required"]);

const nothingPhrases = [
  /^no (?:authorization|permissions?) (?:is |are )?required\.?$/u,
  /^无需授权。?$/u,
  /^included in the tenant guest permissions?\.?$/u,
  // TMS: the dependencies are those of the tagged service, without names.
  /^(?:none \()?permissions of corresponding services .*required/u,
  /^none \(permissions of corresponding services/u,
];

/** Whether the title of a row marks its API as abandoned. */
export function isAbandoned(title: string): boolean {
  return /\babandoned\b|\bdeprecated\b|废弃/u.test(fold(title));
}

/** Whether an API cell says that only the console has this function. */
export function isConsoleOnly(text: string): boolean {
  return /^(?:for console only|console引用|仅支持console.*|console only)$/u.test(fold(text));
}
