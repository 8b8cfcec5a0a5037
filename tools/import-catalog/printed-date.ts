/**
 * The date of the last change that a page of the website prints, as `YYYY-MM-DD`. Each language has its own words for
 * it; the time zone behind the date is in all of them (facts.md#live-pages).
 */
export function printedDate(text: string): string | undefined {
  const plain = text.replace(/<[^>]*>|&nbsp;/gu, " ");
  return /\b(?<date>20\d\d-[01]\d-[0-3]\d)\s*GMT\s*[+-]/u.exec(plain)?.groups?.["date"];
}
