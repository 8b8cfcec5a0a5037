import type { Linter, Rule } from "eslint";

/** A finding on a text. Places are offsets in UTF-16 units. */
export interface Finding {
  /** `null` for a syntax error. */
  readonly ruleId: string | null;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** Grants exactly the same. */
  readonly fix: Rule.Fix | undefined;
  readonly suggestions: readonly { readonly title: string; readonly fix: Rule.Fix }[];
}

/** What ESLint reports, with offsets instead of lines and columns. */
export function findingsOf(text: string, messages: readonly Linter.LintMessage[]): readonly Finding[] {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)].map(({ 0: end, index }) => index + end.length)];
  const offsetOf = (line: number, column: number) => Math.min((starts[line - 1] ?? 0) + column - 1, text.length);
  return messages.map(({ ruleId, severity, message, line, column, endLine, endColumn, fix, suggestions = [] }) => {
    const from = offsetOf(line, column);
    return {
      ruleId,
      severity: severity === 2 ? "error" : "warning",
      message,
      from,
      to: endLine === undefined || endColumn === undefined ? from : offsetOf(endLine, endColumn),
      fix,
      suggestions: suggestions.map((suggestion) => ({ title: suggestion.desc, fix: suggestion.fix })),
    };
  });
}

/** The text after an edit. */
export function applied(text: string, { range: [start, end], text: inserted }: Rule.Fix): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
